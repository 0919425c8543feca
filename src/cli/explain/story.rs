//! The story of one replication on one screen.

use comfy_table::{CellAlignment, Table, presets::NOTHING};

use super::pick::Picked;
use super::{Setting, View, story_files as files, words};
use crate::explain::{Cause, Indicator, Story};
use crate::text::{Lang, money, number, percent, whole};
use crate::units::Fen;

/// Rows of claims and failures that are printed; the tables have all.
const SHOWN: usize = 6;

/// Months before depletion that are printed one by one.
const LAST_MONTHS: usize = 12;

pub fn view(setting: &Setting<'_>, story: &Story, picked: &Picked) -> View {
    let sections = [
        heading(setting, story, picked),
        causes(setting, story),
        timing(setting, story),
        warnings(setting, story),
        claims(setting, story),
        months(setting, story),
    ];
    View {
        text: sections.concat().trim_end().to_owned() + "\n",
        json: files::facts(setting, story, picked),
        tables: files::tables(setting, story),
    }
}

fn heading(setting: &Setting<'_>, story: &Story, picked: &Picked) -> String {
    let lang = setting.lang;
    let end = match story.depleted() {
        Some(month) => {
            let (when, unpaid) = (setting.month(month), money(story.run.unpaid_claims, lang));
            lang.pick(
                format!(
                    "The fund ran dry in {when} (month {}); in the whole run it could not pay {unpaid}.",
                    month + 1
                ),
                format!("补偿金于 {when}（第 {} 个月）耗尽；全期未能支付 {unpaid}。", month + 1),
            )
        }
        None => {
            let (least, needed) = (money(story.run.fund_min, lang), money(story.run.fund_needed, lang));
            lang.pick(
                format!("The fund did not run dry; its lowest balance was {least}, an opening balance of {needed} would have done."),
                format!("补偿金没有耗尽；最低余额 {least}，期初只需 {needed}即可付清全部代偿。"),
            )
        }
    };
    let cause = story.attribution.cause.map(|cause| {
        let (name, also) = (words::cause(cause, lang), close_second(story, lang));
        lang.pick(format!("First cause: {name}{also}.\n"), format!("首要原因：{name}{also}。\n"))
    });
    format!("{}\n{}\n\n{end}\n{}\n", setting.title(), picked.words(lang), cause.unwrap_or_default())
}

/// Part of the largest at which another kind of luck is as good a cause.
const CLOSE: f64 = 0.8;

/// The kind of luck that is almost as large a cause as the first, if one is.
fn close_second(story: &Story, lang: Lang) -> String {
    let Some(Cause::Luck(first)) = story.attribution.cause else { return String::new() };
    let parts = &story.attribution.parts;
    let largest = parts.iter().find(|part| part.kind == first).map_or(0.0, |part| part.yuan);
    let others = parts.iter().filter(|part| part.kind != first && part.yuan >= CLOSE * largest);
    let names: Vec<&str> = others.map(|part| words::kind(part.kind, lang)).collect();
    if names.is_empty() {
        return String::new();
    }
    let names = names.join(lang.pick(", ", "、"));
    lang.pick(format!(" (almost as much: {names})"), format!("（{names}相差无几）"))
}

fn causes(setting: &Setting<'_>, story: &Story) -> String {
    let (lang, found) = (setting.lang, &story.attribution);
    let (until, claims) = (setting.month(found.until), money(found.claims, lang));
    let ordinary = money(found.ordinary, lang);
    let fate = |depleted: Option<usize>| match depleted {
        Some(month) => lang.pick(format!("dry {}", setting.month(month)), format!("{} 耗尽", setting.month(month))),
        None => lang.pick("lasts".to_owned(), "未耗尽".to_owned()),
    };
    let mut table = Table::new();
    table.load_style(NOTHING);
    table.set_header(lang.pick(
        ["kind of luck", "part", "spared if it alone were ordinary", "the fund then"],
        ["随机因素", "贡献", "仅该因素正常时少赔", "届时补偿金"],
    ));
    for part in &found.parts {
        table.add_row([
            words::kind(part.kind, lang).to_owned(),
            yuan(part.yuan, lang),
            yuan(part.alone_yuan, lang),
            fate(part.depleted_without),
        ]);
    }
    table.add_row([
        lang.pick("all ordinary", "全部正常").to_owned(),
        String::new(),
        String::new(),
        fate(found.ordinary_depletion),
    ]);
    right(&mut table);
    let intro = lang.pick(
        format!("Claims on the fund up to {until}: {claims}; with every kind of luck ordinary {ordinary}."),
        format!("截至 {until} 向补偿金申请代偿 {claims}；若各因素均属寻常，为 {ordinary}。"),
    );
    let note = lang.pick(
        "Parts (Shapley) add up to the difference; single figures need not, since causes act together.",
        "贡献（Shapley 值）之和等于两者之差；单项数字因相互作用不必相加。",
    );
    format!("{intro}\n{}\n{note}\n\n", table.trim_fmt())
}

fn timing(setting: &Setting<'_>, story: &Story) -> String {
    let (lang, timing) = (setting.lang, &story.timing);
    let (until, before, after) =
        (setting.month(story.attribution.until), money(timing.money_until, lang), money(timing.money_after, lang));
    let enough = match timing.enough_in_all {
        true => lang.pick("together enough for all claims of the run", "合计足以付清全期代偿"),
        false => lang.pick("together not enough for all claims of the run", "合计也不足以付清全期代偿"),
    };
    let wall = percent(timing.due_in_last_year.yuan() / timing.due.yuan().max(1.0), 0);
    let bound = timing.months_cap_bound;
    lang.pick(
        format!("Timing: {before} came into the fund up to {until}, {after} later: {enough}.\nOf all principal due in the run {wall} fell due in the 12 months up to then; the cap held back lending in {bound} months.\n"),
        format!("时间：截至 {until} 补偿金进账 {before}，此后 {after}，{enough}。\n全期到期本金的 {wall} 集中在此前12个月；杠杆上限压低放款 {bound} 个月。\n"),
    )
}

fn warnings(setting: &Setting<'_>, story: &Story) -> String {
    let lang = setting.lang;
    let mut warned: Vec<(usize, Indicator)> =
        Indicator::ALL.into_iter().filter_map(|one| Some((story.warnings.first_of(one)?, one))).collect();
    warned.sort_by_key(|(month, _)| *month);
    let told = warned.iter().map(|(month, one)| {
        let ahead = story.depleted().map(|dry| match dry.checked_sub(*month) {
            Some(ahead) if ahead > 0 => lang.pick(format!(", {ahead} months ahead"), format!("，提前 {ahead} 个月")),
            _ => lang.pick(", too late".to_owned(), "，已晚".to_owned()),
        });
        format!("{} {}{}", setting.month(*month), words::indicator(*one, lang), ahead.unwrap_or_default())
    });
    let told: Vec<String> = told.collect();
    let told =
        if told.is_empty() { lang.pick("nothing", "无").to_owned() } else { told.join(lang.pick(";\n  ", "；\n  ")) };
    lang.pick(format!("Warned first: {told}.\n\n"), format!("最早预警：{told}。\n\n"))
}

fn claims(setting: &Setting<'_>, story: &Story) -> String {
    let lang = setting.lang;
    let rows = story.claims_between(0, story.attribution.until);
    let mut table = Table::new();
    table.load_style(NOTHING);
    table.set_header(lang.pick(
        ["claims by mode", "what brought the loans down", "loans", "claimed"],
        ["代偿：模式", "违约原因", "笔数", "申请代偿"],
    ));
    for row in rows.iter().take(SHOWN) {
        table.add_row([
            words::mode(row.mode, lang).to_owned(),
            words::trigger(row.trigger, lang).to_owned(),
            whole(i64::from(row.loans)),
            money(row.claimed, lang),
        ]);
    }
    for column in table.column_iter_mut().skip(2) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    let mut failures: Vec<&crate::explain::Failure> =
        story.failures.iter().filter(|failure| failure.month <= story.attribution.until).collect();
    failures.sort_by_key(|failure| std::cmp::Reverse(failure.open));
    let count = failures.len();
    let names = failures.iter().take(SHOWN).map(|failure| {
        format!(
            "{} {} {}",
            words::organisation(&failure.organisation, lang),
            setting.month(failure.month),
            money(failure.open, lang)
        )
    });
    let names: Vec<String> = names.collect();
    let names = match count {
        0 => String::new(),
        _ => lang.pick(
            format!("{count} failures of organisations, the largest: {}.\n", names.join("; ")),
            format!("经济组织倒闭 {count} 家次，最大的：{}。\n", names.join("；")),
        ),
    };
    format!("{}\n{names}\n", table.trim_fmt())
}

/// Years, and the months before depletion one by one.
fn months(setting: &Setting<'_>, story: &Story) -> String {
    let lang = setting.lang;
    let until = story.attribution.until;
    let mut table = Table::new();
    table.load_style(NOTHING);
    table.set_header(lang.pick(
        ["", "paid in", "lent", "due", "claims on fund", "paid", "recovered", "balance", "overdue"],
        ["", "注入", "放款", "到期", "应由补偿金代偿", "已付", "追回", "余额", "逾期"],
    ));
    let single = story.depleted().map_or(until + 1, |dry| (dry + 1).saturating_sub(LAST_MONTHS));
    let mut from = 0;
    while from < single {
        let year = story.months[from..single].iter().enumerate();
        let next = year.skip(1).find(|(step, _)| setting.scenario.run.start.plus((from + step) as u32).month() == 1);
        let to = next.map_or(single, |(step, _)| from + step);
        let name = year_name(setting, from, to);
        table.add_row(month_row(name, story, from..to, lang));
        from = to;
    }
    for month in single..=until {
        table.add_row(month_row(setting.month(month), story, month..month + 1, lang));
    }
    right(&mut table);
    let unit = lang.pick("thousand yuan; stocks at the end", "万元；余额、逾期为期末数");
    format!("{}\n({unit})\n", table.trim_fmt())
}

/// A calendar year, or the part of it that is meant: `2017-01…09`.
fn year_name(setting: &Setting<'_>, from: usize, to: usize) -> String {
    let [first, last] = [from, to - 1].map(|month| setting.scenario.run.start.plus(month as u32));
    match (first.month(), last.month()) {
        (1, 12) => first.year().to_string(),
        (_, month) => format!("{first}…{month:02}"),
    }
}

fn month_row(name: String, story: &Story, range: std::ops::Range<usize>, lang: Lang) -> Vec<String> {
    let months = &story.months[range.clone()];
    let sum = |read: fn(&crate::model::record::MonthRecord) -> Fen| -> Fen { months.iter().map(read).sum() };
    let last = months.last().copied().unwrap_or_default();
    let claims: Fen = story.valid_claims[range].iter().copied().sum();
    let shown = |fen: Fen| number(fen.yuan() / lang.pick(1e3, 1e4), lang.pick(0, 1));
    let sums = [
        sum(|m| m.fund_paid_in),
        sum(|m| m.lent),
        sum(|m| m.due),
        claims,
        sum(|m| m.fund_paid),
        sum(|m| m.fund_recovered),
    ];
    std::iter::once(name).chain(sums.into_iter().chain([last.fund_balance, last.overdue]).map(shown)).collect()
}

fn right(table: &mut Table) {
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
}

/// A sum in yuan that may be negative.
fn yuan(amount: f64, lang: Lang) -> String {
    money(Fen::from_yuan(amount), lang)
}
