//! Who gains, who loses: the groups of each grouping add up to the county.

use super::Identity;
use super::books::{Books, Columns, Missing, fen};
use super::tally::{Place, Tally};
use crate::model::groups::{DECILES, SIZES};
use crate::model::policy::Mode;
use crate::text::words::audit as words;
use std::ops::Range;

pub(super) static IDENTITIES: [Identity; 2] = [
    Identity { id: "groups_add_up", says: words::groups_add_up, check: groups_add_up },
    Identity { id: "group_shares", says: words::group_shares, check: group_shares },
];

/// Rows of modes, townships, sizes and deciles, in the order of the records.
fn groupings(rows: usize) -> [Range<usize>; 4] {
    let (sizes, deciles) = (SIZES.len(), DECILES.len());
    let (first_decile, modes) = (rows.saturating_sub(deciles), Mode::ALL.len());
    let first_size = first_decile.saturating_sub(sizes);
    [0..modes.min(rows), modes.min(first_size)..first_size, first_size..first_decile, first_decile..rows]
}

fn groups_add_up(books: &Books, tally: &mut Tally) -> Result<(), Missing> {
    let (groups, persons) = (books.of_groups()?, books.number("persons_borrowing")?);
    if persons.is_nan() {
        return Ok(());
    }
    let households = groups.get("households")?;
    for (number, rows) in groupings(groups.rows()).into_iter().enumerate() {
        let sum = |id: &str| groups.get(id).map(|values| values[rows.clone()].iter().sum::<f64>());
        tally.same(Place::Run, sum("households_borrowing")?, books.number("households_borrowing")?);
        tally.same(Place::Run, sum("persons_borrowing")?, persons);
        let gain = groups.get("gain_yuan")?[rows.clone()].iter().map(|yuan| fen(*yuan)).sum();
        tally.equal(Place::Run, gain, books.amount("household_gain_yuan")?);
        let worse = worse_off(groups, rows.clone())?;
        tally.near(Place::Run, worse, books.number("households_worse_off")?, 1.0);
        // By mode only those that borrowed are known.
        if number > 0 {
            tally.same(Place::Run, households[rows].iter().sum(), books.number("households")?);
        }
    }
    for (row, mode) in Mode::ALL.iter().enumerate() {
        let of_mode = books.number(&format!("households_borrowing_{}", mode.key()))?;
        tally.same(Place::GroupRow(row + 1), households[row], of_mode);
    }
    Ok(())
}

/// Households of some groups that lost: their shares times the households behind them.
fn worse_off(groups: &Columns, rows: Range<usize>) -> Result<f64, Missing> {
    let (shares, borrowing) = (groups.get("worse_off_share")?, groups.get("households_borrowing")?);
    let of_row = |row: usize| if borrowing[row] > 0.0 { shares[row] * borrowing[row] } else { 0.0 };
    Ok(rows.map(of_row).sum())
}

fn group_shares(books: &Books, tally: &mut Tally) -> Result<(), Missing> {
    let (groups, total) = (books.of_groups()?, books.amount("household_gain_yuan")?);
    let (gains, shares) = (groups.get("gain_yuan")?, groups.get("gain_share")?);
    if books.number("persons_borrowing")?.is_nan() {
        return Ok(());
    }
    for (row, (gain, share)) in gains.iter().zip(shares).enumerate() {
        let expected = if total > 0 { fen(*gain) as f64 / total as f64 } else { f64::NAN };
        tally.near(Place::GroupRow(row + 1), *share, expected, 0.0);
    }
    let [.., deciles] = groupings(groups.rows());
    let poorest = shares[deciles].iter().take(4).sum();
    tally.near(Place::Run, books.number("gain_share_poorest_40")?, poorest, 1.0);
    Ok(())
}
