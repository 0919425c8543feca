//! Households and persons add up; the gain is its parts.

use super::Identity;
use super::books::{Books, Missing};
use super::tally::{Place, Tally};

use crate::text::words::audit as words;

pub(super) static IDENTITIES: [Identity; 4] = [
    Identity { id: "households_add_up", says: words::households_add_up, check: households_add_up },
    Identity { id: "persons_add_up", says: words::persons_add_up, check: persons_add_up },
    Identity { id: "gain_parts", says: words::gain_parts, check: gain_parts },
    Identity { id: "gain_by_mode", says: words::gain_by_mode, check: gain_by_mode },
];

const MODES: [&str; 3] = ["self_directed", "pooled", "fixed_benefit"];

fn households_add_up(books: &Books, tally: &mut Tally) -> Result<(), Missing> {
    let gates = ["no_credit_line", "no_demand", "mode", "suspended", "plan", "cap", "screening", "exposure"];
    let borrowing = books.number("households_borrowing")?;
    let stopped = gates.iter().map(|gate| books.number(&format!("stopped_{gate}"))).sum::<Result<f64, Missing>>()?;
    tally.same(Place::Run, borrowing + stopped, books.number("households")?);
    if followed(books)? {
        tally.same(Place::Run, by_mode(books, "households_borrowing")?.iter().sum(), borrowing);
    }
    tally.no_more(Place::Run, books.number("households_worse_off")?, borrowing);
    Ok(())
}

fn persons_add_up(books: &Books, tally: &mut Tally) -> Result<(), Missing> {
    let persons = books.number("persons_borrowing")?;
    if followed(books)? {
        tally.same(Place::Run, by_mode(books, "persons_borrowing")?.iter().sum(), persons);
    }
    tally.no_more(Place::Run, books.number("households_borrowing")?, persons);
    tally.no_more(Place::Run, books.number("persons_above_line_with")?, persons);
    tally.no_more(Place::Run, books.number("persons_above_line_without")?, persons);
    Ok(())
}

fn gain_parts(books: &Books, tally: &mut Tally) -> Result<(), Missing> {
    let gain = books.number("gain_per_capita_yuan")?;
    let of_organisations =
        books.number("payout_per_capita_yuan")? + books.number("organisation_income_per_capita_yuan")?;
    let production = books.number("production_gain_per_capita_yuan")?;
    tally.near(Place::Run, gain, production + of_organisations, production.abs() + of_organisations.abs());
    Ok(())
}

fn gain_by_mode(books: &Books, tally: &mut Tally) -> Result<(), Missing> {
    let households = by_mode(books, "households_borrowing")?;
    let (mut sum, mut scale) = (0.0, 0.0);
    for (mode, number) in MODES.iter().zip(&households) {
        let gain = books.number(&format!("gain_per_capita_{mode}_yuan"))?;
        if *number > 0.0 {
            sum += number * gain;
            scale += (number * gain).abs();
        } else {
            tally.same(Place::Run, gain, f64::NAN);
        }
    }
    let all: f64 = households.iter().sum();
    tally.near(Place::Run, books.number("gain_per_capita_yuan")?, sum / all, scale / all);
    Ok(())
}

/// Whether the run followed households: else nothing is known of persons.
fn followed(books: &Books) -> Result<bool, Missing> {
    Ok(!books.number("persons_borrowing")?.is_nan())
}

/// A number of the run for each mode.
fn by_mode(books: &Books, id: &str) -> Result<Vec<f64>, Missing> {
    MODES.iter().map(|mode| books.number(&format!("{id}_{mode}"))).collect()
}
