//! Documents that are made from the code stay in step with it. `LENDMIX_WRITE_DOCS=1 cargo test --release docs` writes them.

use std::path::Path;

use lendmix::metrics::{
    Column, GROUP_COLUMNS, GROUP_KEYS, KeyColumn, MONTH_COLUMNS, MONTH_KEYS, REPLICATION_COLUMNS, REPLICATION_KEYS,
    TOWNSHIP_COLUMNS, TOWNSHIP_KEYS,
};
use lendmix::scenario::reference_rows;
use lendmix::text::Lang;

fn table<R>(name: &str, keys: &[KeyColumn], columns: &[Column<R>]) -> String {
    let mut text = format!("\n## {name}\n\n| column | unit | meaning | 单位 | 含义 |\n|---|---|---|---|---|\n");
    let mut row = |id: &str, unit: lendmix::metrics::Unit, en: &str, zh: &str| {
        text.push_str(&format!("| `{id}` | {} | {en} | {} | {zh} |\n", unit.en(), unit.zh()));
    };
    keys.iter().for_each(|key| row(key.id, key.unit, key.en, key.zh));
    columns.iter().for_each(|column| row(column.id, column.unit, column.en, column.zh));
    text
}

#[test]
fn the_page_of_columns_is_in_step() {
    let mut page = String::from(
        "# Columns of the tables of a run\n\nMade from the code (`src/metrics`), as are `lendmix list columns` and the metadata of the Parquet files.\n\
         Missing values are null, never zero. 缺失值为空，绝不写作零。\n",
    );
    page.push_str(&table("replications.parquet", &REPLICATION_KEYS, &REPLICATION_COLUMNS));
    page.push_str(&table("months.parquet", &MONTH_KEYS, &MONTH_COLUMNS));
    page.push_str(&table("townships.parquet", &TOWNSHIP_KEYS, &TOWNSHIP_COLUMNS));
    page.push_str(&table("groups.parquet", &GROUP_KEYS, &GROUP_COLUMNS));
    in_step("docs/columns.md", &page);
}

#[test]
fn the_page_of_keys_is_in_step() {
    let mut page = String::from(KEYS_HEAD);
    let base = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/daoxian-2016.toml"));
    for row in reference_rows(&base.unwrap()) {
        let cell = |text: &str| if text.is_empty() { String::new() } else { format!("`{}`", text.replace('|', "\\|")) };
        let both = |en: &str, zh: &str| if en == zh { en.to_owned() } else { format!("{en} {zh}") };
        let value = row.value.as_deref().map_or("–".to_owned(), cell);
        page.push_str(&format!(
            "| `{}` | {} | {} | {} | {value} | {} | {} |\n",
            row.path,
            both(row.unit(Lang::En), row.unit(Lang::Zh)),
            cell(&row.allowed()),
            both(&row.absence(Lang::En), &row.absence(Lang::Zh)),
            row.key.sense(Lang::En),
            row.key.sense(Lang::Zh),
        ));
    }
    in_step("docs/keys.md", &page);
}

/// How to read the table of keys.
const KEYS_HEAD: &str = "\
# Keys of a scenario file

Made from the declarations that the reader checks (`src/scenario/keys`), as are `lendmix list keys`, `lendmix list levers`
(what the county decides) and `lendmix schema` (a JSON Schema for editors). 本页由程序生成，与读取方案时的检查同源。

* Key: `*` stands for a name that the file chooses, `[]` for an element of a list. 键：`*` 为自取的名称，`[]` 为列表中的一项。
* Allowed: `[0, 1)` is an interval whose round end is outside, `∩ ℤ` whole numbers, `·` separates alternatives, `law` a
  distribution (`lendmix list distributions`). 可写：圆括号一端不含在内，`∩ ℤ` 为整数，`·` 分隔可选写法，`law` 为分布。
* If absent: what absence means, or \"required\" in a table that is written. Loans below 10 yuan are taken for 万元 and refused.
  不写时：不写的含义；“必填”指该表写了就必须有。
* Base case: what `scenarios/daoxian-2016.toml` sets; several industries or organisation types by `·`; – where it sets nothing.
  基准值：基准方案中的值；多个产业或类型以 `·` 分隔；– 表示未设。

| key 键 | unit 单位 | allowed 可写 | if absent 不写时 | base case 基准值 | meaning | 含义 |
|---|---|---|---|---|---|---|
";

fn in_step(path: &str, page: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("LENDMIX_WRITE_DOCS").is_some() {
        std::fs::write(&path, page).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == page, "{} is not in step: LENDMIX_WRITE_DOCS=1 cargo test --release docs", path.display());
}

/// The two READMEs name the same commands, files and figures.
#[test]
fn the_readmes_agree() {
    let read = |name: &str| std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap();
    let (english, chinese) = (read("README.md"), read("README.zh-CN.md"));
    for text in [&english, &chinese] {
        assert!(text.contains("cargo run --release -- run scenarios/daoxian-2016.toml"));
        assert!(text.contains("cargo test --release\n"));
    }
    let commands = |text: &str| -> Vec<String> {
        let words = text.lines().filter(|line| line.starts_with("lendmix ") || line.starts_with("cargo "));
        words.map(|line| line.split('#').next().unwrap_or_default().trim().to_string()).collect()
    };
    assert_eq!(commands(&english), commands(&chinese));
}

/// What the READMEs show is what the program prints (all but the seconds it took).
#[test]
fn the_readmes_show_what_the_program_prints() {
    for (name, lang) in [("README.md", "en"), ("README.zh-CN.md", "zh")] {
        shows(name, "answer", "run scenarios/daoxian-2016.toml", &base_case(lang));
        shows(name, "mistake", "check my-county.toml", &broken_scenario(lang));
    }
}

/// The README's first command, with its picture kept where documents are written.
fn base_case(lang: &str) -> String {
    let folder = tempfile::TempDir::new().unwrap();
    copy_base_case(folder.path());
    let output = lendmix(folder.path(), &["run", "scenarios/daoxian-2016.toml", "--tables", "none", "--lang", lang]);
    if std::env::var_os("LENDMIX_WRITE_DOCS").is_some() {
        let picture = folder.path().join("outputs/daoxian-2016/charts/fund-balance.png");
        let shown = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/images/fund-balance-{lang}.png"));
        std::fs::copy(picture, shown).unwrap();
        keep_decision_card(folder.path(), lang);
    }
    let text = String::from_utf8(output.stdout).unwrap();
    let footer = text.rfind("\n\n").unwrap();
    text[..footer].to_string()
}

/// The decision card of the README's first command, where there is a browser to draw it.
#[cfg(unix)]
fn keep_decision_card(folder: &Path, lang: &str) {
    match crate::browser::picture_of_card(folder, &folder.join("outputs/daoxian-2016/report.html")) {
        Some(picture) => {
            let shown = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/images/decision-card-{lang}.png"));
            std::fs::write(shown, picture).unwrap();
        }
        None => println!("the decision card was not drawn: no browser"),
    }
}

#[cfg(not(unix))]
fn keep_decision_card(_: &Path, _: &str) {}

fn broken_scenario(lang: &str) -> String {
    let folder = tempfile::TempDir::new().unwrap();
    copy_base_case(folder.path());
    let text = "extends = \"scenarios/daoxian-2016.toml\"\n\n[policy.fund]\nleverage = 8\n\n[policy.lending]\ncredit_line_share = 95\n";
    std::fs::write(folder.path().join("my-county.toml"), text).unwrap();
    let output = lendmix(folder.path(), &["check", "my-county.toml", "--lang", lang]);
    assert_eq!(output.status.code(), Some(2));
    String::from_utf8(output.stderr).unwrap().trim_end().to_string()
}

fn copy_base_case(folder: &Path) {
    std::fs::create_dir(folder.join("scenarios")).unwrap();
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/daoxian-2016.toml");
    std::fs::copy(base, folder.join("scenarios/daoxian-2016.toml")).unwrap();
}

fn lendmix(folder: &Path, arguments: &[&str]) -> std::process::Output {
    std::process::Command::new(env!("CARGO_BIN_EXE_lendmix")).current_dir(folder).args(arguments).output().unwrap()
}

/// Whether a document shows `text` between its marks.
fn shows(name: &str, mark: &str, command: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let document = std::fs::read_to_string(&path).unwrap();
    let (begin, end) = (format!("<!-- {mark}:begin -->\n"), format!("<!-- {mark}:end -->"));
    let from = document.find(&begin).unwrap() + begin.len();
    let to = document.find(&end).unwrap();
    let block = format!("```text\n$ lendmix {command}\n{text}\n```\n");
    if std::env::var_os("LENDMIX_WRITE_DOCS").is_some() {
        std::fs::write(&path, format!("{}{block}{}", &document[..from], &document[to..])).unwrap();
        return;
    }
    assert!(document[from..to] == block, "{name} does not show what the program prints:\n{block}");
}

// ------------------------------------------------------------------ the model page and the code

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// Number, name and last cell of the rows of a table whose first cell is an equation's number.
fn equations(text: &str, prefix: &str) -> Vec<(String, String, String)> {
    let rows = text.lines().filter_map(|line| line.strip_prefix(prefix));
    let cells = rows.map(|row| row.split('|').map(|cell| cell.trim().replace("**", "")).collect::<Vec<_>>());
    let numbered = cells.filter(|cells| cells.len() > 3 && is_number(&cells[1]));
    numbered.map(|cells| (cells[1].clone(), cells[2].clone(), cells[cells.len() - 2].clone())).collect()
}

/// A capital letter and digits.
fn is_number(text: &str) -> bool {
    let mut signs = text.chars();
    signs.next().is_some_and(|first| first.is_ascii_uppercase())
        && text.len() > 1
        && signs.all(|sign| sign.is_ascii_digit())
}

/// Equation numbers that a source's comments name, ranges such as S1–S3 written out.
fn numbers_named(text: &str) -> std::collections::BTreeSet<String> {
    let comments = text.lines().map(str::trim_start).filter(|line| line.starts_with("//"));
    let words: Vec<String> = comments
        .flat_map(|line| {
            line.split(|sign: char| !(sign.is_alphanumeric() || sign == '–')).map(str::to_owned).collect::<Vec<_>>()
        })
        .collect();
    let mut named = std::collections::BTreeSet::new();
    for word in words {
        match word.split_once('–') {
            Some((first, last)) if is_number(first) && is_number(last) && first[..1] == last[..1] => {
                let number = |text: &str| text[1..].parse::<u32>().unwrap();
                named.extend((number(first)..=number(last)).map(|number| format!("{}{number}", &first[..1])));
            }
            _ if is_number(&word) => {
                named.insert(word);
            }
            _ => {}
        }
    }
    named
}

/// Every equation has one number and one name, in the code's table and on the page.
#[test]
fn the_model_page_has_the_equations_of_the_code() {
    let mut code = equations(&read("src/model/mod.rs"), "//! ");
    let mut page = equations(&read("docs/model.md"), "");
    code.sort();
    page.sort();
    let names = |list: &[(String, String, String)]| -> Vec<String> {
        list.iter().map(|(number, name, _)| format!("{number} {name}")).collect()
    };
    assert_eq!(names(&code), names(&page));
    assert!(code.len() > 70, "{}", code.len());
}

/// The file that the table names for an equation says its number, and no source names a number that the table lacks.
#[test]
fn the_sources_say_the_numbers_of_their_equations() {
    let table = equations(&read("src/model/mod.rs"), "//! ");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/model");
    for (number, _, function) in &table {
        let path: Vec<&str> = function.trim_matches(['[', ']', '`']).split("::").collect();
        let rooms: &[&str] = match path[0] {
            "mode" => &["mode/self_directed.rs", "mode/pooled.rs"],
            "world" => &["industry.rs"],
            "policy" => &["loan.rs"],
            "suspension" => &["suspension/mod.rs"],
            _ => &[],
        };
        let own = format!("{}.rs", path[0]);
        let files = if rooms.is_empty() { vec![own.as_str()] } else { rooms.to_vec() };
        let named = files
            .iter()
            .any(|file| numbers_named(&std::fs::read_to_string(folder.join(file)).unwrap()).contains(number));
        assert!(named, "{number} is not named in {files:?}");
    }
    let known: std::collections::BTreeSet<String> = table.into_iter().map(|(number, _, _)| number).collect();
    let mut unknown = Vec::new();
    for file in sources(&folder) {
        let text = std::fs::read_to_string(&file).unwrap();
        let said = text.lines().filter(|line| line.contains("quation")).collect::<Vec<_>>().join("\n");
        unknown.extend(numbers_named(&said).difference(&known).map(|number| format!("{}: {number}", file.display())));
    }
    assert!(unknown.is_empty(), "{unknown:#?}");
}

fn sources(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

/// Every key that the page names exists, and every column.
#[test]
fn the_model_page_names_keys_and_columns_that_exist() {
    let page = read("docs/model.md");
    let keys: Vec<String> = lendmix::scenario::keys::reference().into_iter().map(|(path, _)| path).collect();
    let columns: Vec<&str> =
        REPLICATION_COLUMNS.iter().map(|column| column.id).chain(MONTH_COLUMNS.iter().map(|c| c.id)).collect();
    let mut named = 0;
    let quoted = page
        .lines()
        .filter(|line| !line.trim_start().starts_with("```"))
        .flat_map(|line| line.split('`').skip(1).step_by(2));
    for word in quoted.filter(|word| !word.contains([' ', '=', '/'])) {
        if ["run.", "policy.", "world."].iter().any(|room| word.starts_with(room)) {
            named += 1;
            assert!(keys.iter().any(|key| key == word), "docs/model.md names the key {word}");
        } else if word.ends_with("_yuan") && !word.starts_with("initial") {
            assert!(columns.contains(&word), "docs/model.md names the column {word}");
        }
    }
    assert!(named > 100, "{named}");
}

/// The ten stages of the page are those of the code, in order, and every equation has its stage or needs none.
#[test]
fn the_model_page_has_the_ten_stages() {
    let page = read("docs/model.md");
    let stages: Vec<&str> = page
        .lines()
        .filter(|line| {
            line.starts_with("| 1 |")
                || line.starts_with("| 2 |")
                || (3..=10).any(|stage| line.starts_with(&format!("| {stage} |")))
        })
        .collect();
    assert_eq!(stages.len(), 10);
    for (index, stage) in stages.iter().enumerate() {
        assert!(stage.starts_with(&format!("| {} |", index + 1)), "{stage}");
    }
    let code = read("src/model/mod.rs");
    let step = code.split("fn step").nth(1).unwrap();
    for stage in 1..=10 {
        assert!(
            step.contains(&format!("// {stage} "))
                || step.lines().any(|line| line.contains("//")
                    && line.split("//").nth(1).unwrap().trim_start().starts_with(&format!("{stage} "))),
            "stage {stage}"
        );
    }
    // Contracts, income figures and the book are no events of a month.
    let everywhere = numbers_named(&stages.iter().map(|stage| format!("//{stage}\n")).collect::<String>());
    let elsewhere =
        ["I1", "I2", "L1", "L2", "L3", "X1", "W5", "G2", "G4", "G5", "G6", "T8", "T9", "K6", "B1", "B2", "B3"];
    for (number, name, _) in equations(&page, "") {
        assert!(everywhere.contains(&number) != elsewhere.contains(&number.as_str()), "stage of {number} {name}");
    }
}
