//! What every message must keep: both languages, the same arguments, and each language's way of writing.

use super::Entry;

/// The files of messages; a file that is not listed here is found by the test below.
const FILES: &[(&str, &[Entry])] = &[
    ("compare", super::compare::ENTRIES),
    ("explain", super::explain::ENTRIES),
    ("groups", super::groups::ENTRIES),
    ("map", super::map::ENTRIES),
    ("solve", super::solve::ENTRIES),
    ("warnings", super::warnings::ENTRIES),
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

/// What stands in braces, sorted.
fn arguments(text: &str) -> Vec<&str> {
    let pieces = text.split('{').skip(1).filter_map(|piece| piece.split_once('}'));
    let mut names: Vec<&str> = pieces.map(|(name, _)| name.split(':').next().unwrap_or(name)).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The text without its arguments, each replaced by a digit.
fn plain(text: &str) -> String {
    let mut pieces = text.split('{');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |out, piece| out + "0" + piece.split_once('}').map_or(piece, |(_, rest)| rest))
}

/// Whether two neighbours of the text satisfy a rule.
fn neighbours(text: &str, rule: impl Fn(char, char) -> bool) -> bool {
    text.chars().zip(text.chars().skip(1)).any(|(left, right)| rule(left, right))
}

#[test]
fn every_file_of_messages_is_tested() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/text/words");
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .expect("the folder of this file")
        .map(|entry| entry.expect("a file").path())
        .filter_map(|path| path.file_stem().map(|stem| stem.to_string_lossy().into_owned()))
        .filter(|stem| stem != "mod" && stem != "tests")
        .collect();
    files.sort();
    let mut listed: Vec<&str> = FILES.iter().map(|(file, _)| *file).collect();
    listed.sort_unstable();
    assert_eq!(files, listed);
}

#[test]
fn no_message_lacks_a_language() {
    let lacking = broken(|entry| {
        let symbols = !entry.en.chars().any(char::is_alphabetic) || entry.en == entry.zh;
        entry.en.trim().is_empty() || entry.en.chars().any(is_han) || !(symbols || entry.zh.chars().any(is_han))
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
        neighbours(&plain(entry.zh), |left, right| {
            (is_han(left) && ",;:?!()".contains(right)) || (",;:?!()".contains(left) && is_han(right))
        })
    });
    assert!(half_width.is_empty(), "{half_width:#?}");
    let full_width = broken(|entry| {
        entry.en.chars().any(|character| "，。；：？！（）、“”".contains(character) && !"“”".contains(character))
    });
    assert!(full_width.is_empty(), "{full_width:#?}");
}

#[test]
fn numbers_are_written_as_their_language_writes_them() {
    // A per cent sign follows its figure without a space, in both languages.
    let english = broken(|entry| plain(entry.en).contains("0 %"));
    assert!(english.is_empty(), "{english:#?}");
    let chinese = broken(|entry| plain(entry.zh).contains("0 %") || entry.zh.contains("million"));
    assert!(chinese.is_empty(), "{chinese:#?}");
}
