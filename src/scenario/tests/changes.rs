//! Dated changes: what holds in which month, what `check` prints of it, and mistakes in them.

use super::{COUNTY, in_both_languages, load, load_beside, mistakes_of, shown};
use crate::model::policy::{Mode, Policy};
use crate::scenario::{Diagnostics, Scenario, timetable_rows};
use crate::text::Lang;
use crate::units::CalendarMonth;

fn with(text: &str) -> Scenario {
    match load(&format!("{COUNTY}\n{text}")) {
        Ok(scenario) => scenario,
        Err(diagnostics) => panic!("{}", diagnostics.render(Lang::En, false)),
    }
}

fn refused(text: &str) -> Diagnostics {
    // In a file of its own, so that line numbers do not depend on the length of the county's.
    let beside = load_beside(&format!("extends = \"base.toml\"\n{text}"), &[("base.toml", COUNTY)]);
    beside.err().unwrap_or_else(|| panic!("accepted: {text}"))
}

/// The policy in force in a month.
fn at(scenario: &Scenario, year: i32, month: u32) -> &Policy {
    let month = CalendarMonth::new(year, month).expect("a month");
    let begun = scenario.policy.changes.iter().rev().find(|(from, _)| *from <= month);
    begun.map_or(&scenario.policy.start, |(_, policy)| policy)
}

#[test]
fn a_change_holds_from_its_month_and_leaves_the_rest() {
    let scenario = with("[policy.changes.ban]\nfrom = \"2017-09\"\nlending = { closed_modes = [\"pooled\"] }\n");
    let (before, after) = (at(&scenario, 2017, 8), at(&scenario, 2017, 9));
    assert!(!before.lending.closed[Mode::Pooled] && after.lending.closed[Mode::Pooled]);
    assert_eq!(before.lending.plan, after.lending.plan, "the other keys of the section stay");
    assert_eq!(scenario.policy.changes.len(), 1);
}

/// A number moves in equal monthly steps and reaches its new value in the last month: by hand 10.55 → 8 in six months.
#[test]
fn a_ramp_moves_in_equal_steps() {
    let scenario = with(
        "[policy.changes.safer]\nfrom = \"2017-01\"\nramp_until = \"2017-06\"\n\
         [policy.changes.safer.fund]\nleverage_max = 8\nwaiting_months = 6\n",
    );
    let leverage = |month| at(&scenario, 2017, month).fund.leverage_max.expect("a cap");
    assert_eq!(at(&scenario, 2016, 12).fund.leverage_max, Some(10.55));
    for (month, expected) in [(1, 10.125), (2, 9.7), (3, 9.275), (6, 8.0), (7, 8.0)] {
        assert!((leverage(month) - expected).abs() < 1e-12, "month {month}: {}", leverage(month));
    }
    let waiting: Vec<u16> = (1..=6).map(|month| at(&scenario, 2017, month).fund.waiting_months).collect();
    assert_eq!(waiting, [4, 4, 5, 5, 6, 6], "whole months: 3.5, 4, 4.5, 5, 5.5, 6, rounded");
}

#[test]
fn changes_lie_on_one_another_by_date_whatever_their_order_in_the_file() {
    let scenario = with(
        "[policy.changes.later]\nfrom = \"2018-01\"\nfund.leverage_max = 5\n\
         [policy.changes.earlier]\nfrom = \"2017-01\"\nfund = { leverage_max = 8, waiting_months = 1 }\n",
    );
    assert_eq!(at(&scenario, 2017, 5).fund.leverage_max, Some(8.0));
    let last = at(&scenario, 2018, 1);
    assert_eq!((last.fund.leverage_max, last.fund.waiting_months), (Some(5.0), 1));
}

#[test]
fn an_inherited_change_can_be_moved_and_taken_back() {
    let base = format!("{COUNTY}\n[policy.changes.ban]\nfrom = \"2017-09\"\nlending.closed_modes = [\"pooled\"]\n");
    let over = |text: &str| {
        let text = format!("extends = \"base.toml\"\n{text}");
        load_beside(&text, &[("base.toml", base.as_str())]).expect("a valid scenario")
    };
    let moved = over("[policy.changes.ban]\nfrom = \"2016-06\"\n");
    assert!(at(&moved, 2016, 6).lending.closed[Mode::Pooled]);
    let never = over("[policy.changes]\nban = \"none\"\n");
    assert!(never.policy.changes.is_empty());
}

/// A mode that begins to lend later needs its sections as one that lends from the start.
#[test]
fn what_a_later_mix_needs_is_asked_for() {
    let text = super::county_with(&[(
        "mix       = { self_directed = 0.40, pooled = 0.45, fixed_benefit = 0.15 }",
        "mix       = { self_directed = 0.40, pooled = 0.45, fixed_benefit = 0.0 }",
    )]);
    let text = text.replace("[world.company]", "[world.no_company]");
    let later = "[policy.changes.later]\nfrom = \"2017-01\"\n\
                 lending.mix = { self_directed = 0.40, pooled = 0.45, fixed_benefit = 0.15 }\n";
    let told = load(&format!("{text}\n{later}")).expect_err("no company").render(Lang::En, false);
    assert!(told.contains("world.company"), "{told}");
}

#[test]
fn the_timetable_is_what_check_prints() {
    let scenario = with(
        "[policy.changes.ban]\nfrom = \"2017-09\"\nlending.closed_modes = [\"pooled\"]\n\
         [policy.changes.phase_out]\nfrom = \"2017-01\"\nramp_until = \"2017-12\"\nlending.interest_subsidy_share = 0.5\n\
         [policy.payment_holidays.epidemic]\nfrom = \"2018-02\"\nuntil = \"2018-09\"\n\
         modes = [\"self_directed\"]\nshare = 0.8\n",
    );
    let told = Lang::ALL.map(|lang| {
        let rows = timetable_rows(&scenario, lang);
        rows.iter().map(|row| row.join(" | ") + "\n").collect::<String>()
    });
    shown!(told.join("\n"));
}

#[test]
fn mistakes_in_changes() {
    let change = |text: &str| format!("[policy.changes.one]\n{text}");
    let cases = [
        ("no date", change("fund.leverage_max = 8\n")),
        ("nothing changes", change("from = \"2017-01\"\n")),
        ("unknown table", change("from = \"2017-01\"\nfunds.leverage_max = 8\n")),
        ("unknown key", change("from = \"2017-01\"\nfund.leverage = 8\n")),
        ("out of range", change("from = \"2017-01\"\nlending.interest_subsidy_share = 1.5\n")),
        ("ends first", change("from = \"2017-01\"\nramp_until = \"2016-12\"\nfund.leverage_max = 8\n")),
        ("no steps between", change("from = \"2017-01\"\nramp_until = \"2017-12\"\nlending.placement = \"open\"\n")),
        ("only at the start", change("from = \"2017-01\"\nfund.initial_yuan = 1_000_000\n")),
        ("not a section", "[policy]\n".to_owned()),
        (
            "holiday",
            "[policy.payment_holidays.one]\nfrom = \"2017-05\"\nuntil = \"2017-02\"\nmodes = [\"self\"]\nshare = 2\n"
                .to_owned(),
        ),
    ];
    let told = cases.iter().filter(|(name, _)| *name != "not a section");
    let mut told: String = told.map(|(name, text)| in_both_languages(name, &refused(text))).collect();
    let not_a_section = mistakes_of(&[("[policy.fund]", "[policy]\nchanges = 3\n[policy.fund]")]);
    told.push_str(&in_both_languages("not a section", &not_a_section));
    shown!(told);
}
