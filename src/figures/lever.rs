//! A search along a lever: leverage, pay-out, or the fund where lending reacts to it.

use super::csv::{ENDS, Heading, cell, cells};
use super::{Csv, FigureError, Material, Missing, Prepared};
use crate::plots::Estimated;
use crate::plots::charts::{LeverMark, LeverPanel, LeverSearch, Met};
use crate::plots::money::money_unit;
use crate::text::words::figure_tables as heads;
use crate::text::words::figures as words;
use crate::text::{Lang, number};

/// What was looked at in a search along one lever.
#[derive(Clone, Debug, PartialEq)]
pub struct Search {
    /// What the lever is.
    pub lever: LeverKind,
    /// Values that were looked at, ascending.
    pub points: Vec<SearchPoint>,
    /// What was asked: measure and limit.
    pub conditions: Vec<(String, f64)>,
    /// The value of the scenario file, if it is among those that were looked at.
    pub file: Option<f64>,
    /// The answer, if there is one.
    pub answer: Option<f64>,
}

/// What a lever is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeverKind {
    /// Times the fund.
    Leverage,
    /// Share of the credit a year.
    Payout,
    /// Yuan in the first month.
    Fund,
}

/// A value of the lever.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchPoint {
    /// The value.
    pub at: f64,
    /// Whether it meets what is asked.
    pub met: Met,
    /// Measures by name with their intervals.
    pub measures: Vec<(String, Estimated)>,
}

/// A measure that can be drawn: its name in a search, its heading, per cent or yuan.
struct Drawn {
    id: &'static str,
    name: Heading,
    percent: bool,
}

/// Measures in the order of their panels; of those beyond the first three only what is asked for.
const MEASURES: [Drawn; 5] = [
    Drawn { id: "depletion", name: words::search_depletion, percent: true },
    Drawn { id: "lent", name: words::search_lent, percent: true },
    Drawn { id: "gain", name: words::search_gain, percent: false },
    Drawn { id: "failing", name: words::search_failing, percent: true },
    Drawn { id: "recovery", name: words::search_recovery, percent: true },
];
/// Measures that are always drawn.
const ALWAYS: usize = 3;

/// Every value that was looked at.
pub(super) fn search(run: &mut Material<'_>, _: usize, lang: Lang) -> Result<Prepared, FigureError> {
    let search = run.search.as_ref().ok_or(Missing::Search)?;
    let headings: [Heading; 4] = [heads::lever, heads::condition, heads::measure, heads::estimate];
    let mut csv = Csv::new(headings.into_iter().chain(ENDS));
    for point in &search.points {
        for (id, value) in &point.measures {
            let row = [cell(Some(point.at)), super::csv::both(met_word(point.met)), id.clone()];
            csv.row(row.into_iter().chain(cells(value)));
        }
    }
    let (factor, axis, suffix) = scale(search, lang);
    let at = search.points.iter().map(|point| (point.at * factor, point.met)).collect();
    let asked = |id: &str| search.conditions.iter().find(|(measure, _)| measure == id).map(|(_, limit)| *limit);
    let shown = MEASURES.iter().enumerate().filter(|(i, drawn)| *i < ALWAYS || asked(drawn.id).is_some());
    let panels = shown.map(|(_, drawn)| panel(drawn, search, asked(drawn.id), lang)).collect();
    Ok(Prepared::new(LeverSearch::new((axis, suffix), at, panels, marks(search, factor, lang))?, csv))
}

/// Factor, name and suffix of the lever's axis.
fn scale(search: &Search, lang: Lang) -> (f64, String, &'static str) {
    match search.lever {
        LeverKind::Leverage => (1.0, words::lever_leverage(lang).to_owned(), ""),
        LeverKind::Payout => (100.0, words::lever_payout(lang).to_owned(), "%"),
        LeverKind::Fund => {
            let unit = money_unit(search.points.last().map_or(0.0, |point| point.at), lang);
            (1.0 / unit.yuan, words::lever_fund(lang, unit.name), "")
        }
    }
}

fn panel(drawn: &Drawn, search: &Search, limit: Option<f64>, lang: Lang) -> LeverPanel {
    let factor = if drawn.percent { 100.0 } else { 1.0 };
    let scaled = |e: &Estimated| Estimated { value: e.value * factor, low: e.low * factor, high: e.high * factor };
    let value = |point: &SearchPoint| {
        point.measures.iter().find(|(id, _)| id == drawn.id).map(|(_, estimated)| scaled(estimated))
    };
    LeverPanel {
        name: (drawn.name)(lang).to_owned(),
        suffix: if drawn.percent { "%" } else { "" },
        values: search.points.iter().map(value).collect(),
        limit: limit.map(|limit| limit * factor),
    }
}

/// The file's value and the answer, named with their values; one mark where they are the same.
fn marks(search: &Search, factor: f64, lang: Lang) -> Vec<LeverMark> {
    let shown = |value: f64| {
        let text = number(value * factor, 2);
        let text = text.trim_end_matches('0').trim_end_matches('.').to_owned();
        if search.lever == LeverKind::Payout { text + "%" } else { text }
    };
    let mark = |value: f64, name: fn(Lang, String) -> String, dashed| LeverMark {
        at: value * factor,
        name: name(lang, shown(value)),
        dashed,
    };
    let same = search.answer.is_some() && search.answer == search.file;
    let file = search.file.filter(|_| !same).map(|value| mark(value, words::search_file, true));
    let answer: fn(Lang, String) -> String = if same { words::search_both } else { words::search_answer };
    file.into_iter().chain(search.answer.map(|value| mark(value, answer, false))).collect()
}

fn met_word(met: Met) -> Heading {
    match met {
        Met::Surely => heads::surely_met,
        Met::ByEstimate => heads::met_by_estimate,
        Met::Not => heads::not_met,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lever_and_its_marks_are_counted_in_the_readers_unit() {
        let point = |at| SearchPoint { at, met: Met::Surely, measures: vec![] };
        let mut search = Search {
            lever: LeverKind::Payout,
            points: vec![point(0.05), point(0.1)],
            conditions: vec![],
            file: Some(0.1),
            answer: Some(0.0725),
        };
        let names = |search: &Search| -> Vec<String> {
            let (factor, ..) = scale(search, Lang::Zh);
            marks(search, factor, Lang::Zh).into_iter().map(|mark| mark.name).collect()
        };
        assert_eq!(names(&search), ["方案现值10%", "答案7.25%"]);
        search.answer = search.file;
        assert_eq!(names(&search), ["答案即方案现值10%"]);
        search.lever = LeverKind::Fund;
        search.points = vec![point(1e7), point(3e7)];
        assert_eq!(scale(&search, Lang::En).1, "fund in the first month, million yuan");
    }
}
