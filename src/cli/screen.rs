//! How text and tables stand on a screen: nothing is wider than [`WIDTH`] columns, a Chinese character being two.

use std::io::IsTerminal;

use comfy_table::{CellAlignment, ContentArrangement, Table, presets::NOTHING};
use textwrap::core::{Word, display_width};
use textwrap::{Options, WordSeparator, WordSplitter};
use unicode_linebreak::linebreaks;

/// Columns of a page: a terminal that is not widened, or a sheet of A4 across.
pub const WIDTH: usize = 100;

/// Columns between two cells.
pub const BETWEEN: usize = 2;

/// The same where room is short.
const CLOSE: usize = 1;

/// Columns of the widest line.
pub fn width(text: &str) -> usize {
    text.lines().map(display_width).max().unwrap_or(0)
}

/// Text with its lines broken at `columns`; a Chinese line never begins with a full stop or a comma.
fn broken(text: &str, columns: usize, hanging: &str) -> String {
    let options = Options::new(columns.max(1))
        .subsequent_indent(hanging)
        .word_separator(WordSeparator::Custom(between_words))
        .word_splitter(WordSplitter::Custom(after_hyphens));
    let lines = text.lines().map(|line| textwrap::fill(&held_together(line), &options).trim_end().to_owned());
    lines.collect::<Vec<_>>().join("\n").replace(NO_BREAK, " ")
}

/// The words of a line: what stands between the places where it may be broken, hyphens apart.
fn between_words(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let mut from = 0;
    let ends = linebreaks(line).map(|(end, _)| end).filter(|end| *end == line.len() || !line[..*end].ends_with('-'));
    Box::new(ends.map(move |end| Word::from(&line[std::mem::replace(&mut from, end)..end])))
}

/// Where a word may be broken: after a hyphen between letters, not in a month or a number.
fn after_hyphens(word: &str) -> Vec<usize> {
    let letter = |sign: Option<char>| sign.is_some_and(char::is_alphabetic);
    let hyphens = word.match_indices('-').map(|(place, _)| place);
    hyphens
        .filter(|place| letter(word[..*place].chars().next_back()) && letter(word[place + 1..].chars().next()))
        .map(|place| place + 1)
        .collect()
}

/// A space at which no line is broken.
const NO_BREAK: char = '\u{a0}';

/// The line with an interval in brackets, a figure with its per cent, and an option with its value held together.
fn held_together(line: &str) -> String {
    let (mut inside, mut word) = (false, 0);
    let mut signs = line.chars().peekable();
    let mut held = String::with_capacity(line.len());
    while let Some(sign) = signs.next() {
        let figures = |next: &char| next.is_ascii_digit() || *next == '−';
        inside = (inside || sign == '[' && signs.peek().is_some_and(figures)) && sign != ']';
        let opened = held[word..].trim_start_matches('(');
        let option = opened.starts_with("--") && opened.len() > 2;
        let joint = sign == ' ' && (inside || option || signs.peek() == Some(&'%'));
        if sign == ' ' {
            word = held.len() + if joint { NO_BREAK.len_utf8() } else { 1 };
        }
        held.push(if joint { NO_BREAK } else { sign });
    }
    held
}

/// Text whose lines are broken at the width of the page, the rest of each line indented by `hanging`.
pub fn wrapped(text: &str, hanging: &str) -> String {
    broken(text, WIDTH, hanging)
}

/// Sentences, each on lines of its own, with an empty line below; nothing without any.
pub fn sentences(sentences: &[String]) -> String {
    let lines: String = sentences.iter().map(|sentence| wrapped(sentence, "") + "\n").collect();
    if lines.is_empty() { lines } else { lines + "\n" }
}

/// Text broken into a column of a table.
pub fn column(text: &str, columns: usize) -> String {
    broken(text, columns, "")
}

/// Notes and warnings, one after the other.
pub fn notes(notes: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    notes.into_iter().map(|note| wrapped(&format!("! {}", note.as_ref()), "  ") + "\n").collect()
}

/// A table without lines.
pub fn table() -> Table {
    let mut table = Table::new();
    table.load_style(NOTHING);
    table
}

/// The table as text, all columns from number `from` on aligned to the right.
pub fn aligned(mut table: Table, from: usize) -> String {
    for column in table.column_iter_mut().skip(from) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    fitted(table)
}

/// The table as text. Where it would be wider than the page its columns stand closer, and then their cells are broken.
pub fn fitted(mut table: Table) -> String {
    let text = table.trim_fmt();
    if width(&text) <= WIDTH {
        return text;
    }
    table.column_iter_mut().for_each(|column| {
        column.set_padding((CLOSE as u16, 0));
    });
    let text = table.trim_fmt();
    if width(&text) <= WIDTH {
        return text;
    }
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(WIDTH as u16);
    table.trim_fmt()
}

/// A reference table as text: on a terminal no wider than the page, to a pipe or a file a line for each row.
pub fn reference(table: Table) -> String {
    if is_terminal() { fitted(table) } else { table.trim_fmt() }
}

/// Whether standard output is a terminal.
pub fn is_terminal() -> bool {
    std::io::stdout().is_terminal()
}

/// Headings with the text that belongs to each beside it.
pub fn pairs(rows: Vec<[String; 2]>) -> String {
    let headings = rows.iter().map(|[heading, _]| width(heading)).max().unwrap_or(0);
    let room = WIDTH.saturating_sub(headings + 2 * BETWEEN);
    let mut table = table();
    table.add_rows(rows.into_iter().map(|[heading, text]| [heading, column(&text, room)]));
    table.trim_fmt() + "\n\n"
}

/// Columns of numbers that stand side by side, close if need be: runs of them that each fit on the page beside a first
/// column of `first` columns.
///
/// A column that fits on no page has one of its own.
pub fn side_by_side(first: usize, widths: &[usize]) -> Vec<std::ops::Range<usize>> {
    let room = WIDTH.saturating_sub(first + CLOSE);
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    let mut used = 0;
    for (index, width) in widths.iter().enumerate() {
        match runs.last_mut().filter(|_| used + width + CLOSE <= room) {
            Some(run) => run.end = index + 1,
            None => {
                runs.push(index..index + 1);
                used = 0;
            }
        }
        used += width + CLOSE;
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_of_a_note_is_wider_than_the_page() {
        let english = "an interval may leave out zero and not be enough ".repeat(9);
        let chinese = "单个区间不含零也可能不足以下结论；“差别未确认”指模拟次数不够。".repeat(9);
        for text in [english, chinese] {
            let notes = notes([&text]);
            assert!(width(&notes) <= WIDTH && width(&notes) > WIDTH - 20, "{notes}");
            assert!(notes.lines().skip(1).all(|line| line.starts_with("  ")), "{notes}");
            assert!(notes.lines().all(|line| !line.trim().starts_with(['，', '。', '；', '”'])), "{notes}");
        }
    }

    #[test]
    fn an_interval_is_not_torn() {
        let text = format!("{}[1,234.5, 2,345.6] % of all", "x".repeat(WIDTH - 9) + " ");
        assert_eq!(wrapped(&text, "").lines().nth(1), Some("[1,234.5, 2,345.6] % of all"));
    }

    #[test]
    fn words_are_broken_after_hyphens_and_months_are_not() {
        assert_eq!(column("self-directed*", 9), "self-\ndirected*");
        assert_eq!(column("from 2016-01", 10), "from\n2016-01");
    }

    #[test]
    fn columns_stand_side_by_side_as_long_as_they_fit() {
        // 20 + 1 for the first; 79 are left: three of 24 + 1, then one.
        assert_eq!(side_by_side(20, &[24; 4]), [0..3, 3..4]);
        assert_eq!(side_by_side(20, &[200, 10]), [0..1, 1..2]);
        assert!(side_by_side(20, &[]).is_empty());
    }
}
