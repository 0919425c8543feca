//! `lendmix solve fund`, planned lending held: one run gives the whole curve from fund to survival.

use serde_json::{Value, json};

use super::Task;
use super::measure::{in_percent, trimmed};
use super::page::{self, bounds_json, large, yuan, yuan_interval};
use crate::cli::{Outcome, answer, screen, study};
use crate::model::fund;
use crate::output::RunSummary;
use crate::scenario::{Override, Scenario};
use crate::solve::{Survival, levels_shown};
use crate::stats::{Interval, Level};
use crate::text::words::solve as words;
use crate::text::{Lang, interval, money, number, percent, whole};
use crate::units::Fen;

/// Points of the curve that are written, at most about this many (more in the tail).
const CURVE_POINTS: usize = 400;

/// Solves for the fund in the first month, its contributions included.
pub fn held(task: &Task<'_>, survive: Level) -> Outcome {
    let mut common = task.common()?;
    common.push(Override::set("policy.fund.planned_lending_held=true"));
    let scenario = task.load(&common)?;
    let county = scenario.county();
    let of_file = fund::opening(&county);
    let later: Fen = county.contributions[1..].iter().copied().sum();
    drop(county);
    let (mut done, folder) =
        study::simulate(vec![scenario], &study::Watched::default(), &task.wanted.study, task.lang)?;
    let survival = Survival::of(done.values.metric(0, "opening_fund_needed_yuan")?);
    let page = Page {
        scenario: &done.scenarios[0],
        summary: &done.summary,
        survival: &survival,
        survive,
        of_file: of_file.yuan(),
        later,
        lang: task.lang,
    };
    let (seen, json, text) = (page.csv(), page.json(), page.text());
    page::finish(task, (done, folder), &seen, json, &text)
}

struct Page<'a> {
    scenario: &'a Scenario,
    summary: &'a RunSummary,
    survival: &'a Survival,
    survive: Level,
    of_file: f64,
    later: Fen,
    lang: Lang,
}

impl Page<'_> {
    fn text(&self) -> String {
        let lang = self.lang;
        let note =
            lang.pick("planned lending is held; brackets are 95% intervals", "按计划放贷；方括号内为95%置信区间");
        let done = self.survival.n();
        let title = lang.pick("Smallest risk fund", "最小风险补偿金");
        let mut text = page::heading_after(title, self.scenario, done, note, lang);
        text.push_str(&screen::pairs(vec![
            [lang.pick("Answer", "答案").into(), self.answer()],
            [lang.pick("The file", "方案现有").into(), self.beside_the_file()],
            [lang.pick("Last per cent", "最后一个百分点").into(), self.last_per_cent()],
            [lang.pick("Lending", "放贷").into(), self.lending()],
        ]));
        text.push_str(&self.table());
        text + &screen::notes(self.warnings(lang))
    }

    fn level(&self) -> String {
        in_percent(self.survive.get())
    }

    /// One percentage point below the level asked for.
    fn one_less(&self) -> Option<Level> {
        // 0.99 − 0.01 is 0.98 to the last digit that is shown.
        Level::new(libm::round((self.survive.get() - 0.01) * 1e9) / 1e9)
    }

    fn months(&self) -> (String, String) {
        let run = &self.scenario.run;
        (run.start.to_string(), run.start.plus(run.months - 1).to_string())
    }

    fn answer(&self) -> String {
        let (lang, (start, end), level) = (self.lang, self.months(), self.level());
        let (fund, range) = (self.survival.fund(self.survive), self.survival.interval(self.survive));
        let shown = fund.map_or_else(|| "–".to_owned(), |fund| yuan(fund, lang));
        if range.is_none() {
            let (n, needed) = (whole(self.survival.n() as i64), self.survive.values_needed());
            return lang.pick(
                format!("{n} replications cannot resolve {level}: at least {needed} are needed (--replications {needed}); the most that one of these needed, {shown}, is no upper bound"),
                format!("{n}次模拟不足以求出{level}：至少需要{needed}次（--replications {needed}）；本次模拟中所需最多的为{shown}，但这不是上限"),
            );
        }
        let range = yuan_interval(range, lang);
        lang.pick(
            format!("{shown} {range} in {start}, its contributions included, survive to {end} with probability {level}; the upper end allows for the simulation's own error"),
            format!("{start}达到{shown} {range}（含当月注资），到{end}不耗尽的概率为{level}；取区间上端可同时防范模拟误差"),
        )
    }

    /// What is needed beyond the file's fund; none where the sample does not resolve it.
    fn beyond(&self) -> Option<(f64, Interval)> {
        let range = self.survival.interval(self.survive)?;
        let range = Interval { low: range.low - self.of_file, high: range.high - self.of_file };
        Some((self.survival.fund(self.survive)? - self.of_file, range))
    }

    fn beside_the_file(&self) -> String {
        let lang = self.lang;
        let (start, _) = self.months();
        let survived = answer::share(&self.survival.at(self.of_file).survived.estimate());
        let (file, later) = (yuan(self.of_file, lang), money(self.later, lang));
        let mut text = lang.pick(
            format!("has {file} in {start}, which survive with probability {survived}, and pays in {later} later, as is assumed here"),
            format!("{start}有{file}，不耗尽的概率{survived}；以后的注资{later}按方案不变"),
        );
        if let Some((extra, range)) = self.beyond() {
            let range = yuan_interval(Some(range), lang);
            let size = yuan(extra.abs(), lang);
            text.push_str(&if extra > 0.0 {
                let initial = libm::ceil(self.scenario.policy.start.fund.initial.yuan() + extra);
                lang.pick(
                    format!("\n{size} more are needed {range}: --set policy.fund.initial_yuan={initial}"),
                    format!("\n还需增加{size} {range}：--set policy.fund.initial_yuan={initial}"),
                )
            } else {
                lang.pick(format!("\n{size} less would do {range}"), format!("\n可减少{size} {range}"))
            });
        }
        text
    }

    fn last_per_cent(&self) -> String {
        let lang = self.lang;
        let gap = self.one_less().and_then(|less| Some((less, self.survival.cost(less, self.survive)?)));
        let Some((less, gap)) = gap.filter(|(_, gap)| gap.interval.is_some()) else { return "–".to_owned() };
        let from = in_percent(less.get());
        let (cost, range, level) = (yuan(gap.difference, lang), yuan_interval(gap.interval, lang), self.level());
        lang.pick(
            format!("from {from} to {level} costs {cost} {range}"),
            format!("由{from}提高到{level}需增加{cost} {range}"),
        )
    }

    fn lending(&self) -> String {
        let lang = self.lang;
        let scenario = &self.summary.scenarios[0];
        let mean = |id| scenario.metric(id).and_then(|metric| metric.estimate.mean);
        let lent = mean("lent_yuan").map_or_else(|| "–".to_owned(), |lent| yuan(lent, lang));
        let part = mean("lent_yuan").zip(mean("lending_plan_yuan").filter(|plan| *plan > 0.0));
        let part = part.map_or_else(|| "–".to_owned(), |(lent, plan)| percent(lent / plan, 1));
        let gain = scenario.metric("gain_per_capita_yuan").map(|metric| metric.estimate);
        let shown = gain.and_then(|gain| gain.mean).map_or_else(|| "–".to_owned(), |mean| number(mean, 0));
        let range = gain.and_then(|gain| gain.interval).map(|range| interval(range.low, range.high, 0));
        let range = range.unwrap_or_default();
        lang.pick(
            format!("{lent}, {part} of plan, whatever is in the fund; gain {shown} {range} yuan a head and year"),
            format!("{lent}，为计划的{part}，不随补偿金变动；人均年增收{shown}{range}元"),
        )
    }

    fn table(&self) -> String {
        let lang = self.lang;
        let (start, _) = self.months();
        let headings = lang.pick(
            [
                "survives".into(),
                format!("fund in {start}, million yuan"),
                "95% interval".into(),
                "beyond the file's".into(),
            ],
            ["不耗尽概率".into(), format!("{start}补偿金（万元）"), "95%区间".into(), "较方案增加".into()],
        );
        let levels = levels_shown(self.survive);
        let rows = levels.into_iter().map(|level| {
            let needed = level.values_needed();
            let range = match self.survival.interval(level) {
                None => lang.pick(
                    format!("needs {} replications", whole(needed as i64)),
                    format!("需模拟{}次", whole(needed as i64)),
                ),
                range => yuan_interval(range, lang),
            };
            // Beyond what the sample resolves the largest value is no estimate.
            let fund = self.survival.fund(level).filter(|_| self.survival.n() >= needed);
            let beyond = large(fund.map(|fund| fund - self.of_file), lang);
            vec![in_percent(level.get()), large(fund, lang), range, beyond]
        });
        page::numbers(headings.to_vec(), rows.collect(), 1)
    }

    fn warnings(&self, lang: Lang) -> Vec<String> {
        let mut warnings = vec![words::other_definitions(lang).to_owned()];
        if let Some(cap) = self.scenario.policy.start.fund.leverage_max {
            let cap = trimmed(cap);
            warnings.push(lang.pick(
                format!("the leverage cap of {cap} times does not hold lending back here; --reacting lets it"),
                format!("此处{cap}倍的杠杆上限不限制放贷；加 --reacting 则起作用"),
            ));
        }
        if self.scenario.policy.any(|policy| policy.contracts.organisations.exposure_max_fund_share.is_some()) {
            warnings.push(lang.pick(
                "limits of exposure by the fund are measured against what the file pays in".into(),
                "按补偿金倍数设的单户上限，按方案注入的资金计算".into(),
            ));
        }
        warnings
    }

    fn json(&self) -> Value {
        let at = |level: Level| {
            json!({
                "survival": level.get(),
                "fund_yuan": self.survival.fund(level),
                "interval_yuan": bounds_json(self.survival.interval(level)),
                "beyond_file_yuan": self.survival.fund(level).map(|fund| fund - self.of_file),
                "replications_needed": level.values_needed(),
                "resolved": self.survival.interval(level).is_some(),
            })
        };
        let of_file = self.survival.at(self.of_file).survived.estimate();
        let less = self.one_less();
        let gap = less.and_then(|less| self.survival.cost(less, self.survive));
        let (start, end) = self.months();
        json!({
            "question": "fund",
            "lending": "held",
            "scenario": self.scenario.name,
            "first_month": start,
            "last_month": end,
            "seed": self.scenario.run.seed,
            "replications": self.survival.n(),
            "answer": at(self.survive),
            "file": { "fund_yuan": self.of_file, "later_contributions_yuan": self.later.yuan(), "survival": of_file },
            "last_per_cent": {
                "from": less.map(Level::get),
                "to": self.survive.get(),
                "cost_yuan": gap.map(|gap| gap.difference),
                "interval_yuan": bounds_json(gap.and_then(|gap| gap.interval)),
            },
            "levels": levels_shown(self.survive).into_iter().map(at).collect::<Vec<_>>(),
            "warnings_en": self.warnings(Lang::En),
            "warnings_zh": self.warnings(Lang::Zh),
        })
    }

    /// The curve; the file's own fund is among its points.
    fn csv(&self) -> Vec<Vec<String>> {
        let headings = [
            "fund in the first month yuan 首月补偿金(元)",
            "beyond the file yuan 较方案增加(元)",
            "survived n 未耗尽次数",
            "replications 模拟次数",
            "survival 不耗尽概率",
            "Wilson low 下限(95%)",
            "Wilson high 上限(95%)",
            "exact low 精确下限(95%)",
            "exact high 精确上限(95%)",
        ];
        let mut rows = vec![headings.map(str::to_owned).to_vec()];
        let mut curve = self.survival.curve(CURVE_POINTS);
        if curve.iter().all(|point| point.fund != self.of_file) {
            curve.push(self.survival.at(self.of_file));
            curve.sort_by(|a, b| a.fund.total_cmp(&b.fund));
        }
        for point in curve {
            let survived = point.survived;
            let (wilson, exact) = (survived.wilson(), survived.clopper_pearson());
            let share = survived.share();
            let numbers = [Some(point.fund), Some(point.fund - self.of_file), Some(survived.k as f64)];
            let rest = [Some(survived.n as f64), share, wilson.map(|w| w.low), wilson.map(|w| w.high)];
            let exact = [exact.map(|e| e.low), exact.map(|e| e.high)];
            rows.push(numbers.into_iter().chain(rest).chain(exact).map(page::cell).collect());
        }
        rows
    }
}
