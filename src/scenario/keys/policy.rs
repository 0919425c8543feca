//! Keys of `[policy]`.

use super::{Variant, keys};

/// How principal may be repaid.
const REPAYMENTS: &[Variant] =
    &[("bullet", None), ("equal_principal", Some(&instalments::SECTION)), ("annuity", Some(&instalments::SECTION))];

/// Who may pay a claim.
const SPLITS: &[Variant] = &[("quota_share", Some(&quota_share::SECTION)), ("layers", Some(&layers::SECTION))];

keys! {
    /// `[policy]`.
    root;
    LENDING = "lending", Table(&super::lending::SECTION), "", "Plan, mix and gates of lending", "放贷计划、模式比例与条件";
    SELF_DIRECTED = "self_directed", Table(&super::own_terms::SECTION), "", "Loan terms of self-directed mode", "自主贷款的贷款条件";
    POOLED = "pooled", Table(&super::terms::SECTION), "", "Loan terms of pooled mode", "分贷统用统还的贷款条件";
    FIXED_BENEFIT = "fixed_benefit", Table(&super::terms::SECTION), "", "Loan terms of fixed-benefit mode", "固定受益模式的贷款条件";
    FUND = "fund", Table(&super::fund::SECTION), "", "The risk compensation fund", "风险补偿金";
    RENEWAL = "renewal", TableOr(&super::super::contracts::renewal::SECTION, "none"), "{ kind = \"renewal\", modes = [\"self_directed\"], times_max = 1, months = 12, share_able = 0.3, share_unable = 0.0 }", "Renewal without repayment, or extension; absent: none", "无还本续贷或展期；不写表示没有";
    ORGANISATIONS = "organisations", Table(&super::super::contracts::organisation_rules::SECTION), "{ bail_out_probability = 0.7, exposure_max_yuan = 8_000_000 }", "Bail-out and limits of exposure; absent: none", "倒闭救助与单个组织贷款上限；不写表示没有";
    CONVERSION = "conversion", TableOr(&super::super::contracts::conversion::SECTION, "none"), "{ modes = [\"pooled\"], monthly_share = 0.05, to = \"repaid\" }", "Conversion of running loans; absent: none", "存量贷款的转换；不写表示没有";
}

keys! {
    /// `[policy.lending]`.
    lending;
    PLAN_YUAN = "plan_yuan", ByYear(Range::YUAN), "{ 2016 = 158_250_000, 2017 = 80_000_000 }", "Planned lending of each calendar year, in yuan", "各年度计划放贷额（元）";
    PLAN_MONTH_WEIGHTS = "plan_month_weights", TwelveNumbers(Range::POSITIVE_OR_ZERO), "[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]", "Relative lending of each calendar month; absent: equal", "各月放贷的相对权重；不写表示各月相等";
    MIX = "mix", ByMode(Range::SHARE), "{ self_directed = 0.40, pooled = 0.45, fixed_benefit = 0.15 }", "Share of new lending of each mode", "新增贷款中各模式所占比例";
    PLACEMENT = "placement", Choice(&["eligible", "open"]), "\"eligible\"", "Who may be placed in a mode", "哪些农户可进入某一模式";
    SUITABILITY = "suitability", Table(&super::suitability::SECTION), "{ situation = 1.0, labour = 0.5, ability = 0.3, noise = 0.3 }", "Weights of the suitability score when placement is open", "placement 为 open 时适合度评分的权重";
    CREDIT_LINE_SHARE = "credit_line_share", Number(Range::SHARE), "0.951", "Share of households that are granted a credit line", "获得授信的农户比例";
    REBORROW = "reborrow_after_repayment", Flag, "true", "Whether a household may borrow again after it has repaid", "还清后可否再次借款";
    RATIONING_ORDER = "rationing_order", Names(&["self_directed", "pooled", "fixed_benefit"]), "[\"fixed_benefit\", \"self_directed\", \"pooled\"]", "Order in which modes are served when the leverage cap binds", "杠杆上限不足时各模式的先后次序";
    INTEREST_SUBSIDY = "interest_subsidy_share", Number(Range::SHARE), "1.0", "Share of the benchmark interest that the budget pays", "财政贴息占基准利息的比例";
}

keys! {
    /// `[policy.lending.suitability]`.
    suitability;
    SITUATION = "situation", Number(Range::ANY), "1.0", "Weight of the household's own situation", "农户自身状况的权重";
    LABOUR = "labour", Number(Range::ANY), "0.5", "Weight of the share of members able to work", "劳动力比例的权重";
    ABILITY = "ability", Number(Range::ANY), "0.3", "Weight of ability", "能力的权重";
    NOISE = "noise", Number(Range::ANY), "0.3", "Weight of chance", "偶然因素的权重";
}

keys! {
    /// `[policy.self_directed]`.
    own_terms;
    PRINCIPAL_YUAN = "principal_yuan", Distribution(Range::LAW), "{ fixed = { value = 50000 } }", "Loan of a household, in yuan", "每户贷款金额（元）";
    PER_PERSON = "principal_yuan_per_person", Number(Range::LOAN), "10000", "Loan per member of the household, in yuan", "按人头计算的贷款金额（元/人）";
    PRINCIPAL_MAX = "principal_max_yuan", Number(Range::LOAN), "50000", "Largest loan, in yuan", "单户贷款上限（元）";
    PRINCIPAL_STEP = "principal_step_yuan", Number(Range::STEP), "1000", "Loans are multiples of this, in yuan", "贷款金额取此数的整数倍（元）";
    TENOR_MONTHS = "tenor_months", ByMonths(Range::SHARE), "{ 12 = 0.10, 24 = 0.20, 36 = 0.70 }", "Share of loans of each tenor in months", "各贷款期限（月）所占比例";
    REPAYMENT = "repayment", Variants(super::REPAYMENTS), "\"bullet\"", "How the principal is repaid", "还本方式";
    LEND = "lend", Choice(&["divisible", "all_or_none"]), "\"divisible\"", "Whether a month's lending may be cut to what the cap leaves", "当月放贷可否按剩余额度部分发放";
}

keys! {
    /// `[policy.pooled]` and `[policy.fixed_benefit]`.
    terms;
    PRINCIPAL_YUAN = "principal_yuan", Distribution(Range::LAW), "{ fixed = { value = 43000 } }", "Loan of a household, in yuan", "每户贷款金额（元）";
    PER_PERSON = "principal_yuan_per_person", Number(Range::LOAN), "10000", "Loan per member of the household, in yuan", "按人头计算的贷款金额（元/人）";
    PRINCIPAL_MAX = "principal_max_yuan", Number(Range::LOAN), "50000", "Largest loan, in yuan", "单户贷款上限（元）";
    PRINCIPAL_STEP = "principal_step_yuan", Number(Range::STEP), "1000", "Loans are multiples of this, in yuan", "贷款金额取此数的整数倍（元）";
    TENOR_MONTHS = "tenor_months", ByMonths(Range::SHARE), "{ 12 = 0.05, 24 = 0.10, 36 = 0.85 }", "Share of loans of each tenor in months", "各贷款期限（月）所占比例";
    REPAYMENT = "repayment", Variants(super::REPAYMENTS), "\"bullet\"", "How the principal is repaid", "还本方式";
    LEND = "lend", Choice(&["divisible", "all_or_none"]), "\"divisible\"", "Whether a month's lending may be cut to what the cap leaves", "当月放贷可否按剩余额度部分发放";
    PAYOUT = "payout_share_annual", Number(Range::SHARE), "0.10", "Guaranteed pay-out a year, as a share of the credit", "每年约定分红占贷款额的比例";
    PAYOUT_YEARS = "payout_years", Whole(Range::between(0.0, 50.0)), "3", "Number of yearly pay-outs at most", "最多分红年数";
}

keys! {
    /// `repayment = { equal_principal = { … } }`.
    instalments;
    EVERY_MONTHS = "every_months", Whole(Range::between(1.0, 600.0)), "12", "Months between two payments", "两次还款间隔的月数";
}

keys! {
    /// `[policy.fund]`.
    fund;
    INITIAL = "initial_yuan", Number(Range::YUAN), "0", "Balance before the first month, in yuan", "第一个月之前的余额（元）";
    CONTRIBUTIONS = "contributions", Tables(&super::contribution::SECTION), "[{ month = \"2016-01\", source = \"county\", yuan = 11_000_000 }]", "Money paid into the fund", "注入资金";
    PLAN_SHARE = "contributions_plan_share", Number(Range::SHARE), "0.10", "Share of each year's lending plan that is paid in every January", "每年1月按当年放贷计划注入的比例";
    INTEREST = "interest_annual", Number(Range::RATE), "0.0", "Interest a year on the balance", "余额年利率";
    LEVERAGE_MAX = "leverage_max", NumberOr(Range::between(0.0, 1e4), "none"), "10", "Largest ratio of principal outstanding to the fund, or \"none\"", "贷款余额与风险补偿金之比的上限，或 \"none\"";
    COMPENSATED_IN_CAP = "compensated_in_cap", Flag, "false", "Whether compensated loans count against the cap", "已代偿贷款是否计入上限";
    WAITING_MONTHS = "waiting_months", Whole(Range::between(0.0, 600.0)), "3", "Months overdue before a loss is claimed", "逾期多少个月后申请代偿";
    CLAIMS_INTEREST = "claims_include_interest", Flag, "false", "Whether unpaid interest of the borrower is claimed as well", "借款人未付利息是否一并申请代偿";
    SPLIT = "split", Variants(super::SPLITS), "{ quota_share = { fund = 0.7, insurer = 0.0, insurer_annual_limit_yuan = \"none\" } }", "Who pays a claim", "损失由谁分担";
    UNPAID = "unpaid_claims", Choice(&["bank", "payable"]), "\"bank\"", "Who bears what the fund cannot pay", "风险补偿金不足部分由谁承担";
    TOPUP = "topup", TableOr(&super::topup::SECTION, "none"), "{ target_yuan = 15_000_000, budget_yuan = 3_000_000 }", "Yearly top-up of the fund; absent: none", "每年补充风险补偿金；不写表示不补充";
    RECOVERIES = "recoveries", Choice(&["contract_shares", "loss_borne", "fund_first"]), "\"contract_shares\"", "Who receives what is collected after a claim", "代偿后追回的资金归谁";
}

keys! {
    /// One entry of `contributions`.
    contribution;
    MONTH = "month", Month, "\"2016-01\"", "Month of the payment", "注资月份";
    SOURCE = "source", Text, "\"county\"", "Who pays", "出资方";
    YUAN = "yuan", Number(Range::YUAN), "11_000_000", "Amount, in yuan", "金额（元）";
}

keys! {
    /// `split = { quota_share = { … } }`.
    quota_share;
    FUND = "fund", Number(Range::SHARE), "0.7", "Share of a loss that the fund pays", "风险补偿金承担的损失比例";
    INSURER = "insurer", Number(Range::SHARE), "0.0", "Share of a loss that the insurer pays", "保险公司承担的损失比例";
    LIMIT = "insurer_annual_limit_yuan", NumberOr(Range::YUAN, "none"), "\"none\"", "Most that the insurer pays in a calendar year, in yuan, or \"none\"", "保险公司每年赔付上限（元），或 \"none\"";
}

keys! {
    /// `split = { layers = { … } }`.
    layers;
    FUND_ANNUAL = "fund_annual_yuan", NumberOr(Range::YUAN, "none"), "1_000_000", "Most that the fund pays in a calendar year, in yuan, or \"none\"", "风险补偿金每年赔付上限（元），或 \"none\"";
    INSURER_ANNUAL = "insurer_annual_yuan", NumberOr(Range::YUAN, "none"), "0", "Most that the insurer pays in a calendar year, in yuan, or \"none\"", "保险公司每年赔付上限（元），或 \"none\"";
}

keys! {
    /// `topup = { … }`.
    topup;
    TARGET = "target_yuan", Number(Range::YUAN), "15_000_000", "Balance aimed at, in yuan", "目标余额（元）";
    BUDGET = "budget_yuan", Number(Range::YUAN), "3_000_000", "Most that is added in a year, in yuan", "每年最多补充金额（元）";
}
