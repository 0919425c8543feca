//! What was found, or where, in both languages.

use crate::output::OutputError;
use crate::text::Lang;
use crate::text::words::run_sides as words;
use serde::{Serialize, Serializer};
use std::io::ErrorKind;

/// A number, a name or a few words about what was found; in JSON the English ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// English.
    pub en: String,
    /// Chinese.
    pub zh: String,
}

impl Side {
    /// Words in both languages.
    pub(super) fn new(en: impl Into<String>, zh: impl Into<String>) -> Side {
        Side { en: en.into(), zh: zh.into() }
    }

    /// Words of a message, which is told in both languages.
    pub(super) fn told<W: Into<String>>(message: impl Fn(Lang) -> W) -> Side {
        Side::new(message(Lang::En), message(Lang::Zh))
    }

    pub(super) fn bytes(bytes: u64) -> Side {
        Side::told(|lang| words::bytes(lang, bytes))
    }

    pub(super) fn lines(lines: usize) -> Side {
        Side::told(|lang| words::lines(lang, lines))
    }

    pub(super) fn rows(rows: usize) -> Side {
        Side::told(|lang| words::rows(lang, rows))
    }

    pub(super) fn replication(number: u32) -> Side {
        Side::told(|lang| words::replication(lang, number))
    }

    pub(super) fn end_of_table() -> Side {
        Side::told(words::end_of_table)
    }
}

/// A number or a name, the same in every language.
impl From<String> for Side {
    fn from(text: String) -> Side {
        Side { zh: text.clone(), en: text }
    }
}

/// Why a file or a table could not be read; in English the error says it itself.
impl From<&OutputError> for Side {
    fn from(error: &OutputError) -> Side {
        let lang = Lang::Zh;
        let zh = match error {
            OutputError::Io { source, .. } | OutputError::DiskFull { source, .. } => match source.kind() {
                ErrorKind::NotFound => words::not_there(lang).to_owned(),
                ErrorKind::PermissionDenied => words::may_not_read(lang).to_owned(),
                _ => words::cannot_read(lang, source),
            },
            OutputError::OutsideFolder { .. } => words::outside(lang).to_owned(),
            OutputError::Damaged { path } => words::damaged(lang, path.display()),
            OutputError::NoColumn { path, id } => words::no_column(lang, path.display(), id),
            OutputError::Table { path, reason } => words::cannot_read_table(lang, path.display(), reason),
            other => words::other(lang, other),
        };
        Side::new(error.to_string(), zh)
    }
}

impl Serialize for Side {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.en)
    }
}
