//! `lendmix example`: a county with data of its own, to look at and to try.

use std::path::{Path, PathBuf};

use crate::scenario::example;
use crate::text::Lang;
use crate::text::words::init as words;

use super::failure::Failure;
use super::{Outcome, files, print};

/// Writes the example county into a folder; never over an existing file.
pub fn run(folder: &Path, lang: Lang) -> Outcome {
    let parts = example(lang).map_err(|diagnostics| Failure::Scenario(vec![diagnostics]))?;
    let list: Vec<(PathBuf, &[u8])> = parts.iter().map(|file| (folder.join(file.name), file.text.as_bytes())).collect();
    let is_new = !folder.exists();
    std::fs::create_dir_all(folder).map_err(|error| Failure::Write(folder.to_path_buf(), error))?;
    if let Err(failure) = files::write_new(&list) {
        if is_new {
            // Only an empty folder can be removed this way.
            let _ = std::fs::remove_dir(folder);
        }
        return Err(failure);
    }
    let shown = folder.join("county.toml");
    let (folder, shown) = (folder.display(), shown.display());
    print::to_stdout(&words::example_written(lang, folder, shown))
}
