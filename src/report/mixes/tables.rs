//! The tables of a map's report: other mixes against today's, how many differ in what, every mix.

use super::{MOST_ON_CARD, Page, SHOWN, label};
use crate::output::{MAP_METRICS, MapMetric, Verdict, efficiency_words, names};
use crate::report::document::{Block, Section, Table};
use crate::report::{amount, joined};
use crate::stats::Efficiency;
use crate::text::whole;
use crate::text::words::report as words;

impl Page<'_> {
    /// Today's mix in numbers, the corners and some efficient mixes as differences from it.
    pub(super) fn against(&self) -> Option<Table> {
        let (lang, map) = (self.lang, self.map);
        let (chosen, hidden) = map.notable(MOST_ON_CARD);
        let any = self.count(|one| *one == Efficiency::Efficient) > 0;
        let kind = if any { words::efficient_mixes(lang) } else { words::undecided_mixes(lang) };
        let mut note = words::mixes_against_note(lang, kind, whole(i64::from(map.replications)));
        if hidden > 0 {
            note = joined(&[note, words::mixes_more(lang, hidden)], lang);
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
    pub(super) fn findings(&self) -> Section {
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
            rows: MAP_METRICS.iter().map(row).collect(),
            words: 1,
            note: words::mixes_counted_note(lang).to_owned(),
            dense: false,
        };
        let blocks = vec![Block::Table(counted)];
        Section { id: "findings", title: words::section_findings(lang).to_owned(), blocks }
    }

    /// Every mix with its numbers.
    pub(super) fn all(&self) -> Section {
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
}
