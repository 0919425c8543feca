//! Any bytes as one of a small county's own tables: a scenario or mistakes in both languages, never a panic.

use lendmix::scenario::Scenario;
use lendmix::text::Lang;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Reads the county of `fuzz/county` with `bytes` in place of its table `name`.
pub fn read(name: &str, bytes: &[u8]) {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    let folder = FOLDER.get_or_init(copy_of_the_county);
    std::fs::write(folder.join(name), bytes).unwrap();
    if let Err(mistakes) = Scenario::load(&folder.join("county.toml")) {
        for lang in Lang::ALL {
            assert!(!mistakes.render(lang, false).is_empty());
        }
    }
}

/// In memory where the system has a folder for that, since each input is written out.
fn copy_of_the_county() -> PathBuf {
    let memory = Path::new("/dev/shm");
    let place = if memory.is_dir() { memory.to_path_buf() } else { std::env::temp_dir() };
    let folder = place.join(format!("lendmix-fuzz-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("county")).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
    }
    folder
}
