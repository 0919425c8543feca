//! The report of a map of mixes: where today's mix stands, which mixes are efficient, and what each changes.

use super::document::{Block, Card, Chart, Document, Number, Section, Table};
use super::reading::FEW_REPLICATIONS;
use super::{amount, appendix, assumptions, listed, notices};
use crate::figures::{FIGURES, Figure, Scope, draw_map};
use crate::metrics::REPLICATION_COLUMNS;
use crate::model::policy::Placement;
use crate::output::{MapMetric, MapSummary, Verdict, efficiency_words, names};
use crate::plots::{Style, Tone, Width};
use crate::scenario::Scenario;
use crate::stats::Efficiency;
use crate::text::words::{map as map_words, report as words};
use crate::text::{Lang, number, percent, whole};

/// Mixes on the card beside today's and the corners.
const MOST_ON_CARD: usize = 5;

/// Part of the plan below which lending counts as short.
pub const SHORT_OF_PLAN: f64 = 0.98;

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
    document.sections.extend([page.all(), page.method(), page.parameters(), page.reproduce()]);
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

    /// Today's mix in numbers, the corners and some efficient mixes as differences from it.
    fn against(&self) -> Option<Table> {
        let (lang, map) = (self.lang, self.map);
        let (chosen, hidden) = map.notable(MOST_ON_CARD);
        let any = self.count(|one| *one == Efficiency::Efficient) > 0;
        let kind = if any { words::efficient_mixes(lang) } else { words::undecided_mixes(lang) };
        let mut note = words::mixes_against_note(lang, kind, whole(i64::from(map.replications)));
        if hidden > 0 {
            note = super::joined(&[note, words::mixes_more(lang, hidden)], lang);
        }
        let rows = chosen.iter().map(|index| {
            let cells =
                SHOWN.iter().map(|id| map.metric(*index, id).map_or_else(String::new, |one| self.cell(*index, one)));
            [self.row_name(*index), self.place(*index)].into_iter().chain(cells).collect()
        });
        (map.points.len() > 1).then(|| Table {
            caption: words::mixes_against_caption(lang).to_owned(),
            headings: self.headings(),
            rows: rows.collect(),
            words: 2,
            note,
            dense: false,
        })
    }

    fn headings(&self) -> Vec<String> {
        let lang = self.lang;
        let first = [words::column_mix(lang), words::column_place(lang)];
        first.into_iter().chain(SHOWN.iter().map(|id| label(id, lang))).map(str::to_owned).collect()
    }

    fn row_name(&self, index: usize) -> String {
        if index == self.map.today { words::mix_today(self.lang, self.name(index)) } else { self.name(index) }
    }

    fn place(&self, index: usize) -> String {
        self.map.points.get(index).map_or("", |point| efficiency_words(point.efficiency, self.lang)).to_owned()
    }

    /// Today's value, or what another mix changes and what that comes to.
    fn cell(&self, index: usize, metric: &MapMetric) -> String {
        let lang = self.lang;
        match (metric.verdict, metric.against_today) {
            _ if index == self.map.today => amount::estimate(&metric.id, &metric.estimate, lang).text(),
            (verdict @ (Verdict::Same | Verdict::NotComparable), _) | (verdict, None) => verdict.words(lang).to_owned(),
            (verdict, Some(effect)) => {
                let difference = amount::difference_of(&metric.id, &effect.difference, lang);
                words::amount_and_verdict(lang, difference.text(), verdict.words(lang))
            }
        }
    }

    /// In each number, how many mixes are better than today's, and what to watch.
    fn findings(&self) -> Section {
        let (lang, map) = (self.lang, self.map);
        let others = || (0..map.points.len()).filter(|index| *index != map.today);
        let count = |id: &str, wanted: &[Verdict]| {
            let of = |index: &usize| map.metric(*index, id).is_some_and(|one| wanted.contains(&one.verdict));
            others().filter(of).count().to_string()
        };
        let row = |id: &&str| -> Vec<String> {
            let told = [
                &[Verdict::Better][..],
                &[Verdict::Worse],
                &[Verdict::Higher, Verdict::Lower],
                &[Verdict::NotDistinguishable],
                &[Verdict::Same],
                &[Verdict::NotComparable],
            ];
            std::iter::once(label(id, lang).to_owned()).chain(told.map(|wanted| count(id, wanted))).collect()
        };
        let counted = Table {
            caption: words::mixes_counted_caption(lang, self.today_name()),
            headings: [
                words::metric(lang),
                words::column_better(lang),
                words::column_worse(lang),
                words::column_differ(lang),
                words::column_open(lang),
                words::column_same(lang),
                words::column_incomparable(lang),
            ]
            .map(str::to_owned)
            .to_vec(),
            rows: crate::output::MAP_METRICS.iter().map(row).collect(),
            words: 1,
            note: words::mixes_counted_note(lang).to_owned(),
            dense: false,
        };
        let run_out = self.source.today.is_some_and(can_run_out);
        let short = short_of_plan(map, run_out, lang).map(|note| Block::List(vec![note]));
        let blocks = std::iter::once(Block::Table(counted)).chain(short).collect();
        Section { id: "findings", title: words::section_findings(lang).to_owned(), blocks }
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
        let reading: Vec<Block> =
            figures.clone().map(|figure| Block::Text((figure.reading)(lang).to_owned())).collect();
        let charts: Vec<Chart> = figures.filter_map(|figure| draw(&figure)).collect();
        let title = words::section_charts(lang).to_owned();
        (!charts.is_empty()).then(|| Section {
            id: "charts",
            title,
            blocks: std::iter::once(Block::Charts(charts)).chain(reading).collect(),
        })
    }

    /// Every mix with its numbers.
    fn all(&self) -> Section {
        let (lang, map) = (self.lang, self.map);
        let row = |index: usize| -> Vec<String> {
            let value = |id: &&str| {
                let metric = map.metric(index, id);
                metric.map_or_else(|| "–".to_owned(), |one| amount::estimate(id, &one.estimate, lang).text())
            };
            [self.row_name(index), self.place(index)].into_iter().chain(SHOWN.iter().map(value)).collect()
        };
        let table = Table {
            caption: words::mixes_all_caption(lang).to_owned(),
            headings: self.headings(),
            rows: (0..map.points.len()).map(row).collect(),
            words: 2,
            note: words::mixes_all_note(lang, names::MAP_CSV),
            dense: false,
        };
        Section { id: "mixes", title: words::section_mixes(lang).to_owned(), blocks: vec![Block::Table(table)] }
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
mod tests {
    use super::*;
    use crate::output::MapPoint;
    use crate::stats::{Effect, Estimate, Interval, PairedDifferences};

    fn estimate(mean: f64) -> Estimate {
        let interval = Some(Interval { low: mean - 1.0, high: mean + 1.0 });
        Estimate { n: 300, missing: 0, mean: Some(mean), sd: Some(1.0), interval }
    }

    fn effect(mean: f64) -> Effect {
        Effect { difference: estimate(mean), ..PairedDifferences::default().effect() }
    }

    /// A mix whose gain is as given, and as judged against today's.
    fn point(shares: [f64; 3], efficiency: Efficiency, gain: f64, verdict: Verdict) -> MapPoint {
        let metric = MapMetric {
            id: "gain_per_capita_yuan".to_owned(),
            estimate: estimate(gain),
            against_today: Some(effect(gain - 900.0)),
            p_holm: None,
            verdict,
        };
        MapPoint {
            scenario: mix_name(shares),
            digest: String::new(),
            shares,
            lent_share_of_plan: Some(0.9),
            lent_share_interval: None,
            efficiency,
            metrics: vec![metric],
        }
    }

    fn map(today: Efficiency) -> MapSummary {
        MapSummary {
            version: "0".to_owned(),
            confidence: 0.95,
            replications: 300,
            axes: vec!["gain_per_capita_yuan".to_owned(), "households_borrowing".to_owned()],
            today: 1,
            points: vec![
                point([1.0, 0.0, 0.0], Efficiency::Efficient, 1000.0, Verdict::Better),
                point([0.375, 0.5, 0.125], today, 900.0, Verdict::Same),
                point([0.0, 0.5, 0.5], Efficiency::Undecided, 899.0, Verdict::NotDistinguishable),
                point([0.0, 0.0, 1.0], Efficiency::Dominated { by: 0 }, 100.0, Verdict::Worse),
            ],
        }
    }

    fn document(map: &MapSummary) -> Document {
        let command = ["/a/b/lendmix", "map", "it's.toml", "--set", "run.months=9"].map(str::to_owned);
        let source = MixesSource {
            map,
            today: None,
            seed: 7,
            asked: 300,
            digest: "d".to_owned(),
            lock_file: "l".to_owned(),
            command: &command,
            has_fund: true,
        };
        mixes_document(&source, Lang::En)
    }

    #[test]
    fn where_todays_mix_stands_is_said_first() {
        let reading = |today| document(&map(today)).card.reading;
        let efficient = reading(Efficiency::Efficient);
        assert!(
            efficient[0].starts_with("Today's mix (37.5/50/12.5) is surpassed in everything by no other mix"),
            "{efficient:?}"
        );
        assert!(
            efficient[1].starts_with("Of 4 mixes 2 are surpassed by none (efficient) and 1 cannot be told"),
            "{efficient:?}"
        );
        let dominated = reading(Efficiency::Dominated { by: 0 });
        assert!(
            dominated[0].contains("is surpassed by 100/0/0: by the estimates 100/0/0 is worse in none of"),
            "{dominated:?}"
        );
        assert!(reading(Efficiency::Undecided)[0].contains("cannot be told at 300 replications"));
        let few = document(&MapSummary { replications: 3, ..map(Efficiency::Efficient) });
        assert_eq!(few.card.reading.len(), 1);
        assert!(few.card.reading[0].starts_with("With 3 replications nothing can be recommended"));
    }

    #[test]
    fn mixes_are_counted_by_what_they_come_to() {
        let document = document(&map(Efficiency::Efficient));
        let counted = document.tables().find(|table| table.caption.starts_with("How many mixes differ")).unwrap();
        let gain = counted.rows.iter().find(|row| row[0].contains("gain per capita")).unwrap();
        assert_eq!(gain[1..], ["1", "1", "0", "1", "0", "0"]);
        // A metric that the map lacks counts nowhere.
        assert!(counted.rows.iter().any(|row| row[1..].iter().all(|cell| cell == "0")));
    }

    #[test]
    fn other_mixes_stand_as_differences_from_todays() {
        let document = document(&map(Efficiency::Efficient));
        let rows = document.card.against.unwrap().rows;
        assert_eq!(rows[0][..3], ["today's 37.5/50/12.5", "efficient", "900 yuan [899, 901]"]);
        assert_eq!(rows[1][..3], ["100/0/0", "efficient", "+100 yuan [99, 101], better"]);
        // The corners, and no mix that is merely undecided.
        assert_eq!(
            rows.iter().map(|row| row[0].as_str()).collect::<Vec<_>>(),
            ["today's 37.5/50/12.5", "100/0/0", "0/0/100"]
        );
    }

    #[test]
    fn the_command_can_be_typed_again() {
        let document = document(&map(Efficiency::Efficient));
        let commands: Vec<&str> = document.texts().into_iter().filter(|text| text.starts_with("lendmix map")).collect();
        assert_eq!(commands, [r"lendmix map 'it'\''s.toml' --set run.months=9"]);
    }

    #[test]
    fn lending_short_of_the_plan_is_told() {
        let short = short_of_plan(&map(Efficiency::Efficient), false, Lang::En).unwrap();
        assert!(short.starts_with("All mixes lend less than 98% of the plan"), "{short}");
        let mut map = map(Efficiency::Efficient);
        map.points[0].lent_share_of_plan = Some(0.99);
        assert!(
            short_of_plan(&map, true, Lang::En).unwrap().starts_with("3 of 4 mixes lend less than 98% of the plan")
        );
    }
}
