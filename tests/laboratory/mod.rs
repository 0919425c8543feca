//! The laboratory: files of `scenarios/laboratory`, read as anybody reads them, against closed forms and recursions that
//! are written here. Tolerance: four standard errors over replications. Values are read by the columns of the tables.
//!
//! One seed runs always; [`seeds`] makes a second, ignored test that runs the others (`just prove`).

mod edges;
mod hazard;
mod invariances;
mod organisations;
mod pairs;
mod pools;
mod readme;
mod recovery;
mod regime;
mod ruin;
mod sharing;
mod suspension;
mod whole_loop;
mod yields;

use std::path::PathBuf;

use lendmix::engine::{self, Study, Unwatched};
use lendmix::metrics::{MONTH_COLUMNS, REPLICATION_COLUMNS, TOWNSHIP_COLUMNS};
use lendmix::model::record::{MonthRecord, ReplicationRecord, TownshipYearRecord};
use lendmix::scenario::Scenario;

/// A test of one seed that always runs, and an ignored one of two further seeds.
macro_rules! seeds {
    ($($(#[$doc:meta])* $name:ident($seed:ident) $body:block)*) => {
        $(
            $(#[$doc])*
            mod $name {
                use super::*;
                fn check($seed: u64) $body
                #[test]
                fn one_seed() {
                    check(1);
                }
                #[test]
                #[ignore = "prove: further seeds"]
                fn further_seeds() {
                    for seed in [2, 3] {
                        check(seed);
                    }
                }
            }
        )*
    };
}
use seeds;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("scenarios/laboratory")
}

/// The text of a laboratory scenario, as shipped or edited.
#[derive(Clone)]
struct Lab {
    name: String,
    text: String,
}

impl Lab {
    fn shipped(name: &str) -> Lab {
        let text = std::fs::read_to_string(folder().join(format!("{name}.toml"))).unwrap();
        Lab { name: name.to_owned(), text }
    }

    fn written(text: &str) -> Lab {
        Lab { name: "written".to_owned(), text: text.to_owned() }
    }

    /// The same with a piece of its text replaced; it must occur once.
    #[track_caller]
    fn with(mut self, old: &str, new: &str) -> Lab {
        assert_eq!(self.text.matches(old).count(), 1, "`{old}` must occur once");
        self.text = self.text.replace(old, new);
        self
    }

    #[track_caller]
    fn scenario(&self) -> Scenario {
        Scenario::from_text(&self.name, &self.text, &folder()).unwrap_or_else(|told| panic!("{told}"))
    }

    /// All replications that the file asks for.
    #[track_caller]
    fn run(&self, seed: u64) -> Runs {
        let replications = self.scenario().run.replications;
        self.replicate(seed, replications)
    }

    #[track_caller]
    fn replicate(&self, seed: u64, replications: u32) -> Runs {
        let mut scenario = self.scenario();
        scenario.run.seed = seed;
        let (county, run) = (scenario.county(), &scenario.run);
        let (months, townships) = (run.months as usize, county.townships().len() * run.years().count());
        let mut runs = Runs { months_each: months, townships_each: townships, ..Runs::default() };
        engine::run::<()>(&Study::new(vec![county]), 0..replications, 2, &Unwatched, |_, chunk| {
            runs.replications.extend(chunk.replications.iter().cloned());
            runs.months.extend(chunk.months.iter().copied());
            runs.townships.extend(chunk.townships.iter().copied());
            Ok(())
        })
        .unwrap();
        runs
    }
}

/// The tables of a run.
#[derive(Default)]
struct Runs {
    replications: Vec<ReplicationRecord>,
    months: Vec<MonthRecord>,
    townships: Vec<TownshipYearRecord>,
    months_each: usize,
    townships_each: usize,
}

impl Runs {
    fn len(&self) -> usize {
        self.replications.len()
    }

    /// A column of `replications.parquet`; missing is `NaN`.
    #[track_caller]
    fn column(&self, id: &str) -> Vec<f64> {
        let column = REPLICATION_COLUMNS.iter().find(|column| column.id == id).unwrap();
        self.replications.iter().map(|record| (column.read)(record).number()).collect()
    }

    /// A column of `months.parquet` in one month of the run, from 1.
    #[track_caller]
    fn month(&self, id: &str, month: usize) -> Vec<f64> {
        let column = MONTH_COLUMNS.iter().find(|column| column.id == id).unwrap();
        let records = self.months.iter().skip(month - 1).step_by(self.months_each);
        records.map(|record| (column.read)(record).number()).collect()
    }

    /// A column of `townships.parquet` in one row of each replication (townships, then years), from 0.
    #[track_caller]
    fn township(&self, id: &str, row: usize) -> Vec<f64> {
        let column = TOWNSHIP_COLUMNS.iter().find(|column| column.id == id).unwrap();
        let records = self.townships.iter().skip(row).step_by(self.townships_each);
        records.map(|record| (column.read)(record).number()).collect()
    }

    /// How many replications fulfil a condition on a column.
    fn times(&self, id: &str, holds: impl Fn(f64) -> bool) -> usize {
        self.column(id).into_iter().filter(|value| holds(*value)).count()
    }
}

/// Paths of less probability than this are left out of a recursion: together they are far below a standard error.
const NEGLIGIBLE: f64 = 1e-12;

/// Binomial laws of one probability and up to sixty trials.
struct Binomials(Vec<Vec<f64>>);

impl Binomials {
    fn new(p: f64) -> Binomials {
        Binomials((0..=60).map(|n| crate::support::binomial(n, p)).collect())
    }

    fn of(&self, trials: usize) -> &[f64] {
        &self.0[trials]
    }
}

fn scaled(values: Vec<f64>, unit: f64) -> Vec<f64> {
    values.into_iter().map(|value| value / unit).collect()
}

/// Σ f(k) P(K = k).
fn expected(law: &[f64], of: impl Fn(f64) -> f64) -> f64 {
    law.iter().enumerate().map(|(k, p)| p * of(k as f64)).sum()
}

fn variance(law: &[f64]) -> f64 {
    expected(law, |k| k * k) - expected(law, |k| k).powi(2)
}

/// Points of a law whose probabilities of not exceeding are worth a test.
fn telling(law: &[f64]) -> Vec<usize> {
    let mut sum = 0.0;
    let cumulated = law.iter().map(|p| {
        sum += p;
        sum
    });
    let inside: Vec<usize> =
        cumulated.enumerate().filter(|(_, sum)| *sum > 0.002 && *sum < 0.998).map(|(point, _)| point).collect();
    let step = inside.len().div_ceil(12).max(1);
    inside.into_iter().step_by(step).collect()
}

/// Every file of the folder is valid and names itself in both languages.
#[test]
fn every_shipped_file_is_valid() {
    let mut rows = std::collections::BTreeSet::new();
    for entry in std::fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            let scenario = Scenario::load(&path).unwrap_or_else(|told| panic!("{told}"));
            assert!(!scenario.title.en.is_empty() && !scenario.title.zh.is_empty(), "{}", path.display());
            rows.insert(scenario.name[..2].to_owned());
        }
    }
    let wanted: Vec<String> = (1..=14).map(|row| format!("{row:02}")).collect();
    assert_eq!(rows.into_iter().collect::<Vec<_>>(), wanted);
}
