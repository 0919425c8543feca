//! Distributions in words.

use super::{Message, both, listed, number_words, plain};
use crate::distribution::{Allowed, DistributionError};
use crate::scenario::keys::Range;
use crate::scenario::mistake::LawMistake;
use crate::text::Lang;

impl LawMistake {
    pub(super) fn message(&self, lang: Lang) -> Message {
        match self {
            LawMistake::Impossible { path, error } => impossible(path, error, lang),
            LawMistake::Parameters { path, law, found, forms } => {
                let found = if found.is_empty() { both!(lang, "nothing", "空") } else { listed(found, lang) };
                let mut message = Message::new(
                    both!(
                        lang,
                        "the parameters of `{law}` in `{path}` do not determine it",
                        "`{path}`的`{law}`参数组合不成立"
                    ),
                    both!(lang, "found {found}", "此处有{found}"),
                );
                for form in forms {
                    message = message.help(both!(lang, "write `{form}`", "可写`{form}`"));
                }
                message
            }
            LawMistake::Support { path, found, range } => {
                let allowed = number_words(*range, lang);
                Message::new(
                    both!(lang, "`{path}` must always be {allowed}", "`{path}`的取值须始终为{allowed}"),
                    reach(*found, *range, lang),
                )
                .help(both!(
                    lang,
                    "give the distribution `min` or `max`, or choose another",
                    "请给分布加上`min`或`max`，或换一种分布"
                ))
            }
        }
    }
}

/// Where a law leaves a range.
fn reach((low, high): (f64, f64), range: Range, lang: Lang) -> String {
    let below = !range.contains(low.max(f64::MIN));
    let (low_words, high_words) = (plain(low), plain(high));
    match below {
        true if low.is_finite() => both!(lang, "this can be as low as {low_words}", "此分布可低至{low_words}"),
        true => both!(lang, "this has no lower end", "此分布没有下限"),
        false if high.is_finite() => both!(lang, "this can be as high as {high_words}", "此分布可高至{high_words}"),
        false => both!(lang, "this has no upper end", "此分布没有上限"),
    }
}

fn impossible(path: &str, error: &DistributionError, lang: Lang) -> Message {
    let message = Message::new(
        both!(lang, "no such distribution can exist: `{path}`", "`{path}`这样的分布不存在"),
        reason(error, lang),
    );
    match error {
        DistributionError::SpreadUnreachable { largest_sd, mean, .. } => {
            let (sd, cv) = (plain(*largest_sd), plain(largest_sd / mean.abs()));
            message.help(both!(
                lang,
                "keep `sd` below {sd} (`cv` below {cv}), or widen the bounds",
                "请使`sd`小于{sd}（`cv`小于{cv}），或放宽上下限"
            ))
        }
        _ => message,
    }
}

fn reason(error: &DistributionError, lang: Lang) -> String {
    match error {
        DistributionError::OutOfRange { parameter, value, allowed } => {
            let (value, allowed) = (plain(*value), number_words(range(*allowed), lang));
            both!(lang, "`{parameter}` is {value}; it must be {allowed}", "`{parameter}`为{value}，应为{allowed}")
        }
        DistributionError::WrongOrder { lower, lower_value, upper, upper_value, equal_allowed } => {
            let (low, high) = (plain(*lower_value), plain(*upper_value));
            match equal_allowed {
                true => both!(
                    lang,
                    "`{lower}` ({low}) must not be above `{upper}` ({high})",
                    "`{lower}`（{low}）不得大于`{upper}`（{high}）"
                ),
                false => both!(
                    lang,
                    "`{lower}` ({low}) must be below `{upper}` ({high})",
                    "`{lower}`（{low}）须小于`{upper}`（{high}）"
                ),
            }
        }
        DistributionError::SpreadUnreachable { mean, sd, .. } => {
            let (mean, sd) = (plain(*mean), plain(*sd));
            both!(lang, "standard deviation {sd} is too large for mean {mean}", "均值{mean}时标准差不可能达到{sd}")
        }
        DistributionError::NothingWithin { min, max } => {
            let (min, max) = (plain(*min), plain(*max));
            both!(lang, "nothing lies between {min} and {max}", "{min}与{max}之间没有概率")
        }
        _ => list_reason(error, lang),
    }
}

fn list_reason(error: &DistributionError, lang: Lang) -> String {
    match error {
        DistributionError::EmptyList { parameter } => both!(lang, "`{parameter}` is empty", "`{parameter}`为空"),
        DistributionError::ListLength { parameter, found, other, expected } => both!(
            lang,
            "`{parameter}` has {found} entries, `{other}` has {expected}",
            "`{parameter}`有{found}项，`{other}`有{expected}项"
        ),
        DistributionError::ListEntry { parameter, index, value, allowed } => {
            let (place, value, allowed) = (index + 1, plain(*value), number_words(range(*allowed), lang));
            both!(
                lang,
                "entry {place} of `{parameter}` is {value}; it must be {allowed}",
                "`{parameter}`第{place}项为{value}，应为{allowed}"
            )
        }
        DistributionError::NoWeight { parameter } => {
            both!(lang, "all of `{parameter}` are zero", "`{parameter}`全为零")
        }
        DistributionError::Component { index, source } => {
            let (place, reason) = (index + 1, reason(source, lang));
            both!(lang, "part {place}: {reason}", "第{place}部分：{reason}")
        }
        // The single numbers are cases of `reason`.
        _ => String::new(),
    }
}

fn range(allowed: Allowed) -> Range {
    Range {
        above_min: !allowed.min_included,
        below_max: !allowed.max_included,
        ..Range::between(allowed.min, allowed.max)
    }
}
