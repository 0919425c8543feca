//! The smallest fund, planned lending held.

words! {
    title { en "Smallest risk fund" zh "最小风险补偿金" }
    note { en "planned lending is held; brackets are 95% intervals" zh "按计划放贷；方括号内为95%置信区间" }
    the_file { en "The file" zh "方案现有" }
    last_per_cent { en "Last per cent" zh "最后一个百分点" }
    lending { en "Lending" zh "放贷" }
    not_resolved(n, level, needed, shown) {
        en "{n} replications cannot resolve {level}: at least {needed} are needed (--replications {needed}); the most that one of these needed, {shown}, is no upper bound"
        zh "{n}次模拟不足以求出{level}：至少需要{needed}次（--replications {needed}）；本次模拟中所需最多的为{shown}，但这不是上限"
    }
    survives(fund, range, start, end, level) {
        en "{fund} {range} in {start}, its contributions included, survive to {end} with probability {level}; the upper end allows for the simulation's own error"
        zh "{start}达到{fund}{range}（含当月注资），到{end}不耗尽的概率为{level}；取区间上端可同时防范模拟误差"
    }
    of_file(fund, start, survived, later) {
        en "has {fund} in {start}, which survive with probability {survived} if planned lending is held (`run` lets limits act and may differ), and pays in {later} later, as is assumed here"
        zh "{start}有{fund}，按计划放贷时不耗尽的概率{survived}（run中放贷受限，结果可能不同）；以后的注资{later}按方案不变"
    }
    more_needed(size, range, initial) {
        en "\n{size} more are needed {range}: --set policy.fund.initial_yuan={initial}"
        zh "\n还需增加{size}{range}：--set policy.fund.initial_yuan={initial}"
    }
    less_would_do(size, range) { en "\n{size} less would do {range}" zh "\n可减少{size}{range}" }
    costs(from, level, cost, range) {
        en "from {from} to {level} costs {cost} {range}"
        zh "由{from}提高到{level}需增加{cost}{range}"
    }
    lends(lent, part, gain, range) {
        en "{lent}, {part} of plan, whatever is in the fund; gain {gain} {range} yuan a head and year"
        zh "{lent}，为计划的{part}，不随补偿金变动；人均年增收{gain} {range}元"
    }
    head_survives { en "survives" zh "不耗尽概率" }
    head_fund(start) { en "fund in {start}, million yuan" zh "{start}补偿金（万元）" }
    head_interval { en "95% interval" zh "95%区间" }
    head_beyond { en "beyond the file's" zh "较方案增加" }
    needs(n) { en "needs {n} replications" zh "需模拟{n}次" }
    cap_does_not_hold(cap) {
        en "the leverage cap of {cap} times does not hold lending back here; --reacting lets it"
        zh "此处{cap}倍的杠杆上限不限制放贷；加--reacting则起作用"
    }
    exposure_by_file {
        en "limits of exposure by the fund are measured against what the file pays in"
        zh "按补偿金倍数设的单户上限，按方案注入的资金计算"
    }

    /// Headings of `solve.csv`.
    csv_fund { en "fund in the first month yuan" zh "首月补偿金（元）" }
    csv_beyond { en "beyond the file yuan" zh "较方案增加（元）" }
    csv_survived { en "survived n" zh "未耗尽次数" }
    csv_survival { en "survival" zh "不耗尽概率" }
    csv_wilson_low { en "Wilson low" zh "下限（95%）" }
    csv_wilson_high { en "Wilson high" zh "上限（95%）" }
    csv_exact_low { en "exact low" zh "精确下限（95%）" }
    csv_exact_high { en "exact high" zh "精确上限（95%）" }
}
