//! What the TOML parser says, in Chinese. Its English is a fixed set of phrases; one that is new stays English.

/// Phrases of the parser with their translation.
const PHRASES: &[(&str, &str)] = &[
    ("duplicate key", "键重复"),
    ("string values must be quoted", "文字须加引号"),
    ("key with no value", "键没有值"),
    ("missing value for key", "键没有值"),
    ("missing value", "缺少值"),
    ("missing assignment between key-value pairs", "键与值之间缺少`=`"),
    ("extra `=`", "多余的`=`"),
    ("extra assignment between key-value pairs", "多余的`=`"),
    ("unexpected `=` in array", "列表中不应有`=`"),
    ("extra comma in array", "列表中有多余的逗号"),
    ("extra comma in inline table", "表中有多余的逗号"),
    ("missing comma between array elements", "列表各项之间缺少逗号"),
    ("missing comma between key-value pairs", "各键之间缺少逗号"),
    ("missing key for inline table element", "表中的值没有键"),
    ("unclosed array", "列表没有以`]`结束"),
    ("unclosed array table", "节标题没有以`]]`结束"),
    ("unclosed inline table", "表没有以`}`结束"),
    ("unclosed table", "节标题没有以`]`结束"),
    ("missing array opening", "列表缺少`[`"),
    ("missing table open", "节标题缺少`[`"),
    ("missing inline table opening", "表缺少`{`"),
    ("missing opening quote", "缺少起始引号"),
    ("unexpected content", "此处有多余的内容"),
    ("unexpected key or value", "此处不应有键或值"),
    ("unexpected leading zero", "数字不能以0开头"),
    ("unexpected sign", "此处不应有正负号"),
    ("redundant numeric sign", "多余的正负号"),
    ("invalid key-value pair", "不是有效的“键=值”"),
    ("invalid unquoted key", "不是有效的键名"),
    ("unquoted keys cannot be empty", "键名不能为空"),
    ("invalid value", "不是有效的值"),
    ("invalid comment character", "注释中有不允许的字符"),
    ("invalid inline table element", "表中有无效的内容"),
    ("invalid float", "不是有效的数值"),
    ("invalid integer number", "不是有效的整数"),
    ("invalid floating-point number", "不是有效的数值"),
    ("invalid datetime", "不是有效的日期"),
    ("invalid basic string", "文字缺少结束引号或含有不允许的字符"),
    ("invalid literal string", "文字缺少结束引号或含有不允许的字符"),
    ("`_` may only go between digits", "`_`只能写在数字之间"),
    ("carriage return must be followed by newline", "换行符不完整"),
];

/// Words for what was expected.
const EXPECTED: &[(&str, &str)] = &[
    ("key", "键"),
    ("value", "值"),
    ("newline", "换行"),
    ("nothing", "空"),
    ("digits", "数字"),
    ("letters", "字母"),
    ("numbers", "数字"),
    ("literal string", "单引号文字"),
    ("basic string", "双引号文字"),
];

/// A phrase of the parser in Chinese.
pub(super) fn phrase(english: &str) -> String {
    translated(PHRASES, english)
}

/// What the parser expected, in Chinese.
pub(super) fn expected(english: &str) -> String {
    english.split(", ").map(|part| translated(EXPECTED, part)).collect::<Vec<_>>().join("、")
}

fn translated(pairs: &[(&str, &str)], english: &str) -> String {
    pairs.iter().find(|(en, _)| *en == english).map_or_else(|| english.to_owned(), |(_, zh)| (*zh).to_owned())
}
