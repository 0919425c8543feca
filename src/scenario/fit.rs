//! Files of targets: what a scenario is measured by, and which of its values are fitted to what.

use std::path::{Path, PathBuf};

use super::decode::{Context, decode_fit};
use super::diagnostics::{Diag, Diagnostics};
use super::mistake::Mistake;
use super::source::{self, Sources};
use super::{file, parse};
use crate::text::Words;
use crate::units::CalendarMonth;

/// Names of columns that a measure may use.
#[derive(Clone, Debug)]
pub struct ColumnNames {
    /// Of the table of months.
    pub months: Vec<&'static str>,
    /// Of the table of replications.
    pub replications: Vec<&'static str>,
}

/// A file of targets.
#[derive(Clone, Debug)]
pub struct FitFile {
    /// The scenario, found from the file's own folder.
    pub scenario: PathBuf,
    /// Replications of an evaluation.
    pub replications: u32,
    /// Names and overrides (as `--set` takes them) of variations.
    pub variations: Vec<(String, Vec<String>)>,
    /// What is measured.
    pub targets: Vec<Target>,
    /// What is fitted, in order.
    pub parameters: Vec<Parameter>,
}

/// One target.
#[derive(Clone, Debug)]
pub struct Target {
    /// Its name in the file.
    pub name: String,
    /// What it is.
    pub title: Words,
    /// Unit of the result.
    pub unit: TargetUnit,
    /// Figure aimed at.
    pub value: Option<f64>,
    /// How far a fitted mean may be from it.
    pub tolerance: Option<f64>,
    /// Lowest and highest result that agree with the record.
    pub band: Option<(f64, f64)>,
    /// Whether the file says that the result lies in the band.
    pub inside: Option<bool>,
    /// Source and grade.
    pub source: String,
    /// Fitted or not.
    pub status: TargetStatus,
    /// Index of its variation; `None`: the scenario itself.
    pub variation: Option<usize>,
    /// How it is measured.
    pub measure: Measure,
}

/// Unit of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetUnit {
    /// A plain number.
    Number,
    /// Yuan.
    Yuan,
    /// A share, shown in per cent.
    Share,
    /// A ratio.
    Times,
    /// Months.
    Months,
    /// Yuan per person and year.
    YuanPerPersonAnnual,
}

/// Why a result is what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetStatus {
    /// Fitted by the file.
    Fitted,
    /// An input says it.
    Given,
    /// It follows from inputs.
    Follows,
    /// Nothing was chosen for it: it alone can be wrong.
    Free,
}

/// How a target is measured in one replication.
#[derive(Clone, Debug, PartialEq)]
pub enum Measure {
    /// Sums of monthly columns.
    Months {
        /// What is added up.
        of: Sum,
        /// Months of the sum.
        window: (CalendarMonth, CalendarMonth),
        /// What it is divided by, if anything.
        per: Option<Sum>,
        /// Months of the divisor.
        per_window: (CalendarMonth, CalendarMonth),
        /// And by this number.
        per_number: f64,
    },
    /// Columns of the replication.
    Replications {
        /// What is added up.
        of: Sum,
        /// What it is divided by, if anything.
        per: Option<Sum>,
        /// And by this number.
        per_number: f64,
    },
    /// Months from the peak of one column to that of another.
    PeakLag {
        /// Column whose peak comes first.
        from: String,
        /// Column whose peak comes after.
        to: String,
        /// A peak is the largest sum over so many months.
        over_months: u16,
    },
    /// Gini coefficient of baseline income per head.
    IncomeGini,
    /// Quantile of baseline income per head.
    IncomeQuantile(f64),
}

/// Columns with their signs.
pub type Sum = Vec<(String, f64)>;

/// One value that is fitted.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Path of the key.
    pub key: String,
    /// Index of its target.
    pub target: usize,
    /// What is tried.
    pub tried: Tried,
    /// What is known of the value from elsewhere, and how far from it the value may well be.
    pub prior: Option<(f64, f64)>,
}

/// Values that a fit tries.
#[derive(Clone, Debug, PartialEq)]
pub enum Tried {
    /// `from + i·step` for i = 0 … n.
    Grid {
        /// Smallest.
        from: f64,
        /// Distance.
        step: f64,
        /// Number of steps n.
        steps: u32,
    },
    /// All of these.
    Choices(Vec<String>),
}

impl Tried {
    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Tried::Grid { steps, .. } => *steps as usize + 1,
            Tried::Choices(list) => list.len(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The value with an index, as a scenario file writes it: steps of a grid without the noise of binary fractions.
    pub fn text(&self, index: usize) -> String {
        match self {
            Tried::Grid { from, step, .. } => {
                let value = from + step * index as f64;
                format!("{}", libm::round(value * 1e9) / 1e9)
            }
            Tried::Choices(list) => list.get(index).cloned().unwrap_or_default(),
        }
    }
}

impl FitFile {
    /// Reads a file of targets; `columns` are those that measures may use.
    ///
    /// # Errors
    ///
    /// Every mistake of the file.
    pub fn load(path: &Path, columns: &ColumnNames) -> Result<FitFile, Diagnostics> {
        let shown = source::shown_path(path);
        let directory = path.parent().unwrap_or(Path::new(""));
        let text = match file::read(path, &shown) {
            Ok((text, _)) => text,
            Err(mistake) => {
                return Err(Diagnostics::new(Sources::default(), vec![Diag::nowhere(Mistake::File(mistake))]));
            }
        };
        let mut sources = Sources::default();
        let main = sources.add(&shown, directory, text);
        let root = match parse::parse(&sources, main) {
            Ok(root) => root,
            Err(diags) => return Err(Diagnostics::new(sources, diags)),
        };
        let cx = Context::new(sources);
        let fit = decode_fit(&cx, &root, columns, directory);
        let (sources, diags, _) = cx.into_parts();
        fit.ok_or_else(|| Diagnostics::new(sources, diags))
    }
}
