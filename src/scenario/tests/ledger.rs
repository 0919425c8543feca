//! Ledgers: what is read, and what is told of rows that cannot be read.

use super::{COUNTY, in_both_languages, load_beside, shown};
use crate::model::book::LedgerStatus;
use crate::model::policy::Mode;
use crate::scenario::{Diagnostics, Scenario};
use crate::text::Lang;
use crate::units::{CalendarMonth, Fen, Probability, Share};

const HEADINGS: &str =
    "loan,household,township,village,mode,organisation,principal_yuan,balance_yuan,grant_date,due_date,status,pd,lgd";

const ROSTER: &str = "household,township,village,persons,labour,situation,ability,income_yuan_per_person,industry,own_capital_yuan,buffer_yuan\n\
    H001,东镇,一村,4,2,self_directed,0.1,3000,navel_orange,5000,1000\n\
    H002,西镇,二村,2,0,fixed_benefit,0.1,3000,livestock,0,0\n";

const ORGANISATIONS: &str = "name,type,township,industry,weight,age_years\n东镇果业合作社,cooperative,东镇,,1,2\n";

/// The county with the given ledger, a roster of two households and one organisation.
fn with_ledger(csv: &str) -> Result<Scenario, Diagnostics> {
    let text = "extends = \"base.toml\"\n[world]\nledger = \"ledger.csv\"\n[world.population]\nroster = \"roster.csv\"\n\
        [world.organisations]\nfile = \"organisations.csv\"\n";
    let files =
        [("base.toml", COUNTY), ("roster.csv", ROSTER), ("organisations.csv", ORGANISATIONS), ("ledger.csv", csv)];
    load_beside(text, &files)
}

/// The county with synthesised households and organisations, and the given ledger.
fn synthetic(more: &str, csv: &str) -> Result<Scenario, Diagnostics> {
    let text = format!("extends = \"base.toml\"\n[world]\nledger = \"ledger.csv\"\n{more}");
    load_beside(&text, &[("base.toml", COUNTY), ("ledger.csv", csv)])
}

fn month(year: i32, month: u32) -> CalendarMonth {
    CalendarMonth::new(year, month).expect("a month")
}

#[test]
fn every_field_is_read_in_chinese_as_in_english() {
    let english = format!(
        "{HEADINGS}\n\
        L1,H001,,,self_directed,,50000,,2015-03-15,2017-03,performing,0.05,0.4\n\
        L2,H002,西镇,,fixed_benefit,whatever it is called,20000,15000.50,2014-01,2015-11,compensated,,\n\
        L3,H001,,,pooled,东镇果业合作社,8000,,2013-01,2014-01,repaid,,\n"
    );
    let chinese = "备注,状态,到期日期,发放日期,余额（万元）,贷款金额（元）,用款组织,贷款模式,户号,合同编号,违约概率（%）,违约损失率\r\n\
        ,正常,2017/3/1,2015年3月15日,,\"50,000元\",,自主贷款,H001,L1,5,40%\r\n\
        备,已代偿,2015.11.30,20140101,1.50005,¥20000,道源公司,兜底,H002,L2,,\r\n\
        ,已结清,2014-01-31,201301,0,８０００,东镇果业合作社,统贷统还,H001,L3,,\r\n\
        ,,,,,,,,,,,\r\n";
    let ledger = |csv: &str| with_ledger(csv).unwrap_or_else(|told| panic!("{told}")).world.ledger;
    let english = ledger(&english);
    assert_eq!(english.loans, ledger(chinese).loans);
    assert_eq!(english.loans, ledger(&chinese.replace(',', ";").replace("50;000", "50000")).loans);
    let [first, second, third] = english.loans.as_slice() else { panic!("three loans") };
    assert_eq!((first.household, first.mode, first.organisation), (0, Mode::SelfDirected, None));
    assert_eq!((first.principal, first.balance), (Fen::from_yuan(50_000.0), Fen::from_yuan(50_000.0)));
    assert_eq!((first.grant, first.due, first.status), (month(2015, 3), month(2017, 3), LedgerStatus::Performing));
    assert_eq!((first.pd, first.lgd), (Probability::new(0.05), Share::new(0.4)));
    assert_eq!((second.household, second.mode, second.balance), (1, Mode::FixedBenefit, Fen(1_500_050)));
    assert_eq!((second.status, second.pd, second.lgd), (LedgerStatus::Compensated, None, None));
    assert_eq!((third.organisation, third.status, third.balance), (Some(0), LedgerStatus::Repaid, Fen::ZERO));
}

#[test]
fn every_broken_row_is_told_with_its_row_column_value_and_what_is_allowed() {
    let rows = [
        "L1,H001,,,self_directed,,50000,,2015-03,2017-03,performing,,",
        "L1,H001,,,self_directed,,50000,,2015-03,2017-03,performing,,",
        ",H003,,,自贷统还,,5万元,,2015-13,2017/3/32,fine,,",
        "L4,H001,西镇,二村,self_directed,东镇果业合作社,50000,60000,2015-03,2017-03,performing,,",
        "L5,H001,,,pooled,,50000,0,2015-03,2017-03,performing,,",
        "L6,H001,,,pooled,东镇果业合作杜,50000,,2016-01,2017-03,performing,,",
        "L7,H001,,,self_directed,,50000,,2015-03,2015-12,performing,,",
        "L8,H001,,,self_directed,,50000,,2015-03,2016-01,overdue,,",
        "L9,H001,,,self_directed,,50000,,2015-03,2015-03,compensated,,",
        "L10,H001,,,self_directed,,50000,100,2014-03,2015-03,repaid,,",
        "L11,H001,,,self_directed,,50000,,2015-03,2017-03,performing,0.1,",
        "L12,H001,,,self_directed,,0,,2015-03,2017-03,performing,1.5,120%",
        "L13,H001,,,self_directed,,50000",
    ];
    // At most twenty mistakes of a table are shown: the rows are shown in two tables.
    let told = |rows: &[&str]| {
        let csv = format!("{HEADINGS}\n{}\n", rows.join("\n"));
        in_both_languages("rows", &with_ledger(&csv).expect_err("broken rows"))
    };
    shown!(told(&rows[..6]) + &told(&rows[6..]));
}

/// A record that goes over several lines is named by its first, as the file stands.
#[test]
fn rows_are_counted_as_a_spreadsheet_counts_them() {
    let csv = "loan,household,mode,organisation,principal_yuan,grant_date,due_date,status,note\n\n\
        L1,H001,self_directed,,1,2015-03,2017-03,performing,\"two\nlines\"\n\
        L2,H001,self_directed,,1,2015-03,2017-03,gone,\n";
    let text = with_ledger(csv).expect_err("a broken row").render(Lang::En, false);
    assert!(text.contains("row 5, column `status`: \"gone\""), "{text}");
    assert!(text.contains("ledger.csv:5:"), "{text}");
}

#[test]
fn households_of_a_ledger_are_added_to_synthesised_ones() {
    let csv = format!(
        "{HEADINGS}\n\
        L1,老-1,T03,新村,self_directed,,50000,,2015-03,2017-03,performing,,\n\
        L2,老-2,T22,,pooled,O02,50000,,2015-03,2017-03,performing,,\n\
        L3,老-1,T03,,self_directed,,1000,,2013-03,2014-03,repaid,,\n"
    );
    let scenario = synthetic("", &csv).unwrap_or_else(|told| panic!("{told}"));
    let ledger = &scenario.world.ledger;
    assert_eq!(ledger.loans.iter().map(|loan| loan.household).collect::<Vec<_>>(), [14_440, 14_441, 14_440]);
    assert_eq!(ledger.loans[1].organisation, Some(1));
    assert_eq!((ledger.households[0].township, ledger.households[0].village.as_deref()), (2, Some("新村")));
    let luck = crate::draws::Luck { seed: crate::draws::Seed(1), replication: crate::draws::Replication(0) };
    let roster = crate::model::population::Roster::of(&scenario.world, luck);
    assert_eq!((roster.len(), roster.name[14_440].as_str(), roster.township[14_441]), (14_442, "老-1", 21));
    assert_eq!(roster.village_names[roster.village[14_440] as usize], "新村");
    assert!(roster.village_names[roster.village[14_441] as usize].starts_with("T22-"));

    let broken = format!(
        "{HEADINGS}\n\
        L1,42,T03,,self_directed,,50000,,2015-03,2017-03,performing,,\n\
        L2,老-2,东镇,,pooled,O13,50000,,2015-03,2017-03,performing,,\n\
        L3,老-3,T01,,self_directed,,1000,,2013-03,2014-03,repaid,,\n\
        L4,老-3,T02,,self_directed,,1000,,2013-03,2014-03,repaid,,\n"
    );
    let no_township = "loan,household,mode,principal_yuan,grant_date,due_date,status\n\
        L1,老-1,自主贷款,1000,2013-03,2014-03,repaid\n";
    shown!(
        in_both_languages("rows", &synthetic("", &broken).expect_err("broken rows"))
            + &in_both_languages("no township", &synthetic("", no_township).expect_err("no township"))
    );
}

#[test]
fn all_households_may_come_from_the_ledger() {
    let csv = format!(
        "{HEADINGS}\n\
        L1,1,东镇,一村,self_directed,,50000,,2015-03,2017-03,performing,,\n\
        L2,2,西镇,,fixed_benefit,,20000,,2015-03,2017-03,performing,,\n"
    );
    let scenario = synthetic("[world.population]\nhouseholds = 0\n", &csv).unwrap_or_else(|told| panic!("{told}"));
    let luck = crate::draws::Luck { seed: crate::draws::Seed(1), replication: crate::draws::Replication(0) };
    let roster = crate::model::population::Roster::of(&scenario.world, luck);
    assert_eq!(roster.township_names, ["东镇", "西镇"]);
    assert_eq!((roster.village_names.len(), roster.township.as_slice()), (2, &[0, 1][..]));
    let nobody = load_beside("extends = \"base.toml\"\n[world.population]\nhouseholds = 0\n", &[("base.toml", COUNTY)]);
    assert!(nobody.expect_err("no household at all").render(Lang::En, false).contains("`ledger`"));
}

/// Terms, risk and organisations of a mode are needed while old loans of it run, lent anew or not.
#[test]
fn modes_of_the_book_need_their_sections() {
    let loan = |mode| format!("{HEADINGS}\nL1,老-1,T03,,{mode},O01,50000,,2015-03,2017-03,performing,,\n");
    let base = super::county_with(&[(
        "mix       = { self_directed = 0.40, pooled = 0.45, fixed_benefit = 0.15 }",
        "mix       = { self_directed = 0.40, pooled = 0, fixed_benefit = 0.15 }",
    )]);
    let without: String = {
        let mut keep = true;
        let lines = base.lines().filter(|line| {
            if line.starts_with('[') {
                keep =
                    !["[policy.pooled]", "[world.pooled]"].contains(line) && !line.starts_with("[world.organisations");
            }
            keep
        });
        lines.map(|line| format!("{line}\n")).collect()
    };
    let text = "extends = \"base.toml\"\n[world]\nledger = \"ledger.csv\"\n";
    let read = |base: &str| load_beside(text, &[("base.toml", base), ("ledger.csv", &loan("pooled"))]);
    read(&base).unwrap_or_else(|told| panic!("{told}"));
    shown!(in_both_languages("sections", &read(&without).expect_err("no sections of pooled mode")));
}

/// The list of organisations is checked while the roster is broken, and so is the ledger.
#[test]
fn no_broken_table_hides_another() {
    let text = "extends = \"base.toml\"\n[world]\nledger = \"ledger.csv\"\n[world.population]\nroster = \"roster.csv\"\n\
        [world.organisations]\nfile = \"organisations.csv\"\n";
    let files = [
        ("base.toml", COUNTY),
        ("roster.csv", &ROSTER.replace("H002,西镇,二村,2", "H002,西镇,二村,none")),
        ("organisations.csv", "name,type,weight,age_years\n甲社,coop,1,2\n甲社,cooperative,0,2\n"),
        ("ledger.csv", &format!("{HEADINGS}\nL1,H009,,,self_directed,,50000,,2015-03,2015-04,performing,,\n")),
    ];
    let text = load_beside(text, &files).expect_err("three broken tables").render(Lang::En, false);
    for told in [
        "row 3, column `persons`: \"none\"",
        "row 2, column `type`: \"coop\"",
        "row 3, column `name`: \"甲社\" is already in row 2",
        "row 3, column `weight`: \"0\"",
        "row 2, column `due_date`: \"2015-04\"",
    ] {
        assert!(text.contains(told), "{told}\n{text}");
    }
    assert!(text.ends_with("5 mistakes found; nothing was run\n"), "{text}");
}

#[test]
fn of_thirty_broken_rows_twenty_are_shown() {
    let rows: String = (0..30).map(|row| format!("L{row},H001,,,自主贷款,,1000,,2015-03,2017-03,好,,\n")).collect();
    let diagnostics = with_ledger(&format!("{HEADINGS}\n{rows}")).expect_err("30 broken rows");
    let text = diagnostics.render(Lang::Zh, false);
    assert_eq!(text.matches("`status`列：不能写“好”").count(), 20);
    assert!(text.contains("该表格另有10处错误未列出") && text.contains("共发现30处错误"), "{text}");
}
