//! What a map prints, on one screen: a triangle of marks, and the numbers of the mixes that matter.

use super::Finished;
use crate::cli::answer::{beside, to_read, with_half};
use crate::cli::compare::cells::{legend, mark};
use crate::cli::explain::mode_words;
use crate::cli::failure::Failure;
use crate::cli::screen;
use crate::model::policy::Mode;
use crate::output::{Manifest, MapSummary};
use crate::report::{can_run_out, label, mix_name, short_of_plan};
use crate::stats::Efficiency;
use crate::text::words::{common, map as words};
use crate::text::{Lang, number, percent, whole};

/// Rows of the table at most, today's mix and the corners not counted.
const MOST_ROWS: usize = 10;

/// A metric of the table: column, heading, factor and decimals of its figures.
type Shown = (&'static str, fn(Lang) -> &'static str, f64, usize);

const SHOWN: [Shown; 5] = [
    ("gain_per_capita_yuan", words::head_gain, 1.0, 0),
    ("depleted", words::head_depleted, 100.0, 1),
    ("recovery_rate", words::head_recovery, 100.0, 1),
    ("budget_cost_yuan", words::head_budget, 1e-6, 1),
    ("households_borrowing", words::head_households, 1.0, 0),
];

/// The answer for machines.
pub fn json(map: &Finished, manifest: &Manifest) -> Result<String, Failure> {
    let answer = serde_json::json!({
        "folder": map.folder.to_string_lossy(),
        "complete": manifest.complete,
        "seconds": manifest.seconds,
        "reading_en": map.reading.en,
        "reading_zh": map.reading.zh,
        "map": map.summary,
    });
    let text = serde_json::to_string_pretty(&answer).map_err(|error| Failure::Stdout(error.into()))?;
    Ok(text + "\n")
}

/// The page.
pub fn text(map: &Finished, manifest: &Manifest, lang: Lang) -> String {
    let reading = screen::sentences(map.reading.get(lang));
    let parts =
        [heading(map, lang), reading, triangle(&map.summary, lang), table(&map.summary, lang), notes(map, lang)];
    parts.concat() + &footer(map, manifest, lang)
}

fn heading(map: &Finished, lang: Lang) -> String {
    let (run, summary) = (&map.today.run, &map.summary);
    let (end, n) = (run.start.plus(run.months - 1), whole(i64::from(summary.replications)));
    let facts = words::facts(lang, run.start, end, summary.points.len(), n, run.seed);
    let axes = words::axes(lang, names(&summary.axes, lang));
    let heading = format!("{}\n{facts}\n{axes}", words::title(lang, map.today.title.get(lang)));
    screen::wrapped(&heading, "") + "\n\n"
}

fn names(ids: &[String], lang: Lang) -> String {
    ids.iter().map(|id| label(id, lang)).collect::<Vec<_>>().join(common::comma(lang))
}

/// One sign for each mix: rows by the share of fixed benefit, in each row pooled lending from none on.
fn triangle(summary: &MapSummary, lang: Lang) -> String {
    let mut rows: Vec<(f64, Vec<(f64, usize)>)> = Vec::new();
    // Today's mix may stand beside the grid: the table has it.
    for (index, point) in summary.points.iter().enumerate().filter(|(index, _)| on_grid(summary, *index)) {
        let [_, pooled, fixed] = point.shares;
        match rows.iter_mut().find(|(of, _)| *of == fixed) {
            Some((_, row)) => row.push((pooled, index)),
            None => rows.push((fixed, vec![(pooled, index)])),
        }
    }
    rows.sort_by(|a, b| b.0.total_cmp(&a.0));
    let most = rows.len();
    let mut text = String::new();
    for (fixed, row) in &mut rows {
        row.sort_by(|a, b| a.0.total_cmp(&b.0));
        let signs: String = row.iter().map(|(_, index)| sign(summary, *index)).collect();
        let indent = " ".repeat((most - row.len()) * 3 / 2);
        let label = mode_words(Mode::FixedBenefit, lang);
        let signs = signs.trim_end();
        text.push_str(&format!("  {label} {:>4}  {indent}{signs}\n", percent(*fixed, 0)));
    }
    let today = &summary.points[summary.today];
    let signs = match on_grid(summary, summary.today) {
        true => words::signs(lang).to_owned(),
        false => words::signs_beside(lang, mix_name(today.shares)),
    };
    let below = [words::triangle(lang), &signs].map(|line| screen::wrapped(&format!("  {line}"), "  "));
    format!("{text}{}\n\n", below.join("\n"))
}

/// What a mix is, in one sign; today's stands in brackets.
fn sign(summary: &MapSummary, index: usize) -> String {
    let mark = match summary.points[index].efficiency {
        Efficiency::Efficient => 'E',
        Efficiency::Undecided => '?',
        Efficiency::Dominated { .. } => '.',
    };
    if index == summary.today { format!("[{mark}]") } else { format!(" {mark} ") }
}

/// Whether a point is one of the grid: all points but today's own.
fn on_grid(summary: &MapSummary, index: usize) -> bool {
    let grid = |n: usize| (1..=20).any(|steps| (steps + 1) * (steps + 2) / 2 == n);
    grid(summary.points.len()) || index + 1 != summary.points.len()
}

fn table(summary: &MapSummary, lang: Lang) -> String {
    let mut table = screen::table();
    let headings = SHOWN.map(|(_, heading, ..)| heading(lang));
    table.set_header([words::head_shares(lang), ""].into_iter().chain(headings).chain([words::head_lent(lang)]));
    let (shown, hidden) = summary.notable(MOST_ROWS);
    for index in shown {
        table.add_row(row(summary, index, lang));
    }
    let more = match hidden {
        0 => String::new(),
        hidden => format!("  {}\n", words::more(lang, hidden)),
    };
    format!("{}\n{more}\n", screen::aligned(table, 2))
}

/// A mix: its shares, its sign, its numbers with the verdict against today's, and what is lent of the plan.
fn row(summary: &MapSummary, index: usize, lang: Lang) -> Vec<String> {
    let point = &summary.points[index];
    let mut row = vec![mix_name(point.shares), sign(summary, index).trim().to_owned()];
    for (id, _, factor, decimals) in SHOWN {
        // 万元 in Chinese where English has millions.
        let (factor, decimals) =
            if factor < 1.0 { lang.pick((factor, decimals), (1e-4, 0)) } else { (factor, decimals) };
        let Some(metric) = summary.metric(index, id) else { continue };
        let verdict = if index == summary.today { "" } else { mark(metric.verdict, lang) };
        let shown = match id {
            "depleted" => {
                let mean = metric.estimate.mean.map_or("–".to_owned(), |mean| number(mean * factor, decimals));
                mean + &beside(metric.interval(), 1.0 / factor, decimals)
            }
            _ => with_half(metric.estimate.mean, metric.interval(), factor, decimals),
        };
        row.push(format!("{shown} {verdict}").trim_end().to_owned());
    }
    row.push(with_half(point.lent_share_of_plan, point.lent_share_interval, 100.0, 1));
    row
}

fn notes(map: &Finished, lang: Lang) -> String {
    let summary = &map.summary;
    let mut notes = vec![words::judged(lang, legend(lang))];
    notes.extend(short_of_plan(summary, can_run_out(&map.today), lang));
    screen::notes(notes)
}

fn footer(map: &Finished, manifest: &Manifest, lang: Lang) -> String {
    let (folder, seconds) = (map.folder.display(), number(manifest.seconds, 1));
    let text = words::footer(lang, folder, to_read(manifest, lang), seconds);
    format!("\n{}\n", screen::wrapped(&text, ""))
}
