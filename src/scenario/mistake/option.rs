//! Options of the command line that set no value.

/// `--set` and `--mix`.
#[derive(Clone, Debug)]
pub enum OptionMistake {
    /// No `=` between path and value.
    NoEquals,
    /// More than one value at once.
    NotOneValue,
    /// `extends` belongs in a file.
    Extends,
    /// A part of a mix is no `mode=share`.
    NotAShare {
        /// The part.
        part: String,
    },
    /// A mode that there is not.
    UnknownMode {
        /// The name.
        name: String,
        /// The mode that was probably meant.
        nearest: Option<String>,
    },
    /// A mode named twice.
    ModeTwice {
        /// Its key.
        mode: &'static str,
    },
    /// Shares without names that are not three.
    NotThreeShares {
        /// How many there are.
        found: usize,
    },
    /// Shares that add up neither to 1 nor to 100.
    MixSum {
        /// Their sum.
        sum: f64,
    },
    /// The file changes the mix at a date.
    MixHasDates {
        /// Name of the change.
        change: String,
    },
}
