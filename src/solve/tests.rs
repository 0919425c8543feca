//! The search against brute force, on objectives whose best point is known.

use super::{Errors, Finding, Limit, Mix, Observed, Search, Verdict, grid};
use crate::stats::{Moments, Proportion};

/// A uniform number by counter (SplitMix64).
fn uniform(seed: u64, replication: u32, stream: u64) -> f64 {
    let mut z = seed.wrapping_mul(0xD134_2543_DE82_EF95) ^ (u64::from(replication) << 32) ^ stream;
    for _ in 0..2 {
        z = z.wrapping_add(0x9E37_79B9_7F4A_7C15);
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^= z >> 31;
    }
    (z >> 11) as f64 / (1u64 << 53) as f64
}

/// Nearly normal noise with variance one: a sum of four uniforms.
fn normal(seed: u64, replication: u32, stream: u64) -> f64 {
    3f64.sqrt() * ((0..4).map(|k| uniform(seed, replication, (stream << 4) | k)).sum::<f64>() - 2.0)
}

/// A county on paper: mean gain and depletion probability of a mix, and a weight of noise that is its own.
struct Paper {
    seed: u64,
    gain: fn([f64; 3]) -> f64,
    depletion: fn([f64; 3]) -> f64,
    own_noise: f64,
}

impl Paper {
    fn shares(mix: Mix) -> [f64; 3] {
        mix.parts().map(|part| f64::from(part) / 1000.0)
    }

    fn stream(mix: Mix) -> u64 {
        let [a, b, _] = mix.parts();
        1 + u64::from(a) * 1001 + u64::from(b)
    }

    fn gain_in(&self, mix: Mix, replication: u32) -> f64 {
        let own =
            if self.own_noise > 0.0 { self.own_noise * normal(self.seed, replication, Self::stream(mix)) } else { 0.0 };
        (self.gain)(Self::shares(mix)) + 300.0 * normal(self.seed, replication, 0) + own
    }

    /// One shock a replication: a riskier mix is depleted in all replications in which a safer one is.
    fn depleted_in(&self, mix: Mix, replication: u32) -> bool {
        uniform(self.seed, replication, 1 << 31) < (self.depletion)(Self::shares(mix))
    }

    /// Searches from the 10% grid to the finest step; returns what was simulated, too.
    fn search(&self, limit: f64, finest: u16, all: u32) -> (Search<Mix>, Finding, u64) {
        let ladder: Vec<u32> = [128, 512].into_iter().filter(|look| *look < all).chain([all]).collect();
        let errors = Errors { error: 0.05, points: grid(finest).len(), conditions: 1, looks: ladder.len() };
        let mut search = Search::new(ladder, errors);
        let mut depleted = std::collections::BTreeMap::<Mix, u64>::new();
        let mut simulated = 0;
        search.propose(grid(100));
        let mut step = 100;
        loop {
            while let Some(round) = search.next(16) {
                for index in round.candidates {
                    let mix = search.candidates[index].point;
                    let values: Vec<f64> = round.replications.clone().map(|r| self.gain_in(mix, r)).collect();
                    let count = round.replications.clone().filter(|r| self.depleted_in(mix, *r)).count() as u64;
                    let k = depleted.entry(mix).or_default();
                    *k += count;
                    simulated += values.len() as u64;
                    let observed = Observed::Share(Proportion { k: *k, n: u64::from(round.replications.end) });
                    search.record(index, &values, Limit::AtMost(limit).judge(&observed, errors.of_condition()));
                }
                search.settle();
            }
            step /= 2;
            let live: Vec<Mix> = search.candidates.iter().filter(|c| c.is_in()).map(|c| c.point).collect();
            if step < finest || live.len() > 20 || search.propose(live.iter().flat_map(|m| m.neighbours(step))) == 0 {
                break;
            }
        }
        let finding = search.finding();
        (search, finding, simulated)
    }

    /// The best mix of a grid, from the means on paper.
    fn best(&self, limit: f64, step: u16) -> Option<Mix> {
        let meeting = grid(step).into_iter().filter(|mix| (self.depletion)(Self::shares(*mix)) <= limit);
        meeting.max_by(|a, b| (self.gain)(Self::shares(*a)).total_cmp(&(self.gain)(Self::shares(*b))))
    }
}

fn mix(parts: [u16; 3]) -> Mix {
    Mix::new(parts).unwrap()
}

#[test]
fn the_best_corner_is_found_and_called_best() {
    let paper = Paper { seed: 1, gain: |s| 1000.0 + 500.0 * s[0] - 200.0 * s[1], depletion: |_| 0.0, own_noise: 40.0 };
    let (search, finding, simulated) = paper.search(0.05, 50, 2_000);
    assert_eq!(finding.leader.map(|l| search.candidates[l].point), Some(mix([1000, 0, 0])));
    assert!(finding.is_best(), "{finding:?}");
    assert!(simulated < 66 * 2_000 / 4, "{simulated} replications: brute force would need {}", 66 * 2_000);
}

#[test]
fn a_condition_moves_the_answer_inside() {
    // Gain falls with fixed benefit, risk with self-directed: on the edge 50/50/0 the risk is 20%.
    let paper = Paper { seed: 2, gain: |s| 800.0 * s[1] + 100.0 * s[0], depletion: |s| 0.4 * s[1], own_noise: 5.0 };
    for (limit, expected) in [(0.22, [500, 500, 0]), (0.10, [800, 200, 0])] {
        assert_eq!(paper.best(limit, 100), Some(mix(expected)));
        let (search, finding, _) = paper.search(limit, 100, 12_000);
        let leader = finding.leader.unwrap();
        assert_eq!(search.candidates[leader].point, mix(expected), "{limit}");
        assert!(finding.surely_meets && finding.is_best(), "{finding:?}");
    }
}

#[test]
fn refinement_finds_what_the_whole_fine_grid_has() {
    let paper = Paper {
        seed: 3,
        gain: |s| -900.0 * ((s[0] - 0.45) * (s[0] - 0.45) + (s[1] - 0.35) * (s[1] - 0.35)),
        depletion: |_| 0.0,
        own_noise: 0.5,
    };
    assert_eq!(paper.best(0.05, 50), Some(mix([450, 350, 200])));
    let (search, finding, simulated) = paper.search(0.05, 50, 2_000);
    assert_eq!(finding.leader.map(|l| search.candidates[l].point), Some(mix([450, 350, 200])));
    assert!(finding.is_best(), "{finding:?}");
    assert!(simulated < 231 * 2_000 / 10);
}

#[test]
fn equal_mixes_are_tied_and_nothing_is_called_best() {
    let paper = Paper { seed: 4, gain: |s| 500.0 + 400.0 * (s[0] + s[1]), depletion: |_| 0.0, own_noise: 20.0 };
    let (search, finding, _) = paper.search(0.05, 100, 2_000);
    assert!(!finding.is_best());
    let leader = finding.leader.map(|leader| search.candidates[leader].point);
    let mut tied: Vec<Mix> = finding.tied.iter().map(|index| search.candidates[*index].point).chain(leader).collect();
    tied.sort();
    let edge: Vec<Mix> = grid(100).into_iter().filter(|mix| mix.parts()[2] == 0).collect();
    assert_eq!(tied, edge, "the eleven mixes without fixed benefit gain the same");
}

#[test]
fn a_condition_at_its_limit_is_said_to_be_uncertain() {
    let paper = Paper { seed: 5, gain: |s| 300.0 * s[1], depletion: |_| 0.010, own_noise: 1.0 };
    let (_, finding, _) = paper.search(0.010, 100, 2_000);
    assert!(!finding.surely_meets && !finding.is_best(), "{finding:?}");
}

#[test]
fn where_nothing_meets_the_condition_there_is_no_leader() {
    let paper = Paper { seed: 6, gain: |s| s[1], depletion: |_| 0.5, own_noise: 0.0 };
    let (search, finding, simulated) = paper.search(0.01, 50, 2_000);
    assert_eq!(finding, Finding::default());
    assert!(search.candidates.iter().all(|candidate| candidate.verdict == Some(Verdict::Fails)));
    assert_eq!(simulated, 66 * 128, "128 replications suffice to see one half");
}

/// Over 60 searches the true best mix is never out: at 95% at most 5% may lose it, Bonferroni loses far fewer.
#[test]
fn the_true_best_stays_in() {
    let mut lost = 0;
    for seed in 0..60 {
        let paper = Paper {
            seed: 1_000 + seed,
            gain: |s| 60.0 * s[0] + 50.0 * s[1],
            depletion: |s| 0.03 * s[1],
            own_noise: 80.0,
        };
        let (search, finding, _) = paper.search(0.02, 100, 512);
        let best = paper.best(0.02, 100).unwrap();
        let among = |index: &usize| search.candidates[*index].point == best;
        let kept = finding.leader.iter().chain(&finding.tied).chain(&finding.perhaps).any(among);
        lost += usize::from(!kept);
    }
    assert!(lost <= 3 + 7, "{lost} of 60 lost: at most 3 are expected, four standard errors more are 10");
}

#[test]
fn paired_comparisons_see_what_unpaired_means_do_not() {
    let of = |shift: f64| (0..200).map(|r| 300.0 * normal(7, r, 0) + shift).collect::<Vec<f64>>();
    let (low, high) = (of(0.0), of(5.0));
    let mut search = Search::new(vec![200], Errors { error: 0.05, points: 66, conditions: 1, looks: 1 });
    search.propose(["low", "high"]);
    search.record(0, &low, Verdict::Holds);
    search.record(1, &high, Verdict::Holds);
    let apart = |values: &[f64]| Moments::of(values.iter().copied()).estimate().interval.unwrap();
    assert!(apart(&low).high > apart(&high).low && search.beats(1, 0));
}
