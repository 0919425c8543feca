//! Why an inverse question cannot be asked.

words! {
    /// A measure in a list: what is typed, and what it is.
    measure(name, label) { en "{name} ({label})" zh "{name}（{label}）" }
    no_measure(typed, names) {
        en "`{typed}` is no condition on a measure: write such as depletion<=0.01 or lent>=95%, several separated by commas. Measures: {names}"
        zh "“{typed}”不是对指标的条件：应写成depletion<=0.01、lent>=95%这样，多个条件用逗号分开。指标有：{names}"
    }
    horizon(asked, months) {
        en "--horizon {asked}: the file runs for {months} months. Give at most that, or let the file run longer with --set run.months={asked} (years that have no plan yet must then be given)"
        zh "--horizon {asked}：方案文件只模拟{months}个月。请不要超过它，或用--set run.months={asked}延长模拟（届时须补上新增年份的计划等数值）"
    }
    one_file { en "a question is solved for one scenario: give one file" zh "一次只对一个方案求解：请只给一个文件" }
    one_mix { en "a question is solved for one mix: give --mix once" zh "一次只对一种结构求解：--mix请只写一次" }
    mix_given { en "the mix is what is looked for: leave --mix out" zh "结构正是要求解的内容：请去掉--mix" }
    not_taken(key, value, found) {
        en "{key} was set to {value}, but in some month of the run it is {found}: the file changes it at a date. Take that change out of [policy.changes] first, so that one value holds"
        zh "已将{key}设为{value}，但模拟期内某些月份为{found}：方案文件对它另有变动。请先从[policy.changes]中去掉该变动，使全期只有一个值"
    }
    no_range {
        en "the file pays nothing into the fund in the first month: say where to look, such as --range 5m..40m"
        zh "方案首月没有注资：请用--range指定求解范围，如`--range 500万..4000万`"
    }

    /// An option that does not say what it should.
    option(option, typed, allowed) { en "{option} {typed}: write {allowed}" zh "{option} {typed}：应写{allowed}" }
    survive { en "a probability from 0.5 to below 1, such as 0.99 or 99%" zh "0.5至1（不含）之间的概率，如0.99或99%" }
    lent_min { en "a share of the plan from 0 to 1, such as 0.95 or 95%" zh "占计划的比例，0至1，如0.95或95%" }
    failing { en "a share of organisations from 0 to 1, such as 0.1" zh "组织倒闭率，0至1，如0.1" }
    range {
        en "two numbers, the smaller first, such as 2..20 or 5m..40m"
        zh "由小到大的两个数，如2..20或`500万..4000万`"
    }
    finest { en "0.1, 0.05 or 0.025: the finest step of the shares" zh "0.1、0.05或0.025，即比例的最小步长" }
    objective { en "the name of a measure, such as gain" zh "指标名，如gain（增收）" }
    another_value { en "another value" zh "其他值" }

    no_structural_organisation {
        en "in this file no pooled organisation's failure depends on what it pays out: it is drawn by season or at maturity, so no pay-out could change it. Give organisations failure = \"structural\" with an equity_share, as scenarios/payout-10.toml does"
        zh "本方案中没有哪家统贷组织的倒闭取决于分红：倒闭是按年份或到期抽取的，分红多少都不会改变它。请让组织按自身现金流倒闭（failure = \"structural\"，并写明equity_share），如scenarios/payout-10.toml"
    }
    no_structural_company {
        en "in this file the development company's failure does not depend on what it pays out: it is drawn by season. Give [world.company] failure = \"structural\" with an equity_share"
        zh "本方案中开发公司的倒闭不取决于分红，而是按年份抽取。请在[world.company]中写failure = \"structural\"和equity_share"
    }
    mode_not_lent {
        en "nothing is lent in that mode (its share in policy.lending.mix is 0): its pay-out changes nothing"
        zh "该模式没有放贷（policy.lending.mix中比例为0）：其分红不起作用"
    }
    lending_held {
        en "the file holds planned lending (planned_lending_held = true): a leverage cap would not bind. Take the key out"
        zh "方案按计划放贷（planned_lending_held = true），杠杆上限不起作用。请去掉这个键"
    }
}
