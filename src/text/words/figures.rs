//! Figures: titles, how they are read, captions, notes, and the headings of their tables.

words! {
    fund_balance { en "Balance of the risk compensation fund" zh "风险补偿金余额" }
    fund_balance_read {
        en "The bands hold half and nine tenths of the simulated paths, the line is the median; below, the probability that the fund has run dry."
        zh "深色带和浅色带分别含半数和九成模拟路径，实线为中位数；下图为补偿金截至当月已耗尽的概率。"
    }
    depletion_month { en "When the risk compensation fund runs dry" zh "风险补偿金何时耗尽" }
    depletion_month_read {
        en "A fund runs dry in the first month in which a valid claim cannot be paid in full, not when its balance is zero."
        zh "耗尽指有效代偿申请首次不能足额支付的月份，而非余额为零。"
    }
    recovery_rate { en "Recovery rate, year to date" zh "年初至今贷款回收率" }
    recovery_rate_read {
        en "The bands hold half and nine tenths of the replications, the line is the median. Each January begins anew; compensation by the fund is no recovery."
        zh "深色带和浅色带分别含半数和九成模拟，实线为中位数。每年1月重新起算；风险补偿金代偿不算收回。"
    }
    gain_by_mode { en "Income gain per head by lending mode" zh "各贷款模式人均增收" }
    gain_by_mode_read {
        en "How the county's mean spreads over replications: area, and below it nine tenths, half and the median. Left of zero the households lose on average."
        zh "全县平均值在各次模拟中的分布：面积图下方依次为九成区间、半数区间和中位数。零点左侧为户均受损的模拟。"
    }
    gain_by_decile {
        en "Who gains, who loses: by income without the programme"
        zh "谁增收、谁减收：按无项目时的收入分组"
    }
    gain_by_decile_read {
        en "Means over replications with 95% intervals. A household stays in its tenth, whatever the programme does to its income."
        zh "各次模拟的平均值及其95%区间。农户所在组按无项目时的收入确定，不随项目变动。"
    }
    losses { en "Losses of fund and bank over the whole run" zh "风险补偿金和银行在整个模拟期的损失" }
    losses_read {
        en "VaR 95%: the loss that 95% of replications do not exceed. ES 95%: the mean of the worst 5%. Lines are 95% intervals."
        zh "VaR 95%：95%的模拟不超过的损失；ES 95%：最差5%模拟的平均损失。横线为95%区间。"
    }
    fund_size { en "How large a fund pays every claim" zh "多大的风险补偿金足以支付全部代偿" }
    fund_size_read {
        en "Share of replications that a fund of this size survives, with lending as it happened; band and lines are 95% intervals."
        zh "在放贷情况不变时，该规模的补偿金足以支付全部代偿的模拟占比；色带和横线为95%区间。"
    }
    maturity_wall { en "The repayment wall: what is lent and what falls due" zh "还款高峰：放贷与到期" }
    maturity_wall_read {
        en "Above, month by month; below, how much of each year's dues is still unpaid when the year ends. Numbers are medians; a few replications lie far above."
        zh "上图逐月列示放贷与到期金额；下图为各年到期贷款年末未收回的比例，数字为中位数，少数模拟远高于此。"
    }
    township_suspension {
        en "Probability that lending stops somewhere in a township"
        zh "各乡镇辖内有停贷（熔断）的概率"
    }
    township_suspension_read {
        en "A year counts if lending stopped for a month or more in the township, in any of its villages or in the whole county; one stopped village is not a stopped township."
        zh "该乡镇、其任一村或全县当年停贷一个月及以上即计入；按村熔断时，一村停贷不等于全乡镇停贷。"
    }
    comparison { en "What each scenario changes" zh "各方案带来的变化" }
    comparison_read {
        en "Differences from the baseline over the same replications, with 95% intervals. Disc: better; diamond: worse; square: different; ring: not to be told from no difference, all judged together; dash: not comparable."
        zh "与基准方案逐次配对的差值及其95%区间。圆点：更好；菱形：更差；方块：有差别；圆圈：各项一并判断时与无差别分不清；横线：无从比较。"
    }
    lever_search { en "What each value of the lever comes to" zh "各取值的结果" }
    lever_search_read {
        en "Every value that the search looked at, over the same luck, with 95% intervals. Disc: the condition is surely met; ring: by estimate; diamond: not met; broken line: what is asked."
        zh "求解中试过的全部取值（共用同一组随机数）及其95%区间。圆点：确定满足条件；圆圈：按估计值满足；菱形：不满足；虚线：要求的界限。"
    }
    mix_map { en "Every mix of the three lending modes" zh "三种贷款模式的各种比例" }
    mix_map_read {
        en "Each cell is a simulated mix, coloured as far as the plan is lent; numbers along an edge rise towards their corner. Efficient: against every other mix shown to be better in at least one number that counts. Thin lines: 95% intervals of the contours."
        zh "每格为一种经模拟的比例，着色面积为计划中放出的部分；各边刻度向其所属的顶点递增。有效：与其他每一种比例相比，都至少有一项判断指标确认更优。细线为等值线的95%区间。"
    }

    /// Under every chart: what it is of, replications, seed, digest of the run.
    caption(of, replications, seed, digest) {
        en "{of}; {replications} replications; seed {seed}; run {digest}"
        zh "{of}；模拟{replications}次；种子{seed}；运行摘要{digest}"
    }
    /// A scenario without a title.
    scenario(name) { en "Scenario {name}" zh "方案{name}" }
    scenario_titled(name, title) { en "Scenario {name} ({title})" zh "方案{name}（{title}）" }
    scenarios(n, baseline) { en "{n} scenarios, baseline {baseline}" zh "{n}个方案，基准方案{baseline}" }
    /// A scenario's title with what was set over its file.
    title_with(title, set) { en "{title} ({set})" zh "{title}（{set}）" }
    scenario_mixes(name, n) { en "Scenario {name}, {n} mixes" zh "方案{name}，{n}种比例" }
    baseline(title) { en "Baseline: {title}." zh "基准方案：{title}。" }
    worst_townships(all, shown) {
        en "Of {all} townships the {shown} with the largest probability are shown."
        zh "共{all}个乡镇，列出概率最高的{shown}个。"
    }

    years_not_shown(years, part) {
        en "Not drawn: {years}, with less than {part} of all dues."
        zh "未绘{years}年：当年到期额不足全期的{part}。"
    }
    /// Between years.
    and { en ", " zh "、" }

    search_depletion { en "Probability that the fund runs dry" zh "补偿金耗尽概率" }
    search_lent { en "Lent, share of the plan" zh "放贷占计划的比例" }
    search_gain { en "Income gain of borrowers, yuan a head and year" zh "借款户人均增收（元/年）" }
    search_failing { en "Failures per organisation over the run" zh "全期组织倒闭率" }
    search_recovery { en "Recovery rate" zh "贷款回收率" }
    search_file(value) { en "this scenario {value}" zh "方案现值{value}" }
    search_answer(value) { en "answer {value}" zh "答案{value}" }
    search_both(value) { en "answer and this scenario {value}" zh "答案即方案现值{value}" }
    lever_leverage { en "leverage cap, times the fund" zh "杠杆上限（补偿金的倍数）" }
    lever_payout { en "guaranteed pay-out, share of the credit a year" zh "约定分红（每年占贷款的比例）" }
    lever_fund(unit) { en "fund in the first month, {unit}" zh "首月补偿金（{unit}）" }

    measure_depleted { en "Fund runs dry" zh "补偿金耗尽概率" }
    measure_recovery { en "Recovery rate" zh "贷款回收率" }
    measure_gain { en "Gain per head" zh "人均增收" }
    measure_lent { en "Lent" zh "放款额" }
    measure_public_cost { en "Public cost" zh "公共成本" }
    measure_bank { en "Borne by the bank" zh "银行承担的损失" }
    paid_by_fund { en "Paid by the fund" zh "风险补偿金代偿" }
    percentage_points { en "percentage points" zh "百分点" }
    yuan_a_year { en "yuan a year" zh "元/年" }
    all_borrowers { en "all borrowers" zh "全部借款户" }
    self_directed { en "self-directed" zh "自主贷款" }
    pooled { en "pooled" zh "分贷统用统还" }
    fixed_benefit { en "fixed benefit" zh "固定受益" }
}
