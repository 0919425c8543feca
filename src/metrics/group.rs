//! Columns of `groups.parquet`.

use super::{Better, Column, KeyColumn, REPLICATION, SCENARIO, Unit, Value};
use super::{count, defined, yuan};
use crate::model::record::GroupRecord;
use Better::{Higher, Lower, Neither};

type Read = fn(&GroupRecord) -> Value;

const fn of(id: &'static str, unit: Unit, better: Better, read: Read) -> Column<GroupRecord> {
    Column::new(id, unit, better, read)
}

/// What identifies a row.
pub static GROUP_KEYS: [KeyColumn; 4] = [
    SCENARIO,
    REPLICATION,
    KeyColumn {
        id: "grouping",
        unit: Unit::Name,
        label_en: "grouping",
        label_zh: "分组方式",
        en: "How households are grouped: mode, township, household_size or income_decile.",
        zh: "农户的分组方式：mode（贷款模式）、township（乡镇）、household_size（户人口）、income_decile（收入十等分组）。",
    },
    KeyColumn {
        id: "group",
        unit: Unit::Name,
        label_en: "group",
        label_zh: "组",
        en: "Name of the group; deciles are tenths of all households by first-year income per head without the programme, 1 the poorest.",
        zh: "组名；收入十等分组按首年无项目时的人均收入将全部农户分为十组，1为最低收入组。",
    },
];

/// Who gains, who loses.
pub static GROUP_COLUMNS: [Column<GroupRecord>; 12] = [
    of("households", Unit::Households, Neither, |g| count(g.households))
        .label("households", "户数")
        .means("Households of the group, borrowing or not; in a mode, those that borrowed in it.", "本组全部农户数（不论是否借款）；按模式分组时为以该模式借款的户数。"),
    of("persons", Unit::Persons, Neither, |g| count(g.persons))
        .label("persons", "人数")
        .means("Their members.", "上述农户的人口数。"),
    of("households_borrowing", Unit::Households, Higher, |g| count(g.households_borrowing))
        .label("borrowing households", "借款户数")
        .means("Households of the group that borrowed.", "本组借款户数。"),
    of("persons_borrowing", Unit::Persons, Higher, |g| count(g.persons_borrowing))
        .label("persons in borrowing households", "借款户人数")
        .means("Their members.", "借款户的人口数。"),
    of("gain_per_capita_yuan", Unit::YuanPerPersonYear, Higher, |g| {
        ratio(g.gain_per_head_sum_yuan, g.households_borrowing)
    })
    .label("income gain per head", "人均增收")
    .means(
        "Mean over the group's borrowing households of their income gain per head and year; missing if none borrowed.",
        "本组借款户人均年增收的平均数；无借款户则为空。",
    ),
    of("gain_yuan", Unit::Yuan, Higher, |g| yuan(g.gain))
        .label("income gain, sum", "增收总额")
        .means("Sum of the gains of the group's borrowing households over their windows of 36 months.", "本组借款户在36个月观察期内的增收合计。"),
    of("gain_share", Unit::SignedShare, Neither, |g| defined(g.gain_share))
        .label("share of the gain", "占增收总额比重")
        .means(
            "Part of the county's sum of gains that goes to the group; missing where the county's sum is not positive.",
            "本组增收占全县增收总额的比重；全县总额不为正则为空。",
        ),
    of("worse_off_share", Unit::Share, Lower, |g| {
        ratio(f64::from(g.households_worse_off), g.households_borrowing)
    })
    .label("share worse off", "减收户比例")
    .means(
        "Share of the group's borrowing households that have lost by the programme, debts left subtracted.",
        "本组借款户中因项目而减收（扣除剩余债务后）的户所占比例。",
    ),
    of("below_line_share_without", Unit::Share, Neither, |g| {
        ratio(f64::from(g.persons_below_line_without), g.persons_borrowing)
    })
    .label("below the poverty line, without", "无项目时贫困发生率")
    .means(
        "Share of persons in the group's borrowing households below the poverty line at the end of their window, without the programme.",
        "本组借款户人口中，观察期末在无项目情形下低于贫困线者所占比例。",
    ),
    of("below_line_share_with", Unit::Share, Lower, |g| {
        ratio(f64::from(g.persons_below_line_with), g.persons_borrowing)
    })
    .label("below the poverty line, with", "有项目时贫困发生率")
    .means("The same with the programme.", "同上，在有项目情形下。"),
    of("income_per_person_without_yuan", Unit::YuanPerPersonYear, Neither, |g| {
        ratio(g.baseline_income_yuan, g.persons)
    })
    .label("income per person, without", "无项目时人均收入")
    .means("First-year income per person of the whole group without the programme.", "本组全部农户首年无项目时的人均收入。"),
    of("income_per_person_with_yuan", Unit::YuanPerPersonYear, Higher, |g| {
        ratio(g.baseline_income_yuan + g.gain_yearly_yuan, g.persons)
    })
    .label("income per person, with", "有项目时人均收入")
    .means("The same plus the yearly gains of those who borrowed, over all persons of the group.", "上述收入加上借款户的年增收，按本组全部人口平均。"),
];

/// `sum` over `number`; missing where there is nobody.
fn ratio(sum: f64, number: u32) -> Value {
    if number == 0 { Value::Missing } else { Value::Float(sum / f64::from(number)) }
}
