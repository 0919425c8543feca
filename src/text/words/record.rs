//! What `record` says under its table.

super::words! {
    /// What the last column judges, and where an interval ends.
    note {
        en "The last column judges the mean over replications alone: most replications may still lie outside. Intervals are Student's; of a share that no replication takes below 0 or above 1 they are cut there."
        zh "最后一列只看各次模拟的均值是否落在记录区间内，单次模拟仍可能在区间之外。均值的区间按学生t分布计算；比例类指标如各次模拟均在0至1之间，区间也以0和1为界。"
    }
}
