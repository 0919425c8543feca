//! Comparisons counted, with the first that fail.

use super::KEPT;

/// Where in a replication a comparison was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The whole run.
    Run,
    /// A month of the run, from 1.
    Month(usize),
    /// A calendar year.
    Year(i32),
    /// A row of the table of townships, from 1.
    TownshipRow(usize),
    /// A row of the table of groups, from 1.
    GroupRow(usize),
}

/// What should have held between the two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// left = right
    Equal,
    /// left ≤ right
    AtMost,
}

/// A comparison that failed. Amounts of money are in yuan.
#[derive(Clone, Debug, PartialEq)]
pub struct Violation {
    /// Where.
    pub place: Place,
    /// Left side.
    pub left: f64,
    /// What should have held.
    pub relation: Relation,
    /// Right side.
    pub right: f64,
}

/// The comparisons of one identity in one replication.
#[derive(Debug, Default)]
pub struct Tally {
    pub(super) checked: u64,
    pub(super) violated: u64,
    pub(super) first: Vec<Violation>,
}

impl Tally {
    /// Two amounts in fen are equal.
    pub(super) fn equal(&mut self, place: Place, left: i64, right: i64) {
        self.compare(left == right, place, yuan(left), Relation::Equal, yuan(right));
    }

    /// An amount in fen is at most another.
    pub(super) fn at_most(&mut self, place: Place, left: i64, right: i64) {
        self.compare(left <= right, place, yuan(left), Relation::AtMost, yuan(right));
    }

    /// Two counts are equal; two missing values are, too.
    pub(super) fn same(&mut self, place: Place, left: f64, right: f64) {
        self.compare(left == right || (left.is_nan() && right.is_nan()), place, left, Relation::Equal, right);
    }

    /// A count is at most another; a missing value is not compared.
    pub(super) fn no_more(&mut self, place: Place, left: f64, right: f64) {
        self.compare(left <= right || left.is_nan() || right.is_nan(), place, left, Relation::AtMost, right);
    }

    /// Two numbers that were computed in different orders agree to a billionth of the larger of them and `scale`; two
    /// missing values do, too.
    pub(super) fn near(&mut self, place: Place, left: f64, right: f64, scale: f64) {
        let tolerance = 1e-9 * left.abs().max(right.abs()).max(scale);
        let holds = (left - right).abs() <= tolerance || (left.is_nan() && right.is_nan());
        self.compare(holds, place, left, Relation::Equal, right);
    }

    fn compare(&mut self, holds: bool, place: Place, left: f64, relation: Relation, right: f64) {
        self.checked += 1;
        if holds {
            return;
        }
        self.violated += 1;
        if self.first.len() < KEPT {
            self.first.push(Violation { place, left, relation, right });
        }
    }
}

fn yuan(fen: i64) -> f64 {
    fen as f64 / 100.0
}
