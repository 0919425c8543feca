//! The list is complete, unique and written in both languages.

use super::*;
use crate::model::policy::{Mode, PerMode};
use crate::model::record::{GroupRecord, MonthRecord, ReplicationRecord, Stopped, TownshipYearRecord};
use std::collections::BTreeSet;

fn check_words<R>(keys: &[KeyColumn], columns: &[Column<R>]) {
    let ids: Vec<&str> = keys.iter().map(|k| k.id).chain(columns.iter().map(|c| c.id)).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "a column name occurs twice in {ids:?}");
    let key_words = keys.iter().map(|k| (k.id, [k.label_en, k.label_zh, k.en, k.zh]));
    for (id, words) in key_words.chain(columns.iter().map(|c| (c.id, [c.label_en, c.label_zh, c.en, c.zh]))) {
        assert!(words.iter().all(|word| !word.is_empty()), "{id} lacks words");
        let chinese = |word: &str| word.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        assert_eq!(words.map(chinese), [false, true, false, true], "{id}: languages are mixed up");
        assert!(words[2].ends_with('.') && words[3].ends_with('。'), "{id}: a meaning is a sentence");
    }
    for column in columns {
        let yuan = matches!(column.unit, Unit::Yuan | Unit::YuanPerPersonYear);
        assert_eq!(column.id.ends_with("_yuan"), yuan, "{}: the unit is in the name", column.id);
    }
}

#[test]
fn names_are_unique_and_every_column_is_explained_in_both_languages() {
    check_words(&REPLICATION_KEYS, &REPLICATION_COLUMNS);
    check_words(&MONTH_KEYS, &MONTH_COLUMNS);
    check_words(&TOWNSHIP_KEYS, &TOWNSHIP_COLUMNS);
    check_words(&GROUP_KEYS, &GROUP_COLUMNS);
}

fn values<R>(columns: &[Column<R>], record: &R) -> Vec<String> {
    columns.iter().map(|column| format!("{:?}", (column.read)(record))).collect()
}

fn same_kind<R>(columns: &[Column<R>], record: &R) {
    for column in columns {
        let kind = match (column.read)(record) {
            Value::Float(_) => Kind::Float,
            Value::Integer(_) => Kind::Integer,
            Value::Boolean(_) => Kind::Boolean,
            Value::Missing => panic!("{} is missing in a full record", column.id),
        };
        assert_eq!(kind, column.unit.kind(), "{}", column.id);
    }
}

/// Changing any one field of a record must change the value of some column. The record is taken apart without
/// `..`, so that a new field does not compile until it is listed here.
macro_rules! every_field_is_read {
    ($columns:expr, $type:ident { $($field:ident = $value:expr),+ $(,)? }, $full:expr) => {{
        let full: $type = $full;
        let $type { $($field: _),+ } = full.clone();
        $(
            let mut changed = full.clone();
            changed.$field = $value;
            assert_ne!(values(&$columns, &changed), values(&$columns, &full), "no column reads {}", stringify!($field));
        )+
        same_kind(&$columns, &full);
    }};
}

fn full_replication() -> ReplicationRecord {
    ReplicationRecord {
        depletion_month: Some(5),
        first_suspension_month: Some(7),
        insurer_exit_month: Some(9),
        due: Fen(1_000),
        households_followed: true,
        quota_points_mean: Some(5.0),
        ..ReplicationRecord::default()
    }
}

#[test]
fn every_field_of_a_replication_is_read() {
    every_field_is_read!(
        REPLICATION_COLUMNS,
        ReplicationRecord {
            depletion_month = Some(6), unpaid_claims = Fen(7), fund_shortfall = Fen(7), fund_end = Fen(7),
            fund_min = Fen(7), fund_needed = Fen(7), lending_plan = Fen(7), lent = Fen(7), loans_due = 7,
            loans_defaulted = 7, due = Fen(7), recovered = Fen(7), ultimately_recovered = Fen(7), claims = Fen(7),
            fund_paid = Fen(7), insurer_paid = Fen(7), bank_paid = Fen(7), collected = Fen(7),
            recovered_to_fund = Fen(7), months_cap_bound = 7, months_cap_breached = 7, months_suspended = 7,
            first_suspension_month = Some(8), households_borrowing = 7, households_followed = false,
            persons_borrowing = 7,
            gain_per_capita_yuan = 7.0, gain_per_person_yuan = 7.0,
            gain_per_capita_by_mode_yuan = PerMode([7.0, 0.0, 0.0]), gain_per_assisted_person_yuan = 7.0,
            contractual_payout = Fen(7), production_gain_per_capita_yuan = 7.0, payout_per_capita_yuan = 7.0,
            household_gain = Fen(7), households_worse_off = 7, persons_above_line_without = 7,
            persons_above_line_with = 7, organisations_failed = 7, budget_cost = Fen(7), subsidy = Fen(7),
            public_cost = Fen(7), transfers = Fen(7), stopped = Stopped { cap: 7, ..Stopped::default() },
            suspensions = 7, suspensions_false = 7, reward = Fen(7), reward_parts = [Fen(7); 4],
            quota_points_mean = Some(7.0), townships_missing_quota = 7, safeguards_cost = Fen(7),
            catastrophes = 7, premiums = Fen(7),
            premium_subsidy = Fen(7), indemnities = Fen(7), surety_premiums = Fen(7), insurer_exit_month = Some(8),
            renewed = Fen(7), converted = Fen(7), repaid_early = Fen(7), bought_out = Fen(7), bail_out = Fen(7),
            bail_outs = 7, contingent_liability = Fen(7), wages = Fen(7), land_rent = Fen(7), dividends = Fen(7),
            organisation_income_per_capita_yuan = 7.0,
            opening_book = Fen(7), opening_overdue = Fen(7), opening_collected = Fen(7),
            opening_compensated = Fen(7), fund_start = Fen(7), topup = Fen(7), households = 7,
            lent_by_mode = PerMode([Fen(7), Fen(0), Fen(0)]), households_by_mode = PerMode([7, 0, 0]),
            persons_by_mode = PerMode([7, 0, 0]),
            gain_share_poorest_40 = 0.7, gain_concentration = 0.7, income_concentration_without = 0.7,
            income_concentration_with = 0.7, opening_fund_needed = Fen(7),
        },
        full_replication()
    );
}

#[test]
fn every_gate_and_every_mode_is_read() {
    let full = full_replication();
    for mode in Mode::ALL {
        let mut changed = full.clone();
        changed.gain_per_capita_by_mode_yuan[mode] = 7.0;
        changed.lent_by_mode[mode] = Fen(7);
        changed.households_by_mode[mode] = 7;
        changed.persons_by_mode[mode] = 7;
        let pairs = values(&REPLICATION_COLUMNS, &changed).into_iter().zip(values(&REPLICATION_COLUMNS, &full));
        assert_eq!(pairs.filter(|(one, other)| one != other).count(), 4, "{mode:?}");
    }
    let Stopped { no_credit_line: _, no_demand: _, mode: _, suspended: _, plan: _, cap: _, screening: _, exposure: _ } =
        full.stopped;
    let gates: [fn(&mut Stopped) -> &mut u32; 8] = [
        |s| &mut s.no_credit_line,
        |s| &mut s.no_demand,
        |s| &mut s.mode,
        |s| &mut s.suspended,
        |s| &mut s.plan,
        |s| &mut s.cap,
        |s| &mut s.screening,
        |s| &mut s.exposure,
    ];
    for (number, gate) in gates.into_iter().enumerate() {
        let mut changed = full.clone();
        *gate(&mut changed.stopped) = 7;
        assert_ne!(values(&REPLICATION_COLUMNS, &changed), values(&REPLICATION_COLUMNS, &full), "gate {number}");
    }
}

#[test]
fn every_part_of_the_reward_is_read() {
    let full = full_replication();
    for part in 0..4 {
        let mut changed = full.clone();
        changed.reward_parts[part] = Fen(7);
        assert_ne!(values(&REPLICATION_COLUMNS, &changed), values(&REPLICATION_COLUMNS, &full), "part {part}");
    }
}

#[test]
fn every_field_of_a_month_is_read() {
    every_field_is_read!(
        MONTH_COLUMNS,
        MonthRecord {
            fund_balance = Fen(7), outstanding = Fen(7), lent = Fen(7), due = Fen(7), recovered = Fen(7),
            due_ytd = Fen(7), recovered_ytd = Fen(7), overdue = Fen(7), npl = Fen(7), npl_bank = Fen(7),
            claims = Fen(7), fund_paid = Fen(7), insurer_paid = Fen(7), bank_paid = Fen(7), unpaid_claims = Fen(7),
            compensated = Fen(7), collected = Fen(7), suspended_units = 7, cap_bound = true, budget_cost = Fen(7),
            organisations_failed = 7, fund_paid_in = Fen(7), fund_recovered = Fen(7), written_off = Fen(7), postponed = Fen(7),
            renewed = Fen(7), renewed_outstanding = Fen(7), converted = Fen(7), repaid_early = Fen(7),
            repaid_early_not_due = Fen(7), called_not_due = Fen(7), bought_out = Fen(7), bail_out = Fen(7), bail_outs = 7, loans_lent = 7,
            due_again = Fen(7), claims_interest = Fen(7), collected_claimed = Fen(7), written_off_claimed = Fen(7),
            loans_due = 7, loans_defaulted = 7, regime_bad = Some(true),
        },
        MonthRecord { due_ytd: Fen(100), regime_bad: Some(false), ..MonthRecord::default() }
    );
}

#[test]
fn every_field_of_a_township_is_read() {
    every_field_is_read!(
        TOWNSHIP_COLUMNS,
        TownshipYearRecord {
            loans_due = 7, loans_defaulted = 7, due = Fen(7), recovered = Fen(7), lent = Fen(7), months_suspended = 7,
            suspensions = 7, reward = Fen(7), quota_points = Some(7), struck = 7,
        },
        TownshipYearRecord { quota_points: Some(5), ..TownshipYearRecord::default() }
    );
}

#[test]
fn every_field_of_a_group_is_read() {
    every_field_is_read!(
        GROUP_COLUMNS,
        GroupRecord {
            households = 7, persons = 7, baseline_income_yuan = 7.0, households_borrowing = 7, persons_borrowing = 7,
            households_worse_off = 7, gain = Fen(7), gain_yearly_yuan = 7.0, gain_per_head_sum_yuan = 7.0,
            persons_below_line_without = 7, persons_below_line_with = 7, gain_share = 0.7,
        },
        GroupRecord { persons: 20, households_borrowing: 5, persons_borrowing: 18, ..GroupRecord::default() }
    );
}

/// A group in which nobody borrowed has no mean gain and no poverty rate; they are not zero.
#[test]
fn a_group_without_borrowers_has_no_rates() {
    let nobody = GroupRecord { gain_share: f64::NAN, ..GroupRecord::default() };
    for column in &GROUP_COLUMNS {
        let counted = ["households", "persons", "households_borrowing", "persons_borrowing", "gain_yuan"];
        let missing = (column.read)(&nobody) == Value::Missing;
        assert_eq!(missing, !counted.contains(&column.id), "{}", column.id);
    }
}

#[test]
fn what_is_not_defined_is_missing_and_not_zero() {
    let nothing = ReplicationRecord { gain_per_capita_yuan: f64::NAN, ..ReplicationRecord::default() };
    for id in
        ["depletion_month", "first_suspension_month", "recovery_rate", "ultimate_recovery_rate", "gain_per_capita_yuan"]
    {
        let column = REPLICATION_COLUMNS.iter().find(|column| column.id == id).unwrap();
        assert_eq!((column.read)(&nothing), Value::Missing, "{id}");
    }
    assert!(Value::Missing.number().is_nan());
}

/// The names that readers of the tables rely on, in their order; new columns come after them.
#[test]
fn the_names_of_columns_are_an_interface() {
    const REPLICATIONS: &str = "scenario replication depletion_month unpaid_claims_yuan fund_shortfall_yuan \
        fund_end_yuan fund_min_yuan fund_needed_yuan lending_plan_yuan lent_yuan loans_due loans_defaulted due_yuan \
        recovered_yuan recovery_rate ultimate_recovery_rate claims_yuan fund_paid_yuan insurer_paid_yuan \
        bank_paid_yuan collected_yuan months_cap_bound months_suspended first_suspension_month \
        households_borrowing persons_borrowing gain_per_capita_yuan gain_per_person_yuan \
        gain_per_capita_self_directed_yuan gain_per_capita_pooled_yuan gain_per_capita_fixed_benefit_yuan \
        contractual_payout_yuan organisations_failed budget_cost_yuan";
    const MONTHS: &str = "scenario replication month fund_balance_yuan outstanding_yuan lent_yuan due_yuan \
        recovered_yuan recovery_rate_ytd overdue_yuan npl_yuan npl_bank_yuan claims_yuan fund_paid_yuan \
        insurer_paid_yuan bank_paid_yuan unpaid_claims_yuan compensated_yuan collected_yuan suspended_units cap_bound";
    const TOWNSHIPS: &str = "scenario replication township year loans_due loans_defaulted due_yuan recovered_yuan \
        lent_yuan months_suspended";
    begins_with(REPLICATIONS, &REPLICATION_KEYS, &REPLICATION_COLUMNS);
    begins_with(MONTHS, &MONTH_KEYS, &MONTH_COLUMNS);
    begins_with(TOWNSHIPS, &TOWNSHIP_KEYS, &TOWNSHIP_COLUMNS);
}

fn begins_with<R>(interface: &str, keys: &[KeyColumn], columns: &[Column<R>]) {
    let expected: Vec<&str> = interface.split_whitespace().collect();
    let names = keys.iter().map(|key| key.id).chain(columns.iter().map(|column| column.id));
    let found: Vec<&str> = names.take(expected.len()).collect();
    assert_eq!(found, expected);
}
