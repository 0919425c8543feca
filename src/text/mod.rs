//! Words for readers, in English and Chinese, and how numbers are written for them.

mod format;
mod system;
mod typed;
pub(crate) mod words;

pub use format::{interval, money, number, percent, percent_interval, upper_end, whole};
pub use system::{system_kind_words, system_words};
pub use typed::typed_number;

/// A language the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Simplified Chinese (简体中文).
    Zh,
}

impl Lang {
    /// Both languages.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Zh];

    /// The language of a locale such as `zh_CN.UTF-8`, `zh-Hans` or `en`; `None` for a locale that names neither (`C`, `de_DE`).
    ///
    /// ```
    /// # use lendmix::text::Lang;
    /// assert_eq!(Lang::of_locale("zh_CN.UTF-8"), Some(Lang::Zh));
    /// assert_eq!(Lang::of_locale("POSIX"), None);
    /// ```
    pub fn of_locale(locale: &str) -> Option<Lang> {
        let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        match language.to_ascii_lowercase().as_str() {
            "zh" => Some(Lang::Zh),
            "en" => Some(Lang::En),
            _ => None,
        }
    }

    /// The user's language: the first of `LC_ALL`, `LC_MESSAGES`, `LANG` that is set, as POSIX has it;
    /// where none is (Windows, macOS), what the system says. English if that is neither.
    pub fn of_user() -> Lang {
        Lang::choose(|name| std::env::var(name).ok(), sys_locale::get_locale)
    }

    /// [`Lang::of_user`] for a given environment.
    pub fn choose(environment: impl Fn(&str) -> Option<String>, system: impl FnOnce() -> Option<String>) -> Lang {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .find_map(|name| environment(name).filter(|value| !value.is_empty()))
            .or_else(system)
            .and_then(|locale| Lang::of_locale(&locale))
            .unwrap_or_default()
    }

    /// What `--lang` takes.
    pub fn key(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Zh => "zh",
        }
    }

    /// The half of a pair that is in this language.
    pub fn pick<T>(self, en: T, zh: T) -> T {
        match self {
            Lang::En => en,
            Lang::Zh => zh,
        }
    }
}

/// A message without arguments in either language: what a table holds whose reader is not known yet.
pub type Say = fn(Lang) -> &'static str;

/// A heading or a word of a table that carries both languages: English, a space, Chinese.
pub fn both(word: impl Fn(Lang) -> &'static str) -> String {
    format!("{} {}", word(Lang::En), word(Lang::Zh))
}

/// The same words in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// English.
    pub en: String,
    /// Chinese.
    pub zh: String,
}

impl Words {
    /// Words that are the same in both languages, such as a name.
    pub fn same(text: &str) -> Words {
        Words { en: text.to_owned(), zh: text.to_owned() }
    }

    /// The words in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Zh => &self.zh,
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.zh.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(variables: &[(&str, &str)], system: Option<&str>) -> Lang {
        let environment =
            |name: &str| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_string());
        Lang::choose(environment, || system.map(str::to_owned))
    }

    #[test]
    fn the_first_variable_that_is_set_decides() {
        assert_eq!(chosen(&[("LANG", "zh_CN.UTF-8")], None), Lang::Zh);
        assert_eq!(chosen(&[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "en_US.UTF-8")], None), Lang::En);
        assert_eq!(chosen(&[("LANG", "zh_CN"), ("LC_MESSAGES", "C")], Some("zh-CN")), Lang::En);
        assert_eq!(chosen(&[("LC_ALL", ""), ("LANG", "zh")], None), Lang::Zh);
    }

    #[test]
    fn the_system_is_asked_where_no_variable_is_set() {
        assert_eq!(chosen(&[], Some("zh-Hans-CN")), Lang::Zh);
        assert_eq!(chosen(&[], Some("de-DE")), Lang::En);
        assert_eq!(chosen(&[], None), Lang::En);
    }
}
