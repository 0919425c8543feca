//! What a search maximises or puts a condition on: name, unit, how it is read and written.

use crate::cli::answer::{beside, with_half};
use crate::model::record::ReplicationRecord;
use crate::solve::{Limit, Observed};
use crate::stats::{Moments, Proportion};
use crate::text::words::{common, solve as words};
use crate::text::{Lang, Say, interval, money, number, percent, percent_interval};
use crate::units::Fen;

/// A measure of a replication.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Income gain a head and year, mean over borrowing households.
    Gain,
    /// Recovery rate.
    Recovery,
    /// Lent, as a share of the plan.
    Lent,
    /// Households that borrow.
    Households,
    /// Whether the fund runs dry.
    Depletion,
    /// Budget cost of the run, yuan.
    Budget,
    /// Public cost of the run, yuan.
    Cost,
    /// Failures of organisations over their number.
    Failing,
}

/// How a measure is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Share,
    Yuan,
    Money,
    Count,
}

/// A replication's values of all measures; `NaN` is missing.
pub type Row = [f64; Measure::ALL.len()];

impl Measure {
    /// All measures.
    pub const ALL: [Measure; 8] = [
        Measure::Gain,
        Measure::Recovery,
        Measure::Lent,
        Measure::Households,
        Measure::Depletion,
        Measure::Budget,
        Measure::Cost,
        Measure::Failing,
    ];

    /// Its name, as the command line takes it.
    fn name(self) -> Say {
        match self {
            Measure::Gain => words::name_gain,
            Measure::Recovery => words::name_recovery,
            Measure::Lent => words::name_lent,
            Measure::Households => words::name_households,
            Measure::Depletion => words::name_depletion,
            Measure::Budget => words::name_budget,
            Measure::Cost => words::name_cost,
            Measure::Failing => words::name_failing,
        }
    }

    /// Its name in files and on the command line.
    pub fn key(self) -> &'static str {
        self.name()(Lang::En)
    }

    /// The measure of a name, in English or as a Chinese reader types it.
    pub fn named(typed: &str) -> Option<Measure> {
        Measure::ALL.into_iter().find(|measure| Lang::ALL.iter().any(|lang| measure.name()(*lang) == typed))
    }

    /// What it is, for a reader, with its unit.
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Measure::Gain => words::gain(lang),
            Measure::Recovery => words::recovery(lang),
            Measure::Lent => words::lent(lang),
            Measure::Households => words::households(lang),
            Measure::Depletion => words::depletion(lang),
            Measure::Budget => words::budget(lang),
            Measure::Cost => words::cost(lang),
            Measure::Failing => words::failing(lang),
        }
    }

    fn form(self) -> Form {
        match self {
            Measure::Gain => Form::Yuan,
            Measure::Recovery | Measure::Lent | Measure::Depletion | Measure::Failing => Form::Share,
            Measure::Households => Form::Count,
            Measure::Budget | Measure::Cost => Form::Money,
        }
    }

    /// Reads it; `organisations` is their number, the development company included.
    fn read(self, run: &ReplicationRecord, organisations: usize) -> f64 {
        let ratio = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { f64::NAN };
        match self {
            Measure::Gain => run.gain_per_capita_yuan,
            Measure::Recovery => ratio(run.recovered.yuan(), run.due.yuan()),
            Measure::Lent => ratio(run.lent.yuan(), run.lending_plan.yuan()),
            Measure::Households => f64::from(run.households_borrowing),
            Measure::Depletion => f64::from(u8::from(run.depletion_month.is_some())),
            Measure::Budget => run.budget_cost.yuan(),
            Measure::Cost => run.public_cost.yuan(),
            Measure::Failing => ratio(f64::from(run.organisations_failed), organisations as f64),
        }
    }

    /// A replication's values of all measures.
    pub fn row(run: &ReplicationRecord, organisations: usize) -> Row {
        Measure::ALL.map(|measure| measure.read(run, organisations))
    }

    /// The values of replications, one by one.
    pub fn of(self, rows: &[Row]) -> impl Iterator<Item = f64> + '_ {
        rows.iter().map(move |row| row[self as usize])
    }

    /// What was observed of it.
    pub fn observed(self, rows: &[Row]) -> Observed {
        match self {
            Measure::Depletion => {
                Observed::Share(Proportion { k: self.of(rows).sum::<f64>() as u64, n: rows.len() as u64 })
            }
            _ => Observed::Mean(Moments::of(self.of(rows)).estimate()),
        }
    }

    /// The heading of a column of figures: what it is, and the unit.
    pub fn heading(self, lang: Lang) -> String {
        let label = self.label(lang);
        let unit = match self.form() {
            Form::Share => "%",
            Form::Money => common::million_yuan(lang),
            Form::Yuan | Form::Count => return label.to_owned(),
        };
        common::with_unit(lang, label, unit)
    }

    /// Figures below [`Measure::heading`]: the estimate with half of its interval, which stands evenly about a mean, or
    /// with both ends, which do not about a probability.
    pub fn figures(self, observed: &Observed, lang: Lang) -> String {
        let (factor, decimals) = match self.form() {
            Form::Share => (100.0, 1),
            Form::Money => lang.pick((1e-6, 1), (1e-4, 0)),
            Form::Yuan | Form::Count => (1.0, 0),
        };
        let range = observed.bounds(0.025);
        match observed {
            Observed::Mean(estimate) => with_half(estimate.mean, range, factor, decimals),
            Observed::Share(share) => {
                let shown = share.share().map_or_else(|| "–".to_owned(), |share| number(factor * share, decimals));
                shown + &beside(range, 1.0 / factor, decimals)
            }
        }
    }

    /// The estimate as a reader sees it.
    pub fn show(self, value: Option<f64>, lang: Lang) -> String {
        let Some(value) = value else { return "–".to_owned() };
        match self.form() {
            Form::Share => percent(value, 1),
            Form::Yuan | Form::Count => number(value, 0),
            Form::Money => money(Fen::from_yuan(value), lang),
        }
    }

    /// A 95% interval as a reader sees it, with a space before it; nothing if there is none.
    pub fn show_interval(self, observed: &Observed, lang: Lang) -> String {
        let Some(range) = observed.bounds(0.025) else { return String::new() };
        match self.form() {
            Form::Share => format!(" {}", percent_interval(range.low, range.high, 1)),
            Form::Yuan | Form::Count => format!(" {}", interval(range.low, range.high, 0)),
            Form::Money => {
                let (scale, decimals) = lang.pick((1e6, 1), (1e4, 0));
                words::after_money(lang, interval(range.low / scale, range.high / scale, decimals))
            }
        }
    }

    /// A condition as a reader sees it.
    pub fn show_limit(self, limit: Limit, lang: Lang) -> String {
        let (sign, value) = match limit {
            Limit::AtMost(value) => ("≤", value),
            Limit::AtLeast(value) => ("≥", value),
        };
        let shown = match self.form() {
            Form::Share => in_percent(value),
            _ => self.show(Some(value), lang),
        };
        words::limit(lang, self.label(lang), sign, shown)
    }
}

/// A number without the zeros that say nothing.
pub fn trimmed(value: f64) -> String {
    let text = number(value, 4);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A share in per cent with the digits that a person typed: 0.25% must not become 0.3%.
pub fn in_percent(share: f64) -> String {
    // 0.07 is 7%, not 7.000000000000001%.
    trimmed(libm::round(share * 1e11) / 1e9) + "%"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_keeps_its_digits() {
        assert_eq!(Measure::Depletion.show_limit(Limit::AtMost(0.0025), Lang::En), "fund runs dry ≤ 0.25%");
        assert_eq!(Measure::Budget.show_limit(Limit::AtMost(3e7), Lang::Zh), "全期财政支出≤3,000万元");
    }
}
