//! Columns of `townships.parquet`.

use super::{Better, Column, KeyColumn, REPLICATION, SCENARIO, Unit, Value};
use super::{count, yuan};
use crate::model::record::TownshipYearRecord;
use Better::{Higher, Lower, Neither};

type Read = fn(&TownshipYearRecord) -> Value;

const fn of(id: &'static str, unit: Unit, better: Better, read: Read) -> Column<TownshipYearRecord> {
    Column::new(id, unit, better, read)
}

/// What identifies a row.
pub static TOWNSHIP_KEYS: [KeyColumn; 4] = [
    SCENARIO,
    REPLICATION,
    KeyColumn {
        id: "township",
        unit: Unit::Name,
        label_en: "township",
        label_zh: "乡镇",
        en: "Name of the township or street.",
        zh: "乡镇或街道名称。",
    },
    KeyColumn {
        id: "year",
        unit: Unit::Year,
        label_en: "year",
        label_zh: "年份",
        en: "Calendar year.",
        zh: "自然年。",
    },
];

/// What happened in a township in a year.
pub static TOWNSHIP_COLUMNS: [Column<TownshipYearRecord>; 10] = [
    of("loans_due", Unit::Loans, Neither, |t| count(t.loans_due))
        .label("loans due", "到期贷款笔数")
        .means("Loans with principal that fell due in the year.", "当年有本金到期的贷款笔数。"),
    of("loans_defaulted", Unit::Loans, Lower, |t| count(t.loans_defaulted))
        .label("loans defaulted", "违约贷款笔数")
        .means("Loans that defaulted in the year.", "当年违约的贷款笔数。"),
    of("due_yuan", Unit::Yuan, Neither, |t| yuan(t.due))
        .label("principal due", "到期本金")
        .means("Principal that fell due in the year.", "当年到期的本金。"),
    of("recovered_yuan", Unit::Yuan, Higher, |t| yuan(t.recovered))
        .label("recovered within the year", "当年收回本金")
        .means("Of the principal due in the year, what was recovered within it.", "当年到期本金中年内收回的部分。"),
    of("lent_yuan", Unit::Yuan, Neither, |t| yuan(t.lent))
        .label("lent", "放款额")
        .means("Principal lent in the year.", "当年发放的贷款本金。"),
    of("months_suspended", Unit::UnitMonths, Lower, |t| count(t.months_suspended))
        .label("months of suspension", "暂停放贷月数")
        .means(
            "Months of suspended lending in the year: the township's own, those of its villages and of the county, summed.",
            "当年暂停放贷的月数：乡镇、所辖各村和全县暂停月数之和。",
        ),
    of("suspensions", Unit::Times, Lower, |t| count(t.suspensions))
        .label("suspensions", "熔断次数")
        .means(
            "Suspensions that began in the year, of the township, its villages or the county.",
            "当年该乡镇、其所辖村或全县开始熔断的次数。",
        ),
    of("reward_yuan", Unit::Yuan, Neither, |t| yuan(t.reward))
        .label("reward", "奖励金")
        .means("Reward of the year for recovery.", "当年按回收率发放的奖励金。"),
    of("quota_points", Unit::Points, Higher, |t| {
        t.quota_points.map_or(Value::Missing, |points| Value::Float(f64::from(points)))
    })
    .label("points for the quota", "考核得分")
    .means("Points of assessment for the year; missing without a quota or a plan.", "当年考核得分；无考核或无计划则为空。"),
    of("struck", Unit::Times, Lower, |t| count(t.struck))
        .label("catastrophes", "灾害次数")
        .means("Catastrophes that struck the township in the year.", "当年袭击该乡镇的灾害次数。"),
];
