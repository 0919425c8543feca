//! Files in words.

use super::{Message, both, syntax};
use crate::scenario::mistake::FileMistake;
use crate::text::{Lang, system_kind_words};

impl FileMistake {
    pub(super) fn message(&self, lang: Lang) -> Message {
        match self {
            FileMistake::Syntax { what, expected, wide } => syntax_message(what, expected.as_deref(), *wide, lang),
            FileMistake::NumberTooLong => Message::new(
                both!(lang, "the number has too many digits", "数字位数过多"),
                both!(lang, "at most 18 digits", "最多18位"),
            ),
            FileMistake::Missing { path, nearest } => Message::new(
                both!(lang, "file `{path}` does not exist", "文件`{path}`不存在"),
                both!(lang, "named here", "在此处引用"),
            )
            .help(match nearest {
                Some(nearest) => {
                    both!(lang, "there is a file `{nearest}` in the same directory", "同一目录中有文件`{nearest}`")
                }
                None => both!(
                    lang,
                    "a path in a file starts from that file's directory, one on the command line from the current directory",
                    "文件中的路径以该文件所在目录为准，命令行中的路径以当前目录为准"
                ),
            }),
            FileMistake::Unreadable { path, reason } => {
                let reason = system_kind_words(*reason, lang);
                Message::new(
                    both!(lang, "file `{path}` cannot be read: {reason}", "无法读取文件`{path}`：{reason}"),
                    both!(lang, "named here", "在此处引用"),
                )
            }
            FileMistake::NotUtf8 { path, line } => not_utf8(path, *line, lang),
            FileMistake::Utf16 { path } => Message::new(
                both!(lang, "file `{path}` is UTF-16 (Unicode text)", "文件`{path}`是UTF-16编码（Unicode文本）"),
                both!(lang, "named here", "在此处引用"),
            )
            .help(save_as(lang)),
            FileMistake::NoEncoding { path, line, byte } => Message::new(
                both!(
                    lang,
                    "file `{path}`, row {line}: byte {byte:#04x} is text neither in UTF-8 nor in GB18030",
                    "文件`{path}`第{line}行：字节{byte:#04x}既不是UTF-8也不是GB18030（GBK）文字"
                ),
                both!(lang, "named here", "在此处引用"),
            )
            .help(save_as(lang)),
            FileMistake::Cycle { chain } => {
                let chain = chain.join(" → ");
                Message::new(
                    both!(lang, "the files extend one another in a circle: {chain}", "文件之间循环继承：{chain}"),
                    both!(lang, "this file is already being read", "该文件正在读取中"),
                )
                .help(both!(lang, "remove one `extends`", "请去掉其中一个`extends`"))
            }
            FileMistake::TooDeep { most } => Message::new(
                both!(lang, "more than {most} files extend one another", "继承层数超过{most}层"),
                both!(lang, "one file too many", "此处超出"),
            ),
        }
    }
}

fn save_as(lang: Lang) -> String {
    both!(
        lang,
        "save it again as CSV; in Excel choose “CSV UTF-8 (comma delimited)”",
        "请重新另存为CSV；在Excel中选择“CSV UTF-8（逗号分隔）”"
    )
}

fn not_utf8(path: &str, line: usize, lang: Lang) -> Message {
    Message::new(
        both!(lang, "file `{path}` is not UTF-8 text (line {line})", "文件`{path}`不是UTF-8编码（第{line}行）"),
        both!(lang, "named here", "在此处引用"),
    )
    .help(both!(
        lang,
        "save it as UTF-8; in Excel choose “CSV UTF-8 (comma delimited)”",
        "请另存为UTF-8编码；在Excel中选择“CSV UTF-8（逗号分隔）”"
    ))
}

fn syntax_message(what: &str, expected: Option<&str>, wide: Option<char>, lang: Lang) -> Message {
    let message = match lang {
        Lang::En => Message::new(
            format!("not valid TOML: {what}"),
            expected.map(|e| format!("expected {e}")).unwrap_or_default(),
        ),
        Lang::Zh => Message::new(
            format!("TOML语法错误：{}", syntax::phrase(what)),
            expected.map(|e| format!("此处应为{}", syntax::expected(e))).unwrap_or_default(),
        ),
    };
    match wide {
        Some(sign) => message.help(both!(
            lang,
            "`{sign}` is a full-width sign: write the ASCII one",
            "`{sign}`是全角符号，请改为半角符号"
        )),
        None => message.maybe(hint(what, lang)),
    }
}

fn hint(what: &str, lang: Lang) -> Option<String> {
    match what {
        "duplicate key" => Some(both!(lang, "keep one of the two", "请只保留一个")),
        "string values must be quoted" => Some(both!(lang, "put text in quotes: \"…\"", "请给文字加上英文引号：\"…\"")),
        "invalid unquoted key" | "invalid key-value pair" => Some(both!(
            lang,
            "a line is `key = value`, with ASCII signs = \" , [ ]",
            "每行应为“键=值”，符号须用半角= \" , [ ]"
        )),
        _ => None,
    }
}
