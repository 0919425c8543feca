//! Configurations that no shipped file has: values at the ends of their ranges, and what a laboratory leaves out.

use super::*;
use crate::support::*;

/// A laboratory of so many months from January 2016.
fn laboratory(months: u32, replications: u32, rest: &str) -> Lab {
    Lab::written(&format!(
        "laboratory = true\n[run]\nstart = \"2016-01\"\nmonths = {months}\nreplications = {replications}\nseed = 1\n{rest}"
    ))
}

fn pool(count: u32, pd: f64, more: &str) -> String {
    format!("[[world.loans]]\ncount = {count}\nprincipal_yuan = 10000\ndue = \"2016-01\"\npd = {pd}\n{more}\n")
}

/// T₄⁻¹(p), in closed form (Shaw 2006).
fn student_4_quantile(p: f64) -> f64 {
    let root = (4.0 * p * (1.0 - p)).sqrt();
    let q = (root.acos() / 3.0).cos() / root;
    (p - 0.5).signum() * 2.0 * (q - 1.0).sqrt()
}

seeds! {
    /// ρ = 1: all loans default or none. Catches an innovation of its own that is left beside the factor.
    a_loading_of_one_is_one_luck_for_all(seed) {
        let runs = laboratory(1, 10_000, &pool(30, 0.1, "loadings = { county = 1 }")).run(seed);
        assert_frequency("all", runs.times("loans_defaulted", |k| k == 30.0), runs.len(), 0.1);
        assert_frequency("none", runs.times("loans_defaulted", |k| k == 0.0), runs.len(), 0.9);
    }

    /// Loadings of zero under Student-t with ν = 4 still share the divisor: P(both) = E[Φ(c√(w/4))²], w ~ χ²₄ with density
    /// w e^(−w/2)/4, c = T₄⁻¹(p). Catches loans that count as independent because their loadings are zero (0.01, not 0.016).
    zero_loadings_share_the_bad_seasons_of_student_t(seed) {
        let copula = "[world.factors]\ncopula = { student_t = { degrees_of_freedom = 4 } }\n";
        let runs = laboratory(1, 20_000, &format!("{copula}{}", pool(2, 0.1, "loadings = { county = 0 }"))).run(seed);
        let (c, width) = (student_4_quantile(0.1), 0.001);
        let density = |w: f64| w * (-w / 2.0).exp() / 4.0;
        let both: f64 = (0..80_000)
            .map(|step| (f64::from(step) + 0.5) * width)
            .map(|w| density(w) * normal_cdf(c * (w / 4.0).sqrt()).powi(2) * width)
            .sum();
        assert!((0.0160..0.0165).contains(&both), "{both}");
        assert_frequency("both", runs.times("loans_defaulted", |k| k == 2.0), runs.len(), both);
        assert_mean("one", &runs.column("loans_defaulted"), 0.2);
    }

    /// A threshold of one: one loan a month is late with probability ½, recovered in full the month after; nothing is above
    /// one, so that a stop has no end: P(stopped in month t) = 1 − 2^(−t). Catches "at least" in place of "above".
    nothing_is_above_a_threshold_of_one(seed) {
        let rule = "[[policy.suspension]]\nthreshold_share = 1\nconsecutive_months = 1\n";
        let loans = pool(1, 0.5, "due_until = \"2016-12\"\ncollection = { monthly = 1 }");
        let runs = laboratory(12, 10_000, &format!("{rule}{loans}")).run(seed);
        for month in [1, 2, 3, 6, 12] {
            let stopped = runs.month("suspended_units", month).iter().filter(|units| **units == 1.0).count();
            assert_frequency(&format!("month {month}"), stopped, runs.len(), 1.0 - 0.5_f64.powi(month as i32));
        }
    }
}

/// What a laboratory leaves out is off: an organisation without `failure` never fails, a collection without `monthly` is
/// tried under suspension alone, layers without an insurer have none.
#[test]
fn what_is_not_written_is_off() {
    let organisations =
        "[world.organisations]\nlist = [{ name = \"a\", type = \"t\" }]\n[world.organisations.types.t]\n";
    let layers = "[policy.fund]\ninitial_yuan = \"unlimited\"\nsplit = { layers = { fund_annual_yuan = 15000 } }\n";
    let loans = pool(4, 1.0, "organisation = \"a\"\ncollection = { monthly_suspended = 1 }");
    let runs = laboratory(12, 10, &format!("{organisations}{layers}{loans}")).run(1);
    for (column, value) in [
        ("organisations_failed", 0.0),
        ("loans_defaulted", 4.0),
        ("collected_yuan", 0.0),
        ("fund_paid_yuan", 15_000.0),
        ("insurer_paid_yuan", 0.0),
        ("bank_paid_yuan", 25_000.0),
    ] {
        assert!(runs.column(column).iter().all(|found| *found == value), "{column}");
    }
}
