//! Rows of the answer that a county watches: stops, contingent liabilities, who loses.

words! {
    stop_rule { en "Stop rule" zh "熔断" }
    stops(count, months, without_cause) {
        en "{count} stops, {months} months of stopped lending (units summed); {without_cause} of the stops hit units whose losses over the run stayed within tolerance"
        zh "停贷{count}次，各单位停贷月数合计{months}；其中误停（全期损失率未超容许值）{without_cause}次"
    }
    contingent { en "Contingent" zh "或有负债" }
    bail_out(mean, worst) {
        en "bailing out every failed organisation would cost {mean} million yuan on average; in one replication of twenty more than {worst} million"
        zh "若对倒闭组织全部兜底，平均需{mean}万元；二十次中有一次超过{worst}万元"
    }
    who_loses { en "Who loses" zh "谁减收" }
    losers(lost, by_mode, poorest) {
        en "{lost} of borrowing households are worse off ({by_mode}); the poorest 40% of households get {poorest} of the gain (lendmix groups)"
        zh "借款户中{lost}减收（{by_mode}）；最低收入40%农户得到增收总额的{poorest}（详见lendmix groups）"
    }
    /// One of the parts of [`losers`].
    of_mode(mode, part) { en "{mode} {part}" zh "{mode}{part}" }
}
