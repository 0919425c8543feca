//! Who gains, by tenths of income without the programme.

use super::csv::{ENDS, Heading, cells};
use super::material::mean;
use super::{Csv, FigureError, Material, Missing, Prepared};
use crate::output::GroupSummary;
use crate::plots::Estimated;
use crate::plots::charts::{Decile, Deciles};
use crate::text::Lang;
use crate::text::words::figure_tables as heads;

/// The grouping of the summary.
const GROUPING: &str = "income_decile";

/// Gain, losers and borrowers of each tenth.
pub(super) fn gains(run: &mut Material<'_>, scenario: usize, _: Lang) -> Result<Prepared, FigureError> {
    let groups: Vec<&GroupSummary> =
        run.scenario(scenario).groups.iter().filter(|group| group.grouping == GROUPING).collect();
    if groups.is_empty() {
        return Err(Missing::Summary(GROUPING).into());
    }
    let measures: [Heading; 3] = [heads::gain, heads::worse_off, heads::borrowing];
    let measures = measures.into_iter().flat_map(|measure| std::iter::once(measure).chain(ENDS));
    let mut csv = Csv::new(std::iter::once(heads::decile as Heading).chain(measures));
    let deciles: Vec<Decile> = groups.into_iter().map(decile).collect();
    for decile in &deciles {
        let numbers = [decile.gain, decile.worse_off, decile.borrowing];
        let numbers = numbers.iter().flat_map(|e| e.as_ref().map_or([const { String::new() }; 3], cells));
        csv.row(std::iter::once(decile.name.clone()).chain(numbers));
    }
    Ok(Prepared::new(Deciles::new(deciles)?, csv))
}

fn decile(group: &GroupSummary) -> Decile {
    let found = |id: &str| {
        let metric = group.metrics.iter().find(|metric| metric.id == id)?;
        mean(&metric.estimate).ok()
    };
    Decile {
        name: group.group.clone(),
        gain: found("gain_per_capita_yuan"),
        worse_off: found("worse_off_share"),
        borrowing: borrowing(found("households"), found("households_borrowing")).map(within),
    }
}

/// The part of a tenth that borrows. Its households are the same number in every replication, so that the interval
/// of those who borrow is the interval of the share.
fn borrowing(all: Option<Estimated>, borrowing: Option<Estimated>) -> Option<Estimated> {
    let (all, part) = (all?, borrowing?);
    let share = |households: f64| households / all.value;
    (all.value > 0.0).then(|| Estimated { value: share(part.value), low: share(part.low), high: share(part.high) })
}

/// An interval of a share by Student's t may reach beyond what a share can be.
fn within(share: Estimated) -> Estimated {
    Estimated { value: share.value, low: share.low.max(0.0), high: share.high.min(1.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_that_borrows_is_of_all_households() {
        let all = Estimated { value: 200.0, low: 200.0, high: 200.0 };
        let part = Estimated { value: 50.0, low: 40.0, high: 60.0 };
        let share = borrowing(Some(all), Some(part)).expect("a share");
        assert_eq!((share.value, share.low, share.high), (0.25, 0.2, 0.3));
        let nobody = Estimated { value: 0.0, low: 0.0, high: 0.0 };
        assert_eq!(borrowing(Some(nobody), Some(nobody)), None);
        assert_eq!(within(Estimated { value: 0.01, low: -0.01, high: 0.03 }).low, 0.0);
    }
}
