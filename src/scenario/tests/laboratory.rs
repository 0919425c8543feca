//! Reductions: groups of loans, what is off where a laboratory is silent, and mistakes in both.

use super::{in_both_languages, load, shown};
use crate::model::policy::Mode;
use crate::model::risk::NO_HORIZON;
use crate::model::world::{Contagion, DefaultMechanism};
use crate::scenario::{PopulationDraw, Tables};
use crate::units::{CalendarMonth, Fen};

const HEAD: &str = "laboratory = true\n\n[run]\nstart = \"2016-03\"\nmonths = 12\nreplications = 10\nseed = 1\n\n";

const POOL: &str = "[[world.loans]]\ncount = 10\nprincipal_yuan = 10000\ndue = \"2016-12\"\npd = 0.05\n";

const ORGANISATIONS: &str = "[world.organisations]\nlist = [{ name = \"a\", type = \"t\", count = 2 }]\n\
                             [world.organisations.types.t]\nfailure = { at_maturity = { pd = 0.1 } }\n\n";

fn told(cases: &[(&str, String)]) -> String {
    let one = |(name, text): &(&str, String)| match load(text) {
        Ok(_) => panic!("a scenario with a mistake was accepted: {name}"),
        Err(diagnostics) => in_both_languages(name, &diagnostics),
    };
    cases.iter().map(one).collect()
}

/// The pool with a piece of its text replaced.
fn pool(old: &str, new: &str) -> String {
    assert_eq!(POOL.matches(old).count(), 1, "`{old}` must occur once");
    format!("{HEAD}{}", POOL.replace(old, new))
}

#[test]
fn mistakes_in_groups() {
    shown!(told(&[
        ("no probability", pool("pd = 0.05\n", "")),
        ("two mechanisms", pool("pd = 0.05", "pd = 0.05\ndefault = \"none\"")),
        ("calm without bad", pool("pd = 0.05", "pd_calm = 0.05")),
        ("due before the run", pool("2016-12", "2015-12")),
        ("granted in the run", pool("pd = 0.05", "pd = 0.05\ngranted = \"2016-04\"")),
        ("a range that ends first", pool("pd = 0.05", "pd = 0.05\ndue_until = \"2016-11\"")),
        ("counts and a count", pool("count = 10", "count = 10\ncount_by_month = [1, 2]")),
        (
            "organisation not listed",
            format!("{HEAD}{ORGANISATIONS}{}", POOL.replace("pd = 0.05", "organisation = \"b\"")),
        ),
        ("pooled without an organisation", pool("pd = 0.05", "mode = \"pooled\"")),
        (
            "instalments that do not end",
            pool("pd = 0.05", "pd = 0.05\nrepayment = { equal_principal = { every_months = 4 } }")
        ),
        ("loadings too large", pool("pd = 0.05", "pd = 0.05\nloadings = { county = 0.6, township = 0.5 }")),
        (
            "a name twice",
            format!(
                "{}\n{}",
                pool("pd = 0.05", "pd = 0.05\nname = \"A\""),
                POOL.replace("pd = 0.05", "pd = 0.1\nname = \"A\"")
            )
        ),
        (
            "township beyond the last",
            format!("{}\n[world.population]\ntownships = 2\n", pool("pd = 0.05", "pd = 0.05\ntownship = 3"))
        ),
        ("misspelt key", pool("pd = 0.05", "pd = 0.05\nlodings = { county = 0.1 }")),
        ("nobody at all", format!("{HEAD}[world]\n")),
    ]));
}

#[test]
fn mistakes_of_a_laboratory_with_lending() {
    shown!(told(&[
        (
            "lending without terms",
            format!(
                "{HEAD}[policy.lending]\nplan_yuan = {{ 2016 = 1, 2017 = 0 }}\nmix = {{ self_directed = 1 }}\n{POOL}"
            )
        ),
        (
            "a contribution that ends first",
            format!(
                "{HEAD}[policy.fund]\ncontributions = [{{ month = \"2016-05\", until = \"2016-04\", yuan = 1 }}]\n\n{POOL}"
            )
        ),
        ("a cash flow without production", pool("pd = 0.05", "default = \"structural\"")),
    ]));
}

#[test]
fn what_is_not_written_is_off() {
    let scenario = load(&format!("{HEAD}{POOL}")).unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
    assert_eq!((scenario.run.population, scenario.run.tables), (PopulationDraw::Fixed, Tables::ALL));
    let world = &scenario.world;
    assert!(!world.follow_households && world.industries.len() == 1 && world.factors.regime.is_none());
    assert_eq!((world.ledger.loans.len(), world.ledger.households.len(), world.ledger.townships.len()), (10, 10, 1));
    let loan = &world.ledger.loans[9];
    assert_eq!(
        (loan.mode, loan.grant, loan.group),
        (Mode::SelfDirected, CalendarMonth::new(2016, 2).expect("a month"), Some(0))
    );
    let risk = &world.groups[0].risk;
    assert!(matches!(risk.default, DefaultMechanism::AtMaturity { by_copula: false, .. }));
    assert_eq!((risk.loss_given_default.mean(), risk.collection.horizon_months), (1.0, NO_HORIZON));
    assert!(matches!(risk.contagion, Contagion::Probability(probability) if probability.get() == 1.0));
    let fund = &scenario.policy.start.fund;
    assert_eq!(
        (fund.initial, fund.waiting_months, fund.leverage_max, fund.outstanding_max),
        (Fen::ZERO, 0, None, None)
    );
    assert_eq!(scenario.policy.start.lending.plan, [Fen::ZERO; 2]);
}

/// What a group leaves out is its mode's, where the mode's section is there.
#[test]
fn a_group_inherits_from_its_mode() {
    let own = "[world.self_directed]\ndefault = { hazard = { pd_annual = 0.1 } }\nloss_given_default = 0.3\n\
               loadings = { county = 0.2 }\ncollection = { monthly = 0.1 }\n\n";
    let text = format!("{HEAD}{own}{}", POOL.replace("pd = 0.05\n", ""));
    let scenario = load(&text).unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
    let risk = &scenario.world.groups[0].risk;
    assert!(matches!(risk.default, DefaultMechanism::Hazard { .. }));
    assert_eq!((risk.loss_given_default.mean(), risk.loadings.county, risk.collection.monthly.get()), (0.3, 0.2, 0.1));
    let with_pd = load(&format!("{HEAD}{own}{POOL}")).unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
    let risk = &with_pd.world.groups[0].risk;
    assert!(
        matches!(risk.default, DefaultMechanism::AtMaturity { by_copula: true, .. }),
        "joined by the mode's loadings"
    );
}

/// An entry of the list stands for several organisations; the group's count is of each.
#[test]
fn equal_organisations_have_loans_each() {
    let text = format!("{HEAD}{ORGANISATIONS}{}", POOL.replace("pd = 0.05", "organisation = \"a\""));
    let scenario = load(&text).unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
    let of = |organisation| {
        scenario.world.ledger.loans.iter().filter(|loan| loan.organisation == Some(organisation)).count()
    };
    assert_eq!((of(0), of(1), scenario.world.ledger.loans[0].mode), (10, 10, Mode::Pooled));
}
