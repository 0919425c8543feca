//! What clap has to say, in the user's language.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::text::Lang;

use super::print;

/// Prints help, version or a mistake in the arguments; returns the exit code.
pub fn report(error: &clap::Error, lang: Lang) -> ExitCode {
    let asked_for = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    if asked_for {
        // Help that cannot be printed has no other place to go.
        return if print::to_stdout(&error.render().to_string()).is_ok() {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        };
    }
    let text = match lang {
        Lang::Zh => in_chinese(error).unwrap_or_else(|| error.render().to_string()),
        Lang::En => error.render().to_string(),
    };
    print::to_stderr(&text);
    ExitCode::from(2)
}

/// The mistakes that users make, from clap's facts; `None` leaves it to clap's own words.
fn in_chinese(error: &clap::Error) -> Option<String> {
    let fact = |kind| error.get(kind).map(words);
    let argument = fact(ContextKind::InvalidArg).unwrap_or_default();
    let value = fact(ContextKind::InvalidValue).unwrap_or_default();
    let sentence = match error.kind() {
        ErrorKind::UnknownArgument => format!("没有“{argument}”这个参数"),
        ErrorKind::InvalidSubcommand => format!("没有“{}”这个命令", fact(ContextKind::InvalidSubcommand)?),
        ErrorKind::InvalidValue if value.is_empty() => format!("参数“{argument}”缺少值"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("参数“{argument}”不能取“{value}”{}", wanted(error))
        }
        ErrorKind::MissingRequiredArgument => format!("缺少必需的参数：{argument}"),
        ErrorKind::MissingSubcommand => {
            "缺少命令：run、compare、map、solve（fund、leverage、payout、mix）、check、check-run、selftest、init、roster、example、explain、groups、plot、verify、reproduce、list、record、fit、schema"
                .to_string()
        }
        ErrorKind::ArgumentConflict => format!("参数“{argument}”重复或互相冲突"),
        ErrorKind::TooManyValues => format!("参数“{argument}”多出了值“{value}”"),
        _ => return None,
    };
    let mut text = format!("错误：{sentence}\n");
    if let Some(allowed) = fact(ContextKind::ValidValue) {
        text.push_str(&format!("  可取：{allowed}\n"));
    }
    let suggestion = fact(ContextKind::SuggestedArg).or_else(|| fact(ContextKind::SuggestedSubcommand));
    if let Some(suggestion) = suggestion.or_else(|| fact(ContextKind::SuggestedValue)) {
        text.push_str(&format!("  是不是想写：{suggestion}\n"));
    }
    text.push_str("\n用 lendmix --help 或 lendmix <命令> --help 查看用法。\n");
    Some(text)
}

/// What a number had to be, from the words of the parser that refused it; nothing if they say something else.
fn wanted(error: &clap::Error) -> String {
    let why = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    let range = why.split_once(" is not in ").and_then(|(_, range)| range.split_once("..="));
    match range {
        Some((low, high)) if high.len() > 9 => format!("：应为不小于 {low} 的整数"),
        Some((low, high)) => format!("：应为 {low} 至 {high} 的整数"),
        None if why.contains("invalid digit") => "：应为整数".to_owned(),
        None => String::new(),
    }
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(one) => one.clone(),
        ContextValue::Strings(many) => many.join("、"),
        ContextValue::Number(number) => number.to_string(),
        ContextValue::StyledStr(styled) => styled.to_string(),
        _ => String::new(),
    }
}
