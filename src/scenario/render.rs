//! Mistakes as text: rustc's renderer with the words of the user's language.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use super::diagnostics::{Diag, Diagnostics};
use super::source::{FileId, Sources, Span};
use crate::text::Lang;
use crate::text::words::scenario as words;

/// All mistakes, then their number.
pub fn render(diagnostics: &Diagnostics, lang: Lang, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() }.decor_style(DecorStyle::Ascii);
    let mut out = String::new();
    for diag in diagnostics.diags() {
        out.push_str(&trimmed(&renderer.render(&[group(diagnostics.sources(), diag, lang)])));
        out.push_str("\n\n");
    }
    out.push_str(&count(diagnostics, lang));
    out
}

/// The renderer pads empty gutter lines; files and snapshots are better without.
fn trimmed(text: &str) -> String {
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

fn group<'a>(sources: &'a Sources, diag: &Diag, lang: Lang) -> Group<'a> {
    let message = diag.mistake.message(lang);
    let mut group = Group::with_title(Level::ERROR.with_name(words::error(lang)).primary_title(message.title));
    let mut labels: Vec<(Span, AnnotationKind, String)> = Vec::new();
    labels.extend(diag.place.map(|place| (place, AnnotationKind::Primary, message.label)));
    labels.extend(diag.notes.iter().map(|(span, note)| (*span, AnnotationKind::Context, note.words(lang))));
    for file in files(&labels) {
        group = group.element(snippet(sources, file, &labels));
    }
    for help in message.help {
        group = group.element(Level::HELP.with_name(words::help(lang)).message(help));
    }
    group
}

/// Files of the labels, that of the mistake first.
fn files(labels: &[(Span, AnnotationKind, String)]) -> Vec<FileId> {
    let mut files = Vec::new();
    for (span, _, _) in labels {
        if !files.contains(&span.file) {
            files.push(span.file);
        }
    }
    files
}

fn snippet<'a>(
    sources: &'a Sources,
    file: FileId,
    labels: &[(Span, AnnotationKind, String)],
) -> Snippet<'a, Annotation<'a>> {
    let text = sources.text(file);
    let here: Vec<_> = labels.iter().filter(|(span, _, _)| span.file == file).collect();
    // A roster may have 100,000 lines: only those from the first to the last label are handed over.
    let first = here.iter().map(|(span, _, _)| span.start).min().unwrap_or(0).min(text.len());
    let last = here.iter().map(|(span, _, _)| span.end).max().unwrap_or(0).min(text.len());
    let start = text[..first].rfind('\n').map_or(0, |place| place + 1);
    let end = text[last..].find('\n').map_or(text.len(), |place| last + place);
    let line = 1 + text[..start].matches('\n').count();
    let annotations = here.into_iter().map(|(span, kind, label)| {
        let (from, to) = on_one_line(text, *span);
        let annotation = kind.span(from - start..to - start);
        if label.is_empty() { annotation } else { annotation.label(label.clone()) }
    });
    Snippet::source(&text[start..end]).line_start(line).path(sources.shown(file)).annotations(annotations)
}

/// The part of a span on its first line, so that a long table is not underlined whole.
fn on_one_line(text: &str, span: Span) -> (usize, usize) {
    let start = span.start.min(text.len());
    let end = span.end.clamp(start, text.len());
    let line_end = text[start..end].find(['\n', '\r']).map_or(end, |place| start + place);
    (start, line_end)
}

fn count(diagnostics: &Diagnostics, lang: Lang) -> String {
    let mistakes: usize = diagnostics.diags().iter().map(|diag| diag.mistake.count()).sum();
    if mistakes == 1 { words::one_mistake(lang).to_owned() } else { words::mistakes(lang, mistakes) }
}
