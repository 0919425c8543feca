//! The report as one HTML file that needs nothing else: no network, no script, no font but the system's. Drawing only; maud
//! escapes every text.

mod image;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::document::{Block, Card, Chart, Document, Section, Table};
use crate::text::Lang;
use crate::text::words::report as words;

/// How it looks, on a screen, a telephone and A4 paper.
const STYLE: &str = include_str!("style.css");

/// What the page may load: pictures and styles that stand in it.
const POLICY: &str = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/// A report in one language.
pub fn html(document: &Document) -> String {
    page(document, html! { (main(document)) }, false)
}

/// A report in both languages, the first one shown; a switch that needs no script shows the other.
pub fn html_in_both(first: &Document, second: &Document) -> String {
    let switch = |document: &Document, checked: bool| {
        let id = format!("show-{}", document.lang.key());
        html! {
            input type="radio" name="language" id=(id) checked[checked];
            label for=(id) lang=(tag(document.lang)) { (words::language(document.lang)) }
        }
    };
    let body = html! {
        (switch(first, true))
        (switch(second, false))
        (main(first))
        (main(second))
    };
    page(first, body, true)
}

fn page(document: &Document, body: Markup, both: bool) -> String {
    let class = both.then_some("both");
    let markup = html! {
        (DOCTYPE)
        html lang=(tag(document.lang)) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="generator" content=(document.footer);
                link rel="icon" href="data:,";
                title { (document.title) }
                style { (PreEscaped(STYLE)) }
            }
            body class=[class] { (body) }
        }
    };
    markup.into_string() + "\n"
}

/// A language as HTML names it.
fn tag(lang: Lang) -> &'static str {
    lang.pick("en", "zh-Hans")
}

fn main(document: &Document) -> Markup {
    let lang = document.lang;
    let anchor = |id: &str| format!("{id}-{}", lang.key());
    html! {
        main lang=(tag(lang)) class=(lang.key()) {
            header {
                p.mark { (words::mark(lang)) }
                h1 { (document.title) }
                p.about { (document.about) }
                @for notice in &document.notices { p.notice role="note" { (notice) } }
            }
            (card(&document.card, lang))
            nav aria-label=(words::contents(lang)) {
                @for section in &document.sections { a href={ "#" (anchor(section.id)) } { (section.title) } }
            }
            @for section in &document.sections { (self::section(section, &anchor(section.id))) }
            footer { (document.footer) }
        }
    }
}

fn card(card: &Card, lang: Lang) -> Markup {
    html! {
        section.card aria-label=(words::card(lang)) {
            h2 { (words::card(lang)) }
            div.question {
                h3 { (words::card_question(lang)) }
                p { (card.question) }
                @if !card.expected.is_empty() {
                    p.expected { b { (words::card_expected(lang)) } " " (card.expected) }
                }
            }
            div.reading {
                h3 { (words::card_reading(lang)) }
                @for sentence in &card.reading { p { (sentence) } }
            }
            h3 { (card.numbers_heading) }
            div.numbers {
                @for number in &card.numbers {
                    div.number {
                        p.label { (number.label) }
                        p.value { (number.value) }
                        p.interval { (number.interval) }
                        @for note in &number.notes { p.note { (note) } }
                    }
                }
            }
            p.note { (card.intervals) }
            @if let Some(against) = &card.against { (table(against)) }
            div.halves {
                div.cost {
                    h3 { (card.cost_heading) }
                    @for sentence in &card.cost { p { (sentence) } }
                    @if card.cost.is_empty() { p { "–" } }
                }
                div.assumptions {
                    h3 { (words::card_assumptions(lang)) }
                    ol {
                        @for assumption in &card.assumptions {
                            li { (assumption.meaning) " " code { (assumption.path) } span.said { (assumption.said) } }
                        }
                    }
                    p.note { (card.rule) }
                }
            }
        }
    }
}

fn section(section: &Section, anchor: &str) -> Markup {
    html! {
        section id=(anchor) class=(section.id) {
            h2 { (section.title) }
            @for block in &section.blocks { (self::block(block)) }
        }
    }
}

fn block(block: &Block) -> Markup {
    match block {
        Block::Text(text) => html! { p { (text) } },
        Block::Heading(text) => html! { h3 { (text) } },
        Block::List(list) => html! { ul { @for text in list { li { (text) } } } },
        Block::Table(found) => table(found),
        Block::Charts(charts) => html! { div.plots { @for chart in charts { (self::chart(chart)) } } },
        Block::Command(text) => html! { pre { code { (text) } } },
    }
}

fn chart(chart: &Chart) -> Markup {
    let class = chart.wide.then_some("wide");
    html! {
        figure class=[class] {
            div.scroll tabindex=[chart.wide.then_some("0")] {
                img src=(image::data_uri(&chart.svg)) alt=(chart.alternative);
            }
            figcaption { (chart.caption) }
        }
    }
}

fn table(table: &Table) -> Markup {
    let class = match (table.dense, table.headings.len()) {
        (true, 6..) => "dense six",
        (true, _) => "dense",
        (false, _) => "figures",
    };
    let words = |column: usize| (column < table.words).then_some("words");
    html! {
        div.scroll tabindex="0" role="region" aria-label=(table.caption) {
            table class=(class) {
                caption { (table.caption) }
                @if !table.rows.is_empty() {
                    thead { tr { @for (column, heading) in table.headings.iter().enumerate() {
                        th scope="col" class=[words(column)] { (heading) }
                    } } }
                    tbody { @for row in &table.rows { tr {
                        @for (column, cell) in row.iter().enumerate() { (self::cell(table, column, cell)) }
                    } } }
                }
            }
        }
        @if !table.note.is_empty() { p.note { (table.note) } }
    }
}

/// A cell; the first of a row names it. A number stands above its interval, and what both come to below.
fn cell(table: &Table, column: usize, text: &str) -> Markup {
    let class = (column < table.words).then_some("words");
    let heading = table.dense.then(|| table.headings.get(column).map_or("", String::as_str));
    let parts = parts(text).filter(|_| class.is_none());
    html! {
        @if column == 0 {
            th scope="row" class=[class] { (text) }
        } @else {
            td class=[class] data-heading=[heading] {
                @if let Some((value, interval, rest)) = parts {
                    (value) " " span.ends { (interval) }
                    @if !rest.is_empty() { " " span.rest { (rest) } }
                } @else { (text) }
            }
        }
    }
}

/// A value, its interval, and what follows.
fn parts(text: &str) -> Option<(&str, &str, &str)> {
    let (start, end) = text.find('[').zip(text.find(']'))?;
    let interval = text.get(start..=end)?;
    Some((text[..start].trim_end(), interval, text[end + 1..].trim_start_matches([',', '，', ' '])))
}
