//! Units of the numbers of a scenario.

use crate::text::Lang;

/// Declares units: variant, English, Chinese.
macro_rules! units {
    ($($unit:ident = $en:literal, $zh:literal;)*) => {
        /// What a number of a scenario counts. Declared with the range that is checked ([`super::Range`]).
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Unit {
            $(#[doc = $en] $unit,)*
        }

        impl Unit {
            /// Its name.
            pub fn words(self, lang: Lang) -> &'static str {
                match self {
                    $(Unit::$unit => lang.pick($en, $zh),)*
                }
            }
        }
    };
}

units! {
    Number = "number", "数";
    Share = "share", "比例";
    ShareAnnual = "share a year", "比例/年";
    VarianceShare = "share of variance", "方差份额";
    Probability = "probability", "概率";
    ProbabilityMonthly = "probability a month", "月概率";
    ProbabilityAnnual = "probability a year", "年概率";
    Yuan = "yuan", "元";
    YuanAnnual = "yuan a year", "元/年";
    YuanPerPerson = "yuan per person", "元/人";
    YuanPerPersonAnnual = "yuan per person and year", "元/人·年";
    PerYuan = "yuan per yuan invested", "元/每元投资";
    Times = "times", "倍";
    Factor = "factor", "系数";
    Weight = "relative weight", "相对权重";
    Deviations = "standard deviations", "标准差";
    Logarithm = "natural logarithm", "自然对数";
    Correlation = "correlation", "相关系数";
    Logit = "logit", "logit";
    Month = "calendar month", "月份";
    Months = "months", "个月";
    Years = "years", "年";
    CalendarYear = "calendar year", "年份";
    Persons = "persons", "人";
    Households = "households", "户";
    Units = "units", "个";
    Points = "points", "分";
}
