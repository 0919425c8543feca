//! The loan ledger (贷款台账): loans that run when the simulation starts, and the history of households that repaid.

use std::collections::BTreeMap;

use super::columns::{Column, NOTE, Takes, may, must};
use super::table::{Row, SHOWN, TableReader};
use crate::draws::Entity;
use crate::model::book::{Ledger, LedgerHousehold, LedgerLoan, LedgerStatus};
use crate::model::policy::Mode;
use crate::model::population::Roster;
use crate::scenario::decode::Context;
use crate::scenario::keys::Range;
use crate::scenario::mistake::{CsvMistake, LedgerMistake};
use crate::scenario::nearest::nearest;
use crate::scenario::source::FileId;
use crate::units::{CalendarMonth, Fen, Probability, Share};

/// The columns, in the order in which a ledger is written.
pub const COLUMNS: &[Column] = &[
    must("loan", "贷款编号", Takes::Text)
        .also(&["贷款号", "合同编号", "合同号", "借据号", "借据编号", "loan_id"])
        .means("Identifier of the loan, once in the file", "贷款编号，文件内不重复")
        .such_as(["L001", "L002"], ["L001", "L002"]),
    must("household", "户编号", Takes::Text)
        .also(&["户号", "农户编号", "农户", "household_id"])
        .means("The household that owes the loan, as the roster names it", "借款农户编号，与农户名册一致")
        .such_as(["H001", "H002"], ["H001", "H002"]),
    may("township", "乡镇", Takes::Name)
        .also(&["乡镇街道", "乡（镇）", "镇", "town"])
        .means("Township of the household; needed without a roster", "农户所在乡镇；没有农户名册时必填")
        .such_as(["East Town", "West Town"], ["东镇", "西镇"]),
    may("village", "村", Takes::Name)
        .also(&["行政村", "村名", "村（社区）"])
        .means("Village of the household; empty: the roster's, or drawn", "农户所在行政村；留空则按名册或随机")
        .such_as(["First Village", "Second Village"], ["一村", "二村"]),
    must("mode", "贷款模式", Takes::Mode)
        .also(&["模式", "贷款类型", "贷款方式"])
        .means("Lending mode", "贷款模式")
        .such_as(["self_directed", "pooled"], ["自主贷款", "分贷统用统还"]),
    may("organisation", "经济组织", Takes::Name)
        .also(&["用款组织", "承贷组织", "用款单位", "用款企业", "合作社", "organization"])
        .means(
            "Organisation that uses a pooled loan; empty for self-directed loans",
            "分贷统用统还贷款的用款组织名称；自主贷款留空",
        )
        .such_as(["", "East Town Citrus"], ["", "东镇果业合作社"]),
    must("principal_yuan", "本金", Takes::Yuan(Range::STEP))
        .also(&["贷款本金", "贷款金额", "发放金额", "合同金额", "principal"])
        .means("Principal lent", "发放的贷款本金")
        .such_as(["50,000", "40000"], ["50,000", "40000元"]),
    may("balance_yuan", "余额", Takes::Yuan(Range::LOAN))
        .also(&["贷款余额", "未还本金", "本金余额", "balance"])
        .means(
            "Principal owed at the start; empty: all of it (nothing if repaid)",
            "期初未还本金；留空表示全部本金（已结清为零）",
        )
        .such_as(["", "40000"], ["", "40000"]),
    must("grant_date", "发放日期", Takes::Month)
        .also(&["放款日期", "发放日", "借款日期", "贷款日期", "起始日期", "grant"])
        .means("Date of granting, before the first month of the run", "发放日期，须早于模拟首月")
        .such_as(["2014-03-15", "2014-10"], ["2014-03-15", "2014年10月8日"]),
    must("due_date", "到期日期", Takes::Month)
        .also(&["到期日", "到期时间", "due"])
        .means(
            "Date on which the balance falls due: in the run or later if performing, before it if in default",
            "余额到期日期：正常贷款不早于模拟首月，逾期和已代偿贷款须早于模拟首月",
        )
        .such_as(["2017-03-15", "2015-10"], ["2017-03-15", "2015/10/8"]),
    must("status", "状态", Takes::Status)
        .also(&["贷款状态", "贷款形态"])
        .means("Where the loan stands at the start", "期初贷款状态")
        .such_as(["performing", "overdue"], ["正常", "逾期"]),
    may("pd", "违约概率", Takes::Share)
        .also(&["probability_of_default"])
        .means(
            "Probability of default at the due date, instead of the mode's mechanism; empty: the mode's",
            "到期违约概率，取代该模式的违约机制；留空按模式",
        )
        .such_as(["", ""], ["", ""]),
    may("lgd", "违约损失率", Takes::Share)
        .also(&["loss_given_default"])
        .means(
            "Loss given default, instead of the mode's law; empty: the mode's",
            "违约损失率，取代该模式的分布；留空按模式",
        )
        .such_as(["", ""], ["", ""]),
    NOTE,
];

const LOAN: usize = 0;
const HOUSEHOLD: usize = 1;
const TOWNSHIP: usize = 2;
const VILLAGE: usize = 3;
const MODE: usize = 4;
const ORGANISATION: usize = 5;
const PRINCIPAL: usize = 6;
const BALANCE: usize = 7;
const GRANT: usize = 8;
const DUE: usize = 9;
const STATUS: usize = 10;
const PD: usize = 11;
const LGD: usize = 12;

/// What a ledger may name, and when the run starts; `None` while that is broken itself.
pub struct Known<'a> {
    /// First month of the run.
    pub start: Option<CalendarMonth>,
    /// The households.
    pub households: Households<'a>,
    /// Names of the organisations.
    pub organisations: Option<Vec<String>>,
    /// Whether cash decides the losses of each mode, so that there is no law of them.
    pub cash_decides: [bool; 3],
}

/// Which households a ledger may name.
pub enum Households<'a> {
    /// Those of a roster and no others.
    Roster(&'a Roster),
    /// Any: they are added to so many synthesised ones, in these townships.
    Added {
        /// Synthesised households: they have the numbers from 1.
        synthesised: u32,
        /// Townships.
        townships: Vec<String>,
    },
    /// Not known while the roster is broken.
    Unknown,
}

/// Modes of which a ledger has loans that are not repaid; mistakes are told when it is read in full.
pub fn modes_of(file: FileId, text: &str) -> [bool; 3] {
    let mut table = TableReader::new(file, text, COLUMNS);
    let mut found = [false; 3];
    while let Some(row) = table.next_row() {
        if let Some(mode) = super::columns::mode(table.text(&row, MODE)) {
            found[mode as usize] |= super::columns::status(table.text(&row, STATUS)) != Some(LedgerStatus::Repaid);
        }
    }
    found
}

/// Townships that a ledger names, in the order in which they first appear.
pub fn townships_of(file: FileId, text: &str) -> Vec<String> {
    let mut table = TableReader::new(file, text, COLUMNS);
    let mut seen: BTreeMap<String, ()> = BTreeMap::new();
    let mut names = Vec::new();
    while let Some(row) = table.next_row() {
        let name = table.text(&row, TOWNSHIP);
        if !name.is_empty() && seen.insert(name.to_owned(), ()).is_none() {
            names.push(name.to_owned());
        }
    }
    names
}

/// Reads a ledger.
pub fn ledger(cx: &Context, file: FileId, known: &Known<'_>) -> Option<Ledger> {
    let text = cx.text(file);
    let mut table = TableReader::new(file, &text, COLUMNS);
    let mut reader = Reader::new(known);
    let needs_township = matches!(known.households, Households::Added { .. });
    if needs_township && !table.has(TOWNSHIP) && table.complete() {
        let column = &COLUMNS[TOWNSHIP];
        table.report_start(CsvMistake::MissingColumn { en: column.name, zh: column.zh });
    }
    let mut rows = 0;
    while let Some(row) = table.complete().then(|| table.next_row()).flatten() {
        rows += 1;
        let loan = reader.loan(&mut table, &row);
        reader.ledger.loans.extend(loan);
    }
    if rows == 0 && table.mistakes() == 0 {
        table.report_start(CsvMistake::NoRows);
    }
    let whole = table.finish(cx) && rows == reader.ledger.loans.len();
    whole.then_some(reader.ledger)
}

struct Reader<'a> {
    known: &'a Known<'a>,
    organisations: Option<Vec<&'a str>>,
    townships: Vec<&'a str>,
    ledger: Ledger,
    /// First row of each loan.
    loans: BTreeMap<String, usize>,
    /// Household of each address: a place in the roster, or among those added.
    households: BTreeMap<u64, u32>,
    /// Identifiers of the roster, for the nearest.
    names: Vec<&'a str>,
}

impl<'a> Reader<'a> {
    fn new(known: &'a Known<'a>) -> Reader<'a> {
        let mut reader = Reader {
            known,
            organisations: known.organisations.as_ref().map(|names| names.iter().map(String::as_str).collect()),
            townships: Vec::new(),
            ledger: Ledger::default(),
            loans: BTreeMap::new(),
            households: BTreeMap::new(),
            names: Vec::new(),
        };
        match &known.households {
            Households::Roster(roster) => {
                let numbers = roster.entity.iter().map(|entity| entity.number()).zip(0..);
                reader.households = numbers.collect();
                reader.names = roster.name.iter().map(String::as_str).collect();
            }
            Households::Added { townships, .. } => reader.townships = townships.iter().map(String::as_str).collect(),
            Households::Unknown => {}
        }
        reader
    }

    /// Reads every field of a row, then keeps the row if all are good.
    fn loan(&mut self, table: &mut TableReader<'_>, row: &Row<'_>) -> Option<LedgerLoan> {
        let identified = self.identifier(table, row);
        let household = self.household(table, row);
        let mode = table.mode(row, MODE);
        let organisation = mode.and_then(|mode| self.organisation(table, row, mode));
        let status = table.status(row, STATUS);
        let principal = table.yuan(row, PRINCIPAL);
        let balance = balance(table, row, principal, status);
        let (grant, due) = (table.month(row, GRANT), table.month(row, DUE));
        let in_order = self.dates(table, row, (grant, due), status);
        let (pd, lgd) = (optional_share(table, row, PD), optional_share(table, row, LGD));
        let law = self.law(table, row, mode, (pd, lgd));
        let (household, organisation, (pd, lgd)) = (household?, organisation?, (pd?, lgd?));
        (identified? && in_order? && law?).then_some(())?;
        Some(LedgerLoan {
            household,
            mode: mode?,
            organisation,
            principal: principal?,
            balance: balance?,
            grant: grant?,
            due: due?,
            status: status?,
            pd: pd.and_then(Probability::new),
            lgd: lgd.and_then(Share::new),
            group: None,
        })
    }

    fn identifier(&mut self, table: &mut TableReader<'_>, row: &Row<'_>) -> Option<bool> {
        let value = table.some_text(row, LOAN)?.to_owned();
        if let Some(&first_row) = self.loans.get(&value) {
            let (column, first_value) = (table.heading(LOAN), value.clone());
            let mistake = CsvMistake::SameId { row: row.number, column, value, first_row, first_value };
            table.report_at(row, LOAN, mistake);
            return None;
        }
        self.loans.insert(value, row.number);
        Some(true)
    }

    fn household(&mut self, table: &mut TableReader<'_>, row: &Row<'_>) -> Option<u32> {
        let name = table.some_text(row, HOUSEHOLD).map(str::to_owned);
        match &self.known.households {
            Households::Roster(roster) => self.of_roster(table, row, roster, &name?),
            Households::Added { synthesised, .. } => self.added(table, row, *synthesised, name),
            Households::Unknown => None,
        }
    }

    fn of_roster(&self, table: &mut TableReader<'_>, row: &Row<'_>, roster: &Roster, name: &str) -> Option<u32> {
        let Some(&household) = self.households.get(&Entity::named(name).number()) else {
            // A long roster is searched only for rows that are shown.
            let shown = table.mistakes() < SHOWN;
            let nearest = shown.then(|| nearest(name, self.names.iter().copied()).map(str::to_owned)).flatten();
            report(table, row, HOUSEHOLD, LedgerMistake::NotInRoster { nearest });
            return None;
        };
        let (township, village) = (roster.township[household as usize], roster.village[household as usize]);
        let homes =
            [(TOWNSHIP, &roster.township_names[township as usize]), (VILLAGE, &roster.village_names[village as usize])];
        let mut at_home = true;
        for (column, known) in homes {
            if !table.is_empty(row, column) && table.text(row, column) != known {
                report(table, row, column, LedgerMistake::OtherHome { known: known.clone() });
                at_home = false;
            }
        }
        at_home.then_some(household)
    }

    /// A household that the synthesis does not know, once for all of its loans.
    fn added(
        &mut self,
        table: &mut TableReader<'_>,
        row: &Row<'_>,
        synthesised: u32,
        name: Option<String>,
    ) -> Option<u32> {
        let township = table.name(row, TOWNSHIP, &self.townships);
        let village = Some(table.text(row, VILLAGE).to_owned()).filter(|village| !village.is_empty());
        let name = name?;
        let entity = Entity::named(&name);
        if (1..=u64::from(synthesised)).contains(&entity.number()) {
            report(table, row, HOUSEHOLD, LedgerMistake::Synthesised { households: synthesised });
            return None;
        }
        let township = township? as u32;
        let Some(&place) = self.households.get(&entity.number()) else {
            let place = self.ledger.households.len() as u32;
            self.households.insert(entity.number(), place);
            self.ledger.households.push(LedgerHousehold { name, entity, township, village, industry: None });
            return Some(synthesised + place);
        };
        let known = &mut self.ledger.households[place as usize];
        if known.township != township {
            let known = self.townships[known.township as usize].to_owned();
            report(table, row, TOWNSHIP, LedgerMistake::OtherHome { known });
            return None;
        }
        match (&known.village, village) {
            (Some(known), Some(other)) if *known != other => {
                report(table, row, VILLAGE, LedgerMistake::OtherHome { known: known.clone() });
                return None;
            }
            (None, Some(village)) => known.village = Some(village),
            _ => {}
        }
        Some(synthesised + place)
    }

    fn organisation(&self, table: &mut TableReader<'_>, row: &Row<'_>, mode: Mode) -> Option<Option<u32>> {
        let empty = table.is_empty(row, ORGANISATION);
        match mode {
            // Whatever the county calls its development company.
            Mode::FixedBenefit => Some(None),
            Mode::SelfDirected if empty => Some(None),
            Mode::SelfDirected => {
                report(table, row, ORGANISATION, LedgerMistake::NoOrganisation);
                None
            }
            Mode::Pooled if empty => {
                report(table, row, ORGANISATION, LedgerMistake::OrganisationMissing);
                None
            }
            Mode::Pooled => {
                let names = self.organisations.as_ref()?;
                table.name(row, ORGANISATION, names).map(|index| Some(index as u32))
            }
        }
    }

    /// Whether a loan's dates go together with its status and with the start of the run.
    fn dates(
        &self,
        table: &mut TableReader<'_>,
        row: &Row<'_>,
        (grant, due): (Option<CalendarMonth>, Option<CalendarMonth>),
        status: Option<LedgerStatus>,
    ) -> Option<bool> {
        let mut good = true;
        let mut wrong = |column, mistake| {
            report(table, row, column, mistake);
            good = false;
        };
        if let (Some(grant), Some(due)) = (grant, due)
            && due <= grant
        {
            wrong(DUE, LedgerMistake::DueBeforeGrant { grant });
        } else if let (Some(due), Some(start)) = (due, self.known.start) {
            match status {
                Some(LedgerStatus::Performing) if due < start => wrong(DUE, LedgerMistake::PerformingPastDue { start }),
                Some(LedgerStatus::Overdue | LedgerStatus::Compensated) if due >= start => {
                    wrong(DUE, LedgerMistake::NotYetDue { start });
                }
                _ => {}
            }
        }
        if let (Some(grant), Some(start)) = (grant, self.known.start)
            && grant >= start
        {
            wrong(GRANT, LedgerMistake::NotBeforeStart { start });
        }
        good.then_some(true)
    }

    /// Whether a loan with a probability of its own has a law of losses.
    fn law(
        &self,
        table: &mut TableReader<'_>,
        row: &Row<'_>,
        mode: Option<Mode>,
        (pd, lgd): (Option<Option<f64>>, Option<Option<f64>>),
    ) -> Option<bool> {
        let mode = mode?;
        if matches!(pd, Some(Some(_))) && lgd == Some(None) && self.known.cash_decides[mode as usize] {
            report(table, row, LGD, LedgerMistake::LossMissing);
            return None;
        }
        Some(true)
    }
}

fn report(table: &mut TableReader<'_>, row: &Row<'_>, column: usize, wrong: LedgerMistake) {
    let (heading, value) = (table.heading(column), table.text(row, column).to_owned());
    table.report_at(row, column, CsvMistake::Ledger { row: row.number, column: heading, value, wrong });
}

/// What is owed: all of the principal where the ledger is silent, nothing if it is repaid.
fn balance(
    table: &mut TableReader<'_>,
    row: &Row<'_>,
    principal: Option<Fen>,
    status: Option<LedgerStatus>,
) -> Option<Fen> {
    let repaid = status == Some(LedgerStatus::Repaid);
    if table.is_empty(row, BALANCE) {
        return if repaid { Some(Fen::ZERO) } else { principal };
    }
    let balance = table.yuan(row, BALANCE)?;
    let wrong = match (principal, status) {
        (Some(principal), _) if balance > principal => LedgerMistake::AbovePrincipal { principal },
        (_, Some(LedgerStatus::Repaid)) if balance > Fen::ZERO => LedgerMistake::RepaidAndOwed,
        (_, Some(status)) if status != LedgerStatus::Repaid && balance == Fen::ZERO => LedgerMistake::NothingOwed,
        _ => return Some(balance),
    };
    report(table, row, BALANCE, wrong);
    None
}

fn optional_share(table: &mut TableReader<'_>, row: &Row<'_>, column: usize) -> Option<Option<f64>> {
    if table.is_empty(row, column) { Some(None) } else { table.share(row, column).map(Some) }
}
