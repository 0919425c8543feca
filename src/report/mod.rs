//! The report of a finished run: first a model of the document ([`Document`]), pure data that is tested on numbers, then
//! HTML, which only draws it. Nothing here simulates, reads a file or knows a clock: the same run gives the same bytes.
//!
//! | file | holds |
//! |---|---|
//! | `document` | the report as data |
//! | `reading` | what numbers come to, by intervals and verdicts |
//! | `amount` | a number with its interval in words |
//! | `card`, `assumptions` | the decision card |
//! | `weighing` | what scenarios come to against the baseline |
//! | `findings`, `compared` | sentences from numbers |
//! | `charts`, `tables`, `appendix` | the rest, in the order of the report |
//! | `mixes` | the report of a map of mixes |
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
mod mixes;
mod reading;
mod tables;
mod values;
mod weighing;

pub use document::{Assumption, Block, Card, Chart, Document, Number, Section, Table};
pub use html::{html, html_in_both};
pub use mixes::{MixesSource, can_run_out, label, mix_name, mixes_brief, mixes_document, short_of_plan};
pub use reading::{Balance, FEW_DEPLETIONS, FEW_REPLICATIONS, Fund, SHORT_OF_PLAN, Side};

use crate::figures::{Material, title};
use crate::output::{Comparison, MetricSummary, RunSummary, ScenarioSummary};
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
    pub warnings: Box<dyn Fn(usize, Lang) -> Vec<String> + 'a>,
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
    let view = View::of(source, lang);
    let mut document = view.brief();
    document.sections.push(charts);
    document.sections.extend(tables::sections(&view));
    document.sections.extend(appendix::sections(&view));
    document
}

/// What the report of a run says, without charts, tables and appendix: decision card, findings and comparison.
pub fn brief(source: &Source<'_>, lang: Lang) -> Document {
    View::of(source, lang).brief()
}

/// The reading that a report recommends, in both languages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// English.
    pub en: Vec<String>,
    /// Chinese.
    pub zh: Vec<String>,
}

impl Reading {
    /// Asks for it in each language.
    pub fn of(mut in_language: impl FnMut(Lang) -> Vec<String>) -> Reading {
        Reading { en: in_language(Lang::En), zh: in_language(Lang::Zh) }
    }

    /// In one language.
    pub fn get(&self, lang: Lang) -> &[String] {
        lang.pick(&self.en, &self.zh)
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
    lang: Lang,
}

impl<'v, 'a> View<'v, 'a> {
    fn of(source: &'v Source<'a>, lang: Lang) -> View<'v, 'a> {
        View { source, baseline: baseline(source.run.summary), lang }
    }

    fn brief(&self) -> Document {
        Document {
            lang: self.lang,
            title: match self.comparisons() {
                [] => self.title(),
                _ => words::compared_title(self.lang, self.title()),
            },
            about: self.about(),
            notices: self.notices(),
            card: card::card(self),
            sections: std::iter::once(findings::section(self)).chain(compared::section(self)).collect(),
            footer: words::footer(self.lang, &self.source.run.summary.version, &self.source.run.digest),
        }
    }

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
            1 => words::and_another(lang).to_owned(),
            others => words::and_others(lang, others),
        };
        words::about(lang, others, &self.base().start, self.end(), whole(i64::from(self.replications())), run.seed)
    }

    fn notices(&self) -> Vec<String> {
        let lang = self.lang;
        let laboratory = (!self.follows_households()).then(|| words::laboratory(lang).to_owned());
        let solved = self.source.solved.map(|file| words::solved(lang, file));
        notices(self.replications(), self.source.asked, lang).into_iter().chain(laboratory).chain(solved).collect()
    }
}

/// What a reader must know of the number of replications before the first number.
fn notices(done: u32, asked: u32, lang: Lang) -> Vec<String> {
    let shown = |number: u32| whole(i64::from(number));
    let stopped = (done < asked).then(|| words::stopped(lang, shown(done), shown(asked)));
    let few = (done < reading::FEW_REPLICATIONS).then(|| words::few(lang, shown(done)));
    stopped.into_iter().chain(few).collect()
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
