//! Mistakes in words, English and Chinese side by side, so that neither can be forgotten.
//!
//! This is the one home of a scenario's mistakes, apart from `text::words`: a mistake is title, label and help chosen by its
//! facts, and most sentences are written for one case of an enum of this room. Where sentence and facts stand together, a
//! new mistake cannot be without words. Tests hold these sentences to the same conventions.

mod csv;
mod file;
mod law;
mod ledger;
mod option;
mod shape;
mod syntax;
mod together;
mod value;

use super::keys::{Kind, Range};
use super::mistake::{Mistake, Note};
use crate::text::Lang;

/// What a reader is told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Message {
    /// What is wrong.
    pub title: String,
    /// At the caret.
    pub label: String,
    /// What to write instead.
    pub help: Vec<String>,
}

impl Message {
    /// A message without help.
    pub fn new(title: String, label: String) -> Message {
        Message { title, label, help: Vec::new() }
    }

    /// The same with one more line of help.
    #[must_use]
    pub fn help(mut self, help: String) -> Message {
        self.help.push(help);
        self
    }

    /// The same with one more line of help, if there is one.
    #[must_use]
    pub fn maybe(mut self, help: Option<String>) -> Message {
        self.help.extend(help);
        self
    }
}

/// One of two texts by language; both are written where the facts are, and the compiler checks both.
macro_rules! both {
    ($lang:expr, $en:literal, $zh:literal $(,)?) => {
        match $lang {
            $crate::text::Lang::En => format!($en),
            $crate::text::Lang::Zh => format!($zh),
        }
    };
}
pub(crate) use both;

impl Mistake {
    /// The mistake in words.
    pub fn message(&self, lang: Lang) -> Message {
        match self {
            Mistake::File(mistake) => mistake.message(lang),
            Mistake::Shape(mistake) => mistake.message(lang),
            Mistake::Value(mistake) => mistake.message(lang),
            Mistake::Together(mistake) => mistake.message(lang),
            Mistake::Law(mistake) => mistake.message(lang),
            Mistake::Option(mistake) => mistake.message(lang),
            Mistake::Csv(mistake) => mistake.message(lang),
        }
    }
}

impl Note {
    /// The note in words.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Note::AlsoHere => both!(lang, "also here", "此处也写了"),
            Note::ReplacedWhole => {
                both!(lang, "this inherited table was replaced as a whole", "继承的这个表已被整体替换")
            }
            Note::ChangedHere => both!(lang, "another mix from here on", "自此改为另一比例"),
            Note::ComparedWith => both!(lang, "compared with this", "与此处比较"),
        }
    }
}

/// A number as a person writes it: no binary dust, at most six significant digits unless it is short.
pub fn plain(value: f64) -> String {
    if value.is_nan() {
        return "nan".to_owned();
    }
    let shortest = format!("{value}");
    if shortest.len() <= 12 {
        return shortest;
    }
    let rounded: f64 = format!("{value:.5e}").parse().unwrap_or(value);
    let plain = format!("{rounded}");
    if plain.len() <= 12 { plain } else { format!("{rounded:e}") }
}

/// `a`, `b` or `c`.
pub(super) fn listed<T: AsRef<str>>(names: &[T], lang: Lang) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{}`", name.as_ref())).collect();
    quoted.join(lang.pick(", ", "、"))
}

/// "in [policy.fund]" or "at the top of the file".
pub(super) fn place(section: &str, lang: Lang) -> String {
    if section.is_empty() {
        both!(lang, "at the top of the file", "文件开头")
    } else {
        both!(lang, "in `{section}`", "`{section}`中")
    }
}

/// "a number from 0 to 1".
pub(super) fn number_words(range: Range, lang: Lang) -> String {
    let words = range.words(lang);
    match (words.is_empty(), lang) {
        (true, Lang::En) => "a number".to_owned(),
        (true, Lang::Zh) => "数值".to_owned(),
        (false, Lang::En) => format!("a number {words}"),
        (false, Lang::Zh) => format!("{}的数值", spaced(&words)),
    }
}

/// Chinese words with a blank after a number at their end.
pub(super) fn spaced(words: &str) -> String {
    if words.ends_with(|last: char| last.is_ascii()) { format!("{words} ") } else { words.to_owned() }
}

/// What a key takes.
pub(super) fn kind_words(kind: Kind, lang: Lang) -> String {
    match kind {
        Kind::Number(range) => number_words(range, lang),
        Kind::Whole(range) => {
            let words = range.words(lang);
            match lang {
                Lang::En => format!("a whole number {words}"),
                Lang::Zh => format!("{}的整数", spaced(&words)),
            }
        }
        Kind::Flag => both!(lang, "`true` or `false`", "`true`或`false`"),
        Kind::Text => both!(lang, "text in quotes", "引号内的文字"),
        Kind::Words => both!(
            lang,
            "text in quotes, or {{ en = \"…\", zh = \"…\" }}",
            "引号内的文字，或{{ en = \"…\", zh = \"…\" }}"
        ),
        Kind::File => both!(lang, "the name of a file in quotes", "引号内的文件名"),
        Kind::Month => both!(lang, "a month in quotes, such as \"2016-01\"", "引号内的月份，如\"2016-01\""),
        Kind::Distribution(_) => both!(
            lang,
            "a distribution, such as {{ fixed = {{ value = 1 }} }}",
            "概率分布，如{{ fixed = {{ value = 1 }} }}"
        ),
        _ => list_words(kind, lang),
    }
}

fn list_words(kind: Kind, lang: Lang) -> String {
    match kind {
        Kind::Numbers(range) => {
            format!("{}{}", both!(lang, "a list, each entry ", "列表，每项为"), number_words(range, lang))
        }
        Kind::OneOrNumbers(range) => {
            format!("{}{}", number_words(range, lang), both!(lang, ", or a list of such numbers", "，或这样的数值列表"))
        }
        Kind::TwelveNumbers(_) => {
            both!(lang, "a list of 12 numbers, one for each calendar month", "12个数值的列表，每月一个")
        }
        Kind::Names(names) => {
            format!("{}{}", both!(lang, "a list of names out of ", "名称列表，可选："), listed(names, lang))
        }
        Kind::NamesOr(names, word) => {
            let names = listed(names, lang);
            both!(lang, "a list of names out of {names}, or \"{word}\"", "名称列表，可选：{names}，或\"{word}\"")
        }
        Kind::Texts => both!(lang, "a list of names in quotes", "引号内名称的列表"),
        Kind::ByName(range) => format!(
            "{}{}",
            both!(lang, "a table {{ name = … }} with, for each name, ", "按名称的表{{名称= … }}，每项为"),
            number_words(range, lang)
        ),
        Kind::ByYear(range) => format!(
            "{}{}",
            both!(lang, "a table {{ 2016 = … }} with, for each year, ", "按年份的表{{ 2016 = … }}，每年为"),
            number_words(range, lang)
        ),
        Kind::ByMode(range) => format!(
            "{}{}",
            both!(
                lang,
                "a table {{ self_directed = … }} with, for each mode, ",
                "按模式的表{{ self_directed = … }}，每个模式为"
            ),
            number_words(range, lang)
        ),
        Kind::ByMonths(range) => format!(
            "{}{}",
            both!(lang, "a table {{ 12 = … }} with, for each number of months, ", "按月数的表{{ 12 = … }}，每个期限为"),
            number_words(range, lang)
        ),
        Kind::NumberOr(range, word) => {
            format!("{}{}", number_words(range, lang), both!(lang, ", or \"{word}\"", "，或\"{word}\""))
        }
        Kind::TableOr(_, word) => {
            both!(lang, "a table of parameters {{ … }}, or \"{word}\"", "参数表{{ … }}，或\"{word}\"")
        }
        Kind::Variants(variants) => {
            let names: Vec<&str> = variants.iter().map(|(name, _)| *name).collect();
            format!("{}{}", both!(lang, "one of ", "下列之一："), listed(&names, lang))
        }
        Kind::Choice(names) => format!("{}{}", both!(lang, "one of ", "下列之一："), listed(names, lang)),
        Kind::Part => both!(lang, "a section with the keys that change", "含变动键的节"),
        Kind::Tables(_) => both!(lang, "a list of tables [{{ … }}, {{ … }}]", "表的列表[{{ … }}, {{ … }}]"),
        _ => both!(lang, "a table of keys", "由键组成的表"),
    }
}
