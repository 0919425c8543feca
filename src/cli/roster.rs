//! `lendmix roster`: the households of a scenario as a roster file.

use std::path::Path;

use crate::draws::{Luck, Replication, Seed};
use crate::model::population::Roster;
use crate::output::write_file;
use crate::scenario::{Scenario, write_roster};

use super::failure::Failure;
use super::{Outcome, print};

/// Writes the fixed population of a scenario as CSV.
pub fn run(file: &Path, output: Option<&Path>) -> Outcome {
    let scenario = Scenario::load(file).map_err(|diagnostics| Failure::Scenario(vec![diagnostics]))?;
    let luck = Luck { seed: Seed(scenario.run.seed), replication: Replication::POPULATION };
    let industries: Vec<&str> = scenario.world.industries.iter().map(|industry| industry.name.as_str()).collect();
    let text = write_roster(&Roster::of(&scenario.world, luck), &industries);
    let Some(output) = output else { return print::to_stdout(&text) };
    if output.exists() {
        return Err(Failure::Exists(output.to_path_buf()));
    }
    Ok(write_file(output, text.as_bytes())?)
}
