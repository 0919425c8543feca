//! Options of `solve` as typed, read into what they mean.

use super::measure::Measure;
use super::refusal::Refusal;
use crate::solve::Limit;
use crate::stats::Level;
use crate::text::typed_number;

/// A probability of survival from one half to below one.
pub fn survival(typed: &str) -> Result<Level, Refusal> {
    let level = typed_number(typed).filter(|value| *value >= 0.5).and_then(Level::new);
    level.ok_or_else(|| refused("--survive", typed))
}

/// A share.
pub fn share(option: &'static str, typed: &str) -> Result<f64, Refusal> {
    typed_number(typed).filter(|value| (0.0..=1.0).contains(value)).ok_or_else(|| refused(option, typed))
}

/// `LOW..HIGH`, LOW smaller and neither negative.
pub fn range(typed: &str) -> Result<(f64, f64), Refusal> {
    let ends = typed.split_once("..").and_then(|(low, high)| Some((typed_number(low)?, typed_number(high)?)));
    ends.filter(|(low, high)| *low >= 0.0 && low < high).ok_or_else(|| refused("--range", typed))
}

/// The finest step of shares, in thousandths.
pub fn finest(typed: &str) -> Result<u16, Refusal> {
    let steps = [100, 50, 25];
    let named = typed_number(typed).and_then(|value| steps.into_iter().find(|step| f64::from(*step) / 1000.0 == value));
    named.ok_or_else(|| refused("--finest", typed))
}

/// A measure to maximise or minimise.
pub fn objective(option: &'static str, typed: &str) -> Result<Measure, Refusal> {
    Measure::named(typed.trim()).ok_or_else(|| refused(option, typed))
}

/// Conditions such as `depletion<=0.01,lent>=0.9`.
pub fn conditions(all: &[String]) -> Result<Vec<(Measure, Limit)>, Refusal> {
    let parts = all.iter().flat_map(|typed| typed.split([',', '，', '、', ';', '；']));
    parts.map(str::trim).filter(|part| !part.is_empty()).map(condition).collect()
}

fn condition(typed: &str) -> Result<(Measure, Limit), Refusal> {
    let split = |signs: [&str; 2]| signs.into_iter().find_map(|sign| typed.split_once(sign));
    let read = |(name, value): (&str, &str)| Some((Measure::named(name.trim())?, typed_number(value)?));
    let at_most = split(["<=", "≤"]).and_then(read).map(|(measure, limit)| (measure, Limit::AtMost(limit)));
    let at_least = split([">=", "≥"]).and_then(read).map(|(measure, limit)| (measure, Limit::AtLeast(limit)));
    at_most.or(at_least).ok_or_else(|| Refusal::NoMeasure { typed: typed.to_owned() })
}

fn refused(option: &'static str, typed: &str) -> Refusal {
    Refusal::Option { option, typed: typed.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_read_in_both_languages() {
        let read = conditions(&["depletion<=1%, lent>=0.9".to_owned(), "财政支出≤3000万".to_owned()]).unwrap();
        let expected = [
            (Measure::Depletion, Limit::AtMost(0.01)),
            (Measure::Lent, Limit::AtLeast(0.9)),
            (Measure::Budget, Limit::AtMost(3e7)),
        ];
        assert_eq!(read, expected);
        for wrong in ["depletion<0.01", "risk<=1", "lent>=", "lent"] {
            assert!(conditions(&[wrong.to_owned()]).is_err(), "{wrong}");
        }
    }

    #[test]
    fn ranges_go_upward_and_survival_stays_below_one() {
        assert_eq!(range("500万..40m").unwrap(), (5e6, 4e7));
        for wrong in ["5", "5..5", "9..3", "-1..3", "a..b"] {
            assert!(range(wrong).is_err(), "{wrong}");
        }
        assert_eq!(survival("99%").unwrap().get(), 0.99);
        for wrong in ["1", "100%", "0.4", "x"] {
            assert!(survival(wrong).is_err(), "{wrong}");
        }
        assert_eq!((finest("0.025").unwrap(), finest("5%").unwrap()), (25, 50));
        assert!(finest("0.03").is_err());
    }
}
