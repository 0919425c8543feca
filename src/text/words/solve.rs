//! Inverse questions.

words! {
    /// Why the fund here is not the needed fund of a story or a chart.
    other_definitions {
        en "this fund is that of the first month, its contributions included, with planned lending held; `explain` and the chart of the fund's size show what each path needed beside all contributions, with lending as it happened"
        zh "此处为首月补偿金（含当月注资），并按计划放贷；explain和补偿金规模图所示则为方案注资之外各次模拟另需的数额，放贷按实际发生"
    }
}
