//! The texts that a scenario was read from, and places in them.

use std::path::{Path, PathBuf};

/// Number of a file in [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A piece of a file, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

/// One text.
#[derive(Clone, Debug)]
struct SourceFile {
    /// The path as a reader would type it.
    shown: String,
    /// Directory that relative paths in the file start from.
    directory: PathBuf,
    text: String,
    /// Whether it was typed on the command line.
    option: bool,
}

/// Every text that was opened for a scenario: its files and its tables.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    /// Tables that are kept elsewhere than their names say.
    kept: Vec<(String, PathBuf)>,
}

impl Sources {
    /// Adds a text.
    pub fn add(&mut self, shown: &str, directory: &Path, text: String) -> FileId {
        self.push(SourceFile { shown: shown.to_owned(), directory: directory.to_owned(), text, option: false })
    }

    /// Adds what was typed after an option of the command line; files that it names start from the current directory.
    pub fn add_option(&mut self, option: &str, text: String) -> FileId {
        self.push(SourceFile { shown: option.to_owned(), directory: PathBuf::new(), text, option: true })
    }

    fn push(&mut self, file: SourceFile) -> FileId {
        self.files.push(file);
        FileId(self.files.len() as u32 - 1)
    }

    fn file(&self, id: FileId) -> &SourceFile {
        // Ids are made by `add` only and nothing is ever removed.
        &self.files[id.0 as usize]
    }

    /// The path as it is shown.
    pub fn shown(&self, file: FileId) -> &str {
        &self.file(file).shown
    }

    /// Whether the text was typed on the command line.
    pub fn is_option(&self, file: FileId) -> bool {
        self.file(file).option
    }

    /// Directory that relative paths in the file start from.
    pub fn directory(&self, file: FileId) -> &Path {
        &self.file(file).directory
    }

    /// From now on, a table named `name` is read from `path`.
    pub fn keep(&mut self, name: &str, path: &Path) {
        self.kept.push((name.to_owned(), path.to_owned()));
    }

    /// Where a table is that a file names.
    pub fn path_of(&self, name: &str, naming: FileId) -> PathBuf {
        let kept = self.kept.iter().find(|(kept, _)| kept == name);
        kept.map_or_else(|| self.directory(naming).join(name), |(_, path)| path.clone())
    }

    /// The whole text.
    pub fn text(&self, file: FileId) -> &str {
        &self.file(file).text
    }

    /// The text of a span.
    pub fn snippet(&self, span: Span) -> &str {
        self.text(span.file).get(span.start..span.end).unwrap_or_default()
    }

    /// Column of the first byte in characters, from 1.
    pub fn column(&self, span: Span) -> usize {
        let before = self.text(span.file).get(..span.start).unwrap_or_default();
        1 + before.rsplit('\n').next().unwrap_or_default().chars().count()
    }

    /// Line of the first byte, from 1.
    pub fn line(&self, span: Span) -> usize {
        let text = self.text(span.file).as_bytes();
        1 + text[..span.start.min(text.len())].iter().filter(|&&byte| byte == b'\n').count()
    }
}

/// A path as it is shown: the way it was typed, with forward slashes so that messages are equal on every system.
pub fn shown_path(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}
