//! What a scenario shows against what is on record, and fits to it.

words! {
    quantity { en "quantity" zh "指标" }
    on_record { en "on record" zh "记录" }
    result { en "result, mean [95%]" zh "结果：均值〔95%区间〕" }
    most_replications { en "90% of replications" zh "90%的模拟" }
    chosen_for_it { en "chosen for it?" zh "是否为此取值" }
    agrees { en "mean in the band?" zh "均值是否在区间内" }
    fitted { en "fitted" zh "拟合" }
    given { en "given by an input" zh "由输入给定" }
    follows { en "follows from inputs" zh "随输入而定" }
    /// The value in the unit of the language.
    large_sum(value) { en "{value} million yuan" zh "{value}万元" }
    yuan(value) { en "{value} yuan" zh "{value}元" }
    key { en "key" zh "键" }
    scenario { en "scenario" zh "方案值" }
    fitted_value { en "fitted" zh "拟合值" }
    target { en "target" zh "目标" }
    figure { en "figure" zh "目标值" }
    mean_and_error { en "mean ± s.e." zh "均值±标准误" }
    within_tolerance { en "within tolerance" zh "在容许差内" }
    evaluated(evaluations, replications, trace) {
        en "{evaluations} evaluations of {replications} replications each; every one is a row of {trace}.\nWrite the fitted values into the scenario, if they are to hold."
        zh "共评估{evaluations}次，每次模拟{replications}次，逐次记录在{trace}。\n如采用拟合值，请写入方案文件。"
    }
    /// What the last column judges, and where an interval ends.
    note {
        en "The last column judges the mean over replications alone: most replications may still lie outside. Intervals are Student's; of a share that no replication takes below 0 or above 1 they are cut there."
        zh "最后一列只看各次模拟的均值是否落在记录区间内，单次模拟仍可能在区间之外。均值的区间按学生t分布计算；比例类指标如各次模拟均在0至1之间，区间也以0和1为界。"
    }
    /// Beside a title that says "yuan a head and year".
    yuan_a_head(value) { en "{value}" zh "{value}元" }
}
