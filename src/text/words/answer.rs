//! The answer of a run: the three numbers, reach, cost, gains or losses.

words! {
    files_and_time(folder, kept, seconds, rate) {
        en "Files in {folder}{kept}; {seconds} s, {rate} replications a second"
        zh "结果保存在{folder}{kept}；用时{seconds}秒，每秒{rate}次模拟"
    }
    /// Which of the files to open first.
    to_read(names) { en " (to read: {names})" zh "（请看{names}）" }
    period(start, end, count, seed) {
        en "{start} to {end}, {count} replications, seed {seed}; brackets are 95% intervals"
        zh "{start}至{end}，模拟{count}次，种子{seed}；方括号内为95%置信区间"
    }
    fund { en "Risk fund" zh "风险补偿金" }
    recovery_rate { en "Recovery rate" zh "贷款回收率" }
    reach { en "Reach" zh "覆盖面" }
    public_cost { en "Public cost" zh "公共成本" }
    no_part_of_claims { en "none: it has no part of any claim" zh "无：任何代偿都不由补偿金承担" }
    month_of_depletion(month, range) { en "; median month when it does: {month}{range}" zh "；耗尽时的中位月份{month}{range}" }
    never_depleted { en "; it never did" zh "；没有一次耗尽" }
    depletion(end, probability, when) {
        en "runs dry by {end} with probability {probability}{when}"
        zh "到{end}耗尽的概率{probability}{when}"
    }
    recovery(mean, range, last) {
        en "mean {mean}; 5–95% of replications {range}\nby the end of the run {last}"
        zh "平均{mean}；5%–95%分位{range}\n到期末累计收回{last}"
    }
    borrowers_and_lent(households, persons, lent, part) {
        en "{households} households with {persons} persons borrow; lent {lent}, {part} of plan"
        zh "借款{households}户、{persons}人；放款{lent}，为计划的{part}"
    }
    cost_of_gain(total, ratio, cost, gain) {
        en "{total}; {ratio} yuan (all loans of the run) per yuan of gain (a household's first 36 months); handed out directly it is {cost} yuan a person, against a gain of {gain} a person over 36 months"
        zh "全期{total}；农户前36个月每增收1元，公共成本为{ratio}元（按全期贷款计）；同样的钱直接发放，按人口平均{cost}元，而贷款带来的增收36个月合计{gain}元"
    }
    in_a_run { en "In a run" zh "每次模拟" }
    mean { en "mean" zh "平均" }
    interval { en "95% interval" zh "95%区间" }
    range { en "5–95% of replications" zh "5%–95%分位" }
    gain { en "Income gain, yuan a head and year" zh "人均增收（元/年，按户平均）" }
    over_assisted(year, persons) {
        en "loans of {year} over {persons} assisted persons"
        zh "{year}年贷款，按受助{persons}人平均"
    }
    in_unit(label, unit) { en "{label} ({unit})" zh "{label}（{unit}）" }
    gain_of_all { en "all borrowing households" zh "全部借款户" }
    gain_of_self_directed { en "  self-directed" zh "  自主贷款" }
    gain_of_pooled { en "  pooled" zh "  分贷统用统还" }
    gain_of_fixed_benefit { en "  fixed benefit" zh "  固定受益" }
    of_it_payout { en "of it contractual pay-out" zh "其中：合同约定分红" }
    of_it_organisations { en "of it wages, rent, dividends" zh "其中：工资、租金和利润分红" }
    of_it_production { en "of it production, losses and debts" zh "其中：生产收益与亏损、债务" }
}
