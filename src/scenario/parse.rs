//! Text to tree: every syntax mistake of a file, or its values with their places.

use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};

use super::diagnostics::Diag;
use super::mistake::{FileMistake, Mistake};
use super::node::{Node, Table, Value};
use super::source::{FileId, Sources, Span};

/// Reads a file's text; the tree has the whole file as its root section.
pub fn parse(sources: &Sources, file: FileId) -> Result<Node, Vec<Diag>> {
    let text = sources.text(file);
    let (root, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { text, file, mistakes: Vec::new() };
    for error in errors {
        let span = error.span().unwrap_or(text.len()..text.len());
        reader.mistakes.push(syntax_mistake(error.message(), text, reader.span(span)));
    }
    let start = reader.span(0..0);
    let table = reader.table(root.get_ref(), false);
    if reader.mistakes.is_empty() {
        Ok(Node { value: Value::Table(table), span: start, key_span: start, replaced: None })
    } else {
        Err(reader.mistakes)
    }
}

/// The parser says "what, expected this": the two halves are put into words apart.
fn syntax_mistake(message: &str, text: &str, span: Span) -> Diag {
    let (what, expected) = match message.split_once(", expected ") {
        Some((what, expected)) => (what, Some(expected)),
        None => (message, None),
    };
    let (what, expected) = match what {
        // The parser takes the nothing after `key =` for text without quotes.
        "string values must be quoted" if span.start == span.end => ("missing value", None),
        "string values must be quoted" => (what, None),
        _ => (what, expected.filter(|expected| *expected != "nothing")),
    };
    let wide = text[span.start..]
        .chars()
        .take_while(|sign| *sign != '\n')
        .take(span.end - span.start + 1)
        .find(|sign| WIDE_SIGNS.contains(*sign));
    let (what, expected) = (what.to_owned(), expected.map(str::to_owned));
    Diag::at(Mistake::File(FileMistake::Syntax { what, expected, wide }), span)
}

/// Signs that a Chinese keyboard gives in place of those of TOML.
const WIDE_SIGNS: &str = "＝，“”‘’［］【】｛｝＃：。";

struct Reader<'a> {
    text: &'a str,
    file: FileId,
    mistakes: Vec<Diag>,
}

impl Reader<'_> {
    fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span { file: self.file, start: range.start, end: range.end }
    }

    fn table(&mut self, table: &DeTable<'_>, inline: bool) -> Table {
        let mut entries = Vec::with_capacity(table.len());
        for (key, value) in table {
            let node = self.node(value, self.span(key.span()));
            entries.push((key.get_ref().to_string(), node));
        }
        Table { entries, inline }
    }

    fn node(&mut self, value: &Spanned<DeValue<'_>>, key_span: Span) -> Node {
        let span = self.span(value.span());
        let value = match value.get_ref() {
            DeValue::String(text) => Value::Text(text.to_string()),
            DeValue::Integer(number) => self.whole(number, span),
            DeValue::Float(number) => self.real(&number.to_string(), span),
            DeValue::Boolean(flag) => Value::Flag(*flag),
            DeValue::Datetime(_) => Value::Date,
            DeValue::Array(list) => {
                Value::List(list.iter().map(|item| self.node(item, self.span(item.span()))).collect())
            }
            DeValue::Table(table) => {
                // The parser does not tell `{…}` from a section; the first character does.
                let inline = self.text[span.start..].starts_with('{');
                Value::Table(self.table(table, inline))
            }
        };
        Node { value, span, key_span, replaced: None }
    }

    fn whole(&mut self, number: &DeInteger<'_>, span: Span) -> Value {
        match i64::from_str_radix(number.as_str(), number.radix()) {
            Ok(number) => Value::Whole(number),
            Err(_) => {
                self.mistakes.push(Diag::at(Mistake::File(FileMistake::NumberTooLong), span));
                Value::Whole(0)
            }
        }
    }

    fn real(&mut self, text: &str, span: Span) -> Value {
        // `inf` and `nan` are TOML numbers; the decoder refuses them with the key's range.
        match text.parse() {
            Ok(number) => Value::Real(number),
            Err(_) => {
                self.mistakes.push(Diag::at(Mistake::File(FileMistake::NumberTooLong), span));
                Value::Real(0.0)
            }
        }
    }
}
