//! Random small laboratories: what must not change the luck does not, and money of another size scales what is counted in
//! money and nothing else. Exact: bit by bit, fen by fen.

use lendmix::metrics::{Column, Unit};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::*;
use crate::support::proving;

/// What a group of loans may be. All amounts are whole thousands and all shares tenths, so that no share of a loss is
/// rounded.
#[derive(Clone, Debug)]
struct Group {
    count: u32,
    thousands: u32,
    due: u32,
    until: u32,
    township: u32,
    pd: u32,
    more: usize,
}

const MORE: &[&str] = &[
    "",
    "loadings = { county = 0.2, township = 0.1 }\n",
    "loadings = { county = 1 }\n",
    "loss_given_default = 0.5\n",
    "loss_given_default = { discrete = { values = [0, 0.4, 1], weights = [1, 1, 2] } }\nloadings = { industry = 0.3 }\n",
    "collection = { monthly = 0.3, monthly_suspended = 0.6, horizon_months = 4 }\n",
];

const RULES: &[&str] = &[
    "initial_yuan = 900K \n",
    "initial_yuan = 20K \nwaiting_months = 2\nsplit = { quota_share = { fund = 0.7, insurer = 0.2, insurer_annual_limit_yuan = 6K } }\n",
    "initial_yuan = 8K \ncontributions = [{ month = \"2016-05\", yuan = 3K }]\nsplit = { layers = { fund_annual_yuan = 9K, insurer_annual_yuan = 4K } }\n",
];

const STOP: &str = "[[policy.suspension]]\nthreshold_share = 0.9\nconsecutive_months = 2\nrectification_months = 1\n";

/// The text with every amount `times` as large, groups in the order of `order`.
fn text(seed: u64, rule: usize, groups: &[Group], order: &[usize], times: u32) -> String {
    let rule = scaled_amounts(RULES[rule % RULES.len()], times);
    let mut text = format!(
        "laboratory = true\n[run]\nstart = \"2016-03\"\nmonths = 18\nreplications = 20\nseed = {seed}\n\
         [world.factors]\nregime = {{ calm_to_bad_monthly = 0.1, bad_to_calm_monthly = 0.3 }}\n[policy.fund]\n{rule}{STOP}"
    );
    for place in order {
        let group = &groups[*place];
        let month = |later: u32| format!("{}-{:02}", 2016 + (2 + later) / 12, (2 + later) % 12 + 1);
        text.push_str(&format!(
            "[[world.loans]]\nname = \"g{place}\"\ncount = {}\nprincipal_yuan = {}\ndue = \"{}\"\ndue_until = \"{}\"\ntownship = {}\npd = 0.{}\n{}",
            group.count,
            group.thousands * 1000 * times,
            month(group.due),
            month(group.due + group.until),
            group.township,
            group.pd,
            MORE[group.more % MORE.len()],
        ));
    }
    text
}

/// Every amount of a rule, written in thousands (`20K`), `times` as large and in yuan.
fn scaled_amounts(rule: &str, times: u32) -> String {
    let words = rule.split_inclusive([' ', ',']).map(|word| match word.trim_end_matches([' ', ',', '\n']) {
        amount if amount.ends_with('K') => {
            let thousands: u32 = amount.trim_end_matches('K').parse().unwrap();
            word.replace(amount, &format!("{}", thousands * 1000 * times))
        }
        _ => word.to_owned(),
    });
    words.collect()
}

/// Asks `check` of random laboratories.
fn of_random_laboratories(cases: u32, check: impl Fn(u64, usize, &[Group]) -> Result<(), String>) {
    let cases = if proving() { cases * 20 } else { cases };
    let group = (0..7_u32, 1..60_u32, 0..10_u32, 0..4_u32, 1..4_u32, 0..10_u32, 0..MORE.len()).prop_map(
        |(count, thousands, due, until, township, pd, more)| Group { count, thousands, due, until, township, pd, more },
    );
    let laboratories = (1..1_000_000_u64, 0..RULES.len(), prop::collection::vec(group, 1..5));
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&laboratories, |(seed, rule, groups)| {
        check(seed, rule, &groups).map_err(|what| {
            let order: Vec<usize> = (0..groups.len()).collect();
            TestCaseError::fail(format!("{what}\n{}", text(seed, rule, &groups, &order, 1)))
        })
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

fn simulate(seed: u64, text: &str) -> Runs {
    Lab::written(text).run(seed)
}

/// Whether two tables are the same, amounts of money `times` as large in the second to within `rounded` yuan.
fn same<R>(columns: &[Column<R>], one: &[R], other: &[R], times: f64, rounded: f64) -> Result<(), String> {
    for column in columns {
        for (row, (one, other)) in one.iter().zip(other).enumerate() {
            let (one, other) = ((column.read)(one).number(), (column.read)(other).number());
            // Rates are of rounded amounts; whole numbers are as far apart as ever.
            let (expected, within) =
                if column.unit == Unit::Yuan { (one * times, rounded) } else { (one, rounded.min(1e-4)) };
            let equal = expected == other || (expected - other).abs() <= within;
            if !(equal || expected.is_nan() && other.is_nan()) {
                return Err(format!("{} in row {row}: {one} became {other}", column.id));
            }
        }
    }
    Ok(())
}

/// Luck belongs to a group's name: the order in which the file has them changes no bit of any table.
#[test]
fn the_order_of_groups_changes_nothing() {
    of_random_laboratories(12, |seed, rule, groups| {
        let there: Vec<usize> = (0..groups.len()).collect();
        let back: Vec<usize> = there.iter().rev().copied().collect();
        let [one, other] = [there, back].map(|order| simulate(seed, &text(seed, rule, groups, &order, 1)));
        same(&REPLICATION_COLUMNS, &one.replications, &other.replications, 1.0, 0.0)?;
        same(&MONTH_COLUMNS, &one.months, &other.months, 1.0, 0.0)?;
        same(&TOWNSHIP_COLUMNS, &one.townships, &other.townships, 1.0, 0.0)
    });
}

/// Three times the money: every amount is three times as large, every count, rate and month stays.
#[test]
fn money_of_another_size_scales_what_is_counted_in_money() {
    of_random_laboratories(12, |seed, rule, groups| {
        let order: Vec<usize> = (0..groups.len()).collect();
        let [one, other] = [1, 3].map(|times| simulate(seed, &text(seed, rule, groups, &order, times)));
        // A part of an amount is rounded to a fen at most six times in the life of a loan: balance, interest, loss, claim, its
        // shares and what is collected; three fen where the money is three times as large.
        let rounded = 0.03 * 6.0 * groups.iter().map(|group| f64::from(group.count)).sum::<f64>();
        same(&REPLICATION_COLUMNS, &one.replications, &other.replications, 3.0, rounded)?;
        same(&MONTH_COLUMNS, &one.months, &other.months, 3.0, rounded)?;
        same(&TOWNSHIP_COLUMNS, &one.townships, &other.townships, 3.0, rounded)
    });
}

/// One more loan (household) at the end of a group has a luck of its own: it adds one default or none, in the months of
/// its own due date, and no other loan's luck changes.
#[test]
fn one_more_loan_leaves_the_luck_of_all_others() {
    of_random_laboratories(12, |seed, rule, groups| {
        // Nothing is collected: a collection depends on the stop rule, which the new loan may change.
        let plain: Vec<Group> = groups
            .iter()
            .map(|group| Group { until: 0, more: group.more % (MORE.len() - 1), ..group.clone() })
            .collect();
        let mut more = plain.clone();
        more[0].count += 1;
        let order: Vec<usize> = (0..plain.len()).collect();
        let [one, other] = [&plain, &more].map(|groups| simulate(seed, &text(seed, rule, groups, &order, 1)));
        let due = plain[0].due as usize + 1;
        for month in 1..=one.months_each {
            let added = one.month("loans_defaulted", month).into_iter().zip(other.month("loans_defaulted", month));
            for (replication, (before, after)) in added.enumerate() {
                let fits = after == before || (month == due && after == before + 1.0);
                if !fits {
                    return Err(format!("replication {replication}, month {month}: {before} defaults became {after}"));
                }
            }
        }
        Ok(())
    });
}
