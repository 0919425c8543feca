//! What clap has to say, in the user's language.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::text::Lang;
use crate::text::words::{common, usage as words};

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
        Lang::Zh => sentences(error, lang).unwrap_or_else(|| error.render().to_string()),
        Lang::En => error.render().to_string(),
    };
    print::to_stderr(&text);
    ExitCode::from(2)
}

/// The mistakes that users make, from clap's facts; `None` leaves it to clap's own words.
fn sentences(error: &clap::Error, lang: Lang) -> Option<String> {
    let fact = |kind| error.get(kind).map(|value| shown(value, lang));
    let argument = fact(ContextKind::InvalidArg).unwrap_or_default();
    let value = fact(ContextKind::InvalidValue).unwrap_or_default();
    let sentence = match error.kind() {
        ErrorKind::UnknownArgument => words::unknown_argument(lang, argument),
        ErrorKind::InvalidSubcommand => words::unknown_command(lang, fact(ContextKind::InvalidSubcommand)?),
        ErrorKind::InvalidValue if value.is_empty() => words::lacks_value(lang, argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            words::wrong_value(lang, argument, value, wanted(error, lang))
        }
        ErrorKind::MissingRequiredArgument => words::lacks_argument(lang, argument),
        ErrorKind::MissingSubcommand => words::lacks_command(lang).to_owned(),
        ErrorKind::ArgumentConflict => words::conflict(lang, argument),
        ErrorKind::TooManyValues => words::too_many_values(lang, argument, value),
        _ => return None,
    };
    let mut text = words::error(lang, sentence);
    if let Some(allowed) = fact(ContextKind::ValidValue) {
        text.push_str(&words::allowed(lang, allowed));
    }
    let suggestion = fact(ContextKind::SuggestedArg).or_else(|| fact(ContextKind::SuggestedSubcommand));
    if let Some(suggestion) = suggestion.or_else(|| fact(ContextKind::SuggestedValue)) {
        text.push_str(&words::suggestion(lang, suggestion));
    }
    text.push_str(words::more(lang));
    Some(text)
}

/// What a number had to be, from the words of the parser that refused it; nothing if they say something else.
fn wanted(error: &clap::Error, lang: Lang) -> String {
    let why = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    let range = why.split_once(" is not in ").and_then(|(_, range)| range.split_once("..="));
    match range {
        Some((low, high)) if high.len() > 9 => words::whole_from(lang, low),
        Some((low, high)) => words::whole_between(lang, low, high),
        None if why.contains("invalid digit") => words::whole(lang).to_owned(),
        None => String::new(),
    }
}

fn shown(value: &ContextValue, lang: Lang) -> String {
    match value {
        ContextValue::String(one) => one.clone(),
        ContextValue::Strings(many) => many.join(common::comma(lang)),
        ContextValue::Number(number) => number.to_string(),
        ContextValue::StyledStr(styled) => styled.to_string(),
        _ => String::new(),
    }
}
