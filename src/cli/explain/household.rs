//! A household's ledgers side by side, and why they differ.

use serde_json::json;

use super::pick::Picked;
use super::tables::{CsvTable, file_name};
use super::{Setting, View, words};
use crate::cli::screen;
use crate::explain::{HouseholdStory, ModeLedger, YearRow};
use crate::text::words::{common, explain as say, explain_tables as heads};
use crate::text::{Lang, Say, money, number};
use crate::units::Fen;

pub fn view(setting: &Setting<'_>, told: &HouseholdStory, picked: &Picked) -> View {
    let reason = screen::wrapped(&reason(setting, told, setting.lang), "") + "\n";
    let sections = [heading(setting, told, picked), ledgers(setting, told), reason];
    View { text: sections.concat(), json: facts(setting, told, picked), tables: vec![table(setting, told, picked)] }
}

fn heading(setting: &Setting<'_>, told: &HouseholdStory, picked: &Picked) -> String {
    let lang = setting.lang;
    let (name, persons, township, granted) = (&told.name, told.persons, &told.township, setting.month(told.granted));
    let fits = words::mode(told.situation, lang);
    let borrowed = match told.borrowed {
        true => say::borrowed(lang, granted),
        false => say::did_not_borrow(lang, granted),
    };
    let heading = say::household(lang, name, persons, township, fits, borrowed);
    let heading = format!("{heading}\n{}", [setting.title(), say::colon(lang), &picked.words(lang)].concat());
    screen::wrapped(&heading, "") + "\n\n"
}

/// Columns of a mode's name above the numbers of a year, and of the headings of rows.
const MODE_COLUMNS: usize = 9;
const HEADING_COLUMNS: usize = 13;

/// One column for each mode and year.
fn ledgers(setting: &Setting<'_>, told: &HouseholdStory) -> String {
    let lang = setting.lang;
    let mut table = screen::table();
    let columns: Vec<(&ModeLedger, &YearRow, usize)> = told
        .ledgers
        .iter()
        .flat_map(|ledger| ledger.years.iter().enumerate().map(move |(number, year)| (ledger, year, number + 1)))
        .collect();
    let name = |(ledger, _, number): &(&ModeLedger, &YearRow, usize)| {
        let mode = if *number == 1 { words::mode(ledger.mode, lang) } else { "" };
        let star = if ledger.actual && *number == 1 { "*" } else { "" };
        let mode = screen::column(&format!("{mode}{star}"), MODE_COLUMNS);
        format!("{mode}\n{}", say::year(lang, number))
    };
    table.set_header(std::iter::once(String::new()).chain(columns.iter().map(name)));
    for (heading, _, read) in ROWS {
        let cells = columns.iter().map(|(_, year, _)| number(read(year).yuan(), 0));
        let heading = screen::column(heading(lang), HEADING_COLUMNS);
        table.add_row(std::iter::once(heading).chain(cells).collect::<Vec<_>>());
    }
    let missing = told.ledgers.iter().filter(|ledger| !ledger.served).map(|ledger| words::mode(ledger.mode, lang));
    let missing: Vec<&str> = missing.collect();
    let note = match missing.is_empty() {
        true => say::ledger_note(lang).to_owned(),
        false => say::ledger_note_missing(lang, say::ledger_note(lang), missing.join(common::comma(lang))),
    };
    format!("{}\n{}\n\n", screen::aligned(table, 1), screen::wrapped(&common::in_brackets(lang, note), ""))
}

/// Heading, heading of the table, value.
type LedgerRow = (Say, Say, fn(&YearRow) -> Fen);

const ROWS: [LedgerRow; 10] = [
    (say::row_borrowed, heads::borrowed, |year| year.borrowed),
    (say::row_payout, heads::payout, |year| year.payout),
    (say::row_organisation, heads::organisation_income, |year| year.organisation_income),
    (say::row_project, heads::project, |year| year.project),
    (say::row_paid, heads::paid, |year| year.paid),
    (say::row_debt, heads::debt, |year| year.debt),
    (say::row_capital, heads::capital, |year| year.capital),
    (say::row_without, heads::income_without, |year| year.without),
    (say::row_gain, heads::gain, |year| year.gain),
    (say::row_with, heads::income_with, |year| year.without + year.gain),
];

/// Two lines: which mode is best for the household and by how much, and what makes the difference.
fn reason(setting: &Setting<'_>, told: &HouseholdStory, lang: Lang) -> String {
    let mut served: Vec<&ModeLedger> = told.ledgers.iter().filter(|ledger| ledger.served).collect();
    served.sort_by_key(|ledger| std::cmp::Reverse(ledger.gain()));
    let (Some(best), Some(worst)) = (served.first(), served.last()) else { return String::new() };
    let per_head = |ledger: &ModeLedger| number(ledger.gain_per_head(told.persons, told.granted), 0);
    let (first, last) = (words::mode(best.mode, lang), words::mode(worst.mode, lang));
    if best.gain() == worst.gain() {
        return match served.len() {
            1 => say::gains_alone(lang, first, per_head(best)) + "\n",
            _ => format!("{}\n", say::modes_equal(lang)),
        };
    }
    let line = say::best_and_worst(lang, first, per_head(best), last, per_head(worst));
    format!("{line}\n{}\n", difference(setting, best, worst, lang))
}

/// What makes the most of the difference between two ledgers, and what befell the worse one.
fn difference(setting: &Setting<'_>, best: &ModeLedger, worst: &ModeLedger, lang: Lang) -> String {
    let sum = |ledger: &ModeLedger, read: fn(&YearRow) -> Fen| -> Fen { ledger.years.iter().map(read).sum() };
    let payout = |ledger: &ModeLedger| sum(ledger, |year| year.payout);
    let organisation = |ledger: &ModeLedger| sum(ledger, |year| year.organisation_income);
    let rest = |ledger: &ModeLedger| ledger.gain() - payout(ledger) - organisation(ledger);
    let parts = [
        (say::part_payouts(lang), payout(best), payout(worst)),
        (say::part_organisation(lang), organisation(best), organisation(worst)),
        (say::part_own(lang), rest(best), rest(worst)),
    ];
    let largest = parts.iter().max_by_key(|(_, a, b)| *a - *b);
    let Some((what, a, b)) = largest else { return String::new() };
    let (a, b) = (money(*a, lang), money(*b, lang));
    let befell: Vec<String> = [best, worst].iter().filter_map(|ledger| fate(setting, ledger, lang)).collect();
    match befell.is_empty() {
        true => say::difference(lang, what, a, b),
        false => say::difference_and(lang, what, a, b, befell.join(common::semicolon(lang))),
    }
}

/// What went wrong under a mode.
fn fate(setting: &Setting<'_>, ledger: &ModeLedger, lang: Lang) -> Option<String> {
    let mode = words::mode(ledger.mode, lang);
    if let Some((month, name)) = ledger.organisation_failed.zip(ledger.organisation.as_ref()) {
        let (month, name) = (setting.month(month), words::organisation(name, lang));
        return Some(say::failed_under(lang, mode, name, month));
    }
    let (month, trigger) = ledger.default?;
    let (month, trigger) = (setting.month(month), words::trigger(trigger, lang));
    Some(say::defaulted_under(lang, mode, month, trigger))
}

fn facts(setting: &Setting<'_>, told: &HouseholdStory, picked: &Picked) -> serde_json::Value {
    let year = |year: &YearRow| {
        json!({
            "until_month": year.until + 1,
            "borrowed_yuan": year.borrowed.yuan(),
            "payout_yuan": year.payout.yuan(),
            "organisation_income_yuan": year.organisation_income.yuan(),
            "project_yuan": year.project.yuan(),
            "paid_yuan": year.paid.yuan(),
            "debt_yuan": year.debt.yuan(),
            "capital_yuan": year.capital.yuan(),
            "income_without_yuan": year.without.yuan(),
            "gain_yuan": year.gain.yuan(),
        })
    };
    let ledger = |ledger: &ModeLedger| {
        json!({
            "mode": ledger.mode.key(),
            "actual": ledger.actual,
            "served": ledger.served,
            "principal_yuan": ledger.principal.yuan(),
            "organisation": ledger.organisation,
            "organisation_failed_month": ledger.organisation_failed.map(|month| month + 1),
            "default_month": ledger.default.map(|(month, _)| month + 1),
            "default_trigger": ledger.default.map(|(_, trigger)| trigger.key()),
            "gain_yuan": ledger.gain().yuan(),
            "gain_per_head_year_yuan": ledger.served.then(|| ledger.gain_per_head(told.persons, told.granted)),
            "years": ledger.years.iter().map(year).collect::<Vec<_>>(),
        })
    };
    json!({
        "scenario": setting.scenario.name,
        "replication": picked.replication,
        "household": told.name,
        "persons": told.persons,
        "township": told.township,
        "situation": told.situation.key(),
        "borrowed": told.borrowed,
        "month": told.granted + 1,
        "ledgers": told.ledgers.iter().map(ledger).collect::<Vec<_>>(),
        "reason_en": reason(setting, told, Lang::En),
        "reason_zh": reason(setting, told, Lang::Zh),
    })
}

fn table(setting: &Setting<'_>, told: &HouseholdStory, picked: &Picked) -> CsvTable {
    let name = &told.name;
    let stem = file_name(&format!("{}-r{}-household-{name}", setting.scenario.name, picked.replication));
    let keys = [heads::mode, heads::actual, heads::year, heads::until_month];
    let headings: Vec<Say> =
        keys.into_iter().map(|key| key as Say).chain(ROWS.iter().map(|(_, head, _)| *head)).collect();
    let mut table = CsvTable::new(format!("{stem}.csv"), &headings);
    for ledger in &told.ledgers {
        for (number, year) in ledger.years.iter().enumerate() {
            let actual = u8::from(ledger.actual).to_string();
            let mut row =
                vec![ledger.mode.key().to_owned(), actual, (number + 1).to_string(), (year.until + 1).to_string()];
            row.extend(ROWS.iter().map(|(_, _, read)| read(year).yuan().to_string()));
            table.rows.push(row);
        }
    }
    table
}
