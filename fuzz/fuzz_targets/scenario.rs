//! Any text as a scenario file: a scenario or mistakes in both languages, never a panic.
#![no_main]

use lendmix::scenario::Scenario;
use lendmix::text::Lang;
use libfuzzer_sys::fuzz_target;
use std::path::Path;

fuzz_target!(|text: &str| {
    let scenarios = Path::new(env!("CARGO_MANIFEST_DIR")).join("../scenarios");
    if let Err(mistakes) = Scenario::from_text("fuzzed", text, &scenarios) {
        for lang in Lang::ALL {
            assert!(!mistakes.render(lang, false).is_empty());
        }
    }
});
