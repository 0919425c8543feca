//! How to simulate, and what the command line may change of it.

use super::Scenario;
use super::provenance::{Overridden, ValueOrigin};
use crate::model::county::PopulationDraw;
use crate::units::CalendarMonth;

/// `[run]`.
#[derive(Clone, Debug, PartialEq)]
pub struct RunSettings {
    /// First month.
    pub start: CalendarMonth,
    /// Number of months, 1 to 600.
    pub months: u32,
    /// Number of replications, at least 1.
    pub replications: u32,
    /// Seed of all random numbers.
    pub seed: u64,
    /// Whether replications share one population.
    pub population: PopulationDraw,
    /// Tables to write.
    pub tables: Tables,
}

impl RunSettings {
    /// The calendar years of the run.
    pub fn years(&self) -> std::ops::RangeInclusive<i32> {
        self.start.year()..=self.start.plus(self.months - 1).year()
    }
}

/// Tables of results that a run writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tables {
    /// One row a replication.
    pub replications: bool,
    /// One row a replication and month.
    pub months: bool,
    /// One row a replication, year and township.
    pub townships: bool,
    /// One row a replication and group of households.
    pub groups: bool,
}

impl Tables {
    /// No table.
    pub const NONE: Tables = Tables { replications: false, months: false, townships: false, groups: false };
    /// All tables.
    pub const ALL: Tables = Tables { replications: true, months: true, townships: true, groups: true };

    /// Names as a file or `--tables` writes them, separated by commas; `None` if a name is unknown.
    ///
    /// ```
    /// # use lendmix::scenario::Tables;
    /// assert_eq!(Tables::parse("none"), Some(Tables::NONE));
    /// assert!(Tables::parse("months,replications").is_some_and(|tables| tables.months && !tables.townships));
    /// assert_eq!(Tables::parse("month"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Tables> {
        let mut tables = Tables::NONE;
        if text.trim() == "none" {
            return Some(tables);
        }
        for name in text.split(',') {
            match name.trim() {
                "replications" => tables.replications = true,
                "months" => tables.months = true,
                "townships" => tables.townships = true,
                "groups" => tables.groups = true,
                _ => return None,
            }
        }
        Some(tables)
    }

    /// As `--tables` writes it.
    pub fn names(self) -> String {
        let names = [
            (self.replications, "replications"),
            (self.months, "months"),
            (self.townships, "townships"),
            (self.groups, "groups"),
        ];
        let chosen: Vec<&str> = names.into_iter().filter(|(chosen, _)| *chosen).map(|(_, name)| name).collect();
        if chosen.is_empty() { "none".to_owned() } else { chosen.join(",") }
    }
}

impl Scenario {
    /// Takes the number of replications from an option of the command line; `false` (and no change) outside 1 to 10 million.
    pub fn set_replications(&mut self, replications: u32, option: &str) -> bool {
        let allowed = (1..=10_000_000).contains(&replications);
        if allowed {
            self.run.replications = replications;
            self.overridden("run.replications", replications.to_string(), option);
        }
        allowed
    }

    /// Takes the seed from an option of the command line.
    pub fn set_seed(&mut self, seed: u64, option: &str) {
        self.run.seed = seed;
        self.overridden("run.seed", seed.to_string(), option);
    }

    /// Takes the tables from an option of the command line.
    pub fn set_tables(&mut self, tables: Tables, option: &str) {
        self.run.tables = tables;
        self.overridden("run.tables", tables.names(), option);
    }

    fn overridden(&mut self, path: &str, value: String, option: &str) {
        if let Some(origin) = self.provenance.iter_mut().find(|origin| origin.path == path) {
            let before = Overridden { file: origin.file.clone(), line: origin.line, value: origin.value.clone() };
            *origin = ValueOrigin {
                path: path.to_owned(),
                value,
                file: option.to_owned(),
                line: None,
                overrides: Some(before),
                comment: None,
            };
        }
    }
}
