//! The map of mixes.

words! {
    title(scenario) { en "Mixes of modes: {scenario}" zh "模式比例图：{scenario}" }
    facts(start, end, mixes, n, seed) {
        en "{start} to {end}, {mixes} mixes on the same luck, {n} replications each, seed {seed}; brackets and ± are 95% intervals"
        zh "{start}至{end}，{mixes}种比例所遇随机因素相同，各模拟{n}次，种子{seed}；方括号内及±为95%置信区间"
    }
    axes(metrics) { en "efficient or not by: {metrics}" zh "判断有效与否的指标：{metrics}" }
    triangle {
        en "in each row: all the rest self-directed at the left, all pooled at the right"
        zh "每行：最左其余全为自主贷款，最右其余全为分贷统用统还"
    }
    signs {
        en "E efficient, ? cannot be told, . dominated, [ ] today's mix"
        zh "E：有效；?：未能分辨；.：被支配；[ ]：现行比例"
    }
    signs_beside(mix) {
        en "E efficient, ? cannot be told, . dominated; today's mix {mix} lies beside the grid: first row below"
        zh "E：有效；?：未能分辨；.：被支配；现行比例{mix}不在格点上，见下表首行"
    }
    head_shares { en "self/pooled/\nfixed, %" zh "自主/统还/\n固定（%）" }
    head_gain { en "gain,\nyuan a head" zh "人均增收\n（元）" }
    head_depleted { en "fund runs\ndry, %" zh "补偿金\n耗尽（%）" }
    head_recovery { en "recovery,\n%" zh "回收率\n（%）" }
    head_budget { en "budget cost,\nmillion yuan" zh "财政支出\n（万元）" }
    head_households { en "households\nserved" zh "借款\n户数" }
    head_lent { en "lent, %\nof plan" zh "放款占\n计划（%）" }
    more(hidden) { en "and {hidden} more in map.csv" zh "另有{hidden}种见map.csv" }
    judged(legend) {
        en "signs beside numbers compare with today's mix, all mixes and metrics judged together at 95% (Holm): {legend}"
        zh "数字旁的记号为与现行比例相比，全部比例和指标一并校正（Holm，整体95%）：{legend}"
    }
    short(short, all, part) {
        en "{short} of {all} mixes lend less than {part} of the plan: read their other numbers with the households served"
        zh "{all}种比例中有{short}种放款不足计划的{part}：其余数字须与借款户数一并看"
    }
    short_and_run_out(short, all, part) {
        en "{short} of {all} mixes lend less than {part} of the plan: read their other numbers with the households served. Households that fit a mode run out, and mixes then hardly differ: --set policy.lending.placement=open lets anyone be placed"
        zh "{all}种比例中有{short}种放款不足计划的{part}：其余数字须与借款户数一并看。适合某一模式的农户有限，用完之后各种比例相差不大：加--set policy.lending.placement=open则任何农户都可安排"
    }
    all_short(part) {
        en "All mixes lend less than {part} of the plan: read their other numbers with the households served"
        zh "全部比例放款都不足计划的{part}：其余数字须与借款户数一并看"
    }
    all_short_and_run_out(part) {
        en "All mixes lend less than {part} of the plan: read their other numbers with the households served. Households that fit a mode run out, and mixes then hardly differ: --set policy.lending.placement=open lets anyone be placed"
        zh "全部比例放款都不足计划的{part}：其余数字须与借款户数一并看。适合某一模式的农户有限，用完之后各种比例相差不大：加--set policy.lending.placement=open则任何农户都可安排"
    }
    footer(folder, kept, seconds) {
        en "Files in {folder}{kept}, every mix and metric in map.csv; {seconds} s"
        zh "结果保存在{folder}{kept}，全部比例和指标见map.csv；用时{seconds}秒"
    }
}
