//! What a map prints, on one screen: a triangle of marks, and the numbers of the mixes that matter.

use comfy_table::{CellAlignment, Table, presets::NOTHING};

use super::Finished;
use crate::cli::compare::cells::short_verdict;
use crate::cli::failure::Failure;
use crate::metrics::REPLICATION_COLUMNS;
use crate::model::policy::Placement;
use crate::output::{Manifest, MapMetric, MapSummary};
use crate::stats::{Efficiency, Interval};
use crate::text::{Lang, number, percent, whole};

/// Rows of the table at most, today's mix and the corners not counted.
const MOST_ROWS: usize = 10;

/// Part of the plan below which lending counts as short.
const SHORT_OF_PLAN: f64 = 0.98;

/// Metrics of the table: column, headings, factor and decimals of its figures.
const SHOWN: [(&str, &str, &str, f64, usize); 5] = [
    ("gain_per_capita_yuan", "gain,\nyuan a head", "人均增收\n（元）", 1.0, 0),
    ("depleted", "fund runs\ndry, %", "补偿金\n耗尽（%）", 100.0, 1),
    ("recovery_rate", "recovery,\n%", "回收率\n（%）", 100.0, 1),
    ("budget_cost_yuan", "budget cost,\nmillion yuan", "财政支出\n（万元）", 1e-6, 1),
    ("households_borrowing", "households\nserved", "借款\n户数", 1.0, 0),
];

/// The answer for machines.
pub fn json(map: &Finished, manifest: &Manifest) -> Result<String, Failure> {
    let answer = serde_json::json!({
        "folder": map.folder.to_string_lossy(),
        "complete": manifest.complete,
        "seconds": manifest.seconds,
        "map": map.summary,
    });
    let text = serde_json::to_string_pretty(&answer).map_err(|error| Failure::Stdout(error.into()))?;
    Ok(text + "\n")
}

/// The page.
pub fn text(map: &Finished, manifest: &Manifest, lang: Lang) -> String {
    let parts = [heading(map, lang), triangle(&map.summary, lang), table(&map.summary, lang), notes(map, lang)];
    parts.concat() + &footer(map, manifest, lang)
}

fn heading(map: &Finished, lang: Lang) -> String {
    let (run, summary) = (&map.today.run, &map.summary);
    let (end, n) = (run.start.plus(run.months - 1), whole(i64::from(summary.replications)));
    let mixes = summary.points.len();
    let axes = names(&summary.axes, lang);
    lang.pick(
        format!(
            "Mixes of modes: {}\n{} to {end}, {mixes} mixes on the same luck, {n} replications each, seed {}; brackets and ± are 95% intervals\nefficient or not by: {axes}\n\n",
            map.today.title.get(lang), run.start, run.seed
        ),
        format!(
            "模式比例图：{}\n{} 至 {end}，{mixes} 种比例所遇随机因素相同，各模拟 {n} 次，种子 {}；方括号内及 ± 为95%置信区间\n判断有效与否的指标：{axes}\n\n",
            map.today.title.get(lang), run.start, run.seed
        ),
    )
}

fn names(ids: &[String], lang: Lang) -> String {
    let label = |id: &String| {
        let column = REPLICATION_COLUMNS.iter().find(|column| column.id == *id);
        column.map_or(id.as_str(), |column| lang.pick(column.label_en, column.label_zh)).to_owned()
    };
    ids.iter().map(label).collect::<Vec<_>>().join(lang.pick(", ", "、"))
}

/// One sign for each mix: rows by the share of fixed benefit, in each row pooled lending from none on.
fn triangle(summary: &MapSummary, lang: Lang) -> String {
    let sign = |index: usize| {
        let mark = match summary.points[index].efficiency {
            Efficiency::Efficient => 'E',
            Efficiency::Undecided => '?',
            Efficiency::Dominated { .. } => '.',
        };
        if index == summary.today { format!("[{mark}]") } else { format!(" {mark} ") }
    };
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
        let signs: String = row.iter().map(|(_, index)| sign(*index)).collect();
        let indent = " ".repeat((most - row.len()) * 3 / 2);
        let label = lang.pick("fixed benefit", "固定受益");
        text.push_str(&format!("  {label} {:>4}  {indent}{signs}\n", percent(*fixed, 0).replace(' ', "")));
    }
    text + lang.pick(
        "  in each row: all the rest self-directed at the left, all pooled at the right\n  E efficient, ? cannot be told, . dominated, [ ] today's mix\n\n",
        "  每行：最左其余全为自主贷款，最右其余全为分贷统用统还\n  E 有效，? 未能分辨，. 被支配，[ ] 现行比例\n\n",
    )
}

/// Whether a point is one of the grid: all points but today's own.
fn on_grid(summary: &MapSummary, index: usize) -> bool {
    let grid = |n: usize| (1..=20).any(|steps| (steps + 1) * (steps + 2) / 2 == n);
    grid(summary.points.len()) || index + 1 != summary.points.len()
}

/// Today's mix, the corners, and the efficient (or, where there are none, the undecided) mixes by risk.
fn rows(summary: &MapSummary) -> (Vec<usize>, usize) {
    let corner = |index: &usize| summary.points[*index].shares.contains(&1.0);
    let all = || 0..summary.points.len();
    let mut shown = vec![summary.today];
    shown.extend(all().filter(corner).filter(|index| *index != summary.today));
    let of = |efficient: bool| {
        all().filter(move |index| (summary.points[*index].efficiency == Efficiency::Efficient) == efficient)
    };
    let mut good: Vec<usize> = of(true).filter(|index| !shown.contains(index)).collect();
    if of(true).next().is_none() {
        let undecided = |index: &usize| summary.points[*index].efficiency == Efficiency::Undecided;
        good = all().filter(undecided).filter(|index| !shown.contains(index)).collect();
    }
    let mean =
        |index: usize, id: &str| summary.metric(index, id).and_then(|metric| metric.estimate.mean).unwrap_or(0.0);
    good.sort_by(|a, b| {
        let risk = mean(*a, "depleted").total_cmp(&mean(*b, "depleted"));
        risk.then(mean(*b, "gain_per_capita_yuan").total_cmp(&mean(*a, "gain_per_capita_yuan")))
    });
    let hidden = good.len().saturating_sub(MOST_ROWS);
    shown.extend(good.into_iter().take(MOST_ROWS));
    (shown, hidden)
}

fn table(summary: &MapSummary, lang: Lang) -> String {
    let mut table = Table::new();
    table.load_style(NOTHING);
    let first = lang.pick("self/pooled/\nfixed, %", "自主/统还/\n固定（%）");
    let lent = lang.pick("lent, %\nof plan", "放款占\n计划（%）");
    let headings = SHOWN.map(|(_, en, zh, ..)| lang.pick(en, zh));
    table.set_header([first, ""].into_iter().chain(headings).chain([lent]));
    let (shown, hidden) = rows(summary);
    for index in shown {
        let point = &summary.points[index];
        let shares = point.shares.map(|share| number(share * 100.0, usize::from((share * 100.0).fract().abs() > 1e-9)));
        let mut row = vec![shares.join("/"), standing(summary, index, lang)];
        for (id, _, _, factor, decimals) in SHOWN {
            // 万元 in Chinese where English has millions.
            let (factor, decimals) =
                if factor < 1.0 { lang.pick((factor, decimals), (1e-4, 0)) } else { (factor, decimals) };
            let Some(metric) = summary.metric(index, id) else { continue };
            let mean = metric.estimate.mean.map_or("–".to_owned(), |mean| number(mean * factor, decimals));
            let verdict = if index == summary.today { "" } else { short_verdict(metric.verdict, lang) };
            row.push(format!("{mean} {} {verdict}", range(metric, factor, decimals)).trim_end().to_owned());
        }
        row.push(point.lent_share_of_plan.map_or("–".to_owned(), |share| number(share * 100.0, 1)));
        table.add_row(row);
    }
    for column in table.column_iter_mut().skip(2) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    let more = match hidden {
        0 => String::new(),
        hidden => lang.pick(format!("  and {hidden} more in map.csv\n"), format!("  另有 {hidden} 种见 map.csv\n")),
    };
    format!("{}\n{more}\n", table.trim_fmt())
}

/// Half the interval of a mean, which stands evenly about it; both ends of that of a share, which does not.
fn range(metric: &MapMetric, factor: f64, decimals: usize) -> String {
    let shown = |value: f64| number(value * factor, decimals);
    let of = |range: Interval| match metric.id == "depleted" {
        true => format!("[{}, {}]", shown(range.low), shown(range.high)),
        false => format!("±{}", shown((range.high - range.low) / 2.0)),
    };
    metric.interval().map(of).unwrap_or_default()
}

/// What a row is.
fn standing(summary: &MapSummary, index: usize, lang: Lang) -> String {
    let found = match summary.points[index].efficiency {
        Efficiency::Efficient => lang.pick("efficient", "有效"),
        Efficiency::Undecided => lang.pick("cannot be told", "未能分辨"),
        Efficiency::Dominated { .. } => lang.pick("dominated", "被支配"),
    };
    match index == summary.today {
        true => lang.pick(format!("today: {found}"), format!("现行：{found}")),
        false => found.to_owned(),
    }
}

fn notes(map: &Finished, lang: Lang) -> String {
    let summary = &map.summary;
    let count =
        |wanted: fn(&Efficiency) -> bool| summary.points.iter().filter(|point| wanted(&point.efficiency)).count();
    let efficient = count(|found| *found == Efficiency::Efficient);
    let undecided = count(|found| *found == Efficiency::Undecided);
    let n = whole(i64::from(summary.replications));
    let mut notes = vec![lang.pick(
        format!("{efficient} mixes are efficient, {undecided} cannot be told at {n} replications; words beside numbers compare with today's mix (≈ not distinguishable), all mixes and metrics judged together at 95% (Holm)"),
        format!("有效 {efficient} 种，模拟 {n} 次时未能分辨 {undecided} 种；数字旁的词为与现行比例相比（≈ 分不出差别），全部比例和指标一并校正（Holm，整体95%）"),
    )];
    let short =
        summary.points.iter().filter(|point| point.lent_share_of_plan.is_some_and(|part| part < SHORT_OF_PLAN)).count();
    if short > 0 {
        let all = summary.points.len();
        let mut note = lang.pick(
            format!("{short} of {all} mixes lend less than 98% of the plan: read their other numbers with the households served"),
            format!("{all} 种比例中有 {short} 种放款不足计划的98%：其余数字须与借款户数一并看"),
        );
        // Households can run out only where they must fit a mode.
        if map.today.policy.any(|policy| policy.lending.placement == Placement::Eligible) {
            note.push_str(lang.pick(
                ". Households that fit a mode run out: --set policy.lending.placement=open lets anyone be placed",
                "。适合某一模式的农户有限：加 --set policy.lending.placement=open 则任何农户都可安排",
            ));
        }
        notes.push(note);
    }
    notes.into_iter().map(|note| format!("! {note}\n")).collect()
}

fn footer(map: &Finished, manifest: &Manifest, lang: Lang) -> String {
    let (folder, seconds) = (map.folder.display(), number(manifest.seconds, 1));
    lang.pick(
        format!(
            "\nFiles in {folder} (map.csv has every mix and metric, charts/mix-map.png the picture); {seconds} s\n"
        ),
        format!("\n结果保存在 {folder}（map.csv 列有全部比例和指标，charts/mix-map.png 为图）；用时 {seconds} 秒\n"),
    )
}
