//! Runs against closed forms and recursions that are written here, within four standard errors over replications: what
//! the laboratory does not reach, above all new lending and its contracts. The reductions themselves are in `laboratory`.

use crate::support::*;
use lendmix::draws::{Luck, Replication, Seed};
use lendmix::model::factors::Factors;
use lendmix::model::loan::Status;
use lendmix::model::policy::*;
use lendmix::model::state::State;
use lendmix::model::world::*;
use lendmix::units::{AnnualRate, Fen, Probability, Share};

const MANY: u32 = 4_000;

fn defaults(state: &State) -> f64 {
    f64::from(state.run.loans_defaulted)
}

/// In thousands of yuan.
fn thousands(amount: Fen) -> f64 {
    amount.yuan() / 1_000.0
}

// ------------------------------------------------------------------------------------------------- loss of a pool

/// Loans of three sizes in two modes with PD 10% and 5% and LGD 20, 50 or 100%: the whole law of the loss is a
/// convolution. Catches a trial or an LGD shared between loans, and an LGD applied to anything but the balance.
#[test]
fn independent_loans_of_different_sizes_lose_by_convolution() {
    let (lgd, weights) = ([0.2, 0.5, 1.0], [0.5, 0.3, 0.2]);
    let bare = Bare::pool(40, 1_000.0, 12).with(|bare| {
        bare.policy.lending.mix = PerMode([share(0.5), share(0.5), Share::ZERO]);
        bare.policy.lending.plan[0] = yuan(100_000.0);
        for mode in Mode::ALL {
            bare.policy.terms[mode].principal =
                PrincipalRule::Drawn(discrete(&[1_000.0, 2_000.0, 5_000.0], &[1.0, 1.0, 1.0]));
            bare.risk(mode).loss_given_default = discrete(&lgd, &weights);
        }
        bare.risk(Mode::SelfDirected).default = at_maturity(0.10);
        bare.risk(Mode::Pooled).default = at_maturity(0.05);
    });
    let ledger = bare.outcome(0).loans;
    assert!(ledger.iter().any(|loan| loan.mode == Mode::Pooled) && ledger.len() > 25);
    let unit = 200.0;
    let law = ledger.iter().fold(vec![1.0], |law, loan| {
        let pd = if loan.mode == Mode::SelfDirected { 0.10 } else { 0.05 };
        let units = loan.principal.yuan() / unit;
        let mut one = vec![0.0; units as usize + 1];
        one[0] = 1.0 - pd;
        for (share, weight) in lgd.iter().zip(weights) {
            one[(units * share).round() as usize] += pd * weight;
        }
        convolve(&law, &one)
    });
    let losses = bare.measure(MANY, |state| state.run.claims.yuan() / unit);
    let mean: f64 = law.iter().enumerate().map(|(x, p)| x as f64 * p).sum();
    let second: f64 = law.iter().enumerate().map(|(x, p)| (x * x) as f64 * p).sum();
    assert_mean("mean loss", &losses, mean);
    assert_variance("variance of the loss", &losses, second - mean * mean);
    assert_law("loss", &losses, &law, &[2, 10, 20, 30, 45, 60]);
}

// -------------------------------------------------------------------------------------------------- organisations

/// Fixed benefit is one organisation. Catches a company that is forgotten in the loop over organisations.
#[test]
fn the_development_company_is_an_organisation() {
    let (q, c) = (0.2, 0.5);
    let bare = Bare::pool(12, 10_000.0, 12).with(|bare| {
        bare.policy.lending.mix = only(Mode::FixedBenefit);
        bare.world.company.failure = failure_in_june(q);
        bare.risk(Mode::FixedBenefit).contagion = Contagion::Probability(probability(c));
    });
    let counts = bare.measure(MANY, defaults);
    assert_law("K", &counts, &mix(q, &binomial(12, c), &[1.0]), &[0, 3, 5, 6, 8]);
}

/// Two organisations of one industry fail together with Φ₂(c, c; a + s), of two industries with Φ₂(c, c; a). Catches
/// organisations that read the households' loadings or a township factor.
#[test]
fn organisations_fail_together_by_industry() {
    let (a, s, q) = (0.2, 0.4, 0.25);
    let bare = Bare::pooled(30, 10_000.0, 12).with(|bare| {
        let listed = |name: &str, industry| ListedOrganisation {
            name: name.into(),
            kind: 0,
            township: Some(0),
            industry: Some(industry),
            weight: 1.0,
            age_years: 0,
        };
        bare.world.industries = vec![harvest_in_december(0.0, fixed(1.0)); 2];
        bare.world.organisations.source =
            OrganisationSource::Listed(vec![listed("a", 0), listed("b", 0), listed("c", 1)]);
        bare.world.organisations.kinds[0].failure = failure_in_june(q);
        bare.world.organisations.kinds[0].loadings = loadings(a, 0.0, s);
        bare.policy.lending.plan[0] = yuan(1e6);
    });
    let outcomes = bare.outcomes(0..MANY);
    let failed = |organisation: u32| {
        let hit = |loans: &[lendmix::model::loan::Loan]| {
            loans.iter().any(|loan| loan.organisation == organisation && loan.default_month == 5)
        };
        outcomes.iter().map(|outcome| hit(&outcome.loans)).collect::<Vec<bool>>()
    };
    let lent_through = |organisation| outcomes[0].loans.iter().filter(|loan| loan.organisation == organisation).count();
    assert!((0..3).all(|organisation| lent_through(organisation) > 0));
    let (x, y, z) = (failed(0), failed(1), failed(2));
    let both = |a: &[bool], b: &[bool]| a.iter().zip(b).filter(|(a, b)| **a && **b).count();
    let c = normal_quantile(q);
    assert_frequency("one organisation", both(&x, &x), x.len(), q);
    assert_frequency("same industry", both(&x, &y), x.len(), joint(c, a + s));
    assert_frequency("another industry", both(&x, &z), x.len(), joint(c, a));
}

/// Pay-outs fall in each 12th month while the organisation lives: failing in that month pays nothing. Catches an
/// organisation that pays its households in the month in which it fails.
#[test]
fn an_organisation_that_fails_in_the_month_pays_nothing_more() {
    let bare = |failure_month: usize| {
        Bare::pooled(5, 10_000.0, 36).with(|bare| {
            bare.policy.terms[Mode::Pooled].payout_annual = share(0.1);
            bare.world.organisations.kinds[0].failure = FailureMechanism::Season {
                pd_annual: vec![Probability::ZERO, Probability::ZERO, Probability::ONE],
                month_weights: only_in(failure_month),
            };
        })
    };
    // Granted 2016-01; pay-outs in 2017-01, 2018-01, 2019-01; failure in 2018.
    assert_eq!(bare(2).outcome(0).run.contractual_payout, yuan(10_000.0), "failure after the second pay-out");
    assert_eq!(bare(1).outcome(0).run.contractual_payout, yuan(5_000.0), "failure in the month of the second pay-out");
}

/// With `called = due_cohort` and `after_failure = closed` the loans that were not called have no organisation that
/// could pay. Catches pay-outs by an organisation that has failed.
#[test]
fn a_closed_organisation_pays_nothing_on_loans_that_were_not_called() {
    let bare = Bare::pooled(5, 10_000.0, 36).with(|bare| {
        bare.policy.terms[Mode::Pooled].payout_annual = share(0.1);
        bare.world.organisations.called = Called::DueCohort;
        bare.world.organisations.kinds[0].failure =
            FailureMechanism::Season { pd_annual: vec![Probability::ONE], month_weights: only_in(6) };
    });
    let run = bare.outcome(0).run;
    assert_eq!((run.organisations_failed, run.contractual_payout), (1, Fen::ZERO));
}

// ----------------------------------------------------------------------------------------------- hazard, schedules

/// Covariates on the logit: with ability θ ~ N(0,1) the first month's default rate is E[logit⁻¹(logit h + βθ + γF)], θ
/// independent of F. Catches a shift on h itself, or with the wrong sign by a test of direction.
#[test]
fn covariates_shift_the_logit_of_the_hazard() {
    let (pd, ability, factor): (f64, f64, f64) = (0.5, -0.8, -0.6);
    let bare = Bare::pool(30, 10_000.0, 12).with(|bare| {
        bare.population = lendmix::model::county::PopulationDraw::Redrawn;
        bare.risk(Mode::SelfDirected).default =
            DefaultMechanism::Hazard { pd_annual: vec![probability(pd)], ability_logit: ability, county_logit: factor };
    });
    let h = 1.0 - (1.0 - pd).powf(1.0 / 12.0);
    let spread = (ability * ability + factor * factor).sqrt();
    let logistic = |x: f64| 1.0 / (1.0 + (-x).exp());
    let add = |sum: &mut f64, z: f64, weight: f64| *sum += weight * logistic((h / (1.0 - h)).ln() + spread * z);
    let expected = over_normal(add, 0.0);
    let first =
        bare.measure(MANY, |state| state.loans.iter().filter(|loan| loan.default_month == 1).count() as f64 / 30.0);
    assert_mean("defaults in the first month", &first, expected);
    // The sign, on a population that stays: those who default are the less able.
    let fixed = bare.with(|bare| bare.population = lendmix::model::county::PopulationDraw::Fixed);
    let county = fixed.county();
    let ability = &county.population(county.luck(Replication(0))).roster.ability;
    let mean = ability.iter().sum::<f64>() / 30.0;
    let of_defaulters = fixed.measure(1_000, |state| {
        let defaulted = state.loans.iter().filter(|loan| loan.defaulted_in_run());
        defaulted.map(|loan| ability[loan.household as usize] - mean).sum()
    });
    let (average, error) = mean_and_error(&of_defaulters);
    assert!(average < -10.0 * error, "{average} ± {error}");
}

// ------------------------------------------------------------------------------- structural default and the gain

fn textbook(revenue: f64, mu: f64, sigma: f64) -> Bare {
    Bare::pool(20, 10_000.0, 12).with(|bare| {
        bare.months = 13;
        bare.world.industries = vec![harvest_in_december(revenue, lognormal(mu, sigma))];
        bare.risk(Mode::SelfDirected).default = DefaultMechanism::Structural;
    })
}

/// A household pays min(due, buffer + revenue + λ K I). Catches λ or K left out, or the buffer forgotten.
#[test]
fn buffer_and_stock_stand_behind_the_debt() {
    let (revenue, sigma, value, liquidation, buffer): (f64, f64, f64, f64, f64) = (0.9, 0.4, 0.5, 0.4, 1_000.0);
    let mu = -sigma * sigma / 2.0;
    let bare = textbook(revenue, mu, sigma).with(|bare| {
        bare.world.industries[0].capital_value = vec![value];
        bare.world.industries[0].liquidation = share(liquidation);
        bare.synthesis().buffer = fixed(buffer);
    });
    let k = (10_000.0 - buffer - liquidation * value * 10_000.0) / (revenue * 10_000.0);
    let pd = normal_cdf((k.ln() - mu) / sigma);
    assert_mean("PD", &bare.measure(MANY, defaults), 20.0 * pd);
}

/// Own capital works beside the loan: I = B(1−δ) + own, and all of I's net stands behind the debt. Catches liquidity
/// that only counts the loan's own part of the harvest.
#[test]
fn the_harvest_of_own_capital_stands_behind_the_debt() {
    let (revenue, sigma, own, diverted): (f64, f64, f64, f64) = (0.9, 0.4, 5_000.0, 0.1);
    let mu = -sigma * sigma / 2.0;
    let bare = textbook(revenue, mu, sigma).with(|bare| {
        bare.synthesis().own_capital = fixed(own);
        bare.world.households.diversion = fixed(diverted);
    });
    let k = 10_000.0 / (revenue * (9_000.0 + own));
    let pd = normal_cdf((k.ln() - mu) / sigma);
    assert_mean("PD", &bare.measure(MANY, defaults), 20.0 * pd);
    // The gain is the loan's alone: own capital earns the same without the programme.
    let gain = 9_000.0 * revenue - 9_000.0;
    assert_mean("gain", &bare.measure(MANY, |state| state.run.household_gain.yuan() / 20.0), gain);
}

/// Stock that cannot be sold (λ = 0) stays with a household that cannot pay. Catches capital destroyed by a sale that
/// brings nothing.
#[test]
fn what_cannot_be_sold_is_kept() {
    let bare = textbook(0.5, 0.0, 1e-9).with(|bare| {
        bare.world.industries[0].capital_value = vec![1.0];
        bare.synthesis().persons = fixed(1.0);
    });
    let run = bare.outcome(0).run;
    assert_eq!(run.loans_defaulted, 20);
    // Paid 5,000 of 10,000; stock of 10,000 against a debt of 5,000: the harvest is the gain.
    assert!((run.gain_per_capita_yuan - 5_000.0).abs() < 0.02, "{}", run.gain_per_capita_yuan);
}

/// An illness strikes a household, not each of its projects. Catches a cost that is paid twice by a household with a
/// second loan while its first project goes on.
#[test]
fn an_illness_costs_a_household_once_a_year() {
    let bare = Bare::pool(1, 10_000.0, 6).with(|bare| {
        bare.lasting(24);
        bare.policy.lending.plan[1] = yuan(10_000.0);
        bare.policy.lending.reborrow_after_repayment = true;
        bare.world.industries = vec![Industry { capital_value: vec![1.0], ..harvest_in_december(0.0, fixed(1.0)) }];
        bare.world.households.illness_annual = Probability::ONE;
        bare.world.households.illness_cost = fixed(1_000.0);
        bare.synthesis().buffer = fixed(50_000.0);
    });
    let (county, mut state) = (bare.county(), State::default());
    county.simulate(Replication(0), &mut state);
    assert_eq!(state.loans.len(), 2);
    let population = county.population(county.luck(Replication(0)));
    let liquidity = state.borrowers.liquidity(&county, &population, &state.loans[0], 23);
    assert_eq!(liquidity, yuan(50_000.0 - 2.0 * 10_000.0 - 2.0 * 1_000.0));
}

/// E[P] = 1 in every season, also with a price that answers the industry's own persistent factor. Catches shocks that
/// are themselves autocorrelated (a log price wider than its stationary σ).
#[test]
fn price_multipliers_have_mean_one() {
    let price = Price {
        volatility: 0.5,
        half_life_months: 24.0,
        yield_correlation: -0.9,
        ..harvest_in_december(1.0, fixed(1.0)).price
    };
    let industries = vec![Industry { price, ..harvest_in_december(1.0, fixed(1.0)) }];
    let mut parameters = Bare::pool(1, 1.0, 12).world.factors;
    parameters.persistence_industry = 0.8;
    let mut seasons = vec![Vec::new(); 6];
    let mut factors = Factors::default();
    factors.resize(1, 1);
    for replication in 0..20_000 {
        let luck = Luck { seed: Seed(1), replication: Replication(replication) };
        for (season, sample) in seasons.iter_mut().enumerate() {
            factors.begin_season(season == 0, 2016 + season as u16, &parameters, &industries, luck);
            sample.push(price.multiplier(factors.log_price[0], 0));
        }
    }
    for (season, sample) in seasons.iter().enumerate() {
        assert_mean(&format!("price of season {season}"), sample, 1.0);
    }
}

// ------------------------------------------------------------------------------------------- waiting and collection

/// All loans default in month 13 and are claimed ℓ months later; overdue stays, outstanding leaves with the claim.
/// Catches an off-by-one in the waiting period and compensation that clears the household's debt.
#[test]
fn a_loss_is_claimed_after_the_waiting_months() {
    for waiting in [0, 1, 3] {
        let bare = Bare::pool(10, 10_000.0, 12).with(|bare| {
            bare.risk(Mode::SelfDirected).default = at_maturity(1.0);
            bare.risk(Mode::SelfDirected).collection.horizon_months = 9;
            bare.policy.fund.waiting_months = waiting;
            bare.policy.fund.initial = yuan(70_000.0);
        });
        let outcome = bare.outcome(0);
        let due = 12;
        for (t, month) in outcome.months.iter().enumerate() {
            let claim = due + usize::from(waiting);
            let all = yuan(100_000.0);
            let when = |condition: bool| if condition { all } else { Fen::ZERO };
            assert_eq!(month.claims, when(t == claim), "claims, ℓ = {waiting}, month {t}");
            assert_eq!(month.outstanding, when(t < claim), "outstanding, ℓ = {waiting}, month {t}");
            assert_eq!(month.overdue, when((due..due + 9).contains(&t)), "overdue, ℓ = {waiting}, month {t}");
            assert_eq!(month.npl, when((due + 2..due + 9).contains(&t)), "npl, ℓ = {waiting}, month {t}");
            assert_eq!(month.npl_bank, when((due + 2..claim).contains(&t)), "npl_bank, ℓ = {waiting}, month {t}");
            assert_eq!(month.compensated, when((claim..due + 9).contains(&t)), "compensated, month {t}");
        }
        assert_eq!(outcome.run.depletion_month, Some(13 + u32::from(waiting)));
        assert_eq!((outcome.run.fund_paid, outcome.run.bank_paid), (yuan(70_000.0), yuan(30_000.0)));
    }
}

/// Full collection with probability r a month: r(1−r)^(k−1) in the k-th month after default, nothing after H; the fund
/// gets its share net of cost of what comes after the claim. Catches a collection in the month of default, one month
/// too many, recoveries credited before the claim, and all of them credited to the fund.
#[test]
fn collection_is_geometric() {
    let (r, horizon, waiting) = (0.2_f64, 6, 3);
    let bare = Bare::pool(20, 10_000.0, 12).with(|bare| {
        bare.risk(Mode::SelfDirected).default = at_maturity(1.0);
        bare.risk(Mode::SelfDirected).collection = Collection {
            monthly: probability(r),
            monthly_suspended: None,
            horizon_months: horizon,
            part: CollectedPart::Full,
            cost_share: share(0.1),
        };
        bare.policy.fund.waiting_months = waiting;
        bare.policy.fund.initial = yuan(1e6);
        bare.policy.fund.split =
            LossSplit::QuotaShare { fund: share(0.8), insurer: share(0.1), insurer_annual_limit: Fen::UNLIMITED };
    });
    let outcomes = bare.outcomes(0..2_000);
    for k in 0..10 {
        let collected: Vec<f64> =
            outcomes.iter().map(|outcome| outcome.months[12 + k].collected.yuan() / 2e5).collect();
        let expected = if (1..=horizon as usize).contains(&k) { r * (1.0 - r).powi(k as i32 - 1) } else { 0.0 };
        assert_mean(&format!("collected {k} months after default"), &collected, expected);
    }
    let to_fund: Vec<f64> = outcomes.iter().map(|outcome| outcome.run.recovered_to_fund.yuan() / 2e5).collect();
    let after_claim: f64 = (4..=6).map(|k| r * (1.0 - r).powi(k - 1)).sum();
    assert_mean("to the fund", &to_fund, 0.8 * 0.9 * after_claim);
}

/// Beta shares of what is still open: E left after k months = (1 − r α/(α+β))^k. Catches a share of the original sum.
#[test]
fn partial_collections_take_a_share_of_what_is_open() {
    let bare = Bare::pool(20, 10_000.0, 12).with(|bare| {
        bare.risk(Mode::SelfDirected).default = at_maturity(1.0);
        bare.risk(Mode::SelfDirected).collection = Collection {
            monthly: probability(0.4),
            monthly_suspended: None,
            horizon_months: 10,
            part: CollectedPart::Beta { alpha: 2.0, beta: 3.0 },
            cost_share: Share::ZERO,
        };
    });
    let left = bare.measure(MANY, |state| state.months[12 + 5].overdue.yuan() / 2e5);
    assert_mean("open after five months", &left, (1.0 - 0.4 * 0.4_f64).powi(5));
}

// -------------------------------------------------------------------------------------------- needed fund, the cap

/// Rerun with W₀ = needed fund, no valid claim is left unpaid; with one fen less one is (if any is needed). Exact, path
/// by path. Catches a recursion that forgets interest, a top-up, a recovery, a contribution or their order.
#[test]
fn the_needed_fund_is_just_enough() {
    let splits = [
        LossSplit::QuotaShare { fund: share(0.7), insurer: share(0.1), insurer_annual_limit: yuan(4_000.0) },
        LossSplit::Layers { fund_annual: yuan(60_000.0), insurer_annual: yuan(20_000.0) },
    ];
    let rules = [RecoveryShares::ContractShares, RecoveryShares::LossBorne, RecoveryShares::FundFirst];
    let (mut some, mut none, mut topped_up) = (0, 0, 0);
    for (split, rule) in splits.iter().flat_map(|split| rules.iter().map(move |rule| (*split, *rule))) {
        let bare = Bare::rich().with(|bare| {
            bare.policy.fund.split = split;
            bare.policy.fund.recoveries = rule;
        });
        for (replication, outcome) in bare.outcomes(0..40).iter().enumerate() {
            let needed = outcome.run.fund_needed;
            let with = |initial: Fen| {
                bare.clone().with(|bare| bare.policy.fund.initial = initial).outcome(replication as u32).run
            };
            let just_enough = with(needed);
            assert_eq!(just_enough.depletion_month, None, "{rule:?}, replication {replication}, {needed:?}");
            assert_eq!(just_enough.fund_needed, needed, "the needed fund does not depend on the fund there is");
            if needed > Fen::ZERO {
                let too_little = with(needed - Fen(1));
                assert!(too_little.depletion_month.is_some(), "{rule:?}, replication {replication}, {needed:?}");
                some += 1;
            } else {
                none += 1;
            }
            topped_up += usize::from(just_enough.budget_cost > just_enough.subsidy);
        }
    }
    assert!(some > 40 && none > 5 && topped_up > 40, "{some} {none} {topped_up}: the test must see both cases");
}

/// The cap in miniature: equal loans, one township. Each month lends min(plan left, ⌊(κW − O)/B⌋) loans, exactly. Catches
/// a cap against lending ever made, against O without the new loan, or with compensated loans counted (and the switch).
#[test]
fn the_leverage_cap_in_miniature() {
    for compensated_counts in [false, true] {
        let bare = Bare::pool(60, 10_000.0, 4).with(|bare| {
            bare.lasting(36);
            bare.policy.lending.plan = vec![yuan(240_000.0); 5];
            bare.policy.lending.month_weights = EVERY_MONTH;
            bare.risk(Mode::SelfDirected).default = at_maturity(0.2);
            bare.risk(Mode::SelfDirected).collection.horizon_months = 5;
            let fund = &mut bare.policy.fund;
            fund.initial = yuan(25_000.0);
            fund.leverage_max = Some(3.0);
            fund.compensated_in_cap = compensated_counts;
            fund.waiting_months = 2;
            fund.contributions = Contributions::Dated(
                [7, 19]
                    .map(|t| Contribution {
                        month: bare.start.plus(t),
                        source: "county".into(),
                        amount: yuan(30_000.0),
                    })
                    .to_vec(),
            );
            fund.split =
                LossSplit::QuotaShare { fund: share(0.5), insurer: Share::ZERO, insurer_annual_limit: Fen::ZERO };
        });
        let loan = yuan(10_000.0).0;
        let mut bound = 0;
        for outcome in bare.outcomes(0..50) {
            let (mut lent_this_year, mut borrowed) = (0, 0);
            for (t, month) in outcome.months.iter().enumerate() {
                if t % 12 == 0 {
                    lent_this_year = 0;
                }
                let counted = if compensated_counts { month.compensated.0 } else { 0 };
                let exposed = month.outstanding.0 - month.lent.0 + counted;
                let room = (3 * month.fund_balance.0 - exposed).max(0) / loan;
                let plan = (2 * (t as i64 % 12 + 1) - lent_this_year).min(60 - borrowed);
                assert_eq!(month.lent.0, plan.min(room) * loan, "month {t}");
                assert_eq!(month.cap_bound, plan > room, "month {t}");
                lent_this_year += month.lent.0 / loan;
                borrowed += month.lent.0 / loan;
                bound += usize::from(month.cap_bound);
            }
        }
        assert!(bound > 100, "the cap must bind to be tested: {bound}");
    }
}

/// All or nothing: a mode whose month does not fit lends nothing, the next mode takes the room. Catches a partial lot.
#[test]
fn an_indivisible_mode_lends_all_or_nothing() {
    let bare = Bare::pool(40, 10_000.0, 36).with(|bare| {
        bare.policy.lending.mix = PerMode([share(0.5), share(0.5), Share::ZERO]);
        bare.policy.lending.rationing_order = [Mode::Pooled, Mode::SelfDirected, Mode::FixedBenefit];
        bare.policy.terms[Mode::Pooled].lend = LendRule::AllOrNone;
        bare.policy.fund.initial = yuan(15_000.0);
        bare.policy.fund.leverage_max = Some(10.0);
    });
    let outcome = bare.outcome(0);
    let in_mode = |mode| outcome.loans.iter().filter(|loan| loan.mode == mode).count();
    assert_eq!((in_mode(Mode::Pooled), in_mode(Mode::SelfDirected)), (0, 15));
}

/// Interest that the borrower bears is simple on the balance, the budget pays its share every month. By hand: 10 loans
/// of 10,000 at 4.8% for 12 months, 75% subsidised: 3,600 from the budget, 120 a loan from the household.
#[test]
fn interest_is_shared_between_budget_and_borrower() {
    let bare = Bare::pool(10, 10_000.0, 12).with(|bare| {
        bare.world.benchmark_rates = vec![(600, AnnualRate::new(0.048).unwrap())];
        bare.policy.lending.interest_subsidy = share(0.75);
        bare.synthesis().persons = fixed(1.0);
        bare.months = 13;
    });
    let run = bare.outcome(0).run;
    assert_eq!((run.subsidy, run.budget_cost), (yuan(3_600.0), yuan(3_600.0)));
    assert!((run.gain_per_capita_yuan + 120.0).abs() < 1e-9, "{}", run.gain_per_capita_yuan);
}

/// A debt that carries interest at the horizon is a debt with its interest. Catches a gain that improves when the run
/// ends before a bullet loan falls due.
#[test]
fn accrued_interest_is_part_of_the_debt() {
    let bare = Bare::pool(10, 10_000.0, 36).with(|bare| {
        bare.world.benchmark_rates = vec![(600, AnnualRate::new(0.048).unwrap())];
        bare.policy.lending.interest_subsidy = Share::ZERO;
        bare.synthesis().persons = fixed(1.0);
        bare.months = 25;
    });
    let gain = bare.outcome(0).run.gain_per_capita_yuan;
    assert!((gain + 480.0).abs() < 1e-9, "two years' interest is 480 a year, not {}", -gain);
}

/// Status after all: every loan of a run that is long enough is repaid or written off.
#[test]
fn every_loan_comes_to_an_end() {
    let bare = Bare::rich().with(|bare| {
        bare.lasting(96);
    });
    for outcome in bare.outcomes(0..50) {
        assert!(outcome.loans.iter().all(|loan| matches!(loan.status, Status::Repaid | Status::WrittenOff)));
        assert_eq!(outcome.months[95].outstanding, Fen::ZERO);
    }
}

/// Fixed benefit lends 10,000 a person up to the cap. Catches a sum for the household, or the cap left out.
#[test]
fn fixed_benefit_lends_by_the_person_up_to_the_cap() {
    let bare = Bare::pool(40, 10_000.0, 12).with(|bare| {
        bare.policy.lending.mix = only(Mode::FixedBenefit);
        bare.policy.lending.plan[0] = yuan(1e7);
        bare.policy.terms[Mode::FixedBenefit].principal = PrincipalRule::PerPerson(yuan(10_000.0));
        bare.policy.terms[Mode::FixedBenefit].principal_max = yuan(50_000.0);
        bare.synthesis().persons = discrete(&[1.0, 3.0, 5.0, 7.0], &[1.0, 1.0, 1.0, 1.0]);
    });
    let county = bare.county();
    let population = county.population(county.luck(Replication(0)));
    let loans = bare.outcome(0).loans;
    assert_eq!(loans.len(), 40);
    for loan in loans {
        let persons = f64::from(population.roster.persons[loan.household as usize]);
        assert_eq!(loan.principal, yuan((persons * 10_000.0).min(50_000.0)));
    }
}

/// 30,000 at 10% in three yearly instalments, borne by the household: 3,000 + 2,000 + 1,000 of interest with equal
/// principal; with an annuity A = 3,000/(1 − 1.1⁻³) = 12,063.44 the payments less the principal, 6,190.33. Catches
/// interest counted from the grant at every payment, or on the principal instead of the balance.
#[test]
fn instalments_bear_interest_on_the_balance() {
    let interest = |repayment| {
        let bare = Bare::pool(1, 30_000.0, 36).with(|bare| {
            bare.policy.terms[Mode::SelfDirected].repayment = repayment;
            bare.world.benchmark_rates = vec![(600, AnnualRate::new(0.1).unwrap())];
            bare.policy.lending.interest_subsidy = Share::ZERO;
        });
        -bare.outcome(0).run.household_gain.yuan()
    };
    assert_eq!(interest(Repayment::EqualPrincipal { every_months: 12 }), 6_000.0);
    let annuity = 3.0 * 3_000.0 / (1.0 - 1.1_f64.powi(-3)) - 30_000.0;
    assert!((interest(Repayment::Annuity { every_months: 12 }) - annuity).abs() < 0.02);
}

/// A claim of 100,000 in month 13 meets a fund of 30,000; 50,000 arrive in month 15 and again in month 16. As a payable
/// it is paid 30 + 50 + 20 thousand and the bank gets its 70 back; with the switch off the bank keeps the loss.
#[test]
fn payables_are_paid_when_money_comes() {
    let bare = |unpaid| {
        Bare::pool(10, 10_000.0, 12).with(|bare| {
            bare.risk(Mode::SelfDirected).default = at_maturity(1.0);
            let pay = |t| Contribution { month: bare.start.plus(t), source: "county".into(), amount: yuan(5e4) };
            bare.policy.fund.contributions = Contributions::Dated(vec![pay(14), pay(15)]);
            bare.policy.fund.initial = yuan(3e4);
            bare.policy.fund.unpaid = unpaid;
        })
    };
    let thousands = |outcome: &Outcome| -> Vec<(f64, f64)> {
        let paid = outcome.months[12..16].iter().map(|month| (thousands(month.fund_paid), thousands(month.bank_paid)));
        paid.collect()
    };
    let payable = bare(UnpaidClaims::Payable).outcome(0);
    assert_eq!(thousands(&payable), [(30.0, 70.0), (0.0, 0.0), (50.0, -50.0), (20.0, -20.0)]);
    assert_eq!((payable.run.bank_paid, payable.run.fund_end), (Fen::ZERO, yuan(3e4)));
    let bank = bare(UnpaidClaims::Bank).outcome(0);
    assert_eq!(thousands(&bank), [(30.0, 70.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0)]);
    assert_eq!((bank.run.bank_paid, bank.run.fund_end), (yuan(7e4), yuan(1e5)));
    for outcome in [payable, bank] {
        assert_eq!((outcome.run.depletion_month, outcome.run.unpaid_claims), (Some(13), yuan(7e4)));
        assert_eq!(outcome.run.fund_needed, yuan(1e5));
    }
}

/// With `called = "due_cohort"` a closed organisation repays nothing any more: what was not called at its failure is
/// called when it falls due. Two cohorts of ten loans due in months 12 and 24; the organisation fails in the first.
#[test]
fn a_closed_organisation_repays_nothing_that_was_not_called() {
    let runs = Bare::pool(20, 10_000.0, 12)
        .with(|county| {
            county.months = 36;
            county.policy.lending.mix = PerMode([Share::ZERO, Share::ONE, Share::ZERO]);
            for terms in &mut county.policy.terms.0 {
                terms.tenors = vec![(12, share(0.5)), (24, share(0.5))];
            }
            county.world.organisations.called = Called::DueCohort;
            county.world.organisations.kinds[0].failure =
                FailureMechanism::AtMaturity { pd_calm: Probability::ONE, pd_bad: Probability::ONE };
        })
        .run(3);
    for run in runs {
        assert_eq!(run.organisations_failed, 1);
        assert_eq!(run.loans_defaulted, 20);
        assert_eq!((run.due, run.recovered), (yuan(200_000.0), yuan(0.0)));
    }
}
