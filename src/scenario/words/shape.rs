//! Keys and kinds in words.

use super::{Message, both, kind_words, listed, place};
use crate::scenario::keys::Key;
use crate::scenario::mistake::{Because, Found, ShapeMistake, Wanted};
use crate::text::Lang;

impl ShapeMistake {
    pub(super) fn message(&self, lang: Lang) -> Message {
        match self {
            ShapeMistake::UnknownKey { key, section, nearest, elsewhere, allowed } => {
                unknown_key(key, section, nearest.as_deref(), elsewhere.as_deref(), allowed, lang)
            }
            ShapeMistake::MissingKey { key, section, inline } => missing_key(key, section, *inline, lang),
            ShapeMistake::MissingSection { path, because } => missing_section(path, *because, lang),
            ShapeMistake::WrongKind { path, key, wanted, found } => wrong_kind(path, key, *wanted, *found, lang),
            ShapeMistake::NoneOf { section, keys } => {
                let (place, keys) = (place(section, lang), listed(keys, lang));
                Message::new(
                    both!(lang, "one of {keys} is missing {place}", "{place}缺少{keys}之一"),
                    both!(lang, "needed here", "须在此处写明"),
                )
                .help(both!(lang, "write exactly one of them", "请写且只写其中一个"))
            }
            ShapeMistake::OnlyOne { section, keys } => {
                let (place, keys) = (place(section, lang), listed(keys, lang));
                Message::new(
                    both!(lang, "{keys} exclude one another {place}", "{place}的{keys}只能写一个"),
                    both!(lang, "remove this or the other", "请去掉此处或另一处"),
                )
            }
            ShapeMistake::Empty { path } => Message::new(
                both!(lang, "`{path}` is empty", "`{path}`为空"),
                both!(lang, "at least one entry is needed", "至少需要一项"),
            ),
            ShapeMistake::NeedsParameters { path, name, example } => Message::new(
                both!(lang, "`{name}` in `{path}` needs parameters", "`{path}`的`{name}`需要参数"),
                both!(lang, "a name alone", "只有名称"),
            )
            .help(both!(lang, "write for example `{example}`", "例如`{example}`")),
            ShapeMistake::NotOneVariant { path, found, allowed } => not_one_variant(path, found, allowed, lang),
        }
    }
}

fn unknown_key(
    key: &str,
    section: &str,
    nearest: Option<&str>,
    elsewhere: Option<&str>,
    allowed: &[String],
    lang: Lang,
) -> Message {
    let place = place(section, lang);
    let message = Message::new(
        both!(lang, "unknown key `{key}` {place}", "{place}没有键`{key}`"),
        both!(lang, "no such key", "无此键"),
    );
    let allowed = listed(allowed, lang);
    match (nearest, elsewhere) {
        (Some(nearest), _) if nearest.starts_with(&format!("{key}_")) => message.help(both!(
            lang,
            "write `{nearest}`: the unit is part of the key",
            "请写`{nearest}`：键名中须带单位"
        )),
        (Some(nearest), _) => message.help(both!(lang, "did you mean `{nearest}`?", "是否想写`{nearest}`？")),
        (None, Some(elsewhere)) => message.help(both!(lang, "it belongs in `{elsewhere}`", "该键属于`{elsewhere}`")),
        (None, None) => message.help(both!(lang, "keys {place}: {allowed}", "{place}可写的键：{allowed}")),
    }
}

fn missing_key(key: &Key, section: &str, inline: bool, lang: Lang) -> Message {
    let (name, meaning, example, place) = (key.name, key.meaning(lang), key.example, place(section, lang));
    let message = Message::new(
        both!(lang, "key `{name}` is missing {place}", "{place}缺少键`{name}`"),
        both!(lang, "this table needs `{name}`", "此表需要`{name}`"),
    )
    .help(both!(lang, "{name}: {meaning}", "{name}：{meaning}"));
    match inline {
        true => message.help(both!(
            lang,
            "add `{name} = {example}` with a value of your own",
            "请加上`{name} = {example}`，数值按实际填写"
        )),
        false => message.help(both!(
            lang,
            "add the line `{name} = {example}` with a value of your own",
            "请加一行`{name} = {example}`，数值按实际填写"
        )),
    }
}

fn missing_section(path: &str, because: Because, lang: Lang) -> Message {
    let message = Message::new(
        both!(lang, "section [{path}] is missing", "缺少[{path}]一节"),
        match because {
            Because::Open => both!(lang, "needed by this", "此处需要"),
            _ => both!(lang, "not among its sections", "其中没有该节"),
        },
    );
    match because {
        Because::Always => message,
        Because::Lent(mode) => message.help(both!(
            lang,
            "this mode has a share in lending: write the section, or `{mode} = 0` in `policy.lending.mix`",
            "该模式有放贷份额：请补写该节，或在`policy.lending.mix`中写`{mode} = 0`"
        )),
        Because::OnBook(mode) => message.help(both!(
            lang,
            "the loan ledger has loans of the mode `{mode}`: write the section",
            "贷款台账中有`{mode}`模式的贷款：请补写该节"
        )),
        Because::Structural => {
            message.help(both!(lang, "a mechanism that is decided by cash needs it", "以现金流判断违约的机制需要该节"))
        }
        Because::Open => message.help(both!(lang, "`placement = \"open\"` needs it", "`placement = \"open\"`需要该节")),
    }
}

fn wrong_kind(path: &str, key: &Key, wanted: Wanted, found: Found, lang: Lang) -> Message {
    let (words, meaning) = (wanted_words(wanted, lang), key.meaning(lang));
    let found_words = found_words(found, lang);
    let message = Message::new(
        both!(lang, "`{path}` takes {words}", "`{path}`应为{words}"),
        both!(lang, "this is {found_words}", "此处是{found_words}"),
    );
    let (name, example) = (key.name, key.example);
    let message = match found {
        Found::QuotedNumber if !matches!(wanted, Wanted::Parameters) => {
            message.help(both!(lang, "remove the quotes", "请去掉引号"))
        }
        Found::Date => message.help(both!(lang, "put it in quotes", "请加上引号")),
        _ if !example.is_empty() => {
            message.help(both!(lang, "write for example `{name} = {example}`", "例如`{name} = {example}`"))
        }
        _ => message,
    };
    message.help(both!(lang, "{name}: {meaning}", "{name}：{meaning}"))
}

fn wanted_words(wanted: Wanted, lang: Lang) -> String {
    match wanted {
        Wanted::Kind(kind) => kind_words(kind, lang),
        Wanted::Parameters => both!(lang, "a table of parameters {{ … }}", "参数表{{ … }}"),
        Wanted::Section => both!(lang, "a section or a table {{ … }}", "一节或一个表{{ … }}"),
    }
}

fn found_words(found: Found, lang: Lang) -> String {
    match found {
        Found::Whole => both!(lang, "a whole number", "整数"),
        Found::Real => both!(lang, "a number with decimals", "小数"),
        Found::Flag => both!(lang, "true or false", "true/false"),
        Found::Text => both!(lang, "text", "文字"),
        Found::QuotedNumber => both!(lang, "a number in quotes, which is text", "带引号的数字，即文字"),
        Found::Date => both!(lang, "a date", "日期"),
        Found::List => both!(lang, "a list", "列表"),
        Found::Table => both!(lang, "a table", "表"),
    }
}

fn not_one_variant(path: &str, found: &[String], allowed: &[String], lang: Lang) -> Message {
    let allowed = listed(allowed, lang);
    let message = match found.is_empty() {
        true => Message::new(
            both!(lang, "`{path}` names nothing", "`{path}`没有写明类别"),
            both!(lang, "an empty table", "空表"),
        ),
        false => {
            let found = listed(found, lang);
            Message::new(
                both!(
                    lang,
                    "`{path}` must name exactly one thing, found {found}",
                    "`{path}`只能写一个类别，此处有{found}"
                ),
                both!(lang, "more than one", "多于一个"),
            )
        }
    };
    message.help(both!(lang, "choose one of {allowed}", "请在{allowed}中选一个"))
}
