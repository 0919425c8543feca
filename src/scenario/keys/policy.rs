//! Keys of `[policy]`.

use super::{Variant, keys};

/// How principal may be repaid.
pub(super) const REPAYMENTS: &[Variant] =
    &[("bullet", None), ("equal_principal", Some(&instalments::SECTION)), ("annuity", Some(&instalments::SECTION))];

/// Who may pay a claim.
const SPLITS: &[Variant] = &[("quota_share", Some(&quota_share::SECTION)), ("layers", Some(&layers::SECTION))];

keys! {
    /// `[policy]`.
    root;
    LENDING = "lending", Table(&super::lending::SECTION), "", "Plan, mix and gates of lending", "放贷计划、模式比例与条件";
    SELF_DIRECTED = "self_directed", Table(&super::own_terms::SECTION), "", "Loan terms of self-directed mode; absent: only where the mode lends nothing and has no loans at the start", "自主贷款的贷款条件；不写仅限该模式不放贷且期初无存量";
    POOLED = "pooled", Table(&super::terms::SECTION), "", "Loan terms of pooled mode; absent: only where the mode lends nothing and has no loans at the start", "分贷统用统还的贷款条件；不写仅限该模式不放贷且期初无存量";
    FIXED_BENEFIT = "fixed_benefit", Table(&super::terms::SECTION), "", "Loan terms of fixed-benefit mode; absent: only where the mode lends nothing and has no loans at the start", "固定受益模式的贷款条件；不写仅限该模式不放贷且期初无存量";
    FUND = "fund", Table(&super::fund::SECTION), "", "The risk compensation fund", "风险补偿金";
    RENEWAL = "renewal", TableOr(&super::super::contracts::renewal::SECTION, "none"), "{ kind = \"renewal\", modes = [\"self_directed\"], times_max = 1, months = 12, share_able = 0.3, share_unable = 0.0 }", "Renewal without repayment, or extension; absent: none", "无还本续贷或展期；不写表示没有";
    ORGANISATIONS = "organisations", Table(&super::super::contracts::organisation_rules::SECTION), "{ bail_out_probability = 0.7, exposure_max_yuan = 8_000_000 }", "Bail-out and limits of exposure; absent: none", "倒闭救助与单个组织贷款上限；不写表示没有";
    CONVERSION = "conversion", TableOr(&super::super::contracts::conversion::SECTION, "none"), "{ modes = [\"pooled\"], monthly_share = 0.05, to = \"repaid\" }", "Conversion of running loans; absent: none", "存量贷款的转换；不写表示没有";
    INSURANCE = "insurance", Named(&crate::scenario::keys::shocks::insurance::SECTION), "", "Insurance of self-directed projects; `name = \"none\"` ends an inherited product; absent: none", "自主贷款项目的农业保险；写`名称 = \"none\"`可取消所继承的险种；不写表示没有";
    SUSPENSION = "suspension", Tables(&super::suspension::SECTION), "[{ level = \"township\", basis = \"recovery_rate\", threshold_share = 0.98, consecutive_months = 3, rectification_months = 3, false_stop_tolerance_share = 0.02 }]", "Stop rules, which act side by side; `[]` ends inherited ones; absent: none", "熔断规则，可多条并行；写`[]`可取消所继承的规则；不写表示没有";
    REWARD = "reward", TableOr(&super::reward::SECTION, "none"), "{ share_of_lending = 0.02, recovery_min_share = 0.98, shares = { township = 0.3, village = 0.2, bank = 0.4, county = 0.1 } }", "Reward in December for each township whose recovery rate of the year is high enough; absent: none", "每年12月对回收率达标乡镇的奖励；不写表示没有";
    QUOTA = "quota", TableOr(&super::quota::SECTION, "none"), "{ overshoot_share = 0.5, ability_shift_per_tenth = 0.05, points_target = 10, points_step = 1, points_step_share = 0.10, points_max = 20 }", "Pressure to lend more than the plan, and points of assessment; absent: none", "超计划放贷的压力与考核计分；不写表示没有";
    SAFEGUARDS = "safeguards", Table(&super::safeguards::SECTION), "", "Safeguards of lending; absent: none", "放贷的风控措施；不写表示没有";
    PAYMENT_HOLIDAYS = "payment_holidays", Named(&crate::scenario::keys::dated::holiday::SECTION), "", "Months in which payments need not be made; `name = \"none\"` ends an inherited holiday; absent: none", "可延期还款的时段；写`名称 = \"none\"`可取消所继承的时段；不写表示没有";
    CHANGES = "changes", Named(&crate::scenario::keys::dated::change::SECTION), "", "Changes of policy at a date; `name = \"none\"` ends an inherited change; absent: none", "自某月起变动的政策；写`名称 = \"none\"`可取消所继承的变动；不写表示不变";
}

keys! {
    /// `[policy.lending]`.
    lending;
    PLAN_YUAN = "plan_yuan", ByYear(Range::YUAN), "{ 2016 = 158_250_000, 2017 = 80_000_000 }", "Planned lending of each calendar year, in yuan", "各年度计划放贷额（元）";
    PLAN_MONTH_WEIGHTS = "plan_month_weights", TwelveNumbers(Range::POSITIVE_OR_ZERO.of(Unit::Weight)), "[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]", "Relative lending of each calendar month; absent: equal", "各月放贷的相对权重；不写表示各月相等";
    MIX = "mix", ByMode(Range::SHARE), "{ self_directed = 0.40, pooled = 0.45, fixed_benefit = 0.15 }", "Share of new lending of each mode", "新增贷款中各模式所占比例";
    CLOSED_MODES = "closed_modes", Names(&["self_directed", "pooled", "fixed_benefit"]), "[\"pooled\"]", "Modes that make no new loans, whatever their share; absent: none", "停止新增贷款的模式；不写表示没有";
    PLACEMENT = "placement", Choice(&["eligible", "open"]), "\"eligible\"", "Who may be placed in a mode", "哪些农户可进入某一模式";
    SUITABILITY = "suitability", Table(&super::suitability::SECTION), "{ situation = 1.0, labour = 0.5, ability = 0.3, noise = 0.3 }", "Weights of the suitability score when placement is open; absent: only where placement is not open", "placement为open时适合度评分的权重；不写仅限placement不为open";
    CREDIT_LINE_SHARE = "credit_line_share", Number(Range::SHARE), "0.951", "Share of households that are granted a credit line", "获得授信的农户比例";
    REBORROW = "reborrow_after_repayment", Flag, "true", "Whether a household may borrow again after it has repaid", "还清后可否再次借款";
    RATIONING_ORDER = "rationing_order", Names(&["self_directed", "pooled", "fixed_benefit"]), "[\"fixed_benefit\", \"self_directed\", \"pooled\"]", "Order in which modes are served when the leverage cap binds", "杠杆上限不足时各模式的先后次序";
    INTEREST_SUBSIDY = "interest_subsidy_share", Number(Range::SHARE), "1.0", "Share of the benchmark interest that the budget pays", "财政贴息占基准利息的比例";
    SCREENING = "screening", TableOr(&super::screening::SECTION, "none"), "{ ability_min = -1.5, noise = 0.5 }", "Check of applicants for self-directed and pooled loans; absent: none, everyone passes", "自主贷款和分贷统用统还申请人的审查；不写表示没有，人人通过";
    INDUSTRY_SHARE_MAX = "industry_share_max", ByName(Range::SHARE), "{ navel_orange = 0.25 }", "Largest share of a township's self-directed plan that goes to an industry; absent: no limit", "各乡镇自主贷款计划中投向某一产业的最大比例；不写表示不限";
}

keys! {
    /// `[policy.lending.suitability]`.
    suitability;
    SITUATION = "situation", Number(Range::ANY.of(Unit::Weight)), "1.0", "Weight of the household's own situation", "农户自身状况的权重";
    LABOUR = "labour", Number(Range::ANY.of(Unit::Weight)), "0.5", "Weight of the share of members able to work", "劳动力比例的权重";
    ABILITY = "ability", Number(Range::ANY.of(Unit::Weight)), "0.3", "Weight of ability", "能力的权重";
    NOISE = "noise", Number(Range::ANY.of(Unit::Weight)), "0.3", "Weight of chance", "偶然因素的权重";
}

keys! {
    /// `[policy.self_directed]`.
    own_terms;
    PRINCIPAL_YUAN = "principal_yuan", Distribution(Range::LAW), "{ fixed = { value = 50000 } }", "Loan of a household, in yuan", "每户贷款金额（元）";
    PER_PERSON = "principal_yuan_per_person", Number(Range::LOAN.of(Unit::YuanPerPerson)), "10000", "Loan per member of the household, in yuan", "按人头计算的贷款金额（元/人）";
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
    PER_PERSON = "principal_yuan_per_person", Number(Range::LOAN.of(Unit::YuanPerPerson)), "10000", "Loan per member of the household, in yuan", "按人头计算的贷款金额（元/人）";
    PRINCIPAL_MAX = "principal_max_yuan", Number(Range::LOAN), "50000", "Largest loan, in yuan", "单户贷款上限（元）";
    PRINCIPAL_STEP = "principal_step_yuan", Number(Range::STEP), "1000", "Loans are multiples of this, in yuan", "贷款金额取此数的整数倍（元）";
    TENOR_MONTHS = "tenor_months", ByMonths(Range::SHARE), "{ 12 = 0.05, 24 = 0.10, 36 = 0.85 }", "Share of loans of each tenor in months", "各贷款期限（月）所占比例";
    REPAYMENT = "repayment", Variants(super::REPAYMENTS), "\"bullet\"", "How the principal is repaid", "还本方式";
    LEND = "lend", Choice(&["divisible", "all_or_none"]), "\"divisible\"", "Whether a month's lending may be cut to what the cap leaves", "当月放贷可否按剩余额度部分发放";
    PAYOUT = "payout_share_annual", Number(Range::SHARE.of(Unit::ShareAnnual)), "0.10", "Guaranteed pay-out a year, as a share of the credit", "每年约定分红占贷款额的比例";
    PAYOUT_YEARS = "payout_years", Whole(Range::between(0.0, 50.0).of(Unit::Years)), "3", "Number of yearly pay-outs at most", "最多分红年数";
    TRANSFER_INSTEAD = "transfer_instead", Flag, "true", "Whether no loan is made and the budget pays the pay-outs to the same households; absent: false", "是否不放贷款，而由财政向同样的农户直接发放等额补助；不写表示否";
}

keys! {
    /// `repayment = { equal_principal = { … } }`.
    instalments;
    EVERY_MONTHS = "every_months", Whole(Range::between(1.0, 600.0).of(Unit::Months)), "12", "Months between two payments", "两次还款间隔的月数";
}

keys! {
    /// `[policy.fund]`.
    fund;
    INITIAL = "initial_yuan", NumberOr(Range::YUAN, "unlimited"), "0", "Balance before the first month, in yuan, or \"unlimited\"", "第一个月之前的余额（元），或\"unlimited\"（不限）";
    CONTRIBUTIONS = "contributions", Tables(&super::contribution::SECTION), "[{ month = \"2016-01\", source = \"county\", yuan = 11_000_000 }]", "Money paid into the fund", "注入资金";
    PLAN_SHARE = "contributions_plan_share", Number(Range::SHARE), "0.10", "Share of each year's lending plan that is paid in every January", "每年1月按当年放贷计划注入的比例";
    INTEREST = "interest_annual", Number(Range::RATE), "0.0", "Interest a year on the balance", "余额年利率";
    LEVERAGE_MAX = "leverage_max", NumberOr(Range::between(0.0, 1e4).of(Unit::Times), "none"), "10", "Largest ratio of principal outstanding to the fund, or \"none\"", "贷款余额与风险补偿金之比的上限，或\"none\"";
    OUTSTANDING_MAX = "outstanding_max_yuan", NumberOr(Range::YUAN, "none"), "150_000_000", "Largest principal outstanding at which new loans are made, beside `leverage_max`, in yuan; absent: no such limit", "发放新贷款时贷款余额的上限（元），与`leverage_max`同时适用；不写表示没有";
    COMPENSATED_IN_CAP = "compensated_in_cap", Flag, "false", "Whether compensated loans count against the cap", "已代偿贷款是否计入上限";
    LENDING_HELD = "planned_lending_held", Flag, "false", "Whether planned lending is held: the leverage cap does not bind, and limits by the fund are measured against what is paid in, so that nothing that is lent depends on the fund's balance; absent: false", "是否按计划放贷、不随补偿金余额变动：不设杠杆上限，按补偿金倍数设的单户上限按已注资金计算；不写表示否";
    WAITING_MONTHS = "waiting_months", Whole(Range::between(0.0, 600.0).of(Unit::Months)), "3", "Months overdue before a loss is claimed", "逾期多少个月后申请代偿";
    CLAIMS_INTEREST = "claims_include_interest", Flag, "false", "Whether unpaid interest of the borrower is claimed as well", "借款人未付利息是否一并申请代偿";
    SPLIT = "split", Variants(super::SPLITS), "{ quota_share = { fund = 0.7, insurer = 0.0, insurer_annual_limit_yuan = \"none\" } }", "Who pays a claim", "损失由谁分担";
    UNPAID = "unpaid_claims", Choice(&["bank", "payable"]), "\"bank\"", "Who bears what the fund cannot pay", "风险补偿金不足部分由谁承担";
    TOPUP = "topup", TableOr(&super::topup::SECTION, "none"), "{ target_yuan = 15_000_000, budget_yuan = 3_000_000 }", "Yearly top-up of the fund; absent: none", "每年补充风险补偿金；不写表示不补充";
    RECOVERIES = "recoveries", Choice(&["contract_shares", "loss_borne", "fund_first"]), "\"contract_shares\"", "Who receives what is collected after a claim", "代偿后追回的资金归谁";
    SURETY = "surety", TableOr(&crate::scenario::keys::shocks::surety::SECTION, "none"), "{ premium_share_annual = 0.007, subsidy_share = 0.3, exit_loss_ratio = 1.5, exit_probability = 0.3 }", "Premiums of the insurer of the split (surety insurance), and when it leaves; absent: none", "贷款保证保险的保费与保险公司的退出条件；不写表示没有";
}

keys! {
    /// One entry of `contributions`.
    contribution;
    MONTH = "month", Month, "\"2016-01\"", "Month of the payment", "注资月份";
    UNTIL = "until", Month, "\"2016-12\"", "Last month, if the amount is paid in each month from `month` on; absent: one payment", "若自`month`起每月注资同一金额，写最后一个月；不写表示只注资一次";
    SOURCE = "source", Text, "\"county\"", "Who pays; absent: only where `laboratory = true`", "出资方；不写仅限`laboratory = true`";
    YUAN = "yuan", Number(Range::YUAN), "11_000_000", "Amount, in yuan", "金额（元）";
}

keys! {
    /// `split = { quota_share = { … } }`.
    quota_share;
    FUND = "fund", Number(Range::SHARE), "0.7", "Share of a loss that the fund pays", "风险补偿金承担的损失比例";
    INSURER = "insurer", Number(Range::SHARE), "0.0", "Share of a loss that the insurer pays", "保险公司承担的损失比例";
    LIMIT = "insurer_annual_limit_yuan", NumberOr(Range::YUAN.of(Unit::YuanAnnual), "none"), "\"none\"", "Most that the insurer pays in a calendar year, in yuan, or \"none\"", "保险公司每年赔付上限（元），或\"none\"";
}

keys! {
    /// `split = { layers = { … } }`.
    layers;
    FUND_ANNUAL = "fund_annual_yuan", NumberOr(Range::YUAN.of(Unit::YuanAnnual), "none"), "1_000_000", "Most that the fund pays in a calendar year, in yuan, or \"none\"", "风险补偿金每年赔付上限（元），或\"none\"";
    INSURER_ANNUAL = "insurer_annual_yuan", NumberOr(Range::YUAN.of(Unit::YuanAnnual), "none"), "0", "Most that the insurer pays in a calendar year, in yuan, or \"none\"", "保险公司每年赔付上限（元），或\"none\"";
}

keys! {
    /// `topup = { … }`.
    topup;
    TARGET = "target_yuan", Number(Range::YUAN), "15_000_000", "Balance aimed at, in yuan", "目标余额（元）";
    BUDGET = "budget_yuan", Number(Range::YUAN.of(Unit::YuanAnnual)), "3_000_000", "Most that is added in a year, in yuan", "每年最多补充金额（元）";
}

keys! {
    /// One entry of `suspension`.
    suspension;
    LEVEL = "level", Choice(&["village", "township", "county"]), "\"township\"", "Who is suspended", "熔断的层级";
    BASIS = "basis", Choice(&["recovery_rate", "npl_ratio"]), "\"recovery_rate\"", "What is looked at: the recovery rate of the year to date, which must not be below the threshold, or the ratio of non-performing principal, which must not be above it", "考察指标：年初至今回收率（不得低于界限）或不良率（不得高于界限）";
    PERIOD = "period", Choice(&["year_to_date", "month"]), "\"year_to_date\"", "Of what time the recovery rate is: what fell due since January, or in the month alone; absent: \"year_to_date\"", "回收率的统计期：年初至今（year_to_date）或仅当月（month）到期贷款；不写表示年初至今";
    THRESHOLD = "threshold_share", Number(Range::SHARE), "0.98", "The threshold, to the millionth", "界限，精确到百万分之一";
    CONSECUTIVE = "consecutive_months", Whole(Range::between(1.0, 600.0).of(Unit::Months)), "3", "Consecutive months on the wrong side after which lending stops", "连续多少个月越过界限后停止放贷";
    RECTIFICATION = "rectification_months", Whole(Range::between(0.0, 600.0).of(Unit::Months)), "3", "Months from the suspension before lending may resume", "熔断后至少整改多少个月方可恢复放贷";
    TOLERANCE = "false_stop_tolerance_share", Number(Range::SHARE), "0.02", "A suspension is reported as false if the unit's default rate of the whole run is at most this", "若该单位整个模拟期的违约率不高于此值，则该次熔断记为误停";
}

keys! {
    /// `[policy.reward]`.
    reward;
    SHARE_OF_LENDING = "share_of_lending", Number(Range::SHARE), "0.02", "Reward as a share of the township's lending of the year", "奖励占该乡镇当年放贷额的比例";
    RECOVERY_MIN = "recovery_min_share", Number(Range::SHARE), "0.98", "Smallest recovery rate of the year at which it is paid, to the millionth", "发放奖励所需的当年最低回收率，精确到百万分之一";
    SHARES = "shares", Table(&super::reward_shares::SECTION), "{ township = 0.3, village = 0.2, bank = 0.4, county = 0.1 }", "How it is divided", "奖励如何分配";
}

keys! {
    /// `shares = { … }` of the reward.
    reward_shares;
    TOWNSHIP = "township", Number(Range::SHARE), "0.3", "Part of the township", "乡镇所得比例";
    VILLAGE = "village", Number(Range::SHARE), "0.2", "Part of its villages", "村所得比例";
    BANK = "bank", Number(Range::SHARE), "0.4", "Part of the bank", "银行所得比例";
    COUNTY = "county", Number(Range::SHARE), "0.1", "Part of the county group", "县领导小组所得比例";
}

keys! {
    /// `[policy.quota]`.
    quota;
    OVERSHOOT = "overshoot_share", Number(Range::between(0.0, 100.0).of(Unit::Share)), "0.5", "How far above its plan each township aims (0.5: 150% of it)", "各乡镇力争超出计划的比例（0.5即计划的150%）";
    SHIFT = "ability_shift_per_tenth", Number(Range::between(0.0, 10.0).of(Unit::Deviations)), "0.05", "How far the standard of screening falls for each 10% of overshoot, in standard deviations of ability", "每超计划10%，审查标准下降多少（能力标准差）";
    POINTS_TARGET = "points_target", Whole(Range::between(0.0, 1e6).of(Unit::Points)), "10", "Points for meeting the plan", "完成计划的得分";
    POINTS_STEP = "points_step", Whole(Range::between(0.0, 1e6).of(Unit::Points)), "1", "Points for each further step", "每多完成一档的加分";
    STEP_SHARE = "points_step_share", Number(Range::between(0.001, 100.0).of(Unit::Share)), "0.10", "A step above the plan, as a share of it", "每一档占计划的比例";
    POINTS_MAX = "points_max", Whole(Range::between(0.0, 1e6).of(Unit::Points)), "20", "Most points", "得分上限";
}

keys! {
    /// `screening = { … }`.
    screening;
    ABILITY_MIN = "ability_min", Number(Range::between(-100.0, 100.0).of(Unit::Deviations)), "-1.5", "Standard that the ability seen must reach", "审查所见能力须达到的标准";
    NOISE = "noise", Number(Range::between(0.0, 100.0).of(Unit::Deviations)), "0.5", "Weight of chance in the ability seen", "审查所见能力中偶然因素的权重";
}

keys! {
    /// `[policy.safeguards]`.
    safeguards;
    CREDIT_HOUSEHOLDS = "credit_households", TableOr(&super::safeguard::SECTION, "none"), "{ coverage_share = 0.5, unwilling_factor = 0.5, diversion_factor = 1.0, cost_yuan_per_loan = 20 }", "Rating of households; absent: none", "信用户评定；不写表示没有";
    CREDIT_VILLAGES = "credit_villages", TableOr(&super::credit_villages::SECTION, "none"), "{ coverage_share = 0.5, unwilling_factor = 0.33, diversion_factor = 1.0, cost_yuan_per_loan = 0, cost_yuan_per_village_annual = 5000 }", "Rating of villages; absent: none", "信用村评定；不写表示没有";
    CHECKS_BEFORE = "checks_before", TableOr(&super::safeguard::SECTION, "none"), "{ coverage_share = 1.0, unwilling_factor = 0.8, diversion_factor = 1.0, cost_yuan_per_loan = 50 }", "Checks before lending; absent: none", "贷前调查；不写表示没有";
    CHECKS_DURING = "checks_during", TableOr(&super::safeguard::SECTION, "none"), "{ coverage_share = 1.0, unwilling_factor = 1.0, diversion_factor = 0.8, cost_yuan_per_loan = 30 }", "Checks while money is paid out; absent: none", "贷中审查；不写表示没有";
    CHECKS_AFTER = "checks_after", TableOr(&super::safeguard::SECTION, "none"), "{ coverage_share = 1.0, unwilling_factor = 1.0, diversion_factor = 0.7, cost_yuan_per_loan = 60 }", "Checks after lending; absent: none", "贷后检查；不写表示没有";
    JOINT_CONTROL_ACCOUNT = "joint_control_account", TableOr(&super::safeguard::SECTION, "none"), "{ coverage_share = 1.0, unwilling_factor = 1.0, diversion_factor = 0.3, cost_yuan_per_loan = 10 }", "Joint-control account; absent: none", "三方共管账户；不写表示没有";
}

keys! {
    /// One safeguard.
    safeguard;
    COVERAGE = "coverage_share", Number(Range::SHARE), "0.5", "Share of households that it covers", "覆盖的农户比例";
    UNWILLING = "unwilling_factor", Number(Range::SHARE.of(Unit::Factor)), "0.5", "What the share of households that never intend to repay is multiplied by", "本无还款意愿农户比例的乘数";
    DIVERSION = "diversion_factor", Number(Range::SHARE.of(Unit::Factor)), "1.0", "What the diverted share of a loan is multiplied by", "贷款挪用比例的乘数";
    COST_PER_LOAN = "cost_yuan_per_loan", Number(Range::LOAN), "20", "Cost to the budget for each loan to a covered household, in yuan", "对所覆盖农户每笔贷款的财政成本（元）";
}

keys! {
    /// `credit_villages`.
    credit_villages;
    COVERAGE = "coverage_share", Number(Range::SHARE), "0.5", "Share of villages that it covers", "覆盖的村的比例";
    UNWILLING = "unwilling_factor", Number(Range::SHARE.of(Unit::Factor)), "0.5", "What the share of households that never intend to repay is multiplied by", "本无还款意愿农户比例的乘数";
    DIVERSION = "diversion_factor", Number(Range::SHARE.of(Unit::Factor)), "1.0", "What the diverted share of a loan is multiplied by", "贷款挪用比例的乘数";
    COST_PER_LOAN = "cost_yuan_per_loan", Number(Range::LOAN), "0", "Cost to the budget for each loan to a covered household, in yuan", "对所覆盖农户每笔贷款的财政成本（元）";
    COST_PER_VILLAGE = "cost_yuan_per_village_annual", Number(Range::YUAN.of(Unit::YuanAnnual)), "5000", "Cost to the budget a year for each covered village, in yuan", "每个所覆盖的村每年的财政成本（元）";
}
