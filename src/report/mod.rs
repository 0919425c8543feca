//! The report of a finished run: first a model of the document ([`Document`]), pure data that is tested on numbers, then
//! HTML, which only draws it. Nothing here simulates, reads a file or knows a clock: the same run gives the same bytes.
//!
//! | file | holds |
//! |---|---|
//! | `document` | the report as data |
//! | `reading` | what numbers come to, by intervals and verdicts |
//! | `amount` | a number with its interval in words |
//! | `card`, `assumptions` | the decision card |
//! | `findings`, `compared` | sentences from numbers |
//! | `charts`, `tables`, `appendix` | the rest, in the order of the report |
//! | `values` | the values of a scenario, and in which two differ |
//! | `html` | one self-contained file |

mod amount;
mod appendix;
mod assumptions;
mod card;
mod charts;
mod compared;
mod document;
mod findings;
mod html;
mod reading;
mod tables;
mod values;

pub use document::{Assumption, Block, Card, Chart, Document, Number, Section, Table};
pub use html::{html, html_in_both};
pub use reading::{Balance, FEW_DEPLETIONS, FEW_REPLICATIONS, Fund, Side};

use crate::figures::Material;
use crate::output::{Comparison, MetricSummary, Ratios, RunSummary, ScenarioSummary};
use crate::scenario::Scenario;
use crate::text::words::{common, report as words};
use crate::text::{Lang, whole};
use crate::units::CalendarMonth;

/// What a report is made of.
pub struct Source<'a> {
    /// Summary, charts and values of the run.
    pub run: Material<'a>,
    /// The scenarios in the order of the run; none where the folder does not keep them.
    pub scenarios: &'a [Scenario],
    /// Whether the fund has a part in any claim, by scenario.
    pub has_fund: Vec<bool>,
    /// What would make a reader misread the numbers, by scenario.
    pub warnings: &'a dyn Fn(usize, Lang) -> Vec<String>,
    /// Replications that were asked for.
    pub asked: u32,
    /// Digest of the dependencies' versions of the program that simulated.
    pub lock_file: String,
    /// The file of the folder that answers an inverse question, if the run was made to answer one.
    pub solved: Option<&'static str>,
}

/// The report of a run in one language.
pub fn document(source: &mut Source<'_>, lang: Lang) -> Document {
    let charts = charts::section(source, lang);
    let baseline = baseline(source.run.summary);
    // Without the values of single replications there are no ratios.
    let ratios = Ratios::of(|id| source.run.rows.metric(baseline, id)).unwrap_or_default();
    let view = View { source, baseline, ratios, lang };
    let mut sections = vec![findings::section(&view)];
    sections.extend(compared::section(&view));
    sections.push(charts);
    sections.extend(tables::sections(&view));
    sections.extend(appendix::sections(&view));
    Document {
        lang,
        title: view.title(),
        about: view.about(),
        notices: view.notices(),
        card: card::card(&view),
        sections,
        footer: words::footer(lang, &view.source.run.summary.version, &view.source.run.digest),
    }
}

/// Place of the baseline of a run, or of its only scenario.
fn baseline(summary: &RunSummary) -> usize {
    let named = summary.comparisons.first().map(|first| &first.baseline);
    summary.scenarios.iter().position(|scenario| Some(&scenario.name) == named).unwrap_or(0)
}

/// A run as its sentences see it: the baseline, or its only scenario, above all.
struct View<'v, 'a> {
    source: &'v Source<'a>,
    /// Place of the baseline.
    baseline: usize,
    ratios: Ratios,
    lang: Lang,
}

impl<'v, 'a> View<'v, 'a> {
    fn base(&self) -> &'v ScenarioSummary {
        &self.source.run.summary.scenarios[self.baseline]
    }

    fn scenario(&self, place: usize) -> Option<&'v Scenario> {
        self.source.scenarios.get(place)
    }

    fn base_scenario(&self) -> Option<&'v Scenario> {
        self.scenario(self.baseline)
    }

    fn has_fund(&self) -> bool {
        self.source.has_fund.get(self.baseline).copied().unwrap_or(true)
    }

    /// Whether gains of households are followed: a laboratory may follow none.
    fn follows_households(&self) -> bool {
        self.metric("gain_per_capita_yuan").is_some_and(|metric| metric.estimate.n > 0)
    }

    fn comparisons(&self) -> &'v [Comparison] {
        &self.source.run.summary.comparisons
    }

    fn replications(&self) -> u32 {
        self.source.run.summary.replications
    }

    fn metric(&self, id: &str) -> Option<&'v MetricSummary> {
        self.base().metric(id)
    }

    fn mean(&self, id: &str) -> Option<f64> {
        self.metric(id)?.estimate.mean
    }

    /// A metric's mean with its interval, if it is there.
    fn written(&self, id: &str) -> Option<String> {
        let metric = self.metric(id).filter(|metric| metric.estimate.mean.is_some())?;
        Some(amount::mean(metric, self.lang).text())
    }

    fn start(&self) -> Option<CalendarMonth> {
        CalendarMonth::parse(&self.base().start)
    }

    /// The last month of the run.
    fn end(&self) -> String {
        self.start().map_or_else(String::new, |start| start.plus(self.base().months.saturating_sub(1)).to_string())
    }

    /// A month of the run, from 1.
    fn month(&self, number: f64) -> String {
        self.start().map_or_else(String::new, |start| start.plus((number as u32).saturating_sub(1)).to_string())
    }

    /// A scenario by its title, else by its name.
    fn name_of(&self, name: &str) -> String {
        let scenario = self.source.run.summary.scenarios.iter().find(|scenario| scenario.name == name);
        scenario.map_or_else(|| name.to_owned(), |scenario| title(scenario, self.source.run.summary, self.lang))
    }

    fn title(&self) -> String {
        title(self.base(), self.source.run.summary, self.lang)
    }

    fn about(&self) -> String {
        let (lang, run) = (self.lang, &self.source.run);
        let others = match self.comparisons().len() {
            0 => String::new(),
            others => words::and_others(lang, others),
        };
        words::about(lang, others, &self.base().start, self.end(), whole(i64::from(self.replications())), run.seed)
    }

    fn notices(&self) -> Vec<String> {
        let (lang, done, asked) = (self.lang, self.replications(), self.source.asked);
        let shown = |number: u32| whole(i64::from(number));
        let stopped = (done < asked).then(|| words::stopped(lang, shown(done), shown(asked)));
        let few = (done < reading::FEW_REPLICATIONS).then(|| words::few(lang, shown(done)));
        let laboratory = (!self.follows_households()).then(|| words::laboratory(lang).to_owned());
        let solved = self.source.solved.map(|file| words::solved(lang, file));
        stopped.into_iter().chain(few).chain(laboratory).chain(solved).collect()
    }
}

/// A scenario's title, else its name; with what was set over the file where several scenarios have one title.
fn title(scenario: &ScenarioSummary, summary: &RunSummary, lang: Lang) -> String {
    let of = |scenario: &ScenarioSummary| -> String {
        let title = lang.pick(&scenario.title_en, &scenario.title_zh);
        if title.is_empty() { scenario.name.clone() } else { title.clone() }
    };
    let own = of(scenario);
    let set_over = |scenario: &ScenarioSummary| scenario.name.contains('@');
    let shared = |alike: &dyn Fn(&ScenarioSummary) -> bool| {
        summary.scenarios.iter().filter(|other| alike(other) && of(other) == own).count() > 1
    };
    match scenario.name.split_once('@') {
        Some((_, set)) if shared(&|_| true) => words::title_with(lang, own, set),
        // A file keeps its title beside its own variants.
        None if own != scenario.name && shared(&|other| !set_over(other)) => {
            words::title_with(lang, own, &scenario.name)
        }
        _ => own,
    }
}

/// Sentences one after the other.
fn joined(sentences: &[String], lang: Lang) -> String {
    sentences.join(lang.pick(" ", ""))
}

/// Names in a row.
fn listed(names: &[String], lang: Lang) -> String {
    names.join(common::comma(lang))
}

#[cfg(test)]
mod tests;
