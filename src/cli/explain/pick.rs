//! Which replication and which household are meant.

use super::failure::ExplainFailure;
use super::{Setting, Wanted};
use crate::cli::Failure;
use crate::draws::Replication;
use crate::engine;
use crate::metrics::REPLICATION_COLUMNS;
use crate::output::{FinishedRun, TableName};
use crate::text::words::explain as words;
use crate::text::{Lang, whole};

/// A replication, and why it was taken.
pub struct Picked {
    pub replication: u32,
    pub why: String,
}

/// Finds the replication that is asked for.
pub fn pick(setting: &Setting<'_>, finished: &FinishedRun, wanted: Wanted) -> Result<Picked, Failure> {
    let range = range(finished);
    let lang = setting.lang;
    if let Wanted::Replication(replication) = wanted {
        if !(range.0..=range.1).contains(&replication) {
            return Err(ExplainFailure::NoReplication { replication, range }.into());
        }
        return Ok(Picked { replication, why: String::new() });
    }
    let all = whole(i64::from(range.1 - range.0 + 1));
    let (place, why) = match wanted {
        Wanted::Worst => worst(setting, finished, &all)?,
        Wanted::Median => (median(&values(setting, finished, "fund_needed_yuan")?), words::picked_median(lang, &all)),
        _ => {
            let months = depletion_months(setting, finished)?;
            if months.iter().all(|month| month.is_nan()) {
                return Err(ExplainFailure::NeverDry(range.1 - range.0 + 1).into());
            }
            (median(&months), words::picked_at_depletion(lang, &all))
        }
    };
    Ok(Picked { replication: range.0 + place as u32, why })
}

fn worst(setting: &Setting<'_>, finished: &FinishedRun, all: &str) -> Result<(usize, String), Failure> {
    let lang = setting.lang;
    let unpaid = values(setting, finished, "unpaid_claims_yuan")?;
    if unpaid.iter().any(|yuan| *yuan > 0.0) {
        return Ok(told_if_tied(largest(&unpaid), words::picked_unpaid(lang, all), lang));
    }
    let needed = values(setting, finished, "fund_needed_yuan")?;
    if needed.iter().all(|yuan| *yuan <= 0.0) {
        return Ok((0, words::picked_nothing(lang, all)));
    }
    Ok(told_if_tied(largest(&needed), words::picked_needed(lang, all), lang))
}

fn told_if_tied((place, ties): (usize, usize), why: String, lang: Lang) -> (usize, String) {
    (place, if ties > 1 { words::picked_ties(lang, why, ties) } else { why })
}

/// The first of the largest, and how many are as large.
fn largest(values: &[f64]) -> (usize, usize) {
    let best = (0..values.len()).fold(0, |best, place| if values[place] > values[best] { place } else { best });
    (best, values.iter().filter(|value| Some(*value) == values.get(best)).count())
}

/// The first with the lower median of the values that are there.
fn median(values: &[f64]) -> usize {
    let mut order: Vec<usize> = (0..values.len()).filter(|place| !values[*place].is_nan()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]).then(a.cmp(b)));
    let value = order.get(order.len().saturating_sub(1) / 2).map(|place| values[*place]);
    value.and_then(|value| values.iter().position(|other| *other == value)).unwrap_or(0)
}

/// First and last replication of a run.
pub fn range(finished: &FinishedRun) -> (u32, u32) {
    let (first, n) = (finished.summary().first_replication, finished.summary().replications);
    (first, first + n.saturating_sub(1))
}

/// Month of depletion of every replication; `NaN` where the fund did not run dry.
pub fn depletion_months(setting: &Setting<'_>, finished: &FinishedRun) -> Result<Vec<f64>, Failure> {
    values(setting, finished, "depletion_month")
}

/// A column of every replication: from the table, or simulated again where the run was made without it.
fn values(setting: &Setting<'_>, finished: &FinishedRun, id: &str) -> Result<Vec<f64>, Failure> {
    if cfg!(feature = "parquet") && finished.has(TableName::Replications) {
        return Ok(finished.column(TableName::Replications, &setting.scenario.name, id)?);
    }
    let (first, last) = range(finished);
    let numbers: Vec<u32> = (first..=last).collect();
    let column = REPLICATION_COLUMNS.iter().find(|column| column.id == id);
    Ok(engine::map(setting.threads, &numbers, |state, replication| {
        setting.county.simulate(Replication(replication), state);
        column.map_or(f64::NAN, |column| (column.read)(&state.run).number())
    }))
}

/// The household that an identifier means.
pub fn household(setting: &Setting<'_>, replication: u32, id: &str) -> Result<u32, ExplainFailure> {
    let population = setting.county.population(setting.county.luck(Replication(replication)));
    let names = &population.roster.name;
    if let Some(place) = names.iter().position(|name| name == id.trim()) {
        return Ok(place as u32);
    }
    let mut sorted: Vec<&String> = names.iter().collect();
    let by_number = |name: &str| name.parse::<u64>().ok();
    sorted.sort_by(|a, b| by_number(a).cmp(&by_number(b)).then(a.cmp(b)));
    let after = sorted.partition_point(|name| (by_number(name), name.as_str()) < (by_number(id), id));
    let nearest = sorted[after.saturating_sub(2).min(sorted.len())..(after + 2).min(sorted.len())].iter();
    Err(ExplainFailure::NoHousehold { id: id.to_owned(), nearest: nearest.map(|name| (*name).clone()).collect() })
}

impl Picked {
    /// `Replication 17 (why)`.
    pub fn words(&self, lang: Lang) -> String {
        let number = self.replication;
        match self.why.is_empty() {
            true => words::replication(lang, number),
            false => words::replication_because(lang, number, &self.why),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_equals_is_taken_and_what_is_missing_is_not() {
        assert_eq!(largest(&[1.0, 3.0, 3.0]), (1, 2));
        assert_eq!(largest(&[7.0, 3.0]), (0, 1));
        // Of 5, 7, 9 and 9 the lower median is 7.
        assert_eq!(median(&[f64::NAN, 9.0, 5.0, 7.0, 9.0]), 3);
        assert_eq!(median(&[2.0]), 0);
        assert_eq!(median(&[f64::NAN]), 0);
    }
}
