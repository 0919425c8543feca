//! Catastrophes, insurances and limits of industries: what a file says becomes what the model gets; mistakes have words.

use super::{county_with, in_both_languages, load, mistakes_of, shown};
use crate::model::policy::{Indemnity, Surety};
use crate::model::world::Strikes;
use crate::text::Lang;
use crate::units::{Probability, Share};

const SPLIT: &str = "insurer = 0.0, insurer_annual_limit_yuan = \"none\"";
const COMPANY: &str = "[world.company]";
const SURETY: &str = "[policy.fund.surety]\npremium_share_annual = 0.02\nsubsidy_share = 0.5\nexit_loss_ratio = 1.5\n\
                      exit_probability = 0.3\n\n";

#[test]
fn events_and_insurances_are_read() {
    let text = county_with(&[(SPLIT, "insurer = 0.2, insurer_annual_limit_yuan = 1000000"), (COMPANY, &with(SURETY))]);
    let scenario = load(&text).unwrap_or_else(|diagnostics| panic!("{}", diagnostics.render(Lang::En, false)));
    let [frost, fever] = scenario.world.catastrophes.as_slice() else { panic!("two events") };
    assert_eq!((frost.strikes, frost.industries.as_slice()), (Strikes::County, [0].as_slice()));
    assert_eq!((frost.annual.get(), frost.price_factor, frost.price_factor_next), (0.06, 1.2, 1.0));
    assert_eq!(
        (frost.households_share, frost.lasts_years, frost.forced_years.as_slice()),
        (Share::ONE, 1, [2017].as_slice())
    );
    assert_eq!(frost.yield_loss.as_ref().map(|law| law.mean()), Some(0.5));
    assert_eq!((fever.strikes, fever.industries.as_slice()), (Strikes::Townships { spread: 0.5 }, [1].as_slice()));
    assert_eq!((fever.households_share.get(), fever.lasts_years, fever.organisation_shift), (0.2, 2, 0.5));
    assert!(fever.yield_loss.is_none() && fever.capital_loss.is_some());
    assert_ne!(frost.entity(), fever.entity());
    let [crop, index] = scenario.policy.start.insurance.as_slice() else { panic!("two products") };
    assert!(matches!(crop.pays, Indemnity::Yield { deductible } if deductible.get() == 0.3));
    let Indemnity::Index { event, steps } = &index.pays else { panic!("an index") };
    assert_eq!((*event, steps.len(), steps[0].0, steps[1].1.get()), (0, 2, 0.2, 1.0), "steps in ascending order");
    assert_eq!((crop.industries.as_slice(), crop.sum_per_yuan), ([0, 1].as_slice(), 0.3));
    let surety = Surety {
        premium_annual: Share::new(0.02).expect("a share"),
        subsidy: Share::new(0.5).expect("a share"),
        exit_loss_ratio: 1.5,
        exit_probability: Probability::new(0.3).expect("a probability"),
    };
    assert_eq!(scenario.policy.start.fund.surety, Some(surety));
    assert_eq!(
        scenario.policy.start.lending.industry_share_max.iter().map(|(i, s)| (*i, s.get())).collect::<Vec<_>>(),
        [(0, 0.25)]
    );
}

/// A section before that of the company.
fn with(section: &str) -> String {
    format!("{section}{COMPANY}")
}

#[test]
fn mistakes_of_shocks() {
    let cases: [(&str, &[(&str, &str)]); 8] = [
        ("a premium for nothing", &[(COMPANY, &with(SURETY))]),
        ("spread of a county event", &[("level              = \"county\"", "level = \"county\"\nspread_annual = 0.5")]),
        ("industry not known", &[("industries         = [\"livestock\"]", "industries = [\"livestok\"]")]),
        ("industry twice", &[("industries         = [\"livestock\"]", "industries = [\"livestock\", \"livestock\"]")]),
        ("no industry", &[("industries         = [\"livestock\"]", "industries = []")]),
        ("event not known", &[("event = \"frost\"", "event = \"forst\"")]),
        ("index on an event without severity", &[("event = \"frost\"", "event = \"fever\"")]),
        ("limit of an unknown industry", &[("navel_orange = 0.25", "orange = 0.25")]),
    ];
    shown!(cases.iter().map(|(name, case)| in_both_languages(name, &mistakes_of(case))).collect::<String>());
}
