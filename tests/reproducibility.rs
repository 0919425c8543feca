//! Same bits for any thread count, any order, any split of the replications, any company of other scenarios.

#![expect(clippy::single_range_in_vec_init, reason = "a run is given as a list of ranges; one range is a list too")]

use crate::support::*;
use lendmix::engine::{self, Chunk, Study, Unwatched};

/// The records of each scenario of a study as text, in the order in which they were handed on.
fn records(bares: &[&Bare], ranges: &[std::ops::Range<u32>], threads: usize) -> Vec<String> {
    let study = Study::new(bares.iter().map(|bare| bare.county()).collect());
    let mut texts = vec![String::new(); bares.len()];
    for range in ranges {
        let done = engine::run::<()>(&study, range.clone(), threads, &Unwatched, |scenario, chunk: &Chunk| {
            texts[scenario] +=
                &format!("{:?}\n{:?}\n{:?}\n{:?}\n", chunk.replications, chunk.months, chunk.townships, chunk.groups);
            Ok(())
        });
        assert_eq!(done, Ok(range.end - range.start));
    }
    texts
}

/// All rows of a run one after the other, however they were cut into chunks.
fn rows(bare: &Bare, ranges: &[std::ops::Range<u32>], threads: usize) -> Vec<String> {
    let study = Study::new(vec![bare.county()]);
    let mut rows = Vec::new();
    for range in ranges {
        engine::run::<()>(&study, range.clone(), threads, &Unwatched, |_, chunk: &Chunk| {
            let count = chunk.replications.len();
            let (months, townships) = (chunk.months.len() / count, chunk.townships.len() / count);
            for (k, run) in chunk.replications.iter().enumerate() {
                rows.push(format!(
                    "{} {run:?} {:?} {:?}",
                    chunk.first_replication + k as u32,
                    &chunk.months[k * months..(k + 1) * months],
                    &chunk.townships[k * townships..(k + 1) * townships],
                ));
            }
            Ok(())
        })
        .unwrap();
    }
    rows
}

/// One, two or seven threads. Catches a workspace that carries something from one replication to the next, and results
/// in order of arrival.
#[test]
fn threads_change_no_bit() {
    for (name, bare) in Bare::rich_variants() {
        let one = records(&[&bare], &[0..200], 1);
        for threads in [2, 7] {
            assert!(records(&[&bare], &[0..200], threads) == one, "{name}, {threads} threads");
        }
    }
}

/// A replication alone is the same replication among others.
#[test]
fn a_replication_alone_equals_itself_among_others() {
    for (name, bare) in Bare::rich_variants() {
        let all = rows(&bare, &[0..150], 2);
        for replication in [0, 1, 63, 64, 65, 127, 149] {
            let alone = rows(&bare, &[replication..replication + 1], 1);
            assert!(alone[..] == all[replication as usize..=replication as usize], "{name}, {replication}");
        }
    }
}

/// However a range is split over machines, and in whatever order the parts are run.
#[test]
fn a_split_changes_no_bit() {
    for (name, bare) in Bare::rich_variants() {
        let all = rows(&bare, &[0..150], 2);
        assert!(rows(&bare, &[0..50, 50..51, 51..150], 3) == all, "{name}");
        let mut backwards = rows(&bare, &[128..150, 64..128, 0..64], 2);
        backwards.sort_by_key(|row| row.split(' ').next().and_then(|number| number.parse::<u32>().ok()));
        assert!(backwards == all, "{name}");
    }
}

/// Scenarios side by side equal each alone.
#[test]
fn scenarios_of_a_study_do_not_touch_each_other() {
    let variants = Bare::rich_variants();
    let bares: Vec<&Bare> = variants.iter().map(|(_, bare)| bare).collect();
    let together = records(&bares, &[0..130], 2);
    for (index, (name, bare)) in variants.iter().enumerate() {
        assert!(records(&[bare], &[0..130], 2)[0] == together[index], "{name}");
    }
    // The engine hands on in order of replication.
    assert!(rows(bares[0], &[0..130], 7).iter().enumerate().all(|(k, row)| row.starts_with(&format!("{k} "))));
}

/// Another seed is other luck; the same seed is the same.
#[test]
fn the_seed_decides() {
    let bare = Bare::rich();
    let other = bare.clone().with(|bare| bare.seed = 2);
    assert!(rows(&bare, &[0..3], 1) == rows(&bare.clone(), &[0..3], 1));
    assert!(rows(&bare, &[0..3], 1) != rows(&other, &[0..3], 1));
}
