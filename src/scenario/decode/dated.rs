//! What has dates: changes of policy and payment holidays.

use super::item::{FromItem, Item};
use super::policy;
use super::section::Section;
use super::shocks;
use super::tables::all;
use crate::model::holiday::{PaymentHoliday, When};
use crate::model::policy::Policy;
use crate::model::timetable::Timetable;
use crate::scenario::RunSettings;
use crate::scenario::changes::{Change, DatedChange};
use crate::scenario::keys::dated::{change as c, holiday as h, holiday_event as e, tables_that_change};
use crate::scenario::keys::policy::{fund, root as p};
use crate::scenario::keys::{Key, top};
use crate::scenario::mistake::{Mistake, TogetherMistake, Wanted};
use crate::scenario::node::{Node, Table, Value};
use crate::units::{CalendarMonth, Share};

/// `[policy.payment_holidays]`, in the order of the file.
pub fn payment_holidays(section: &Section<'_>) -> Option<Vec<PaymentHoliday>> {
    named(section, &p::PAYMENT_HOLIDAYS, |name, section| {
        let when = when(section);
        let postpone_months = match section.item(&h::POSTPONE_MONTHS) {
            Some(item) => u16::read(&item).map(Some),
            None => Some(None),
        };
        let modes = section.need(&h::MODES).and_then(|item| policy::modes(&item));
        let share = section.required::<Share>(&h::SHARE);
        Some(PaymentHoliday {
            name: name.to_owned(),
            when: when?,
            postpone_months: postpone_months?,
            modes: modes?,
            share: share?,
        })
    })
}

/// Two months, or the calendar months of an event.
fn when(section: &Section<'_>) -> Option<When> {
    if section.one_of(&[&h::FROM, &h::EVENT])?.key.name == h::FROM.name {
        let (from, until) = period(section, &h::FROM, &h::UNTIL, true)?;
        return Some(When::Dates { from, until: until.unwrap_or(from) });
    }
    section.at_most_one(&[&h::EVENT, &h::UNTIL]);
    let item = section.item(&h::EVENT)?;
    let section = item.section(&e::SECTION)?;
    let event = section.need(&e::NAME).and_then(|item| shocks::event_named(&item));
    let (from, until) = (section.required::<u32>(&e::FROM_MONTH), section.required::<u32>(&e::UNTIL_MONTH));
    let (event, from, until) = (event?, from?, until?);
    if until < from {
        let (low, high) = (section.item(&e::UNTIL_MONTH)?, section.item(&e::FROM_MONTH)?);
        low.below(until.into(), &high, from.into());
        return None;
    }
    let name = section.item(&e::NAME)?.text()?.to_owned();
    Some(When::Event { event, name, from, until })
}

/// The policy of each month: the one at the start, and every change laid over what holds by then.
pub fn timetable(
    root: &Section<'_>,
    start: Option<Policy>,
    run: Option<&RunSettings>,
) -> Option<(Timetable, Vec<DatedChange>)> {
    let Some(item) = root.item(&top::POLICY) else {
        // Only a laboratory may leave it out.
        return start.map(|start| (start.into(), Vec::new()));
    };
    let section = item.section(&p::SECTION);
    let mut changes = named(&section?, &p::CHANGES, change)?;
    // Mistakes of the policy at the start would be reported once more with every change.
    let start = start?;
    changes.sort_by_key(|change| change.from);
    let tree = without_changes(item.node);
    let good = good_changes(&item, &tree, changes, run)?;
    let mut told = Vec::new();
    let mut before = tree.clone();
    for change in &good {
        told.push(DatedChange {
            name: change.name.clone(),
            from: change.from,
            ramp_until: Some(change.until).filter(|until| *until > change.from),
            values: change.values(&before),
        });
        before = change.applied(before, change.until).ok()?;
    }
    let mut months: Vec<CalendarMonth> = good.iter().flat_map(Change::months).collect();
    months.sort();
    months.dedup();
    let versions = all(months.into_iter().map(|month| Some((month, version(&item, &tree, &good, month, run)?))))?;
    Some((Timetable { start, changes: versions }, told))
}

/// The changes by date, each of them tried on those before it, so that its mistakes are told once; `None` if there is
/// any.
fn good_changes(item: &Item<'_>, tree: &Node, changes: Vec<Change>, run: Option<&RunSettings>) -> Option<Vec<Change>> {
    let wanted = changes.len();
    let mut good = Vec::new();
    for change in changes {
        let months: Vec<CalendarMonth> = change.months().collect();
        good.push(change);
        if months.into_iter().any(|month| version(item, tree, &good, month, run).is_none()) {
            good.pop();
        }
    }
    (good.len() == wanted).then_some(good)
}

/// The policy of a month: `tree` with every change as far as it has come.
fn version(
    item: &Item<'_>,
    tree: &Node,
    changes: &[Change],
    month: CalendarMonth,
    run: Option<&RunSettings>,
) -> Option<Policy> {
    let mistakes = item.cx.mistakes();
    let mut tree = tree.clone();
    for change in changes {
        match change.applied(tree, month) {
            Ok(next) => tree = next,
            Err(no_steps) => {
                let path = format!("policy.{}", no_steps.path);
                item.cx.report_at(Mistake::Together(TogetherMistake::NoSteps { path }), no_steps.span);
                return None;
            }
        }
    }
    let section = Section::open(item.cx, &item.path, &tree, &p::SECTION)?;
    let policy = policy::policy(&section, run);
    policy.filter(|_| item.cx.mistakes() == mistakes)
}

fn change(name: &str, section: &Section<'_>) -> Option<Change> {
    let period = period(section, &c::FROM, &c::RAMP_UNTIL, false);
    if let Some((name, node)) = only_at_start(section) {
        let path = format!("{}.fund.{name}", section.path());
        section.cx.report_at(Mistake::Together(TogetherMistake::OnlyAtStart { path }), node.key_span);
        return None;
    }
    let mut entries = section.entries().to_vec();
    entries.retain(|(name, _)| tables_that_change().any(|table| table == name));
    let others = section.entries().iter().filter(|(name, _)| name != c::FROM.name && name != c::RAMP_UNTIL.name);
    if entries.is_empty() && others.count() == 0 {
        section.report_here(Mistake::Together(TogetherMistake::NoChange { name: name.to_owned() }));
        return None;
    }
    let tree = Node { value: Value::Table(Table { entries, inline: false }), ..section.node.clone() };
    let (from, until) = period?;
    Some(Change { name: name.to_owned(), from, until: until.unwrap_or(from), tree })
}

/// A key of the fund that holds for the whole run, if a change names one.
fn only_at_start<'a>(section: &Section<'a>) -> Option<(&'static str, &'a Node)> {
    let (_, fund_table) = section.entries().iter().find(|(name, _)| name == c::FUND.name)?;
    let table = fund_table.table()?;
    [fund::INITIAL.name, fund::LENDING_HELD.name].into_iter().find_map(|name| Some((name, table.get(name)?)))
}

/// Two months of which the second, if it is written, is not before the first.
fn period(
    section: &Section<'_>,
    first: &'static Key,
    last: &'static Key,
    last_needed: bool,
) -> Option<(CalendarMonth, Option<CalendarMonth>)> {
    let from = section.required::<CalendarMonth>(first);
    let item = if last_needed { section.need(last) } else { section.item(last) };
    let until = match item.as_ref().map(CalendarMonth::read) {
        Some(until) => Some(until?),
        None if last_needed => return None,
        None => None,
    };
    let from = from?;
    if let (Some(until), Some(item)) = (until, &item)
        && until < from
    {
        item.report(Mistake::Together(TogetherMistake::EndsFirst { from, until }));
        return None;
    }
    Some((from, until))
}

/// Whether a value is the word that ends an inherited section.
pub fn is_none(node: &Node) -> bool {
    node.text() == Some("none")
}

/// Sections whose names the file chooses; those that are the word "none" have ended.
pub fn named<T>(
    section: &Section<'_>,
    key: &'static Key,
    read: impl Fn(&str, &Section<'_>) -> Option<T>,
) -> Option<Vec<T>> {
    let Some(item) = section.item(key) else { return Some(Vec::new()) };
    let Some(table) = item.node.section() else {
        item.wrong_kind(Wanted::Section);
        return None;
    };
    let written = table.entries.iter().filter(|(_, node)| !is_none(node));
    all(written.map(|(name, node)| {
        let entry = item.entry(node, name);
        let section = entry.section(policy::spec_of(key))?;
        read(name, &section)
    }))
}

fn without_changes(policy: &Node) -> Node {
    let mut policy = policy.clone();
    if let Value::Table(table) = &mut policy.value {
        table.entries.retain(|(name, _)| name != p::CHANGES.name);
    }
    policy
}
