//! Columns of `replications.parquet`.

use super::{Better, Column, KeyColumn, REPLICATION, SCENARIO, Unit, Value};
use super::{count, defined, month_number, rate, yuan};
use crate::model::policy::Mode;
use crate::model::record::ReplicationRecord;
use Better::{Higher, Lower, Neither};

type Row = Column<ReplicationRecord>;
type Read = fn(&ReplicationRecord) -> Value;

const fn money(id: &'static str, better: Better, read: Read) -> Row {
    Column::new(id, Unit::Yuan, better, read)
}

const fn per_head(id: &'static str, read: Read) -> Row {
    Column::new(id, Unit::YuanPerPersonYear, Higher, read)
}

const fn of(id: &'static str, unit: Unit, better: Better, read: Read) -> Row {
    Column::new(id, unit, better, read)
}

/// A value of the households, missing where they are not followed.
fn followed(record: &ReplicationRecord, value: Value) -> Value {
    if record.households_followed { value } else { Value::Missing }
}

/// What identifies a row.
pub static REPLICATION_KEYS: [KeyColumn; 2] = [SCENARIO, REPLICATION];

/// What a replication left behind.
pub static REPLICATION_COLUMNS: [Column<ReplicationRecord>; 102] = [
    of("depletion_month", Unit::MonthOfRun, Higher, |r| month_number(r.depletion_month))
        .label("fund depleted in month", "风险补偿金耗尽月份")
        .means(
            "First month of the run, from 1, in which a valid claim on the fund could not be paid in full; missing if that never happened.",
            "有效代偿申请首次不能足额支付的月份（自第1个月起计）；从未发生则为空。",
        ),
    money("unpaid_claims_yuan", Lower, |r| yuan(r.unpaid_claims))
        .label("claims the fund could not pay", "未能支付的代偿")
        .means("Sum of what the fund could not pay when it was claimed.", "申请代偿时风险补偿金未能支付部分的合计。"),
    money("fund_shortfall_yuan", Lower, |r| yuan(r.fund_shortfall))
        .label("worst month's shortfall", "单月最大缺口")
        .means("Largest part of one month's claims on the fund that it could not pay.", "风险补偿金在单个月内未能支付的最大金额。"),
    money("fund_end_yuan", Higher, |r| yuan(r.fund_end))
        .label("fund at the end", "期末风险补偿金")
        .means("Balance of the risk compensation fund at the end of the run.", "模拟期末风险补偿金余额。"),
    money("fund_min_yuan", Higher, |r| yuan(r.fund_min))
        .label("lowest fund balance", "风险补偿金最低余额")
        .means("Lowest balance of the fund at the end of a month.", "各月末风险补偿金余额的最低值。"),
    money("fund_needed_yuan", Lower, |r| yuan(r.fund_needed))
        .label("fund needed beside contributions", "注资之外另需的补偿金")
        .means(
            "Smallest initial balance that would have paid every claim, with lending as it happened.",
            "在放贷情况不变时，足以支付全部代偿的最小初始余额。",
        ),
    money("lending_plan_yuan", Neither, |r| yuan(r.lending_plan))
        .label("lending planned", "计划放款额")
        .means("Planned lending of the whole run.", "模拟期内计划放贷总额。"),
    money("lent_yuan", Neither, |r| yuan(r.lent))
        .label("lent", "放款额")
        .means("Principal lent.", "实际发放的贷款本金。"),
    of("loans_due", Unit::Loans, Neither, |r| count(r.loans_due))
        .label("loans due", "到期贷款笔数")
        .means("Loans with principal that fell due.", "有本金到期的贷款笔数。"),
    of("loans_defaulted", Unit::Loans, Lower, |r| count(r.loans_defaulted))
        .label("loans defaulted", "违约贷款笔数")
        .means("Loans that defaulted.", "违约的贷款笔数。"),
    money("due_yuan", Neither, |r| yuan(r.due))
        .label("principal due", "到期本金")
        .means("Principal that fell due.", "到期的贷款本金。"),
    money("recovered_yuan", Higher, |r| yuan(r.recovered))
        .label("recovered within the year", "当年收回本金")
        .means(
            "Principal recovered by the end of the calendar year in which it fell due; compensation by the fund is no recovery.",
            "在到期当年年末前收回的本金；风险补偿金的代偿不算收回。",
        ),
    of("recovery_rate", Unit::Share, Higher, |r| rate(r.recovered, r.due))
        .label("recovery rate", "贷款回收率")
        .means(
            "Principal recovered by each loan's own year end over principal due, all years pooled; missing if nothing fell due.",
            "各笔贷款到期当年年末前收回的本金与到期本金之比，各年合并计算；无到期贷款则为空。",
        ),
    of("ultimate_recovery_rate", Unit::Share, Higher, |r| rate(r.ultimately_recovered, r.due))
        .label("ultimate recovery rate", "最终回收率")
        .means(
            "Principal recovered by the end of the run over principal due; missing if nothing fell due.",
            "截至模拟期末收回的本金与到期本金之比；无到期贷款则为空。",
        ),
    money("claims_yuan", Lower, |r| yuan(r.claims))
        .label("claims", "代偿申请额")
        .means("Losses claimed under the sharing agreement.", "按风险分担协议申请代偿的金额。"),
    money("fund_paid_yuan", Lower, |r| yuan(r.fund_paid))
        .label("paid by the fund", "风险补偿金代偿额")
        .means("Claims paid by the risk compensation fund.", "风险补偿金支付的代偿。"),
    money("insurer_paid_yuan", Neither, |r| yuan(r.insurer_paid))
        .label("paid by the insurer", "保险公司赔付额")
        .means("Claims paid by the insurer.", "保险公司支付的赔款。"),
    money("bank_paid_yuan", Lower, |r| yuan(r.bank_paid))
        .label("borne by the bank", "银行承担额")
        .means("Losses borne by the bank.", "银行承担的损失。"),
    money("collected_yuan", Higher, |r| yuan(r.collected))
        .label("collected after default", "违约后追回额")
        .means("Principal collected after default, before and after claims.", "违约之后（代偿前后）追回的本金。"),
    of("months_cap_bound", Unit::Months, Lower, |r| count(r.months_cap_bound))
        .label("months cut by the leverage cap", "杠杆上限限制放款的月数")
        .means("Months in which the leverage cap cut lending.", "因杠杆上限而削减放贷的月数。"),
    of("months_suspended", Unit::UnitMonths, Lower, |r| count(r.months_suspended))
        .label("months of suspension", "暂停放贷月数")
        .means("Months of suspended lending, summed over townships or villages.", "各乡镇（村）暂停放贷月数之和。"),
    of("first_suspension_month", Unit::MonthOfRun, Higher, |r| month_number(r.first_suspension_month))
        .label("first suspension in month", "首次暂停放贷月份")
        .means(
            "First month of the run, from 1, with a suspended township or village; missing if there was none.",
            "首次有乡镇（村）暂停放贷的月份（自第1个月起计）；从未发生则为空。",
        ),
    of("households_borrowing", Unit::Households, Higher, |r| count(r.households_borrowing))
        .label("households that borrowed", "借款户数")
        .means("Households that borrowed.", "获得贷款的农户数。"),
    of("persons_borrowing", Unit::Persons, Higher, |r| followed(r, count(r.persons_borrowing)))
        .label("persons in them", "借款户人口")
        .means("Members of the households that borrowed; missing where households are not followed.", "借款户的家庭人口；不跟踪农户时为空。"),
    per_head("gain_per_capita_yuan", |r| defined(r.gain_per_capita_yuan))
        .label("gain per capita", "人均增收")
        .means(
            "Yearly income gain per head through the programme, mean over borrowing households; missing if none borrowed.",
            "借款户因本项目获得的人均年增收，按户平均；无借款户则为空。",
        ),
    per_head("gain_per_person_yuan", |r| defined(r.gain_per_person_yuan))
        .label("gain per person", "按人口平均的增收")
        .means(
            "Yearly income gain of all borrowing households over all their members; missing if none borrowed.",
            "全部借款户年增收总额除以其总人口；无借款户则为空。",
        ),
    per_head("gain_per_capita_self_directed_yuan", |r| defined(r.gain_per_capita_by_mode_yuan[Mode::SelfDirected]))
        .label("gain per capita, self-directed", "人均增收（自主贷款）")
        .means(
            "Yearly income gain per head of households whose first loan was self-directed; missing if there were none.",
            "首笔为自主贷款的农户人均年增收；无此类农户则为空。",
        ),
    per_head("gain_per_capita_pooled_yuan", |r| defined(r.gain_per_capita_by_mode_yuan[Mode::Pooled]))
        .label("gain per capita, pooled", "人均增收（分贷统用统还）")
        .means(
            "Yearly income gain per head of households whose first loan was pooled; missing if there were none.",
            "首笔为分贷统用统还贷款的农户人均年增收；无此类农户则为空。",
        ),
    per_head("gain_per_capita_fixed_benefit_yuan", |r| defined(r.gain_per_capita_by_mode_yuan[Mode::FixedBenefit]))
        .label("gain per capita, fixed benefit", "人均增收（固定受益）")
        .means(
            "Yearly income gain per head of households whose first loan was fixed benefit; missing if there were none.",
            "首笔为固定受益贷款的农户人均年增收；无此类农户则为空。",
        ),
    money("contractual_payout_yuan", Higher, |r| yuan(r.contractual_payout))
        .label("contractual pay-outs", "约定分红")
        .means("Contractual pay-outs that households received.", "农户获得的约定分红合计。"),
    of("organisations_failed", Unit::Organisations, Lower, |r| count(r.organisations_failed))
        .label("organisations that failed", "倒闭的经济组织")
        .means(
            "Failures of organisations, the development company included.",
            "倒闭的扶贫经济组织数（含扶贫开发公司）。",
        ),
    money("budget_cost_yuan", Lower, |r| yuan(r.budget_cost))
        .label("budget cost", "财政支出")
        .means("Interest and premium subsidy, transfers, reward, safeguards, top-up of the fund and bail-out.", "贴息、保费补贴、直接补助、奖励、风控措施、补充风险补偿金和救助支出合计。"),
    money("ultimately_recovered_yuan", Higher, |r| yuan(r.ultimately_recovered))
        .label("recovered by the end", "最终收回本金")
        .means("Principal due that was recovered by the end of the run.", "截至模拟期末收回的到期本金。"),
    money("recovered_to_fund_yuan", Higher, |r| yuan(r.recovered_to_fund))
        .label("returned to the fund", "追偿返还风险补偿金")
        .means("Of what was collected, the part credited to the fund, net of cost.", "追回款中扣除费用后返还风险补偿金的部分。"),
    of("months_cap_breached", Unit::Months, Lower, |r| count(r.months_cap_breached))
        .label("months above the leverage cap", "超过杠杆上限的月数")
        .means("Months in which principal outstanding exceeded the leverage cap.", "贷款余额超过杠杆上限的月数。"),
    per_head("gain_per_assisted_person_yuan", |r| defined(r.gain_per_assisted_person_yuan))
        .label("gain per assisted person", "帮扶对象人均增收")
        .means(
            "Yearly gain of households that first borrowed in the first calendar year, over the assisted persons that the scenario states.",
            "首个自然年内首次贷款农户的年增收总额除以方案文件所列受助人口。",
        ),
    per_head("production_gain_per_capita_yuan", |r| defined(r.production_gain_per_capita_yuan))
        .label("production effect per capita", "人均生产性增收")
        .means(
            "The part of the gain per capita that is neither contractual pay-out nor wages, land rent and dividends of organisations.",
            "人均增收中既非约定分红、也非组织支付的工资、土地租金和利润分红的部分。",
        ),
    per_head("payout_per_capita_yuan", |r| defined(r.payout_per_capita_yuan))
        .label("pay-out per capita", "人均约定分红")
        .means("The part of the gain per capita that is contractual pay-out.", "人均增收中属于约定分红的部分。"),
    money("household_gain_yuan", Higher, |r| followed(r, yuan(r.household_gain)))
        .label("gain of all households", "农户增收总额")
        .means(
            "Income gain of all borrowing households over the whole time each is followed, not a year's.",
            "全部借款户在各自观察期内的增收总额（非年均）。",
        ),
    of("households_worse_off", Unit::Households, Lower, |r| followed(r, count(r.households_worse_off)))
        .label("households worse off", "减收户数")
        .means("Borrowing households with a negative gain.", "增收为负的借款户数。"),
    of("persons_above_line_without", Unit::Persons, Higher, |r| followed(r, count(r.persons_above_line_without)))
        .label("above the poverty line without", "无项目时超过贫困线人口")
        .means(
            "Persons of borrowing households who would be above the poverty line without the programme.",
            "若无本项目，借款户中收入超过贫困线的人口。",
        ),
    of("persons_above_line_with", Unit::Persons, Higher, |r| followed(r, count(r.persons_above_line_with)))
        .label("above the poverty line with", "有项目时超过贫困线人口")
        .means(
            "Persons of borrowing households who are above the poverty line with the programme.",
            "有本项目时，借款户中收入超过贫困线的人口。",
        ),
    money("subsidy_yuan", Lower, |r| yuan(r.subsidy))
        .label("interest subsidy", "财政贴息")
        .means("Interest paid by the budget.", "由财政负担的贷款利息。"),
    money("public_cost_yuan", Lower, |r| yuan(r.public_cost))
        .label("public cost", "公共成本")
        .means(
            "Fund used up (paid less recovered), interest and premium subsidy, transfers, reward, safeguards and bail-out.",
            "风险补偿金净消耗、贴息、保费补贴、直接补助、奖励、风控措施和救助支出之和。",
        ),
    of("stopped_no_credit_line", Unit::Households, Neither, |r| count(r.stopped.no_credit_line))
        .label("no loan: no credit line", "未贷款：未授信")
        .means("Eligible households without a loan because they had no credit line.", "因未获授信而未贷款的符合条件农户。"),
    of("stopped_no_demand", Unit::Households, Neither, |r| count(r.stopped.no_demand))
        .label("no loan: no demand", "未贷款：无需求")
        .means("Eligible households that did not want a loan by the last year.", "至最后一年仍无贷款需求的符合条件农户。"),
    of("stopped_mode", Unit::Households, Neither, |r| count(r.stopped.mode))
        .label("no loan: mode not offered", "未贷款：无适用模式")
        .means("Eligible households whose lending mode was not offered.", "所适用贷款模式未开办的符合条件农户。"),
    of("stopped_suspended", Unit::Households, Lower, |r| count(r.stopped.suspended))
        .label("no loan: suspended", "未贷款：暂停放贷")
        .means("Eligible households whose township was suspended.", "所在乡镇暂停放贷的符合条件农户。"),
    of("stopped_plan", Unit::Households, Neither, |r| count(r.stopped.plan))
        .label("no loan: plan used up", "未贷款：计划用完")
        .means("Eligible households whose mode's and township's plan was used up.", "所属模式和乡镇的放贷计划已用完的符合条件农户。"),
    of("stopped_cap", Unit::Households, Lower, |r| count(r.stopped.cap))
        .label("no loan: leverage cap", "未贷款：杠杆上限")
        .means("Eligible households stopped by the leverage cap.", "因杠杆上限而未贷款的符合条件农户。"),
    money("transfers_yuan", Lower, |r| yuan(r.transfers))
        .label("transfers instead of loans", "直接补助")
        .means(
            "Paid by the budget to households in place of the pay-outs of a loan that is not made.",
            "以直接补助代替贷款时，由财政发给农户的金额。",
        ),
    of("stopped_screening", Unit::Households, Neither, |r| count(r.stopped.screening))
        .label("no loan: not passed", "未贷款：审查未通过")
        .means("Eligible households that did not pass the check of applicants.", "未通过申请审查的符合条件农户。"),
    of("suspensions", Unit::Times, Lower, |r| count(r.suspensions))
        .label("suspensions", "熔断次数")
        .means(
            "Suspensions of a township, village or the county that began, those of each rule counted.",
            "乡镇、村或全县熔断的次数（各条规则分别计算）。",
        ),
    of("suspensions_false", Unit::Times, Lower, |r| count(r.suspensions_false))
        .label("false suspensions", "误停次数")
        .means(
            "Suspensions of units whose default rate of the whole run (principal left unpaid at default over principal that fell due) was within the rule's tolerance.",
            "整个模拟期违约率（违约时未付本金与到期本金之比）未超出规则容许值的单位被熔断的次数。",
        ),
    money("reward_yuan", Neither, |r| yuan(r.reward))
        .label("reward", "奖励金")
        .means("Rewards paid for recovery.", "按回收率发放的奖励金。"),
    money("reward_township_yuan", Neither, |r| yuan(r.reward_parts[0]))
        .label("reward of townships", "乡镇所得奖励")
        .means("Part of the rewards that townships receive.", "奖励金中乡镇所得部分。"),
    money("reward_village_yuan", Neither, |r| yuan(r.reward_parts[1]))
        .label("reward of villages", "村所得奖励")
        .means("Part of the rewards that villages receive.", "奖励金中村所得部分。"),
    money("reward_bank_yuan", Neither, |r| yuan(r.reward_parts[2]))
        .label("reward of the bank", "银行所得奖励")
        .means("Part of the rewards that the bank receives.", "奖励金中银行所得部分。"),
    money("reward_county_yuan", Neither, |r| yuan(r.reward_parts[3]))
        .label("reward of the county group", "县领导小组所得奖励")
        .means("Part of the rewards that the county group receives.", "奖励金中县领导小组所得部分。"),
    of("quota_points_mean", Unit::Points, Higher, |r| r.quota_points_mean.map_or(Value::Missing, Value::Float))
        .label("points for the quota", "考核平均分")
        .means(
            "Mean points of assessment over townships and years; missing without a quota.",
            "各乡镇各年考核得分的平均值；无考核则为空。",
        ),
    of("townships_missing_quota", Unit::TownshipYears, Lower, |r| count(r.townships_missing_quota))
        .label("quotas missed", "未完成任务的乡镇")
        .means("Townships and years that lent less than their quota.", "当年放贷未达任务的乡镇数，各年合计。"),
    money("safeguards_cost_yuan", Lower, |r| yuan(r.safeguards_cost))
        .label("cost of safeguards", "风控措施支出")
        .means("What safeguards of lending cost the budget.", "放贷风控措施的财政支出。"),
    of("catastrophes", Unit::Times, Neither, |r| count(r.catastrophes))
        .label("catastrophes", "灾害次数")
        .means(
            "Catastrophes: an event of the whole county counts once for each season it strikes, an event of townships once for each township and season.",
            "灾害次数：全县性灾害每发生一季计一次，乡镇级灾害按受灾乡镇和季分别计数。",
        ),
    money("premiums_yuan", Neither, |r| yuan(r.premiums))
        .label("premiums of project insurance", "农业保险费")
        .means("Premiums of the insurance of projects, the budget's part included.", "项目农业保险的保险费（含财政补贴部分）。"),
    money("premium_subsidy_yuan", Lower, |r| yuan(r.premium_subsidy))
        .label("premium subsidy", "保费补贴")
        .means("The budget's part of all premiums, of projects and of loans.", "财政负担的全部保费（农业保险和贷款保证保险）。"),
    money("indemnities_yuan", Neither, |r| yuan(r.indemnities))
        .label("indemnities", "农业保险赔款")
        .means("Indemnities of the insurance of projects, paid to households.", "项目农业保险支付给农户的赔款。"),
    money("surety_premiums_yuan", Neither, |r| yuan(r.surety_premiums))
        .label("surety premiums", "贷款保证保险费")
        .means("Premiums of surety insurance of loans, the budget's part included.", "贷款保证保险的保费（含财政补贴部分）。"),
    of("insurer_exit_month", Unit::MonthOfRun, Higher, |r| month_number(r.insurer_exit_month))
        .label("insurer withdrew in month", "保险公司退出月份")
        .means(
            "Month of the run, from 1, at whose end the insurer of loans withdrew; missing if it stayed.",
            "保险公司退出贷款保证保险的月份（自第1个月起计，当月末退出）；从未退出则为空。",
        ),
    money("renewed_yuan", Neither, |r| yuan(r.renewed))
        .label("renewed", "续贷或展期")
        .means(
            "Principal that fell due and was renewed without repayment or extended; never a recovery.",
            "到期而无还本续贷或展期的本金；不算收回。",
        ),
    money("converted_yuan", Neither, |r| yuan(r.converted))
        .label("converted", "转换的存量贷款")
        .means(
            "Principal of running loans handed over to households, repaid early or bought out.",
            "转为农户自用、提前归还或由财政买断的存量贷款本金。",
        ),
    money("repaid_early_yuan", Neither, |r| yuan(r.repaid_early))
        .label("repaid early", "提前归还")
        .means(
            "Principal that organisations repaid before it was due; it falls due, and is recovered, at its contract date.",
            "组织提前归还的本金；在合同到期日计入到期和收回。",
        ),
    money("bought_out_yuan", Lower, |r| yuan(r.bought_out))
        .label("bought out", "财政买断")
        .means("Principal that the budget paid to the bank for converted loans.", "财政为转换的贷款向银行支付的本金。"),
    money("bail_out_yuan", Lower, |r| yuan(r.bail_out))
        .label("bail-out", "救助支出")
        .means(
            "Principal that the budget paid to the bank for organisations that failed; no claim on the fund, no recovery.",
            "财政为倒闭组织向银行支付的本金；不动用风险补偿金，也不算收回。",
        ),
    of("bail_outs", Unit::Organisations, Lower, |r| count(r.bail_outs))
        .label("bail-outs", "救助的组织")
        .means("Failures of organisations that the county bailed out.", "倒闭并获县里救助的组织数。"),
    money("contingent_liability_yuan", Lower, |r| yuan(r.contingent_liability))
        .label("contingent liability", "或有负债")
        .means(
            "Principal called by failures of organisations, bailed out or not: what bailing out every failure costs.",
            "因组织倒闭而提前收回的本金，不论是否救助：即全部救助所需的支出。",
        ),
    money("wages_yuan", Higher, |r| yuan(r.wages))
        .label("wages", "工资")
        .means(
            "Wages that organisations paid to households whose loans they used, displaced income included.",
            "组织向所用贷款的农户支付的工资（含被替代的收入）。",
        ),
    money("land_rent_yuan", Higher, |r| yuan(r.land_rent))
        .label("land rent", "土地租金")
        .means("Land rent that organisations paid to households whose loans they used.", "组织向所用贷款的农户支付的土地租金。"),
    money("dividends_yuan", Higher, |r| yuan(r.dividends))
        .label("dividends", "利润分红")
        .means(
            "Share of profit above the guaranteed pay-outs that organisations paid to households whose loans they used.",
            "组织在约定分红之外按利润向所用贷款的农户支付的分红。",
        ),
    per_head("organisation_income_per_capita_yuan", |r| defined(r.organisation_income_per_capita_yuan))
        .label("wages, rent, dividends a head", "人均工资、租金和利润分红")
        .means(
            "Part of the gain that is wages net of displaced income, land rent and dividends.",
            "人均增收中来自工资（扣除被替代收入）、土地租金和利润分红的部分。",
        ),
    of("stopped_exposure", Unit::Households, Lower, |r| count(r.stopped.exposure))
        .label("no loan: exposure limit", "未贷款：单个组织上限")
        .means(
            "Eligible households without a loan because no organisation had room under the limit of exposure.",
            "因各组织均已达贷款上限而未贷款的符合条件农户。",
        ),
    money("opening_book_yuan", Neither, |r| yuan(r.opening_book))
        .label("owed at the start", "期初贷款余额")
        .means(
            "Principal owed at the start on the loans of the existing book, past due or not, compensated or not.",
            "期初台账贷款的未还本金，含逾期和已代偿。",
        ),
    money("opening_overdue_yuan", Neither, |r| yuan(r.opening_overdue))
        .label("past due at the start", "期初逾期本金")
        .means(
            "Of it, past due at the start, compensated or not; it never falls due in this run.",
            "其中期初已逾期（含已代偿）的本金，不计入模拟期内的到期本金。",
        ),
    money("opening_collected_yuan", Higher, |r| yuan(r.opening_collected))
        .label("collected of what was past due at the start", "期初逾期本金的清收额")
        .means(
            "Principal collected in the run on loans that were past due at the start; no part of the recovery rates.",
            "模拟期内对期初已逾期贷款清收的本金，不计入回收率。",
        ),
    of("depleted", Unit::YesNo, Lower, |r| Value::Boolean(r.depletion_month.is_some()))
        .label("fund depleted", "风险补偿金耗尽")
        .means(
            "Whether some valid claim on the fund could not be paid in full by the end of the run.",
            "模拟期内是否出现过风险补偿金不能足额支付有效代偿申请的情况。",
        ),
    of("gain_share_poorest_40", Unit::SignedShare, Neither, |r| defined(r.gain_share_poorest_40))
        .label("share of the gain to the poorest 40%", "最低收入40%农户占增收比重")
        .means(
            "Part of the sum of gains that goes to the four poorest deciles of households by income per head without the programme; missing where the sum is not positive.",
            "按无项目时人均收入分组，最低四个十等分组占增收总额的比重；总额不为正则为空。",
        ),
    of("gain_concentration", Unit::Index, Neither, |r| defined(r.gain_concentration))
        .label("concentration of the gain", "增收集中指数")
        .means(
            "Concentration index of gains over deciles of income per head without the programme: negative where the poor receive more than their share of persons; missing where the sum is not positive.",
            "增收按无项目时人均收入十等分组计算的集中指数：为负表示穷户所得超过其人口比重；总额不为正则为空。",
        ),
    of("income_concentration_without", Unit::Index, Neither, |r| defined(r.income_concentration_without))
        .label("concentration of income, without", "无项目时收入集中指数")
        .means(
            "Concentration index of first-year income over deciles of households, without the programme: the Gini index between deciles.",
            "首年收入在农户十等分组之间的集中指数，无项目情形，即组间基尼系数。",
        ),
    of("income_concentration_with", Unit::Index, Lower, |r| defined(r.income_concentration_with))
        .label("concentration of income, with", "有项目时收入集中指数")
        .means("The same with the yearly gains added, households keeping their deciles.", "同上，加上年增收，农户所在组不变。"),
    money("opening_compensated_yuan", Neither, |r| yuan(r.opening_compensated))
        .label("compensated at the start", "期初已代偿本金")
        .means("Of what was past due at the start, compensated before it.", "期初逾期本金中此前已代偿的部分。"),
    money("fund_start_yuan", Higher, |r| yuan(r.fund_start))
        .label("fund at the start", "期初风险补偿金")
        .means("Balance of the fund before the first month.", "首月之前的风险补偿金余额。"),
    money("topup_yuan", Lower, |r| yuan(r.topup))
        .label("top-up of the fund", "补充风险补偿金")
        .means("Paid into the fund by top-ups from the budget.", "财政补充风险补偿金的金额。"),
    of("households", Unit::Households, Neither, |r| count(r.households))
        .label("households", "农户数")
        .means("Households of the county.", "全县农户数。"),
    money("lent_self_directed_yuan", Neither, |r| yuan(r.lent_by_mode[Mode::SelfDirected]))
        .label("lent, self-directed", "放款额（自主贷款）")
        .means("Principal lent in the self-directed mode.", "自主贷款模式发放的贷款本金。"),
    money("lent_pooled_yuan", Neither, |r| yuan(r.lent_by_mode[Mode::Pooled]))
        .label("lent, pooled", "放款额（分贷统用统还）")
        .means("Principal lent in the pooled mode.", "分贷统用统还模式发放的贷款本金。"),
    money("lent_fixed_benefit_yuan", Neither, |r| yuan(r.lent_by_mode[Mode::FixedBenefit]))
        .label("lent, fixed benefit", "放款额（固定受益）")
        .means("Principal lent in the fixed benefit mode.", "固定受益模式发放的贷款本金。"),
    of("households_borrowing_self_directed", Unit::Households, Neither, |r| count(r.households_by_mode[Mode::SelfDirected]))
        .label("households that borrowed, self-directed", "借款户数（自主贷款）")
        .means("Households whose first loan was self-directed.", "首笔为自主贷款的农户数。"),
    of("households_borrowing_pooled", Unit::Households, Neither, |r| count(r.households_by_mode[Mode::Pooled]))
        .label("households that borrowed, pooled", "借款户数（分贷统用统还）")
        .means("Households whose first loan was pooled.", "首笔为分贷统用统还贷款的农户数。"),
    of("households_borrowing_fixed_benefit", Unit::Households, Neither, |r| count(r.households_by_mode[Mode::FixedBenefit]))
        .label("households that borrowed, fixed benefit", "借款户数（固定受益）")
        .means("Households whose first loan was fixed benefit.", "首笔为固定受益贷款的农户数。"),
    of("persons_borrowing_self_directed", Unit::Persons, Neither, |r| followed(r, count(r.persons_by_mode[Mode::SelfDirected])))
        .label("persons in them, self-directed", "借款户人口（自主贷款）")
        .means("Members of the households whose first loan was self-directed.", "首笔为自主贷款的农户人口。"),
    of("persons_borrowing_pooled", Unit::Persons, Neither, |r| followed(r, count(r.persons_by_mode[Mode::Pooled])))
        .label("persons in them, pooled", "借款户人口（分贷统用统还）")
        .means("Members of the households whose first loan was pooled.", "首笔为分贷统用统还贷款的农户人口。"),
    of("persons_borrowing_fixed_benefit", Unit::Persons, Neither, |r| followed(r, count(r.persons_by_mode[Mode::FixedBenefit])))
        .label("persons in them, fixed benefit", "借款户人口（固定受益）")
        .means("Members of the households whose first loan was fixed benefit.", "首笔为固定受益贷款的农户人口。"),
    money("opening_fund_needed_yuan", Lower, |r| yuan(r.opening_fund_needed))
        .label("fund needed in the first month", "首月所需风险补偿金")
        .means(
            "Smallest fund in the first month, that month's contributions included, that would have paid every claim, with lending as it happened; less than what the file pays in if that was more than enough.",
            "在放贷情况不变时，足以支付全部代偿的最小首月补偿金（含首月注资）；可小于方案的首月资金，即方案资金有余。",
        ),
];
