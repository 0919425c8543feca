//! Why a replication went as it did: counties whose cause is known by construction, ledgers worked out by hand.

use crate::support::*;
use lendmix::draws::Replication;
use lendmix::explain::{self, Cause, Indicator, Trigger};
use lendmix::model::counterfactual::{Counterfactual, LuckKind, Neutral};
use lendmix::model::forced_failure::{ForcedFailure, Which};
use lendmix::model::groups::DECILES;
use lendmix::model::policy::{Contribution, Contributions, Mode, PerMode};
use lendmix::model::state::State;
use lendmix::model::world::{DefaultMechanism, Price, Regime};
use lendmix::units::{CalendarMonth, Fen, Share};

fn story_of(bare: &Bare, replication: u32) -> explain::Story {
    explain::story(&bare.county(), Replication(replication), &mut State::default())
}

fn part(story: &explain::Story, kind: LuckKind) -> explain::Part {
    *story.attribution.parts.iter().find(|part| part.kind == kind).unwrap()
}

/// Ten pooled loans of 10,000 yuan; the one organisation is forced to fail in the ninth month, and a fund of 50,000 pays
/// half. Nothing else can happen: all 100,000 are the organisation's, none the season's.
#[test]
fn a_failed_organisation_is_named() {
    let bare = Bare::pooled(10, 10_000.0, 24).with(|bare| {
        bare.policy.fund.initial = yuan(50_000.0);
        let month = CalendarMonth::new(2016, 9).unwrap();
        bare.world.organisations.forced_failures = vec![ForcedFailure { organisation: Which::Largest, month }];
    });
    let story = story_of(&bare, 0);
    assert_eq!(story.depleted(), Some(8));
    assert_eq!(story.attribution.cause, Some(Cause::Luck(LuckKind::Organisations)));
    assert_eq!((story.attribution.claims, story.attribution.ordinary), (yuan(100_000.0), Fen::ZERO));
    let organisations = part(&story, LuckKind::Organisations);
    assert_eq!((organisations.yuan, organisations.alone_yuan), (100_000.0, 100_000.0));
    assert_eq!(organisations.depleted_without, None);
    assert_eq!(part(&story, LuckKind::Seasons).yuan, 0.0);
    assert_eq!((story.failures.len(), story.failures[0].month, story.failures[0].loans), (1, 8, 10));
    assert_eq!(story.failures[0].open, yuan(100_000.0));
    let [claims] = story.claims[..] else { panic!("{:?}", story.claims) };
    assert_eq!((claims.mode, claims.trigger, claims.loans), (Mode::Pooled, Trigger::OrganisationFailure, 10));
    // Nothing was overdue before, and the loans were above ten times the fund (500,000) never: no warning.
    assert_eq!(story.warnings.earliest(8), None);
    assert_eq!(story.warnings.first_of(Indicator::Overdue), Some(8));
}

/// Ten loans that default at their due date if the times are bad, and the times are bad for ever.
fn bad_times(probability_in_calm_times: f64) -> Bare {
    Bare::pool(10, 10_000.0, 12).with(|bare| {
        bare.risk(Mode::SelfDirected).default = DefaultMechanism::AtMaturity {
            pd_calm: probability(probability_in_calm_times),
            pd_bad: probability(1.0),
            by_copula: false,
        };
        bare.world.factors.regime =
            Some(Regime { calm_to_bad: probability(0.0), bad_to_calm: probability(0.0), start_bad: probability(1.0) });
        bare.policy.fund.initial = yuan(30_000.0);
    })
}

#[test]
fn bad_seasons_are_named() {
    let story = story_of(&bad_times(0.0), 3);
    assert_eq!(story.depleted(), Some(12));
    assert_eq!(story.attribution.cause, Some(Cause::Luck(LuckKind::Seasons)));
    assert_eq!(part(&story, LuckKind::Seasons).yuan, 100_000.0);
    assert_eq!((story.attribution.ordinary, story.attribution.ordinary_depletion), (Fen::ZERO, None));
    assert_eq!(story.claims[0].trigger, Trigger::OwnDefault);
    assert_eq!(story.timing.due_in_last_year, yuan(100_000.0));
    assert!(!story.timing.enough_in_all);
}

/// Every loan defaults in ordinary times too: no luck is to blame. If 200,000 yuan come half a year after the claims of
/// 100,000, it is timing; if 10,000 come, the fund is too small.
#[test]
fn late_money_is_timing_and_little_money_is_size() {
    for (later, cause) in [(200_000.0, Cause::Timing), (10_000.0, Cause::Size)] {
        let bare = bad_times(1.0).with(|bare| {
            let month = CalendarMonth::new(2017, 7).unwrap();
            let payment = Contribution { month, source: "county".to_owned(), amount: yuan(later) };
            bare.policy.fund.contributions = Contributions::Dated(vec![payment]);
        });
        let story = story_of(&bare, 0);
        assert_eq!((story.depleted(), story.attribution.cause), (Some(12), Some(cause)));
        assert_eq!((story.timing.money_until, story.timing.money_after), (yuan(30_000.0), yuan(later)));
        assert_eq!(story.timing.enough_in_all, cause == Cause::Timing);
        assert!(story.attribution.parts.iter().all(|part| part.yuan == 0.0 && part.depleted_without == Some(12)));
    }
}

/// Ten loans that default each by its own draw, one in ten; 10,000 yuan pay the first. Two or more default in 1 − 0.9¹⁰ −
/// 10 · 0.1 · 0.9⁹ = 26% of replications: an ordinary run lasts, and a fund that is dry met loans that had bad luck of
/// their own. Where every other loan defaults the fund is dry in 1 − 11/1024 = 99%, and too small.
#[test]
fn loans_with_luck_of_their_own_are_not_called_a_small_fund() {
    for (pd, cause) in [(0.1, Cause::Own), (0.5, Cause::Size)] {
        let bare = Bare::pool(10, 10_000.0, 12).with(|bare| {
            let pd = probability(pd);
            bare.risk(Mode::SelfDirected).default =
                DefaultMechanism::AtMaturity { pd_calm: pd, pd_bad: pd, by_copula: false };
            bare.policy.fund.initial = yuan(10_000.0);
        });
        let stories: Vec<explain::Story> = (0..12).map(|replication| story_of(&bare, replication)).collect();
        let dry: Vec<&explain::Story> = stories.iter().filter(|story| story.depleted().is_some()).collect();
        assert!(!dry.is_empty() && dry.iter().all(|story| story.attribution.cause == Some(cause)), "{pd}");
        assert!(dry.iter().all(|story| story.attribution.claims == story.attribution.ordinary), "nothing is shared");
    }
}

/// Households whose whole harvest is revenue times price, due in full: at a price of one they can just pay. Whenever the
/// price is below one, prices are the cause, and all of it.
#[test]
fn low_prices_are_named() {
    let bare = Bare::pool(4, 10_000.0, 12).with(|bare| {
        let mut crop = harvest_in_december(1.0, fixed(1.0));
        crop.price = Price { volatility: 0.4, ..crop.price };
        bare.world.industries = vec![crop];
        bare.risk(Mode::SelfDirected).default = DefaultMechanism::Structural;
    });
    let mut dry = 0;
    for replication in 0..12 {
        let story = story_of(&bare, replication);
        let Some(cause) = story.attribution.cause else {
            assert_eq!(story.attribution.claims, Fen::ZERO);
            continue;
        };
        dry += 1;
        assert_eq!(cause, Cause::Luck(LuckKind::Prices));
        assert_eq!(part(&story, LuckKind::Prices).yuan, story.attribution.claims.yuan());
        assert_eq!((story.attribution.ordinary, story.claims[0].trigger), (Fen::ZERO, Trigger::CashShort));
    }
    // A price below its mean of one has probability Φ(0.2) = 0.58: twelve of one kind have a probability of about 10⁻³.
    assert!((1..12).contains(&dry), "{dry}");
}

/// A kind of luck that a county does not have leaves every byte when it is neutral.
#[test]
fn a_kind_that_is_not_there_changes_nothing() {
    for (name, bare) in Bare::rich_variants() {
        let (county, mut state) = (bare.county(), State::default());
        county.simulate(Replication(1), &mut state);
        let as_it_was = format!("{:?} {:?} {:?}", state.run, state.months, state.loans);
        let there = explain::kinds_of(&county);
        for kind in LuckKind::ALL.into_iter().filter(|kind| !there.contains(kind)) {
            let neutral = Counterfactual::neutral(Neutral::NONE.with(kind));
            county.observe(Replication(1), neutral, &mut state, |_, _, _| {});
            assert!(format!("{:?} {:?} {:?}", state.run, state.months, state.loans) == as_it_was, "{name}, {kind:?}");
        }
        // And a state that has seen a counterfactual is as good as new.
        county.simulate(Replication(1), &mut state);
        assert!(format!("{:?} {:?} {:?}", state.run, state.months, state.loans) == as_it_was, "{name}");
    }
}

/// What is neutral does not happen.
#[test]
fn what_is_neutral_does_not_happen() {
    for (name, bare) in Bare::rich_variants() {
        let (county, mut state) = (bare.county(), State::default());
        let all = LuckKind::ALL.into_iter().fold(Neutral::NONE, Neutral::with);
        county.observe(Replication(2), Counterfactual::neutral(all), &mut state, |state, population, _| {
            assert!(
                state.factors.county == 0.0 && !state.factors.bad && state.factors.township.iter().all(|f| *f == 0.0)
            );
            for household in 0..population.len() as u32 {
                let account = state.borrowers.account(household);
                assert!(account.is_none_or(|account| account.illness == Fen::ZERO), "{name}");
            }
        });
        assert_eq!((state.run.organisations_failed, state.run.catastrophes), (0, 0), "{name}");
    }
}

/// The claims of the story, month by month, are those of the fund's own books; its failures those of the record.
#[test]
fn a_story_tells_every_claim_once() {
    for (name, bare) in Bare::rich_variants() {
        let story = story_of(&bare, 1);
        for (t, month) in story.months.iter().enumerate() {
            let told: Fen = story.claims.iter().filter(|row| row.month == t).map(|row| row.claimed).sum();
            assert_eq!(told, month.claims, "{name}, month {t}");
        }
        assert_eq!(story.failures.len(), story.run.organisations_failed as usize, "{name}");
        let parts: f64 = story.attribution.parts.iter().map(|part| part.yuan).sum();
        let whole = (story.attribution.claims - story.attribution.ordinary).yuan();
        assert!((parts - whole).abs() <= 1e-6 * (1.0 + whole.abs()), "{name}: {parts}, {whole}");
    }
}

/// A household of four with 10,000 yuan for three years, worked out by hand.
///
/// Pooled: 1,000 yuan a year, nothing owed. Self-directed: half of the investment comes back each December and nothing
/// is left of it, so that the first year is 5,000 less a debt of 10,000; in the third the 10,000 are paid.
#[test]
fn a_ledger_worked_out_by_hand() {
    let bare = Bare::pool(2, 10_000.0, 36).with(|bare| {
        bare.lasting(48);
        bare.policy.lending.mix = PerMode([share(0.5), share(0.5), Share::ZERO]);
        bare.policy.terms[Mode::Pooled].payout_annual = share(0.1);
        bare.world.industries = vec![harvest_in_december(0.5, fixed(1.0))];
    });
    let county = bare.county();
    for household in 0..2 {
        let told = explain::household(&county, Replication(0), household, &mut State::default()).unwrap();
        assert_eq!((told.persons, told.granted, told.borrowed), (4, 0, true));
        let [own, pooled, fixed] = &told.ledgers[..] else { panic!("three modes") };
        assert!(own.actual != pooled.actual, "each of the two has one of the modes");
        assert!(!fixed.served, "not on offer");
        let years = |ledger: &explain::ModeLedger, read: fn(&explain::YearRow) -> Fen| -> Vec<f64> {
            ledger.years.iter().map(|year| read(year).yuan()).collect()
        };
        assert_eq!(years(pooled, |year| year.borrowed), [10_000.0, 0.0, 0.0]);
        assert_eq!(years(pooled, |year| year.payout), [1_000.0; 3]);
        assert_eq!(years(pooled, |year| year.gain), [1_000.0; 3]);
        assert_eq!(years(pooled, |year| year.debt), [0.0; 3]);
        assert_eq!(years(own, |year| year.borrowed), [10_000.0, 0.0, 0.0]);
        assert_eq!(years(own, |year| year.project), [5_000.0; 3]);
        assert_eq!(years(own, |year| year.paid), [0.0, 0.0, 10_000.0]);
        assert_eq!(years(own, |year| year.debt), [10_000.0, 10_000.0, 0.0]);
        assert_eq!(years(own, |year| year.capital), [0.0; 3]);
        assert_eq!(years(own, |year| year.gain), [-5_000.0, 5_000.0, 5_000.0]);
        // Baseline income is 3,000 yuan a head.
        assert_eq!(years(own, |year| year.without), [12_000.0; 3]);
        assert!((own.gain_per_head(4, 0) - 5_000.0 / 3.0 / 4.0).abs() < 1e-9);
    }
}

/// In its own mode a household's ledger is that of the replication: with one household in each decile, the gain of the
/// decile's record.
#[test]
fn an_actual_ledger_is_the_household_of_the_record() {
    let bare = Bare::rich().with(|bare| {
        let synthesis = bare.synthesis();
        synthesis.households = 10;
    });
    let (county, mut state) = (bare.county(), State::default());
    let mut looked = 0;
    for replication in 0..4 {
        county.simulate(Replication(replication), &mut state);
        let groups = state.groups[state.groups.len() - DECILES.len()..].to_vec();
        let population = county.population(county.luck(Replication(replication)));
        let mut order: Vec<u32> = (0..10).collect();
        order.sort_by_key(|household| population.roster.income_per_person[*household as usize]);
        for (group, household) in groups.iter().zip(order) {
            let told = explain::household(&county, Replication(replication), household, &mut State::default()).unwrap();
            assert_eq!(told.borrowed, group.households_borrowing == 1);
            let Some(actual) = told.ledgers.iter().find(|ledger| ledger.actual) else { continue };
            assert_eq!(actual.gain(), group.gain, "replication {replication}, household {household}");
            looked += 1;
        }
    }
    assert!(looked >= 10, "{looked}");
}

/// The autopsy counts what the single stories tell, on any number of threads.
#[test]
fn an_autopsy_counts_the_stories() {
    let bare = Bare::rich().with(|bare| {
        bare.policy.fund.initial = yuan(2_000.0);
        bare.policy.fund.topup = None;
    });
    let county = bare.county();
    let stories: Vec<explain::Story> = (0..10).map(|replication| story_of(&bare, replication)).collect();
    let (dry, quiet): (Vec<&explain::Story>, Vec<&explain::Story>) =
        stories.iter().partition(|story| story.depleted().is_some());
    let numbers = |stories: &[&explain::Story]| stories.iter().map(|story| story.replication).collect::<Vec<u32>>();
    let found = explain::autopsy(&county, &numbers(&dry), &numbers(&quiet), 2);
    assert!(found == explain::autopsy(&county, &numbers(&dry), &numbers(&quiet), 1), "threads change nothing");
    assert!(!dry.is_empty());
    assert_eq!(found.cases.len(), dry.len());
    for row in &found.causes {
        let count = dry.iter().filter(|story| story.attribution.cause == Some(row.cause)).count();
        assert_eq!((row.share.count, row.share.n), (count as u64, dry.len() as u64));
    }
    assert_eq!(found.causes.iter().map(|row| row.share.count).sum::<u64>(), dry.len() as u64);
    for row in &found.warnings {
        let alarms = quiet.iter().filter(|story| story.warnings.first_of(row.indicator).is_some()).count();
        assert_eq!((row.false_alarms.count, row.false_alarms.n), (alarms as u64, quiet.len() as u64));
    }
    let unwarned = dry.iter().filter(|story| story.warnings.earliest(story.depleted().unwrap()).is_none()).count();
    assert_eq!(found.unwarned.count, unwarned as u64);
}
