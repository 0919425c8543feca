//! Inverse questions: what all of them say, and the measures.

words! {
    /// Why the fund here is not the needed fund of a story or a chart.
    other_definitions {
        en "this fund is that of the first month, its contributions included, with planned lending held; the chart of the fund's size shows the same fund with lending as it happened; `explain` shows what was needed beside all contributions, with lending as it happened"
        zh "此处为首月补偿金（含当月注资），并按计划放贷；补偿金规模图同为首月补偿金，但放贷按实际发生；explain所列为方案注资之外另需的数额，放贷按实际发生"
    }
    heading(question, title, start, end, count, seed, note) {
        en "{question}: {title}\n{start} to {end}, {count} replications, seed {seed}; {note}"
        zh "{question}：{title}\n{start}至{end}，模拟{count}次，种子{seed}；{note}"
    }
    footer(folder, csv, seconds) {
        en "Files in {folder} (what was looked at: {csv}); {seconds} s"
        zh "结果保存在{folder}（求解过程见{csv}）；用时{seconds}秒"
    }
    answer { en "Answer" zh "答案" }

    /// The names of measures as a person types them; the English ones are the keys of files as well.
    name_gain { en "gain" zh "增收" }
    name_recovery { en "recovery" zh "回收率" }
    name_lent { en "lent" zh "放贷" }
    name_households { en "households" zh "户数" }
    name_depletion { en "depletion" zh "耗尽" }
    name_budget { en "budget" zh "财政支出" }
    name_cost { en "cost" zh "公共成本" }
    name_failing { en "failing" zh "倒闭" }

    gain { en "income gain a head and year, yuan" zh "人均年增收（元）" }
    recovery { en "recovery rate" zh "贷款回收率" }
    lent { en "lent, of plan" zh "放贷占计划" }
    households { en "households that borrow" zh "借款户数" }
    depletion { en "fund runs dry" zh "补偿金耗尽概率" }
    budget { en "budget cost of the run" zh "全期财政支出" }
    cost { en "public cost of the run" zh "全期公共成本" }
    failing { en "failures per organisation" zh "组织倒闭率" }

    /// A condition.
    limit(label, sign, value) { en "{label} {sign} {value}" zh "{label}{sign}{value}" }
    /// A measure with what was found of it.
    measured(label, value, range) { en "{label} {value}{range}" zh "{label}{value}{range}" }
    /// An interval that follows an amount of money.
    after_money(range) { en " {range}" zh "{range}" }

    /// Headings of `solve.csv`.
    csv_satisfied { en "verdict" zh "是否满足" }
    csv_replications { en "replications" zh "模拟次数" }
}
