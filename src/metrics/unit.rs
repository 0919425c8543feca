//! Units of columns.

/// What the numbers of a column count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Yuan.
    Yuan,
    /// Yuan a head and year.
    YuanPerPersonYear,
    /// A share of one, from nothing to all of it (0.98 is 98%).
    Share,
    /// A share of a sum with parts below zero, itself below zero or above one then.
    SignedShare,
    /// An index of concentration.
    Index,
    /// Loans.
    Loans,
    /// Households.
    Households,
    /// Persons.
    Persons,
    /// Organisations.
    Organisations,
    /// Suspended units: townships or villages, as the scenario says.
    Units,
    /// Months.
    Months,
    /// Months summed over townships or villages.
    UnitMonths,
    /// Number of a month of the run, from 1.
    MonthOfRun,
    /// Calendar year.
    Year,
    /// A running number.
    Number,
    /// Yes or no.
    YesNo,
    /// A name.
    Name,
    /// Events.
    Times,
    /// Points of assessment.
    Points,
    /// Townships summed over years.
    TownshipYears,
}

/// How the values of a column are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 64-bit floating point.
    Float,
    /// 64-bit integer.
    Integer,
    /// True or false.
    Boolean,
    /// UTF-8 text.
    Text,
}

impl Unit {
    /// The unit in English, as it stands in files.
    pub fn en(self) -> &'static str {
        match self {
            Unit::Yuan => "yuan",
            Unit::YuanPerPersonYear => "yuan per person and year",
            Unit::Share | Unit::SignedShare => "share",
            Unit::Index => "index",
            Unit::Loans => "loans",
            Unit::Households => "households",
            Unit::Persons => "persons",
            Unit::Organisations => "organisations",
            Unit::Units => "units",
            Unit::Months => "months",
            Unit::UnitMonths => "unit-months",
            Unit::MonthOfRun => "month of the run",
            Unit::Year => "calendar year",
            Unit::Number => "number",
            Unit::YesNo => "yes/no",
            Unit::Name => "name",
            Unit::Times => "times",
            Unit::Points => "points",
            Unit::TownshipYears => "township-years",
        }
    }

    /// The unit in Chinese.
    pub fn zh(self) -> &'static str {
        match self {
            Unit::Yuan => "元",
            Unit::YuanPerPersonYear => "元/人·年",
            Unit::Share | Unit::SignedShare => "比率",
            Unit::Index => "指数",
            Unit::Loans => "笔",
            Unit::Households => "户",
            Unit::Persons => "人",
            Unit::Organisations => "家",
            Unit::Units => "个（乡镇或村）",
            Unit::Months => "月",
            Unit::UnitMonths => "乡镇（村）·月",
            Unit::MonthOfRun => "第几个月",
            Unit::Year => "年份",
            Unit::Number => "编号",
            Unit::YesNo => "是/否",
            Unit::Name => "名称",
            Unit::Times => "次",
            Unit::Points => "分",
            Unit::TownshipYears => "乡镇·年",
        }
    }

    /// The smallest and the largest value that is possible.
    pub fn possible(self) -> (f64, f64) {
        match self {
            Unit::Share | Unit::YesNo => (0.0, 1.0),
            Unit::Yuan | Unit::YuanPerPersonYear | Unit::SignedShare | Unit::Index | Unit::Points | Unit::Name => {
                (f64::NEG_INFINITY, f64::INFINITY)
            }
            _ => (0.0, f64::INFINITY),
        }
    }

    /// How values of this unit are stored.
    pub fn kind(self) -> Kind {
        match self {
            Unit::Yuan | Unit::YuanPerPersonYear | Unit::Share | Unit::SignedShare | Unit::Index | Unit::Points => {
                Kind::Float
            }
            Unit::YesNo => Kind::Boolean,
            Unit::Name => Kind::Text,
            _ => Kind::Integer,
        }
    }
}
