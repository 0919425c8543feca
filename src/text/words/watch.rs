//! Rows of the answer that a county watches: stops, contingent liabilities, who loses.

words! {
    stop_rule { en "Stop rule" zh "熔断" }
    stops(count, months, without_cause) {
        en "{count} stops, {months} months of stopped lending (summed over townships or villages); {without_cause} of the stops hit those whose losses over the run stayed within tolerance"
        zh "停贷{count}次，各乡镇（村）停贷月数合计{months}；其中{without_cause}次所停乡镇（村）全期损失率未超容许值"
    }
    contingent { en "Contingent" zh "或有负债" }
    bail_out(mean, worst) {
        en "bailing out every failed organisation would cost {mean} million yuan on average; in one replication of twenty more than {worst} million"
        zh "若对倒闭组织全部救助，平均需{mean}万元；每二十次模拟约有一次超过{worst}万元"
    }
    who_loses { en "Who loses" zh "谁减收" }
    losers(lost, by_mode, poorest) {
        en "{lost} of borrowing households are worse off ({by_mode}); the poorest 40% of households get {poorest} of the gain (lendmix groups)"
        zh "借款户中{lost}减收（{by_mode}）；最低收入40%农户得到增收总额的{poorest}（详见lendmix groups）"
    }
    /// One of the parts of [`losers`].
    of_mode(mode, part) { en "{mode} {part}" zh "{mode}{part}" }
}
