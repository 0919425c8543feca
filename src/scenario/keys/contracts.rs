//! Keys of rules on running contracts, of what organisations give their households, and of forced failures.

use super::keys;

/// Names of the lending modes.
const MODES: &[&str] = &["self_directed", "pooled", "fixed_benefit"];

keys! {
    /// `[policy.renewal]`.
    renewal;
    KIND = "kind", Choice(&["renewal", "extension"]), "\"renewal\"", "A new contract that falls due again (renewal without repayment), or the old one with a later date (extension)", "renewal为无还本续贷（新合同，到期再计一次到期），extension为展期（原合同延期，不再计到期）";
    MODES = "modes", Names(super::MODES), "[\"self_directed\", \"pooled\"]", "Modes whose loans may be renewed", "可续贷或展期的贷款模式";
    TIMES_MAX = "times_max", Whole(Range::between(1.0, 1000.0)), "1", "How often one loan may be renewed", "每笔贷款最多续贷次数";
    MONTHS = "months", Whole(Range::between(1.0, 600.0).of(Unit::Months)), "12", "Months from the old due date to the new one", "每次续贷延长的月数";
    SHARE_ABLE = "share_able", Number(Range::SHARE.of(Unit::Probability)), "0.30", "Share of last payments that could be made and are renewed all the same: relief", "有能力还款仍予续贷的比例（纾困）";
    SHARE_UNABLE = "share_unable", Number(Range::SHARE.of(Unit::Probability)), "0.0", "Share of last payments that could not be made in full and are renewed instead of defaulting: a loss is hidden", "无力足额还款而以续贷代替违约的比例（掩盖损失）";
}

keys! {
    /// `[policy.organisations]`.
    organisation_rules;
    BAIL_OUT = "bail_out_probability", Number(Range::SHARE.of(Unit::Probability)), "0.7", "Probability that the budget pays the bank for a failed organisation's loans and frees its households; absent: none", "组织倒闭后由财政代其向银行还款并免除农户债务的概率；不写表示不救助";
    EXPOSURE_MAX = "exposure_max_yuan", NumberOr(Range::YUAN, "none"), "8_000_000", "Most credit that one organisation of pooled mode may use, in yuan; absent: none", "单个统贷组织可用贷款上限（元）；不写表示不限";
    EXPOSURE_FUND = "exposure_max_fund_share", NumberOr(Range::between(0.0, 1e4).of(Unit::Times), "none"), "0.5", "The same as a multiple of the fund's balance in the month; absent: none", "同上，以当月风险补偿金余额的倍数计；不写表示不限";
    CALLED_DUE = "called_due", Choice(&["when_called", "contract_date"]), "\"when_called\"", "When a loan that a failure calls early enters the recovery rate; absent: when it is called", "因组织倒闭而提前收回的贷款何时计入回收率：when_called为收回时，contract_date为合同到期日；不写表示收回时";
}

keys! {
    /// `[policy.conversion]`.
    conversion;
    MODES = "modes", Names(&["pooled", "fixed_benefit"]), "[\"pooled\"]", "Modes whose running loans are converted", "对哪些模式的存量贷款进行转换";
    MONTHLY_SHARE = "monthly_share", Number(Range::SHARE.of(Unit::ProbabilityMonthly)), "0.05", "Share of the running loans that is converted each month", "每月转换的存量贷款比例";
    TO = "to", Choice(&["self_directed", "repaid", "bought_out"]), "\"repaid\"", "Handed over to the household, repaid early by the organisation, or paid by the budget", "转为农户自用、由组织提前归还，或由财政买断";
}

keys! {
    /// `wages = { … }`.
    wages;
    HOUSEHOLDS = "households_share", Number(Range::SHARE), "0.20", "Share of households with labour that the organisation employs", "有劳动力的农户中被雇用的比例";
    YUAN = "yuan_annual", Number(Range::LOAN.of(Unit::YuanAnnual)), "6000", "Wage of a household, in yuan a year", "每户年工资（元）";
    DISPLACED = "displaced_share", Number(Range::SHARE), "0.5", "Share of the wage that the worker would have earned elsewhere", "工资中本可在别处挣得的比例";
}

keys! {
    /// `land_rent = { … }`.
    land_rent;
    HOUSEHOLDS = "households_share", Number(Range::SHARE), "0.30", "Share of households that lease land to the organisation", "向组织流转土地的农户比例";
    YUAN = "yuan_annual", Number(Range::LOAN.of(Unit::YuanAnnual)), "800", "Rent of a household, in yuan a year", "每户年租金（元）";
    SHARES = "share_value_yuan", Number(Range::LOAN), "2000", "Land as shares: what a household's land counts as when dividends are shared, beside its credit, in yuan; absent: nothing", "土地入股：分红时每户土地折股的金额（元），与其贷款额合计；不写表示土地不入股";
}

keys! {
    /// One entry of `forced_failures`.
    forced_failure;
    ORGANISATION = "organisation", Text, "\"largest\"", "\"largest\", or the name of an organisation (O01, O02, … where they are drawn)", "\"largest\"（最大的一家），或组织名称（随机生成时为O01、O02……）";
    MONTH = "month", Month, "\"2019-06\"", "Month in which it fails whatever the draw", "强制倒闭的月份";
}
