//! Files of targets.

use std::path::Path;

use super::dated::named;
use super::item::{FromItem, Item};
use super::section::Section;
use super::tables::all;
use super::{Context, words};
use crate::scenario::fit::{ColumnNames, FitFile, Measure, Parameter, Sum, Target, TargetStatus, TargetUnit, Tried};
use crate::scenario::keys::fit::{
    income as i, months as m, parameter as p, peak_lag as l, replications as r, target as t, top, variation as v,
};
use crate::scenario::keys::{Key, Kind};
use crate::scenario::mistake::{Mistake, ShapeMistake, TogetherMistake, ValueMistake};
use crate::scenario::node::Node;
use crate::units::CalendarMonth;

/// Most values that a fit may try of one parameter.
const MOST_VALUES: f64 = 100_000.0;

/// Reads a file of targets; `None` if there was any mistake.
pub fn decode_fit(cx: &Context, root: &Node, columns: &ColumnNames, directory: &Path) -> Option<FitFile> {
    let section = Section::open(cx, "", root, &top::SECTION)?;
    let scenario = section.required::<String>(&top::SCENARIO);
    let replications = section.required(&top::REPLICATIONS);
    let variations = named(&section, &top::VARIATIONS, |name, section| {
        let set = section.need(&v::SET).and_then(|item| texts(&item))?;
        Some((name.to_owned(), set))
    });
    let known: Vec<&str> = variations.iter().flatten().map(|(name, _)| name.as_str()).collect();
    section.need(&top::TARGETS);
    let targets = named(&section, &top::TARGETS, |name, section| target(name, section, &known, columns));
    let parameters = match section.item(&top::PARAMETERS) {
        Some(item) => parameters(&item, targets.as_deref().unwrap_or_default()),
        None => Some(Vec::new()),
    };
    let file = FitFile {
        scenario: directory.join(scenario?),
        replications: replications?,
        variations: variations?,
        targets: targets?,
        parameters: parameters?,
    };
    (cx.mistakes() == 0).then_some(file)
}

fn texts(item: &Item<'_>) -> Option<Vec<String>> {
    all(item.list(item.key.kind)?.iter().map(|entry| entry.text().map(str::to_owned)))
}

fn target(name: &str, section: &Section<'_>, variations: &[&str], columns: &ColumnNames) -> Option<Target> {
    let title = words::optional(section, &t::TITLE);
    let unit = section.need(&t::UNIT).and_then(|item| unit(&item));
    let (value, tolerance) = (maybe(section, &t::VALUE), maybe(section, &t::TOLERANCE));
    let band = match section.item(&t::BAND) {
        Some(item) => band(&item).map(Some),
        None => Some(None),
    };
    let inside = maybe(section, &t::INSIDE);
    let source = section.required(&t::SOURCE);
    let status = section.need(&t::STATUS).and_then(|item| status(&item));
    let variation = match section.item(&t::VARIATION) {
        Some(item) => item.name_among(variations).map(|name| variations.iter().position(|other| *other == name)),
        None => Some(None),
    };
    let measure = section.need(&t::MEASURE).and_then(|item| measure(&item, columns));
    Some(Target {
        name: name.to_owned(),
        title: title?,
        unit: unit?,
        value: value?,
        tolerance: tolerance?,
        band: band?,
        inside: inside?,
        source: source?,
        status: status?,
        variation: variation?,
        measure: measure?,
    })
}

/// A key that may be absent.
fn maybe<T: FromItem>(section: &Section<'_>, key: &'static Key) -> Option<Option<T>> {
    match section.item(key) {
        Some(item) => T::read(&item).map(Some),
        None => Some(None),
    }
}

fn unit(item: &Item<'_>) -> Option<TargetUnit> {
    Some(match item.name_among(&item.key.choices())? {
        "yuan" => TargetUnit::Yuan,
        "share" => TargetUnit::Share,
        "times" => TargetUnit::Times,
        "months" => TargetUnit::Months,
        "yuan_per_person_annual" => TargetUnit::YuanPerPersonAnnual,
        _ => TargetUnit::Number,
    })
}

fn status(item: &Item<'_>) -> Option<TargetStatus> {
    Some(match item.name_among(&item.key.choices())? {
        "fitted" => TargetStatus::Fitted,
        "given" => TargetStatus::Given,
        "follows" => TargetStatus::Follows,
        _ => TargetStatus::Free,
    })
}

/// Two numbers, the lower first.
fn band(item: &Item<'_>) -> Option<(f64, f64)> {
    match item.numbers()?.as_slice() {
        [low, high] if low <= high => Some((*low, *high)),
        [low, high] => {
            let (low_value, high_value) = (*high, *low);
            let mistake = TogetherMistake::Below { low: "high", low_value, high: "low", high_value };
            item.report(Mistake::Together(mistake));
            None
        }
        list => {
            let mistake = ValueMistake::WrongLength { path: item.path.clone(), found: list.len(), needed: 2 };
            item.report(Mistake::Value(mistake));
            None
        }
    }
}

fn measure(item: &Item<'_>, columns: &ColumnNames) -> Option<Measure> {
    let (name, body) = item.variant()?;
    match name {
        "months" => months(&item.parameters(name, &body, &m::SECTION)?, &columns.months),
        "replications" => {
            let section = item.parameters(name, &body, &r::SECTION)?;
            let of = section.need(&r::OF).and_then(|item| sum(&item, &columns.replications));
            let per = divisor(&section, &r::PER, &columns.replications);
            let per_number = section.or(&r::PER_NUMBER, 1.0);
            Some(Measure::Replications { of: of?, per: per?, per_number: per_number? })
        }
        "peak_lag" => {
            let section = item.parameters(name, &body, &l::SECTION)?;
            let column = |key| section.need(key).and_then(|item| item.name_among(&columns.months));
            let (from, to) = (column(&l::FROM), column(&l::TO));
            let over_months = section.required(&l::OVER);
            Some(Measure::PeakLag { from: from?.to_owned(), to: to?.to_owned(), over_months: over_months? })
        }
        _ => {
            let section = item.parameters(name, &body, &i::SECTION)?;
            let statistic = section.need(&i::STATISTIC);
            let statistic = statistic.as_ref().and_then(|item| item.name_among(&item.key.choices()));
            match statistic? {
                "quantile" => section.required(&i::LEVEL).map(Measure::IncomeQuantile),
                _ => Some(Measure::IncomeGini),
            }
        }
    }
}

fn months(section: &Section<'_>, columns: &[&'static str]) -> Option<Measure> {
    let of = section.need(&m::OF).and_then(|item| sum(&item, columns));
    let window = (section.required::<CalendarMonth>(&m::FROM), section.required::<CalendarMonth>(&m::TO));
    let per = divisor(section, &m::PER, columns);
    let per_window = (maybe::<CalendarMonth>(section, &m::PER_FROM), maybe::<CalendarMonth>(section, &m::PER_TO));
    let per_number = section.or(&m::PER_NUMBER, 1.0);
    let window = (window.0?, window.1?);
    let per_window = (per_window.0?.unwrap_or(window.0), per_window.1?.unwrap_or(window.1));
    Some(Measure::Months { of: of?, window, per: per?, per_window, per_number: per_number? })
}

fn divisor(section: &Section<'_>, key: &'static Key, columns: &[&'static str]) -> Option<Option<Sum>> {
    match section.item(key) {
        Some(item) => sum(&item, columns).map(Some),
        None => Some(None),
    }
}

/// Names of columns, each with a hyphen before it if it is subtracted.
fn sum(item: &Item<'_>, columns: &[&'static str]) -> Option<Sum> {
    let list = item.list(Kind::Texts)?;
    if list.is_empty() {
        item.report(Mistake::Shape(ShapeMistake::Empty { path: item.path.clone() }));
        return None;
    }
    all(list.iter().map(|entry| {
        let text = entry.text()?;
        let (name, sign) = text.strip_prefix('-').map_or((text, 1.0), |name| (name, -1.0));
        if !columns.contains(&name) {
            entry.unknown_name(name, columns);
            return None;
        }
        Some((name.to_owned(), sign))
    }))
}

fn parameters(item: &Item<'_>, targets: &[Target]) -> Option<Vec<Parameter>> {
    let list = item.list(item.key.kind)?;
    all(list.iter().map(|entry| parameter(&entry.section(&p::SECTION)?, targets)))
}

fn parameter(section: &Section<'_>, targets: &[Target]) -> Option<Parameter> {
    let key = section.required::<String>(&p::KEY);
    let names: Vec<&str> =
        targets.iter().filter(|target| is_fitted(target)).map(|target| target.name.as_str()).collect();
    let target = section.need(&p::TARGET).and_then(|item| {
        let name = item.name_among(&names)?;
        targets.iter().position(|target| target.name == name)
    });
    let tried = match section.item(&p::CHOICES) {
        Some(item) => texts(&item).map(Tried::Choices),
        None => grid(section),
    };
    section.at_most_one(&[&p::CHOICES, &p::FROM]);
    section.at_most_one(&[&p::CHOICES, &p::PRIOR]);
    let prior = match section.has(&p::PRIOR) || section.has(&p::PRIOR_TOLERANCE) {
        true => section.required(&p::PRIOR).zip(section.required(&p::PRIOR_TOLERANCE)).map(Some),
        false => Some(None),
    };
    Some(Parameter { key: key?, target: target?, tried: tried?, prior: prior? })
}

/// Whether something can be fitted to a target: it has a figure and a tolerance.
fn is_fitted(target: &Target) -> bool {
    target.value.is_some() && target.tolerance.is_some()
}

fn grid(section: &Section<'_>) -> Option<Tried> {
    let (from, to) = (section.required::<f64>(&p::FROM), section.required::<f64>(&p::TO));
    let step = section.required::<f64>(&p::STEP);
    let (from, to, step) = (from?, to?, step?);
    let steps = libm::floor((to - from) / step * (1.0 + 1e-12));
    if !(0.0..=MOST_VALUES).contains(&steps) {
        let mistake = TogetherMistake::Below { low: p::TO.name, low_value: to, high: p::FROM.name, high_value: from };
        section.report_here(Mistake::Together(mistake));
        return None;
    }
    Some(Tried::Grid { from, step, steps: steps as u32 })
}
