//! Text for readers: one text for both languages, or one for each.

use super::item::Item;
use super::section::Section;
use crate::scenario::keys::{Key, Kind, keys};
use crate::scenario::mistake::Wanted;
use crate::text::Words;

keys! {
    /// `title = { en = …, zh = … }`.
    languages;
    EN = "en", Text, "\"…\"", "English", "英文";
    ZH = "zh", Text, "\"…\"", "Chinese", "中文";
}

/// Words that may be absent.
pub fn optional(section: &Section<'_>, key: &'static Key) -> Option<Words> {
    match section.item(key) {
        Some(item) => words(&item),
        None => Some(Words::default()),
    }
}

fn words(item: &Item<'_>) -> Option<Words> {
    if let Some(text) = item.node.text() {
        return Some(Words::same(text));
    }
    if item.node.table().is_none() {
        item.wrong_kind(Wanted::Kind(Kind::Words));
        return None;
    }
    let section = item.section(&languages::SECTION)?;
    let (en, zh) = (section.required(&languages::EN), section.required(&languages::ZH));
    Some(Words { en: en?, zh: zh? })
}
