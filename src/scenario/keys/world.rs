//! Keys of `[world]`.

use super::{Variant, keys};

/// What may make a pooled or fixed-benefit loan default on the household's own account.
const DEFAULTS: &[Variant] = &[
    ("none", None),
    ("copula", Some(&seasonal::SECTION)),
    ("hazard", Some(&hazard::SECTION)),
    ("at_maturity", Some(&maturity::SECTION)),
];

/// What may make a self-directed loan default.
pub(super) const OWN_DEFAULTS: &[Variant] = &[
    ("none", None),
    ("structural", None),
    ("copula", Some(&seasonal::SECTION)),
    ("hazard", Some(&hazard::SECTION)),
    ("at_maturity", Some(&maturity::SECTION)),
];

/// What may make an organisation fail.
const FAILURES: &[Variant] =
    &[("season", Some(&seasonal::SECTION)), ("at_maturity", Some(&failure_at_maturity::SECTION)), ("structural", None)];

keys! {
    /// `[world]`.
    root;
    ASSISTED_PERSONS = "assisted_persons", Whole(Range::between(0.0, 4e9).of(Unit::Persons)), "20000", "Persons over whom the county itself states the gain", "县里公布增收时使用的受助人数";
    POVERTY_LINE = "poverty_line_yuan", ByYear(Range::between(0.0, 1e6).of(Unit::YuanPerPersonAnnual)), "{ 2016 = 2952, 2017 = 2952 }", "Poverty line in yuan per person and year", "贫困线（元/人·年）";
    TAKE_UP = "take_up_share", ByYear(Range::SHARE), "{ 2016 = 0.30, 2017 = 0.40 }", "Share of households with a credit line that want a loan by that year", "截至当年有贷款意愿的授信户比例";
    BENCHMARK_RATE = "benchmark_rate_annual", ByMonths(Range::RATE), "{ 12 = 0.0435, 60 = 0.0475 }", "Benchmark interest a year for tenors up to so many months", "不超过该期限（月）的贷款基准年利率";
    FACTORS = "factors", Table(&super::factors::SECTION), "", "Systematic factors", "系统性因子";
    POPULATION = "population", Table(&super::population::SECTION), "", "Where households come from", "农户来源";
    HOUSEHOLDS = "households", Table(&super::households::SECTION), "", "Cash of households; absent: only where no cash decides a default; then all is zero", "农户收支；不写仅限违约不由农户现金决定，此时各项为零";
    INDUSTRIES = "industries", Named(&super::industry::SECTION), "", "Industries; absent: only where no cash decides a default or failure; then one that produces nothing", "产业；不写仅限违约和倒闭都不由现金决定，此时为一个无产出的产业";
    SELF_DIRECTED = "self_directed", Table(&super::own_risk::SECTION), "", "Default, loss and collection of self-directed loans; absent: only where the mode lends nothing and has no loans at the start", "自主贷款的违约、损失与清收；不写仅限该模式不放贷且期初无存量";
    POOLED = "pooled", Table(&super::risk::SECTION), "", "Default, loss and collection of pooled loans; absent: only where the mode lends nothing and has no loans at the start", "分贷统用统还贷款的违约、损失与清收；不写仅限该模式不放贷且期初无存量";
    FIXED_BENEFIT = "fixed_benefit", Table(&super::risk::SECTION), "", "Default, loss and collection of fixed-benefit loans; absent: only where the mode lends nothing and has no loans at the start", "固定受益贷款的违约、损失与清收；不写仅限该模式不放贷且期初无存量";
    ORGANISATIONS = "organisations", Table(&super::organisations::SECTION), "", "Organisations of pooled mode; absent: only where the mode lends nothing and has no loans at the start", "分贷统用统还的扶贫经济组织；不写仅限该模式不放贷且期初无存量";
    COMPANY = "company", Table(&super::company::SECTION), "", "The development company; absent: only where the mode lends nothing and has no loans at the start", "扶贫开发公司；不写仅限该模式不放贷且期初无存量";
    LOANS = "loans", Tables(&crate::scenario::keys::groups::group::SECTION), "[{ count = 100, principal_yuan = 10000, due = \"2016-12\", pd = 0.05 }]", "Groups of equal loans that run at the start, with a risk of their own; absent: none", "期初存量贷款组，每组贷款条件相同，可单独设定风险；不写表示没有";
    CATASTROPHES = "catastrophes", Named(&crate::scenario::keys::shocks::catastrophe::SECTION), "", "Rare events that strike the county or its townships; `name = \"none\"` ends an inherited event; absent: none", "袭击全县或部分乡镇的重大灾害；写`名称 = \"none\"`可取消所继承的灾害；不写表示没有";
    LEDGER = "ledger", File, "\"ledger.csv\"", "Table of the loans that run at the start; \"none\" ends an inherited one; absent: none", "期初存量贷款台账文件；写\"none\"可取消所继承的台账；不写表示没有";
}

keys! {
    /// `[world.factors]`.
    factors;
    COPULA = "copula", Variants(&[("gaussian", None), ("student_t", Some(&super::student_t::SECTION))]), "\"gaussian\"", "How shocks are joined", "各冲击之间的相依结构";
    PERSISTENCE = "persistence", Table(&super::persistence::SECTION), "{ county = 0.3, township = 0.0, industry = 0.3 }", "Memory of each factor from season to season; absent: none", "各因子跨季的持续性；不写表示没有";
    REGIME = "regime", TableOr(&super::regime::SECTION, "none"), "{ calm_to_bad_monthly = 0.02, bad_to_calm_monthly = 0.1, start_bad = 0.0 }", "Calm and bad times; absent: none", "平稳期与恶化期的转换；不写表示没有";
}

keys! {
    /// `persistence = { … }`.
    persistence;
    COUNTY = "county", Number(Range::between(-1.0, 1.0).of(Unit::Correlation)), "0.3", "Memory of the county factor; absent: none", "全县因子的持续性；不写表示没有";
    TOWNSHIP = "township", Number(Range::between(-1.0, 1.0).of(Unit::Correlation)), "0.0", "Memory of each township factor; absent: none", "乡镇因子的持续性；不写表示没有";
    INDUSTRY = "industry", Number(Range::between(-1.0, 1.0).of(Unit::Correlation)), "0.3", "Memory of each industry factor; absent: none", "产业因子的持续性；不写表示没有";
}

keys! {
    /// `copula = { student_t = { … } }`.
    student_t;
    DEGREES = "degrees_of_freedom", Number(Range::between(1.0, 1e6)), "5", "Degrees of freedom; fewer mean more joint extremes", "自由度；越小则极端情况越容易同时发生";
}

keys! {
    /// `regime = { … }`.
    regime;
    CALM_TO_BAD = "calm_to_bad_monthly", Number(Range::SHARE.of(Unit::ProbabilityMonthly)), "0.02", "Probability a month that calm turns bad", "每月由平稳转为恶化的概率";
    BAD_TO_CALM = "bad_to_calm_monthly", Number(Range::SHARE.of(Unit::ProbabilityMonthly)), "0.1", "Probability a month that bad turns calm", "每月由恶化转为平稳的概率";
    START_BAD = "start_bad", Number(Range::SHARE.of(Unit::Probability)), "0.0", "Probability that the run starts in bad times", "开始时即处于恶化期的概率";
}

keys! {
    /// `[world.population]`.
    population;
    ROSTER = "roster", File, "\"roster.csv\"", "Table of households, instead of all other keys here; absent: synthesised", "农户名册文件，写了它就不写本节其他键；不写表示合成";
    HOUSEHOLDS = "households", Whole(Range::between(0.0, 50_000_000.0).of(Unit::Households)), "14440", "Number of eligible households; 0 only if all come from a ledger", "符合条件的农户数；全部农户来自贷款台账时才可为0";
    TOWNSHIPS = "townships", Whole(Range::between(1.0, 10_000.0).of(Unit::Units)), "22", "Number of townships", "乡镇数";
    TOWNSHIP_WEIGHTS = "township_weights", Numbers(Range::POSITIVE.of(Unit::Weight)), "[1.2, 0.8]", "Relative size of each township; absent: equal", "各乡镇的相对规模；不写表示相等";
    VILLAGES = "villages", OneOrNumbers(Range::between(1.0, 1_000_000.0).of(Unit::Units)), "370", "Number of villages, or the number in each township", "行政村总数，或各乡镇的村数";
    PERSONS = "persons", Distribution(Range::ANY.of(Unit::Persons)), "{ normal = { mean = 3.85, sd = 1.6, min = 0.5, max = 9.49 } }", "Persons per household", "每户人口";
    PERSONS_MIN = "persons_min", Whole(Range::between(1.0, 100.0).of(Unit::Persons)), "1", "Fewest persons", "最少人口";
    PERSONS_MAX = "persons_max", Whole(Range::between(1.0, 100.0).of(Unit::Persons)), "9", "Most persons", "最多人口";
    SITUATION = "situation", ByMode(Range::SHARE), "{ self_directed = 0.40, pooled = 0.45, fixed_benefit = 0.15 }", "Share of households whose own situation fits each mode", "自身状况适合各模式的农户比例";
    LABOUR = "labour_probability", Number(Range::SHARE.of(Unit::Probability)), "0.5", "Probability that a member can work", "家庭成员有劳动能力的概率";
    ABILITY_MEAN = "ability_mean", ByMode(Range::between(-10.0, 10.0).of(Unit::Deviations)), "{ self_directed = 0.2, pooled = -0.3, fixed_benefit = -1.0 }", "Mean ability of households of each situation", "各类农户的平均能力";
    INCOME = "income_yuan", Distribution(Range::LAW.of(Unit::YuanPerPersonAnnual)), "{ lognormal = { mean = 3416, sigma = 0.40 } }", "Baseline income in yuan per person and year", "基准收入（元/人·年）";
    OWN_CAPITAL = "own_capital_yuan", Distribution(Range::LAW), "{ fixed = { value = 5000 } }", "Own capital put beside a loan, in yuan", "与贷款配套的自有资金（元）";
    BUFFER = "buffer_yuan", Distribution(Range::LAW), "{ lognormal = { mean = 4000, cv = 1.0 } }", "Liquidity before the first month, in yuan", "期初流动资金（元）";
}

keys! {
    /// `[world.households]`.
    households;
    DIVERSION = "diversion_share", Distribution(Range::SHARE), "{ beta = { mean = 0.15, cv = 0.6 } }", "Share of a loan that is diverted to consumption", "贷款被挪作消费的比例";
    ABILITY_EFFECT = "ability_effect", Number(Range::between(0.0, 2.0).of(Unit::Logarithm)), "0.30", "Effect of ability on revenue", "能力对收入的影响";
    UNWILLING = "unwilling_share", Number(Range::SHARE), "0.03", "Share of borrowers that never intend to repay", "从不打算还款的借款人比例";
    INCOME_GROWTH = "income_growth_annual", Number(Range::RATE), "0.08", "Growth of baseline income a year", "基准收入年增长率";
    SUBSISTENCE = "subsistence_yuan", ByYear(Range::between(0.0, 1e6).of(Unit::YuanPerPersonAnnual)), "{ 2016 = 2952, 2017 = 2952 }", "Consumption met before anything is saved, in yuan per person and year", "必需消费（元/人·年）";
    SAVING = "saving_share", Number(Range::SHARE), "0.3", "Share of income above subsistence that stays as liquidity", "超出必需消费部分的储蓄比例";
    ILLNESS = "illness_annual", Number(Range::SHARE.of(Unit::ProbabilityAnnual)), "0.08", "Probability a year of a costly illness", "每年发生大病的概率";
    ILLNESS_COST = "illness_cost_yuan", Distribution(Range::LAW), "{ lognormal = { mean = 8000, cv = 1.2 } }", "Cost of an illness, in yuan", "大病支出（元）";
    FORGONE_LABOUR = "forgone_labour_share", Number(Range::SHARE), "0.03", "Share of baseline income given up for the labour of a project", "项目占用劳动力而放弃的收入比例";
}

keys! {
    /// `[world.industries.<name>]`.
    industry;
    WEIGHT = "weight", Number(Range::POSITIVE_OR_ZERO.of(Unit::Weight)), "0.35", "Relative frequency of the industry", "该产业的相对比重";
    REVENUE = "revenue_per_yuan", Number(Range::between(0.0, 100.0).of(Unit::PerYuan)), "0.9", "Revenue a year per yuan invested, at full production", "满产时每元投资的年收入";
    RUNNING_COST = "running_cost_per_yuan", Number(Range::between(0.0, 100.0).of(Unit::PerYuan)), "0.3", "Running cost a year per yuan invested", "每元投资的年运行成本";
    RAMP = "ramp", Numbers(Range::between(0.0, 100.0).of(Unit::Share)), "[0, 0, 0.35, 1.0]", "Production by season since investment, as a share of full production", "投资后各季产量占满产的比例";
    CAPITAL_VALUE = "capital_value", Numbers(Range::between(0.0, 100.0).of(Unit::PerYuan)), "[0.9, 0.9]", "Value of the capital by season, per yuan invested", "投资后各季每元投资的资产价值";
    LIQUIDATION = "liquidation_share", Number(Range::SHARE), "0.3", "Share of that value in a forced sale", "被迫变卖时可得的比例";
    HARVEST_MONTH = "harvest_month", Whole(Range::between(1.0, 12.0).of(Unit::Month)), "11", "Calendar month of the harvest", "收获月份";
    YIELD = "yield", Distribution(Range::between(0.0, 1e3).of(Unit::Factor)), "{ beta = { mean = 1.0, cv = 0.28, max = 1.6 } }", "Yield multiplier, mean 1", "单产系数，均值为1";
    LOADINGS = "loadings", Table(&super::loadings::SECTION), "{ county = 0.25, township = 0.05, industry = 0.10 }", "Shares of variance of the yield due to each factor; absent: none", "单产方差中由各因子解释的份额；不写表示没有";
    PRICE = "price", Table(&super::price::SECTION), "{ volatility = 0.20, half_life_months = 12, yield_correlation = -0.2 }", "Price multiplier", "价格系数";
}

keys! {
    /// `price = { … }`.
    price;
    VOLATILITY = "volatility", Number(Range::between(0.0, 2.0).of(Unit::Logarithm)), "0.20", "Standard deviation of the log price", "对数价格的标准差";
    HALF_LIFE = "half_life_months", Number(Range::POSITIVE_OR_ZERO.of(Unit::Months)), "12", "Months in which half of a deviation is gone", "价格偏离减半所需月数";
    CORRELATION = "yield_correlation", Number(Range::between(-1.0, 1.0).of(Unit::Correlation)), "-0.2", "Correlation of price shocks with the industry's factor; absent: none", "价格冲击与产业因子的相关系数；不写表示不相关";
    CYCLE_AMPLITUDE = "cycle_amplitude", Number(Range::between(0.0, 2.0).of(Unit::Logarithm)), "0.2", "Amplitude of a price cycle in logs; absent: no cycle", "价格周期的对数振幅；不写表示没有周期";
    CYCLE_MONTHS = "cycle_months", Number(Range::POSITIVE.of(Unit::Months)), "48", "Length of the price cycle in months; absent: only where there is no cycle", "价格周期长度（月）；不写仅限没有价格周期";
    CYCLE_PHASE = "cycle_phase_months", Number(Range::ANY.of(Unit::Months)), "0", "Months since the last upward crossing at the start; absent: 0", "开始时距上次上穿均值的月数；不写表示0";
}

keys! {
    /// `loadings = { … }`.
    loadings;
    COUNTY = "county", Number(Range::LOADING), "0.10", "Share of variance due to the county factor; absent: none", "全县因子所占方差份额；不写表示没有";
    TOWNSHIP = "township", Number(Range::LOADING), "0.05", "Share of variance due to the township factor; absent: none", "乡镇因子所占方差份额；不写表示没有";
    INDUSTRY = "industry", Number(Range::LOADING), "0.05", "Share of variance due to the industry factor; absent: none", "产业因子所占方差份额；不写表示没有";
}

keys! {
    /// `loadings = { … }` of organisations, which have no township factor.
    organisation_loadings;
    COUNTY = "county", Number(Range::LOADING), "0.15", "Share of variance due to the county factor; absent: none", "全县因子所占方差份额；不写表示没有";
    INDUSTRY = "industry", Number(Range::LOADING), "0.10", "Share of variance due to the industry factor; absent: none", "产业因子所占方差份额；不写表示没有";
}

keys! {
    /// `[world.self_directed]`.
    own_risk;
    DEFAULT = "default", Variants(super::OWN_DEFAULTS), "\"structural\"", "What makes a loan default", "违约机制";
    LOADINGS = "loadings", Table(&super::loadings::SECTION), "{ county = 0.10, township = 0.05, industry = 0.05 }", "Shares of variance of the default shock due to each factor; absent: none", "违约冲击方差中由各因子解释的份额；不写表示没有";
    LGD = "loss_given_default", Distribution(Range::SHARE), "{ fixed = { value = 1.0 } }", "Loss given default; absent: only where cash decides the loss", "违约损失率；不写仅限由农户现金决定损失";
    COLLECTION = "collection", Table(&super::collection::SECTION), "{ monthly = 0.05, horizon_months = 24, part = \"full\", cost_share = 0.05 }", "Collection after default", "违约后的清收";
}

keys! {
    /// `[world.pooled]` and `[world.fixed_benefit]`.
    risk;
    DEFAULT = "default", Variants(super::DEFAULTS), "\"none\"", "What makes a loan default on the household's own account", "农户自身原因的违约机制";
    LOADINGS = "loadings", Table(&super::loadings::SECTION), "{ county = 0.10, township = 0.05, industry = 0.05 }", "Shares of variance of the default shock due to each factor; absent: none", "违约冲击方差中由各因子解释的份额；不写表示没有";
    LGD = "loss_given_default", Distribution(Range::SHARE), "{ fixed = { value = 1.0 } }", "Loss given default; absent: only where cash decides the loss", "违约损失率；不写仅限由农户现金决定损失";
    COLLECTION = "collection", Table(&super::collection::SECTION), "{ monthly = 0.02, horizon_months = 24, part = \"full\", cost_share = 0.05 }", "Collection after default", "违约后的清收";
    CONTAGION = "contagion", NumberOr(Range::SHARE.of(Unit::Probability), "household_cash"), "1.0", "Probability that a loan of a failed organisation is in default, or \"household_cash\"", "经济组织倒闭后其名下贷款违约的概率，或\"household_cash\"";
}

keys! {
    /// `default = { copula = { … } }` and `failure = { season = { … } }`.
    seasonal;
    PD = "pd_annual", OneOrNumbers(Range::SHARE.of(Unit::ProbabilityAnnual)), "0.03", "Probability a season, or a list by season since the start", "每季（年）违约概率，或按季列出";
    MONTH_WEIGHTS = "month_weights", TwelveNumbers(Range::POSITIVE_OR_ZERO.of(Unit::Weight)), "[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]", "Relative frequency by calendar month; absent: equal", "各月发生的相对频率；不写表示各月相等";
}

keys! {
    /// `default = { hazard = { … } }`.
    hazard;
    PD = "pd_annual", OneOrNumbers(Range::SHARE.of(Unit::ProbabilityAnnual)), "0.03", "Probability a year, or a list by year since grant", "每年违约概率，或按发放后年数列出";
    ABILITY = "ability_logit", Number(Range::ANY.of(Unit::Logit)), "0", "Shift of the logit per unit of ability; absent: none", "能力每增加一单位对logit的影响；不写表示没有";
    COUNTY = "county_logit", Number(Range::ANY.of(Unit::Logit)), "0", "Shift of the logit per unit of the county factor; absent: none", "全县因子每增加一单位对logit的影响；不写表示没有";
}

keys! {
    /// `default = { at_maturity = { … } }`.
    maturity;
    PD = "pd", Number(Range::SHARE.of(Unit::Probability)), "0.03", "Probability of default at a due date", "到期时违约概率";
    PD_CALM = "pd_calm", Number(Range::SHARE.of(Unit::Probability)), "0.02", "Probability at a due date in calm times", "平稳期到期违约概率";
    PD_BAD = "pd_bad", Number(Range::SHARE.of(Unit::Probability)), "0.10", "Probability at a due date in bad times", "恶化期到期违约概率";
    BY_COPULA = "by_copula", Flag, "false", "Whether trials are joined by the factors; absent: independent", "各笔是否通过因子相关；不写表示相互独立";
}

keys! {
    /// `failure = { at_maturity = { … } }`.
    failure_at_maturity;
    PD = "pd", Number(Range::SHARE.of(Unit::Probability)), "0.1", "Probability of failure in a month in which loans fall due", "有贷款到期的月份倒闭的概率";
    PD_CALM = "pd_calm", Number(Range::SHARE.of(Unit::Probability)), "0.05", "Probability in calm times", "平稳期倒闭概率";
    PD_BAD = "pd_bad", Number(Range::SHARE.of(Unit::Probability)), "0.2", "Probability in bad times", "恶化期倒闭概率";
}

keys! {
    /// `collection = { … }`.
    collection;
    MONTHLY = "monthly", Number(Range::SHARE.of(Unit::ProbabilityMonthly)), "0.05", "Probability a month that something is collected", "每月清收成功的概率";
    HORIZON = "horizon_months", Whole(Range::between(0.0, 600.0).of(Unit::Months)), "24", "Months after default in which collection is tried", "违约后持续清收的月数";
    PART = "part", Variants(&[("full", None), ("beta", Some(&super::beta_part::SECTION))]), "\"full\"", "What a success brings", "每次成功清收的部分";
    COST = "cost_share", Number(Range::SHARE), "0.05", "Share of what is collected after a claim that collecting costs", "代偿后清收费用占追回额的比例";
    MONTHLY_SUSPENDED = "monthly_suspended", Number(Range::SHARE.of(Unit::ProbabilityMonthly)), "0.10", "Probability a month that something is collected while the loan's village, township or county is suspended; absent: as `monthly`", "贷款所在村、乡镇或县熔断期间每月清收成功的概率；不写表示与`monthly`相同";
}

keys! {
    /// `part = { beta = { … } }`.
    beta_part;
    ALPHA = "alpha", Number(Range::POSITIVE), "2", "First shape of the share collected", "清收比例的第一形状参数";
    BETA = "beta", Number(Range::POSITIVE), "2", "Second shape of the share collected", "清收比例的第二形状参数";
}

keys! {
    /// `[world.organisations]`.
    organisations;
    COUNT = "count", Whole(Range::between(1.0, 1_000_000.0).of(Unit::Units)), "12", "Number of organisations", "扶贫经济组织数";
    LARGEST_SHARE = "largest_share", Number(Range { above_min: true, ..Range::SHARE }), "0.25", "Share of pooled lending that goes through the largest", "最大组织所占的贷款比例";
    SIZE = "size", Distribution(Range::LAW.of(Unit::Weight)), "{ lognormal = { mean = 1, cv = 1.2 } }", "Relative sizes of organisations", "各组织的相对规模";
    FILE = "file", File, "\"organisations.csv\"", "Table of organisations", "扶贫经济组织名单文件";
    LIST = "list", Tables(&super::listed::SECTION), "[{ name = \"…\", type = \"cooperative\", weight = 0.2, age_years = 2 }]", "Organisations one by one", "逐个列出的扶贫经济组织";
    AFTER_FAILURE = "after_failure", Choice(&["closed", "continues"]), "\"closed\"", "What may happen after a failure", "倒闭后如何处理";
    CALLED = "called", Choice(&["all_loans", "due_cohort"]), "\"all_loans\"", "Which loans are called at a failure", "倒闭时提前收回哪些贷款";
    TYPES = "types", Named(&super::organisation_type::SECTION), "", "Types of organisations", "组织类型";
    FORCED = "forced_failures", Tables(&super::super::contracts::forced_failure::SECTION), "[{ organisation = \"largest\", month = \"2019-06\" }]", "Failures that happen whatever the draw, for stress tests; absent: none", "压力测试用的强制倒闭；不写表示没有";
}

keys! {
    /// One entry of `list`.
    listed;
    NAME = "name", Text, "\"县果业合作社\"", "Name", "名称";
    COUNT = "count", Whole(Range::between(1.0, 1_000_000.0)), "1", "Number of equal organisations for which the entry stands, named name-1, name-2, …; absent: one, with the name itself", "本项代表多少个相同的组织，依次名为名称-1、名称-2……；不写表示一个，即该名称";
    TYPE = "type", Text, "\"cooperative\"", "Its type, one of [world.organisations.types]", "类型，须是[world.organisations.types]之一";
    TOWNSHIP = "township", Whole(Range::between(1.0, 10_000.0)), "3", "Number of its township, from 1; absent: drawn", "所在乡镇序号（从1起）；不写则随机";
    INDUSTRY = "industry", Text, "\"navel_orange\"", "Its industry; absent: drawn", "所属产业；不写则随机";
    WEIGHT = "weight", Number(Range::POSITIVE.of(Unit::Weight)), "0.2", "Relative share of pooled lending that goes through it", "承接贷款的相对份额";
    AGE = "age_years", Whole(Range::between(0.0, 200.0).of(Unit::Years)), "2", "Age in years at the start of the run", "开始时已成立年数";
}

keys! {
    /// `[world.organisations.types.<name>]`.
    organisation_type;
    WEIGHT = "weight", Number(Range::POSITIVE_OR_ZERO.of(Unit::Weight)), "0.5", "Relative frequency of the type", "该类型的相对比重";
    FAILURE = "failure", Variants(super::FAILURES), "{ season = { pd_annual = 0.03 } }", "What makes it fail", "倒闭机制";
    LOADINGS = "loadings", Table(&super::organisation_loadings::SECTION), "{ county = 0.15, industry = 0.10 }", "Shares of variance due to each factor; absent: none", "方差中由各因子解释的份额；不写表示没有";
    EQUITY = "equity_share", Number(Range::between(0.0, 1e3).of(Unit::Share)), "0.3", "Own equity as a share of the credit it uses; absent: only where failure is not structural and there is no dividend", "自有资本与所用贷款之比；不写仅限倒闭机制不是structural且没有分红";
    INVESTED = "invested_share", Number(Range::SHARE), "0.9", "Share of the credit that goes into production; absent: only where failure is not structural and there is no dividend", "贷款投入生产的比例；不写仅限倒闭机制不是structural且没有分红";
    WAGES = "wages", TableOr(&super::super::contracts::wages::SECTION, "none"), "{ households_share = 0.20, yuan_annual = 6000, displaced_share = 0.5 }", "Wages of households whose loans it uses; absent: none", "向所用贷款的农户支付的工资；不写表示没有";
    LAND_RENT = "land_rent", TableOr(&super::super::contracts::land_rent::SECTION, "none"), "{ households_share = 0.30, yuan_annual = 800 }", "Land rent of households whose loans it uses; absent: none", "向所用贷款的农户支付的土地租金；不写表示没有";
    DIVIDEND = "dividend_share", Number(Range::SHARE), "0.2", "Share of the season's profit above the guaranteed pay-outs that its households receive; absent: none", "超出约定分红的当季利润中分给农户的比例；不写表示没有";
}

keys! {
    /// `[world.company]`.
    company;
    INDUSTRY = "industry", Text, "\"navel_orange\"", "The industry it works in", "所从事的产业";
    FAILURE = "failure", Variants(super::FAILURES), "{ season = { pd_annual = 0.01 } }", "What makes it fail", "倒闭机制";
    LOADINGS = "loadings", Table(&super::organisation_loadings::SECTION), "{ county = 0.15, industry = 0.05 }", "Shares of variance due to each factor; absent: none", "方差中由各因子解释的份额；不写表示没有";
    EQUITY = "equity_share", Number(Range::between(0.0, 1e3).of(Unit::Share)), "0.3", "Own equity as a share of the credit it uses; absent: only where failure is not structural and there is no dividend", "自有资本与所用贷款之比；不写仅限倒闭机制不是structural且没有分红";
    INVESTED = "invested_share", Number(Range::SHARE), "1.0", "Share of the credit that goes into production; absent: only where failure is not structural and there is no dividend", "贷款投入生产的比例；不写仅限倒闭机制不是structural且没有分红";
    WAGES = "wages", TableOr(&super::super::contracts::wages::SECTION, "none"), "{ households_share = 0.20, yuan_annual = 6000, displaced_share = 0.5 }", "Wages of households whose loans it uses; absent: none", "向所用贷款的农户支付的工资；不写表示没有";
    LAND_RENT = "land_rent", TableOr(&super::super::contracts::land_rent::SECTION, "none"), "{ households_share = 0.30, yuan_annual = 800 }", "Land rent of households whose loans it uses; absent: none", "向所用贷款的农户支付的土地租金；不写表示没有";
    DIVIDEND = "dividend_share", Number(Range::SHARE), "0.2", "Share of the season's profit above the guaranteed pay-outs that its households receive; absent: none", "超出约定分红的当季利润中分给农户的比例；不写表示没有";
}
