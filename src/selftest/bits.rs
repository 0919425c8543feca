//! The same bits on any number of threads, however a run is split, and on every machine.

use super::{Item, Kind};
use crate::audit::Fingerprint;
use crate::engine::{self, Study, Unwatched};
use crate::scenario::{Diagnostics, Scenario};
use crate::text::words::selftest as words;
use crate::text::{Lang, Say};
use std::convert::Infallible;
use std::ops::Range;
use std::path::Path;

/// The base case, as it ships.
const BASE: &str = include_str!("../../scenarios/daoxian-2016.toml");

/// The digests that the shipped scenarios had when they were last accepted: name, replications, columns, SHA-256.
const ACCEPTED: &str = include_str!("../../tests/golden/digests.txt");

/// More than two chunks of the engine, so that threads have something to share.
const REPLICATIONS: u32 = 150;

pub(super) fn check(take: &mut impl FnMut(Item)) -> Result<(), Diagnostics> {
    let scenario = Scenario::from_text("daoxian-2016", BASE, Path::new("."))?;
    let study = Study::new(vec![scenario.county()]);
    let whole = |threads: usize| digest(&study, std::slice::from_ref(&(0..REPLICATIONS)), threads);
    let one = whole(1);
    let same = |id, says: Say, found: String| equal(id, says, found, &one);
    take(same("threads_2", words::threads_2, whole(2)));
    take(same("threads_7", words::threads_7, whole(7)));
    let parts = digest(&study, &[0..41, 41..100, 100..REPLICATIONS], 3);
    take(same("split", words::split, parts));
    if let Some((replications, accepted)) = accepted("daoxian-2016") {
        let found = digest(&study, std::slice::from_ref(&(0..replications)), 2);
        take(equal("machine", words::machine, found, accepted));
    }
    Ok(())
}

/// Replications and digest that were accepted for a scenario.
fn accepted(name: &str) -> Option<(u32, &'static str)> {
    let lines = ACCEPTED.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
    let line = lines.into_iter().find(|words| words.first() == Some(&name))?;
    Some((line.get(1)?.parse().ok()?, line.get(3)?))
}

/// Digest of the records of some ranges of replications, one after the other.
fn digest(study: &Study, ranges: &[Range<u32>], threads: usize) -> String {
    let mut fingerprint = Fingerprint::default();
    for range in ranges {
        let Ok(_) = engine::run::<Infallible>(study, range.clone(), threads, &Unwatched, |_, chunk| {
            fingerprint.add(&chunk.replications, &chunk.months, &chunk.townships);
            Ok(())
        });
    }
    fingerprint.digest()
}

fn equal(id: &'static str, says: Say, found: String, expected: &str) -> Item {
    let passed = found == expected;
    let short = |digest: &str| digest.chars().take(16).collect::<String>();
    Item {
        id,
        en: says(Lang::En),
        zh: says(Lang::Zh),
        kind: Kind::Bits,
        found: short(&found),
        expected: short(expected),
        standard_error: None,
        z: None,
        passed,
    }
}
