//! A chunk of the engine must fit its scenario before it is written.

use super::error::OutputError;
use super::scenario::ScenarioInfo;
use crate::engine::Chunk;
use crate::model::groups;

/// Whether the rows of a chunk fit its scenario.
pub(super) fn check(chunk: &Chunk, scenario: usize, info: &ScenarioInfo) -> Result<(), OutputError> {
    let n = chunk.replications.len();
    let shapes = [
        ("months", n * info.months as usize, chunk.months.len()),
        ("townships", n * info.townships.len() * info.years.len(), chunk.townships.len()),
        ("groups", n * groups::count(info.townships.len()), chunk.groups.len()),
    ];
    match shapes.into_iter().find(|(_, expected, found)| expected != found) {
        None => Ok(()),
        Some((table, expected, found)) => Err(OutputError::WrongShape { scenario, table, expected, found }),
    }
}
