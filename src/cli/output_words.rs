//! What went wrong with a run folder, in words.

use std::path::Path;

use crate::output::{Doing, OutputError, VERSION};
use crate::text::words::run_folder as words;
use crate::text::{Lang, system_words};

/// The facts of an [`OutputError`] in the user's language, and what to do.
pub fn output_words(error: &OutputError, lang: Lang) -> String {
    match error {
        OutputError::ParentMissing { path } => words::parent_missing(lang, path.display()),
        OutputError::NotAFolder { path } => words::not_a_folder(lang, path.display()),
        OutputError::FolderNotEmpty { path, holds_run: true } => words::holds_run(lang, path.display()),
        OutputError::FolderNotEmpty { path, .. } => words::holds_other_files(lang, path.display()),
        OutputError::Io { doing, path, source } => {
            words::refused(lang, doing_words(*doing, lang), path.display(), system_words(source, lang))
        }
        OutputError::DiskFull { path, source } => words::disk_full(lang, path.display(), system_words(source, lang)),
        other => of_reading(other, lang).unwrap_or_else(|| words::other(lang, other)),
    }
}

/// Failures of reading a finished run.
fn of_reading(error: &OutputError, lang: Lang) -> Option<String> {
    Some(match error {
        OutputError::NoRun { path } => words::no_run(lang, path.display()),
        OutputError::OtherVersion { path, version } => words::other_version(lang, path.display(), version, VERSION),
        OutputError::NoTable { path, table } => words::no_table(lang, path.display(), table),
        OutputError::NoColumn { path, id } => words::no_column(lang, path.display(), id),
        OutputError::NotListed { path } => words::not_listed(lang, path.display()),
        OutputError::WrongSize { path, expected, found } => wrong_size(path, *expected, *found, lang),
        OutputError::WrongDigest { path } => words::wrong_digest(lang, path.display()),
        OutputError::Damaged { path } => words::damaged(lang, path.display()),
        OutputError::UnknownMetric { id } => words::unknown_metric(lang, id),
        OutputError::IsMap { path } => words::is_map(lang, path.display()),
        OutputError::Table { path, reason } => words::table(lang, path.display(), reason),
        OutputError::Json { path, source } => words::json(lang, path.display(), source),
        _ => return None,
    })
}

fn wrong_size(path: &Path, expected: u64, found: u64, lang: Lang) -> String {
    let path = path.display();
    if found < expected {
        words::cut_off(lang, path, found, expected)
    } else {
        words::grown(lang, path, found, expected)
    }
}

fn doing_words(doing: Doing, lang: Lang) -> &'static str {
    match doing {
        Doing::CreateFolder => words::create_folder(lang),
        Doing::ReadFolder => words::list_folder(lang),
        Doing::CreateFile => words::create_file(lang),
        Doing::Write => words::write(lang),
        Doing::Read => words::read(lang),
        Doing::Rename => words::put_in_place(lang),
        Doing::Remove => words::remove(lang),
    }
}
