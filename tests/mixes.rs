//! Mixes of modes: each is the scenario that a file would state, whatever it shares with the others.

use std::path::{Path, PathBuf};

use lendmix::draws::Seed;
use lendmix::engine::{self, Chunk, Keep, Study, Unwatched};
use lendmix::model::county::{County, PopulationDraw};
use lendmix::model::policy::PerMode;
use lendmix::scenario::{Override, Scenario};
use lendmix::units::Share;

fn shipped(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(format!("{name}.toml"))
}

fn load(name: &str, overrides: &[Override]) -> Scenario {
    Scenario::load_with(&shipped(name), overrides).unwrap_or_else(|told| panic!("{told}"))
}

fn county(scenario: &Scenario, population: PopulationDraw) -> County {
    let run = &scenario.run;
    County::new(scenario.policy.clone(), scenario.world.clone(), run.start, run.months, Seed(run.seed), population)
}

fn mix(shares: [f64; 3]) -> PerMode<Share> {
    PerMode(shares.map(|share| Share::new(share).unwrap()))
}

/// The records of each county of a study, chunk after chunk.
fn records(study: &Study, replications: u32) -> Vec<Vec<Chunk>> {
    let mut found = vec![Vec::new(); study.counties.len()];
    let done = engine::run::<()>(study, 0..replications, 2, &Unwatched, |county, chunk| {
        found[county].push(chunk.clone());
        Ok(())
    });
    assert_eq!(done, Ok(replications));
    found
}

/// Records as text: every bit of a number shows, and a missing one equals a missing one.
fn text(records: &impl std::fmt::Debug) -> String {
    format!("{records:?}")
}

const CORNERS: [(&str, [f64; 3]); 3] =
    [("mix-all-self", [1.0, 0.0, 0.0]), ("mix-all-pooled", [0.0, 1.0, 0.0]), ("mix-all-fixed", [0.0, 0.0, 1.0])];

/// The corners of the map are the scenarios of the single modes: the same content and the same records, bit for bit.
#[test]
fn corners_are_the_scenarios_of_single_modes() {
    let open = [Override::set("policy.lending.placement=open"), Override::mix("34/33/33")];
    let interior = load("daoxian-2016", &open);
    let first = county(&interior, PopulationDraw::Fixed);
    for (name, shares) in CORNERS {
        let mixed = interior.mixed(mix(shares));
        let alone = load(name, &[]);
        assert_eq!(mixed.canonical, alone.canonical(), "{name}");
        assert_eq!(mixed.digest(), alone.digest(), "{name}");
        let corner = Study::new(vec![first.under(mixed.policy)]);
        let file = Study::new(vec![county(&alone, PopulationDraw::Fixed)]);
        assert!(text(&records(&corner, 2)) == text(&records(&file, 2)), "{name}");
    }
}

/// A small county whose households, like those of `run.population = "redrawn"`, may be others in each replication.
fn small() -> Scenario {
    let households = ["households=300", "townships=3", "villages=6"].map(|key| format!("world.population.{key}"));
    let mut overrides: Vec<Override> = households.into_iter().map(Override::set).collect();
    overrides.extend([Override::set("policy.lending.placement=open"), Override::mix("34/33/33")]);
    load("daoxian-2016", &overrides)
}

/// Counties that share world, households and state equal counties each on its own, and what is not kept changes nothing.
#[test]
fn what_mixes_share_changes_no_bit() {
    let interior = small();
    let shares = [[1.0, 0.0, 0.0], [0.2, 0.5, 0.3], [0.0, 0.0, 1.0]];
    for population in [PopulationDraw::Fixed, PopulationDraw::Redrawn] {
        let first = county(&interior, population);
        let kin = shares.map(|shares| first.under(interior.mixed(mix(shares)).policy));
        assert!(kin.iter().all(|county| first.shares_population(county)));
        let together = records(&Study::new(kin.into()), 70);
        for (index, shares) in shares.into_iter().enumerate() {
            let mut alone = interior.clone();
            alone.policy = interior.mixed(mix(shares)).policy;
            let alone = Study { counties: vec![county(&alone, population)], keep: Keep::Replications };
            let alone = records(&alone, 70).remove(0);
            for (together, alone) in together[index].iter().zip(&alone) {
                assert!(text(&together.replications) == text(&alone.replications), "{population:?} {shares:?}");
                assert!(alone.months.is_empty() && alone.townships.is_empty() && !together.months.is_empty());
            }
        }
    }
}

/// Another offer is another population, even in the same world.
#[test]
fn another_offer_shares_no_households() {
    let first = county(&small(), PopulationDraw::Fixed);
    let mut policy = small().policy;
    policy.start.lending.credit_line_share = Share::new(0.5).unwrap();
    assert!(!first.shares_population(&first.under(policy)));
    let stranger = county(&small(), PopulationDraw::Fixed);
    assert!(!first.shares_population(&stranger), "worlds that were read twice are not known to be equal");
}
