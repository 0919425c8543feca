//! `lendmix check`: every mistake at once, and who set each value.

use comfy_table::{Table, presets::NOTHING};

use crate::scenario::{Scenario, provenance_table, timetable_rows};
use crate::text::words::check as words;
use crate::text::{Lang, whole};

use super::failure::Failure;
use super::study::{self, Plan};
use super::{Outcome, print};

/// Checks files without running; prints each scenario's values and their origins.
pub fn run(plans: &[Plan], lang: Lang) -> Outcome {
    let (valid, broken) = study::read(plans);
    for scenario in &valid {
        print::to_stdout(&values(scenario, lang))?;
        print::to_stdout(&timetable(scenario, lang))?;
    }
    if broken.is_empty() { Ok(()) } else { Err(Failure::Scenario(broken)) }
}

fn values(scenario: &Scenario, lang: Lang) -> String {
    let mut table = Table::new();
    table.load_style(NOTHING);
    table.set_header([words::value(lang), words::is(lang), words::set_in(lang), ""]);
    table.add_rows(provenance_table(&scenario.provenance, lang));
    let overridden = scenario.provenance.iter().filter(|origin| origin.overrides.is_some()).count();
    let count = whole(scenario.provenance.len() as i64);
    let summary = words::valid(lang, &scenario.name, count, overridden, scenario.digest());
    format!("{}\n\n{summary}\n", table.trim_fmt())
}

/// What holds from when; nothing if nothing has a date.
fn timetable(scenario: &Scenario, lang: Lang) -> String {
    let rows = timetable_rows(scenario, lang);
    if rows.is_empty() {
        return String::new();
    }
    let mut table = Table::new();
    table.load_style(NOTHING);
    table.set_header([words::timetable(lang), words::what(lang), words::is(lang), words::instead_of(lang)]);
    table.add_rows(rows);
    format!("\n{}\n", table.trim_fmt())
}
