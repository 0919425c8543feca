//! From a hand-made map to sentences.

use super::*;
use crate::output::{MapPoint, Verdict};
use crate::stats::{Effect, Estimate, Interval, PairedDifferences};

fn estimate(mean: f64) -> Estimate {
    let interval = Some(Interval { low: mean - 1.0, high: mean + 1.0 });
    Estimate { n: 300, missing: 0, mean: Some(mean), sd: Some(1.0), interval }
}

fn effect(mean: f64) -> Effect {
    Effect { difference: estimate(mean), ..PairedDifferences::default().effect() }
}

/// A mix whose gain is as given, and as judged against today's.
fn point(shares: [f64; 3], efficiency: Efficiency, gain: f64, verdict: Verdict) -> MapPoint {
    let metric = MapMetric {
        id: "gain_per_capita_yuan".to_owned(),
        estimate: estimate(gain),
        against_today: Some(effect(gain - 900.0)),
        p_holm: None,
        verdict,
    };
    MapPoint {
        scenario: mix_name(shares),
        digest: String::new(),
        shares,
        lent_share_of_plan: Some(0.9),
        lent_share_interval: None,
        efficiency,
        metrics: vec![metric],
    }
}

fn map(today: Efficiency) -> MapSummary {
    MapSummary {
        version: "0".to_owned(),
        confidence: 0.95,
        replications: 300,
        axes: vec!["gain_per_capita_yuan".to_owned(), "households_borrowing".to_owned()],
        today: 1,
        points: vec![
            point([1.0, 0.0, 0.0], Efficiency::Efficient, 1000.0, Verdict::Better),
            point([0.375, 0.5, 0.125], today, 900.0, Verdict::Same),
            point([0.0, 0.5, 0.5], Efficiency::Undecided, 899.0, Verdict::NotDistinguishable),
            point([0.0, 0.0, 1.0], Efficiency::Dominated { by: 0 }, 100.0, Verdict::Worse),
        ],
    }
}

fn document(map: &MapSummary) -> Document {
    let command = ["/a/b/lendmix", "map", "it's.toml", "--set", "run.months=9"].map(str::to_owned);
    let source = MixesSource {
        map,
        today: None,
        seed: 7,
        asked: 300,
        digest: "d".to_owned(),
        lock_file: "l".to_owned(),
        command: &command,
        has_fund: true,
    };
    mixes_document(&source, Lang::En)
}

#[test]
fn where_todays_mix_stands_is_said_first() {
    let reading = |today| document(&map(today)).card.reading;
    let efficient = reading(Efficiency::Efficient);
    assert!(
        efficient[0].starts_with("Today's mix (37.5/50/12.5) is surpassed in everything by no other mix"),
        "{efficient:?}"
    );
    assert!(
        efficient[1].starts_with("Of 4 mixes 2 are surpassed by none (efficient); for 1 this cannot be told"),
        "{efficient:?}"
    );
    let dominated = reading(Efficiency::Dominated { by: 0 });
    assert!(
        dominated[0].contains("is surpassed by 100/0/0: by the estimates 100/0/0 is worse in none of"),
        "{dominated:?}"
    );
    assert!(reading(Efficiency::Undecided)[0].starts_with("At 300 replications it cannot be told whether"));
    let few = document(&MapSummary { replications: 3, ..map(Efficiency::Efficient) });
    assert_eq!(few.card.reading.len(), 1);
    assert!(few.card.reading[0].starts_with("With 3 replications nothing can be recommended"));
}

#[test]
fn mixes_are_counted_by_what_they_come_to() {
    let document = document(&map(Efficiency::Efficient));
    let counted = document.tables().find(|table| table.caption.starts_with("How many mixes differ")).unwrap();
    let gain = counted.rows.iter().find(|row| row[0].contains("gain per capita")).unwrap();
    assert_eq!(gain[1..], ["1", "1", "0", "1", "0", "0"]);
    // A metric that the map lacks counts nowhere.
    assert!(counted.rows.iter().any(|row| row[1..].iter().all(|cell| cell == "0")));
}

#[test]
fn other_mixes_stand_as_differences_from_todays() {
    let document = document(&map(Efficiency::Efficient));
    let rows = document.card.against.unwrap().rows;
    assert_eq!(rows[0][..3], ["today's 37.5/50/12.5", "efficient", "900 yuan [899, 901]"]);
    assert_eq!(rows[1][..3], ["100/0/0", "efficient", "+100 yuan [99, 101], better"]);
    // The corners, and no mix that is merely undecided.
    assert_eq!(
        rows.iter().map(|row| row[0].as_str()).collect::<Vec<_>>(),
        ["today's 37.5/50/12.5", "100/0/0", "0/0/100"]
    );
}

#[test]
fn the_command_can_be_typed_again() {
    let document = document(&map(Efficiency::Efficient));
    let commands: Vec<&str> = document.texts().into_iter().filter(|text| text.starts_with("lendmix map")).collect();
    assert_eq!(commands, [r"lendmix map 'it'\''s.toml' --set run.months=9"]);
}

#[test]
fn lending_short_of_the_plan_is_told() {
    let short = short_of_plan(&map(Efficiency::Efficient), false, Lang::En).unwrap();
    assert!(short.starts_with("All mixes lend less than 98% of the plan"), "{short}");
    let mut map = map(Efficiency::Efficient);
    map.points[0].lent_share_of_plan = Some(0.99);
    assert!(short_of_plan(&map, true, Lang::En).unwrap().starts_with("3 of 4 mixes lend less than 98% of the plan"));
}
