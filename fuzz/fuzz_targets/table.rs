//! Any bytes as one of the county's own tables: a scenario or mistakes in both languages, never a panic.

use lendmix::scenario::Scenario;
use lendmix::text::Lang;
use std::path::Path;
use std::sync::OnceLock;

/// Reads the example county with `bytes` in place of its table `name`.
pub fn read(name: &str, bytes: &[u8]) {
    static FOLDER: OnceLock<std::path::PathBuf> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        let memory = Path::new("/dev/shm");
        let place = if memory.is_dir() { memory.to_path_buf() } else { std::env::temp_dir() };
        let folder = place.join(format!("lendmix-fuzz-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let county = Path::new(env!("CARGO_MANIFEST_DIR")).join("../scenarios/example-county");
        for entry in std::fs::read_dir(county).unwrap() {
            let path = entry.unwrap().path();
            std::fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
        }
        folder
    });
    std::fs::write(folder.join(name), bytes).unwrap();
    if let Err(mistakes) = Scenario::load(&folder.join("county.toml")) {
        for lang in Lang::ALL {
            assert!(!mistakes.render(lang, false).is_empty());
        }
    }
}
