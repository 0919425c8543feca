//! Who gains, who loses: worked out by hand, and adding up to the county.

use crate::support::*;
use lendmix::draws::Replication;
use lendmix::model::groups::{DECILES, Grouping, SIZES, count, name};
use lendmix::model::policy::Mode;
use lendmix::model::record::GroupRecord;
use lendmix::model::state::State;

/// Sums of a grouping.
fn sums(groups: &[GroupRecord]) -> GroupRecord {
    groups.iter().fold(GroupRecord::default(), |mut sum, group| {
        sum.households += group.households;
        sum.persons += group.persons;
        sum.baseline_income_yuan += group.baseline_income_yuan;
        sum.households_borrowing += group.households_borrowing;
        sum.persons_borrowing += group.persons_borrowing;
        sum.households_worse_off += group.households_worse_off;
        sum.gain += group.gain;
        sum.gain_yearly_yuan += group.gain_yearly_yuan;
        sum.gain_per_head_sum_yuan += group.gain_per_head_sum_yuan;
        sum.persons_below_line_without += group.persons_below_line_without;
        sum.persons_below_line_with += group.persons_below_line_with;
        sum
    })
}

/// Each grouping holds every borrowing household once: its groups add up to the county's own numbers. Catches a
/// household that is counted in two groups, or in none.
#[test]
fn groups_add_up_to_the_county() {
    for (name, bare) in Bare::rich_variants() {
        let (county, mut state) = (bare.county(), State::default());
        for replication in 0..3 {
            county.simulate(Replication(replication), &mut state);
            let townships = state.groups.len() - count(0);
            let (run, mut from) = (&state.run, 0);
            for groups in [Mode::ALL.len(), townships, SIZES.len(), DECILES.len()] {
                let sum = sums(&state.groups[from..from + groups]);
                assert_eq!(sum.households_borrowing, run.households_borrowing, "{name}");
                assert_eq!(sum.persons_borrowing, run.persons_borrowing, "{name}");
                assert_eq!(sum.households_worse_off, run.households_worse_off, "{name}");
                assert_eq!(sum.gain, run.household_gain, "{name}");
                let above = |below: u32| sum.persons_borrowing - below;
                assert_eq!(above(sum.persons_below_line_without), run.persons_above_line_without, "{name}");
                assert_eq!(above(sum.persons_below_line_with), run.persons_above_line_with, "{name}");
                let close = |a: f64, b: f64| (a - b).abs() <= 1e-9 * (1.0 + a.abs());
                let per_capita = sum.gain_per_head_sum_yuan / f64::from(sum.households_borrowing);
                let per_person = sum.gain_yearly_yuan / f64::from(sum.persons_borrowing);
                assert!(close(per_capita, run.gain_per_capita_yuan), "{name}: {per_capita}");
                assert!(close(per_person, run.gain_per_person_yuan), "{name}: {per_person}");
                from += groups;
            }
            assert_eq!(from, state.groups.len());
        }
    }
}

/// Ten pooled households of one to four persons, one in each decile: 10,000 yuan each for three years, 10% paid out a
/// year, the organisation never fails. G = 3,000 yuan in 36 months: 1,000 a year over n persons.
#[test]
fn ten_households_worked_out_by_hand() {
    let bare = Bare::pooled(10, 10_000.0, 36).with(|bare| {
        bare.lasting(48);
        bare.policy.terms[Mode::Pooled].payout_annual = share(0.1);
        bare.policy.terms[Mode::Pooled].payout_years = 3;
        bare.world.organisations.kinds[0].failure = failure_in_june(0.0);
        let synthesis = bare.synthesis();
        synthesis.persons = discrete(&[1.0, 2.0, 4.0], &[0.4, 0.3, 0.3]);
        (synthesis.persons_min, synthesis.persons_max) = (1, 4);
        synthesis.income = lognormal(8.0, 0.3);
        bare.world.poverty_line.fill(3_000.0);
    });
    let (county, mut state) = (bare.county(), State::default());
    county.simulate(Replication(0), &mut state);
    let population = county.population(county.luck(Replication(0)));
    let roster = &population.roster;
    let mut order: Vec<usize> = (0..10).collect();
    order.sort_by_key(|household| roster.income_per_person[*household]);
    for (decile, household) in order.iter().enumerate() {
        let place = state.groups.len() - DECILES.len() + decile;
        let group = &state.groups[place];
        let (persons, income) = (f64::from(roster.persons[*household]), roster.income_per_person[*household].yuan());
        assert_eq!((group.households, group.households_borrowing, group.households_worse_off), (1, 1, 0));
        assert_eq!(group.gain, yuan(3_000.0));
        assert!((group.gain_per_head_sum_yuan - 1_000.0 / persons).abs() < 1e-9);
        assert!((group.gain_share - 0.1).abs() < 1e-12, "one of ten equal gains");
        let poor = |income: f64| if income < 3_000.0 { persons as u32 } else { 0 };
        assert_eq!(group.persons_below_line_without, poor(income));
        assert_eq!(group.persons_below_line_with, poor(income + 1_000.0 / persons));
        assert!((group.baseline_income_yuan - income * persons).abs() < 1e-6);
    }
    assert!((state.run.gain_share_poorest_40 - 0.4).abs() < 1e-12);
    // Gini of the ten households by its definition over pairs of persons would need their ranks; by the Lorenz curve:
    let (mut before, mut area) = (0.0, 0.0);
    let all: f64 = order.iter().map(|h| roster.income_per_person[*h].yuan() * f64::from(roster.persons[*h])).sum();
    let persons: f64 = order.iter().map(|household| f64::from(roster.persons[*household])).sum();
    for household in &order {
        let n = f64::from(roster.persons[*household]);
        let after = before + roster.income_per_person[*household].yuan() * n / all;
        area += n / persons * (before + after) / 2.0;
        before = after;
    }
    assert!((state.run.income_concentration_without - (1.0 - 2.0 * area)).abs() < 1e-12);
    // A thousand yuan for each household lifts the poor by more than their share.
    assert!(state.run.income_concentration_with < state.run.income_concentration_without);
    let places: Vec<Grouping> = (0..count(1)).map(|place| name(&["t".to_owned()], place).0).collect();
    assert_eq!(places.len(), state.groups.len());
}
