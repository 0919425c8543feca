//! Names of scenarios where there is little room.

use crate::cli::screen;
use crate::text::Lang;
use crate::text::words::{common, compare as words};

/// Names as a table shows them.
pub struct Names {
    full: Vec<String>,
    shown: Vec<String>,
}

impl Names {
    /// Names of which none is wider than `most` columns; the first is the baseline's.
    ///
    /// Variants of the baseline are known by what tells them from it: `@50-30-20`. Other names that are too wide lose
    /// their middle, or become numbers where that would make two of them equal.
    pub fn of<'a>(names: impl Iterator<Item = &'a str>, most: usize) -> Names {
        let full: Vec<String> = names.map(str::to_owned).collect();
        let stem = full.first().cloned().unwrap_or_default();
        let told_apart =
            |name: &String| name.strip_prefix(&stem).filter(|rest| rest.starts_with('@')).map(str::to_owned);
        let variants: Option<Vec<String>> = full.iter().skip(1).map(told_apart).collect();
        let wide = |names: &[String]| names.iter().any(|name| screen::width(name) > most);
        let mut shown = match variants {
            Some(variants) if wide(&full) => std::iter::once(stem).chain(variants).collect(),
            _ => full.clone(),
        };
        if wide(&shown) {
            shown = shown.iter().map(|name| without_middle(name, most)).collect();
            let distinct: std::collections::BTreeSet<&String> = shown.iter().collect();
            if distinct.len() < shown.len() {
                shown = (1..=full.len()).map(|number| format!("({number})")).collect();
            }
        }
        Names { full, shown }
    }

    /// As the table shows them.
    pub fn shown(&self) -> &[String] {
        &self.shown
    }

    /// What the shortened names stand for; nothing where none is shortened.
    pub fn key(&self, lang: Lang) -> String {
        let pairs = self.shown.iter().zip(&self.full).filter(|(shown, full)| shown != full);
        let variant = |(shown, full): &(&String, &String)| shown.starts_with('@') && full.ends_with(shown.as_str());
        let (variants, others): (Vec<_>, Vec<_>) = pairs.partition(variant);
        let mut told: Vec<String> = others.iter().map(|(shown, full)| format!("{shown} = {full}")).collect();
        if let Some(stem) = self.full.first().filter(|_| !variants.is_empty()) {
            told.push(words::variants(lang, stem));
        }
        if told.is_empty() {
            return String::new();
        }
        screen::wrapped(&told.join(common::semicolon(lang)), "") + "\n\n"
    }
}

/// A name without its middle.
fn without_middle(name: &str, most: usize) -> String {
    if screen::width(name) <= most {
        return name.to_owned();
    }
    let signs: Vec<char> = name.chars().collect();
    let keep = (0..signs.len()).rev().map(|keep| {
        let (head, tail) = (keep.div_ceil(2), keep / 2);
        let ends = signs[..head].iter().chain(['…'].iter()).chain(&signs[signs.len() - tail..]);
        ends.collect::<String>()
    });
    keep.into_iter().find(|short| screen::width(short) <= most).unwrap_or_else(|| "…".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(names: &[&str], most: usize) -> Vec<String> {
        Names::of(names.iter().copied(), most).shown().to_vec()
    }

    #[test]
    fn names_that_fit_stay() {
        assert_eq!(shown(&["small", "small@50-30-20"], 20), ["small", "small@50-30-20"]);
    }

    #[test]
    fn variants_of_the_baseline_are_known_by_what_they_change() {
        let names = Names::of(["daoxian-2016", "daoxian-2016@50-30-20"].into_iter(), 14);
        assert_eq!(names.shown(), ["daoxian-2016", "@50-30-20"]);
        assert_eq!(names.key(Lang::En), "@… = daoxian-2016@…\n\n");
    }

    #[test]
    fn other_names_lose_their_middle_and_never_become_equal() {
        assert_eq!(shown(&["a", "abcdefghij"], 5), ["a", "ab…ij"]);
        assert_eq!(shown(&["道县二〇一六年方案甲", "b"], 9), ["道县…案甲", "b"]);
        assert_eq!(shown(&["a", "abcdefghij", "abXXXXXXij"], 5), ["(1)", "(2)", "(3)"]);
        assert!(Names::of(["a", "abcdefghij"].into_iter(), 5).key(Lang::Zh).contains("ab…ij = abcdefghij"));
    }
}
