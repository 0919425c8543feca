//! The traps of the model page, each built and measured: what is right, what one gets who falls in, and that the page
//! says so. A figure of the page must lie within four standard errors of the measurement and half a unit of its last digit.

use std::path::Path;
use std::sync::OnceLock;

use crate::scenarios::{county, load};
use crate::support::*;
use lendmix::engine::{self, Chunk, Study, Unwatched};
use lendmix::model::policy::*;
use lendmix::model::rules::*;
use lendmix::model::world::*;
use lendmix::stats::Moments;
use lendmix::units::{Fen, Share};

/// A figure with its standard error.
type Figure = (f64, f64);

fn mean(values: &[f64]) -> Figure {
    let estimate = Moments::of(values.iter().copied()).estimate();
    (estimate.mean.unwrap(), estimate.sd.unwrap() / (values.len() as f64).sqrt())
}

fn exactly(value: f64) -> Figure {
    (value, 0.0)
}

/// 100 times a figure.
fn per_cent((value, error): Figure) -> Figure {
    (100.0 * value, 100.0 * error)
}

/// Compares the measured figures with those of the row of this name: the numbers of its third column, in their order.
fn the_page_says(name: &str, measured: &[Figure]) {
    let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/model.md")).unwrap();
    let mark = format!("`traps::{name}`");
    let row = page.lines().find(|line| line.contains(&mark)).unwrap_or_else(|| panic!("no row {mark}"));
    let cell = row.split('|').nth(3).unwrap();
    let shown = figures(cell);
    println!("{name}: page {shown:?}, measured {measured:?}");
    assert_eq!(shown.len(), measured.len(), "{mark}: {cell}");
    for ((shown, unit), (value, error)) in shown.iter().zip(measured) {
        let most = unit / 2.0 * (1.0 + 1e-9) + 4.0 * error;
        assert!((shown - value).abs() <= most, "{mark} says {shown}; measured {value} ± {error}");
    }
}

/// Numbers of a text in bold, each with the unit of its last digit: `**1,200**` is 1200 to the unit.
fn figures(text: &str) -> Vec<(f64, f64)> {
    let bold = text.split("**").skip(1).step_by(2);
    bold.map(|number| {
        let plain: String = number.chars().filter(|sign| sign.is_ascii_digit() || "-.".contains(*sign)).collect();
        let decimals = plain.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        (plain.parse().unwrap(), 0.1_f64.powi(decimals as i32))
    })
    .collect()
}

#[test]
fn figures_are_read_with_their_precision() {
    assert_eq!(
        figures("**1,200** loans, then **26.2** %").iter().map(|(value, _)| *value).collect::<Vec<_>>(),
        [1200.0, 26.2]
    );
    assert_eq!(figures("**26.25**")[0].1, 0.1_f64.powi(2));
}

// ------------------------------------------------------------------ small pools

/// A PD of 30% a year as a monthly hazard, and PD/12 = 2.5%, which is the right hazard of another PD.
#[test]
fn hazard() {
    let defaulted = |pd: f64| {
        let bare = Bare::pool(500, 1_000.0, 13).with(|bare| {
            bare.lasting(13);
            bare.risk(Mode::SelfDirected).default =
                DefaultMechanism::Hazard { pd_annual: vec![probability(pd)], ability_logit: 0.0, county_logit: 0.0 };
        });
        mean(&bare.run(200).iter().map(|run| f64::from(run.loans_defaulted) / 500.0).collect::<Vec<_>>())
    };
    let wrong = 1.0 - (1.0_f64 - 0.30 / 12.0).powi(12);
    the_page_says("hazard", &[per_cent(defaulted(0.30)), per_cent(defaulted(wrong))]);
}

/// Correlation of two loans' defaults within a year from the variance of their number, with its standard error.
fn default_correlation(counts: &[f64], loans: f64, pd: f64) -> Figure {
    let (mean, variance) = moments(counts);
    let fourth = counts.iter().map(|count| (count - mean).powi(4)).sum::<f64>() / counts.len() as f64;
    let error = ((fourth - variance * variance) / counts.len() as f64).sqrt();
    let scale = loans * (loans - 1.0) * pd * (1.0 - pd);
    ((variance - loans * pd * (1.0 - pd)) / scale, error / scale)
}

fn moments(values: &[f64]) -> (f64, f64) {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    (mean, values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (values.len() - 1) as f64)
}

/// One factor a year (asset correlation 0.15, PD 5%) against twelve independent ones, each with a twelfth of the year's
/// hazard: a run whose twelve seasons stand for the months of one year.
#[test]
fn monthly_factors() {
    let (loans, pd, replications) = (200, 0.05_f64, 1_500);
    let counts = |years: u16, pd: f64| {
        let bare = Bare::pool(loans, 1_000.0, 12 * years).with(|bare| {
            bare.lasting(u32::from(12 * years));
            bare.risk(Mode::SelfDirected).default = copula_in_june(pd);
            bare.risk(Mode::SelfDirected).loadings = loadings(0.15, 0.0, 0.0);
        });
        bare.run(replications).iter().map(|run| f64::from(run.loans_defaulted)).collect::<Vec<f64>>()
    };
    let monthly = 1.0 - (1.0 - pd).powf(1.0 / 12.0);
    let of = |counts: &[f64]| default_correlation(counts, f64::from(loans), pd);
    the_page_says("monthly_factors", &[of(&counts(1, pd)), of(&counts(12, monthly))]);
}

/// 99% value at risk of 4,000 loans that default with 3%: on their own, or with their organisations.
#[test]
fn pooling() {
    let replications = 1_000;
    let quantile = |bare: &Bare| {
        let mut counts: Vec<f64> = bare.run(replications).iter().map(|run| f64::from(run.loans_defaulted)).collect();
        counts.sort_by(f64::total_cmp);
        let rank = |share: f64| counts[((f64::from(replications) * share).ceil() as usize).clamp(1, counts.len()) - 1];
        // Order statistics two standard errors of the rank apart on each side: half their distance is two errors.
        let error = 2.0 * (0.99_f64 * 0.01 / f64::from(replications)).sqrt();
        (rank(0.99), (rank(0.99 + error) - rank(0.99 - error)) / 4.0)
    };
    let alone = Bare::pool(4_000, 1_000.0, 12).with(|bare| bare.risk(Mode::SelfDirected).default = at_maturity(0.03));
    let pooled = |organisations: u32| {
        Bare::pooled(4_000, 1_000.0, 12).with(|bare| {
            bare.months = 13;
            let sizes = OrganisationSizes::Drawn(fixed(1.0));
            bare.world.organisations.source = OrganisationSource::Synthetic { count: organisations, sizes };
            bare.world.organisations.kinds[0].failure = failure_in_june(0.03);
        })
    };
    let all = [alone, pooled(100), pooled(10), pooled(1)];
    the_page_says("pooling", &all.iter().map(quantile).collect::<Vec<_>>());
}

/// A fund of 10% of 1,000 loans with PD 3%: how likely one year's claims exceed it under an asset correlation of
/// 0.15, and under independence (the binomial tail: no run could show it).
#[test]
fn independence() {
    let bare = Bare::pool(1_000, 1_000.0, 12).with(|bare| {
        bare.policy.fund.initial = yuan(100_000.0);
        bare.risk(Mode::SelfDirected).default = copula_in_june(0.03);
        bare.risk(Mode::SelfDirected).loadings = loadings(0.15, 0.0, 0.0);
    });
    let empty = |run: &lendmix::model::record::ReplicationRecord| f64::from(u8::from(run.depletion_month.is_some()));
    let correlated = mean(&bare.run(3_000).iter().map(empty).collect::<Vec<_>>());
    let independent = bare.with(|bare| bare.risk(Mode::SelfDirected).loadings = loadings(0.0, 0.0, 0.0));
    assert_eq!(mean(&independent.run(500).iter().map(empty).collect::<Vec<_>>()).0, 0.0);
    let tail: f64 = binomial(1_000, 0.03)[101..].iter().sum();
    the_page_says("independence", &[per_cent(correlated), exactly(tail.log10().ceil())]);
}

/// A harvest that decides both default and what is paid, against a default with the same probability whose loss is
/// drawn a second time: nothing is paid.
#[test]
fn second_shock() {
    let (revenue, sigma): (f64, f64) = (1.3, 0.35);
    let structural = Bare::pool(100, 10_000.0, 12).with(|bare| {
        bare.months = 13;
        bare.world.industries = vec![harvest_in_december(revenue, lognormal(-sigma * sigma / 2.0, sigma))];
        bare.risk(Mode::SelfDirected).default = DefaultMechanism::Structural;
    });
    let pd = normal_cdf(((1.0 / revenue).ln() + sigma * sigma / 2.0) / sigma);
    let again = structural.clone().with(|bare| bare.risk(Mode::SelfDirected).default = at_maturity(pd));
    let loss = |bare: &Bare| {
        let losses: Vec<f64> = bare.run(400).iter().map(|run| run.claims.yuan() / 10_000.0).collect();
        mean(&losses)
    };
    the_page_says("second_shock", &[loss(&structural), loss(&again)]);
}

/// A pooled loan with PD 4% whose organisation fails with 4%: two channels for one shock.
#[test]
fn second_channel() {
    let with_own = |own: f64| {
        let bare = Bare::pooled(500, 1_000.0, 12).with(|bare| {
            bare.months = 13;
            let sizes = OrganisationSizes::Drawn(fixed(1.0));
            bare.world.organisations.source = OrganisationSource::Synthetic { count: 500, sizes };
            bare.world.organisations.kinds[0].failure = failure_in_june(0.04);
            bare.risk(Mode::Pooled).default = at_maturity(own);
        });
        mean(&bare.run(200).iter().map(|run| f64::from(run.loans_defaulted) / 500.0).collect::<Vec<_>>())
    };
    the_page_says("second_channel", &[per_cent(with_own(0.0)), per_cent(with_own(0.04))]);
}

// ------------------------------------------------------------------ the stop rule

/// `n` loans of 1% PD fall due in each month of the second year; collected is nothing.
fn due_each_month(n: u32, threshold: f64) -> Bare {
    Bare::pool(12 * n, 10_000.0, 12).with(|bare| {
        bare.lasting(24);
        bare.policy.lending.month_weights = EVERY_MONTH;
        bare.policy.fund.initial = yuan(1e9);
        bare.risk(Mode::SelfDirected).default = at_maturity(0.01);
        bare.policy.rules.suspension = vec![SuspensionRule {
            period: Period::YearToDate,
            level: Level::Township,
            basis: Basis::RecoveryRate,
            threshold: Millionths::of(threshold),
            consecutive_months: 3,
            rectification_months: 0,
            false_stop_tolerance: Millionths::of(0.02),
        }];
    })
}

fn ever_suspended(bare: &Bare) -> Figure {
    mean(&bare.run(1_000).iter().map(|run| f64::from(u8::from(run.suspensions > 0))).collect::<Vec<_>>())
}

/// With 50 loans a month one default is exactly 98% in the first month: not below. The rule with ≤ (here: a millionth more).
#[test]
fn threshold() {
    let right = ever_suspended(&due_each_month(50, 0.98));
    let wrong = ever_suspended(&due_each_month(50, 0.980_001));
    the_page_says("threshold", &[per_cent(right), per_cent(wrong)]);
}

/// The ratio of the year to date, and that of each month alone, from the same months.
#[test]
fn month_alone() {
    let bare = due_each_month(49, 0.98);
    let right = ever_suspended(&bare);
    let wrong = bare.measure(1_000, |state| {
        let mut run = 0;
        let stopped = state.months.iter().any(|month| {
            // Nothing is collected: what is recovered in a month is of what fell due in it.
            let below = 100 * (month.recovered.0 as i128) < 98 * month.due.0 as i128;
            run = if month.due == Fen::ZERO {
                run
            } else if below {
                run + 1
            } else {
                0
            };
            run >= 3
        });
        f64::from(u8::from(stopped))
    });
    the_page_says("month_alone", &[per_cent(right), per_cent(mean(&wrong))]);
}

// ------------------------------------------------------------------ read off the base case

/// The base case, run once for all rows that are read off it.
fn base() -> &'static Chunk {
    static BASE: OnceLock<Chunk> = OnceLock::new();
    BASE.get_or_init(|| chunk_of("daoxian-2016", 128))
}

fn chunk_of(name: &str, replications: u32) -> Chunk {
    let study = Study::new(vec![county(&load(name))]);
    let mut all = Chunk::default();
    engine::run::<()>(&study, 0..replications, 2, &Unwatched, |_, chunk| {
        all.replications.extend_from_slice(&chunk.replications);
        all.months.extend_from_slice(&chunk.months);
        Ok(())
    })
    .unwrap();
    all
}

fn of_base(
    number: impl Fn(&lendmix::model::record::ReplicationRecord, &[lendmix::model::record::MonthRecord]) -> f64,
) -> Figure {
    mean(&each(base(), number))
}

fn each(
    chunk: &Chunk,
    number: impl Fn(&lendmix::model::record::ReplicationRecord, &[lendmix::model::record::MonthRecord]) -> f64,
) -> Vec<f64> {
    let months = chunk.months.len() / chunk.replications.len();
    chunk.replications.iter().zip(chunk.months.chunks(months)).map(|(run, months)| number(run, months)).collect()
}

/// The recovery rate, and the same with what fund, insurer and bank paid counted as recovered.
#[test]
fn compensation() {
    let right = of_base(|run, _| run.recovered.0 as f64 / run.due.0 as f64);
    let wrong = of_base(|run, _| (run.recovered + run.claims).0 as f64 / run.due.0 as f64);
    the_page_says("compensation", &[per_cent(right), per_cent(wrong)]);
}

/// The recovery rate where a third of what could be paid is renewed, and with renewals counted as recovered.
#[test]
fn renewals() {
    let hiding = chunk_of("renewal-hiding", 128);
    let right = mean(&each(&hiding, |run, _| run.recovered.0 as f64 / run.due.0 as f64));
    let wrong = mean(&each(&hiding, |run, _| (run.recovered + run.renewed).0 as f64 / run.due.0 as f64));
    the_page_says("renewals", &[per_cent(right), per_cent(wrong)]);
}

/// Mean over households of G/n, and ΣG/Σn.
#[test]
fn per_head() {
    the_page_says(
        "per_head",
        &[of_base(|run, _| run.gain_per_capita_yuan), of_base(|run, _| run.gain_per_person_yuan)],
    );
}

/// To the end of 2018, while the book is young: defaulted principal over what fell due, and over all that was lent.
#[test]
fn growing_book() {
    let to_2018 = |months: &[lendmix::model::record::MonthRecord],
                   of: fn(&lendmix::model::record::MonthRecord) -> Fen| {
        months[..36].iter().map(|month| of(month).0 as f64).sum::<f64>()
    };
    let unpaid = |months: &[lendmix::model::record::MonthRecord]| {
        to_2018(months, |month| month.due) - to_2018(months, |month| month.recovered)
    };
    // A ratio of means: in a few runs next to nothing has fallen due.
    let ratio = |whole: fn(&lendmix::model::record::MonthRecord) -> Fen| {
        let parts = each(base(), |_, months| unpaid(months));
        let wholes = each(base(), |_, months| to_2018(months, whole));
        let of = mean(&parts).0 / mean(&wholes).0;
        let residual: Vec<f64> = parts.iter().zip(&wholes).map(|(part, whole)| part - of * whole).collect();
        (of, mean(&residual).1 / mean(&wholes).0)
    };
    the_page_says("growing_book", &[per_cent(ratio(|month| month.due)), per_cent(ratio(|month| month.lent))]);
}

/// Gain per person, and with the interest that the budget pays added to it over three years.
#[test]
fn subsidy() {
    let right = of_base(|run, _| run.gain_per_person_yuan);
    let wrong =
        of_base(|run, _| run.gain_per_person_yuan + run.subsidy.yuan() / f64::from(run.persons_borrowing) / 3.0);
    the_page_says("subsidy", &[right, wrong]);
}

/// At the end of 2020: principal outstanding over the fund's balance, and all that was ever lent over it.
#[test]
fn cumulative() {
    let right = of_base(|_, months| months[59].outstanding.0 as f64 / months[59].fund_balance.0 as f64);
    let wrong = of_base(|_, months| {
        months[..60].iter().map(|month| month.lent.0).sum::<i64>() as f64 / months[59].fund_balance.0 as f64
    });
    let lent_over_paid_in = 158.25 / 15.0;
    the_page_says("cumulative", &[right, wrong, exactly(lent_over_paid_in)]);
}

/// What the fund gets back in the run by the contract's shares (70%), in millions, and with all of it credited to the fund.
#[test]
fn recoveries() {
    let LossSplit::QuotaShare { fund, .. } = load("daoxian-2016").policy.start.fund.split else {
        panic!("a quota share")
    };
    assert!(fund > Share::ZERO);
    let back = |of: f64| of_base(move |run, _| run.recovered_to_fund.yuan() / 1e6 / of);
    the_page_says("recoveries", &[back(1.0), back(fund.get())]);
}
