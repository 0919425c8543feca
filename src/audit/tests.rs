//! The identities themselves: each must fail where it should.

use super::*;

use crate::text::Lang;

#[test]
fn names_are_unique_and_words_stand_in_both_languages() {
    let mut ids: Vec<&str> = identities().map(|identity| identity.id).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
    assert!(
        identities().all(|identity| !(identity.says)(Lang::En).is_empty() && !(identity.says)(Lang::Zh).is_ascii())
    );
}

/// An empty run of two months in which nothing happens keeps all of them, and every one of them was asked.
#[test]
fn a_run_in_which_nothing_happens_keeps_all() {
    let mut audit = Audit::default();
    audit.check("s", 0, &nothing());
    for verdict in audit.verdicts() {
        let id = verdict.identity.id;
        assert!(verdict.missing.is_none() && verdict.violated == 0, "{id}: {:?} {:?}", verdict.missing, verdict.first);
        assert!(verdict.checked > 0, "{id} compared nothing");
    }
}

#[test]
fn what_is_missing_is_told() {
    let mut audit = Audit::default();
    audit.check("s", 0, &Books { months: None, ..nothing() });
    let ledger = audit.verdicts().iter().find(|verdict| verdict.identity.id == "fund_ledger").unwrap();
    assert_eq!(ledger.missing, Some(Missing("months".to_owned())));
    let people = audit.verdicts().iter().find(|verdict| verdict.identity.id == "households_add_up").unwrap();
    assert!(people.missing.is_none() && people.checked > 0);
}

/// One value changed, and the identity that names it fails at its place.
#[test]
fn a_changed_value_is_found_where_it_stands() {
    use crate::model::record::{MonthRecord, ReplicationRecord};
    use crate::units::Fen;
    type Change = fn(&mut MonthRecord);
    let changes: [(&str, Change); 6] = [
        ("claims_shared", |month| month.insurer_paid = Fen(1)),
        ("fund_ledger", |month| month.fund_balance = Fen(1)),
        ("principal", |month| month.outstanding = Fen(1)),
        ("due", |month| month.overdue = Fen(1)),
        ("claimed_stock", |month| month.compensated = Fen(1)),
        ("year_to_date", |month| month.due_ytd = Fen(1)),
    ];
    for (id, change) in changes {
        let mut months = [MonthRecord::default(); 3];
        change(&mut months[1]);
        let mut audit = Audit::default();
        let run = ReplicationRecord { gain_per_capita_yuan: f64::NAN, ..ReplicationRecord::default() };
        audit.check("s", 7, &Books::of_records(start(), &run, &months, &[]));
        let verdict = audit.verdicts().iter().find(|verdict| verdict.identity.id == id).unwrap();
        assert!(verdict.violated > 0, "{id} is blind");
        let (scenario, replication, violation) = &verdict.first[0];
        assert_eq!((scenario.as_str(), *replication, &violation.place), ("s", 7, &Place::Month(2)), "{id}");
    }
}

/// One group changed, and the identity of the groups fails.
#[test]
fn a_changed_group_is_found() {
    use crate::model::record::GroupRecord;
    type Change = fn(&mut GroupRecord);
    let changes: [(&str, Change); 5] = [
        ("groups_add_up", |group| group.households = 1),
        ("groups_add_up", |group| group.households_borrowing = 1),
        ("groups_add_up", |group| group.persons_borrowing = 1),
        ("groups_add_up", |group| group.gain = crate::units::Fen(1)),
        ("group_shares", |group| group.gain_share = 0.5),
    ];
    for (id, change) in changes {
        let empty = GroupRecord { gain_share: f64::NAN, ..GroupRecord::default() };
        let mut groups = vec![empty; crate::model::groups::count(2)];
        change(&mut groups[4]);
        let mut audit = Audit::default();
        audit.check("s", 7, &nothing().with_groups(&groups));
        let violated = audit.verdicts().iter().find(|verdict| verdict.identity.id == id).unwrap().violated;
        assert!(violated > 0, "{id} is blind");
    }
}

fn start() -> crate::units::CalendarMonth {
    crate::units::CalendarMonth::new(2016, 11).unwrap()
}

fn nothing() -> Books {
    use crate::model::borrowers::Borrowers;
    use crate::model::income::Gains;
    use crate::model::record::{GroupRecord, MonthRecord, ReplicationRecord, TownshipYearRecord};
    let (mut run, mut borrowers) = (ReplicationRecord::default(), Borrowers::default());
    borrowers.begin(0, true);
    Gains::default().report(&mut run, &borrowers, 0);
    let mut groups = vec![GroupRecord::default(); crate::model::groups::count(2)];
    crate::model::groups::report(&mut groups, &mut run);
    Books::of_records(start(), &run, &[MonthRecord::default(); 3], &[TownshipYearRecord::default(); 4])
        .with_groups(&groups)
}
