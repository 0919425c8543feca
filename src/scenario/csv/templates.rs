//! Templates of the tables and their description, from the declarations that the readers use.

use std::fmt::Write;

use super::columns::{Column, KNOWN_NAMES, MODES, STATUSES, Takes, Word};
use super::write::line;
use super::{ledger, organisations, roster};
use crate::scenario::keys::{Kind, Range};
use crate::scenario::words::{kind_words, number_words};
use crate::text::Lang;

/// A file beside a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Its name.
    pub name: &'static str,
    /// Its text, with the byte order mark by which Excel knows a table for UTF-8.
    pub text: String,
}

/// The byte order mark.
pub const BOM: char = '\u{feff}';

/// The tables: file of the template, title, columns.
const TABLES: [(&str, [&str; 2], &[Column]); 3] = [
    ("roster-template.csv", ["Roster of households", "农户名册"], roster::COLUMNS),
    ("organisations-template.csv", ["List of organisations", "扶贫经济组织名单"], organisations::COLUMNS),
    ("ledger-template.csv", ["Loan ledger", "存量贷款台账"], ledger::COLUMNS),
];

/// Templates of all tables, two rows each, and the file that describes them.
pub fn templates(lang: Lang) -> Vec<Template> {
    let mut files: Vec<Template> = TABLES.iter().map(|(name, _, columns)| template(name, columns, lang)).collect();
    files.push(Template { name: "README-templates.md", text: description(lang) });
    files
}

fn template(name: &'static str, columns: &[Column], lang: Lang) -> Template {
    let row =
        |number: usize| columns.iter().map(move |column| lang.pick(column.examples[0], column.examples[1])[number]);
    let mut text = BOM.to_string();
    text.push_str(&line(columns.iter().map(|column| column.heading(lang).to_owned())));
    for number in 0..2 {
        text.push_str(&line(row(number).map(str::to_owned)));
    }
    Template { name, text }
}

/// Every column of every table: names, meaning, unit, what it takes, whether it is needed.
fn description(lang: Lang) -> String {
    let mut out = lang.pick(HEAD_EN, HEAD_ZH).to_owned();
    for (file, title, columns) in &TABLES {
        let _ = writeln!(out, "\n## {} (`{file}`)\n", lang.pick(title[0], title[1]));
        out.push_str(lang.pick(
            "| column | in Chinese | meaning | unit | takes | needed | also read as |\n|---|---|---|---|---|---|---|\n",
            "| 列 | 英文列名 | 含义 | 单位 | 可填 | 是否必需 | 也认作 |\n|---|---|---|---|---|---|---|\n",
        ));
        for column in *columns {
            let other = if lang == Lang::En { column.zh } else { column.name };
            let _ = writeln!(
                out,
                "| {} | {other} | {} | {} | {} | {} | {} |",
                column.heading(lang),
                lang.pick(column.meaning[0], column.meaning[1]),
                unit(column.takes, lang),
                takes(column.takes, lang),
                if column.needed { lang.pick("yes", "必需") } else { lang.pick("no", "可省") },
                column.also.join(lang.pick(", ", "、")),
            );
        }
    }
    out.push_str(&words(lang));
    out
}

fn unit(takes: Takes, lang: Lang) -> &'static str {
    match takes {
        Takes::Yuan(_) => {
            lang.pick("yuan; 10,000 yuan if the heading ends in （万元）", "元；表头注明（万元）则为万元")
        }
        Takes::Share => lang.pick("share, or percent with its sign", "比例，或带 % 的百分数"),
        Takes::Month => lang.pick("month", "月"),
        _ => lang.pick("–", "—"),
    }
}

fn takes(takes: Takes, lang: Lang) -> String {
    match takes {
        Takes::Text => lang.pick("text", "文字").to_owned(),
        Takes::Name => lang.pick("a name", "名称").to_owned(),
        Takes::Whole(range) => kind_words(Kind::Whole(range), lang),
        Takes::Number(range) | Takes::Yuan(range) => number_words(range, lang),
        Takes::Share => number_words(Range::SHARE, lang),
        Takes::Month => lang
            .pick(
                "2016-03, 2016-03-15, 2016/3/15, 2016年3月15日, 20160315",
                "2016-03、2016-03-15、2016/3/15、2016年3月15日、20160315",
            )
            .to_owned(),
        Takes::Mode => choices(&MODES, lang),
        Takes::Status => choices(&STATUSES, lang),
    }
}

fn choices(words: &[Word], lang: Lang) -> String {
    words.iter().map(|word| lang.pick(word.0, word.1)).collect::<Vec<_>>().join(lang.pick(", ", "、"))
}

/// Words that stand for one another.
fn words(lang: Lang) -> String {
    let mut out = lang
        .pick(
            "\n## Words\n\n| in English | in Chinese | also |\n|---|---|---|\n",
            "\n## 词语对照\n\n| 英文 | 中文 | 也可写 |\n|---|---|---|\n",
        )
        .to_owned();
    for word in MODES.iter().chain(&STATUSES).chain(&KNOWN_NAMES) {
        let _ = writeln!(out, "| {} | {} | {} |", word.0, word.1, word.2.join(lang.pick(", ", "、")));
    }
    out
}

const HEAD_EN: &str = "\
# Data files of a county

Each template has two rows that show how it is filled in; replace them. In the scenario file:

```toml
[world]
ledger = \"ledger.csv\"              # loans that run at the start

[world.population]
roster = \"roster.csv\"              # households, instead of synthesised ones

[world.organisations]
file = \"organisations.csv\"         # organisations, instead of a number of them
```

* Files are CSV in UTF-8 or in GB18030 (what Excel in Chinese writes), separated by commas, semicolons or tabs.
  \"Unicode text\" (UTF-16) and .xlsx are not read: save as \"CSV UTF-8\".
* Headings and words may be English or Chinese; columns may stand in any order. Columns of other names are refused, so
  that a misspelt heading is noticed; `note` is free.
* Amounts may have thousands separators and the sign 元. `5万` is refused: head the column 本金（万元） instead.
* Names of households and organisations join the files: use the same identifiers. Personal names are not needed.
* `lendmix check FILE` lists every broken row with its column, its value and what is allowed.
";

const HEAD_ZH: &str = "\
# 县级数据文件

每个模板有两行示例，请替换为本县数据。在方案文件中引用：

```toml
[world]
ledger = \"ledger.csv\"              # 期初存量贷款

[world.population]
roster = \"roster.csv\"              # 农户名册，代替合成农户

[world.organisations]
file = \"organisations.csv\"         # 经济组织名单，代替随机生成
```

* 文件为 CSV，编码为 UTF-8 或 GB18030（中文版 Excel 默认写出的格式），以逗号、分号或制表符分隔。
  不读取“Unicode 文本”（UTF-16）和 .xlsx：请另存为“CSV UTF-8”。
* 表头和取值可用中文或英文，列的先后不限。不认识的列会被拒绝，以免写错的表头被忽略；“备注”列可随意填写。
* 金额可带千位分隔符和“元”。“5万”会被拒绝：请改以元填写，或将表头写作“本金（万元）”。
* 各文件以户编号和组织名称相互对应，请保持一致。不需要个人姓名。
* `lendmix check 文件` 会列出每一处错误的行、列、取值和允许的写法。
";
