//! A household's ledgers side by side, and why they differ.

use comfy_table::{CellAlignment, Table, presets::NOTHING};
use serde_json::json;

use super::pick::Picked;
use super::tables::{CsvTable, file_name};
use super::{Setting, View, words};
use crate::explain::{HouseholdStory, ModeLedger, YearRow};
use crate::text::{Lang, money, number};
use crate::units::Fen;

pub fn view(setting: &Setting<'_>, told: &HouseholdStory, picked: &Picked) -> View {
    let sections = [heading(setting, told, picked), ledgers(setting, told), reason(setting, told, setting.lang)];
    View { text: sections.concat(), json: facts(setting, told, picked), tables: vec![table(setting, told, picked)] }
}

fn heading(setting: &Setting<'_>, told: &HouseholdStory, picked: &Picked) -> String {
    let lang = setting.lang;
    let (name, persons, township, granted) = (&told.name, told.persons, &told.township, setting.month(told.granted));
    let fits = words::mode(told.situation, lang);
    let borrowed = match told.borrowed {
        true => lang.pick(format!("borrowed in {granted}"), format!("于 {granted} 贷款")),
        false => lang.pick(
            format!("did not borrow; shown as if served in {granted}, the first month of lending"),
            format!("未贷款；以下按在首个放款月 {granted} 获贷推演"),
        ),
    };
    lang.pick(
        format!(
            "Household {name}, {persons} persons, {township}; its own situation fits {fits}; {borrowed}.\n{}: {}\n\n",
            setting.title(),
            picked.words(lang)
        ),
        format!(
            "户 {name}，{persons} 人，{township}；自身条件适合{fits}；{borrowed}。\n{}：{}\n\n",
            setting.title(),
            picked.words(lang)
        ),
    )
}

/// One column for each mode and year.
fn ledgers(setting: &Setting<'_>, told: &HouseholdStory) -> String {
    let lang = setting.lang;
    let mut table = Table::new();
    table.load_style(NOTHING);
    let columns: Vec<(&ModeLedger, &YearRow, usize)> = told
        .ledgers
        .iter()
        .flat_map(|ledger| ledger.years.iter().enumerate().map(move |(number, year)| (ledger, year, number + 1)))
        .collect();
    let name = |(ledger, _, number): &(&ModeLedger, &YearRow, usize)| {
        let mode = if *number == 1 { words::mode(ledger.mode, lang) } else { "" };
        let star = if ledger.actual && *number == 1 { "*" } else { "" };
        lang.pick(format!("{mode}{star}\nyear {number}"), format!("{mode}{star}\n第{number}年"))
    };
    table.set_header(std::iter::once(String::new()).chain(columns.iter().map(name)));
    for (en, zh, _, read) in ROWS {
        let cells = columns.iter().map(|(_, year, _)| number(read(year).yuan(), 0));
        table.add_row(std::iter::once(lang.pick(en, zh).to_owned()).chain(cells).collect::<Vec<_>>());
    }
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    let note = lang.pick(
        "yuan for the whole household; * is what happened; debt and capital at the year's end",
        "单位：元/户；* 为实际发生；欠款、资产为年末数",
    );
    let missing = told.ledgers.iter().filter(|ledger| !ledger.served).map(|ledger| words::mode(ledger.mode, lang));
    let missing: Vec<&str> = missing.collect();
    let missing = match missing.is_empty() {
        true => String::new(),
        false => lang.pick(
            format!("; not on offer then, or no organisation had room: {}", missing.join(", ")),
            format!("；当时未开办或无组织可承接：{}", missing.join("、")),
        ),
    };
    format!("{}\n({note}{missing})\n\n", table.trim_fmt())
}

/// English and Chinese heading, heading of the table, value.
type LedgerRow = (&'static str, &'static str, &'static str, fn(&YearRow) -> Fen);

const ROWS: [LedgerRow; 10] = [
    ("borrowed", "贷款", "borrowed yuan 贷款(元)", |year| year.borrowed),
    ("pay-outs received", "分红", "payout yuan 分红(元)", |year| year.payout),
    ("wages, rent, dividends", "工资租金红利", "organisation income yuan 工资租金红利(元)", |year| {
        year.organisation_income
    }),
    ("own project, net cash", "自有项目净现金", "project yuan 自有项目净现金(元)", |year| year.project),
    ("paid on the loan", "还贷支出", "paid yuan 还贷支出(元)", |year| year.paid),
    ("debt left", "欠款", "debt yuan 欠款(元)", |year| year.debt),
    ("capital left", "剩余资产", "capital yuan 剩余资产(元)", |year| year.capital),
    ("income without", "无项目时收入", "income without yuan 无项目时收入(元)", |year| year.without),
    ("gain", "增收", "gain yuan 增收(元)", |year| year.gain),
    ("income with", "有项目时收入", "income with yuan 有项目时收入(元)", |year| year.without + year.gain),
];

/// Two lines: which mode is best for the household and by how much, and what makes the difference.
fn reason(setting: &Setting<'_>, told: &HouseholdStory, lang: Lang) -> String {
    let mut served: Vec<&ModeLedger> = told.ledgers.iter().filter(|ledger| ledger.served).collect();
    served.sort_by_key(|ledger| std::cmp::Reverse(ledger.gain()));
    let (Some(best), Some(worst)) = (served.first(), served.last()) else { return String::new() };
    let per_head = |ledger: &ModeLedger| number(ledger.gain_per_head(told.persons, told.granted), 0);
    let (first, last) = (words::mode(best.mode, lang), words::mode(worst.mode, lang));
    if best.gain() == worst.gain() {
        return match served.len() {
            1 => lang.pick(
                format!("Under {first} it gains {} yuan a head and year.\n", per_head(best)),
                format!("{first}下人均年增收{}元。\n", per_head(best)),
            ),
            _ => lang.pick("The modes come to the same for it.\n", "各模式对该户结果相同。\n").to_owned(),
        };
    }
    let line = lang.pick(
        format!(
            "With this luck {first} is best for it ({} yuan a head and year), {last} worst ({}).\n",
            per_head(best),
            per_head(worst)
        ),
        format!(
            "在此随机情形下，{first}最好（人均年增收{}元），{last}最差（{}元）。\n",
            per_head(best),
            per_head(worst)
        ),
    );
    format!("{line}{}\n", difference(setting, best, worst, lang))
}

/// What makes the most of the difference between two ledgers, and what befell the worse one.
fn difference(setting: &Setting<'_>, best: &ModeLedger, worst: &ModeLedger, lang: Lang) -> String {
    let sum = |ledger: &ModeLedger, read: fn(&YearRow) -> Fen| -> Fen { ledger.years.iter().map(read).sum() };
    let payout = |ledger: &ModeLedger| sum(ledger, |year| year.payout);
    let organisation = |ledger: &ModeLedger| sum(ledger, |year| year.organisation_income);
    let rest = |ledger: &ModeLedger| ledger.gain() - payout(ledger) - organisation(ledger);
    let own = lang
        .pick("its own project after loan, debt and capital left", "自有项目扣除贷款本息、欠款并计剩余资产后的结果");
    let parts = [
        (lang.pick("pay-outs", "合同分红"), payout(best), payout(worst)),
        (lang.pick("wages, rent and dividends", "工资、租金和红利"), organisation(best), organisation(worst)),
        (own, rest(best), rest(worst)),
    ];
    let largest = parts.iter().max_by_key(|(_, a, b)| *a - *b);
    let Some((what, a, b)) = largest else { return String::new() };
    let (a, b) = (money(*a, lang), money(*b, lang));
    let befell: Vec<String> = [best, worst].iter().filter_map(|ledger| fate(setting, ledger, lang)).collect();
    let befell = match befell.is_empty() {
        true => String::new(),
        false => lang.pick(format!("; {}", befell.join("; ")), format!("；{}", befell.join("；"))),
    };
    lang.pick(
        format!("Most of the difference is {what}: {a} against {b}{befell}."),
        format!("差别主要来自{what}：{a}对{b}{befell}。"),
    )
}

/// What went wrong under a mode.
fn fate(setting: &Setting<'_>, ledger: &ModeLedger, lang: Lang) -> Option<String> {
    let mode = words::mode(ledger.mode, lang);
    if let Some((month, name)) = ledger.organisation_failed.zip(ledger.organisation.as_ref()) {
        let (month, name) = (setting.month(month), words::organisation(name, lang));
        return Some(lang.pick(
            format!("under {mode} {name} failed in {month}, and nothing was paid out any more"),
            format!("{mode}下 {name} 于 {month} 倒闭，此后不再分红"),
        ));
    }
    let (month, trigger) = ledger.default?;
    let (month, trigger) = (setting.month(month), words::trigger(trigger, lang));
    Some(lang.pick(
        format!("under {mode} it defaulted in {month} ({trigger})"),
        format!("{mode}下于 {month} 违约（{trigger}）"),
    ))
}

fn facts(setting: &Setting<'_>, told: &HouseholdStory, picked: &Picked) -> serde_json::Value {
    let year = |year: &YearRow| {
        json!({
            "until_month": year.until + 1,
            "borrowed_yuan": year.borrowed.yuan(),
            "payout_yuan": year.payout.yuan(),
            "organisation_income_yuan": year.organisation_income.yuan(),
            "project_yuan": year.project.yuan(),
            "paid_yuan": year.paid.yuan(),
            "debt_yuan": year.debt.yuan(),
            "capital_yuan": year.capital.yuan(),
            "income_without_yuan": year.without.yuan(),
            "gain_yuan": year.gain.yuan(),
        })
    };
    let ledger = |ledger: &ModeLedger| {
        json!({
            "mode": ledger.mode.key(),
            "actual": ledger.actual,
            "served": ledger.served,
            "principal_yuan": ledger.principal.yuan(),
            "organisation": ledger.organisation,
            "organisation_failed_month": ledger.organisation_failed.map(|month| month + 1),
            "default_month": ledger.default.map(|(month, _)| month + 1),
            "default_trigger": ledger.default.map(|(_, trigger)| trigger.key()),
            "gain_yuan": ledger.gain().yuan(),
            "gain_per_head_year_yuan": ledger.served.then(|| ledger.gain_per_head(told.persons, told.granted)),
            "years": ledger.years.iter().map(year).collect::<Vec<_>>(),
        })
    };
    json!({
        "scenario": setting.scenario.name,
        "replication": picked.replication,
        "household": told.name,
        "persons": told.persons,
        "township": told.township,
        "situation": told.situation.key(),
        "borrowed": told.borrowed,
        "month": told.granted + 1,
        "ledgers": told.ledgers.iter().map(ledger).collect::<Vec<_>>(),
        "reason_en": reason(setting, told, Lang::En),
        "reason_zh": reason(setting, told, Lang::Zh),
    })
}

fn table(setting: &Setting<'_>, told: &HouseholdStory, picked: &Picked) -> CsvTable {
    let name = &told.name;
    let stem = file_name(&format!("{}-r{}-household-{name}", setting.scenario.name, picked.replication));
    let keys = ["mode 模式", "actual 实际发生", "year 第几年", "until month 截至月份"];
    let headings: Vec<&str> = keys.into_iter().chain(ROWS.iter().map(|(_, _, heading, _)| *heading)).collect();
    let mut table = CsvTable::new(format!("{stem}.csv"), &headings);
    for ledger in &told.ledgers {
        for (number, year) in ledger.years.iter().enumerate() {
            let actual = u8::from(ledger.actual).to_string();
            let mut row =
                vec![ledger.mode.key().to_owned(), actual, (number + 1).to_string(), (year.until + 1).to_string()];
            row.extend(ROWS.iter().map(|(_, _, _, read)| read(year).yuan().to_string()));
            table.rows.push(row);
        }
    }
    table
}
