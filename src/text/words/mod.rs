//! All words that a reader sees outside a scenario's mistakes and the lists of columns and keys: one file for each room,
//! each message once, English and Chinese side by side.
//!
//! The macro `words!` makes a function of every message; what stands in braces is an argument, already written
//! for the reader (numbers by [`super::number`] and its neighbours), so that the compiler misses a language or an argument:
//!
//! ```text
//! words! {
//!     /// Under the table of lending.
//!     lent_of_plan(lent, plan) { en "{lent} of {plan} planned" zh "计划{plan}，实际发放{lent}" }
//!     recovery_rate { en "Recovery rate" zh "回收率" }
//! }
//! ```
//!
//! `lent_of_plan(lang, lent, plan)` gives a `String`, `recovery_rate(lang)` a `&'static str`. Every file lists its messages
//! as `ENTRIES` for the tests below, which hold all of them to the conventions of both languages.

/// One message as it stands in its file, with its braces.
#[cfg(test)]
pub(crate) struct Entry {
    /// The function's name.
    pub key: &'static str,
    /// English.
    pub en: &'static str,
    /// Chinese.
    pub zh: &'static str,
}

/// Functions of messages, and the list of them for tests.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident $(($($argument:ident),+ $(,)?))? { en $en:literal zh $zh:literal })*) => {
        $($crate::text::words::words!(@message $(#[$doc])* $name ($($($argument),+)?) $en $zh);)*

        /// Every message of this file.
        #[cfg(test)]
        pub(crate) const ENTRIES: &[$crate::text::words::Entry] =
            &[$($crate::text::words::Entry { key: stringify!($name), en: $en, zh: $zh }),*];
    };
    (@message $(#[$doc:meta])* $name:ident () $en:literal $zh:literal) => {
        $(#[$doc])*
        pub(crate) fn $name(lang: $crate::text::Lang) -> &'static str {
            lang.pick($en, $zh)
        }
    };
    (@message $(#[$doc:meta])* $name:ident ($($argument:ident),+) $en:literal $zh:literal) => {
        $(#[$doc])*
        #[allow(clippy::too_many_arguments, reason = "a message has as many as it has blanks")]
        pub(crate) fn $name(lang: $crate::text::Lang, $($argument: impl std::fmt::Display),+) -> String {
            match lang {
                $crate::text::Lang::En => format!($en),
                $crate::text::Lang::Zh => format!($zh),
            }
        }
    };
}
pub(crate) use words;

pub(crate) mod answer;
pub(crate) mod arguments;
pub(crate) mod audit;
pub(crate) mod charts;
pub(crate) mod check;
pub(crate) mod checks;
pub(crate) mod common;
pub(crate) mod compare;
pub(crate) mod csv;
pub(crate) mod explain;
pub(crate) mod explain_failure;
pub(crate) mod explain_tables;
pub(crate) mod failure;
pub(crate) mod figure_tables;
pub(crate) mod figures;
pub(crate) mod groups;
pub(crate) mod init;
pub(crate) mod list;
pub(crate) mod map;
pub(crate) mod plot;
pub(crate) mod progress;
pub(crate) mod record;
pub(crate) mod report;
pub(crate) mod report_command;
pub(crate) mod report_parts;
pub(crate) mod reproduce;
pub(crate) mod run_folder;
pub(crate) mod run_sides;
pub(crate) mod scenario;
pub(crate) mod selftest;
pub(crate) mod solve;
pub(crate) mod solve_fund;
pub(crate) mod solve_lever;
pub(crate) mod solve_mix;
pub(crate) mod solve_refusal;
pub(crate) mod templates;
pub(crate) mod terminal;
pub(crate) mod usage;
pub(crate) mod values_csv;
pub(crate) mod warnings;
pub(crate) mod watch;

#[cfg(test)]
mod tests;
