//! Why a chart is not drawn.

words! {
    not_drawn(id, scenario, why) { en "not drawn: {id} of {scenario}: {why}\n" zh "未绘制：{scenario}的{id}：{why}\n" }
    needs_table(table) {
        en "it needs {table}, which this run was made without or this program cannot read"
        zh "需要{table}，而本次运行未写出该表，或本程序无法读取"
    }
    lacks_metric(id) { en "the summary of this run has no {id}" zh "本次运行的汇总中没有{id}" }
    one_scenario { en "the run has one scenario only" zh "本次运行只有一个方案，无从比较" }
    no_search {
        en "it shows a search along a lever (lendmix solve leverage, payout or fund --reacting)"
        zh "该图需由lendmix solve leverage、payout或fund --reacting的结果绘制"
    }
    is_of_map { en "it shows a map of mixes (lendmix map)" zh "该图需由lendmix map的结果绘制" }
    only_map { en "this is a map of mixes" zh "该结果为比例图（lendmix map）" }
    nothing_happened { en "nothing of the kind happened in any replication" zh "各次模拟中均未发生，无可绘制" }
}
