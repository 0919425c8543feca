//! A direct transfer in place of a loan: the same households, sums and months, paid by the budget.

use lendmix::model::policy::*;
use lendmix::model::state::State;
use lendmix::model::world::*;
use lendmix::units::{AnnualRate, Fen};

use crate::support::*;

/// Four households that get 10% of 10,000 a year for three years, through the company.
fn fixed_benefit() -> Bare {
    Bare::pool(4, 10_000.0, 36).with(|bare| {
        bare.policy.lending.mix = only(Mode::FixedBenefit);
        bare.policy.terms[Mode::FixedBenefit].payout_annual = share(0.10);
        bare.policy.fund.initial = yuan(1_000.0);
        bare.policy.fund.leverage_max = Some(100.0);
        bare.world.benchmark_rates = vec![(600, AnnualRate::new(0.048).unwrap())];
        bare.synthesis().persons = fixed(1.0);
    })
}

fn instead(bare: &Bare) -> Bare {
    bare.clone().with(|bare| bare.policy.terms[Mode::FixedBenefit].transfer_instead = true)
}

/// By hand: 4 households, 1,000 a year, three years: 12,000 from the budget and nothing lent, subsidised or at risk,
/// against 12,000 from the company and 36 months of 4.8% on 40,000 in subsidy, 5,760.
#[test]
fn a_transfer_costs_its_pay_outs_and_nothing_else() {
    let (loans, transfer) = (fixed_benefit().outcome(0).run, instead(&fixed_benefit()).outcome(0).run);
    assert_eq!((loans.lent, loans.transfers, loans.public_cost), (yuan(40_000.0), Fen::ZERO, yuan(5_760.0)));
    assert_eq!((transfer.lent, transfer.transfers), (Fen::ZERO, yuan(12_000.0)));
    assert_eq!((transfer.public_cost, transfer.budget_cost), (yuan(12_000.0), yuan(12_000.0)));
    assert_eq!((transfer.due, transfer.claims, transfer.loans_due), (Fen::ZERO, Fen::ZERO, 0));
    assert_eq!((transfer.households_borrowing, loans.households_borrowing), (4, 4));
    for run in [&loans, &transfer] {
        assert!((run.gain_per_capita_yuan - 1_000.0).abs() < 1e-9, "{}", run.gain_per_capita_yuan);
        assert_eq!(run.contractual_payout + run.transfers, yuan(12_000.0));
    }
}

/// The company's failure ends its pay-outs and costs the fund; a transfer goes on.
#[test]
fn a_transfer_does_not_fail_with_the_company() {
    let failing = fixed_benefit().with(|bare| bare.world.company.failure = failure_in_june(1.0));
    let (loans, transfer) = (failing.outcome(0).run, instead(&failing).outcome(0).run);
    assert!(loans.claims > Fen::ZERO && loans.gain_per_capita_yuan < 0.0);
    assert_eq!((transfer.claims, transfer.transfers), (Fen::ZERO, yuan(12_000.0)));
}

/// A transfer is no loan: a cap that is used up does not hold it back, and it leaves the cap to the loans.
#[test]
fn a_transfer_does_not_count_against_the_cap() {
    let capped = fixed_benefit().with(|bare| {
        bare.policy.fund.leverage_max = Some(10.0);
        bare.policy.lending.mix = PerMode([share(0.5), share(0.0), share(0.5)]);
    });
    let (loans, transfer) = (capped.outcome(0), instead(&capped).outcome(0));
    let count = |outcome: &Outcome, mode| outcome.loans.iter().filter(|loan| loan.mode == mode).count();
    assert_eq!(loans.loans.len(), 1, "a fund of 1,000 carries one loan of 10,000");
    assert_eq!(count(&transfer, Mode::FixedBenefit), 2);
    assert_eq!(count(&transfer, Mode::SelfDirected), 1);
}

/// Written out as "no", it leaves every byte; as "yes" it changes nobody's luck: the households served are the same.
#[test]
fn the_same_households_are_served() {
    let bare = Bare::rich();
    let served = |bare: &Bare, mode: Mode| -> Vec<(u32, i16, Fen)> {
        let mut state = State::default();
        bare.county().simulate(lendmix::draws::Replication(2), &mut state);
        let loans = state.loans.iter().filter(|loan| loan.mode == mode);
        loans.map(|loan| (loan.household, loan.grant, loan.principal)).collect()
    };
    let never = bare.clone().with(|bare| {
        let never = |kind: &mut OrganisationKind| kind.failure = failure_in_june(0.0);
        never(&mut bare.world.company);
    });
    assert_eq!(served(&never, Mode::FixedBenefit), served(&instead(&never), Mode::FixedBenefit));
    assert_eq!(served(&never, Mode::SelfDirected), served(&instead(&never), Mode::SelfDirected));
}
