//! A household's ledger under each mode on the same luck.
//!
//! In its own mode the ledger is that of the replication. In another the household is lent to by hand in the same month
//! ([`Placed`]); everybody else keeps the queue, so that only the household that would have come next may move up.

use super::story::Trigger;
use crate::draws::Replication;
use crate::model::borrowers::{Account, WINDOW_MONTHS};
use crate::model::counterfactual::{Counterfactual, Neutral, Placed};
use crate::model::county::County;
use crate::model::income;
use crate::model::loan::{Loan, NONE};
use crate::model::mode::self_directed;
use crate::model::policy::Mode;
use crate::model::population::Population;
use crate::model::state::State;
use crate::units::Fen;

/// Twelve months of a household's ledger; sums of the year, stocks at its end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct YearRow {
    /// Last month of it, from 0.
    pub until: usize,
    /// Principal borrowed.
    pub borrowed: Fen,
    /// Contractual pay-outs received.
    pub payout: Fen,
    /// Wages net of displaced income, land rent, dividends.
    pub organisation_income: Fen,
    /// Net cash of its project above that of its own capital, labour given up and insurance subtracted.
    pub project: Fen,
    /// Paid on loans out of its own cash.
    pub paid: Fen,
    /// Debt at the end.
    pub debt: Fen,
    /// Value of what the loan has paid for and is still there, at the end.
    pub capital: Fen,
    /// Income without the programme.
    pub without: Fen,
    /// Gain of the year: change of cash, consumption, capital and debt (equation G1).
    pub gain: Fen,
}

/// A household under one mode.
#[derive(Clone, Debug, PartialEq)]
pub struct ModeLedger {
    /// The mode.
    pub mode: Mode,
    /// Whether this is what happened.
    pub actual: bool,
    /// Whether it got a loan: not without an organisation that has room, or with the mode out of offer.
    pub served: bool,
    /// Principal of its loan.
    pub principal: Fen,
    /// Name of the organisation that used the money.
    pub organisation: Option<String>,
    /// Month (from 0) in which that organisation failed.
    pub organisation_failed: Option<usize>,
    /// Month and trigger of its default.
    pub default: Option<(usize, Trigger)>,
    /// Its years since the loan.
    pub years: Vec<YearRow>,
}

impl ModeLedger {
    /// Gain over its window.
    pub fn gain(&self) -> Fen {
        self.years.iter().map(|year| year.gain).sum()
    }

    /// Gain per head and year in yuan, as the program counts it.
    pub fn gain_per_head(&self, persons: u16, granted: usize) -> f64 {
        let months = self.years.last().map_or(0, |year| year.until - granted).max(1);
        self.gain().yuan() * 12.0 / months as f64 / f64::from(persons)
    }
}

/// A household in a replication.
#[derive(Clone, Debug, PartialEq)]
pub struct HouseholdStory {
    /// Its identifier.
    pub name: String,
    /// Members.
    pub persons: u16,
    /// Its township.
    pub township: String,
    /// Mode that fits its own situation.
    pub situation: Mode,
    /// Whether it borrowed in the replication; if not, the ledgers are those of a loan in the first month of lending.
    pub borrowed: bool,
    /// Month (from 0) of the loan.
    pub granted: usize,
    /// One ledger for each mode.
    pub ledgers: Vec<ModeLedger>,
}

/// Follows a household through a replication under each mode. `None` if nothing is lent in the replication.
pub fn household(
    county: &County,
    replication: Replication,
    household: u32,
    state: &mut State,
) -> Option<HouseholdStory> {
    county.simulate(replication, state);
    let account = state.borrowers.account(household);
    let first_lending = state.months.iter().position(|month| month.lent > Fen::ZERO);
    let granted = account.map(|account| account.first_grant).or(first_lending)?;
    let actual = account.map(|account| account.first_mode);
    let ledgers = Mode::ALL.map(|mode| {
        let placed = (actual != Some(mode)).then_some(Placed { household, mode, month: granted });
        follow(county, replication, household, mode, granted, placed, state)
    });
    let population = county.population(county.luck(replication));
    let roster = &population.roster;
    let index = household as usize;
    Some(HouseholdStory {
        name: roster.name[index].clone(),
        persons: roster.persons[index],
        township: roster.township_names[roster.township[index] as usize].clone(),
        situation: roster.situation[index],
        borrowed: account.is_some(),
        granted,
        ledgers: ledgers.to_vec(),
    })
}

fn follow(
    county: &County,
    replication: Replication,
    household: u32,
    mode: Mode,
    granted: usize,
    placed: Option<Placed>,
    state: &mut State,
) -> ModeLedger {
    let mut ledger = Bookkeeper::new(household, mode, granted, placed.is_none());
    let offered = county.policy(granted).lending.mix[mode].get() > 0.0;
    if placed.is_some() && !offered {
        return ledger.ledger;
    }
    let counterfactual = Counterfactual { neutral: Neutral::NONE, placed };
    county.observe(replication, counterfactual, state, |state, population, t| {
        ledger.look(county, state, population, t);
    });
    ledger.ledger
}

/// Keeps the ledger of one household in one mode.
struct Bookkeeper {
    household: u32,
    granted: usize,
    ledger: ModeLedger,
    /// At the end of the year before.
    before: Option<(Account, Fen)>,
    borrowed: Fen,
    since: usize,
}

impl Bookkeeper {
    fn new(household: u32, mode: Mode, granted: usize, actual: bool) -> Bookkeeper {
        let ledger = ModeLedger {
            mode,
            actual,
            served: false,
            principal: Fen::ZERO,
            organisation: None,
            organisation_failed: None,
            default: None,
            years: Vec::new(),
        };
        Bookkeeper { household, granted, ledger, before: None, borrowed: Fen::ZERO, since: granted }
    }

    fn look(&mut self, county: &County, state: &State, population: &Population, t: usize) {
        if t < self.granted || t > self.granted + WINDOW_MONTHS {
            return;
        }
        let Some(account) = state.borrowers.account(self.household) else { return };
        let Some(latest) = state.borrowers.latest_loan(self.household) else { return };
        let loan = &state.loans[latest as usize];
        if t == self.granted {
            self.ledger.served = true;
            self.ledger.principal = loan.principal;
            self.ledger.organisation = population.organisations.name.get(loan.organisation as usize).cloned();
        }
        let new_loans = state.granted_from[t] as usize..state.loans.len();
        let own = state.loans[new_loans].iter().filter(|loan| loan.household == self.household);
        self.borrowed += own.map(|loan| loan.principal).sum();
        if self.ledger.organisation_failed.is_none()
            && loan.organisation != NONE
            && !state.organisations.pays(loan.organisation)
        {
            self.ledger.organisation_failed = Some(t);
        }
        if self.ledger.default.is_none() && usize::try_from(loan.default_month) == Ok(t) {
            self.ledger.default = Some((t, Trigger::of(county, state, population, loan)));
        }
        let anniversary = t > self.granted && (t - self.granted).is_multiple_of(12);
        if anniversary || t + 1 == county.calendar.months() {
            self.close_year(county, state, population, account, loan, t);
        }
    }

    fn close_year(
        &mut self,
        county: &County,
        state: &State,
        population: &Population,
        account: Account,
        loan: &Loan,
        t: usize,
    ) {
        let worth = income::net_worth(state, county, population, loan, t);
        let capital = self_directed::capital_gain(state, county, population, loan);
        let zero = Account {
            cash: Fen::ZERO,
            paid: Fen::ZERO,
            diverted: Fen::ZERO,
            payout: Fen::ZERO,
            organisation_income: Fen::ZERO,
            illness: Fen::ZERO,
            ..account
        };
        let (before, worth_before) = self.before.unwrap_or((zero, account.opening));
        let payout = account.payout - before.payout;
        let organisation_income = account.organisation_income - before.organisation_income;
        let paid = account.paid - before.paid;
        let cash = account.cash - before.cash;
        let months = (t - self.since).max(1) as f64;
        self.ledger.years.push(YearRow {
            until: t,
            borrowed: std::mem::take(&mut self.borrowed),
            payout,
            organisation_income,
            project: cash - payout - organisation_income + paid,
            paid,
            debt: capital - worth,
            capital,
            without: county.yearly_income(population, self.household as usize, t).times(months / 12.0),
            gain: cash + account.diverted - before.diverted + worth - worth_before,
        });
        self.before = Some((account, worth));
        self.since = t;
    }
}
