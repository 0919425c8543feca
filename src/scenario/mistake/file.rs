//! Files that cannot be read.

/// Files.
#[derive(Clone, Debug)]
pub enum FileMistake {
    /// Not TOML; both halves in the parser's words.
    Syntax {
        /// What is wrong.
        what: String,
        /// What was expected.
        expected: Option<String>,
        /// A full-width sign at the place.
        wide: Option<char>,
    },
    /// A number with more digits than can be kept.
    NumberTooLong,
    /// There is no such file.
    Missing {
        /// Path that was tried.
        path: String,
        /// A file of the same directory with a similar name.
        nearest: Option<String>,
    },
    /// The file is there and cannot be read.
    Unreadable {
        /// Path.
        path: String,
        /// What the system says.
        reason: std::io::ErrorKind,
    },
    /// The file is not UTF-8 text.
    NotUtf8 {
        /// Path.
        path: String,
        /// Line of the first byte that is not.
        line: usize,
    },
    /// A table is UTF-16, which Excel calls Unicode text.
    Utf16 {
        /// Path.
        path: String,
    },
    /// A table is neither UTF-8 nor GB18030.
    NoEncoding {
        /// Path.
        path: String,
        /// Line of the first byte that is valid in neither.
        line: usize,
        /// The byte.
        byte: u8,
    },
    /// A file extends itself, directly or through others.
    Cycle {
        /// The files, from the first to the one that comes again.
        chain: Vec<String>,
    },
    /// Too many files extend one another.
    TooDeep {
        /// Most levels.
        most: usize,
    },
}
