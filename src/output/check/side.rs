//! What was found, or where, in both languages.

use crate::output::OutputError;
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

    pub(super) fn bytes(bytes: u64) -> Side {
        Side::new(format!("{bytes} bytes"), format!("{bytes}字节"))
    }

    pub(super) fn lines(lines: usize) -> Side {
        Side::new(format!("{lines} lines"), format!("{lines}行"))
    }

    pub(super) fn rows(rows: usize) -> Side {
        Side::new(format!("{rows} rows"), format!("{rows}行"))
    }

    pub(super) fn replication(number: u32) -> Side {
        Side::new(format!("replication {number}"), format!("第{number}号模拟"))
    }

    pub(super) fn end_of_table() -> Side {
        Side::new("the end of the table", "表已结束")
    }
}

/// A number or a name, the same in every language.
impl From<String> for Side {
    fn from(text: String) -> Side {
        Side { zh: text.clone(), en: text }
    }
}

/// Why a file or a table could not be read.
impl From<&OutputError> for Side {
    fn from(error: &OutputError) -> Side {
        let zh = match error {
            OutputError::Io { source, .. } | OutputError::DiskFull { source, .. } => match source.kind() {
                ErrorKind::NotFound => "文件不存在".to_owned(),
                ErrorKind::PermissionDenied => "没有读取权限".to_owned(),
                _ => format!("无法读取（“{source}”）"),
            },
            OutputError::OutsideFolder { .. } => "路径指向文件夹之外".to_owned(),
            OutputError::Damaged { path } => format!("{}已损坏", path.display()),
            OutputError::NoColumn { path, id } => format!("{}缺少{id}列", path.display()),
            OutputError::Table { path, reason } => format!("{}无法读取（“{reason}”）", path.display()),
            other => format!("“{other}”"),
        };
        Side::new(error.to_string(), zh)
    }
}

impl Serialize for Side {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.en)
    }
}
