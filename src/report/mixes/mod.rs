//! The report of a map of mixes: where today's mix stands, which mixes are efficient, and what each changes.

mod tables;

use super::document::{Block, Card, Chart, Document, Number, Section};
use super::reading::{FEW_REPLICATIONS, SHORT_OF_PLAN};
use super::{amount, appendix, assumptions, listed, notices};
use crate::figures::{FIGURES, Figure, Scope, draw_map};
use crate::metrics::REPLICATION_COLUMNS;
use crate::model::policy::Placement;
use crate::output::{MapMetric, MapSummary};
use crate::plots::{Style, Tone, Width};
use crate::scenario::Scenario;
use crate::stats::Efficiency;
use crate::text::words::{map as map_words, report as words};
use crate::text::{Lang, number, percent, whole};

/// Mixes on the card beside today's and the corners.
const MOST_ON_CARD: usize = 5;

/// Metrics of the tables, in their order.
const SHOWN: [&str; 5] =
    ["gain_per_capita_yuan", "depleted", "recovery_rate", "budget_cost_yuan", "households_borrowing"];

/// What the report of a map is made of.
pub struct MixesSource<'a> {
    /// The map.
    pub map: &'a MapSummary,
    /// The scenario with today's mix, where the folder keeps it.
    pub today: Option<&'a Scenario>,
    /// Seed.
    pub seed: u64,
    /// Replications that were asked for.
    pub asked: u32,
    /// Digest of the map.
    pub digest: String,
    /// Digest of the dependencies' versions of the program that simulated.
    pub lock_file: String,
    /// The command that made the map, word by word.
    pub command: &'a [String],
    /// Whether the fund has a part in any claim.
    pub has_fund: bool,
}

/// What the report of a map says, without chart, tables and appendix: decision card and findings.
pub fn mixes_brief(source: &MixesSource<'_>, lang: Lang) -> Document {
    Page { source, map: source.map, lang }.brief()
}

/// The report of a map in one language.
pub fn mixes_document(source: &MixesSource<'_>, lang: Lang) -> Document {
    let page = Page { source, map: source.map, lang };
    let mut document = page.brief();
    document.sections.extend(page.chart());
    document.sections.extend([page.all(), page.method(), page.parameters(), page.warnings(), page.reproduce()]);
    document
}

/// The three shares of a mix in per cent, self-directed, pooled, fixed benefit.
pub fn mix_name(shares: [f64; 3]) -> String {
    let part = |share: f64| number(share * 100.0, usize::from((share * 100.0).fract().abs() > 1e-9));
    shares.map(part).join("/")
}

/// The heading of a metric.
pub fn label(id: &str, lang: Lang) -> &'static str {
    let column = REPLICATION_COLUMNS.iter().find(|column| column.id == id);
    column.map_or("", |column| lang.pick(column.label_en, column.label_zh))
}

/// What makes the numbers of a map easily misread: mixes that lend less than planned. `run_out` says whether households
/// that fit a mode can run out.
pub fn short_of_plan(map: &MapSummary, run_out: bool, lang: Lang) -> Option<String> {
    let short = map.points.iter().filter(|point| point.lent_share_of_plan.is_some_and(|part| part < SHORT_OF_PLAN));
    let (short, all, part) = (short.count(), map.points.len(), percent(SHORT_OF_PLAN, 0));
    match (short, run_out) {
        (0, _) => None,
        (short, _) if short == all => Some(match run_out {
            true => map_words::all_short_and_run_out(lang, part),
            false => map_words::all_short(lang, part),
        }),
        (_, true) => Some(map_words::short_and_run_out(lang, short, all, part)),
        (_, false) => Some(map_words::short(lang, short, all, part)),
    }
}

/// Whether households that fit a mode can run out: only where they must fit one.
pub fn can_run_out(scenario: &Scenario) -> bool {
    scenario.policy.any(|policy| policy.lending.placement == Placement::Eligible)
}

struct Page<'s> {
    source: &'s MixesSource<'s>,
    map: &'s MapSummary,
    lang: Lang,
}

impl Page<'_> {
    fn brief(&self) -> Document {
        Document {
            lang: self.lang,
            title: self.title(),
            about: self.about(),
            notices: notices(self.map.replications, self.source.asked, self.lang),
            card: self.card(),
            sections: vec![self.findings()],
            footer: words::footer(self.lang, &self.map.version, &self.source.digest),
        }
    }

    fn title(&self) -> String {
        let title = self.source.today.map(|today| today.title.get(self.lang)).filter(|title| !title.is_empty());
        let name = || self.map.points.get(self.map.today).map_or("", |point| &point.scenario);
        map_words::title(self.lang, title.unwrap_or_else(name))
    }

    fn about(&self) -> String {
        let n = whole(i64::from(self.map.replications));
        let period = self.source.today.map_or_else(String::new, |today| {
            words::period(self.lang, today.run.start, today.run.start.plus(today.run.months - 1))
        });
        words::mixes_about(self.lang, period, self.map.points.len(), n, self.source.seed)
    }

    fn card(&self) -> Card {
        let (lang, today) = (self.lang, self.source.today);
        let level = percent(self.map.confidence, 0);
        let mut card = Card {
            question: words::mixes_question(lang).to_owned(),
            reading: self.reading(),
            numbers_heading: words::card_numbers_of_today(lang).to_owned(),
            numbers: self.numbers(),
            intervals: words::mixes_intervals(lang, self.today_name(), level),
            against: self.against(),
            cost_heading: words::card_cost_of_today(lang).to_owned(),
            cost: self.cost(),
            ..Card::default()
        };
        assumptions::choose(&mut card, today, Vec::new(), lang);
        card
    }

    fn today_name(&self) -> String {
        self.name(self.map.today)
    }

    fn name(&self, index: usize) -> String {
        self.map.points.get(index).map_or_else(String::new, |point| mix_name(point.shares))
    }

    fn count(&self, wanted: impl Fn(&Efficiency) -> bool) -> usize {
        self.map.points.iter().filter(|point| wanted(&point.efficiency)).count()
    }

    /// Where today's mix stands, then how many mixes there are to choose from.
    fn reading(&self) -> Vec<String> {
        let (lang, map) = (self.lang, self.map);
        let n = whole(i64::from(map.replications));
        if map.replications < FEW_REPLICATIONS {
            return vec![words::read_nothing(lang, n)];
        }
        let axes = listed(&map.axes.iter().map(|id| label(id, lang).to_owned()).collect::<Vec<_>>(), lang);
        let today = map.points.get(map.today).map(|point| point.efficiency);
        let name = self.today_name();
        let first = today.map(|today| match today {
            Efficiency::Efficient => words::today_efficient(lang, name, axes),
            Efficiency::Undecided => words::today_undecided(lang, name, n),
            Efficiency::Dominated { by } => words::today_dominated(lang, name, self.name(by), axes),
        });
        let efficient = self.count(|one| *one == Efficiency::Efficient);
        let undecided = self.count(|one| *one == Efficiency::Undecided);
        let second = words::mixes_efficient(lang, efficient, map.points.len(), undecided);
        first.into_iter().chain([second]).collect()
    }

    fn numbers(&self) -> Vec<Number> {
        let of = |(id, label): (&str, &str)| {
            let metric = self.map.metric(self.map.today, id).filter(|metric| metric.estimate.mean.is_some())?;
            let amount::Amount { value, interval } = amount::estimate(id, &metric.estimate, self.lang);
            Some(Number { label: label.to_owned(), value, interval, notes: Vec::new() })
        };
        let lang = self.lang;
        let three = [
            ("depleted", words::number_fund(lang)),
            ("recovery_rate", words::number_recovery(lang)),
            ("gain_per_capita_yuan", words::number_gain(lang)),
        ];
        three.into_iter().skip(usize::from(!self.source.has_fund)).filter_map(of).collect()
    }

    fn cost(&self) -> Vec<String> {
        let of = |id: &'static str| {
            let paid = |metric: &&MapMetric| metric.estimate.mean.is_some_and(|yuan| yuan > 0.0);
            let metric = self.map.metric(self.map.today, id).filter(paid)?;
            Some(amount::estimate(id, &metric.estimate, self.lang).text())
        };
        let total = of("public_cost_yuan").map(|cost| words::cost_total(self.lang, cost));
        let budget = of("budget_cost_yuan").map(|cost| words::cost_budget(self.lang, cost));
        total.into_iter().chain(budget).collect()
    }

    fn chart(&self) -> Option<Section> {
        let lang = self.lang;
        let draw = |figure: &&'static Figure| -> Option<Chart> {
            let style = Style { width: Width::Double, tone: Tone::Colour, lang };
            // What cannot be drawn has been told with the charts of the map.
            let drawn = draw_map(figure, self.map, self.source.seed, &self.source.digest, style).ok()?;
            let (title, reading) = ((figure.title)(lang), (figure.reading)(lang));
            Some(Chart {
                id: figure.id,
                alternative: words::chart_alternative(lang, title, reading),
                caption: words::chart_caption(lang, 1, title),
                svg: drawn.svg,
                wide: true,
            })
        };
        let figures = FIGURES.iter().filter(|figure| figure.scope == Scope::Map);
        let charts: Vec<Chart> = figures.filter_map(|figure| draw(&figure)).collect();
        let title = words::section_charts(lang).to_owned();
        (!charts.is_empty()).then(|| Section { id: "charts", title, blocks: vec![Block::Charts(charts)] })
    }

    fn method(&self) -> Section {
        let lang = self.lang;
        let list = vec![
            words::method_model(lang).to_owned(),
            words::method_replications(lang, whole(i64::from(self.map.replications))),
            words::method_intervals(lang, percent(self.map.confidence, 0)),
            words::method_efficiency(lang).to_owned(),
            words::method_depletion(lang).to_owned(),
            words::method_recovery(lang).to_owned(),
            words::method_gain(lang).to_owned(),
            words::method_cost(lang).to_owned(),
            words::method_comparison(lang).to_owned(),
            words::method_limits(lang).to_owned(),
        ];
        Section { id: "method", title: words::section_method(lang).to_owned(), blocks: vec![Block::List(list)] }
    }

    fn warnings(&self) -> Section {
        let lang = self.lang;
        let run_out = self.source.today.is_some_and(can_run_out);
        let block = match short_of_plan(self.map, run_out, lang) {
            Some(note) => Block::List(vec![note]),
            None => Block::Text(words::no_warnings(lang).to_owned()),
        };
        Section { id: "warnings", title: words::section_warnings(lang).to_owned(), blocks: vec![block] }
    }

    fn parameters(&self) -> Section {
        let lang = self.lang;
        let blocks = match self.source.today {
            Some(today) => appendix::values(today, lang),
            None => vec![Block::Text(words::values_not_kept(lang).to_owned())],
        };
        Section { id: "parameters", title: words::section_parameters(lang).to_owned(), blocks }
    }

    fn reproduce(&self) -> Section {
        let (lang, source) = (self.lang, self.source);
        let today =
            source.map.points.get(source.map.today).map(|point| (point.scenario.as_str(), point.digest.as_str()));
        let run = appendix::Facts {
            version: &source.map.version,
            seed: source.seed,
            replications: source.map.replications,
            digest: &source.digest,
            lock_file: &source.lock_file,
            scenarios: today.into_iter().collect(),
        };
        let blocks = vec![
            Block::Text(words::mixes_reproduce_how(lang).to_owned()),
            Block::Command(typed(source.command)),
            Block::Text(words::verify_how(lang).to_owned()),
            Block::Command("lendmix check-run RUN".to_owned()),
            Block::Table(run.table(lang)),
        ];
        Section { id: "reproduce", title: words::section_reproduce(lang).to_owned(), blocks }
    }
}

/// A command as it can be typed again.
fn typed(command: &[String]) -> String {
    let plain =
        |word: &str| !word.is_empty() && word.chars().all(|sign| sign.is_alphanumeric() || "-_./=@,:".contains(sign));
    let quoted = |word: &String| if plain(word) { word.clone() } else { format!("'{}'", word.replace('\'', r"'\''")) };
    let words = command.iter().skip(1).map(quoted);
    std::iter::once("lendmix".to_owned()).chain(words).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
