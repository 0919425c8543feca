//! The charts of the report: those of the list of figures that the run has the numbers for, single-column so that their
//! type keeps its size on a telephone and on paper.

use super::Source;
use super::document::{Block, Chart, Section};
use crate::figures::{self, Drawn, FIGURES, Figure, Scope};
use crate::plots::{Style, Tone, Width};
use crate::text::Lang;
use crate::text::words::report as words;

/// Scenarios beside the baseline whose fund is drawn as well.
const MOST_FUNDS: usize = 3;

/// The section. A figure that the run lacks something for is left out.
pub fn section(source: &mut Source<'_>, lang: Lang) -> Section {
    let baseline = super::baseline(source.run.summary);
    let scenarios = source.run.summary.scenarios.len();
    let (mut charts, mut wide) = (Vec::new(), Vec::new());
    for figure in &FIGURES {
        for place in places(figure, baseline, scenarios) {
            let chart = draw(figure, place, source, lang);
            match figure.scope {
                Scope::Run => wide.extend(chart),
                _ => charts.extend(chart),
            }
        }
    }
    let mut number = 0;
    for chart in wide.iter_mut().chain(&mut charts) {
        number += 1;
        chart.caption = words::chart_caption(lang, number, &chart.caption);
    }
    let wide = (!wide.is_empty()).then_some(Block::Charts(wide));
    let title = words::section_charts(lang).to_owned();
    Section { id: "charts", title, blocks: wide.into_iter().chain([Block::Charts(charts)]).collect() }
}

/// The scenarios that a figure is drawn of: the baseline; of the fund's balance a few others too.
fn places(figure: &Figure, baseline: usize, scenarios: usize) -> Vec<usize> {
    let others = (0..scenarios).filter(|place| *place != baseline);
    match figure.scope {
        Scope::Scenario if figure.id == FIGURES[0].id => {
            std::iter::once(baseline).chain(others.take(MOST_FUNDS)).collect()
        }
        Scope::Scenario => vec![baseline],
        Scope::Run => vec![0],
        Scope::Map => Vec::new(),
    }
}

fn draw(figure: &'static Figure, place: usize, source: &mut Source<'_>, lang: Lang) -> Option<Chart> {
    let wide = figure.scope == Scope::Run;
    let width = if wide { Width::Double } else { Width::Single };
    // What cannot be drawn has been told with the charts of the run.
    let Drawn { svg, .. } =
        figures::draw(figure, &mut source.run, place, Style { width, tone: Tone::Colour, lang }).ok()?;
    let several = source.run.summary.scenarios.len() > 1 && !wide;
    let name = if several {
        Some(crate::figures::title(&source.run.summary.scenarios[place], source.run.summary, lang))
    } else {
        None
    };
    let (title, reading) = ((figure.title)(lang), (figure.reading)(lang));
    Some(Chart {
        id: figure.id,
        alternative: words::chart_alternative(lang, title, reading),
        caption: name.map_or_else(|| title.to_owned(), |name| words::chart_of(lang, title, name)),
        svg,
        wide,
    })
}
