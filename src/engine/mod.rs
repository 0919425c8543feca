//! Replications in parallel: fixed chunks, handed on in index order. The engine does not know what a loan is.
//!
//! A chunk of replications is a pure function of the scenarios and of its range: neither the number of threads nor
//! the order of work can change a bit. All scenarios of a study run side by side inside one replication, so that
//! pairs are complete. Memory does not grow with the number of replications: chunks are handed on as they finish.

use std::ops::Range;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use crate::draws::Replication;
use crate::model::county::County;
use crate::model::population::Population;
use crate::model::record::{GroupRecord, MonthRecord, ReplicationRecord, TownshipYearRecord};
use crate::model::state::State;

/// Replications of a chunk. Fixed: chunks are the same however many threads work on them.
pub const CHUNK: u32 = 64;

/// Chunks that a thread works on before a wave of results is handed on.
const CHUNKS_PER_THREAD: usize = 4;

/// Counties that share their luck: the scenarios of a comparison, or one alone.
#[derive(Debug)]
pub struct Study {
    /// The counties, one for each scenario.
    pub counties: Vec<County>,
    /// Records that are handed on.
    pub keep: Keep,
}

/// Which records are handed on beside those of replications.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Months, townships and groups too.
    All,
    /// No others: many counties side by side then take little memory.
    Replications,
}

impl Study {
    /// A study of which all records are handed on.
    pub fn new(counties: Vec<County>) -> Study {
        Study { counties, keep: Keep::All }
    }

    /// For each county the first one that has its population in every replication.
    fn hosts(&self) -> Vec<usize> {
        let host = |index: usize| {
            let county = &self.counties[index];
            (0..index).find(|&before| self.counties[before].shares_population(county)).unwrap_or(index)
        };
        (0..self.counties.len()).map(host).collect()
    }
}

/// Records of a range of replications of one scenario.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chunk {
    /// Number of the first replication.
    pub first_replication: u32,
    /// One record for each replication.
    pub replications: Vec<ReplicationRecord>,
    /// Replication-major, then month.
    pub months: Vec<MonthRecord>,
    /// Replication-major, then township, then year.
    pub townships: Vec<TownshipYearRecord>,
    /// Replication-major, then group ([`crate::model::groups::name`]).
    pub groups: Vec<GroupRecord>,
}

/// What an onlooker wants to know and may say while a run goes on. Called from many threads.
pub trait Progress: Sync {
    /// So many more replications are simulated.
    fn advance(&self, replications: u32);
    /// Whether to stop after the chunks in hand.
    fn stop(&self) -> bool;
}

/// An onlooker that neither looks nor stops.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unwatched;

impl Progress for Unwatched {
    fn advance(&self, _replications: u32) {}
    fn stop(&self) -> bool {
        false
    }
}

/// Simulates the replications of `range` on `threads` threads and hands chunks on to `sink` as (scenario, chunk), in
/// order of replication. Returns how many replications were handed on: all, unless `progress` said stop.
///
/// # Errors
///
/// The first error of `sink` ends the run and is returned.
pub fn run<E>(
    study: &Study,
    range: Range<u32>,
    threads: usize,
    progress: &dyn Progress,
    mut sink: impl FnMut(usize, &Chunk) -> Result<(), E>,
) -> Result<u32, E> {
    let chunks = chunks_of(&range);
    std::thread::scope(|scope| {
        let (sender, receiver): (SyncSender<Vec<Chunk>>, Receiver<Vec<Chunk>>) = sync_channel(1);
        scope.spawn(move || produce(study, &chunks, threads, progress, &sender));
        let mut done = 0;
        for wave in receiver {
            for (scenario, chunk) in wave.iter().enumerate() {
                sink(scenario, chunk)?;
            }
            done += wave.first().map_or(0, |chunk| chunk.replications.len() as u32);
        }
        Ok(done)
    })
}

/// Applies `work` to each replication on `threads` threads; results in the order of `replications`.
pub fn map<T: Send>(threads: usize, replications: &[u32], work: impl Fn(&mut State, u32) -> T + Sync) -> Vec<T> {
    let all = || replications.par_iter().map_init(State::default, |state, number| work(state, *number)).collect();
    match rayon::ThreadPoolBuilder::new().num_threads(threads).build() {
        Ok(pool) => pool.install(all),
        Err(_) => replications.iter().map(|number| work(&mut State::default(), *number)).collect(),
    }
}

/// The fixed chunks that cover a range; their borders are multiples of [`CHUNK`], so that a range can be split anywhere.
fn chunks_of(range: &Range<u32>) -> Vec<Range<u32>> {
    let mut chunks = Vec::new();
    let mut from = range.start;
    while from < range.end {
        let to = (from / CHUNK + 1).saturating_mul(CHUNK).min(range.end);
        chunks.push(from..to);
        from = to;
    }
    chunks
}

/// Simulates waves of chunks and sends each chunk's results, scenario by scenario, in order.
fn produce(
    study: &Study,
    chunks: &[Range<u32>],
    threads: usize,
    progress: &dyn Progress,
    sender: &SyncSender<Vec<Chunk>>,
) {
    let idle: Mutex<Vec<Workspace>> = Mutex::new(Vec::new());
    let hosts = study.hosts();
    let simulate = |range: &Range<u32>| {
        if progress.stop() {
            return None;
        }
        let mut workspace = idle.lock().ok().and_then(|mut idle| idle.pop()).unwrap_or_default();
        let results = workspace.simulate(study, &hosts, range.clone());
        if let Ok(mut idle) = idle.lock() {
            idle.push(workspace);
        }
        progress.advance(range.end - range.start);
        Some(results)
    };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    // Waves change no bit: with many counties whose months are kept, fewer chunks wait in memory.
    let per_thread = match study.keep {
        Keep::All => (CHUNKS_PER_THREAD / study.counties.len().max(1)).max(1),
        Keep::Replications => CHUNKS_PER_THREAD,
    };
    for wave in chunks.chunks(threads.max(1) * per_thread) {
        let results: Vec<Option<Vec<Chunk>>> = match &pool {
            Ok(pool) => pool.install(|| wave.par_iter().map(simulate).collect()),
            Err(_) => wave.iter().map(simulate).collect(),
        };
        for chunk in results {
            let Some(chunk) = chunk else { return };
            if sender.send(chunk).is_err() {
                return;
            }
        }
    }
}

/// Memory of a worker, kept from one chunk to the next.
#[derive(Debug, Default)]
struct Workspace {
    /// One for all counties, which begin it anew one after the other: a hundred counties take the memory of one.
    state: State,
}

impl Workspace {
    fn simulate(&mut self, study: &Study, hosts: &[usize], range: Range<u32>) -> Vec<Chunk> {
        let empty = Chunk { first_replication: range.start, ..Chunk::default() };
        let mut chunks = vec![empty; study.counties.len()];
        for replication in range.map(Replication) {
            let mut populations: Vec<(usize, Arc<Population>)> = Vec::new();
            for ((county, host), chunk) in study.counties.iter().zip(hosts).zip(&mut chunks) {
                let population = match populations.iter().find(|(of, _)| of == host) {
                    Some((_, population)) => Arc::clone(population),
                    None => {
                        let population = county.population(county.luck(replication));
                        populations.push((*host, Arc::clone(&population)));
                        population
                    }
                };
                county.simulate_with(&population, replication, &mut self.state);
                chunk.replications.push(self.state.run.clone());
                if study.keep == Keep::All {
                    chunk.months.extend_from_slice(&self.state.months);
                    chunk.townships.extend_from_slice(&self.state.townships);
                    chunk.groups.extend_from_slice(&self.state.groups);
                }
            }
        }
        chunks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_cover_a_range_and_break_at_multiples() {
        assert_eq!(chunks_of(&(0..130)), [0..64, 64..128, 128..130]);
        assert_eq!(chunks_of(&(70..75)), std::slice::from_ref(&(70..75)));
        assert_eq!(chunks_of(&(60..70)), [60..64, 64..70]);
        assert_eq!(chunks_of(&(5..5)), []);
    }
}
