//! `[world]`: what the county does not control.

use super::item::{FromItem, Item};
use super::organisations::Townships;
use super::section::Section;
use super::{groups, households, industries, ledger, neutral, organisations, policy, population, risk, shocks};
use crate::distribution::{Copula, DegreesOfFreedom};
use crate::model::book::Ledger;
use crate::model::contracts::ConvertedTo;
use crate::model::policy::{Mode, PerMode, Policy};
use crate::model::risk::LoanGroup;
use crate::model::timetable::Timetable;
use crate::model::world::{Contagion, DefaultMechanism, FactorParameters, Industry, PopulationSource, Regime, World};
use crate::scenario::RunSettings;
use crate::scenario::keys::world::{factors as f, persistence as p, regime as r, root as w, student_t};
use crate::scenario::mistake::{Because, LawMistake, Mistake};
use crate::units::{AnnualRate, Probability, Share};

/// What the rest of the scenario has to know about policy.
pub struct Lent {
    /// Whether the mode has a share in lending at some time, loans are converted to it or stand in the existing book; false while the mix is broken, so that no section is asked for in vain.
    pub modes: PerMode<bool>,
    /// Of them, those that have a share in new lending.
    new: [bool; 3],
}

impl Lent {
    /// Of a policy that may be broken, and the modes of the existing book.
    pub fn of(timetable: Option<&Timetable>, on_book: [bool; 3]) -> Lent {
        let lends = |mode: Mode| timetable.is_some_and(|timetable| timetable.any(|policy| gives_loans(policy, mode)));
        let new = Mode::ALL.map(lends);
        Lent { modes: PerMode([0, 1, 2].map(|mode| new[mode] || on_book[mode])), new }
    }

    /// Why a section of a mode is needed.
    pub fn because(&self, mode: Mode) -> Because {
        if self.new[mode as usize] { Because::Lent(mode.key()) } else { Because::OnBook(mode.key()) }
    }
}

/// Whether a policy makes loans of a mode: new ones, or by conversion.
fn gives_loans(policy: &Policy, mode: Mode) -> bool {
    let converts = policy.contracts.conversion.as_ref().is_some_and(|rule| rule.to == ConvertedTo::SelfDirected);
    policy.lending.mix[mode] > Share::ZERO || mode == Mode::SelfDirected && converts
}

/// Reads `[world]`.
pub fn world(section: &Section<'_>, lent: &Lent, run: Option<&RunSettings>) -> Option<World> {
    let years = run.map_or(0, |run| run.years().count());
    let assisted_persons = section.off(&w::ASSISTED_PERSONS, 0);
    let poverty_line = section.off_by(&w::POVERTY_LINE, vec![0.0; years], |item| item.by_year());
    let take_up = section.off_by(&w::TAKE_UP, vec![Share::ONE; years], |item| take_up(item));
    let no_interest = vec![(LONGEST_TENOR, AnnualRate::default())];
    let benchmark_rates = section.off_by(&w::BENCHMARK_RATE, no_interest, |item| benchmark_rates(item));
    let factors = section.off_by(&w::FACTORS, neutral::factors(), |item| factors(&item.section(&f::SECTION)?));
    let risk = risk::all_modes(section, lent);
    let cash = CashUse::of(section, risk.as_ref());
    let industries = industries::industries(section, &cash);
    let names: Option<Vec<&str>> =
        industries.as_ref().map(|list| list.iter().map(|one: &Industry| one.name.as_str()).collect());
    let population = match section.item(&w::POPULATION) {
        None if section.cx.laboratory.get() => groups::no_population(section),
        _ => part(section, &w::POPULATION, |section| population::population(section, names.as_deref())),
    };
    let households = households::households(section, &cash, run);
    let of_ledger = ledger::townships(section);
    let townships = population.as_ref().map(|population| Townships::of(population, &of_ledger));
    let organisations = organisations::organisations(section, lent, names.as_deref(), townships, run);
    let known = ledger::Scenario {
        population: population.as_ref(),
        organisations: organisations.as_ref(),
        risk: risk.as_ref(),
        run,
    };
    let mut ledger = ledger::ledger(section, &known, of_ledger.clone());
    let groups = groups(section, &known, townships, names.as_deref(), ledger.as_mut());
    let cash_of_groups = groups.iter().flatten().any(|group| {
        matches!(group.risk.default, DefaultMechanism::Structural) || group.risk.contagion == Contagion::HouseholdCash
    });
    let company = organisations::company(section, lent, names.as_deref());
    let catastrophes = shocks::catastrophes(section, names.as_deref());
    let (company, company_industry) = company?;
    Some(World {
        assisted_persons: assisted_persons?,
        poverty_line: poverty_line?,
        take_up: take_up?,
        benchmark_rates: benchmark_rates?,
        factors: factors?,
        population: population?,
        industries: industries?,
        risk: risk?,
        households: households?,
        organisations: organisations?,
        company,
        company_industry,
        catastrophes: catastrophes?,
        ledger: ledger?,
        groups: groups?,
        follow_households: groups::follows_households(section) || cash.households || cash_of_groups,
    })
}

fn groups(
    section: &Section<'_>,
    known: &ledger::Scenario<'_>,
    townships: Option<Townships<'_>>,
    industries: Option<&[&str]>,
    ledger: Option<&mut Ledger>,
) -> Option<Vec<LoanGroup>> {
    let households = known.population.map(|population| match population {
        PopulationSource::Roster(roster) => roster.len() as u32,
        PopulationSource::Synthetic(synthesis) => synthesis.households,
    });
    let known = groups::Scenario {
        households,
        townships: townships.map(Townships::count),
        industries,
        risk: known.risk,
        run: known.run,
    };
    // While the ledger is broken, groups are read for their own mistakes.
    groups::groups(section, &known, ledger.unwrap_or(&mut Ledger::default()))
}

/// Longest tenor of a benchmark rate, in months.
const LONGEST_TENOR: u16 = 600;

/// What reads cash flow.
pub struct CashUse {
    /// Somebody's cash decides: industries are needed.
    pub production: bool,
    /// Households' cash decides: `[world.households]` is needed.
    pub households: bool,
}

impl CashUse {
    /// From the mechanisms; failure of organisations is looked up in the file, since organisations are read later.
    fn of(section: &Section<'_>, risk: Option<&PerMode<crate::model::world::ModeRisk>>) -> CashUse {
        let households = risk.is_some_and(risk::households_decide);
        CashUse { production: households || organisations::any_structural(section), households }
    }
}

/// A section that must be written, read by its function.
pub fn part<T>(
    section: &Section<'_>,
    key: &'static crate::scenario::keys::Key,
    read: impl FnOnce(&Section<'_>) -> Option<T>,
) -> Option<T> {
    let item = section.need(key)?;
    read(&item.section(policy::spec_of(key))?)
}

fn take_up(item: &Item<'_>) -> Option<Vec<Share>> {
    let shares = item.by_year()?;
    if !policy::never_falls(item, &shares) {
        return None;
    }
    shares.into_iter().map(Share::new).collect()
}

fn benchmark_rates(item: &Item<'_>) -> Option<Vec<(u16, AnnualRate)>> {
    item.by_months()?.into_iter().map(|(months, rate)| Some((months, AnnualRate::new(rate)?))).collect()
}

fn factors(section: &Section<'_>) -> Option<FactorParameters> {
    let copula = section.off_by(&f::COPULA, Copula::Gaussian, |item| copula(item));
    let persistence = match section.item(&f::PERSISTENCE) {
        Some(item) => item.section(&p::SECTION).and_then(|section| persistence(&section)),
        None => Some([0.0; 3]),
    };
    let regime = match section.item(&f::REGIME) {
        Some(item) => regime(&item),
        None => Some(None),
    };
    let [persistence_county, persistence_township, persistence_industry] = persistence?;
    Some(FactorParameters {
        copula: copula?,
        persistence_county,
        persistence_township,
        persistence_industry,
        regime: regime?,
    })
}

fn persistence(section: &Section<'_>) -> Option<[f64; 3]> {
    let [county, township, industry] = [&p::COUNTY, &p::TOWNSHIP, &p::INDUSTRY].map(|key| section.or(key, 0.0));
    Some([county?, township?, industry?])
}

fn copula(item: &Item<'_>) -> Option<Copula> {
    let (name, body) = item.variant()?;
    if name == "gaussian" {
        item.no_parameters(body)?;
        return Some(Copula::Gaussian);
    }
    let section = item.parameters(name, &body, &student_t::SECTION)?;
    let degrees = section.need(&student_t::DEGREES)?;
    match DegreesOfFreedom::new(f64::read(&degrees)?) {
        Ok(degrees_of_freedom) => Some(Copula::StudentT { degrees_of_freedom }),
        Err(error) => {
            degrees.report(Mistake::Law(LawMistake::Impossible { path: item.path.clone(), error }));
            None
        }
    }
}

fn regime(item: &Item<'_>) -> Option<Option<Regime>> {
    if item.node.text().is_some() {
        return item.name_among(&item.key.choices()).map(|_| None);
    }
    let section = item.section(&r::SECTION)?;
    let (calm_to_bad, bad_to_calm) = (section.required(&r::CALM_TO_BAD), section.required(&r::BAD_TO_CALM));
    let start_bad = section.off(&r::START_BAD, Probability::ZERO);
    Some(Some(Regime { calm_to_bad: calm_to_bad?, bad_to_calm: bad_to_calm?, start_bad: start_bad? }))
}
