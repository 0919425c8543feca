//! Labels inside the charts.

words! {
    /// Right of an axis of time.
    year { en "year" zh "年" }
    month { en "month" zh "月" }
    median { en "median" zh "中位数" }
    mean { en "mean" zh "均值" }
    today { en "today's mix" zh "现行比例" }
    /// The fund that survives with a probability.
    level_and_fund(level, fund, unit) { en "{level}: {fund} {unit}" zh "{level}：{fund}{unit}" }
    level_without_interval(level, fund, unit) {
        en "{level}: {fund} {unit} (too few replications for an interval)"
        zh "{level}：{fund}{unit}（次数不足，无区间）"
    }

    /// Units of money: each language uses some of them.
    yuan { en "yuan" zh "元" }
    thousand_yuan { en "thousand yuan" zh "千元" }
    ten_thousand_yuan { en "ten thousand yuan" zh "万元" }
    million_yuan { en "million yuan" zh "百万元" }
    hundred_million_yuan { en "hundred million yuan" zh "亿元" }
    billion_yuan { en "billion yuan" zh "十亿元" }

    /// The fund's balance: unit.
    balance(unit) { en "Balance at the end of the month, {unit}" zh "月末余额（{unit}）" }
    depleted_by_then {
        en "Probability that the fund has run dry by then (band: 95% interval)"
        zh "截至当月已耗尽的概率（浅色带为95%区间）"
    }
    held_so_far {
        en "Probability that the fund has paid every claim so far (band: 95% interval)"
        zh "截至当月补偿金仍能足额代偿的概率（浅色带为95%区间）"
    }
    dry_in_month {
        en "Share of replications in which the fund runs dry in the month (lines: 95% interval)"
        zh "补偿金在当月耗尽的模拟占比（竖线为95%区间）"
    }
    dry_in_quarter {
        en "Share of replications in which the fund runs dry in the quarter (lines: 95% interval)"
        zh "补偿金在当季耗尽的模拟占比（竖线为95%区间）"
    }
    never_dry(n) {
        en "The fund ran dry in none of the {n} replications."
        zh "{n}次模拟中补偿金无一次耗尽。"
    }

    every_claim_paid { en "Probability that every claim is paid" zh "足额支付全部代偿的概率" }
    first_fund(unit) {
        en "fund in the first month, its contributions included, {unit}"
        zh "首月补偿金，含当月注资（{unit}）"
    }
    fund_of_scenario(fund, unit) { en "this scenario: {fund} {unit}" zh "本方案：{fund}{unit}" }

    recovered_to_date {
        en "Recovered so far of what fell due in the year to date"
        zh "年初至今到期贷款中已收回的比例"
    }
    recovered_and_required(rate) {
        en "Recovered so far of what fell due in the year to date (broken line: {rate}, asked by the rules)"
        zh "年初至今到期贷款中已收回的比例（虚线：规定回收率{rate}）"
    }

    falls_due_and_lent(unit) {
        en "Per month, {unit}: falls due (area: mean, light: 5–95% of replications) and is lent (line: mean)"
        zh "每月金额（{unit}）：到期（深色为均值，浅色为5%–95%分位区间）与发放（折线）"
    }
    unrecovered_at_year_end {
        en "Share of a year's dues that is not recovered by its end (median, half, nine tenths of replications)"
        zh "当年到期贷款年末仍未收回的比例（中位数、半数与九成模拟所在区间）"
    }
    little_due { en "little due" zh "到期很少" }

    gain_unit { en "yuan per head and year" zh "元/人·年" }
    nobody_borrows { en "no household borrows in this way" zh "无此类借款户" }
    /// Right of a group's name: its mean and the share of replications below zero, both with their intervals.
    mean_and_below_zero(mean, share) {
        en "mean {mean}; negative in {share}"
        zh "均值{mean}；为负的模拟占{share}"
    }

    gain_of_borrowers {
        en "Gain of borrowing households, yuan a head and year"
        zh "借款户人均增收（元/年）"
    }
    losing_share { en "Share of borrowing households that lose" zh "借款户中减收户的比例" }
    borrowing_share { en "Share of all households that borrow" zh "全部农户中借款户的比例" }
    tenths {
        en "tenths of households by income without the programme, poorest first"
        zh "按无项目时人均收入十等分，由低到高"
    }

    /// A party's losses: its name and the unit.
    share_of_replications(name, unit) {
        en "{name}, {unit}: share of replications"
        zh "{name}（{unit}）：模拟占比"
    }

    township_error(points) {
        en "Per cent of replications; 95% intervals within ±{points} points."
        zh "数字为模拟占比（%）；抽样误差不超过±{points}个百分点（95%区间）。"
    }

    self_directed_only { en "100% self-directed" zh "100%自主贷款" }
    pooled_only { en "100% pooled" zh "100%分贷统用统还" }
    fixed_only { en "100% fixed benefit" zh "100%固定受益" }
    gain_scale { en "gain, yuan a head and year" zh "人均增收（元/年）" }
    efficient { en "efficient" zh "有效" }
    undecided { en "undecided" zh "未能分辨" }
    not_lent { en "part of the plan not lent" zh "计划中未放出的部分" }
    survival { en "survival of the fund" zh "补偿金足额代偿概率" }
}
