//! The numbers behind a figure as a table for spreadsheets: UTF-8 with a byte order mark, headings in both languages,
//! so that the same run gives the same bytes whatever the reader's language. A missing value is an empty cell.

use crate::plots::Estimated;
use crate::text::Lang;
pub(super) use crate::text::both;
use crate::text::words::figure_tables as heads;

/// A heading in some language.
pub(super) type Heading = fn(Lang) -> &'static str;

/// The ends of an interval.
pub(super) const ENDS: [Heading; 2] = [heads::low, heads::high];

/// A small table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Csv {
    /// Headings.
    pub headings: Vec<String>,
    /// Rows, as long as the headings.
    pub rows: Vec<Vec<String>>,
}

impl Csv {
    pub(super) fn new(headings: impl IntoIterator<Item = Heading>) -> Csv {
        Csv { headings: headings.into_iter().map(both).collect(), rows: Vec::new() }
    }

    pub(super) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// The bytes of the file.
    pub fn bytes(&self) -> Vec<u8> {
        let mut text = String::from("\u{feff}");
        for row in std::iter::once(&self.headings).chain(&self.rows) {
            let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
            text.push_str(&cells.join(","));
            text.push('\n');
        }
        text.into_bytes()
    }
}

/// A cell as RFC 4180 writes it.
fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

/// A number; empty if it is missing.
pub(super) fn cell(value: Option<f64>) -> String {
    value.filter(|value| value.is_finite()).map(|value| value.to_string()).unwrap_or_default()
}

/// An estimate and the ends of its interval.
pub(super) fn cells(estimated: &Estimated) -> [String; 3] {
    [estimated.value, estimated.low, estimated.high].map(|value| cell(Some(value)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_with_commas_and_quotes_are_quoted_and_missing_ones_are_empty() {
        let mut csv = Csv::new([heads::township as Heading, heads::yuan]);
        csv.row(["a, \"b\"".to_owned(), cell(None)]);
        csv.row(["c".to_owned(), cell(Some(0.1))]);
        assert_eq!(csv.bytes(), "\u{feff}township 乡镇,yuan 元\n\"a, \"\"b\"\"\",\nc,0.1\n".as_bytes());
        assert_eq!(cell(Some(f64::NAN)), "");
    }
}
