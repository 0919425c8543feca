//! The list of figures and the words around a chart.

use super::*;

#[test]
fn every_figure_has_a_name_of_its_own_and_words_in_both_languages() {
    let mut ids: Vec<&str> = FIGURES.iter().map(|figure| figure.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), FIGURES.len());
    for found in &FIGURES {
        assert!(std::ptr::eq(figure(found.id).expect("in the list"), found));
        assert!(!found.commands.is_empty());
    }
    assert!(figure("no-such").is_none());
}

#[test]
fn a_name_that_the_font_cannot_write_is_drawn_with_boxes() {
    assert_eq!(drawable("道县😀2016"), "道县□2016");
    assert!(plots::check_text("□").is_ok());
}
