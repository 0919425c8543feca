//! Dated changes of policy, laid over the tree of values: what holds in which month.

use super::Scenario;
use super::canonical;
use super::inherit::overlay;
use super::node::{Node, Table, Value};
use super::provenance::cut;
use super::source::Span;
use crate::model::holiday::{PaymentHoliday, When};
use crate::text::Lang;
use crate::text::words::scenario as words;
use crate::units::CalendarMonth;

/// A change of policy at a date, as `lendmix check` prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedChange {
    /// As the file names it.
    pub name: String,
    /// Month from which it holds.
    pub from: CalendarMonth,
    /// Month in which numbers reach their new value; `None`: at once.
    pub ramp_until: Option<CalendarMonth>,
    /// What changes.
    pub values: Vec<ChangedValue>,
}

/// A value that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedValue {
    /// Path of the key.
    pub path: String,
    /// What it is before; `None` if it is not written.
    pub before: Option<String>,
    /// What it becomes.
    pub after: String,
}

/// A change with its part of the tree.
#[derive(Debug)]
pub struct Change {
    /// As the file names it.
    pub name: String,
    /// First month.
    pub from: CalendarMonth,
    /// Last month of its steps, or `from`.
    pub until: CalendarMonth,
    /// The tables of `[policy]` that it changes.
    pub tree: Node,
}

/// A value that has no steps between before and after.
#[derive(Debug)]
pub struct NoSteps {
    /// Path below `[policy]`.
    pub path: String,
    /// Where it stands.
    pub span: Span,
}

impl Change {
    /// The months in which the policy is another than the month before.
    pub fn months(&self) -> impl Iterator<Item = CalendarMonth> + use<> {
        let from = self.from;
        (0..=from.months_until(self.until).max(0) as u32).map(move |step| from.plus(step))
    }

    /// `policy` with this change as far as it has come in `month`.
    ///
    /// A number of a change with steps is a + (b − a)·k/n in its k-th of n months; whole numbers are rounded.
    pub fn applied(&self, policy: Node, month: CalendarMonth) -> Result<Node, NoSteps> {
        let steps = self.from.months_until(self.until) + 1;
        let step = self.from.months_until(month) + 1;
        if step <= 0 {
            return Ok(policy);
        }
        let mut tree = self.tree.clone();
        if step < steps {
            blend(&policy, &mut tree, f64::from(step) / f64::from(steps), "")?;
        }
        as_sections(&policy, &mut tree);
        Ok(overlay(policy, tree, "policy"))
    }

    /// What it changes in `policy`, value by value.
    pub fn values(&self, policy: &Node) -> Vec<ChangedValue> {
        let mut values = Vec::new();
        list_values(Some(policy), &self.tree, "policy", &mut values);
        values
    }
}

/// A table written `{ … }` that stands for a section changes the keys that it has.
fn as_sections(base: &Node, over: &mut Node) {
    let (Some(base), Value::Table(table)) = (base.section(), &mut over.value) else { return };
    table.inline = false;
    for (name, node) in &mut table.entries {
        if let Some(inner) = base.get(name) {
            as_sections(inner, node);
        }
    }
}

/// Replaces the numbers of `after` by those on the way from `before`.
fn blend(before: &Node, after: &mut Node, weight: f64, path: &str) -> Result<(), NoSteps> {
    let no_steps = |span| Err(NoSteps { path: path.to_owned(), span });
    let span = after.span;
    match (&before.value, &mut after.value) {
        (Value::Table(before), Value::Table(after)) => blend_tables(before, after, weight, path),
        (Value::List(before), Value::List(after)) if before.len() == after.len() => {
            before.iter().zip(after).try_for_each(|(before, after)| blend(before, after, weight, path))
        }
        (Value::Text(before), Value::Text(after)) if before == after => Ok(()),
        (Value::Flag(before), Value::Flag(after)) if before == after => Ok(()),
        (Value::Whole(a), Value::Whole(b)) => {
            *b = libm::round(*a as f64 + (*b - *a) as f64 * weight) as i64;
            Ok(())
        }
        _ => match (before.number(), after.number()) {
            (Some(a), Some(b)) => {
                after.value = Value::Real(a + (b - a) * weight);
                Ok(())
            }
            _ => no_steps(span),
        },
    }
}

fn blend_tables(before: &Table, after: &mut Table, weight: f64, path: &str) -> Result<(), NoSteps> {
    for (name, node) in &mut after.entries {
        let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        match before.get(name) {
            Some(before) => blend(before, node, weight, &path)?,
            None => return Err(NoSteps { path, span: node.key_span }),
        }
    }
    Ok(())
}

fn list_values(base: Option<&Node>, over: &Node, path: &str, values: &mut Vec<ChangedValue>) {
    match (base.map(|base| (base, base.section())), over.table()) {
        (Some((_, Some(section))), Some(table)) => {
            for (name, node) in &table.entries {
                list_values(section.get(name), node, &format!("{path}.{name}"), values);
            }
        }
        (base, _) => values.push(ChangedValue {
            path: path.to_owned(),
            before: base.map(|(node, _)| canonical::value(node)),
            after: canonical::value(over),
        }),
    }
}

/// Rows for `lendmix check`: when, what, value, what it was before. Changes and payment holidays by date.
pub fn timetable_rows(scenario: &Scenario, lang: Lang) -> Vec<[String; 4]> {
    let mut rows: Vec<(CalendarMonth, [String; 4])> = Vec::new();
    for change in &scenario.changes {
        let when = period(change.from, change.ramp_until, lang);
        for value in &change.values {
            let before = value.before.as_deref().map_or_else(|| words::absent(lang).to_owned(), cut);
            let what = words::named(lang, &value.path, &change.name);
            rows.push((change.from, [when.clone(), what, cut(&value.after), before]));
        }
    }
    let mut holidays: Vec<&PaymentHoliday> = Vec::new();
    let policies =
        std::iter::once(&scenario.policy.start).chain(scenario.policy.changes.iter().map(|(_, policy)| policy));
    for holiday in policies.flat_map(|policy| &policy.payment_holidays) {
        if !holidays.contains(&holiday) {
            holidays.push(holiday);
            let (first, when) = holiday_months(holiday, scenario.run.start, lang);
            let what = words::holiday(lang, &holiday.name);
            rows.push((first, [when, what, postponed_by(holiday, lang), String::new()]));
        }
    }
    rows.sort_by_key(|(from, _)| *from);
    rows.into_iter().map(|(_, row)| row).collect()
}

fn period(from: CalendarMonth, ramp_until: Option<CalendarMonth>, lang: Lang) -> String {
    match ramp_until {
        Some(until) => words::in_steps(lang, from, until),
        None => from.to_string(),
    }
}

/// Where a holiday stands in the timetable, and its months in words; one of an event stands at the start.
fn holiday_months(holiday: &PaymentHoliday, start: CalendarMonth, lang: Lang) -> (CalendarMonth, String) {
    match &holiday.when {
        When::Dates { from, until } => (*from, format!("{from} – {until}")),
        When::Event { name, from, until, .. } => (start, words::months_of_event(lang, from, until, name)),
    }
}

fn postponed_by(holiday: &PaymentHoliday, lang: Lang) -> String {
    match (holiday.postpone_months, &holiday.when) {
        (Some(months), _) => words::months_later(lang, months),
        (None, When::Dates { until, .. }) => words::to_month(lang, until.plus(1)),
        (None, When::Event { .. }) => words::to_month_after(lang).to_owned(),
    }
}
