//! A roster as text, so that reading it again gives the same households, bit for bit.

use std::fmt::Write;

use super::roster::COLUMNS;
use crate::model::population::Roster;
use crate::units::Fen;

/// The roster as CSV. Households come first; where the order of places could not be told from them, rows without a
/// household follow that name all places in their order.
pub fn write_roster(roster: &Roster, industries: &[&str]) -> String {
    let headings: Vec<&str> = COLUMNS.iter().map(|column| column.name).collect();
    let mut out = headings.join(",");
    out.push('\n');
    for index in 0..roster.name.len() {
        household(&mut out, roster, index, industries);
    }
    if !in_order(&roster.township, roster.township_names.len())
        || !in_order(&roster.village, roster.village_names.len())
    {
        places(&mut out, roster);
    }
    out
}

fn household(out: &mut String, roster: &Roster, index: usize, industries: &[&str]) {
    let village = &roster.village_names[roster.village[index] as usize];
    let township = &roster.township_names[roster.township[index] as usize];
    let industry = industries.get(roster.industry[index] as usize).copied().unwrap_or_default();
    // `{}` writes the shortest decimal that reads back as the same number.
    let _ = writeln!(
        out,
        "{},{},{},{},{},{},{},{},{},{},{}",
        quoted(&roster.name[index]),
        quoted(township),
        quoted(village),
        roster.persons[index],
        roster.labour[index],
        roster.situation[index].key(),
        roster.ability[index],
        yuan(roster.income_per_person[index]),
        quoted(industry),
        yuan(roster.own_capital[index]),
        yuan(roster.buffer[index]),
    );
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
    let empty = ",".repeat(COLUMNS.len() - 3);
    for township in &roster.township_names {
        let _ = writeln!(out, ",{},{empty}", quoted(township));
    }
    let mut township_of = vec![None; roster.village_names.len()];
    for (village, township) in roster.village.iter().zip(&roster.township) {
        township_of[*village as usize] = Some(*township as usize);
    }
    for (village, township) in roster.village_names.iter().zip(township_of) {
        let township = township.map(|index| quoted(&roster.township_names[index])).unwrap_or_default();
        let _ = writeln!(out, ",{township},{},{}", quoted(village), ",".repeat(COLUMNS.len() - 4));
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
