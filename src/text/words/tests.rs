//! What every message must keep: both languages, the same arguments, and each language's way of writing.

use std::path::Path;

use super::Entry;

/// The files of messages; a file that is not listed here is found by the test below.
macro_rules! files {
    ($($($folder:ident)::+),+ $(,)?) => {
        &[$((concat!($("/", stringify!($folder)),+), super::$($folder)::+::ENTRIES)),+]
    };
}
const FILES: &[(&str, &[Entry])] = files![
    answer,
    arguments::checks,
    arguments::commands,
    arguments::compare,
    arguments::explain,
    arguments::map,
    arguments::plot,
    arguments::solve,
    arguments::study,
    audit,
    charts,
    check,
    checks,
    common,
    compare,
    csv,
    explain,
    explain_failure,
    explain_tables,
    failure,
    figure_tables,
    figures,
    groups,
    init,
    list,
    map,
    plot,
    progress,
    record,
    report,
    report_command,
    report_parts,
    reproduce,
    run_folder,
    run_sides,
    scenario,
    selftest,
    solve,
    solve_fund,
    solve_lever,
    solve_mix,
    solve_refusal,
    templates,
    terminal,
    usage,
    values_csv,
    warnings,
    watch,
];

/// Other names of what the programme calls by one name, with that name.
const NOT_OURS: &[(&str, &str)] = &[
    ("风险基金", "风险补偿金"),
    ("风险准备金", "风险补偿金"),
    ("补偿基金", "风险补偿金"),
    ("补偿资金池", "风险补偿金"),
    ("还款率", "贷款回收率"),
    ("收回率", "贷款回收率"),
    ("清偿率", "贷款回收率"),
    ("自主借款", "自主贷款"),
    ("自主经营贷款", "自主贷款"),
    ("统贷统还", "分贷统用统还"),
    ("统借统还", "分贷统用统还"),
    ("集中模式", "分贷统用统还"),
    ("固定收益", "固定受益"),
    ("固定回报", "固定受益"),
    ("利息补贴", "贴息"),
    ("代为偿付", "代偿"),
    ("赔偿金", "风险补偿金、代偿"),
    ("暂停贷款", "停贷、熔断"),
    ("断贷", "停贷、熔断"),
    ("坏账", "不良"),
    ("户贷社用", "户贷企用"),
];

/// Messages that break a rule, as `file::key: text`.
fn broken(rule: impl Fn(&Entry) -> bool) -> Vec<String> {
    let every = FILES.iter().flat_map(|(file, entries)| entries.iter().map(move |entry| (file, entry)));
    every
        .filter(|(_, entry)| rule(entry))
        .map(|(file, entry)| format!("{file}::{}: {} | {}", entry.key, entry.en, entry.zh))
        .collect()
}

fn is_han(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}

/// A Chinese character or mark of punctuation.
fn is_chinese(character: char) -> bool {
    is_han(character)
        || ('\u{3000}'..='\u{303f}').contains(&character)
        || ('\u{ff00}'..='\u{ffef}').contains(&character)
}

/// What stands in braces, sorted.
fn arguments(text: &str) -> Vec<&str> {
    let pieces = text.split('{').skip(1).filter_map(|piece| piece.split_once('}'));
    let mut names: Vec<&str> = pieces.map(|(name, _)| name.split(':').next().unwrap_or(name)).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// What is read as a sentence: without arguments and what stands between backticks, a digit in place of each, and without
/// lines to type and heads of tables.
fn prose(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.starts_with('|') && !line.trim_start().starts_with("lendmix "));
    let text = lines.collect::<Vec<_>>().join("\n");
    let parts = text.split('`').enumerate().map(|(index, part)| if index % 2 == 0 { part } else { "0" });
    let mut pieces = parts.collect::<String>().split('{').map(str::to_owned).collect::<Vec<_>>().into_iter();
    let first = pieces.next().unwrap_or_default();
    pieces.fold(first, |out, piece| out + "0" + piece.split_once('}').map_or(&*piece, |(_, rest)| rest))
}

/// Whether two neighbours of the text satisfy a rule.
fn neighbours(text: &str, rule: impl Fn(char, char) -> bool) -> bool {
    text.chars().zip(text.chars().skip(1)).any(|(left, right)| rule(left, right))
}

#[test]
fn every_file_of_messages_is_tested() {
    let mut files = Vec::new();
    below(Path::new(FOLDER), &mut files);
    files.retain(|file| !file.ends_with("mod") && file != "/tests");
    files.sort();
    let mut listed: Vec<&str> = FILES.iter().map(|(file, _)| *file).collect();
    listed.sort_unstable();
    assert_eq!(files, listed);
}

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/text/words");

/// Files of a folder and of the folders in it, as `/arguments/solve`.
fn below(folder: &Path, files: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder of messages") {
        let path = entry.expect("a file").path();
        if path.is_dir() {
            below(&path, files);
        } else {
            let name = path.with_extension("").to_string_lossy().replace('\\', "/");
            files.push(name.trim_start_matches(FOLDER).to_owned());
        }
    }
}

#[test]
fn no_message_lacks_a_language() {
    let lacking = broken(|entry| {
        let symbols = !prose(entry.en).chars().any(char::is_alphabetic);
        entry.en.trim().is_empty() || prose(entry.en).chars().any(is_han) || !(symbols || entry.zh.chars().any(is_han))
    });
    assert!(lacking.is_empty(), "{lacking:#?}");
}

#[test]
fn both_languages_say_the_same_facts() {
    let different = broken(|entry| arguments(entry.en) != arguments(entry.zh));
    assert!(different.is_empty(), "{different:#?}");
}

#[test]
fn chinese_is_punctuated_in_chinese() {
    let half_width = broken(|entry| {
        neighbours(&prose(entry.zh), |left, right| {
            (is_han(left) && ",;:?!()".contains(right)) || (",;:?!()".contains(left) && is_han(right))
        })
    });
    assert!(half_width.is_empty(), "{half_width:#?}");
    let full_width = broken(|entry| {
        prose(entry.en).chars().any(|character| "，。；：？！（）、“”".contains(character) && !"“”".contains(character))
    });
    assert!(full_width.is_empty(), "{full_width:#?}");
}

/// Figures of four and more digits without separators; years, dates such as 20160315 and names such as GB18030 have none.
fn ungrouped(text: &str) -> bool {
    let text = prose(text);
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    words.filter(|word| word.len() >= 4 && word.bytes().all(|byte| byte.is_ascii_digit())).any(|figures| {
        let dated = figures.starts_with("20") && [4, 8].contains(&figures.len());
        !dated
    })
}

#[test]
fn chinese_stands_without_spaces() {
    let spaced = broken(|entry| {
        let text = prose(entry.zh);
        // A line may be set in from the left.
        text.lines().any(|line| {
            neighbours(line.trim_start_matches([' ', '#', '*']), |left, right| {
                (is_chinese(left) && right == ' ') || (left == ' ' && is_chinese(right))
            })
        })
    });
    assert!(spaced.is_empty(), "{spaced:#?}");
}

#[test]
fn a_per_cent_sign_follows_its_number_at_once() {
    let apart = broken(|entry| prose(entry.en).contains("0 %") || prose(entry.zh).contains("0 %"));
    assert!(apart.is_empty(), "{apart:#?}");
}

#[test]
fn chinese_uses_the_terms_of_the_programme() {
    let wrong = broken(|entry| NOT_OURS.iter().any(|(term, _)| entry.zh.contains(term)));
    assert!(wrong.is_empty(), "{wrong:#?}\nterms: {NOT_OURS:?}");
}

#[test]
fn long_numbers_have_separators() {
    let long = broken(|entry| ungrouped(entry.en) || ungrouped(entry.zh));
    assert!(long.is_empty(), "{long:#?}");
}
