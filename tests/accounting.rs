//! Books close to the fen, in every month.

use crate::support::*;
use lendmix::model::world::*;

#[test]
fn a_pool_without_default_is_repaid_in_full() {
    let (run, months) = Bare::pool(100, 10_000.0, 12).months_of(0);
    assert_eq!(run.lent, yuan(1_000_000.0));
    assert_eq!((run.due, run.recovered, run.claims), (run.lent, run.lent, yuan(0.0)));
    assert_eq!(months[11].outstanding, run.lent);
    assert_eq!(months[12].outstanding, yuan(0.0));
    assert_eq!(months[12].due, run.lent);
}

#[test]
fn losses_of_a_pool_are_binomial() {
    let runs = Bare::pool(50, 10_000.0, 12)
        .with(|county| {
            county.world.risk.0[0].default =
                DefaultMechanism::AtMaturity { pd_calm: probability(0.1), pd_bad: probability(0.1), by_copula: false };
        })
        .run(4000);
    let mean = runs.iter().map(|run| f64::from(run.loans_defaulted)).sum::<f64>() / 4000.0;
    assert!((mean - 5.0).abs() < 4.0 * (4.5f64 / 4000.0).sqrt(), "{mean}");
}
