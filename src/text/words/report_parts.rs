//! The report: charts, tables, method, values, how to reproduce, and the words of its page.

words! {
    // --- page ---
    contents { en "Contents" zh "目录" }
    /// The language itself, on the switch.
    language { en "English" zh "中文" }
    mark { en "Simulation of county poverty-alleviation microcredit" zh "县域扶贫小额信贷模拟" }

    // --- charts ---
    section_charts { en "Charts" zh "图" }
    /// A chart of one of several scenarios.
    chart_of(title, name) { en "{title}: {name}" zh "{title}：{name}" }
    chart_caption(number, what) { en "Figure {number}. {what}" zh "图{number}　{what}" }
    chart_alternative(title, reading) { en "Chart: {title}. {reading}" zh "图：{title}。{reading}" }

    // --- tables ---
    section_groups { en "Who gains" zh "谁增收" }
    by_mode { en "By lending mode" zh "分贷款模式" }
    by_decile { en "By income without the programme, tenths of all households" zh "按无项目时的收入，全部农户十等分" }
    by_size { en "By household size" zh "分户人口" }
    by_township { en "By township" zh "分乡镇" }
    column_mode { en "Mode" zh "模式" }
    column_township { en "Township" zh "乡镇" }
    column_size { en "Household" zh "户人口" }
    column_decile { en "Tenth" zh "收入组" }
    column_borrow { en "Borrowing households" zh "借款户数" }
    column_gain { en "Gain a head and year" zh "人均年增收" }
    column_worse_off { en "Worse off" zh "减收户比例" }
    column_poor_without { en "Poor without" zh "无项目时贫困率" }
    column_poor_with { en "Poor with" zh "有项目时贫困率" }
    column_gain_share { en "Share of the gain" zh "占增收总额" }
    column_stopped { en "Lending stopped somewhere in it, worst year" zh "辖内有停贷的概率（最高的一年）" }
    mode_self_directed { en "self-directed" zh "自主贷款" }
    mode_pooled { en "pooled" zh "分贷统用统还" }
    mode_fixed_benefit { en "fixed benefit" zh "固定受益" }
    one_person { en "1 person" zh "1人户" }
    persons(n) { en "{n} persons" zh "{n}人户" }
    poorest_decile { en "1 (poorest)" zh "第1组（最低）" }
    richest_decile { en "10 (highest)" zh "第10组（最高）" }
    decile(n) { en "{n}" zh "第{n}组" }
    in_year(year, share) { en "{year}: {share}" zh "{year}年：{share}" }
    more_townships(all, shown, file) {
        en "The first {shown} of {all} townships; all of them in {file}."
        zh "共{all}个乡镇，列出前{shown}个；全部见{file}。"
    }
    groups_note(file) {
        en "Means over replications. Poor: persons of borrowing households below the poverty line at the end of their 36 months. Worse off: households that the programme leaves with less, debts subtracted. Groups do not move with the policy. All numbers: {file}."
        zh "各次模拟的平均。贫困率：借款户人口在36个月观察期末低于贫困线的比例。减收户：扣除剩余债务后因项目而收入减少的户。分组不随政策变动。全部数字见{file}。"
    }
    section_stress { en "Under stress" zh "压力情形" }
    tails_caption { en "The worst replications" zh "最差的模拟" }
    at_level(label, level) { en "{label}, {level}" zh "{label}，{level}" }
    column_var { en "Not exceeded with this probability (VaR)" zh "以此概率不超过（VaR）" }
    column_es { en "Mean of the replications beyond (ES)" zh "其余最差模拟的平均（ES）" }
    tails_note {
        en "A dash: too few replications in the tail to bound the number."
        zh "“–”表示尾部模拟次数太少，不足以给出区间。"
    }
    catastrophes(mean) {
        en "Catastrophes are part of this scenario: {mean} in a run on average. The numbers above contain them."
        zh "本方案含灾害：每次模拟平均{mean}次，以上数字均已计入。"
    }
    stress_how {
        en "The fund never ran dry, so there is no failure to analyse. To test a stress, change a few values in a scenario; to compare with a shipped one, use"
        zh "补偿金从未耗尽，没有可剖析的个案。压力情形是只改动几项取值的方案；与随附的压力方案比较，可用"
    }
    stress_why(count) {
        en "Why the fund ran dry in {count} replications, which figure warned first, and what a named stress would do, is told by (RUN is this folder)"
        zh "补偿金在{count}次模拟中为何耗尽、哪项指标最先预警、指定的压力情形有何影响，可用以下命令查看（RUN为本结果文件夹）"
    }

    // --- warnings and method ---
    section_warnings { en "Warnings" zh "注意事项" }
    no_warnings { en "None of the usual warnings applies." zh "没有需要特别提示的事项。" }
    section_method { en "Method in brief" zh "方法简述" }
    method_model {
        en "Model: households, organisations, the fund and the bank month by month; yields, prices, illness and failures of organisations are drawn; loans are lent, fall due, are repaid, claimed and collected by the scenario's rules."
        zh "模型：逐月模拟农户、经济组织、风险补偿金和银行；产量、价格、疾病和组织倒闭随机抽取；放贷、到期、还款、代偿和追偿按方案规则进行。"
    }
    method_replications(n) {
        en "The unit is the replication: {n} independent histories of the whole county. Everything is a mean or a share over them."
        zh "统计单位是一次模拟：全县{n}段相互独立的历程。各项数字均为其平均或占比。"
    }
    method_intervals(level) {
        en "Intervals are {level} confidence intervals of that mean or share (Student; Wilson for shares): they shrink with more replications. They hold for the model with these values, and do not contain the doubt about the values."
        zh "区间为上述平均或占比的{level}置信区间（t分布；占比用Wilson法），模拟次数越多越窄。区间只反映模型在给定取值下的抽样误差，不含取值本身的不确定。"
    }
    method_depletion {
        en "Fund depletion: the first month in which a valid claim cannot be paid in full, not a balance of zero."
        zh "风险补偿金耗尽：有效代偿申请首次不能足额支付的月份，而非余额为零。"
    }
    method_recovery {
        en "Recovery rate: principal recovered by the end of the year in which it fell due over the principal due. Compensation by the fund and renewal are no recovery."
        zh "贷款回收率：到期当年年末前收回的本金占到期本金之比。补偿金代偿和续贷展期都不算收回。"
    }
    method_gain {
        en "Income gain: what members of a borrowing household have a year with the programme less what the same household with the same luck would have had without it, per head; a debt left is subtracted."
        zh "人均增收：借款户成员有项目时的年收入，减去同一农户在同样境遇下没有项目时的年收入，按人平均；剩余债务予以扣除。"
    }
    method_cost {
        en "Public cost: fund used up (paid less recovered), interest and premium subsidy, transfers, reward, safeguards and bail-out."
        zh "公共成本：补偿金净支出（已付减收回）、贴息和保费补贴、转移支付、奖励、风控措施和救助支出。"
    }
    method_comparison {
        en "Comparison: every scenario meets the same luck, replication by replication; a verdict is given only if it stands at the confidence stated over all comparisons together (Holm)."
        zh "比较：各方案在每次模拟中面对同样的随机因素；只有在全部比较合并的置信度下成立，才给出结论（Holm校正）。"
    }
    method_efficiency {
        en "Efficient: against every other mix shown to be better in at least one of the numbers that count, of which one says who is reached. Dominated: by the estimates another mix is worse in none of them, and it is shown to be better in at least one. All such statements hold together at the confidence stated."
        zh "有效：与其他每一种比例相比，都至少有一项判断指标确认更优；判断指标必含覆盖面。被支配：另有一种比例，按估计值没有一项更差，且至少一项确认更优。以上判断合并的置信度为所列水平。"
    }
    method_lines(rare, likely) {
        en "The card calls a fund large enough if the whole interval of its probability to run dry is at or below {rare}, too small if it is at or above {likely}; where the interval holds a line, it says that it cannot be told."
        zh "决策卡的判定：耗尽概率的整个区间不高于{rare}为够用，不低于{likely}为明显不足；区间跨越标准时，说明尚不能判定。"
    }
    method_limits {
        en "A model is no forecast: it says what follows from the values below. Those graded as assumption were not observed."
        zh "模型不是预测：它只说明由下列取值推出的结果。标为“假设”的取值未经观测。"
    }

    // --- values ---
    section_parameters { en "Values, sources and grades" zh "参数、来源与等级" }
    parameters_note {
        en "Sources and notes stand as the scenario files write them. Grades: high (official text, statistics, regulator), medium (journal, press, the county's own report), low (inference), assumption (no source found). “Fitted”: chosen so that the model meets a target, and no evidence of its own."
        zh "来源和说明按方案文件原文照录。等级：高（官方文件、统计、监管），中（期刊、报道、县里自报），低（推断），假设（未找到来源）。“拟合”指为使模型符合某一目标而选定，本身不是证据。"
    }
    graded(values, high, medium, low, assumed, none, fitted) {
        en "{values} values: {high} high, {medium} medium, {low} low, {assumed} assumption, {none} without a grade. {fitted} of them were fitted. A value with several grades counts by its lowest."
        zh "共{values}项取值：高{high}项，中{medium}项，低{low}项，假设{assumed}项，未标等级{none}项；其中经拟合的{fitted}项。标有多个等级的按最低计。"
    }
    values_not_kept {
        en "The run folder does not keep the scenario's values, or this version of the program reads them differently."
        zh "结果文件夹未保存方案的取值，或本版本程序读出的取值不同。"
    }
    changed_caption(name) { en "What “{name}” changes" zh "“{name}”改动的取值" }
    nothing_changed { en "It has the same values." zh "取值相同。" }
    name_and_meaning(name, meaning) { en "{name}: {meaning}" zh "{name}：{meaning}" }
    set_instead(here, before, there) { en "{here}, instead of {before} ({there})" zh "{here}，取代{before}（{there}）" }
    fitted { en "fitted" zh "拟合" }
    column_value { en "Parameter" zh "参数" }
    column_is { en "Value" zh "取值" }
    column_unit { en "Unit" zh "单位" }
    column_set_by { en "Set by" zh "由谁设定" }
    column_source { en "Source and note" zh "来源与说明" }
    column_grade { en "Grade" zh "等级" }

    // --- how to reproduce ---
    section_reproduce { en "How to reproduce" zh "如何复现" }
    reproduce_how {
        en "The folder of the run (RUN) keeps all that it was simulated from; the command as typed stands in manifest.json. The same version gives the same bytes on any machine; use"
        zh "结果文件夹（RUN）保存了模拟所用的全部输入；当时输入的命令见manifest.json。同一版本在任何机器上可得到逐字节相同的结果："
    }
    verify_how {
        en "To check that the books close and the files are unchanged, use"
        zh "账目是否平衡、文件是否被改动，可用以下命令核对："
    }
    facts_caption { en "The run" zh "本次运行" }
    column_fact { en "Fact" zh "事项" }
    fact_version { en "Program" zh "程序" }
    fact_seed { en "Seed" zh "种子" }
    fact_replications { en "Replications" zh "模拟次数" }
    fact_run { en "Digest of the run (summary.json, SHA-256)" zh "运行摘要（summary.json，SHA-256）" }
    fact_lock_file { en "Digest of the dependencies (Cargo.lock, SHA-256)" zh "依赖版本摘要（Cargo.lock，SHA-256）" }
    fact_scenario(name) { en "Digest of scenario {name} (SHA-256)" zh "方案{name}的摘要（SHA-256）" }
}
