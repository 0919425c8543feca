//! Small charts of block characters in a line of text, for a terminal that can show them.

use super::screen;
use crate::stats::Estimate;

/// Eighths of a block from below, for curves.
const RISING: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// Eighths of a block from the left, for bars.
const GROWING: [char; 8] = ['▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];

/// Whether charts stand between the words of an answer on standard output: on a terminal whose locale is UTF-8, unless
/// `--plain` says otherwise.
pub fn wanted(plain: bool) -> bool {
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let capable = can_show_blocks(variable, cfg!(windows));
    !plain && capable && screen::is_terminal()
}

/// Whether a terminal with these variables shows block characters: its locale is UTF-8 (on Windows, the terminal says
/// so by a variable of its own), and it is not a dumb one.
fn can_show_blocks(variable: impl Fn(&str) -> Option<String>, windows: bool) -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(&variable);
    let utf8 = locale.is_some_and(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.ends_with("utf-8") || locale.ends_with("utf8")
    });
    let dumb = variable("TERM").is_some_and(|term| term == "dumb");
    !dumb && (utf8 || windows && variable("WT_SESSION").is_some())
}

/// A curve of shares in as many characters, from nothing to `most`; blank where the share is nothing.
pub fn curve(shares: &[f64], most: f64) -> String {
    let block = |share: &f64| match libm::ceil(share / most * RISING.len() as f64) as usize {
        0 => ' ',
        eighths => RISING[eighths.min(RISING.len()) - 1],
    };
    if most > 0.0 { shares.iter().map(block).collect() } else { String::new() }
}

/// A bar of `value` on a scale from nothing to `most`, at most `width` characters wide; nothing for what is not above
/// zero.
pub fn bar(value: f64, most: f64, width: usize) -> String {
    if !(value > 0.0 && most > 0.0) {
        return String::new();
    }
    let eighths = libm::round((value / most).min(1.0) * (width * GROWING.len()) as f64) as usize;
    let (whole, rest) = (eighths / GROWING.len(), eighths % GROWING.len());
    let last = rest.checked_sub(1).map(|rest| GROWING[rest]);
    std::iter::repeat_n(GROWING[GROWING.len() - 1], whole).chain(last).collect()
}

/// A scale in characters with zero in its middle.
pub struct Scale {
    /// Characters on either side of zero.
    side: usize,
}

impl Scale {
    /// The widest in so many characters.
    pub fn around_zero(characters: usize) -> Scale {
        Scale { side: characters.saturating_sub(1) / 2 }
    }

    /// What stands above it: on which side less and more lie.
    pub fn heading(&self) -> String {
        let between = " ".repeat(self.side.saturating_sub(1));
        format!("−{between}0{between}+")
    }

    /// An interval with its mean, where the ends of the scale lie `most` from zero; zero is marked whether the interval
    /// holds it or not. Without an estimate or an interval only zero.
    pub fn interval(&self, estimate: Option<&Estimate>, most: f64) -> String {
        let place = |value: f64| {
            let steps = if most > 0.0 { libm::round(value / most * self.side as f64) } else { 0.0 };
            (self.side as f64 + steps).clamp(0.0, 2.0 * self.side as f64) as usize
        };
        let interval = estimate.and_then(|estimate| estimate.interval);
        let range = interval.map(|range| place(range.low)..=place(range.high));
        let mean = estimate.and_then(|estimate| estimate.mean).filter(|_| range.is_some()).map(place);
        let holds_zero = interval.is_some_and(|range| range.low <= 0.0 && range.high >= 0.0);
        let sign = |at: usize| match (range.as_ref().is_some_and(|range| range.contains(&at)), at == self.side) {
            _ if mean == Some(at) => '●',
            // An end that is near zero and not beyond it is no zero inside.
            (true, true) if !holds_zero => '│',
            (true, true) => '┼',
            (true, false) => '─',
            (false, true) => '│',
            (false, false) => ' ',
        };
        (0..=2 * self.side).map(sign).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Interval;

    #[test]
    fn an_interval_stands_on_its_side_of_zero() {
        let scale = Scale::around_zero(11);
        let drawn = |mean: f64, low: f64, high: f64| {
            let interval = Some(Interval { low, high });
            scale.interval(Some(&Estimate { n: 9, missing: 0, mean: Some(mean), sd: None, interval }), 10.0)
        };
        assert_eq!(scale.heading(), "−    0    +");
        assert_eq!(drawn(6.0, 4.0, 10.0), "     │ ─●──");
        assert_eq!(drawn(2.0, -4.0, 8.0), "   ──┼●─── ");
        assert_eq!(drawn(-10.0, -10.0, -8.0), "●─   │     ");
        assert_eq!(drawn(2.0, 0.2, 4.0), "     │●─   ");
        let none = Estimate { n: 0, missing: 0, mean: None, sd: None, interval: None };
        assert_eq!([scale.interval(Some(&none), 10.0), scale.interval(None, 0.0)], ["     │     ", "     │     "]);
    }

    #[test]
    fn a_curve_rises_in_eighths_and_what_happens_is_never_blank() {
        assert_eq!(curve(&[0.0, 0.001, 0.125, 0.5, 1.0], 1.0), " ▁▁▄█");
        assert_eq!(curve(&[0.0, 0.02, 0.04], 0.04), " ▄█");
        assert_eq!(curve(&[0.0], 0.0), "");
    }

    #[test]
    fn a_bar_is_as_long_as_its_value() {
        assert_eq!([bar(1.0, 1.0, 4), bar(0.5, 1.0, 4), bar(0.25, 1.0, 2)], ["████", "██", "▌"]);
        assert_eq!([bar(-3.0, 1.0, 4), bar(f64::NAN, 1.0, 4), bar(0.0, 0.0, 4)], ["", "", ""]);
    }

    #[test]
    fn blocks_need_a_locale_that_has_them() {
        let with = |all: &[(&str, &str)], windows| {
            let found = |name: &str| all.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
            can_show_blocks(found, windows)
        };
        assert!(with(&[("LANG", "zh_CN.UTF-8")], false) && with(&[("LANG", "C"), ("LC_ALL", "en_US.utf8")], false));
        assert!(!with(&[("LC_ALL", "C"), ("LANG", "zh_CN.UTF-8")], false) && !with(&[("LANG", "zh_CN.GBK")], false));
        assert!(!with(&[("LANG", "zh_CN.UTF-8"), ("TERM", "dumb")], false) && !with(&[], false));
        assert!(with(&[("WT_SESSION", "1")], true) && !with(&[], true));
    }
}
