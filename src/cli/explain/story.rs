//! The story of one replication on one screen.

use super::pick::Picked;
use super::{Setting, View, story_files as files, words};
use crate::cli::screen;
use crate::explain::{Cause, Indicator, Story};
use crate::text::words::{common, explain as told};
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
        Some(month) => told::ran_dry(lang, setting.month(month), month + 1, money(story.run.unpaid_claims, lang)),
        None => {
            let (least, needed) = (money(story.run.fund_min, lang), money(story.run.fund_needed, lang));
            told::did_not_run_dry(lang, least, needed, told::needed_note(lang))
        }
    };
    let cause = story.attribution.cause.map_or_else(String::new, |cause| {
        told::first_cause(lang, with_close_second(words::cause(cause, lang), story, lang)) + "\n"
    });
    let heading = format!("{}\n{}\n\n{end}\n{cause}", setting.title(), picked.words(lang));
    screen::wrapped(&heading, "") + "\n\n"
}

/// Part of the largest at which another kind of luck is as good a cause.
const CLOSE: f64 = 0.8;

/// The first cause, with the kinds of luck that are almost as large.
fn with_close_second(name: &str, story: &Story, lang: Lang) -> String {
    let Some(Cause::Luck(first)) = story.attribution.cause else { return name.to_owned() };
    let parts = &story.attribution.parts;
    let largest = parts.iter().find(|part| part.kind == first).map_or(0.0, |part| part.yuan);
    let others = parts.iter().filter(|part| part.kind != first && part.yuan >= CLOSE * largest);
    let others: Vec<&str> = others.map(|part| words::kind(part.kind, lang)).collect();
    match others.is_empty() {
        true => name.to_owned(),
        false => told::close_second(lang, name, others.join(common::comma(lang))),
    }
}

fn causes(setting: &Setting<'_>, story: &Story) -> String {
    let (lang, found) = (setting.lang, &story.attribution);
    let (until, claims) = (setting.month(found.until), money(found.claims, lang));
    let fate = |depleted: Option<usize>| match depleted {
        Some(month) => told::dry_in(lang, setting.month(month)),
        None => told::lasts(lang).to_owned(),
    };
    let mut table = screen::table();
    table
        .set_header([told::head_luck, told::head_part, told::head_spared, told::head_fund_then].map(|head| head(lang)));
    for part in &found.parts {
        table.add_row([
            words::kind(part.kind, lang).to_owned(),
            yuan(part.yuan, lang),
            yuan(part.alone_yuan, lang),
            fate(part.depleted_without),
        ]);
    }
    table.add_row([told::all_ordinary(lang).to_owned(), String::new(), String::new(), fate(found.ordinary_depletion)]);
    let table = screen::aligned(table, 1);
    let intro = told::claims_until(lang, until, claims, money(found.ordinary, lang));
    let (intro, note) = (screen::wrapped(&intro, ""), screen::wrapped(told::parts_note(lang), ""));
    format!("{intro}\n{table}\n{note}\n\n")
}

fn timing(setting: &Setting<'_>, story: &Story) -> String {
    let (lang, timing) = (setting.lang, &story.timing);
    let (until, before, after) =
        (setting.month(story.attribution.until), money(timing.money_until, lang), money(timing.money_after, lang));
    let enough = if timing.enough_in_all { told::enough(lang) } else { told::not_enough(lang) };
    let wall = percent(timing.due_in_last_year.yuan() / timing.due.yuan().max(1.0), 0);
    let text = [told::timing(lang, before, until, after, enough), told::wall(lang, wall, timing.months_cap_bound)];
    screen::wrapped(&text.join("\n"), "") + "\n"
}

fn warnings(setting: &Setting<'_>, story: &Story) -> String {
    let lang = setting.lang;
    let mut warned: Vec<(usize, Indicator)> =
        Indicator::ALL.into_iter().filter_map(|one| Some((story.warnings.first_of(one)?, one))).collect();
    warned.sort_by_key(|(month, _)| *month);
    let told = warned.iter().map(|(month, one)| {
        let warning = told::warned_in(lang, setting.month(*month), words::indicator(*one, lang));
        match story.depleted().map(|dry| dry.saturating_sub(*month)) {
            None => warning,
            Some(0) => told::warned_late(lang, warning),
            Some(ahead) => told::warned_ahead(lang, warning, ahead),
        }
    });
    let told: Vec<String> = told.collect();
    let told =
        if told.is_empty() { told::nothing_warned(lang).to_owned() } else { told.join(told::next_warning(lang)) };
    told::warned_first(lang, told) + "\n\n"
}

fn claims(setting: &Setting<'_>, story: &Story) -> String {
    let lang = setting.lang;
    let rows = story.claims_between(0, story.attribution.until);
    let mut table = screen::table();
    table.set_header(
        [told::head_claims, told::head_trigger, told::head_loans, told::head_claimed].map(|head| head(lang)),
    );
    for row in rows.iter().take(SHOWN) {
        table.add_row([
            words::mode(row.mode, lang).to_owned(),
            words::trigger(row.trigger, lang).to_owned(),
            whole(i64::from(row.loans)),
            money(row.claimed, lang),
        ]);
    }
    let mut failures: Vec<&crate::explain::Failure> =
        story.failures.iter().filter(|failure| failure.month <= story.attribution.until).collect();
    failures.sort_by_key(|failure| std::cmp::Reverse(failure.open));
    let count = failures.len();
    let names = failures.iter().take(SHOWN).map(|failure| {
        let name = words::organisation(&failure.organisation, lang);
        told::failure(lang, name, setting.month(failure.month), money(failure.open, lang))
    });
    let names: Vec<String> = names.collect();
    let names = match count {
        0 => String::new(),
        _ => screen::wrapped(&told::failures(lang, count, names.join(common::semicolon(lang))), "") + "\n",
    };
    format!("{}\n{}\n", screen::aligned(table, 2), names)
}

/// Years, and the months before depletion one by one.
fn months(setting: &Setting<'_>, story: &Story) -> String {
    let lang = setting.lang;
    let until = story.attribution.until;
    let mut table = screen::table();
    let heads = [
        told::head_paid_in,
        told::head_lent,
        told::head_due,
        told::head_claims_on_fund,
        told::head_paid,
        told::head_recovered,
        told::head_balance,
        told::head_overdue,
    ];
    table.set_header(std::iter::once("").chain(heads.into_iter().map(|head| head(lang))));
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
    let table = screen::aligned(table, 1);
    format!("{table}\n{}\n", common::in_brackets(lang, told::months_unit(lang)))
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

/// A sum in yuan that may be negative.
fn yuan(amount: f64, lang: Lang) -> String {
    money(Fen::from_yuan(amount), lang)
}
