//! Rows of a loan ledger in words.

use super::{Message, both, plain};
use crate::scenario::mistake::LedgerMistake;
use crate::text::Lang;

/// What is wrong with a row, with what stands there and what could.
pub(super) fn message(row: usize, column: &str, value: &str, wrong: &LedgerMistake, lang: Lang) -> Message {
    let (what, label) = dates(wrong, lang).or_else(|| amounts(wrong, lang)).unwrap_or_else(|| names(wrong, lang));
    let title = match value.is_empty() {
        true => both!(lang, "row {row}, column `{column}`: {what}", "第{row}行`{column}`列：{what}"),
        false => {
            both!(lang, "row {row}, column `{column}`: \"{value}\": {what}", "第{row}行`{column}`列“{value}”：{what}")
        }
    };
    Message::new(title, label).maybe(help(wrong, lang))
}

fn dates(wrong: &LedgerMistake, lang: Lang) -> Option<(String, String)> {
    Some(match wrong {
        LedgerMistake::NotBeforeStart { start } => (
            both!(lang, "granted in the run, which starts in {start}", "发放日期不早于模拟起点{start}"),
            both!(lang, "should be before {start}", "应早于{start}"),
        ),
        LedgerMistake::DueBeforeGrant { grant } => (
            both!(lang, "due before the loan was a month old (granted in {grant})", "到期日期不晚于发放日期{grant}"),
            both!(lang, "should be after {grant}", "应晚于{grant}"),
        ),
        LedgerMistake::PerformingPastDue { start } => (
            both!(
                lang,
                "past due at the start, {start}, but the loan is performing",
                "早于模拟起点{start}，状态却为正常"
            ),
            both!(lang, "should be {start} or later", "应不早于{start}"),
        ),
        LedgerMistake::NotYetDue { start } => (
            both!(
                lang,
                "not yet due at the start, {start}, but the loan is in default",
                "不早于模拟起点{start}，状态却为逾期或已代偿"
            ),
            both!(lang, "should be before {start}", "应早于{start}"),
        ),
        _ => return None,
    })
}

fn amounts(wrong: &LedgerMistake, lang: Lang) -> Option<(String, String)> {
    Some(match wrong {
        LedgerMistake::AbovePrincipal { principal } => {
            let principal = plain(principal.yuan());
            (
                both!(lang, "more is owed than was lent ({principal})", "余额大于本金{principal}"),
                both!(lang, "should be at most {principal}", "应不大于{principal}"),
            )
        }
        LedgerMistake::NothingOwed => (
            both!(lang, "nothing is owed, but the loan is not repaid", "余额为零，状态却不是已结清"),
            both!(lang, "should be above 0", "应大于0"),
        ),
        LedgerMistake::RepaidAndOwed => (
            both!(lang, "something is owed, but the loan is repaid", "状态为已结清，余额却不为零"),
            both!(lang, "should be 0 or empty", "应为0或留空"),
        ),
        LedgerMistake::LossMissing => (
            both!(
                lang,
                "a loss given default is needed beside the probability: cash decides the losses of this mode",
                "填写违约概率时还须填写违约损失率：该模式的损失由现金流决定"
            ),
            both!(lang, "should be a number from 0 to 1", "应为介于0与1之间的数值"),
        ),
        _ => return None,
    })
}

fn names(wrong: &LedgerMistake, lang: Lang) -> (String, String) {
    match wrong {
        LedgerMistake::NotInRoster { .. } => (
            both!(lang, "no household of the roster", "名册中没有这一户"),
            both!(lang, "should be an identifier of the roster", "应为名册中的户编号"),
        ),
        LedgerMistake::Synthesised { households } => (
            both!(
                lang,
                "the number of a synthesised household (1 to {households})",
                "与合成农户的编号（1至{households}）相同"
            ),
            both!(lang, "should be another identifier", "应改用其他编号"),
        ),
        LedgerMistake::OtherHome { known } => (
            both!(lang, "the household lives in {known}", "该户在“{known}”"),
            both!(lang, "should be {known}", "应为“{known}”"),
        ),
        LedgerMistake::NoOrganisation => (
            both!(lang, "a self-directed loan has no organisation", "自主贷款没有用款组织"),
            both!(lang, "should be empty", "应留空"),
        ),
        // Dates and amounts have their own words.
        _ => (
            both!(lang, "a pooled loan needs its organisation", "分贷统用统还贷款须注明用款组织"),
            both!(lang, "should be the name of an organisation", "应为经济组织名称"),
        ),
    }
}

fn help(wrong: &LedgerMistake, lang: Lang) -> Option<String> {
    match wrong {
        LedgerMistake::NotInRoster { nearest: Some(nearest) } => {
            Some(both!(lang, "did you mean `{nearest}`?", "是否想写`{nearest}`？"))
        }
        LedgerMistake::Synthesised { .. } => Some(both!(
            lang,
            "put a letter before the number (L42), name a roster, or write `households = 0`",
            "请在编号前加字母（如L42），或使用农户名册，或写`households = 0`"
        )),
        LedgerMistake::NotYetDue { .. } => Some(both!(
            lang,
            "for a loan that was called early write the date on which it was called",
            "提前收回的贷款请填写宣布到期的日期"
        )),
        _ => None,
    }
}
