//! Single values in words.

use super::{Message, both, kind_words, listed, number_words, plain};
use crate::scenario::keys::{Key, Kind, Range};
use crate::scenario::mistake::{TableKey, ValueMistake};
use crate::text::Lang;

impl ValueMistake {
    pub(super) fn message(&self, lang: Lang) -> Message {
        match self {
            ValueMistake::OutOfRange { path, value, range, key } => out_of_range(path, *value, *range, key, lang),
            ValueMistake::UnknownName { path, name, allowed, nearest } => {
                unknown_name(path, name, allowed, nearest.as_deref(), lang)
            }
            ValueMistake::NotAMonth { path, text } => Message::new(
                both!(lang, "`{path}` is no month: \"{text}\"", "`{path}`不是月份：\"{text}\""),
                both!(lang, "four digits, a hyphen, 01 to 12", "应为四位年份、连字符、01至12"),
            )
            .help(both!(lang, "write for example \"2016-01\"", "例如\"2016-01\"")),
            ValueMistake::NotATableKey { path, key, wanted, nearest } => {
                not_a_table_key(path, key, *wanted, nearest.as_deref(), lang)
            }
            ValueMistake::WrongLength { path, found, needed } => Message::new(
                both!(
                    lang,
                    "`{path}` needs {needed} numbers, found {found}",
                    "`{path}`需要{needed}个数，此处有{found}个"
                ),
                both!(lang, "{found} numbers", "{found}个"),
            ),
            ValueMistake::Implausible { path, yuan } => implausible(path, *yuan, lang),
        }
    }
}

fn out_of_range(path: &str, value: f64, range: Range, key: &Key, lang: Lang) -> Message {
    let (shown, allowed) = (plain(value), allowed_words(range, key, lang));
    let (name, meaning) = (key.name, key.meaning(lang));
    Message::new(
        both!(lang, "`{path}` is {shown}; it must be {allowed}", "`{path}`为{shown}，应为{allowed}"),
        both!(lang, "outside what is allowed", "超出允许范围"),
    )
    .maybe(percent_hint(value, range, lang))
    .help(both!(lang, "{name}: {meaning}", "{name}：{meaning}"))
}

/// What a key takes where one of its numbers stands.
fn allowed_words(range: Range, key: &Key, lang: Lang) -> String {
    match key.kind {
        Kind::Whole(_) | Kind::NumberOr(..) if range == key.range() => kind_words(key.kind, lang),
        _ => number_words(range, lang),
    }
}

/// Shares are fractions of one; somebody who writes 95 means 95%.
pub(super) fn percent_hint(value: f64, range: Range, lang: Lang) -> Option<String> {
    if range.max > 1.0 || value <= 1.0 || value > 100.0 {
        return None;
    }
    let (shown, fraction) = (plain(value), plain(value / 100.0));
    Some(both!(lang, "write {fraction} for {shown}%", "{shown}%请写作{fraction}"))
}

fn unknown_name(path: &str, name: &str, allowed: &[String], nearest: Option<&str>, lang: Lang) -> Message {
    let message = Message::new(
        both!(lang, "`{path}` does not know `{name}`", "`{path}`不能写`{name}`"),
        both!(lang, "no such name", "无此名称"),
    );
    let message =
        message.maybe(nearest.map(|nearest| both!(lang, "did you mean `{nearest}`?", "是否想写`{nearest}`？")));
    let cash_elsewhere = name == "structural" && path.starts_with("world.");
    let message = message.maybe(cash_elsewhere.then(|| {
        both!(
            lang,
            "an organisation repays these loans: write `failure = \"structural\"` for its type",
            "此类贷款由经济组织偿还：请在其类型中写`failure = \"structural\"`"
        )
    }));
    let listed = listed(allowed, lang);
    match allowed.is_empty() {
        true => message,
        false => message.help(both!(lang, "allowed: {listed}", "可写：{listed}")),
    }
}

fn not_a_table_key(path: &str, key: &str, wanted: TableKey, nearest: Option<&str>, lang: Lang) -> Message {
    let wanted = match wanted {
        TableKey::Year => both!(lang, "a year such as 2016", "年份，如2016"),
        TableKey::Months => both!(lang, "a number of months from 1 to 600", "1至600的月数"),
        TableKey::Mode => both!(
            lang,
            "a mode: `self_directed`, `pooled`, `fixed_benefit`",
            "模式：`self_directed`、`pooled`、`fixed_benefit`"
        ),
    };
    Message::new(
        both!(lang, "`{key}` in `{path}` is not {wanted}", "`{path}`中的`{key}`不是{wanted}"),
        both!(lang, "this key", "此键"),
    )
    .maybe(nearest.map(|nearest| both!(lang, "did you mean `{nearest}`?", "是否想写`{nearest}`？")))
}

fn implausible(path: &str, yuan: f64, lang: Lang) -> Message {
    let (shown, tenfold) = (plain(yuan), plain(yuan * 10_000.0));
    Message::new(
        both!(lang, "`{path}` is {shown} yuan", "`{path}`为{shown}元"),
        both!(lang, "amounts are in yuan, not in units of ten thousand", "金额单位是元，不是万元"),
    )
    .help(both!(lang, "write {tenfold} for {shown}万元", "{shown}万元请写作{tenfold}"))
}
