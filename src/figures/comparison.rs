//! Scenarios against the baseline, by differences over the same replications.

use super::csv::{ENDS, Heading, cells};
use super::{Csv, FigureError, Material, Missing, Prepared, drawable};
use crate::output::{Comparison as Compared, RunSummary, Verdict};
use crate::plots::Estimated;
use crate::plots::charts::{Comparison, Difference, Measure, Told};
use crate::plots::money::money_unit;
use crate::text::Lang;
use crate::text::words::figure_tables as heads;
use crate::text::words::figures as words;

/// What is compared.
struct Compares {
    id: &'static str,
    name: Heading,
    scale: Scale,
}

/// In what a difference is counted.
#[derive(Clone, Copy, PartialEq)]
enum Scale {
    /// Percentage points.
    Points,
    /// Yuan per head and year.
    PerHead,
    /// An amount, in the unit that suits the largest.
    Money,
}

/// What is lent stands among them, since the others can all be won by not lending.
const MEASURES: [Compares; 6] = [
    Compares { id: "depleted", name: words::measure_depleted, scale: Scale::Points },
    Compares { id: "recovery_rate", name: words::measure_recovery, scale: Scale::Points },
    Compares { id: "gain_per_capita_yuan", name: words::measure_gain, scale: Scale::PerHead },
    Compares { id: "lent_yuan", name: words::measure_lent, scale: Scale::Money },
    Compares { id: "public_cost_yuan", name: words::measure_public_cost, scale: Scale::Money },
    Compares { id: "bank_paid_yuan", name: words::measure_bank, scale: Scale::Money },
];

/// Every other scenario of a run against its baseline.
pub(super) fn scenarios(run: &mut Material<'_>, _: usize, lang: Lang) -> Result<Prepared, FigureError> {
    let summary = run.summary;
    if summary.comparisons.is_empty() {
        return Err(Missing::Scenarios.into());
    }
    let names = summary.comparisons.iter().map(|compared| title(summary, &compared.scenario, lang)).collect();
    let headings: [Heading; 4] = [heads::scenario, heads::baseline, heads::measure, heads::difference];
    let mut csv = Csv::new(headings.into_iter().chain(ENDS));
    let mut measures = Vec::with_capacity(MEASURES.len());
    for compares in &MEASURES {
        let found: Vec<Option<Difference>> = summary.comparisons.iter().map(|c| difference(c, compares.id)).collect();
        for (compared, found) in summary.comparisons.iter().zip(&found) {
            let numbers = found.as_ref().map_or([const { String::new() }; 3], |found| cells(&found.estimated));
            let row = [&compared.scenario, &compared.baseline, compares.id].map(str::to_owned);
            csv.row(row.into_iter().chain(numbers));
        }
        measures.push(measure(compares, found, lang));
    }
    let baseline = title(summary, &summary.comparisons[0].baseline, lang);
    let body = Comparison::new(names, measures)?;
    Ok(Prepared { note: Some(words::baseline(lang, baseline)), ..Prepared::new(body, csv) })
}

fn title(summary: &RunSummary, name: &str, lang: Lang) -> String {
    let scenario = summary.scenarios.iter().find(|scenario| scenario.name == name);
    drawable(&scenario.map_or_else(|| name.to_owned(), |scenario| super::title(scenario, summary, lang)))
}

/// A paired difference with its interval; none where nothing can be compared: where a number is missing in a replication,
/// what is left is chosen by the outcome.
fn difference(compared: &Compared, id: &str) -> Option<Difference> {
    let found = compared.effects.iter().find(|effect| effect.id == id)?;
    let value = found.effect.difference.mean?;
    let (low, high) = found.effect.difference.interval.map_or((value, value), |i| (i.low, i.high));
    // The verdicts of the summary count all comparisons that are made at once.
    let told = match found.verdict {
        Verdict::NotComparable => return None,
        Verdict::Better => Told::Better,
        Verdict::Worse => Told::Worse,
        Verdict::Higher | Verdict::Lower => Told::Differs,
        Verdict::NotDistinguishable | Verdict::Same => Told::Not,
    };
    Some(Difference { estimated: Estimated { value, low, high }, told })
}

/// The differences in the unit of their axis.
fn measure(compares: &Compares, found: Vec<Option<Difference>>, lang: Lang) -> Measure {
    let largest =
        found.iter().flatten().flat_map(|d| [d.estimated.low.abs(), d.estimated.high.abs()]).fold(0.0, f64::max);
    let money = money_unit(largest, lang);
    let (factor, unit) = match compares.scale {
        Scale::Points => (100.0, words::percentage_points(lang)),
        Scale::PerHead => (1.0, words::yuan_a_year(lang)),
        Scale::Money => (1.0 / money.yuan, money.name),
    };
    let scaled = |d: Difference| {
        let Estimated { value, low, high } = d.estimated;
        Difference { estimated: Estimated { value: value * factor, low: low * factor, high: high * factor }, ..d }
    };
    Measure {
        name: (compares.name)(lang).to_owned(),
        unit: unit.to_owned(),
        differences: found.into_iter().map(|difference| difference.map(scaled)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_counted_in_the_unit_of_the_largest_difference() {
        let difference = |value: f64| {
            let estimated = Estimated { value, low: value - 1e5, high: value + 1e5 };
            Some(Difference { estimated, told: Told::Not })
        };
        let values = |measure: &Measure| -> Vec<Option<f64>> {
            measure.differences.iter().map(|d| d.map(|d| d.estimated.value)).collect()
        };
        let found = measure(&MEASURES[4], vec![difference(2e6), None, difference(-5e4)], Lang::Zh);
        assert_eq!((found.unit.as_str(), values(&found)), ("万元", vec![Some(200.0), None, Some(-5.0)]));
        let points = measure(&MEASURES[0], vec![difference(0.25)], Lang::En);
        assert_eq!(values(&points), [Some(25.0)]);
    }
}
