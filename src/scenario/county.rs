//! What scenarios must have in common to be compared household by household.

use super::Scenario;

/// A setting of a scenario that its comparisons rest on.
#[derive(Clone, Debug)]
pub struct SharedSetting {
    /// Path of the key.
    pub key: String,
    /// As a message shows it.
    pub shown: String,
    /// What is compared: a file by its content, not by its name.
    compared: String,
}

impl PartialEq for SharedSetting {
    fn eq(&self, other: &SharedSetting) -> bool {
        (&self.key, &self.compared) == (&other.key, &other.compared)
    }
}

/// Tables of `[world]` that say who the households are and what they owe at the start.
const COUNTY: [&str; 3] = ["world.population.", "world.ledger", "world.loans"];

/// Hexadecimal digits of a digest that a message shows.
const SHOWN_DIGITS: usize = 12;

impl Scenario {
    /// Everything that makes two scenarios the same county on the same luck: calendar, seed, replications, the way of
    /// drawing the population, households, and the loans on the books at the start.
    pub fn shared_settings(&self) -> Vec<SharedSetting> {
        let run = &self.run;
        let own = [
            ("run.start", run.start.to_string()),
            ("run.months", run.months.to_string()),
            ("run.replications", run.replications.to_string()),
            ("run.seed", run.seed.to_string()),
            ("run.population", run.population.key().to_owned()),
        ];
        let own = own.into_iter().map(|(key, value)| (key.to_owned(), value));
        let lines = self.canonical.lines().filter(|line| COUNTY.iter().any(|table| line.starts_with(table)));
        let county =
            lines.filter_map(|line| line.split_once(" = ")).map(|(key, value)| (key.to_owned(), value.to_owned()));
        own.chain(county).map(|(key, value)| self.shared_setting(key, value)).collect()
    }

    fn shared_setting(&self, key: String, value: String) -> SharedSetting {
        let table = self.tables.iter().find(|table| value == format!("{:?}", table.name));
        match table {
            Some(table) => {
                let shown = format!("{value} (sha256 {}…)", &table.sha256[..SHOWN_DIGITS]);
                SharedSetting { key, shown, compared: table.sha256.clone() }
            }
            None => SharedSetting { key, shown: value.clone(), compared: value },
        }
    }
}
