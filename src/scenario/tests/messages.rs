//! Every kind of mistake, as a reader meets it, in both languages. Snapshots are files in `snapshots/`.

use super::{in_both_languages, mistakes_of, shown};
use crate::text::Lang;

type Case<'a> = (&'a str, &'a [(&'a str, &'a str)]);

/// What a reader is told in each case.
fn told(cases: &[Case<'_>]) -> String {
    cases.iter().map(|(name, replacements)| in_both_languages(name, &mistakes_of(replacements))).collect()
}

#[test]
fn keys() {
    shown!(told(&[
        ("misspelt key", &[("waiting_months ", "wating_months ")]),
        (
            "unit left out",
            &[(
                "principal_max_yuan  = 50000\nprincipal_step_yuan = 1000\ntenor_months        = { 12 = 0.10,",
                "principal_max = 50000\nprincipal_step_yuan = 1000\ntenor_months        = { 12 = 0.10,"
            )]
        ),
        ("key of another section", &[("seed         = 2016", "seed = 2016\nwaiting_months = 3")]),
        ("key that does not exist", &[("seed         = 2016", "seed = 2016\nweather = 1")]),
        ("key missing", &[("seed         = 2016\n", "")]),
        ("key missing in an inline table", &[("noise = 0.3", "")]),
        ("section missing", &[("[policy.fund]", "[policy.lending.fund]")]),
        ("section of a lending mode missing", &[("[world.company]", "[world.firm]")]),
        ("neither of two keys", &[("principal_yuan_per_person = 10000\n", "")]),
        (
            "both of two keys",
            &[(
                "principal_yuan_per_person = 10000\n",
                "principal_yuan_per_person = 10000\nprincipal_yuan = { fixed = { value = 20000 } }\n"
            )]
        ),
    ]));
}

#[test]
fn kinds() {
    shown!(told(&[
        ("number in quotes", &[("months       = 36", "months = \"36\"")]),
        ("decimals where whole is needed", &[("months       = 36", "months = 36.5")]),
        ("text where a number is needed", &[("credit_line_share = 0.951", "credit_line_share = \"most\"")]),
        (
            "number where a list is needed",
            &[("rationing_order = [\"fixed_benefit\", \"self_directed\", \"pooled\"]", "rationing_order = 1")]
        ),
        ("date without quotes", &[("start        = \"2016-01\"", "start = 2016-01-01")]),
        ("not a month", &[("start        = \"2016-01\"", "start = \"2016-13\"")]),
        ("flag", &[("compensated_in_cap = false", "compensated_in_cap = \"no\"")]),
        ("name not known", &[("placement = \"eligible\"", "placement = \"eligble\"")]),
        ("variant without parameters", &[("copula      = \"gaussian\"", "copula = \"student_t\"")]),
        (
            "two variants",
            &[("copula      = \"gaussian\"", "copula = { gaussian = {}, student_t = { degrees_of_freedom = 5 } }")]
        ),
        (
            "mechanism of another mode",
            &[("[world.pooled]\ndefault    = \"none\"", "[world.pooled]\ndefault = \"structural\"")]
        ),
    ]));
}

#[test]
fn values() {
    shown!(told(&[
        ("share in per cent", &[("credit_line_share = 0.951", "credit_line_share = 95.1")]),
        ("negative share", &[("credit_line_share = 0.951", "credit_line_share = -0.1")]),
        ("not finite", &[("leverage_max     = 10.55", "leverage_max = inf")]),
        ("ten thousand yuan as unit", &[("principal_yuan_per_person = 10000", "principal_yuan_per_person = 1")]),
        ("mode not known", &[("ability_mean  = { self_directed = 0.0", "ability_mean = { selfdirected = 0.0")]),
        ("year not known", &[("take_up_share    = { 2016", "take_up_share = { 16")]),
        ("wrong number of months", &[("plan_month_weights = [1, 1,", "plan_month_weights = [1,")]),
        (
            "degrees of freedom",
            &[("copula      = \"gaussian\"", "copula = { student_t = { degrees_of_freedom = 0.5 } }")]
        ),
    ]));
}

#[test]
fn together() {
    shown!(told(&[
        ("mix above one", &[("mix       = { self_directed = 0.40", "mix       = { self_directed = 0.50")]),
        (
            "mode left out of the mix",
            &[(
                "mix       = { self_directed = 0.40, pooled = 0.45, fixed_benefit = 0.15 }",
                "mix = { self_directed = 0.4, pooled = 0.6 }"
            )]
        ),
        (
            "situations below one",
            &[("situation     = { self_directed = 0.40", "situation     = { self_directed = 0.35")]
        ),
        ("tenors above one", &[("{ 12 = 0.10, 24 = 0.20, 36 = 0.70 }", "{ 12 = 0.10, 24 = 0.20, 36 = 0.71 }")]),
        (
            "loadings",
            &[(
                "{ county = 0.20, township = 0.05, industry = 0.10 }",
                "{ county = 0.8, township = 0.2, industry = 0.1 }"
            )]
        ),
        ("year without a plan", &[("2017 = 80_000_000, ", "")]),
        ("take-up that falls", &[("2017 = 0.45", "2017 = 0.25")]),
        (
            "cap below the step",
            &[(
                "principal_max_yuan  = 50000\nprincipal_step_yuan = 10000",
                "principal_max_yuan  = 5000\nprincipal_step_yuan = 10000"
            )]
        ),
        (
            "instalments that do not fit",
            &[(
                "36 = 0.70 }\nrepayment           = \"bullet\"",
                "36 = 0.70 }\nrepayment = { equal_principal = { every_months = 9 } }"
            )]
        ),
        (
            "contract shares of layers",
            &[(
                "split            = { quota_share = { fund = 0.7, insurer = 0.0, insurer_annual_limit_yuan = \"none\" } }",
                "split = { layers = { fund_annual_yuan = 1000000, insurer_annual_yuan = \"none\" } }"
            )]
        ),
        (
            "contribution before the run",
            &[("{ month = \"2016-01\", source = \"province\"", "{ month = \"2015-01\", source = \"province\"")]
        ),
        (
            "yield whose mean is not one",
            &[("yield             = { beta = { mean = 1.0, cv = 0.28", "yield = { beta = { mean = 0.9, cv = 0.28")]
        ),
        (
            "mode twice in the order",
            &[("[\"fixed_benefit\", \"self_directed\", \"pooled\"]", "[\"pooled\", \"self_directed\", \"pooled\"]")]
        ),
        (
            "mode missing in the order",
            &[("[\"fixed_benefit\", \"self_directed\", \"pooled\"]", "[\"self_directed\", \"pooled\"]")]
        ),
        ("largest organisation too small", &[("largest_share = 0.25", "largest_share = 0.05")]),
        ("loss shares", &[("{ fund = 0.7, insurer = 0.0", "{ fund = 0.7, insurer = 0.4")]),
        ("fewer villages than townships", &[("villages      = 370", "villages = 10")]),
        (
            "no weights",
            &[(
                "plan_month_weights = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]",
                "plan_month_weights = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]"
            )]
        ),
    ]));
}

#[test]
fn laws() {
    let buffer = "buffer_yuan   = { lognormal = { mean = 5000, cv = 1.0 } }";
    let yield_law = "{ beta = { mean = 1.0, cv = 0.28, min = 0.0, max = 1.6 } }";
    shown!(told(&[
        ("law not known", &[(buffer, "buffer_yuan = { lognormel = { mean = 5000, cv = 1.0 } }")]),
        ("parameter not known", &[(buffer, "buffer_yuan = { lognormal = { mean = 5000, sdv = 1.0 } }")]),
        (
            "parameters of two forms",
            &[(buffer, "buffer_yuan = { lognormal = { mean = 5000, cv = 1.0, sigma = 0.4 } }")]
        ),
        ("a word for a law", &[(buffer, "buffer_yuan = \"much\"")]),
        ("spread that cannot be reached", &[(yield_law, "{ beta = { mean = 1.0, cv = 0.9, min = 0.0, max = 1.6 } }")]),
        ("bounds in the wrong order", &[(buffer, "buffer_yuan = { uniform = { min = 5000, max = 100 } }")]),
        ("parameter outside its range", &[(buffer, "buffer_yuan = { lognormal = { mean = -5000, cv = 1.0 } }")]),
        ("values the key cannot take", &[(buffer, "buffer_yuan = { normal = { mean = 5000, sd = 4000 } }")]),
        (
            "mixture without a weight",
            &[("{ weight = 0.65, fixed = { value = 50000 } }", "{ fixed = { value = 50000 } }")]
        ),
        (
            "list of unequal lengths",
            &[(buffer, "buffer_yuan = { discrete = { values = [1000, 2000], weights = [1] } }")]
        ),
    ]));
}

#[test]
fn syntax() {
    shown!(told(&[
        (
            "several at once",
            &[("seed         = 2016", "seed = \nseed == 1"), ("placement = \"eligible\"", "placement = eligible")]
        ),
        ("key twice", &[("seed         = 2016", "seed = 2016\nseed = 1")]),
        ("Chinese signs", &[("seed         = 2016", "seed ＝ 2016")]),
        ("number too long", &[("seed         = 2016", "seed = 99999999999999999999")]),
    ]));
}

#[test]
fn all_mistakes_are_told_at_once_in_the_order_of_the_file() {
    shown!(told(&[(
        "five mistakes",
        &[
            ("months       = 36", "months = 0"),
            ("credit_line_share = 0.951", "credit_line_share = 95.1"),
            ("waiting_months ", "wating_months "),
            ("villages      = 370", "villages = \"many\""),
            ("volatility = 0.20", "volatilty = 0.20"),
        ],
    )]));
}

#[test]
fn a_machine_reads_places_and_words_apart() {
    let diagnostics = mistakes_of(&[("zh = \"道县2016：按报道的方案\"", "zh = 1")]);
    let [told] = diagnostics.told(Lang::Zh).try_into().expect("one mistake");
    assert_eq!(told.place, Some(("county.toml".to_owned(), 1, 67)));
    assert_eq!(told.message.title, "`title.zh`应为引号内的文字");
    assert!(diagnostics.to_string().starts_with("error: "));
}

#[test]
fn rules() {
    shown!(told(&[
        ("level not known", &[("level                = \"township\"", "level = \"town\"")]),
        ("basis not known", &[("basis                = \"recovery_rate\"", "basis = \"recovery\"")]),
        ("threshold in per cent", &[("threshold_share      = 0.98", "threshold_share = 98")]),
        ("no months in a row", &[("consecutive_months   = 3", "consecutive_months = 0")]),
        ("key of a rule missing", &[("rectification_months = 3\n", "")]),
        ("rules that are no list", &[("[[policy.suspension]]", "[policy.suspension]")]),
        ("shares of the reward", &[("village = 0.2, bank = 0.4", "village = 0.2, bank = 0.5")]),
        ("most points below the target", &[("points_max              = 20", "points_max = 9")]),
        ("safeguard not known", &[("checks_before     =", "check_before =")]),
        (
            "cost of villages for a check",
            &[(
                "diversion_factor = 0.3, cost_yuan_per_loan = 10 }",
                "diversion_factor = 0.3, cost_yuan_per_loan = 10, cost_yuan_per_village_annual = 5 }"
            )]
        ),
        ("safeguard that is switched on", &[("checks_after      = {", "checks_after = \"full\"\nspare = {")]),
        ("screening without noise", &[("ability_min = -1.5\nnoise = 0.5\n", "ability_min = -1.5\n")]),
        ("intensified collection", &[("monthly_suspended = 0.10", "monthly_suspended = 1.1")]),
    ]));
}
