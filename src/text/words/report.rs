//! The report: decision card, findings, comparison. The rest stands in `report_parts`.

pub(crate) use super::report_parts::*;

words! {
    // --- head ---
    about(others, start, end, replications, seed) {
        en "{start} to {end}{others}; {replications} replications, seed {seed}"
        zh "{start}至{end}{others}；模拟{replications}次，种子{seed}"
    }
    and_another { en "; baseline beside another scenario" zh "；以此为基准，另有1个方案" }
    and_others(others) { en "; baseline beside {others} other scenarios" zh "；以此为基准，另有{others}个方案" }
    stopped(done, asked) {
        en "The run was stopped: {done} of {asked} replications. The numbers hold for those; intervals are wider."
        zh "本次模拟中途停止：只完成{asked}次中的{done}次。各项数字以此为准，区间相应较宽。"
    }
    few(done) {
        en "Only {done} replications: enough to see that the scenario runs, too few to decide anything."
        zh "只模拟了{done}次：足以检验方案能否运行，不足以作任何决定。"
    }
    laboratory {
        en "A laboratory scenario: households are not followed, so that there is no income gain; it serves to check the program against known results."
        zh "实验方案：不跟踪农户，因此没有人均增收；用于与已知结果对照检验程序。"
    }
    solved(file) {
        en "This run was made to answer an inverse question; its answer stands in {file}."
        zh "本次运行用于回答反解问题，答案见{file}。"
    }
    footer(version, digest) { en "lendmix {version}; run {digest}" zh "lendmix {version}；运行摘要{digest}" }

    // --- decision card ---
    card { en "Decision card" zh "决策卡" }
    card_question { en "Question" zh "问题" }
    card_expected { en "Expected before the run" zh "运行前的预期" }
    card_reading { en "Recommended reading" zh "建议解读" }
    card_numbers { en "Three numbers" zh "三个数字" }
    card_numbers_of_baseline { en "Three numbers (baseline)" zh "三个数字（基准方案）" }
    card_numbers_of_today { en "Three numbers (today's mix)" zh "三个数字（现行比例）" }
    card_cost { en "What it costs the budget" zh "财政代价" }
    card_cost_of_baseline { en "What it costs the budget (baseline)" zh "财政代价（基准方案）" }
    card_cost_of_today { en "What it costs the budget (today's mix)" zh "财政代价（现行比例）" }
    card_assumptions { en "Three assumptions that could change the answer" zh "可能改变结论的三项假设" }
    card_intervals(level) { en "Brackets are {level} confidence intervals." zh "方括号内为{level}置信区间。" }
    read_nothing(done) {
        en "With {done} replications nothing can be recommended. Run at least 30, better 1,000."
        zh "只模拟{done}次，不能给出建议。至少应模拟30次，最好1,000次。"
    }
    fund_none {
        en "No fund has a part in any claim: whether a fund is large enough is not the question here."
        zh "任何代偿都不由补偿金承担：本方案不涉及补偿金是否够用。"
    }
    fund_holds(probability, line) {
        en "The risk compensation fund is large enough: it runs dry with probability {probability}, not above {line} (a line of this program, not of policy)."
        zh "风险补偿金够用：耗尽的概率为{probability}，不高于{line}（本程序的判定线，非政策规定）。"
    }
    fund_unsure(probability, line) {
        en "Whether the risk compensation fund is large enough cannot be told yet: the probability that it runs dry is {probability}, which may be above or below {line} (a line of this program, not of policy); more replications would tell."
        zh "风险补偿金是否够用尚不能判定：耗尽的概率为{probability}，可能高于也可能低于{line}（本程序的判定线，非政策规定）；增加模拟次数可以判明。"
    }
    fund_risky(probability, line) {
        en "The risk compensation fund is not large enough: it runs dry with probability {probability}, above {line} (a line of this program, not of policy)."
        zh "风险补偿金不够用：耗尽的概率为{probability}，高于{line}（本程序的判定线，非政策规定）。"
    }
    fund_fails(probability) {
        en "The risk compensation fund is too small: it runs dry more often than not, with probability {probability}."
        zh "风险补偿金明显不足：多半会耗尽，概率为{probability}。"
    }
    sentence_of(parts) { en "{parts}." zh "{parts}。" }
    recovery_is(rate) { en "Of the loans that fall due {rate} come back within the year on average (all years pooled)" zh "到期贷款当年平均收回{rate}（各年合并）" }
    recovery_below(rate, line) {
        en "Of the loans that fall due {rate} come back within the year on average (all years pooled), less than the {line} at which the reward is paid"
        zh "到期贷款当年平均收回{rate}（各年合并），低于发放奖励所要求的{line}"
    }
    recovery_above(rate, line) {
        en "Of the loans that fall due {rate} come back within the year on average (all years pooled), more than the {line} at which the reward is paid"
        zh "到期贷款当年平均收回{rate}（各年合并），高于发放奖励所要求的{line}"
    }
    recovery_unsure(rate, line) {
        en "Of the loans that fall due {rate} come back within the year on average (all years pooled), which cannot be told from the {line} at which the reward is paid"
        zh "到期贷款当年平均收回{rate}（各年合并），与发放奖励所要求的{line}分不出高低"
    }
    gain_is(gain) {
        en "borrowing households gain {gain} a head and year (mean over households)"
        zh "借款户人均年增收{gain}（按户平均）"
    }
    gain_is_loss(gain) {
        en "borrowing households lose on average: {gain} a head and year"
        zh "借款户平均减收：人均每年{gain}（按户平均）"
    }
    gain_unsure(gain) {
        en "a gain of borrowing households cannot be told from none: {gain} a head and year"
        zh "借款户是否增收分不出来：人均每年{gain}"
    }
    compare_gains(names, base) {
        en "Against “{base}”, shown to be better in at least one headline number and to be worse in none: {names}."
        zh "与“{base}”相比，{names}至少一项主要指标确认更优，没有一项确认更差。"
    }
    compare_not_among {
        en "These are not compared with one another."
        zh "这些方案彼此之间未作比较。"
    }
    compare_none(base) {
        en "No scenario is shown to be better than “{base}” without being worse in something."
        zh "没有方案在不变差的前提下确认优于“{base}”。"
    }
    compare_trade(name, better, worse) {
        en "“{name}” is better in {better} and worse in {worse}"
        zh "“{name}”在{better}上更优，在{worse}上更差"
    }
    compare_are_trades(parts) {
        en "Something is lost for what is gained: {parts}."
        zh "有得有失：{parts}。"
    }
    compare_trades(names) {
        en "Better in some headline numbers and worse in others: {names}."
        zh "有得有失：{names}。"
    }
    compare_losses(names) {
        en "Better in none and worse in at least one: {names}."
        zh "没有一项更优、至少一项更差：{names}。"
    }
    compare_rest(n) {
        en "Neither better nor worse as far as can be told: {n}."
        zh "优劣均未能确认：{n}个。"
    }
    compare_fund_open {
        en "Whether the fund runs dry more or less often cannot be told."
        zh "补偿金耗尽的概率是否变化，尚不能确认。"
    }
    compare_fund_open_in(n) {
        en "For {n} of the scenarios it cannot be told whether the fund runs dry more or less often."
        zh "其中{n}个方案补偿金耗尽的概率是否变化，尚不能确认。"
    }
    compare_risky(names, line) {
        en "The fund runs dry with a probability above {line}: {names}."
        zh "补偿金耗尽的概率高于{line}：{names}。"
    }
    compare_risky_in(n, line) {
        en "The fund runs dry with a probability above {line} in {n} of the scenarios."
        zh "有{n}个方案补偿金耗尽的概率高于{line}。"
    }
    compare_nothing(base, replications) {
        en "At {replications} replications no scenario can be told from “{base}” as better or worse in any headline number."
        zh "模拟{replications}次，各方案与“{base}”在任何一项主要指标上都未能确认优劣。"
    }
    compare_same(base) {
        en "In every headline number each scenario comes to the same as “{base}”, replication by replication."
        zh "各方案的全部主要指标在每次模拟中都与“{base}”相同。"
    }
    compare_void(base) {
        en "None of the headline numbers can be compared with those of “{base}”."
        zh "主要指标与“{base}”均无从比较。"
    }
    of_baseline(base, sentence) { en "Baseline “{base}”: {sentence}" zh "基准方案“{base}”：{sentence}" }
    compared_title(base) { en "Scenarios compared with “{base}”" zh "方案比较：以“{base}”为基准" }
    so_many_scenarios(n) { en "{n} scenarios" zh "{n}个方案" }
    quoted(name) { en "“{name}”" zh "“{name}”" }
    number_fund { en "Probability that the fund runs dry" zh "风险补偿金耗尽概率" }
    number_recovery { en "Recovery rate" zh "贷款回收率" }
    number_gain { en "Per-capita income gain, a year" zh "人均年增收" }
    dry_in(count, all, end) { en "{count} of {all} replications by {end}" zh "截至{end}，{all}次模拟中{count}次" }
    dry_when(month) { en "median month when it does: {month}" zh "耗尽时的中位月份{month}" }
    dry_few { en "too few to say when" zh "次数太少，不足以判断何时耗尽" }
    yuan { en " yuan" zh "元" }
    large_yuan { en " million yuan" zh "万元" }
    largest_yuan { en " million yuan" zh "亿元" }
    percentage_points { en " percentage points" zh "个百分点" }
    from_to(low, high) { en "{low} to {high}" zh "{low}至{high}" }
    nine_tenths(ends) { en "nine tenths of replications: {ends}" zh "九成模拟：{ends}" }
    recovered_at_last(rate) { en "by the end of the run {rate}" zh "到期末累计收回{rate}" }
    per_person(gain) { en "per person {gain}" zh "按人口平均{gain}" }
    of_it_payout(payout) { en "of which contractual pay-out {payout}" zh "其中合同约定分红{payout}" }
    against_caption { en "Against the baseline" zh "与基准方案相比" }
    against_note(replications) {
        en "First row: values. Other rows: scenario less baseline over the same replications. “Not distinguishable” means at {replications} replications; verdicts count all comparisons made at once."
        zh "首行为基准的数值，其余各行为逐次配对的差值（方案减基准）。“差别未确认”指模拟{replications}次时；结论已计入同时进行的全部比较。"
    }
    baseline_row(name) { en "{name} (baseline)" zh "{name}（基准）" }
    cost_total(cost) {
        en "Public cost of the run {cost}: fund used up, interest and premium subsidy, reward, transfers, safeguards and bail-outs."
        zh "模拟期公共成本{cost}：含补偿金净支出、贴息和保费补贴、奖励、转移支付、风控措施和救助支出。"
    }
    cost_budget(cost) {
        en "Of this the budget pays {cost} directly, payments into the fund not counted; the rest is net spending of the fund from earlier contributions."
        zh "其中财政直接支出{cost}（不含注入补偿金的资金）；其余为补偿金净支出，来自此前的注资。"
    }
    cost_per_yuan(ratio) {
        en "{ratio} of public cost (all loans of the run) per yuan of gain (a household's first 36 months)."
        zh "农户前36个月每增收1元，公共成本为{ratio}（按全期贷款计）。"
    }
    cost_handed_out(cost, gain) {
        en "Handed out directly, the same money would be {cost} a person over the run; the loans bring {gain} a person over 36 months."
        zh "同样的钱若直接发放，全期按人口平均{cost}；贷款带来的增收，按人口平均、36个月合计{gain}。"
    }
    rule(assumed, ranged) {
        en "Chosen by rule, not by measurement: of the {assumed} values graded as assumed or low, {ranged} name a range worth trying; those with the widest range stand here. Whether they change the answer is told by running them (--set)."
        zh "按规则选出，未经实测。{assumed}个标为“假设”或“低”的取值中，{ranged}个注明了可试算的范围，此处列出范围最宽的。是否真会改变结论，须改值试算（--set）。"
    }
    rule_measured {
        en "First the values that a scenario of this run changes alone, with the headline numbers that they move (measured). The others: "
        zh "先列本次运行中单独改动并经实测影响主要指标的取值。其余"
    }
    measured_change(numbers) {
        en "measured: a scenario of this run changes it and moves {numbers}"
        zh "实测：本次运行有方案改动此项，影响{numbers}"
    }
    law_of(mean, cv) { en "mean {mean} (coefficient of variation {cv})" zh "均值{mean}（变异系数{cv}）" }
    measured(was, now, numbers) {
        en "measured: {was} or {now} moves {numbers}"
        zh "实测：取{was}还是{now}，影响{numbers}"
    }
    rule_no_range(assumed) {
        en "{assumed} values are graded as assumed or low and none names a range; the lowest grades stand here, in the order of the file."
        zh "{assumed}个取值标为“假设”或“低”，均未注明范围；按等级从低到高、依文件顺序列出。"
    }
    rule_nothing_assumed {
        en "No value of the scenario is graded as assumed or low."
        zh "方案中没有标为“假设”或“低”的取值。"
    }
    rule_nothing_graded {
        en "The scenario grades none of its values, so that no assumption can be chosen by rule: take each of them as assumed."
        zh "方案未给任何取值标注等级，无法按规则选出：各项取值均应视为假设。"
    }
    rule_not_kept {
        en "The run folder does not keep the scenario: no assumption can be chosen."
        zh "结果文件夹未保存方案，无法选出假设。"
    }
    assumed_in(value, low, high, grade) {
        en "now {value}; range {low} to {high}; {grade}"
        zh "现取{value}；范围{low}至{high}；{grade}"
    }
    assumed(value, grade) { en "now {value}; no range stated; {grade}" zh "现取{value}；未注明范围；{grade}" }
    grade_high { en "high" zh "高" }
    grade_medium { en "medium" zh "中" }
    grade_low { en "low" zh "低" }
    grade_assumption { en "assumption" zh "假设" }

    // --- a map of mixes ---
    period(start, end) { en "{start} to {end}; " zh "{start}至{end}；" }
    mixes_about(period, mixes, n, seed) {
        en "{period}{mixes} mixes on the same luck, {n} replications each, seed {seed}"
        zh "{period}{mixes}种比例所遇随机因素相同，各模拟{n}次，种子{seed}"
    }
    mixes_question {
        en "Which mix of the three lending modes: what does each give, and what does it cost?"
        zh "三种贷款模式按什么比例搭配：各种比例得到什么、代价是什么？"
    }
    today_efficient(mix, axes) {
        en "Today's mix ({mix}) is surpassed in everything by no other mix of the map (“efficient”, which does not mean good): against each of them it is shown to be better in at least one of: {axes}."
        zh "现行比例（{mix}）没有被图中任何比例全面超过（下称“有效”，不等于效果好）：与其中每一种相比，都至少在以下一项上确认更优：{axes}。"
    }
    today_undecided(mix, n) {
        en "At {n} replications it cannot be told whether another mix on the map surpasses today's mix ({mix}) in everything."
        zh "模拟{n}次，现行比例（{mix}）是否被图中其他比例全面超过，未能分辨。"
    }
    today_dominated(mix, by, axes) {
        en "Today's mix ({mix}) is surpassed by {by}: by the estimates {by} is worse in none of {axes}, and it is shown to be better in at least one."
        zh "现行比例（{mix}）被{by}超过：按估计值，{by}在{axes}上没有一项更差，且至少一项确认更优。"
    }
    mixes_efficient(efficient, all, undecided) {
        en "Of {all} mixes {efficient} are surpassed by none (efficient); for {undecided} this cannot be told. To choose among efficient mixes is to choose what to give up."
        zh "{all}种比例中，未被任何比例全面超过（有效）的{efficient}种，未能分辨的{undecided}种；在有效的比例之间选择，就是选择放弃什么。"
    }
    mixes_intervals(mix, level) {
        en "Numbers of today's mix ({mix}: per cent self-directed, pooled, fixed benefit); brackets are {level} confidence intervals."
        zh "以上为现行比例（{mix}，依次为自主贷款、分贷统用统还、固定受益的百分比）的数字；方括号内为{level}置信区间。"
    }
    mixes_against_caption { en "Other mixes against today's" zh "其他比例与现行比例相比" }
    mixes_against_note(chosen, n) {
        en "Today's mix with its values, then the corners and {chosen} of lowest risk with their differences from it, paired over {n} replications; verdicts count all mixes and numbers of the map."
        zh "首行为现行比例的数值；其后为三种单一模式和风险最低的{chosen}，列出与现行比例的差值（按{n}次模拟逐次配对）；结论已计入图中全部比例和指标。"
    }
    efficient_mixes { en "the efficient mixes" zh "有效比例" }
    undecided_mixes { en "the undecided mixes (none is efficient)" zh "未能分辨的比例（没有有效比例）" }
    mixes_more(hidden) { en "{hidden} more stand below." zh "另有{hidden}种见下文。" }
    mix_today(mix) { en "today's {mix}" zh "现行{mix}" }
    column_mix { en "Self/pooled/fixed, %" zh "自主/统还/固定，%" }
    column_place { en "Verdict" zh "判断" }
    mixes_counted_caption(mix) {
        en "How many mixes differ from today's ({mix})"
        zh "与现行比例（{mix}）有差别的比例有多少种"
    }
    column_better { en "Better" zh "更优" }
    column_worse { en "Worse" zh "更差" }
    column_differ { en "Higher or lower" zh "更高或更低" }
    column_same { en "The same" zh "相同" }
    column_open { en "Not told apart" zh "差别未确认" }
    column_incomparable { en "Not comparable" zh "无从比较" }
    mixes_counted_note {
        en "A mix that is better in one number may be worse in another. Efficient is a mix that is shown to be better than each of the others in at least one of the numbers that count."
        zh "一项更优的比例可能另一项更差。有效的比例，与其他每一种相比都至少有一项判断指标确认更优。"
    }
    section_mixes { en "Every mix" zh "全部比例" }
    mixes_all_caption { en "Every mix with its numbers" zh "各种比例的数字" }
    mixes_all_note(file) { en "All numbers of all mixes: {file}." zh "全部比例的全部指标见{file}。" }
    mixes_reproduce_how {
        en "The folder of the map (RUN) keeps the scenario in inputs. With that file at its place and another folder for the results, the same version gives the same bytes on any machine by the command that made the map"
        zh "结果文件夹（RUN）的inputs中保存了方案。将该文件放在原处、结果另存一个文件夹，同一版本在任何机器上用当时的命令可得到逐字节相同的结果："
    }

    // --- findings ---
    section_findings { en "Findings" zh "主要发现" }
    section_findings_of(name) { en "Findings: {name}" zh "主要发现：{name}" }
    no_findings { en "The run holds nothing to report." zh "本次模拟没有可报告的内容。" }
    never_dry(all, high) {
        en "The fund ran dry in none of {all} replications; the interval of that probability ends at {high}."
        zh "{all}次模拟中补偿金一次也没有耗尽；耗尽概率的置信区间上限为{high}。"
    }
    seldom_dry(count, all, probability) {
        en "The fund ran dry in {count} of {all} replications, probability {probability}: too few cases to say when and why."
        zh "{all}次模拟中补偿金耗尽{count}次，概率{probability}：次数太少，不足以判断何时、因何耗尽。"
    }
    often_dry(count, all, probability, month, range) {
        en "The fund ran dry in {count} of {all} replications, probability {probability}; when it did, the median month was {month}{range}."
        zh "{all}次模拟中补偿金耗尽{count}次，概率{probability}；耗尽时的中位月份为{month}{range}。"
    }
    between_months(low, high) { en " [{low}, {high}]" zh "［{low}，{high}］" }
    fund_for(level, yuan) { en "{yuan} for a probability of {level}" zh "{level}时{yuan}" }
    nothing_more { en "nothing" zh "无需另加" }
    fund_needed(parts) {
        en "With lending as it happened, paying every claim would need, at the start and beyond the scenario's contributions: {parts}."
        zh "要按给定概率足额支付全部代偿，除方案规定的注入外，期初还需另有补偿金（放贷情况不变）：{parts}。"
    }
    recovered(rate, spread, last) {
        en "Of the principal that falls due {rate} comes back by the end of the same year; in nine tenths of replications the rate is {spread}. By the end of the run {last} has come back. Payments by the fund do not count as recovery."
        zh "到期本金当年年末前收回{rate}；九成模拟在{spread}。到模拟期末累计收回{last}。补偿金代偿不算收回。"
    }
    gain_and_payout(gain, payout) {
        en "Borrowing households gain {gain} a head and year; {payout} of it is the pay-out promised by contract, which is no evidence that production pays."
        zh "借款户人均年增收{gain}；其中合同约定的分红为{payout}，不能说明生产见效。"
    }
    production_adds(part) {
        en "Production after losses and debts adds {part}."
        zh "扣除亏损和债务后，生产经营另增{part}。"
    }
    production_takes(part) {
        en "Production after losses and debts takes away: {part}."
        zh "计入亏损和债务后，生产经营反而减收：{part}。"
    }
    production_unsure(part) {
        en "Whether production after losses and debts adds anything cannot be told: {part}."
        zh "扣除亏损和债务后，生产经营是否增收分不出来：{part}。"
    }
    gain_by_mode(parts) {
        en "By lending mode: {parts}. The modes serve different households; the numbers do not say which mode is better for the same household."
        zh "分模式看：{parts}。各模式服务的农户不同，不能据此判断同一农户用哪种模式更好。"
    }
    worse_off(part, modes) {
        en "{part} of borrowing households end worse off than without the programme ({modes})."
        zh "{part}的借款户比没有项目时减收（{modes}）。"
    }
    poverty_rises(without, with, change) {
        en "Of the persons in borrowing households, {without} are below the poverty line after 36 months without the programme and {with} with it, an increase of {change}."
        zh "36个月期末借款户人口的贫困率：无项目时{without}，有项目时{with}，上升{change}。"
    }
    poverty_falls(without, with, change) {
        en "Of the persons in borrowing households, {without} are below the poverty line after 36 months without the programme and {with} with it, a change of {change}."
        zh "36个月期末借款户人口的贫困率：无项目时{without}，有项目时{with}，变化{change}。"
    }
    poverty_unsure(without, with, change) {
        en "Of the persons in borrowing households, {without} are below the poverty line after 36 months without the programme and {with} with it; whether the programme changes that cannot be told: {change}."
        zh "36个月期末借款户人口的贫困率：无项目时{without}，有项目时{with}；是否因项目而变化未能确认：{change}。"
    }
    poorest_get(part) {
        en "The poorest four tenths of households receive {part} of the gain."
        zh "收入最低的四成农户得到增收总额的{part}。"
    }
    reached_of_plan(households, lent, part) {
        en "{households} households borrow, {lent} in all, {part} of the plan."
        zh "借款{households}户，放款共{lent}，为计划的{part}。"
    }
    reached(households, lent) { en "{households} households borrow, {lent} in all." zh "借款{households}户，放款共{lent}。" }
    stops(count, months, without_cause, part) {
        en "The stop rule acts {count} times in a run on average, {months} months of stopped lending summed over townships or villages; {without_cause} of the stops ({part}) hit those whose losses over the run stayed within tolerance."
        zh "每次模拟平均熔断{count}次，各乡镇（村）停贷月数合计{months}；其中{without_cause}次（{part}）所停乡镇（村）全期损失率未超容许值。"
    }
    failures(failed, sum, worst) {
        en "{failed} organisations fail in a run on average. Bailing out every failure would cost {sum} on average; in one replication of twenty more than {worst}."
        zh "每次模拟平均有{failed}家经济组织倒闭。若全部救助，平均需{sum}；每二十次模拟约有一次超过{worst}。"
    }
    label_and_amount(label, amount) { en "{label} {amount}" zh "{label}{amount}" }

    // --- comparison ---
    section_comparison { en "Scenarios compared" zh "方案比较" }
    scenario_is(name, parts) { en "{name}: {parts}." zh "{name}：{parts}。" }
    same_as_baseline(name) {
        en "{name}: the same as the baseline in every headline number."
        zh "{name}：各项主要指标与基准完全相同。"
    }
    better_in(parts) { en "better: {parts}" zh "更优：{parts}" }
    worse_in(parts) { en "worse: {parts}" zh "更差：{parts}" }
    differs_in(parts) { en "different, neither better nor worse in itself: {parts}" zh "有差别（本身无所谓优劣）：{parts}" }
    incomparable_in(n) { en "headline numbers that cannot be compared: {n}" zh "另有{n}项无从比较" }
    open_in(n) { en "headline numbers not distinguishable from the baseline: {n}" zh "另有{n}项与基准的差别未能确认" }
    compared_caption(name) { en "{name} against the baseline" zh "{name}与基准相比" }
    compared_more_caption { en "The other headline numbers" zh "其余主要指标" }
    judged_together(judged, replications) {
        en "{judged} comparisons are judged together (Holm), so that an interval may leave out zero and yet not be enough for a verdict. Differences are paired over {replications} replications in which every scenario meets the same households, weather, prices and failures."
        zh "共{judged}项比较一并判断（Holm校正），单个区间不含零也可能不足以下结论。差值按{replications}次模拟逐次配对，各方案面对同样的农户、天气、价格和倒闭。"
    }
    amount_and_verdict(amount, verdict) { en "{amount}, {verdict}" zh "{amount}，{verdict}" }
    metric { en "Number" zh "指标" }
    baseline { en "Baseline" zh "基准" }
    scenario { en "Scenario" zh "方案" }
    difference { en "Difference" zh "差值" }
    verdict { en "Verdict" zh "结论" }
}
