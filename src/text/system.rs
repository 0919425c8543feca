//! Why the system refused, in the reader's language.

use std::io::{Error, ErrorKind};

use super::Lang;
use super::words::checks as words;

/// The words for an error of the system: English as the system has them; Chinese of the common kinds, else the
/// system's own in quotes.
///
/// ```
/// # use lendmix::text::{Lang, system_words};
/// # use std::io::{Error, ErrorKind};
/// assert_eq!(system_words(&Error::from(ErrorKind::NotFound), Lang::Zh), "不存在");
/// assert_eq!(system_words(&Error::other("odd"), Lang::Zh), "系统提示“odd”");
/// assert_eq!(system_words(&Error::other("odd"), Lang::En), "odd");
/// ```
pub fn system_words(error: &Error, lang: Lang) -> String {
    match (lang, of_kind(error.kind(), lang)) {
        (Lang::Zh, Some(words)) => words.to_owned(),
        _ => words::in_its_words(lang, error),
    }
}

/// The words for a kind of error of which nothing else is known.
pub fn system_kind_words(kind: ErrorKind, lang: Lang) -> String {
    of_kind(kind, lang).map_or_else(|| words::in_its_words(lang, kind), str::to_owned)
}

fn of_kind(kind: ErrorKind, lang: Lang) -> Option<&'static str> {
    Some(match kind {
        ErrorKind::NotFound => words::not_found(lang),
        ErrorKind::PermissionDenied => words::permission_denied(lang),
        ErrorKind::StorageFull => words::no_space(lang),
        ErrorKind::QuotaExceeded => words::quota(lang),
        ErrorKind::IsADirectory => words::is_a_folder(lang),
        ErrorKind::NotADirectory => words::not_a_folder(lang),
        ErrorKind::AlreadyExists => words::exists_already(lang),
        ErrorKind::ReadOnlyFilesystem => words::read_only(lang),
        _ => return None,
    })
}
