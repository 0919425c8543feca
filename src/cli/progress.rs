//! Progress on a terminal, and Ctrl-C.

use std::fmt::Write;
use std::sync::atomic::{AtomicBool, Ordering};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use crate::engine::Progress;
use crate::text::words::progress as words;
use crate::text::{Lang, whole};

/// Whether the user has asked to stop.
static STOP: AtomicBool = AtomicBool::new(false);

/// A progress bar on standard error (silent where that is no terminal) and the user's wish to stop.
pub struct Watch {
    bar: ProgressBar,
}

impl Watch {
    /// Begins to watch a run of `replications`; `quiet` draws nothing.
    pub fn begin(replications: u32, quiet: bool, lang: Lang) -> Watch {
        let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(Some(u64::from(replications)), target);
        let template = words::bar(lang);
        if let Ok(style) = ProgressStyle::with_template(template) {
            // In whole numbers; the words around them are the template's.
            let rate = |state: &ProgressState, to: &mut dyn Write| {
                let _ = write!(to, "{}", whole(state.per_sec() as i64));
            };
            let left = |state: &ProgressState, to: &mut dyn Write| {
                let _ = write!(to, "{}", whole(state.eta().as_secs() as i64));
            };
            bar.set_style(style.with_key("rate", rate).with_key("left", left));
        }
        // A second Ctrl-C, while the first is being obeyed, ends the program as usual. A command that simulates more than
        // once has one handler: setting it again fails, and the first stays.
        let _ = ctrlc::set_handler(|| {
            if STOP.swap(true, Ordering::SeqCst) {
                std::process::exit(1);
            }
        });
        Watch { bar }
    }

    /// Takes the bar away.
    pub fn end(&self) {
        self.bar.finish_and_clear();
    }
}

impl Progress for Watch {
    fn advance(&self, replications: u32) {
        self.bar.inc(u64::from(replications));
    }
    fn stop(&self) -> bool {
        STOP.load(Ordering::SeqCst)
    }
}
