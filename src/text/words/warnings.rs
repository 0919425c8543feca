//! The warnings under an answer.

words! {
    /// Fewer replications than intervals need.
    few_replications(all) {
        en "only {all} replications: the intervals say little"
        zh "只模拟了{all}次：区间意义不大"
    }
    short_run(months) {
        en "a run of {months} months cuts the 36 months over which a household's gain is followed: read the gains with care"
        zh "模拟期只有{months}个月，农户增收的36个月观察期被截短：人均增收须谨慎解读"
    }
    few_depletions(count, all) {
        en "the fund ran dry in {count} of {all} replications: too few to say when; more replications narrow the interval"
        zh "{all}次模拟中补偿金只耗尽{count}次：不足以判断何时耗尽；增加模拟次数可收窄区间"
    }
    /// Not one depletion: what that says of the probability, by the upper end of its interval.
    never_dry(all, upper) {
        en "the fund did not run dry in any of {all} replications: its probability is below {upper} at 95%"
        zh "{all}次模拟中补偿金从未耗尽：按95%置信水平，耗尽概率低于{upper}"
    }
    cap_bound(part) {
        en "the leverage cap held back lending in {part} of months"
        zh "杠杆上限在{part}的月份里限制了放款"
    }
    cap_of_bound(leverage, part) {
        en "the leverage cap of {leverage} times held back lending in {part} of months"
        zh "{leverage}倍的杠杆上限在{part}的月份里限制了放款"
    }
    short_of_plan(part) {
        en "{part} of the plan was lent"
        zh "只放出计划的{part}"
    }
    short_of_plan_by(part, counts) {
        en "{part} of the plan was lent; households without a loan, by what stopped them: {counts}"
        zh "只放出计划的{part}；未贷款的户数及原因：{counts}"
    }
    /// One of the counts of [`short_of_plan_by`].
    stopped(reason, count) { en "{reason} {count}" zh "{reason}{count}户" }
    stopped_no_credit_line { en "no credit line" zh "无授信" }
    stopped_no_demand { en "no wish to borrow" zh "不愿贷款" }
    stopped_mode { en "mode not offered" zh "无适合的贷款模式" }
    stopped_suspended { en "township or village suspended" zh "所在乡镇或村被熔断" }
    stopped_plan { en "their mode's and township's plan used up" zh "所属模式和乡镇的计划用完" }
    stopped_cap { en "leverage cap" zh "杠杆上限" }
    stopped_screening { en "not passed" zh "审查未通过" }
    stopped_exposure { en "limit for an organisation" zh "单个组织上限" }
    /// Which scenarios [`households_run_out`] is about.
    every_scenario { en "every scenario here" zh "此处所有方案" }
    and_more(names, more) { en "{names} and {more} more" zh "{names}等（另有{more}个）" }
    households_run_out(which) {
        en "in {which} the households that fit a mode run out before its share of the plan is lent: mixes then hardly differ, whatever shares they name (placement is “eligible”). --set policy.lending.placement=open lets any household be placed in any mode"
        zh "{which}：适合某一模式的农户用完之后，该模式仍未放足计划份额；此时无论比例怎样定，各方案都相差不大（placement为“eligible”）。加--set policy.lending.placement=open，则任何农户都可安排到任一模式"
    }
    /// Renewals keep loans out of overdue and non-performing principal.
    renewed(sum) {
        en "on average {sum} fell due and was renewed or extended: the recovery rate counts it as not recovered, overdue and non-performing principal do not show it"
        zh "平均有{sum}到期后续贷或展期：回收率按未收回计，逾期和不良中看不到"
    }
    /// Bail-outs are paid by the budget, apart from the fund.
    bailed_out(sum, all) {
        en "on average the budget paid banks {sum} for failed organisations, apart from the fund; every failure together would have cost {all}"
        zh "财政平均为倒闭组织向银行代还{sum}，不经补偿金；若全部救助需{all}"
    }

}
