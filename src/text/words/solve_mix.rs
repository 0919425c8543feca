//! The best mix of modes under conditions.

words! {
    title { en "Best mix of modes" zh "最佳模式结构" }
    note {
        en "mixes are self-directed/pooled/fixed benefit in per cent; brackets are 95% intervals"
        zh "结构依次为自主/统还/固定受益（%）；方括号内为95%置信区间"
    }
    objective { en "Objective" zh "目标" }
    conditions { en "Conditions" zh "条件" }
    looked_at { en "Looked at" zh "搜索范围" }
    outreach_added {
        en "lent ≥ 95% of plan was added: without it the best is not to lend. Name lent or households to change it"
        zh "已自动加上“放贷不低于计划的95%”：否则不放贷就能赢。要改变它，请在条件中写明lent或households"
    }
    largest(label) { en "largest {label}" zh "{label}最大" }
    smallest(label) { en "smallest {label}" zh "{label}最小" }
    no_condition { en "none" zh "无" }
    surely_best(mix, value) {
        en "{mix} is the best: {value}; surely so at 95% confidence"
        zh "{mix}最佳：{value}；在95%置信度下可以确定"
    }
    best_by_estimate(mix, value) { en "{mix} is the best by estimate: {value}" zh "{mix}的估计值最佳：{value}" }
    best_but_tied(mix, value, tied) {
        en "{mix} is best by estimate, {value}, tied with {tied} at 95% confidence"
        zh "{mix}的估计值最佳：{value}，但在95%置信度下与{tied}不分高下"
    }
    not_surely_met {
        en "\nwhether it meets the conditions is not certain at this number of replications"
        zh "\n按目前的模拟次数，尚不能确定它满足条件"
    }
    perhaps_as_good(perhaps) {
        en "\nmay be as good, but break a condition by estimate: {perhaps}"
        zh "\n可能同样好、但按估计值不满足条件：{perhaps}"
    }
    more(n) { en "{n} more" zh "另外{n}个" }
    none_surely {
        en "no mix meets the conditions: each of those looked at surely breaks one"
        zh "没有哪种结构满足条件：所看的每一种都确定不满足其中之一"
    }
    none_by_estimate(perhaps) {
        en "no mix meets the conditions by estimate; not certain for {perhaps}"
        zh "按估计值没有哪种结构满足条件；尚不能排除：{perhaps}"
    }
    counts(all, step, simulated, failed, beaten) {
        en "{all} mixes down to steps of {step}%, {simulated} replications in all: {failed} surely break a condition, {beaten} are surely beaten by a mix that surely meets all"
        zh "{all}种结构，最小步长{step}%，共模拟{simulated}次：{failed}种确定不满足条件，{beaten}种确定不如某个确定满足条件的结构"
    }
    is_leader { en "best by estimate" zh "估计最佳" }
    is_tied { en "tied" zh "不分高下" }
    is_out { en "breaks a condition" zh "不满足条件" }
    is_out_by_estimate { en "breaks one by estimate" zh "估计不满足条件" }
    is_worse { en "worse" zh "较差" }
    head_mix { en "mix" zh "结构" }
    head_replications { en "replications" zh "模拟次数" }
    of_file(mix) { en "{mix} (file)" zh "{mix}（方案）" }
    file_is_answer { en "The file's own mix is the answer.\n" zh "方案现有结构即为答案。\n" }
    less_file(mix, file, label, gained) {
        en "{mix} less the file's {file}, paired: {label} {gained}\n"
        zh "{mix}与方案的{file}逐次相减：{label}为{gained}\n"
    }

    /// Headings of `solve.csv`.
    csv_self_directed { en "self_directed" zh "自主贷款" }
    csv_pooled { en "pooled" zh "分贷统用统还" }
    csv_fixed_benefit { en "fixed_benefit" zh "固定受益" }
    csv_satisfied { en "verdict" zh "是否满足条件" }
    csv_beaten_by { en "beaten by" zh "不如" }
}
