//! Who gains, who loses: households by lending mode, township, size and decile of baseline income (equations G5–G6).
//!
//! A decile is a tenth of all households of the county by income per head *without* the programme in the first year
//! (equal incomes in the order of the roster): groups do not move with the policy. Gains, losses and the poverty line
//! are those of equations G1, G3 and G4, over households that borrowed; every borrowing household is in one group of
//! each grouping, so that the groups of a grouping add up to the county.
//!
//! ```text
//! share of the gain of group k      G_k / Σ G                                                    (G5)
//! concentration over deciles        C = 1 − Σ p_k (S_k + S_{k−1})                                (G6)
//! ```
//!
//! where p_k is the share of persons of decile k and S_k the share of what is concentrated (income, gain) that goes to
//! the deciles up to k. Since households keep the ranks that they have without the programme, C of income without it is
//! the Gini index between deciles, and C of income with it says whether the same poor households end up with more.

use crate::model::policy::Mode;
use crate::model::population::{Means, Roster};
use crate::model::record::{GroupRecord, ReplicationRecord};
use crate::units::Fen;

/// Classes of household size: 1 to 5 persons, and 6 or more.
pub const SIZES: [&str; 6] = ["1", "2", "3", "4", "5", "6+"];

/// Deciles of baseline income, the poorest first.
pub const DECILES: [&str; 10] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];

/// A way to sort households into groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// By the mode of the first loan; households that did not borrow are in none.
    Mode,
    /// By township.
    Township,
    /// By number of members.
    Size,
    /// By decile of income per head without the programme.
    Decile,
}

impl Grouping {
    /// All groupings, in the order of the records.
    pub const ALL: [Grouping; 4] = [Grouping::Mode, Grouping::Township, Grouping::Size, Grouping::Decile];

    /// Name in tables.
    pub fn key(self) -> &'static str {
        match self {
            Grouping::Mode => "mode",
            Grouping::Township => "township",
            Grouping::Size => "household_size",
            Grouping::Decile => "income_decile",
        }
    }
}

/// Number of groups of a county with `townships` townships.
pub fn count(townships: usize) -> usize {
    Mode::ALL.len() + townships + SIZES.len() + DECILES.len()
}

/// Grouping and name of the group at `place` of the records.
pub fn name(townships: &[String], place: usize) -> (Grouping, &str) {
    let mut place = place;
    if place < Mode::ALL.len() {
        return (Grouping::Mode, Mode::ALL[place].key());
    }
    place -= Mode::ALL.len();
    if place < townships.len() {
        return (Grouping::Township, &townships[place]);
    }
    place -= townships.len();
    match SIZES.get(place) {
        Some(size) => (Grouping::Size, size),
        None => (Grouping::Decile, DECILES.get(place - SIZES.len()).copied().unwrap_or_default()),
    }
}

/// Which groups each household is in, and what the groups are before anybody borrows.
#[derive(Clone, Debug, Default)]
pub struct Membership {
    /// Records of each household's township, size and decile: one look for all three.
    places: Vec<[u16; 3]>,
    /// A record of each group with its households, persons and baseline income.
    template: Vec<GroupRecord>,
}

impl Membership {
    /// Sorts the households of a roster.
    pub fn of(roster: &Roster) -> Membership {
        let decile = deciles(&roster.income_per_person);
        let townships = roster.township_names.len();
        let mut template = vec![GroupRecord::default(); count(townships)];
        let places: Vec<[u16; 3]> =
            (0..roster.len()).map(|household| places_of(townships, roster, &decile, household)).collect();
        for (household, places) in places.iter().enumerate() {
            let persons = roster.persons[household];
            let income = roster.income_per_person[household].yuan() * f64::from(persons);
            for place in places {
                let group = &mut template[usize::from(*place)];
                group.households += 1;
                group.persons += u32::from(persons);
                group.baseline_income_yuan += income;
            }
        }
        Membership { places, template }
    }

    /// Records of the groups before anybody borrows.
    pub fn begin(&self, groups: &mut Vec<GroupRecord>) {
        groups.clear();
        groups.extend_from_slice(&self.template);
    }

    /// Records of a household's township, size and decile.
    pub fn places(&self, household: usize) -> [u16; 3] {
        self.places[household]
    }
}

impl Means {
    /// Adds the household, whose window is closed, to its four groups.
    pub fn add_to(&self, groups: &mut [GroupRecord], mode: Mode, closed: &Closed) {
        let own_mode = &mut groups[mode as usize];
        own_mode.households += 1;
        own_mode.persons += closed.persons;
        own_mode.baseline_income_yuan += self.income_per_person.yuan() * f64::from(closed.persons);
        own_mode.add(closed);
        for place in self.groups {
            groups[usize::from(place)].add(closed);
        }
    }
}

/// Places of a household's township, size and decile.
fn places_of(townships: usize, roster: &Roster, decile: &[u8], household: usize) -> [u16; 3] {
    let size = usize::from(roster.persons[household]).clamp(1, SIZES.len()) - 1;
    let first = Mode::ALL.len();
    [
        first + roster.township[household] as usize,
        first + townships + size,
        first + townships + SIZES.len() + usize::from(decile[household]),
    ]
    // A county has far fewer than 65,000 townships.
    .map(|place| place as u16)
}

/// Decile of each household by income per head, from 0; equal incomes in the order of the roster.
fn deciles(income: &[Fen]) -> Vec<u8> {
    let mut order: Vec<u32> = (0..income.len() as u32).collect();
    order.sort_unstable_by_key(|household| (income[*household as usize], *household));
    let mut decile = vec![0; income.len()];
    for (rank, household) in order.into_iter().enumerate() {
        decile[household as usize] = (rank * DECILES.len() / income.len()) as u8;
    }
    decile
}

/// A household whose window is closed.
#[derive(Clone, Copy, Debug)]
pub struct Closed {
    /// Members.
    pub persons: u32,
    /// G over the window.
    pub gain: Fen,
    /// G brought to a year, in yuan.
    pub yearly_yuan: f64,
    /// G/n brought to a year, in yuan.
    pub per_head_yuan: f64,
    /// Whether its members are below the poverty line without the programme.
    pub poor_without: bool,
    /// The same with it.
    pub poor_with: bool,
}

impl GroupRecord {
    fn add(&mut self, closed: &Closed) {
        self.households_borrowing += 1;
        self.persons_borrowing += closed.persons;
        self.households_worse_off += u32::from(closed.gain < Fen::ZERO);
        self.gain += closed.gain;
        self.gain_yearly_yuan += closed.yearly_yuan;
        self.gain_per_head_sum_yuan += closed.per_head_yuan;
        self.persons_below_line_without += if closed.poor_without { closed.persons } else { 0 };
        self.persons_below_line_with += if closed.poor_with { closed.persons } else { 0 };
    }
}

/// At the end of a run: shares of the gain (G5), and how concentrated income and gain are (G6).
pub fn report(groups: &mut [GroupRecord], run: &mut ReplicationRecord) {
    let total = run.household_gain;
    for group in groups.iter_mut() {
        group.gain_share = if total > Fen::ZERO { group.gain.0 as f64 / total.0 as f64 } else { f64::NAN };
    }
    let deciles = &groups[groups.len() - DECILES.len()..];
    run.gain_share_poorest_40 = deciles[..4].iter().map(|decile| decile.gain_share).sum();
    run.gain_concentration = concentration(deciles, |decile| decile.gain.yuan());
    run.income_concentration_without = concentration(deciles, |decile| decile.baseline_income_yuan);
    run.income_concentration_with =
        concentration(deciles, |decile| decile.baseline_income_yuan + decile.gain_yearly_yuan);
}

/// Equation G6: C = 1 − Σ p_k (S_k + S_{k−1}); `NaN` where there is nobody or nothing to share.
///
/// Source: Kakwani, Wagstaff and van Doorslaer 1997, *Socioeconomic inequalities in health*, Journal of Econometrics 77,
/// 87–103, for grouped data.
fn concentration(deciles: &[GroupRecord], amount: impl Fn(&GroupRecord) -> f64) -> f64 {
    let persons: f64 = deciles.iter().map(|decile| f64::from(decile.persons)).sum();
    let total: f64 = deciles.iter().map(&amount).sum();
    if persons <= 0.0 || total <= 0.0 {
        return f64::NAN;
    }
    let (mut before, mut sum) = (0.0, 0.0);
    for decile in deciles {
        let after = before + amount(decile) / total;
        sum += f64::from(decile.persons) / persons * (before + after);
        before = after;
    }
    1.0 - sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_incomes_stand_in_the_order_of_the_roster() {
        let income: Vec<Fen> = [5, 5, 1, 5].map(Fen).to_vec();
        // Ranks 1, 2, 0, 3 of four: ⌊10 · rank / 4⌋.
        assert_eq!(deciles(&income), [2, 5, 0, 7]);
        assert!(deciles(&[]).is_empty());
    }

    /// Two deciles of one person each, the poorer with a quarter: S = ¼, 1; C = 1 − ½·¼ − ½·(¼ + 1) = ¼.
    #[test]
    fn concentration_is_that_of_the_lorenz_curve() {
        let mut deciles = vec![GroupRecord::default(); 10];
        for (place, income) in [(0, 1.0), (9, 3.0)] {
            deciles[place] = GroupRecord { persons: 1, baseline_income_yuan: income, ..GroupRecord::default() };
        }
        let by = |amount: fn(&GroupRecord) -> f64| concentration(&deciles, amount);
        assert_eq!(by(|decile| decile.baseline_income_yuan), 0.25);
        assert_eq!(by(|decile| f64::from(decile.persons)), 0.0);
        assert!(by(|_| 0.0).is_nan());
    }

    #[test]
    fn every_place_has_a_name() {
        let townships = ["甲乡".to_owned(), "乙镇".to_owned()];
        let names: Vec<(Grouping, &str)> = (0..count(2)).map(|place| name(&townships, place)).collect();
        assert_eq!(
            names[..4],
            [
                (Grouping::Mode, "self_directed"),
                (Grouping::Mode, "pooled"),
                (Grouping::Mode, "fixed_benefit"),
                (Grouping::Township, "甲乡")
            ]
        );
        assert_eq!((names[5], names[20]), ((Grouping::Size, "1"), (Grouping::Decile, "10")));
    }
}
