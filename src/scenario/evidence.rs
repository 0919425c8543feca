//! What a scenario file says of its values: the comments beside and above a value, and the source, grade and range that
//! they name.
//!
//! The convention is that of the file that ships (`scenarios/daoxian-2016.toml`): a comment names the source, and after it a
//! grade (`high`, `medium`, `low`, `ASSUMPTION`; in Chinese 高、中、低、假设); `fitted` (拟合) marks what was fitted to a target;
//! `sweep 0 to 12` names the range worth trying. A comment in another form is shown as it stands and gives no grade.

use super::node::{Node, Value};
use super::source::{Sources, Span};

/// How well a value is known, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Official text, statistics, regulator.
    High,
    /// Journal, thesis, press, the county's own report.
    Medium,
    /// Inference, trade sites.
    Low,
    /// No source found.
    Assumption,
}

/// What a comment says of a value.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Evidence {
    /// The lowest grade that it names; none if it names none.
    pub grade: Option<Grade>,
    /// Whether the value was fitted to a target.
    pub fitted: bool,
    /// The range worth trying that it names.
    pub range: Option<(f64, f64)>,
}

/// Words of the grades.
const GRADES: [(&str, Grade); 8] = [
    ("high", Grade::High),
    ("高", Grade::High),
    ("medium", Grade::Medium),
    ("中", Grade::Medium),
    ("low", Grade::Low),
    ("低", Grade::Low),
    ("ASSUMPTION", Grade::Assumption),
    ("假设", Grade::Assumption),
];

/// Words of a piece beyond which a grade's word belongs to a sentence.
const FEW_WORDS: usize = 4;

impl Evidence {
    /// Reads a comment.
    ///
    /// ```
    /// # use lendmix::scenario::{Evidence, Grade};
    /// let evidence = Evidence::of("rule (report; high), its length ASSUMPTION; sweep 0 to 12");
    /// assert_eq!((evidence.grade, evidence.range), (Some(Grade::Assumption), Some((0.0, 12.0))));
    /// ```
    pub fn of(comment: &str) -> Evidence {
        let pieces = comment.split(['(', ')', '（', '）', ';', '；', ',', '，', '、', ':', '：', '/', '.', '。']);
        let grade = pieces.filter_map(grade_of).max();
        let fitted = words(comment).any(|word| word == "fitted") || comment.contains("拟合");
        Evidence { grade, fitted, range: range(comment) }
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The grade that a piece of a comment names.
fn grade_of(piece: &str) -> Option<Grade> {
    let few = words(piece).count() <= FEW_WORDS;
    let named = |word: &str| GRADES.iter().find(|(name, _)| *name == word).map(|(_, grade)| *grade);
    let found = words(piece).filter_map(named).filter(|grade| few || *grade == Grade::Assumption).max();
    // Chinese sets no blanks: 假设 may stand inside a longer piece.
    found.or_else(|| piece.contains("假设").then_some(Grade::Assumption))
}

/// After `sweep`; else in brackets that name an assumption, or right before them.
fn range(comment: &str) -> Option<(f64, f64)> {
    let swept = ["sweep", "试算"].iter().find_map(|word| comment.split_once(word));
    if let Some(found) = swept.and_then(|(_, rest)| first_range(rest)) {
        return Some(found);
    }
    let pieces: Vec<&str> = comment.split(['(', ')', '（', '）']).collect();
    let assumed = |piece: &str| piece.contains("ASSUMPTION") || piece.contains("假设");
    let places = pieces.iter().enumerate().filter(|(_, piece)| assumed(piece)).map(|(place, _)| place);
    places
        .flat_map(|place| [Some(place), place.checked_sub(1)])
        .find_map(|place| pieces.get(place?).and_then(|piece| first_range(piece)))
}

/// The first `a to b` of a text, `a` below `b`; in Chinese `a至b`.
fn first_range(text: &str) -> Option<(f64, f64)> {
    [" to ", "至", "到"].iter().find_map(|joint| {
        text.match_indices(joint).find_map(|(at, _)| {
            let (low, _) = number_before(&text[..at])?;
            let (high, percent) = number_after(&text[at + joint.len()..])?;
            let scale = if percent { 0.01 } else { 1.0 };
            let years = (1900.0..2100.0).contains(&low) && (1900.0..2100.0).contains(&high);
            (low < high && !years).then_some((low * scale, high * scale))
        })
    })
}

fn is_of_number(sign: char) -> bool {
    sign.is_ascii_digit() || sign == '.' || sign == ','
}

fn number_before(text: &str) -> Option<(f64, bool)> {
    let text = text.trim_end();
    let (text, percent) = text.strip_suffix('%').map_or((text, false), |text| (text, true));
    let start = text
        .rfind(|sign: char| !is_of_number(sign))
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    Some((text[start..].replace(',', "").parse().ok()?, percent))
}

fn number_after(text: &str) -> Option<(f64, bool)> {
    let text = text.trim_start();
    let end = text.find(|sign: char| !is_of_number(sign)).unwrap_or(text.len());
    let number = text[..end].trim_end_matches(['.', ',']).replace(',', "");
    Some((number.parse().ok()?, text[end..].trim_start().starts_with('%')))
}

/// The comments of a value: the lines right above its key, then what stands after the value on its line. Of a list of
/// sections, those of its values.
pub(super) fn comment(node: &Node, sources: &Sources) -> Option<String> {
    if sources.is_option(node.span.file) {
        return None;
    }
    let text = sources.text(node.span.file);
    let mut parts = above(text, node.key_span);
    parts.extend(beside(text, node.span));
    if let Value::List(items) = &node.value {
        let inside = items.iter().filter_map(Node::section).flat_map(|table| &table.entries);
        parts.extend(inside.filter_map(|(_, value)| comment(value, sources)));
    }
    parts.dedup();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// The lines of comment that end right above a place.
fn above(text: &str, key: Span) -> Vec<String> {
    let before = text.get(..key.start).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let lines = before[..start].lines().rev().map(str::trim).take_while(|line| line.starts_with('#'));
    let mut lines: Vec<String> = lines.filter_map(said).collect();
    lines.reverse();
    lines
}

/// The comment after a value.
fn beside(text: &str, value: Span) -> Option<String> {
    let rest = text.get(value.end..)?.lines().next()?;
    said(rest.trim_start().trim_start_matches(']').trim_start()).filter(|_| rest.contains('#'))
}

/// The words of a comment; none of a ruler and of what is no comment.
fn said(line: &str) -> Option<String> {
    let words = line.strip_prefix('#')?.trim_start_matches('#').trim();
    words.contains(char::is_alphanumeric).then(|| words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lowest_grade_counts_and_words_of_a_sentence_do_not() {
        let grade = |comment: &str| Evidence::of(comment).grade;
        assert_eq!(grade("first month of lending (Daoxian report; high)"), Some(Grade::High));
        assert_eq!(grade("up to three years (rule high, weights ASSUMPTION)"), Some(Grade::Assumption));
        assert_eq!(grade("(衡东苗竹园, 2020; medium/low)"), Some(Grade::Low));
        assert_eq!(grade("judgement, since the county's mean loan is very high"), None);
        assert_eq!(grade("high"), Some(Grade::High));
        assert_eq!(grade("来源：国开办发〔2014〕78号；高"), Some(Grade::High));
        assert_eq!(grade("未找到来源，暂作假设"), Some(Grade::Assumption));
        assert_eq!(grade("the seed"), None);
    }

    #[test]
    fn a_range_to_sweep_goes_before_other_ranges_and_years_are_none() {
        let range = |comment: &str| Evidence::of(comment).range;
        assert_eq!(range("6 to 20 borrowers (ASSUMPTION; sweep 6 to 30)"), Some((6.0, 30.0)));
        assert_eq!(range("judgement (ASSUMPTION, 1 to 10%)"), Some((0.01, 0.1)));
        assert_eq!(range("diverted (fact medium, size ASSUMPTION 0.05 to 0.35)"), Some((0.05, 0.35)));
        assert_eq!(range("0.02 to 0.10 (ASSUMPTION)"), Some((0.02, 0.1)));
        assert_eq!(range("from 2016 to 2018 (ASSUMPTION: 10,000 to 50,000)."), Some((10_000.0, 50_000.0)));
        assert_eq!(range("永州市1至10月（2016；低）, as before (ASSUMPTION)"), None);
        assert_eq!(range("4 to 10% (registry; high)"), None);
        assert_eq!(range("试算 0.5 至 1"), Some((0.5, 1.0)));
        assert_eq!(range("according to 4 of them, from 9 to 2"), None);
    }

    #[test]
    fn fitted_is_told_apart() {
        assert!(Evidence::of("fitted to 4% of principal").fitted && Evidence::of("按回收率拟合").fitted);
        assert!(!Evidence::of("unfitted").fitted);
    }
}
