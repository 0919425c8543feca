//! The assumptions that could change the answer, chosen by a rule that is told: first those that the run itself has
//! measured, by a scenario that differs from the baseline in that one value of the world; then, of the values that the file
//! grades as assumed or low, those with the widest range that it names itself.

use super::document::{Assumption, Card};
use super::reading::Balance;
use super::values::{changes, stated};
use super::{View, card};
use crate::scenario::keys::{Key, fits, reference};
use crate::scenario::{Evidence, Grade, Scenario, ValueOrigin};
use crate::text::words::report as words;
use crate::text::{Lang, number};

/// How many stand on the card.
const MOST: usize = 3;

/// Characters of a value that the card shows.
const SHOWN: usize = 40;

/// A value that was not measured.
struct Candidate<'s> {
    origin: &'s ValueOrigin,
    grade: Grade,
    range: Option<(f64, f64)>,
}

impl Candidate<'_> {
    fn of(origin: &ValueOrigin) -> Option<Candidate<'_>> {
        let evidence = Evidence::of(origin.comment.as_deref()?);
        let grade = evidence.grade.filter(|grade| *grade >= Grade::Low)?;
        let counts = ["policy.", "world."].iter().any(|part| origin.path.starts_with(part));
        // A range that holds no number of the value is the range of something else.
        let range =
            evidence.range.filter(|range| numbers(&origin.value).any(|number| range.0 <= number && number <= range.1));
        counts.then_some(Candidate { origin, grade, range })
    }

    /// Width of the range against its middle, from 0 to 1 for ranges above zero; zero without a range.
    fn width(&self) -> f64 {
        self.range.map_or(0.0, |(low, high)| (high - low) / (high.abs() + low.abs()).max(f64::MIN_POSITIVE))
    }
}

/// The numbers that stand in a value.
fn numbers(value: &str) -> impl Iterator<Item = f64> {
    let words = value.split(|sign: char| !(sign.is_ascii_digit() || "._-".contains(sign)));
    words.filter_map(|word| word.replace('_', "").parse().ok())
}

/// Puts the rule and what it chooses on the card of a scenario; `measured` comes first.
pub fn choose(card: &mut Card, scenario: Option<&Scenario>, measured: Vec<Assumption>, lang: Lang) {
    let Some(scenario) = scenario else {
        card.rule = words::rule_not_kept(lang).to_owned();
        return;
    };
    let graded = stated(scenario).filter(|origin| grade(origin).is_some()).count();
    let mut all: Vec<Candidate<'_>> = scenario.provenance.iter().filter_map(Candidate::of).collect();
    // A stable sort: of equals, the order of the file.
    all.sort_by(|one, other| other.width().total_cmp(&one.width()).then(other.grade.cmp(&one.grade)));
    let ranged = all.iter().filter(|candidate| candidate.range.is_some()).count();
    card.rule = match (graded, all.len(), ranged) {
        (0, ..) => words::rule_nothing_graded(lang).to_owned(),
        (_, 0, _) => words::rule_nothing_assumed(lang).to_owned(),
        (_, assumed, 0) => words::rule_no_range(lang, assumed),
        (_, assumed, ranged) => words::rule(lang, assumed, ranged),
    };
    let keys = reference();
    let mut chosen = measured;
    if !chosen.is_empty() {
        card.rule.insert_str(0, words::rule_measured(lang));
    }
    for candidate in &all {
        if !chosen.iter().any(|found| found.path == candidate.origin.path) {
            chosen.push(assumption(candidate, &keys, lang));
        }
    }
    chosen.truncate(MOST);
    card.assumptions = chosen;
}

/// Values of the world that alone tell a scenario of the run from the baseline, where that changes a headline number.
pub fn measured(view: &View<'_, '_>) -> Vec<Assumption> {
    let Some(base) = view.base_scenario() else { return Vec::new() };
    let (lang, keys) = (view.lang, reference());
    let of = |other: &Scenario| -> Option<Assumption> {
        let changes = changes(base, other);
        let [change] = changes.as_slice() else { return None };
        let value = change.is.filter(|_| change.path.starts_with("world."))?;
        let balance = Balance::of(view.source.run.summary.comparison(&other.name)?);
        let moved: Vec<&str> = [balance.better, balance.worse].concat();
        let meaning =
            key_of(change.path, &keys).map_or_else(|| change.path.to_owned(), |key| key.sense(lang).to_owned());
        let was = change.was.map_or("–", |was| &was.value);
        let numbers = card::labels(view, &moved);
        let said = match [was, &value.value].iter().any(|value| value.starts_with(['[', '{'])) {
            true => words::measured_change(lang, numbers),
            false => words::measured(lang, short(was), short(&value.value), numbers),
        };
        (!moved.is_empty()).then(|| Assumption { meaning, path: change.path.to_owned(), said })
    };
    view.source.scenarios.iter().filter_map(of).collect()
}

/// A value, shortened if it is long.
fn short(value: &str) -> String {
    value.char_indices().nth(SHOWN).map_or_else(|| value.to_owned(), |(end, _)| format!("{}…", &value[..end]))
}

/// A law that is given by mean and coefficient of variation, in words.
fn law(value: &str, lang: Lang) -> Option<String> {
    let of = |key: &str| {
        let (_, rest) = value.split_once(key)?;
        rest.split([',', ' ', '}']).next().filter(|number| number.parse::<f64>().is_ok())
    };
    value.starts_with('{').then_some(())?;
    Some(words::law_of(lang, of("mean = ")?, of("cv = ")?))
}

fn assumption(candidate: &Candidate<'_>, keys: &[(String, &'static Key)], lang: Lang) -> Assumption {
    let origin = candidate.origin;
    let meaning = key_of(&origin.path, keys).map_or_else(|| origin.path.clone(), |key| key.sense(lang).to_owned());
    let value = law(&origin.value, lang).unwrap_or_else(|| short(&origin.value));
    let grade = grade_words(candidate.grade, lang);
    let said = match candidate.range {
        Some((low, high)) => words::assumed_in(lang, value, plain(low), plain(high), grade),
        None => words::assumed(lang, value, grade),
    };
    Assumption { meaning, path: origin.path.clone(), said }
}

/// The declaration of a key by its path.
pub fn key_of(path: &str, keys: &[(String, &'static Key)]) -> Option<&'static Key> {
    // The elements of a list have numbers: `policy.suspension.1.level` is `policy.suspension[].level`.
    let numbered = |step: &str| step.bytes().all(|byte| byte.is_ascii_digit());
    let mut general = String::new();
    for step in path.split('.') {
        match (general.is_empty(), numbered(step)) {
            (true, _) => general.push_str(step),
            (false, true) => general.push_str("[]"),
            (false, false) => general.extend([".", step]),
        }
    }
    keys.iter().find(|(pattern, _)| fits(pattern, path) || fits(pattern, &general)).map(|(_, key)| *key)
}

fn grade(origin: &ValueOrigin) -> Option<Grade> {
    Evidence::of(origin.comment.as_deref()?).grade
}

/// A grade in words.
pub fn grade_words(grade: Grade, lang: Lang) -> &'static str {
    match grade {
        Grade::High => words::grade_high(lang),
        Grade::Medium => words::grade_medium(lang),
        Grade::Low => words::grade_low(lang),
        Grade::Assumption => words::grade_assumption(lang),
    }
}

/// A number without needless decimals.
fn plain(value: f64) -> String {
    let decimals = (0..4).find(|decimals| {
        let scale = [1.0, 10.0, 100.0, 1000.0][*decimals];
        (value * scale - (value * scale).round()).abs() < 1e-9
    });
    number(value, decimals.unwrap_or(4))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origin(path: &str, comment: Option<&str>) -> ValueOrigin {
        ValueOrigin {
            path: path.to_owned(),
            value: "1".to_owned(),
            file: "a.toml".to_owned(),
            line: Some(1),
            overrides: None,
            comment: comment.map(str::to_owned),
        }
    }

    #[test]
    fn only_values_that_are_assumed_or_low_stand_for_choice() {
        let of = |path: &str, comment: &str| Candidate::of(&origin(path, Some(comment))).map(|found| found.width());
        assert_eq!(of("world.a", "(report; high), sweep 0 to 1"), None);
        assert_eq!(of("run.months", "ASSUMPTION"), None);
        assert_eq!(of("world.a", "ASSUMPTION"), Some(0.0));
        assert_eq!(of("world.a", "ASSUMPTION; sweep 1 to 3"), Some(0.5));
        assert_eq!(of("policy.a", "ASSUMPTION; sweep 0 to 12"), Some(1.0));
        assert!(Candidate::of(&origin("world.a", None)).is_none());
        // The value is 1.
        assert_eq!(of("world.a", "fitted to a share of 4% (ASSUMPTION, 10 to 20%)"), Some(0.0));
        assert_eq!(numbers("{ beta = { mean = 0.15, cv = 1_000 } }").collect::<Vec<_>>(), [0.15, 1000.0]);
    }

    #[test]
    fn a_law_is_told_in_words() {
        let told = law("{ beta = { mean = 0.15, cv = 0.6 } }", Lang::Zh);
        assert_eq!(told.as_deref(), Some("均值0.15（变异系数0.6）"));
        assert_eq!(law("{ fixed = { value = 3 } }", Lang::En), None);
        assert_eq!(law("0.5", Lang::En), None);
    }

    #[test]
    fn ends_of_ranges_are_written_without_needless_decimals() {
        assert_eq!([0.05, 12.0, 0.35, 10_000.0].map(plain), ["0.05", "12", "0.35", "10,000"]);
    }
}
