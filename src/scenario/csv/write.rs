//! Tables as text. A roster written and read again gives the same households, bit for bit.

use super::columns::{Column, KNOWN_NAMES, MODES, NOTE, STATUSES, Word};
use super::{ledger, organisations, roster};
use crate::model::book::LedgerStatus;
use crate::model::policy::Mode;
use crate::model::population::Roster;
use crate::text::Lang;
use crate::units::{CalendarMonth, Fen};

/// The roster as CSV with English headings. Households come first; where the order of places could not be told from
/// them, rows without a household follow that name all places in their order.
pub fn write_roster(roster: &Roster, industries: &[&str]) -> String {
    let mut out = write_households(roster, industries, Lang::En);
    if !in_order(&roster.township, roster.township_names.len())
        || !in_order(&roster.village, roster.village_names.len())
    {
        places(&mut out, roster);
    }
    out
}

/// The households of a roster as CSV, headings and words in a language.
pub fn write_households(roster: &Roster, industries: &[&str], lang: Lang) -> String {
    let rows = (0..roster.name.len()).map(|index| {
        let industry = industries.get(roster.industry[index] as usize).copied().unwrap_or_default();
        // `to_string` writes the shortest decimal that reads back as the same number.
        [
            roster.name[index].clone(),
            roster.township_names[roster.township[index] as usize].clone(),
            roster.village_names[roster.village[index] as usize].clone(),
            roster.persons[index].to_string(),
            roster.labour[index].to_string(),
            mode_word(roster.situation[index], lang),
            roster.ability[index].to_string(),
            yuan(roster.income_per_person[index]),
            known_word(industry, lang),
            yuan(roster.own_capital[index]),
            yuan(roster.buffer[index]),
        ]
    });
    table(roster::COLUMNS, lang, rows)
}

/// An organisation as a file has it: name, type, township, industry, weight, age in years.
pub struct OrganisationRow<'a> {
    /// Name.
    pub name: &'a str,
    /// Type of the scenario.
    pub kind: &'a str,
    /// Township.
    pub township: &'a str,
    /// Industry of the scenario.
    pub industry: &'a str,
    /// Relative share of pooled lending.
    pub weight: f64,
    /// Age at the start.
    pub age_years: u16,
}

/// A list of organisations as CSV.
pub fn write_organisations(rows: &[OrganisationRow<'_>], lang: Lang) -> String {
    let fields = rows.iter().map(|row| {
        [
            row.name.to_owned(),
            known_word(row.kind, lang),
            row.township.to_owned(),
            known_word(row.industry, lang),
            row.weight.to_string(),
            row.age_years.to_string(),
        ]
    });
    table(organisations::COLUMNS, lang, fields)
}

/// A loan as a file has it.
pub struct LedgerRow<'a> {
    /// Identifier.
    pub loan: String,
    /// Household.
    pub household: &'a str,
    /// Its township.
    pub township: &'a str,
    /// Its village.
    pub village: &'a str,
    /// Mode.
    pub mode: Mode,
    /// Organisation; empty without one.
    pub organisation: &'a str,
    /// Principal lent.
    pub principal: Fen,
    /// Principal owed.
    pub balance: Fen,
    /// Month and day of granting.
    pub grant: (CalendarMonth, u32),
    /// Month and day on which it falls due.
    pub due: (CalendarMonth, u32),
    /// Where it stands.
    pub status: LedgerStatus,
}

/// A ledger as CSV, without probabilities of its own.
pub fn write_ledger(rows: &[LedgerRow<'_>], lang: Lang) -> String {
    let date = |(month, day): (CalendarMonth, u32)| format!("{month}-{day:02}");
    let fields = rows.iter().map(|row| {
        [
            row.loan.clone(),
            row.household.to_owned(),
            row.township.to_owned(),
            row.village.to_owned(),
            mode_word(row.mode, lang),
            row.organisation.to_owned(),
            yuan(row.principal),
            yuan(row.balance),
            date(row.grant),
            date(row.due),
            word(&STATUSES[row.status as usize], lang),
        ]
    });
    table(&ledger::COLUMNS[..11], lang, fields)
}

/// A table: headings, then rows of as many fields. The column of notes is left out.
fn table<const N: usize>(columns: &[Column], lang: Lang, rows: impl Iterator<Item = [String; N]>) -> String {
    let headings =
        columns.iter().filter(|column| column.name != NOTE.name).map(|column| column.heading(lang).to_owned());
    let mut out = line(headings);
    for row in rows {
        out.push_str(&line(row.into_iter()));
    }
    out
}

/// Fields as a line.
pub fn line(fields: impl Iterator<Item = String>) -> String {
    fields.map(|field| quoted(&field)).collect::<Vec<_>>().join(",") + "\n"
}

fn mode_word(mode: Mode, lang: Lang) -> String {
    word(&MODES[mode as usize], lang)
}

fn word(word: &Word, lang: Lang) -> String {
    lang.pick(word.0, word.1).to_owned()
}

/// A name of the scenario, by its Chinese word if it has one.
fn known_word(name: &str, lang: Lang) -> String {
    let known = KNOWN_NAMES.iter().find(|word| word.0 == name);
    known.map_or_else(|| name.to_owned(), |known| word(known, lang))
}

/// Whether numbers 0, 1, 2, … first appear in their order and none is left out.
fn in_order(numbers: &[u32], count: usize) -> bool {
    let mut next = 0;
    for &number in numbers {
        match number {
            number if number == next => next += 1,
            number if number > next => return false,
            _ => {}
        }
    }
    next as usize == count
}

fn places(out: &mut String, roster: &Roster) {
    let mut place = |township: &str, village: &str| {
        let fields = ["", township, village].into_iter().chain(std::iter::repeat_n("", roster::COLUMNS.len() - 4));
        out.push_str(&line(fields.map(str::to_owned)));
    };
    for township in &roster.township_names {
        place(township, "");
    }
    let mut township_of = vec![None; roster.village_names.len()];
    for (village, township) in roster.village.iter().zip(&roster.township) {
        township_of[*village as usize] = Some(*township as usize);
    }
    for (village, township) in roster.village_names.iter().zip(township_of) {
        place(township.map_or("", |index| roster.township_names[index].as_str()), village);
    }
}

/// Exact decimal of an amount: fen are hundredths.
fn yuan(amount: Fen) -> String {
    let (sign, fen) = (if amount.0 < 0 { "-" } else { "" }, amount.0.unsigned_abs());
    match fen % 100 {
        0 => format!("{sign}{}", fen / 100),
        rest => format!("{sign}{}.{rest:02}", fen / 100),
    }
}

fn quoted(text: &str) -> String {
    match text.contains(['"', ',', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.to_owned(),
    }
}
