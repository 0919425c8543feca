//! What the columns of a table are called, mean and take: read by the readers, by the templates and by their description.

use crate::model::book::LedgerStatus;
use crate::model::policy::Mode;
use crate::scenario::keys::Range;
use crate::text::Lang;

/// A column of a table.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The heading in English.
    pub name: &'static str,
    /// The heading in Chinese.
    pub zh: &'static str,
    /// Other headings that mean the same.
    pub also: &'static [&'static str],
    /// Whether the table must have it.
    pub needed: bool,
    /// What it takes.
    pub takes: Takes,
    /// What it means, in English and Chinese.
    pub meaning: [&'static str; 2],
    /// Two examples in English, two in Chinese.
    pub examples: [[&'static str; 2]; 2],
}

/// What a column takes.
#[derive(Clone, Copy, Debug)]
pub enum Takes {
    /// Any text; what it names is said by the meaning.
    Text,
    /// A name of the scenario, or another file.
    Name,
    /// A whole number.
    Whole(Range),
    /// A number.
    Number(Range),
    /// An amount in yuan.
    Yuan(Range),
    /// A share or probability; `5%` is 0.05.
    Share,
    /// A month; a day is left out of account.
    Month,
    /// A lending mode.
    Mode,
    /// Where a loan stands.
    Status,
}

impl Column {
    const fn new(name: &'static str, zh: &'static str, needed: bool, takes: Takes) -> Column {
        Column { name, zh, also: &[], needed, takes, meaning: [""; 2], examples: [[""; 2]; 2] }
    }

    /// Other headings that mean the same.
    pub const fn also(mut self, also: &'static [&'static str]) -> Column {
        self.also = also;
        self
    }

    /// What it means.
    pub const fn means(mut self, en: &'static str, zh: &'static str) -> Column {
        self.meaning = [en, zh];
        self
    }

    /// What could stand there in two rows.
    pub const fn such_as(mut self, en: [&'static str; 2], zh: [&'static str; 2]) -> Column {
        self.examples = [en, zh];
        self
    }

    /// Its heading in a language.
    pub fn heading(&self, lang: Lang) -> &'static str {
        lang.pick(self.name, self.zh)
    }

    /// Whether a heading names it, and what its numbers are multiplied with.
    pub fn matches(&self, heading: &str) -> Option<f64> {
        let is_known = |name: &str| {
            let mut known = [self.name, self.zh].into_iter().chain(self.also.iter().copied());
            known.any(|known| is_plain_form(known, name))
        };
        let whole = plain(heading);
        if is_known(&whole) {
            return Some(1.0);
        }
        let (name, unit) = split_unit(&whole)?;
        factor(self.takes, unit).filter(|_| is_known(name))
    }

    /// The range of its numbers.
    pub fn range(&self) -> Range {
        match self.takes {
            Takes::Whole(range) | Takes::Number(range) | Takes::Yuan(range) => range,
            _ => Range::SHARE,
        }
    }
}

/// A column that a table must have.
pub const fn must(name: &'static str, zh: &'static str, takes: Takes) -> Column {
    Column::new(name, zh, true, takes)
}

/// A column that a table may have.
pub const fn may(name: &'static str, zh: &'static str, takes: Takes) -> Column {
    Column::new(name, zh, false, takes)
}

/// A column that every table may have and nothing reads.
pub const NOTE: Column = may("note", "备注", Takes::Text)
    .also(&["notes", "remark", "remarks", "说明"])
    .means("Anything; nothing reads it", "任意文字，程序不读取")
    .such_as(["example", "example"], ["示例", "示例"]);

/// A heading in lower case and half-width signs, with `_` for blanks and hyphens.
fn plain(heading: &str) -> String {
    super::values::half_width(heading).trim().to_lowercase().replace([' ', '-'], "_")
}

/// Whether a known heading is `name` when it is written plainly; nothing is allocated for the dozens that are not.
fn is_plain_form(known: &str, name: &str) -> bool {
    let same = |sign: char| if sign == ' ' || sign == '-' { '_' } else { sign };
    known.chars().map(super::values::narrow).flat_map(char::to_lowercase).map(same).eq(name.chars())
}

/// A plain heading without its unit in brackets, and the unit.
fn split_unit(plain: &str) -> Option<(&str, &str)> {
    let (name, unit) = plain.strip_suffix(')')?.rsplit_once('(')?;
    Some((name.trim_end_matches('_'), unit))
}

/// What a unit in a heading does to the numbers below it; `None` if the column cannot have it.
fn factor(takes: Takes, unit: &str) -> Option<f64> {
    match (takes, unit) {
        (_, "") | (Takes::Yuan(_), "元" | "yuan" | "rmb" | "人民币元") | (Takes::Whole(_), "人" | "年" | "岁") => {
            Some(1.0)
        }
        (Takes::Yuan(_), "万元" | "万" | "10,000_yuan" | "10000_yuan") => Some(10_000.0),
        (Takes::Yuan(_), "千元") => Some(1_000.0),
        (Takes::Share, "%" | "percent") => Some(0.01),
        _ => None,
    }
}

/// A word that a file may use, in English and Chinese, and others that mean the same.
pub type Word = (&'static str, &'static str, &'static [&'static str]);

/// Lending modes, in the order of [`Mode::ALL`].
pub const MODES: [Word; 3] = [
    ("self_directed", "自主贷款", &["自主", "自贷", "自贷自用"]),
    ("pooled", "分贷统用统还", &["分贷统还", "统贷统还", "户贷企用", "统用统还"]),
    ("fixed_benefit", "固定受益", &["分贷统用统还固定受益", "兜底"]),
];

/// Where a loan stands, in the order of [`LedgerStatus::ALL`].
pub const STATUSES: [Word; 4] = [
    ("performing", "正常", &["未到期", "normal", "current"]),
    ("overdue", "逾期", &["已逾期", "不良"]),
    ("compensated", "已代偿", &["代偿"]),
    ("repaid", "已结清", &["结清", "已还清", "还清", "已还", "settled", "paid"]),
];

/// Chinese words for names that scenarios of this library use; valid where the scenario has the name.
pub const KNOWN_NAMES: [Word; 10] = [
    ("cooperative", "合作社", &["专业合作社", "农民专业合作社"]),
    ("company", "公司", &["企业", "龙头企业"]),
    ("family_farm", "家庭农场", &[]),
    ("large_grower", "种养大户", &["种植大户", "养殖大户", "大户"]),
    ("navel_orange", "脐橙", &["柑橘"]),
    ("livestock", "养殖", &["养殖业", "畜牧", "畜禽养殖"]),
    ("rice_vegetables", "粮食蔬菜", &["粮菜", "水稻蔬菜", "种植"]),
    ("oil_tea", "油茶", &[]),
    ("trade_tourism", "商贸旅游", &["商贸", "旅游"]),
    ("none", "无", &[]),
];

/// Whether a text is a word.
pub fn is_word(word: &Word, text: &str) -> bool {
    let text = super::values::half_width(text).to_lowercase();
    [word.0, word.1].iter().chain(word.2).any(|known| *known == text)
}

/// The mode that a text names.
pub fn mode(text: &str) -> Option<Mode> {
    MODES.iter().position(|word| is_word(word, text)).map(|index| Mode::ALL[index])
}

/// The status that a text names.
pub fn status(text: &str) -> Option<LedgerStatus> {
    STATUSES.iter().position(|word| is_word(word, text)).map(|index| LedgerStatus::ALL[index])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_in_the_order_of_what_they_name() {
        assert_eq!(MODES.map(|word| word.0), Mode::ALL.map(Mode::key));
        assert_eq!(STATUSES.map(|word| word.0), LedgerStatus::ALL.map(LedgerStatus::key));
    }

    #[test]
    fn a_heading_may_have_a_unit_in_brackets() {
        let principal = must("principal_yuan", "本金", Takes::Yuan(Range::LOAN)).also(&["贷款金额"]);
        assert_eq!(principal.matches("本金（元）"), Some(1.0));
        assert_eq!(principal.matches("贷款金额(万元)"), Some(10_000.0));
        assert_eq!(principal.matches("Principal Yuan"), Some(1.0));
        assert_eq!(principal.matches("本金（美元）"), None);
        assert_eq!(principal.matches("principal yuan (yuan)"), Some(1.0));
        assert_eq!(must("village", "村", Takes::Text).also(&["村（社区）"]).matches("村(社区)"), Some(1.0));
        assert_eq!(must("pd", "违约概率", Takes::Share).matches("违约概率（%）"), Some(0.01));
        assert_eq!(must("loan", "贷款编号", Takes::Text).matches("贷款编号（万元）"), None);
    }
}
