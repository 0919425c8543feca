//! Keys of a file of targets: what a scenario is measured by, and what is fitted to it.

use super::{Variant, keys};

/// What a target is measured by.
const MEASURES: &[Variant] = &[
    ("months", Some(&months::SECTION)),
    ("replications", Some(&replications::SECTION)),
    ("peak_lag", Some(&peak_lag::SECTION)),
    ("income", Some(&income::SECTION)),
];

keys! {
    /// The top of the file.
    top;
    SCENARIO = "scenario", File, "\"../daoxian-2016.toml\"", "The scenario that is measured, relative to this file", "所衡量的方案文件，相对于本文件";
    REPLICATIONS = "replications", Whole(Range::between(2.0, 10_000_000.0)), "400", "Replications of an evaluation, all with the scenario's seed", "每次评估的模拟次数，均用方案的随机数种子";
    VARIATIONS = "variations", Named(&super::variation::SECTION), "", "Variations of the scenario that some targets are measured in; absent: none", "某些目标所用的方案变体；不写表示没有";
    TARGETS = "targets", Named(&super::target::SECTION), "", "What the scenario should show", "方案应当呈现的目标";
    PARAMETERS = "parameters", Tables(&super::parameter::SECTION), "[{ key = \"policy.pooled.principal_yuan.fixed.value\", target = \"mean_loan\", from = 36000, to = 50000, step = 1000 }]", "What is fitted, in this order; absent: nothing", "按此顺序拟合的参数；不写表示不拟合";
}

keys! {
    /// `[variations.<name>]`.
    variation;
    SET = "set", Texts, "[\"policy.lending.closed_modes=['pooled']\"]", "What differs from the scenario, each as `--set` takes it", "与方案的不同之处，写法同`--set`";
}

keys! {
    /// `[targets.<name>]`.
    target;
    TITLE = "title", Words, "{ en = \"mean loan\", zh = \"户均贷款\" }", "What it is", "名称";
    UNIT = "unit", Choice(&["number", "yuan", "share", "times", "months", "yuan_per_person_annual"]), "\"yuan\"", "Its unit", "单位";
    VALUE = "value", Number(Range::ANY), "42900", "The figure aimed at; absent: none, only a band", "目标值；不写表示只有区间";
    TOLERANCE = "tolerance", Number(Range::POSITIVE), "500", "How far a fitted mean may be from the figure; absent: it is not fitted", "拟合均值与目标值的容许差；不写表示不拟合";
    BAND = "band", Numbers(Range::ANY), "[40755, 45045]", "Lowest and highest result that agree with the record; absent: shown beside another target", "与记录相符的最低值和最高值；不写表示仅供对照";
    INSIDE = "inside", Flag, "true", "Whether the mean result lies in the band, as a run of many replications found; absent: no band", "多次模拟的平均结果是否落在区间内；不写表示没有区间";
    SOURCE = "source", Text, "\"Daoxian report; high\"", "Source and grade", "来源与可信等级";
    STATUS = "status", Choice(&["fitted", "given", "follows", "free"]), "\"fitted\"", "Fitted by this file; given by an input; follows from inputs; or free, which alone can be wrong", "由本文件拟合、由输入给定、随输入而定，或自由（只有后者可检验模型）";
    VARIATION = "variation", Text, "\"first_year\"", "The variation it is measured in; absent: the scenario itself", "所用的方案变体；不写表示方案本身";
    MEASURE = "measure", Variants(super::MEASURES), "{ months = { of = [\"lent_yuan\"], from = \"2016-01\", to = \"2016-12\" } }", "How it is measured in each replication", "每次模拟中如何衡量";
}

keys! {
    /// `measure = { months = { … } }`: sums of monthly columns.
    months;
    OF = "of", Texts, "[\"due_ytd_yuan\", \"-recovered_ytd_yuan\"]", "Columns of months.parquet that are added up; with a hyphen before them subtracted", "相加的months.parquet列；前加连字符表示减去";
    FROM = "from", Month, "\"2016-01\"", "First month of the sum", "求和的第一个月";
    TO = "to", Month, "\"2016-12\"", "Last month of the sum", "求和的最后一个月";
    PER = "per", Texts, "[\"loans_lent\"]", "Columns by whose sum it is divided; absent: none", "作为除数相加的列；不写表示不除";
    PER_FROM = "per_from", Month, "\"2016-12\"", "First month of the divisor; absent: as `from`", "除数求和的第一个月；不写表示同`from`";
    PER_TO = "per_to", Month, "\"2016-12\"", "Last month of the divisor; absent: as `to`", "除数求和的最后一个月；不写表示同`to`";
    PER_NUMBER = "per_number", Number(Range::POSITIVE), "14440", "Number by which it is divided; absent: 1", "作为除数的数；不写表示1";
}

keys! {
    /// `measure = { replications = { … } }`: columns of a replication.
    replications;
    OF = "of", Texts, "[\"gain_per_person_yuan\"]", "Columns of replications.parquet that are added up; with a hyphen before them subtracted", "相加的replications.parquet列；前加连字符表示减去";
    PER = "per", Texts, "[\"persons_borrowing\"]", "Columns by whose sum it is divided; absent: none", "作为除数相加的列；不写表示不除";
    PER_NUMBER = "per_number", Number(Range::POSITIVE), "20000", "Number by which it is divided; absent: 1", "作为除数的数；不写表示1";
}

keys! {
    /// `measure = { peak_lag = { … } }`: months from one peak to another.
    peak_lag;
    FROM = "from", Text, "\"lent_yuan\"", "Column whose peak comes first", "先出现峰值的列";
    TO = "to", Text, "\"recovered_yuan\"", "Column whose peak comes after", "后出现峰值的列";
    OVER = "over_months", Whole(Range::between(1.0, 600.0).of(Unit::Months)), "12", "A peak is the largest sum over so many months", "峰值指连续多少个月之和的最大值";
}

keys! {
    /// `measure = { income = { … } }`: baseline income per head, each person counted.
    income;
    STATISTIC = "statistic", Choice(&["gini", "quantile"]), "\"gini\"", "What of its distribution", "收入分布的哪一统计量";
    LEVEL = "level", Number(Range::inside(0.0, 1.0)), "0.5", "Level of the quantile; absent: none, for the Gini coefficient", "分位水平；不写仅限基尼系数";
}

keys! {
    /// One entry of `parameters`.
    parameter;
    KEY = "key", Text, "\"policy.pooled.principal_yuan.fixed.value\"", "Path of the key that is fitted, as `--set` takes it", "所拟合的键的路径，写法同`--set`";
    TARGET = "target", Text, "\"mean_loan\"", "The target that it is fitted to", "所拟合的目标";
    FROM = "from", Number(Range::ANY), "36000", "Smallest value tried; absent: only with choices", "尝试的最小值；不写仅限已写choices";
    TO = "to", Number(Range::ANY), "50000", "Largest value tried; absent: only with choices", "尝试的最大值；不写仅限已写choices";
    STEP = "step", Number(Range::POSITIVE), "1000", "Steps between them: the result is rounded to it; absent: only with choices", "其间的步长，结果取其整数倍；不写仅限已写choices";
    PRIOR = "prior", Number(Range::ANY), "39900", "What is known of the value from elsewhere; absent: nothing", "从别处所知的取值；不写表示没有";
    PRIOR_TOLERANCE = "prior_tolerance", Number(Range::POSITIVE), "3990", "How far from it the value may well be: one of the objective's units; absent: only without a prior", "取值可偏离它多少（目标函数的一个单位）；不写仅限没有prior";
    CHOICES = "choices", Texts, "[\"village\", \"township\"]", "Values that are all tried, instead of a range; absent: none", "逐一尝试的取值，代替范围；不写表示没有";
}
