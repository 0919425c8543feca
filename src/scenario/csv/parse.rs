//! CSV with places: the `csv` crate tells where a record starts, messages need to know where each field does.
//!
//! RFC 4180: fields in quotes may hold commas, line breaks and doubled quotes; lines end in LF or CRLF; empty lines
//! are left out. The separator is a comma; a table whose first line has no comma may have semicolons or tabs.

use std::borrow::Cow;

/// A field with its place in the text, in bytes.
#[derive(Clone, Debug)]
pub struct Field<'a> {
    /// Its text, without quotes and blanks around it.
    pub text: Cow<'a, str>,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

/// A line of a table.
#[derive(Clone, Debug)]
pub struct Record<'a> {
    /// Its fields.
    pub fields: Vec<Field<'a>>,
    /// Where a quote was opened that is never closed.
    pub open_quote: Option<usize>,
}

/// Reads records one by one.
#[derive(Clone, Debug)]
pub struct Records<'a> {
    text: &'a str,
    at: usize,
    separator: u8,
}

impl<'a> Records<'a> {
    /// Of a text.
    pub fn new(text: &'a str) -> Records<'a> {
        let heading = text.trim_start_matches(['\r', '\n']).lines().next().unwrap_or_default();
        let separator = [b',', b';', b'\t'].into_iter().find(|separator| heading.contains(char::from(*separator)));
        Records { text, at: 0, separator: separator.unwrap_or(b',') }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_empty_lines(&mut self) {
        while matches!(self.byte(), Some(b'\r' | b'\n')) {
            self.at += 1;
        }
    }

    /// Moves to the next of these bytes (all ASCII, so never inside a character), or to the end.
    fn find(&mut self, stops: &[u8]) {
        let rest = &self.text.as_bytes()[self.at..];
        self.at += rest.iter().position(|byte| stops.contains(byte)).unwrap_or(rest.len());
    }

    fn plain_field(&mut self) -> Field<'a> {
        let start = self.at;
        self.find(&[self.separator, b'\r', b'\n']);
        Field { text: Cow::Borrowed(self.text[start..self.at].trim()), start, end: self.at }
    }

    /// A field in quotes; `Err` with the place of the quote if it is never closed.
    fn quoted_field(&mut self) -> Result<Field<'a>, usize> {
        let start = self.at;
        let mut text = String::new();
        self.at += 1;
        loop {
            let from = self.at;
            self.find(b"\"");
            text.push_str(&self.text[from..self.at]);
            if self.byte().is_none() {
                return Err(start);
            }
            self.at += 1;
            if self.byte() != Some(b'"') {
                break;
            }
            text.push('"');
            self.at += 1;
        }
        let end = self.at;
        // What stands between the closing quote and the comma belongs to no field; blanks are harmless.
        self.find(&[self.separator, b'\r', b'\n']);
        text.push_str(self.text[end..self.at].trim());
        Ok(Field { text: Cow::Owned(text.trim().to_owned()), start, end: self.at })
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        self.skip_empty_lines();
        self.byte()?;
        let mut record = Record { fields: Vec::new(), open_quote: None };
        loop {
            let field = match self.byte() {
                Some(b'"') => self.quoted_field(),
                _ => Ok(self.plain_field()),
            };
            match field {
                Ok(field) => record.fields.push(field),
                Err(start) => {
                    record.open_quote = Some(start);
                    return Some(record);
                }
            }
            if self.byte() != Some(self.separator) {
                return Some(record);
            }
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(csv: &str) -> Vec<Vec<String>> {
        Records::new(csv)
            .map(|record| record.fields.into_iter().map(|field| field.text.into_owned()).collect())
            .collect()
    }

    #[test]
    fn fields_are_those_of_the_standard() {
        assert_eq!(
            texts("a,b\r\n1, 2 \n\n\"x, \"\"y\"\"\",\n"),
            [vec!["a", "b"], vec!["1", "2"], vec!["x, \"y\"", ""]]
        );
        assert_eq!(texts("甲,\"乙\n丙\"\n"), [["甲", "乙\n丙"]]);
        assert_eq!(texts(""), Vec::<Vec<String>>::new());
    }

    #[test]
    fn semicolons_and_tabs_separate_where_the_headings_have_no_comma() {
        assert_eq!(texts("a;b\n1,5;2\n"), [["a", "b"], ["1,5", "2"]]);
        assert_eq!(texts("a\tb\n\"x\ty\"\t2\n"), [["a", "b"], ["x\ty", "2"]]);
        assert_eq!(texts("a,b;c\n1,2;3\n"), [["a", "b;c"], ["1", "2;3"]]);
    }

    #[test]
    fn places_point_to_the_field() {
        let csv = "甲，乙\n1,\"2\"\n";
        let last = Records::new(csv).last().expect("two records");
        assert_eq!(&csv[last.fields[1].start..last.fields[1].end], "\"2\"");
    }

    #[test]
    fn a_quote_that_is_never_closed_is_told() {
        let record = Records::new("a,\"b\nc").next().expect("one record");
        assert_eq!(record.open_quote, Some(2));
    }
}
