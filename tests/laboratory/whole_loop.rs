//! Row 12: the whole loop in miniature, by dynamic programming over the reachable states.

use std::collections::BTreeMap;

use super::*;
use crate::support::*;

/// The numbers of `12-whole-loop.toml`. The fund and its claims are counted in halves of a loan.
#[derive(Clone)]
struct Loop {
    /// Loans planned a month.
    plan: usize,
    /// κ: the cap in loans for each half loan in the fund.
    loans_per_half: usize,
    start: usize,
    /// Month (from 1) and size of the contribution.
    contribution: (usize, usize),
    /// q, c, p; r and r_s.
    failure: f64,
    contagion: f64,
    own: f64,
    collection: [f64; 2],
    run: usize,
    rectification: usize,
    months: usize,
}

/// The binomial laws of a month.
struct Laws {
    collections: [Binomials; 2],
    contagion: Binomials,
    own: Binomials,
}

/// Everything that the next month depends on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct State {
    lent: usize,
    /// Performing loans that fall due in one, two, three months.
    due: [usize; 3],
    /// Loans in default, all of them claimed, which still are to be collected.
    open: usize,
    /// Whether something has fallen due: with nothing due the rate is neutral.
    anything_due: bool,
    halves: usize,
    run: usize,
    since: Option<usize>,
    depleted: bool,
}

/// Expectations of a month.
#[derive(Clone, Copy, Default)]
struct Month {
    lent: f64,
    outstanding: f64,
    claims: f64,
    unpaid: f64,
    collected: f64,
    balance: f64,
    failed: f64,
    suspended: f64,
    depleted: f64,
    bound: f64,
}

impl Loop {
    fn by_month(&self) -> Vec<Month> {
        let laws = Laws {
            collections: self.collection.map(Binomials::new),
            contagion: Binomials::new(self.contagion),
            own: Binomials::new(self.own),
        };
        let begin = State {
            lent: 0,
            due: [0; 3],
            open: 0,
            anything_due: false,
            halves: self.start,
            run: 0,
            since: None,
            depleted: false,
        };
        let mut law = BTreeMap::from([(begin, 1.0)]);
        let mut months = Vec::new();
        for t in 1..=self.months {
            let mut next: BTreeMap<State, f64> = BTreeMap::new();
            let mut month = Month::default();
            for (state, weight) in &law {
                self.step(t, &laws, *state, *weight, &mut month, &mut next);
            }
            months.push(month);
            law = next;
        }
        months
    }

    /// One month: contribution, failure, collection, contagion or maturities, claims, rule, lending.
    fn step(
        &self,
        t: usize,
        laws: &Laws,
        state: State,
        weight: f64,
        month: &mut Month,
        next: &mut BTreeMap<State, f64>,
    ) {
        let paid_in = if t == self.contribution.0 { self.contribution.1 } else { 0 };
        let fails = if state.due[0] > 0 { self.failure } else { 0.0 };
        let collection = &laws.collections[usize::from(state.since.is_some())];
        for (collected, pc) in collection.of(state.open).iter().enumerate() {
            for (failed, pf) in [(false, 1.0 - fails), (true, fails)] {
                let (called, law) =
                    if failed { (state.due.iter().sum(), &laws.contagion) } else { (state.due[0], &laws.own) };
                for (defaults, pd) in law.of(called).iter().enumerate() {
                    let probability = weight * pc * pf * pd;
                    if probability < NEGLIGIBLE {
                        continue;
                    }
                    // The fund receives half of what is collected before it pays half of what is claimed.
                    let available = state.halves + paid_in + collected;
                    let unpaid = defaults.saturating_sub(available);
                    let after = State {
                        due: if failed { [0; 3] } else { [state.due[1], state.due[2], 0] },
                        open: state.open - collected + defaults,
                        anything_due: state.anything_due || called > 0,
                        halves: available.saturating_sub(defaults),
                        depleted: state.depleted || unpaid > 0,
                        ..state
                    };
                    let after = self.lend(t, self.test(after), month, probability);
                    month.claims += probability * defaults as f64;
                    month.unpaid += probability * unpaid as f64 / 2.0;
                    month.collected += probability * collected as f64;
                    month.failed += if failed { probability } else { 0.0 };
                    month.balance += probability * after.halves as f64 / 2.0;
                    month.suspended += if after.since.is_some() { probability } else { 0.0 };
                    month.depleted += if after.depleted { probability } else { 0.0 };
                    *next.entry(after).or_default() += probability;
                }
            }
        }
    }

    /// At most 24 loans fall due: one that is open is more than two per cent, none is a recovery of all.
    fn test(&self, state: State) -> State {
        if !state.anything_due {
            return state;
        }
        let below = state.open > 0;
        let run = if below { (state.run + 1).min(self.run) } else { 0 };
        let (run, since) = match state.since {
            None => (run, (run >= self.run).then_some(0)),
            Some(months) if !below && months + 1 >= self.rectification => (0, None),
            Some(months) => (run, Some((months + 1).min(self.rectification))),
        };
        State { run, since, ..state }
    }

    /// Lends what is left of the plan to date under the cap: a loan that is claimed has left the principal outstanding.
    fn lend(&self, t: usize, state: State, month: &mut Month, probability: f64) -> State {
        let outstanding: usize = state.due.iter().sum();
        let wanted = if state.since.is_some() { 0 } else { self.plan * t - state.lent };
        let room = (self.loans_per_half * state.halves).saturating_sub(outstanding);
        let lent = wanted.min(room);
        month.lent += probability * lent as f64;
        month.outstanding += probability * (outstanding + lent) as f64;
        month.bound += if wanted > room { probability } else { 0.0 };
        State { lent: state.lent + lent, due: [state.due[0], state.due[1], lent], ..state }
    }
}

#[track_caller]
fn follows(runs: &Runs, small: &Loop) {
    for (t, month) in small.by_month().iter().enumerate() {
        let t = t + 1;
        let money = |id: &str| scaled(runs.month(id, t), 1e4);
        for (id, expected) in [
            ("lent_yuan", month.lent),
            ("outstanding_yuan", month.outstanding),
            ("claims_yuan", month.claims),
            ("unpaid_claims_yuan", month.unpaid),
            ("collected_yuan", month.collected),
            ("fund_balance_yuan", month.balance),
        ] {
            assert_mean(&format!("{id} in month {t}"), &money(id), expected);
        }
        for (id, expected) in
            [("suspended_units", month.suspended), ("organisations_failed", month.failed), ("cap_bound", month.bound)]
        {
            let times = runs.month(id, t).iter().filter(|value| **value == 1.0).count();
            assert_frequency(&format!("{id} in month {t}"), times, runs.len(), expected);
        }
        let times = runs.times("depletion_month", |depleted| depleted <= t as f64);
        assert_frequency(&format!("depleted by month {t}"), times, runs.len(), month.depleted);
    }
}

fn shipped() -> Loop {
    Loop {
        plan: 2,
        loans_per_half: 2,
        start: 3,
        contribution: (7, 1),
        failure: 0.06,
        contagion: 0.8,
        own: 0.10,
        collection: [0.2, 0.5],
        run: 3,
        rectification: 2,
        months: 12,
    }
}

seeds! {
    /// Ten numbers of every month. Catches every order of events but the right one: money after claims, collections after
    /// claims, lending before the rule, a cap on the old balance, an own-account trial after a failure, a failure
    /// without loans due, compensated loans left in the principal outstanding, collection at this month's r_s.
    the_whole_loop_follows_its_dynamic_programme(seed) {
        follows(&Lab::shipped("12-whole-loop").run(seed), &shipped());
    }

    /// The same with other numbers: a tighter cap, a fund that empties often, quick collection.
    other_numbers_follow_their_own_programme(seed) {
        let runs = Lab::shipped("12-whole-loop")
            .with("initial_yuan  = 15000", "initial_yuan = 10000")
            .with("leverage_max  = 4", "leverage_max = 6")
            .with("contagion  = 0.8", "contagion = 1.0")
            .with("failure = { at_maturity = { pd = 0.06 } }", "failure = { at_maturity = { pd = 0.2 } }")
            .with("pd = 0.10", "pd = 0.25")
            .with("monthly = 0.2, monthly_suspended = 0.5", "monthly = 0.5, monthly_suspended = 0.9")
            .with("month = \"2016-07\", yuan = 5000", "month = \"2016-04\", yuan = 15000")
            .run(seed);
        let numbers = Loop {
            loans_per_half: 3,
            start: 2,
            contribution: (4, 3),
            failure: 0.2,
            contagion: 1.0,
            own: 0.25,
            collection: [0.5, 0.9],
            ..shipped()
        };
        follows(&runs, &numbers);
    }
}

/// A cap in yuan beside κ·W: the smaller holds. Three loans of 10,000 under 30,000, whatever the fund.
#[test]
fn an_absolute_cap_holds_beside_the_leverage() {
    let runs = Lab::shipped("12-whole-loop")
        .with("leverage_max  = 4", "leverage_max = 4\noutstanding_max_yuan = 30000")
        .with("initial_yuan  = 15000", "initial_yuan = 1000000")
        .replicate(1, 200);
    for month in 1..=12 {
        assert!(runs.month("outstanding_yuan", month).iter().all(|outstanding| *outstanding <= 30_000.0));
    }
    assert!(runs.month("outstanding_yuan", 2).iter().all(|outstanding| *outstanding == 30_000.0));
    assert!(runs.month("cap_bound", 2).iter().all(|bound| *bound == 1.0));
}
