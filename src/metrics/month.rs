//! Columns of `months.parquet`.

use super::{Better, Column, KeyColumn, REPLICATION, SCENARIO, Unit, Value};
use super::{count, rate, yuan};
use crate::model::record::MonthRecord;
use Better::{Higher, Lower, Neither};

type Read = fn(&MonthRecord) -> Value;

const fn money(id: &'static str, better: Better, read: Read) -> Column<MonthRecord> {
    Column::new(id, Unit::Yuan, better, read)
}

const fn of(id: &'static str, unit: Unit, better: Better, read: Read) -> Column<MonthRecord> {
    Column::new(id, unit, better, read)
}

/// What identifies a row.
pub static MONTH_KEYS: [KeyColumn; 3] = [
    SCENARIO,
    REPLICATION,
    KeyColumn {
        id: "month",
        unit: Unit::MonthOfRun,
        label_en: "month",
        label_zh: "月份",
        en: "Month of the run, from 1.",
        zh: "模拟的第几个月，从1开始。",
    },
];

/// Flows of the month, stocks at its end.
pub static MONTH_COLUMNS: [Column<MonthRecord>; 43] = [
    money("fund_balance_yuan", Higher, |m| yuan(m.fund_balance))
        .label("fund balance", "风险补偿金余额")
        .means("Balance of the risk compensation fund at the end of the month.", "月末风险补偿金余额。"),
    money("outstanding_yuan", Neither, |m| yuan(m.outstanding))
        .label("principal outstanding", "贷款余额")
        .means(
            "Principal not yet repaid at the end of the month, overdue included, compensated excluded.",
            "月末未还本金（含逾期，不含已代偿）。",
        ),
    money("lent_yuan", Neither, |m| yuan(m.lent))
        .label("lent", "当月放款额")
        .means("Principal lent in the month.", "当月发放的贷款本金。"),
    money("due_yuan", Neither, |m| yuan(m.due))
        .label("principal due", "当月到期本金")
        .means("Principal that fell due in the month, scheduled or called.", "当月到期（含提前到期）的本金。"),
    money("recovered_yuan", Higher, |m| yuan(m.recovered))
        .label("recovered", "当月收回本金")
        .means("Principal recovered in the month, of whatever year's loans.", "当月收回的本金，不论贷款何年到期。"),
    of("recovery_rate_ytd", Unit::Share, Higher, |m| rate(m.recovered_ytd, m.due_ytd))
        .label("recovery rate, year to date", "年初至今回收率")
        .means(
            "Principal recovered so far of loans due in the year to date over the principal of the same loans; missing while nothing has fallen due.",
            "年初至今到期贷款中已收回本金与其到期本金之比；年内尚无到期贷款则为空。",
        ),
    money("overdue_yuan", Lower, |m| yuan(m.overdue))
        .label("overdue", "逾期本金")
        .means(
            "Unpaid principal past due at the end of the month, compensated or not, until written off.",
            "月末逾期未还本金（不论是否代偿，核销前均计入）。",
        ),
    money("npl_yuan", Lower, |m| yuan(m.npl))
        .label("non-performing", "不良本金")
        .means("Overdue principal that is three or more month-ends past due.", "逾期满三个月末及以上的本金。"),
    money("npl_bank_yuan", Lower, |m| yuan(m.npl_bank))
        .label("non-performing, with the bank", "银行账面不良")
        .means("Non-performing principal that the bank still carries, not compensated.", "尚未代偿、仍在银行账面的不良本金。"),
    money("claims_yuan", Lower, |m| yuan(m.claims))
        .label("claims", "当月代偿申请额")
        .means("Losses claimed in the month.", "当月申请代偿的金额。"),
    money("fund_paid_yuan", Lower, |m| yuan(m.fund_paid))
        .label("paid by the fund", "当月风险补偿金代偿额")
        .means("Claims paid by the fund in the month.", "当月风险补偿金支付的代偿。"),
    money("insurer_paid_yuan", Neither, |m| yuan(m.insurer_paid))
        .label("paid by the insurer", "当月保险赔付额")
        .means("Claims paid by the insurer in the month.", "当月保险公司支付的赔款。"),
    money("bank_paid_yuan", Lower, |m| yuan(m.bank_paid))
        .label("borne by the bank", "当月银行承担额")
        .means("Losses borne by the bank in the month.", "当月银行承担的损失。"),
    money("unpaid_claims_yuan", Lower, |m| yuan(m.unpaid_claims))
        .label("claims the fund could not pay", "当月未能支付的代偿")
        .means("Part of the month's claims on the fund that it could not pay.", "当月风险补偿金未能支付的代偿。"),
    money("compensated_yuan", Lower, |m| yuan(m.compensated))
        .label("compensated, still owed", "已代偿未追回本金")
        .means("Principal of compensated loans that is still owed at the end of the month.", "月末已代偿而借款人仍未偿还的本金。"),
    money("collected_yuan", Higher, |m| yuan(m.collected))
        .label("collected after default", "当月违约后追回额")
        .means("Principal collected in the month after default.", "当月在违约之后追回的本金。"),
    of("suspended_units", Unit::Units, Lower, |m| count(m.suspended_units))
        .label("suspended units", "暂停放贷的乡镇（村）")
        .means("Townships or villages suspended at the end of the month.", "月末处于暂停放贷状态的乡镇（村）数。"),
    of("cap_bound", Unit::YesNo, Lower, |m| Value::Boolean(m.cap_bound))
        .label("leverage cap bound", "杠杆上限受限")
        .means("Whether the leverage cap cut the month's lending.", "当月放贷是否因杠杆上限而削减。"),
    money("budget_cost_yuan", Lower, |m| yuan(m.budget_cost))
        .label("budget cost", "当月财政支出")
        .means("Interest and premium subsidy, transfers, reward, safeguards, top-up of the fund and bail-out of the month.", "当月贴息、保费补贴、直接补助、奖励、风控措施、补充风险补偿金和救助支出。"),
    of("organisations_failed", Unit::Organisations, Lower, |m| count(m.organisations_failed))
        .label("organisations that failed", "当月倒闭的经济组织")
        .means("Failures of organisations in the month.", "当月倒闭的扶贫经济组织数。"),
    money("due_ytd_yuan", Neither, |m| yuan(m.due_ytd))
        .label("principal due, year to date", "年初至今到期本金")
        .means("Principal that fell due in the calendar year so far.", "年初至今到期的本金。"),
    money("recovered_ytd_yuan", Higher, |m| yuan(m.recovered_ytd))
        .label("recovered, year to date", "年初至今收回本金")
        .means("Of the principal due in the year to date, what has been recovered.", "年初至今到期本金中已收回的部分。"),
    money("fund_paid_in_yuan", Neither, |m| yuan(m.fund_paid_in))
        .label("paid into the fund", "当月注入补偿金")
        .means("Contributions, interest and top-up of the fund in the month.", "当月注入风险补偿金的出资、利息和补充资金。"),
    money("fund_recovered_yuan", Higher, |m| yuan(m.fund_recovered))
        .label("recovered to the fund", "当月追回归补偿金")
        .means("Collected after claims and credited to the fund in the month, net of cost.", "当月代偿后追回并归入风险补偿金的金额（扣除清收费用）。"),
    money("written_off_yuan", Lower, |m| yuan(m.written_off))
        .label("written off", "当月核销")
        .means("Principal that is no longer collected nor carried as overdue from this month on; the household still owes it.", "自当月起不再清收、不再计入逾期的本金；农户仍欠此款。"),
    money("postponed_yuan", Neither, |m| yuan(m.postponed))
        .label("postponed", "当月延期")
        .means("Principal of loans whose next payment a payment holiday moved in the month.", "当月因延期还款政策而推迟还款的贷款本金。"),
    money("renewed_yuan", Neither, |m| yuan(m.renewed))
        .label("renewed", "当月续贷或展期")
        .means(
            "Principal that fell due in the month and was renewed without repayment or extended: due, not recovered, not overdue.",
            "当月到期而无还本续贷或展期的本金：计入到期，不计收回，也不计逾期。",
        ),
    money("renewed_outstanding_yuan", Neither, |m| yuan(m.renewed_outstanding))
        .label("renewed, outstanding", "续贷及展期余额")
        .means(
            "Performing principal at the end of the month that was renewed or extended.",
            "月末正常贷款中经续贷或展期的本金。",
        ),
    money("converted_yuan", Neither, |m| yuan(m.converted))
        .label("converted", "当月转换")
        .means(
            "Principal of running loans handed over to households, repaid early or bought out in the month.",
            "当月转为农户自用、提前归还或由财政买断的存量贷款本金。",
        ),
    money("repaid_early_yuan", Neither, |m| yuan(m.repaid_early))
        .label("repaid early", "当月提前归还")
        .means(
            "Principal repaid in the month before it was due; it falls due, and is recovered, at its contract date.",
            "当月提前归还的本金；在合同到期日计入到期和收回。",
        ),
    money("repaid_early_not_due_yuan", Neither, |m| yuan(m.repaid_early_not_due))
        .label("repaid early, not yet due", "已提前归还、尚未到期")
        .means(
            "Principal repaid early whose contract date is still to come at the end of the month.",
            "月末已提前归还而合同尚未到期的本金。",
        ),
    money("bought_out_yuan", Lower, |m| yuan(m.bought_out))
        .label("bought out", "当月财政买断")
        .means("Principal that the budget paid to the bank in the month for converted loans.", "当月财政为转换的贷款向银行支付的本金。"),
    money("bail_out_yuan", Lower, |m| yuan(m.bail_out))
        .label("bail-out", "当月救助支出")
        .means(
            "Principal that the budget paid to the bank in the month for organisations that failed.",
            "当月财政为倒闭组织向银行支付的本金。",
        ),
    of("bail_outs", Unit::Organisations, Lower, |m| count(m.bail_outs))
        .label("bail-outs", "当月救助的组织")
        .means("Failures of organisations in the month that the county bailed out.", "当月倒闭并获县里救助的组织数。"),
    of("loans_lent", Unit::Loans, Neither, |m| count(m.loans_lent))
        .label("loans made", "当月放贷笔数")
        .means("Loans made in the month.", "当月发放的贷款笔数。"),
    money("called_not_due_yuan", Lower, |m| yuan(m.called_not_due))
        .label("called, not yet due", "已提前收回、尚未到期")
        .means(
            "Principal called by failures, not come in, whose contract date is still to come at the end of the month; zero unless called loans fall due at their contract dates.",
            "月末因组织倒闭被提前收回、尚未收到且合同尚未到期的本金；仅在提前收回的贷款于合同到期日计入到期时出现，否则为零。",
        ),
    money("due_again_yuan", Neither, |m| yuan(m.due_again))
        .label("due again after extension", "当月展期后再次到期")
        .means(
            "Extended principal that came up again in the month: paid, in default or paid by the budget; it fell due when it was extended, not a second time.",
            "当月展期到期的本金（归还、违约或由财政支付）；在展期时已计入到期，不再重复计入。",
        ),
    money("claims_interest_yuan", Lower, |m| yuan(m.claims_interest))
        .label("interest in claims", "当月代偿申请中的利息")
        .means("Of the claims of the month, interest.", "当月代偿申请额中的利息。"),
    money("collected_claimed_yuan", Higher, |m| yuan(m.collected_claimed))
        .label("collected on claimed loans", "当月代偿后追回额")
        .means("Of what was collected in the month, on loans that had been compensated.", "当月追回额中属于已代偿贷款的部分。"),
    money("written_off_claimed_yuan", Lower, |m| yuan(m.written_off_claimed))
        .label("written off after claim", "当月已代偿核销")
        .means("Of what was written off in the month, on loans that had been compensated.", "当月核销额中属于已代偿贷款的部分。"),
    of("loans_due", Unit::Loans, Neither, |m| count(m.loans_due))
        .label("loans due", "当月到期笔数")
        .means("Loans with principal that fell due in the month, called ones included.", "当月有本金到期（含提前收回）的贷款笔数。"),
    of("loans_defaulted", Unit::Loans, Lower, |m| count(m.loans_defaulted))
        .label("loans in default", "当月违约笔数")
        .means("Loans that defaulted in the month.", "当月违约的贷款笔数。"),
    of("regime_bad", Unit::YesNo, Lower, |m| m.regime_bad.map_or(Value::Missing, Value::Boolean))
        .label("bad times", "恶化期")
        .means("Whether the regime was bad in the month; missing without a regime.", "当月是否处于恶化期；未设定平稳期与恶化期时为空。"),
];
