//! Every mechanism that a file can switch on, another file that builds on it can switch off again: the last is the first, to
//! the last byte. And files can take a county apart down to a bare pool, one township, or a fund.

use std::path::Path;

use crate::scenarios::county;
use lendmix::draws::Replication;
use lendmix::model::record::{MonthRecord, ReplicationRecord, TownshipYearRecord};
use lendmix::model::state::State;
use lendmix::scenario::Scenario;
use lendmix::text::Lang;
use tempfile::TempDir;

fn load(folder: &Path, name: &str) -> Scenario {
    Scenario::load(&folder.join(name)).unwrap_or_else(|mistakes| panic!("{name}: {}", mistakes.render(Lang::En, false)))
}

fn write(folder: &Path, name: &str, text: &str) {
    std::fs::write(folder.join(name), text).unwrap();
}

/// All records of some replications as text.
fn text(scenario: &Scenario) -> String {
    let (county, mut state) = (county(scenario), State::default());
    let mut text = String::new();
    for replication in 0..4 {
        county.simulate(Replication(replication), &mut state);
        let records: (&ReplicationRecord, &Vec<MonthRecord>, &Vec<TownshipYearRecord>) =
            (&state.run, &state.months, &state.townships);
        text.push_str(&format!("{records:?}\n"));
    }
    text
}

/// The base case with 400 households, without its own rules.
const BASE: &str = "
[world.population]
households = 400
townships = 4
villages = 12
[policy.lending]
plan_yuan = { 2016 = 4_400_000, 2017 = 2_200_000, 2018 = 1_000_000, 2019 = 700_000, 2020 = 1_700_000, 2021 = 1_700_000 }
[policy.fund]
contributions = [{ month = \"2016-01\", source = \"county\", yuan = 440_000 }]
split = { quota_share = { fund = 0.6, insurer = 0.1, insurer_annual_limit_yuan = 100_000 } }
[policy]
suspension = []
reward = \"none\"
";

/// (the key or section, on, off), section by section.
const SWITCHES: &[(&str, &str, &str)] = &[
    (
        "policy",
        "suspension = [{ level = \"township\", basis = \"recovery_rate\", threshold_share = 0.98, consecutive_months = 1, \
         rectification_months = 1, false_stop_tolerance_share = 0.02 }]",
        "suspension = []",
    ),
    (
        "policy",
        "reward = { share_of_lending = 0.02, recovery_min_share = 0.5, shares = { township = 0.3, village = 0.2, bank = 0.4, \
         county = 0.1 } }",
        "reward = \"none\"",
    ),
    (
        "policy",
        "quota = { overshoot_share = 0.5, ability_shift_per_tenth = 0.05, points_target = 10, points_step = 1, \
         points_step_share = 0.10, points_max = 20 }",
        "quota = \"none\"",
    ),
    (
        "policy",
        "renewal = { kind = \"renewal\", modes = [\"self_directed\"], times_max = 1, months = 12, share_able = 0.5, \
         share_unable = 0.5 }",
        "renewal = \"none\"",
    ),
    ("policy", "conversion = { modes = [\"pooled\"], monthly_share = 0.05, to = \"repaid\" }", "conversion = \"none\""),
    ("policy.lending", "screening = { ability_min = -0.5, noise = 0.5 }", "screening = \"none\""),
    ("policy.lending", "industry_share_max = { navel_orange = 0.1 }", "industry_share_max = {}"),
    ("policy.lending", "closed_modes = [\"fixed_benefit\"]", "closed_modes = []"),
    ("policy.fixed_benefit", "transfer_instead = true", "transfer_instead = false"),
    (
        "policy.fund",
        "surety = { premium_share_annual = 0.02, subsidy_share = 0.3, exit_loss_ratio = 1.5, exit_probability = 0.5 }",
        "surety = \"none\"",
    ),
    ("policy.fund", "topup = { target_yuan = 1_000_000, budget_yuan = 100_000 }", "topup = \"none\""),
    ("policy.organisations", "bail_out_probability = 1.0", "bail_out_probability = 0.0"),
    ("policy.organisations", "exposure_max_yuan = 300_000", "exposure_max_yuan = \"none\""),
    ("policy.organisations", "exposure_max_fund_share = 0.4", "exposure_max_fund_share = \"none\""),
    ("policy.organisations", "called_due = \"contract_date\"", "called_due = \"when_called\""),
    (
        "policy.safeguards",
        "checks_after = { coverage_share = 1.0, unwilling_factor = 0.5, diversion_factor = 0.5, cost_yuan_per_loan = 60 }",
        "checks_after = \"none\"",
    ),
    (
        "policy.insurance",
        "citrus = { industries = [\"navel_orange\"], households_share = 0.6, sum_insured_per_yuan = 0.3, premium_share = 0.05, \
         premium_subsidy_share = 0.7, pays = { yield = { deductible_share = 0.1 } } }",
        "citrus = \"none\"",
    ),
    (
        "policy.insurance",
        "freeze = { industries = [\"navel_orange\"], households_share = 0.6, sum_insured_per_yuan = 0.3, premium_share = 0.05, \
         premium_subsidy_share = 0.7, pays = { index = { event = \"frost\" } } }",
        "freeze = \"none\"",
    ),
    (
        "policy.payment_holidays",
        "dated = { from = \"2019-02\", until = \"2019-09\", modes = [\"self_directed\", \"pooled\"], share = 0.8 }",
        "dated = \"none\"",
    ),
    (
        "policy.payment_holidays",
        "drawn = { event = { name = \"frost\", from_month = 1, until_month = 9 }, modes = [\"pooled\"], share = 1.0 }",
        "drawn = \"none\"",
    ),
    (
        "policy.changes",
        "later = { from = \"2018-01\", lending = { interest_subsidy_share = 0.5 } }",
        "later = \"none\"",
    ),
    (
        "world.catastrophes",
        "frost = { level = \"county\", annual = 0.3, industries = [\"navel_orange\"], yield_loss = { fixed = { value = 0.6 } } }",
        "frost = \"none\"",
    ),
    (
        "world.organisations",
        "forced_failures = [{ organisation = \"largest\", month = \"2018-06\" }]",
        "forced_failures = []",
    ),
    (
        "world.organisations.types.cooperative",
        "wages = { households_share = 0.5, yuan_annual = 6000, displaced_share = 0.5 }",
        "wages = \"none\"",
    ),
    (
        "world.organisations.types.company",
        "land_rent = { households_share = 0.5, yuan_annual = 900 }",
        "land_rent = \"none\"",
    ),
    (
        "world.organisations.types.family_farm",
        "dividend_share = 0.5\nequity_share = 0.3\ninvested_share = 1.0",
        "dividend_share = 0.0",
    ),
    ("world", "ledger = \"ledger.csv\"", "ledger = \"none\""),
];

/// What must be there for a switch to be read at all.
fn needed_by(switch: &str) -> &'static str {
    if switch.starts_with("freeze") || switch.starts_with("drawn") {
        "[world.catastrophes]\nfrost = { level = \"county\", annual = 0.3, industries = [\"navel_orange\"], \
         yield_loss = { fixed = { value = 0.6 } } }\n"
    } else {
        ""
    }
}

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/daoxian-2016.toml");
    write(folder.path(), "base.toml", &format!("extends = {:?}\n{BASE}", base.to_str().unwrap()));
    write(
        folder.path(),
        "ledger.csv",
        "loan,household,township,mode,principal_yuan,balance_yuan,grant_date,due_date,status\n\
         1,A1,T01,self_directed,20000,20000,2015-03,2017-03,performing\n\
         2,A2,T02,self_directed,20000,20000,2014-03,2015-09,overdue\n",
    );
    folder
}

fn file(extends: &str, settings: impl Iterator<Item = (&'static str, &'static str)>) -> String {
    let mut sections: Vec<(&str, String)> = Vec::new();
    for (section, line) in settings {
        match sections.iter_mut().find(|(name, _)| *name == section) {
            Some((_, lines)) => *lines += &format!("{line}\n"),
            None => sections.push((section, format!("{line}\n"))),
        }
    }
    let sections: String = sections.iter().map(|(name, lines)| format!("[{name}]\n{lines}")).collect();
    format!("extends = {extends:?}\n{sections}")
}

/// Each of them alone changes something, and switched off again by a file that extends it leaves the base, byte by byte.
#[test]
fn what_a_file_switches_on_the_next_can_switch_off() {
    let folder = folder();
    let base = text(&load(folder.path(), "base.toml"));
    for (section, on, off) in SWITCHES {
        write(folder.path(), "needed.toml", &format!("extends = \"base.toml\"\n{}", needed_by(on)));
        write(folder.path(), "on.toml", &file("needed.toml", [(*section, *on)].into_iter()));
        write(folder.path(), "off.toml", &file("on.toml", [(*section, *off)].into_iter()));
        let without = if needed_by(on).is_empty() { base.clone() } else { text(&load(folder.path(), "needed.toml")) };
        assert_ne!(text(&load(folder.path(), "on.toml")), without, "[{section}] {on}: it must act");
        assert_eq!(text(&load(folder.path(), "off.toml")), without, "[{section}] {off}");
    }
}

/// All of them together, and all of them off.
#[test]
fn all_mechanisms_together_can_be_switched_off() {
    let folder = folder();
    write(folder.path(), "on.toml", &file("base.toml", SWITCHES.iter().map(|(section, on, _)| (*section, *on))));
    write(folder.path(), "off.toml", &file("on.toml", SWITCHES.iter().map(|(section, _, off)| (*section, *off))));
    let (base, on, off) =
        (load(folder.path(), "base.toml"), load(folder.path(), "on.toml"), load(folder.path(), "off.toml"));
    assert_ne!(text(&base), text(&on));
    assert_eq!(text(&base), text(&off));
}

/// The mistakes of a file in both languages.
fn refused(folder: &Path, text: &str) -> [String; 2] {
    write(folder, "wrong.toml", &format!("extends = \"base.toml\"\n{text}"));
    let mistakes = Scenario::load(&folder.join("wrong.toml")).err().unwrap_or_else(|| panic!("accepted: {text}"));
    Lang::ALL.map(|lang| mistakes.render(lang, false))
}

/// `check` prints the holidays of an event in its timetable; what cannot be is told with its place.
#[test]
fn holidays_of_events_are_printed_and_their_mistakes_told() {
    let folder = folder();
    let holiday = |when: &str| {
        format!("{}[policy.payment_holidays.one]\n{when}\nmodes = [\"pooled\"]\nshare = 1\n", needed_by("drawn"))
    };
    let event = |months: &str| holiday(&format!("event = {{ name = \"frost\", {months} }}"));
    let good = event("from_month = 2, until_month = 9");
    write(folder.path(), "good.toml", &format!("extends = \"base.toml\"\n{good}"));
    let scenario = load(folder.path(), "good.toml");
    let rows = lendmix::scenario::timetable_rows(&scenario, Lang::En);
    assert_eq!(rows[0], ["months 2 to 9 of each year of frost", "payment holiday (one)", "to the month after", ""]);
    let rows = lendmix::scenario::timetable_rows(&scenario, Lang::Zh);
    assert_eq!(rows[0], ["frost发生之年的2—9月", "延期还款（one）", "推迟至期满次月", ""]);
    let cases = [
        (event("from_month = 9, until_month = 2"), ["until_month", "from_month"]),
        (holiday("event = { name = \"forst\", from_month = 2, until_month = 9 }"), ["forst", "frost"]),
        (holiday("event = { name = \"frost\", from_month = 0, until_month = 13 }"), ["from_month", "until_month"]),
        (
            holiday(
                "from = \"2020-02\"\nuntil = \"2020-09\"\nevent = { name = \"frost\", from_month = 1, until_month = 2 }",
            ),
            ["from", "event"],
        ),
        (holiday("from = \"2020-02\""), ["until", "payment_holidays.one"]),
        (holiday(""), ["from", "event"]),
    ];
    for (text, words) in cases {
        for told in refused(folder.path(), &text) {
            assert!(words.iter().all(|word| told.contains(word)), "{told}");
        }
    }
    let [en, zh] = refused(
        folder.path(),
        "[world.organisations.types.company]\nland_rent = { households_share = 0.5, yuan_annual = 900, share_value_yuan = 1 }\n",
    );
    assert!(en.contains("no dividend to share") && zh.contains("没有可分的利润分红"), "{en}{zh}");
}
