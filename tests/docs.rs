//! Documents that are made from the code stay in step with it. `LENDMIX_WRITE_DOCS=1 cargo test --release docs` writes them.

use std::path::Path;

use lendmix::metrics::{
    Column, GROUP_COLUMNS, GROUP_KEYS, KeyColumn, MONTH_COLUMNS, MONTH_KEYS, REPLICATION_COLUMNS, REPLICATION_KEYS,
    TOWNSHIP_COLUMNS, TOWNSHIP_KEYS,
};

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
    let mut page = String::from(
        "# Keys of a scenario file\n\nMade from the code (`src/scenario/keys`). 本页由程序生成。\n\n`*` stands for a name that the file chooses, `[]` for an element of a list. 星号为自取的名称。\n\n| key | example | meaning | 含义 |\n|---|---|---|---|\n",
    );
    for (path, key) in lendmix::scenario::keys::reference() {
        let example = key.example.replace('|', "\\|");
        let example = if example.is_empty() { String::new() } else { format!("`{example}`") };
        page.push_str(&format!("| `{path}` | {example} | {} | {} |\n", key.en, key.zh));
    }
    in_step("docs/keys.md", &page);
}

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
    }
    let text = String::from_utf8(output.stdout).unwrap();
    let footer = text.rfind("\n\n").unwrap();
    text[..footer].to_string()
}

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
