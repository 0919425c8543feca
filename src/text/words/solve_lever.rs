//! One lever moved as far as it goes: the fund where lending reacts, the leverage, the pay-out.

words! {
    fund_title { en "Smallest risk fund, lending reacting to it" zh "最小风险补偿金（放贷随余额变动）" }
    fund_column { en "fund, yuan" zh "首月补偿金" }
    leverage_title { en "Largest leverage" zh "最大杠杆倍数" }
    leverage_column { en "leverage" zh "杠杆倍数" }
    times(value) { en "{value} times" zh "{value}倍" }
    payout_title { en "Largest guaranteed pay-out" zh "最高约定分红" }
    payout_column { en "pay-out a year" zh "每年分红" }

    note { en "brackets and ± are 95% intervals" zh "方括号内和±为95%置信区间" }
    condition { en "Condition" zh "条件" }
    the_file { en "The file" zh "方案现值" }
    none_between(low, high, easiest, broken) {
        en "none between {low} and {high}: not even {easiest} meets the condition by estimate{broken}"
        zh "{low}至{high}之间没有解：即使{easiest}也达不到条件{broken}"
    }
    broken(conditions) { en ": {conditions}" zh "：{conditions}" }
    surely_and_surely_not(surely, fails) {
        en "[surely at {surely}, surely no more at {fails}]"
        zh "〔{surely}时确定满足，{fails}时确定不满足〕"
    }
    surely(surely) { en "[surely at {surely}]" zh "〔{surely}时确定满足〕" }
    surely_not(fails) {
        en "[by estimate only: at no value surely; surely not at {fails}]"
        zh "〔仅为估计值：没有哪个值能确定满足；{fails}时确定不满足〕"
    }
    by_estimate {
        en "[by estimate only: more replications are needed to be sure of any value]"
        zh "〔仅为估计值：要确定满足，需增加模拟次数〕"
    }
    nothing_changes(from) { en "; from {from} on nothing changes any more" zh "；从{from}起不再有任何变化" }
    whole_range(low, high, sure, from) {
        en "the condition is met by estimate at every value from {low} to {high} {sure}{from}: --range looks farther"
        zh "{low}至{high}之间的值都满足条件（估计值）{sure}{from}：可用--range扩大范围"
    }
    value(value, sure) { en "{value} {sure}" zh "{value}{sure}" }
    head_gain_less { en "gain less the file's" zh "增收较方案" }
    comes_back {
        en "beyond a value that breaks the condition it is met again: those values are no answer (estimates waver, and what is not lent cannot be lost)"
        zh "越过不满足条件的值之后又有满足的值：那些值不算答案（估计值会波动，不放贷也自然没有损失）"
    }
    none_surely_safe(needed) {
        en "no value is surely safe at this number of replications: it takes at least {needed} without a single depletion, several times as many with some"
        zh "按目前的模拟次数，没有哪个值能确认安全：即使一次都不耗尽也至少要模拟{needed}次，若有耗尽则需数倍于此"
    }
    /// Heading of `solve.csv`.
    csv_gain_less { en "gain less file's" zh "增收较方案（元）" }
}
