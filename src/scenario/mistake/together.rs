//! Values that do not go together, and distributions that cannot exist.

use crate::distribution::DistributionError;
use crate::scenario::keys::Range;
use crate::units::CalendarMonth;

/// Values that do not go together.
#[derive(Clone, Debug)]
pub enum TogetherMistake {
    /// Shares that must add up to one do not.
    SumNotOne {
        /// Path of the table.
        path: String,
        /// Their sum.
        sum: f64,
    },
    /// Shares that may add up to one at most do more.
    SumAboveOne {
        /// Path.
        path: String,
        /// Their sum.
        sum: f64,
    },
    /// Loadings must add up to less than one.
    LoadingsTooLarge {
        /// Path.
        path: String,
        /// Their sum.
        sum: f64,
    },
    /// Weights that are all zero.
    NoWeight {
        /// Path.
        path: String,
    },
    /// A table by year lacks years of the run.
    MissingYears {
        /// Path.
        path: String,
        /// The years.
        years: Vec<i32>,
        /// First and last year of the run.
        run: (i32, i32),
    },
    /// A table by mode lacks modes.
    MissingModes {
        /// Path.
        path: String,
        /// The modes.
        modes: Vec<&'static str>,
    },
    /// A value that may not fall falls.
    Falls {
        /// Path.
        path: String,
        /// In this year.
        year: i32,
        /// From this.
        from: f64,
        /// To this.
        to: f64,
    },
    /// One number must not be below another.
    Below {
        /// The key that is too low.
        low: &'static str,
        /// Its number.
        low_value: f64,
        /// The key that it must reach.
        high: &'static str,
        /// Its number.
        high_value: f64,
    },
    /// Payments do not end with the tenor.
    NotDividing {
        /// Months between payments.
        every: u16,
        /// A tenor that is no multiple.
        tenor: u16,
    },
    /// A payment before the run.
    BeforeRun {
        /// Its month.
        month: CalendarMonth,
        /// First month of the run.
        start: CalendarMonth,
    },
    /// A loan that should run at the start is granted later.
    GrantedInRun {
        /// Its month of granting.
        month: CalendarMonth,
        /// First month of the run.
        start: CalendarMonth,
    },
    /// A loan that should fall due in the run falls due before it.
    DueBeforeRun {
        /// Its month.
        month: CalendarMonth,
        /// First month of the run.
        start: CalendarMonth,
    },
    /// Recoveries by the shares of a contract that has none: claims are paid in layers.
    NoContractShares,
    /// A multiplier whose mean is not one.
    MeanNotOne {
        /// Path.
        path: String,
        /// Its mean.
        mean: f64,
    },
    /// A name that comes twice.
    Twice {
        /// Path.
        path: String,
        /// The name.
        name: String,
    },
    /// A list that must hold each of some names lacks one.
    Lacks {
        /// Path.
        path: String,
        /// What it lacks.
        names: Vec<&'static str>,
    },
    /// The largest of some organisations cannot have less than an equal share.
    LargestTooSmall {
        /// Share asked for.
        share: f64,
        /// Number of organisations.
        count: u32,
    },
    /// A value that cannot change step by step.
    NoSteps {
        /// Path.
        path: String,
    },
    /// A period that ends before it begins.
    EndsFirst {
        /// Its first month.
        from: CalendarMonth,
        /// Its last month.
        until: CalendarMonth,
    },
    /// A value that counts at the start of the run only.
    OnlyAtStart {
        /// Path.
        path: String,
    },
    /// A change that changes nothing.
    NoChange {
        /// Name of the change.
        name: String,
    },
    /// A township number beyond the last.
    NoSuchTownship {
        /// The number, from 1.
        number: u32,
        /// How many there are.
        townships: usize,
    },
    /// A value that could change nothing as the scenario stands.
    NoEffect {
        /// Path.
        path: String,
        /// What it needs.
        needs: Needs,
    },
}

/// What a value needs to have an effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// The catastrophe strikes townships one by one.
    TownshipLevel,
    /// The catastrophe has a severity.
    YieldLoss,
    /// The insurer has a share in claims.
    InsurerShare,
    /// The organisation distributes dividends.
    Dividend,
}

/// Distributions.
#[derive(Clone, Debug)]
pub enum LawMistake {
    /// Its parameters are known and no distribution has them.
    Impossible {
        /// Path of the key.
        path: String,
        /// Why.
        error: DistributionError,
    },
    /// Its parameters are not one of the sets that determine it.
    Parameters {
        /// Path of the key.
        path: String,
        /// Name of the distribution.
        law: &'static str,
        /// Parameters found.
        found: Vec<String>,
        /// The sets that determine it.
        forms: Vec<String>,
    },
    /// Values that a law may take and the key may not.
    Support {
        /// Path of the key.
        path: String,
        /// Smallest and largest value of the law.
        found: (f64, f64),
        /// What is allowed.
        range: Range,
    },
}
