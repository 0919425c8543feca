//! Five closed forms against simulated runs of bare scenarios.

use super::exact;
use super::{Item, Kind, Z_MAX};
use crate::engine::{self, Keep, Study, Unwatched};
use crate::model::record::ReplicationRecord;
use crate::scenario::{Diagnostics, Scenario};
use crate::text::words::selftest as words;
use crate::text::{Lang, Say};
use std::convert::Infallible;
use std::path::Path;

/// Replications of each form.
const REPLICATIONS: u32 = 20_000;

/// Threads; they change nothing but the time.
const THREADS: usize = 4;

/// A bare scenario, an event in it, and its exact probability.
struct Form {
    id: &'static str,
    says: Say,
    scenario: &'static str,
    event: fn(&ReplicationRecord) -> bool,
    probability: fn() -> f64,
}

const RUN: &str = "laboratory = true\n[run]\nstart = \"2016-01\"\nmonths = 12\nreplications = 1\nseed = 20160101\n";

const FORMS: [Form; 5] = [
    Form {
        id: "binomial_pool",
        says: words::binomial_pool,
        scenario: "[[world.loans]]\ncount = 60\nprincipal_yuan = 1000\ndue = \"2016-06\"\npd = 0.1\n",
        event: |run| run.loans_defaulted >= 9,
        probability: || exact::at_least(&exact::binomial(60, 0.1), 9),
    },
    Form {
        id: "one_factor_pool",
        says: words::one_factor_pool,
        scenario: "[[world.loans]]\ncount = 60\nprincipal_yuan = 1000\ndue = \"2016-06\"\npd = 0.1\nloadings = { county = 0.2 }\n",
        event: |run| run.loans_defaulted >= 15,
        probability: || exact::at_least(&exact::one_factor(60, 0.1, 0.2), 15),
    },
    Form {
        id: "fund_depletion",
        says: words::fund_depletion,
        scenario: "[policy.fund]\ninitial_yuan = 24000\ncontributions = [{ month = \"2016-01\", until = \"2016-12\", yuan = 8000 }]\nsplit = { quota_share = { fund = 0.8 } }\n[[world.loans]]\ncount = 10\nprincipal_yuan = 10000\ndue = \"2016-01\"\ndue_until = \"2016-12\"\npd = 0.12\n",
        event: |run| run.depletion_month.is_some(),
        // In units of 8,000 yuan: three at the start, one a month, one for each loan in default.
        probability: || exact::ruin(3, 1, &exact::binomial(10, 0.12), 12),
    },
    Form {
        id: "stop_rule",
        says: words::stop_rule,
        scenario: "[[policy.suspension]]\nthreshold_share = 0.98\nconsecutive_months = 3\nrectification_months = 3\n[[world.loans]]\ncount = 20\nprincipal_yuan = 10000\ndue = \"2016-01\"\ndue_until = \"2016-12\"\npd = 0.02\n",
        event: |run| run.first_suspension_month.is_some(),
        probability: || exact::stopped(20, 0.02, 12),
    },
    Form {
        id: "organisation_failure",
        says: words::organisation_failure,
        scenario: "[world.organisations]\nlist = [{ name = \"large\", type = \"company\" }]\n[world.organisations.types.company]\nfailure = { season = { pd_annual = 0.12 } }\n[[world.loans]]\ncount = 25\norganisation = \"large\"\nprincipal_yuan = 10000\ndue = \"2016-12\"\npd = 0.06\ncontagion = 0.7\n",
        event: |run| run.loans_defaulted >= 10,
        probability: || exact::at_least(&exact::organisation(25, 0.12, 0.7, 0.06), 10),
    },
];

pub(super) fn check(take: &mut impl FnMut(Item)) -> Result<(), Diagnostics> {
    FORMS.iter().try_for_each(|form| {
        take(form.check()?);
        Ok(())
    })
}

impl Form {
    fn check(&self) -> Result<Item, Diagnostics> {
        let scenario = Scenario::from_text(self.id, &format!("{RUN}{}", self.scenario), Path::new("."))?;
        let study = Study { counties: vec![scenario.county()], keep: Keep::Replications };
        let mut happened = 0_u32;
        let Ok(done) = engine::run::<Infallible>(&study, 0..REPLICATIONS, THREADS, &Unwatched, |_, chunk| {
            happened += chunk.replications.iter().filter(|run| (self.event)(run)).count() as u32;
            Ok(())
        });
        let (n, p) = (f64::from(done), (self.probability)());
        let share = f64::from(happened) / n;
        let error = libm::sqrt(p * (1.0 - p) / n);
        let z = (share - p) / error;
        Ok(Item {
            id: self.id,
            en: (self.says)(Lang::En),
            zh: (self.says)(Lang::Zh),
            kind: Kind::ClosedForm,
            found: format!("{share:.5}"),
            expected: format!("{p:.5}"),
            standard_error: Some(error),
            z: Some(z),
            passed: z.abs() <= Z_MAX,
        })
    }
}
