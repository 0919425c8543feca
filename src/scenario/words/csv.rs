//! Tables in words.

use super::ledger;
use super::value::percent_hint;
use super::{Message, both, kind_words, listed, number_words};
use crate::scenario::keys::Kind;
use crate::scenario::mistake::{CsvMistake, CsvWanted};
use crate::text::Lang;

impl CsvMistake {
    pub(super) fn message(&self, lang: Lang) -> Message {
        match self {
            CsvMistake::Empty => {
                Message::new(both!(lang, "the table is empty", "表格为空"), both!(lang, "no headings", "没有表头"))
            }
            CsvMistake::NoRows => Message::new(
                both!(lang, "the table has no rows", "表格没有数据行"),
                both!(lang, "only headings", "只有表头"),
            ),
            CsvMistake::Field { row, column, value, wanted } => field(*row, column, value, wanted, lang),
            CsvMistake::SameId { row, column, value, first_row, first_value } => {
                let message = Message::new(
                    both!(
                        lang,
                        "row {row}, column `{column}`: \"{value}\" is already in row {first_row}",
                        "第{row}行`{column}`列：“{value}”与第{first_row}行重复"
                    ),
                    both!(lang, "second time", "重复"),
                );
                match value == first_value {
                    true => message,
                    false => message.help(both!(
                        lang,
                        "row {first_row} has \"{first_value}\", which counts as the same identifier",
                        "第{first_row}行为“{first_value}”，视为同一编号"
                    )),
                }
            }
            CsvMistake::LabourAbovePersons { row, column, labour, persons } => Message::new(
                both!(
                    lang,
                    "row {row}, column `{column}`: {labour} able to work among {persons} persons",
                    "第{row}行`{column}`列：{persons}口人中不可能有{labour}个劳动力"
                ),
                both!(lang, "at most {persons}", "最多{persons}"),
            ),
            CsvMistake::Ledger { row, column, value, wrong } => ledger::message(*row, column, value, wrong, lang),
            CsvMistake::More { hidden } => Message::new(
                both!(lang, "{hidden} more mistakes in this table are not shown", "该表格另有{hidden}处错误未列出"),
                String::new(),
            ),
            _ => self.heading_message(lang),
        }
    }

    fn heading_message(&self, lang: Lang) -> Message {
        match self {
            CsvMistake::MissingColumn { en, zh } => Message::new(
                both!(lang, "column `{en}` is missing", "缺少`{zh}`列"),
                both!(lang, "not among these headings", "表头中没有"),
            )
            .help(both!(lang, "in Chinese: `{zh}`", "英文表头：`{en}`")),
            CsvMistake::UnknownColumn { column, nearest, allowed } => {
                let allowed = listed(&in_language(allowed, lang), lang);
                Message::new(
                    both!(lang, "unknown column `{column}`", "没有`{column}`这一列"),
                    both!(lang, "no such heading", "无此表头"),
                )
                .help(match nearest {
                    Some(nearest) => both!(lang, "did you mean `{nearest}`?", "是否想写`{nearest}`？"),
                    None => both!(lang, "columns: {allowed}", "可用的列：{allowed}"),
                })
            }
            CsvMistake::ColumnTwice { column } => Message::new(
                both!(lang, "column `{column}` comes twice", "`{column}`列出现两次"),
                both!(lang, "again here", "此处重复"),
            ),
            CsvMistake::FieldCount { row, found, wanted } => Message::new(
                both!(
                    lang,
                    "row {row} has {found} fields, the headings are {wanted}",
                    "第{row}行有{found}个字段，表头有{wanted}个"
                ),
                both!(lang, "{found} fields", "{found}个字段"),
            )
            .help(both!(
                lang,
                "a text with a comma needs quotes: \"a, b\"",
                "含逗号的文字须加引号：`\"甲,乙\"`"
            )),
            CsvMistake::OpenQuote { row } => Message::new(
                both!(lang, "row {row}: a quote is never closed", "第{row}行：引号没有结束"),
                both!(lang, "opened here", "起始于此"),
            ),
            // Rows are cases of `message`.
            _ => Message::default(),
        }
    }
}

fn field(row: usize, column: &str, value: &str, wanted: &CsvWanted, lang: Lang) -> Message {
    let allowed = wanted_words(wanted, lang);
    let title = match value.is_empty() {
        true => both!(lang, "row {row}, column `{column}`: the field is empty", "第{row}行`{column}`列：字段为空"),
        false => both!(
            lang,
            "row {row}, column `{column}`: \"{value}\" is not allowed",
            "第{row}行`{column}`列：不能写“{value}”"
        ),
    };
    let message = Message::new(title, both!(lang, "should be {allowed}", "应为{allowed}"));
    match wanted {
        CsvWanted::Name { nearest: Some(nearest), .. } | CsvWanted::Word { nearest: Some(nearest), .. } => {
            message.help(both!(lang, "did you mean `{nearest}`?", "是否想写`{nearest}`？"))
        }
        CsvWanted::Yuan(_) if value.contains('万') => message.help(both!(
            lang,
            "write the amount in yuan, or head the column with `（万元）`",
            "请改以元为单位填写，或在表头注明（万元）"
        )),
        CsvWanted::Number(range) => {
            message.maybe(value.trim().parse().ok().and_then(|value| percent_hint(value, *range, lang)))
        }
        _ => message,
    }
}

/// Names in the language of the message.
fn in_language(names: &[(&'static str, &'static str)], lang: Lang) -> Vec<&'static str> {
    names.iter().map(|(en, zh)| lang.pick(*en, *zh)).collect()
}

fn wanted_words(wanted: &CsvWanted, lang: Lang) -> String {
    match wanted {
        CsvWanted::Text => both!(lang, "some text", "文字"),
        CsvWanted::Whole(range) => kind_words(Kind::Whole(*range), lang),
        CsvWanted::Number(range) => number_words(*range, lang),
        CsvWanted::Yuan(range) => {
            let number = number_words(*range, lang);
            both!(lang, "{number}, in yuan", "{number}（元）")
        }
        CsvWanted::Month => {
            both!(lang, "a month, such as 2016-03 or 2016-03-15", "月份或日期，如2016-03、2016年3月15日")
        }
        CsvWanted::Word { allowed, .. } => {
            let allowed = listed(&in_language(allowed, lang), lang);
            both!(lang, "one of {allowed}", "下列之一：{allowed}")
        }
        CsvWanted::Name { allowed, .. } => {
            let allowed = listed(allowed, lang);
            both!(lang, "one of {allowed}", "下列之一：{allowed}")
        }
    }
}
