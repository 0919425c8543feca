//! `lendmix init`: a complete, commented scenario to start from.

use std::path::{Path, PathBuf};

use crate::scenario::{Template, templates};
use crate::text::Lang;
use crate::text::words::init as words;

use super::{Outcome, files, print};

/// The base case, as it ships.
pub const BASE: &str = include_str!("../../scenarios/daoxian-2016.toml");

/// Writes the base case to `file`, and templates of the tables beside it if they are wanted; never over an existing file.
pub fn run(file: &Path, with_templates: bool, lang: Lang) -> Outcome {
    let file = if file.extension().is_none() { file.with_extension("toml") } else { file.to_path_buf() };
    let tables = if with_templates { templates(lang) } else { Vec::new() };
    let mut list: Vec<(PathBuf, &[u8])> = vec![(file.clone(), BASE.as_bytes())];
    let beside = |table: &Template| file.with_file_name(table.name);
    list.extend(tables.iter().map(|table| (beside(table), table.text.as_bytes())));
    files::write_new(&list)?;
    let shown = file.display();
    print::to_stdout(&words::written(lang, shown))?;
    match tables.last() {
        Some(description) => print::to_stdout(&words::templates_written(lang, description.name)),
        None => Ok(()),
    }
}
