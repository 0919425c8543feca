//! The story of one replication for programs: JSON, and the tables that are written.

use serde_json::json;

use super::Setting;
use super::pick::Picked;
use super::tables::{CsvTable, file_name};
use crate::explain::{Indicator, Story};
use crate::text::Say;
use crate::text::words::explain_tables as heads;

/// What is printed, for a program.
pub fn facts(setting: &Setting<'_>, story: &Story, picked: &Picked) -> serde_json::Value {
    let found = &story.attribution;
    let month = |t: Option<usize>| t.map(|t| t + 1);
    json!({
        "scenario": setting.scenario.name,
        "replication": picked.replication,
        "depletion_month": story.run.depletion_month,
        "unpaid_claims_yuan": story.run.unpaid_claims.yuan(),
        "fund_needed_yuan": story.run.fund_needed.yuan(),
        "first_cause": found.cause.map(|cause| cause.key()),
        "until_month": found.until + 1,
        "claims_on_fund_yuan": found.claims.yuan(),
        "ordinary_claims_on_fund_yuan": found.ordinary.yuan(),
        "ordinary_depletion_month": month(found.ordinary_depletion),
        "parts": found.parts.iter().map(|part| json!({
            "kind": part.kind.key(),
            "part_yuan": part.yuan,
            "spared_alone_yuan": part.alone_yuan,
            "depletion_month_without": month(part.depleted_without),
        })).collect::<Vec<_>>(),
        "timing": {
            "money_until_yuan": story.timing.money_until.yuan(),
            "money_after_yuan": story.timing.money_after.yuan(),
            "enough_in_all": story.timing.enough_in_all,
            "due_in_last_year_yuan": story.timing.due_in_last_year.yuan(),
            "due_yuan": story.timing.due.yuan(),
            "months_cap_bound": story.timing.months_cap_bound,
        },
        "warnings": Indicator::ALL.map(|one| json!({
            "indicator": one.key(),
            "month": month(story.warnings.first_of(one)),
        })),
        "claims": story.claims_between(0, found.until).iter().map(|row| json!({
            "mode": row.mode.key(),
            "trigger": row.trigger.key(),
            "loans": row.loans,
            "claimed_yuan": row.claimed.yuan(),
        })).collect::<Vec<_>>(),
        "failures": story.failures.iter().map(|failure| json!({
            "month": failure.month + 1,
            "organisation": failure.organisation,
            "loans": failure.loans,
            "open_yuan": failure.open.yuan(),
        })).collect::<Vec<_>>(),
    })
}

/// Months, claims and causes.
pub fn tables(setting: &Setting<'_>, story: &Story) -> Vec<CsvTable> {
    let stem = format!("{}-r{}", file_name(&setting.scenario.name), story.replication);
    vec![months(setting, story, &stem), claims(setting, story, &stem), causes(story, &stem)]
}

const MONTHS: [Say; 13] = [
    heads::month,
    heads::calendar,
    heads::paid_in,
    heads::lent,
    heads::due,
    heads::claims_on_fund,
    heads::paid_by_fund,
    heads::unpaid,
    heads::recovered,
    heads::balance,
    heads::overdue,
    heads::outstanding,
    heads::organisations_failed,
];

fn months(setting: &Setting<'_>, story: &Story, stem: &str) -> CsvTable {
    let mut table = CsvTable::new(format!("{stem}-months.csv"), &MONTHS);
    for (t, (month, claims)) in story.months.iter().zip(&story.valid_claims).enumerate() {
        let sums = [
            month.fund_paid_in,
            month.lent,
            month.due,
            *claims,
            month.fund_paid,
            month.unpaid_claims,
            month.fund_recovered,
            month.fund_balance,
            month.overdue,
            month.outstanding,
        ];
        let mut row = vec![(t + 1).to_string(), setting.month(t)];
        row.extend(sums.map(|sum| sum.yuan().to_string()));
        row.push(month.organisations_failed.to_string());
        table.rows.push(row);
    }
    table
}

fn claims(setting: &Setting<'_>, story: &Story, stem: &str) -> CsvTable {
    let headings: [Say; 6] = [heads::month, heads::calendar, heads::mode, heads::trigger, heads::loans, heads::claimed];
    let mut table = CsvTable::new(format!("{stem}-claims.csv"), &headings);
    for row in &story.claims {
        let (mode, trigger) = (row.mode.key().to_owned(), row.trigger.key().to_owned());
        let (loans, claimed) = (row.loans.to_string(), row.claimed.yuan().to_string());
        table.push([(row.month + 1).to_string(), setting.month(row.month), mode, trigger, loans, claimed]);
    }
    table
}

fn causes(story: &Story, stem: &str) -> CsvTable {
    let headings: [Say; 4] = [heads::kind, heads::part, heads::spared_alone, heads::depletion_without];
    let mut table = CsvTable::new(format!("{stem}-causes.csv"), &headings);
    for part in &story.attribution.parts {
        let month = part.depleted_without.map(|month| (month + 1).to_string()).unwrap_or_default();
        table.push([part.kind.key().to_owned(), part.yuan.to_string(), part.alone_yuan.to_string(), month]);
    }
    table
}
