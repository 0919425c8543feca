//! Every key that a scenario may have, declared once: name, kind, range, example, meaning in both languages.
//!
//! The decoder reads by these declarations, messages quote them and the parameter reference is generated from them
//! ([`reference()`]).

pub mod contracts;
pub mod dated;
pub mod fit;
pub mod groups;
pub mod policy;
mod range;
pub mod run;
pub mod shocks;
mod unit;
pub mod world;

pub use range::Range;
pub use unit::Unit;

use crate::text::Lang;

/// What a key takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A number.
    Number(Range),
    /// A whole number.
    Whole(Range),
    /// `true` or `false`.
    Flag,
    /// Text in quotes.
    Text,
    /// Text, or `{ en = …, zh = … }`.
    Words,
    /// The name of a file, relative to the scenario file.
    File,
    /// A month such as `"2016-01"`.
    Month,
    /// A probability distribution with values in a range.
    Distribution(Range),
    /// A list of numbers.
    Numbers(Range),
    /// One number, or a list of numbers of which the last stays.
    OneOrNumbers(Range),
    /// Twelve numbers, one for each calendar month.
    TwelveNumbers(Range),
    /// A list of names.
    Names(&'static [&'static str]),
    /// A list of names, or a word in its place.
    NamesOr(&'static [&'static str], &'static str),
    /// A list of names that the scenario chooses elsewhere.
    Texts,
    /// A number for each of some names that the scenario chooses elsewhere.
    ByName(Range),
    /// A number for each calendar year of the run.
    ByYear(Range),
    /// A number for each lending mode.
    ByMode(Range),
    /// Numbers by months.
    ByMonths(Range),
    /// A number, or a word in its place.
    NumberOr(Range, &'static str),
    /// One of several names.
    Choice(&'static [&'static str]),
    /// One of several names, alone or `{ name = { parameters } }`.
    Variants(&'static [Variant]),
    /// A table of its own keys, or a word in its place.
    TableOr(&'static SectionSpec, &'static str),
    /// A table of its own keys, written `{ … }` or as a section.
    Table(&'static SectionSpec),
    /// Keys of another table, those of them that change.
    Part,
    /// Sections whose names the scenario chooses.
    Named(&'static SectionSpec),
    /// A list of tables.
    Tables(&'static SectionSpec),
}

/// A name that a key takes, and the parameters that it has.
pub type Variant = (&'static str, Option<&'static SectionSpec>);

/// One key of a scenario.
#[derive(Debug, PartialEq)]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// A value that could stand there.
    pub example: &'static str,
    /// What it means, in English.
    pub en: &'static str,
    /// What it means, in Chinese.
    pub zh: &'static str,
}

impl Key {
    /// What it means.
    pub fn meaning(&self, lang: Lang) -> &'static str {
        lang.pick(self.en, self.zh)
    }

    /// Whether the key may be absent; its meaning then says what absence means.
    pub fn optional(&self) -> bool {
        self.en.contains("; absent:")
    }

    /// What it means, without what its absence means.
    pub fn sense(&self, lang: Lang) -> &'static str {
        let text = self.meaning(lang);
        text.split_once(lang.pick("; absent:", "；不写")).map_or(text, |(sense, _)| sense)
    }

    /// What its absence means, if it may be absent.
    pub fn absence(&self, lang: Lang) -> Option<&'static str> {
        let (_, absence) = self.meaning(lang).split_once(lang.pick("; absent:", "；不写"))?;
        Some(absence.trim_start_matches("表示").trim_start_matches('则').trim())
    }

    /// The range of its number or numbers.
    pub fn range(&self) -> Range {
        self.numbers().unwrap_or(Range::ANY)
    }

    /// What its number or numbers count.
    pub fn unit(&self) -> Option<Unit> {
        self.numbers().map(|range| range.unit)
    }

    /// The range of its number or numbers, if it takes any.
    fn numbers(&self) -> Option<Range> {
        Some(match self.kind {
            Kind::Number(range)
            | Kind::Whole(range)
            | Kind::Numbers(range)
            | Kind::OneOrNumbers(range)
            | Kind::TwelveNumbers(range)
            | Kind::ByYear(range)
            | Kind::ByMode(range)
            | Kind::ByMonths(range)
            | Kind::ByName(range)
            | Kind::NumberOr(range, _)
            | Kind::Distribution(range) => range,
            _ => return None,
        })
    }

    /// The names that it takes.
    pub fn choices(&self) -> Vec<&'static str> {
        match self.kind {
            Kind::Choice(names) | Kind::Names(names) | Kind::NamesOr(names, _) => names.to_vec(),
            Kind::Variants(variants) => variants.iter().map(|(name, _)| *name).collect(),
            Kind::TableOr(_, word) | Kind::NumberOr(_, word) => vec![word],
            _ => Vec::new(),
        }
    }
}

/// The keys of one table.
#[derive(Debug, PartialEq)]
pub struct SectionSpec {
    /// All keys it may have.
    pub keys: &'static [&'static Key],
}

/// Declares the keys of one table: a module with a constant for each key and `SECTION` with all of them.
macro_rules! keys {
    ($(#[$doc:meta])* $section:ident; $($name:ident = $key:literal, $kind:expr, $example:literal, $en:literal, $zh:literal;)*) => {
        $(#[$doc])*
        pub mod $section {
            #[allow(unused_imports, reason = "not every table uses every kind")]
            use crate::scenario::keys::{Key, Kind, Kind::*, Range, SectionSpec, Unit};
            $(#[doc = $en] pub static $name: Key = Key { name: $key, kind: $kind, example: $example, en: $en, zh: $zh };)*
            /// All keys of the table.
            pub static SECTION: SectionSpec = SectionSpec { keys: &[$(&$name),*] };
        }
    };
}
pub(crate) use keys;

keys! {
    /// The top of a scenario file.
    top;
    EXTENDS = "extends", File, "\"daoxian-2016.toml\"", "Scenario file whose values hold where this file is silent; absent: none", "所继承的方案文件，本文件未写的值取自该文件；不写表示没有";
    TITLE = "title", Words, "\"Daoxian 2016\"", "Title of the scenario; absent: no text", "方案标题；不写表示没有";
    QUESTION = "question", Words, "\"How large a fund?\"", "The question it answers; absent: no text", "要回答的问题；不写表示没有";
    EXPECTED = "expected", Words, "\"The fund survives\"", "The answer expected before the run; absent: no text", "运行前预期的答案；不写表示没有";
    LABORATORY = "laboratory", Flag, "true", "Whether the scenario is a reduction in which whatever is not written is switched off, to be compared with a closed form; absent: false", "是否为简化的实验方案：未写明的机制一律关闭，用于与解析解对照；不写表示否";
    RUN = "run", Table(&super::run::settings::SECTION), "", "How to simulate", "如何模拟";
    POLICY = "policy", Table(&super::policy::root::SECTION), "", "What the county decides", "县里可以决定的事项";
    WORLD = "world", Table(&super::world::root::SECTION), "", "What the county does not control", "县里不能控制的事项";
}

/// Sets of keys that exclude one another, by the table they are in (`*`: any name). `*` as a key: all others.
pub const ALTERNATIVES: &[(&str, &[&[&str]])] = &[
    ("policy.*", &[&["principal_yuan"], &["principal_yuan_per_person"]]),
    ("policy.payment_holidays.*", &[&["from", "until"], &["event"]]),
    ("policy.fund", &[&["contributions"], &["contributions_plan_share"]]),
    ("world.population", &[&["roster"], &["*"]]),
    ("world.organisations", &[&["count", "largest_share", "size"], &["file"], &["list"]]),
    ("world.organisations", &[&["largest_share"], &["size"]]),
    ("world.*.default.at_maturity", &[&["pd"], &["pd_calm", "pd_bad"]]),
    ("world.*.failure.at_maturity", &[&["pd"], &["pd_calm", "pd_bad"]]),
    ("world.organisations.types.*.failure.at_maturity", &[&["pd"], &["pd_calm", "pd_bad"]]),
];

/// Whether a path fits a pattern with `*` for any name.
pub fn fits(pattern: &str, path: &str) -> bool {
    let (mut pattern, mut path) = (pattern.split('.'), path.split('.'));
    loop {
        match (pattern.next(), path.next()) {
            (None, None) => return true,
            (Some(wanted), Some(found)) if wanted == "*" || wanted == found => {}
            _ => return false,
        }
    }
}

/// Walks every declared key with its path, in the order of the declarations; `*` stands for a name that the scenario chooses.
pub fn reference() -> Vec<(String, &'static Key)> {
    let mut out = Vec::new();
    walk("", &top::SECTION, &mut out);
    out
}

fn walk(path: &str, section: &SectionSpec, out: &mut Vec<(String, &'static Key)>) {
    for key in section.keys {
        let path = if path.is_empty() { key.name.to_owned() } else { format!("{path}.{}", key.name) };
        out.push((path.clone(), key));
        match key.kind {
            Kind::Table(section) | Kind::TableOr(section, _) => walk(&path, section, out),
            Kind::Variants(variants) => {
                for (name, section) in variants {
                    section.iter().for_each(|section| walk(&format!("{path}.{name}"), section, out));
                }
            }
            Kind::Named(section) => walk(&format!("{path}.*"), section, out),
            Kind::Tables(section) => walk(&format!("{path}[]"), section, out),
            _ => {}
        }
    }
}
