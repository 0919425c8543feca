//! Comparisons of scenarios.

words! {
    baseline(name, title) { en "Baseline {name}: {title}" zh "基准方案{name}：{title}" }
    facts(start, end, n, seed) {
        en "{start} to {end}, {n} replications, seed {seed}; differences are scenario less baseline on the same luck, brackets and ± are 95% intervals"
        zh "{start}至{end}，模拟{n}次，种子{seed}；差值为方案减基准，各方案所遇随机因素相同，方括号内和±为95%置信区间"
    }
    title_of(name, title) { en " {name}: {title}" zh " {name}：{title}" }
    percentage_points { en "percentage points" zh "百分点" }
    head_scenario { en "scenario" zh "方案" }
    head_difference { en "difference" zh "差值" }
    head_better { en "better in, %" zh "较优比例（%）" }
    head_pairing { en "pairing" zh "配对节省" }
    head_verdict { en "verdict" zh "结论" }

    yuan_a_year { en "yuan a year" zh "元/年" }

    better { en "better" zh "更优" }
    worse { en "worse" zh "更差" }
    higher { en "higher" zh "更高" }
    lower { en "lower" zh "更低" }
    not_distinguishable { en "not distinguishable" zh "差别未确认" }
    the_same { en "the same throughout" zh "每次都相同" }
    not_comparable { en "not comparable" zh "无从比较" }
    mark_better { en "B" zh "优" }
    mark_worse { en "W" zh "劣" }
    mark_higher { en "H" zh "高" }
    mark_lower { en "L" zh "低" }
    /// The signs above and the three that both languages share.
    legend {
        en "B better, W worse, H higher, L lower, ≈ not distinguishable, = the same in every replication, – not comparable"
        zh "优：更优；劣：更差；高：更高；低：更低；≈：差别未确认；=：每次模拟都相同；–：无从比较"
    }

    note_few {
        en "better in: share of replications; pairing: so many times more replications would be needed if each scenario had luck of its own"
        zh "较优比例：占模拟次数的比例；配对节省：若各方案各自随机，需要这么多倍的模拟次数才能同样精确"
    }
    note_charts {
        en "drawn: each difference with its interval about zero, on a scale of its own for each number and one for all scenarios"
        zh "图示：各项差值及其区间相对于零的位置，每项指标各用一个刻度，各方案相同"
    }
    note_rows(legend) {
        en "first row: values; other rows: interval of the difference, and {legend}"
        zh "首行为基准的数值，其余各行为差值的区间及结论：{legend}"
    }
    judged(judged, n) {
        en "the {judged} comparisons shown are judged together at 95% (Holm): an interval may leave out zero and not be enough; “not distinguishable” means at {n} replications. Other metrics: comparison.csv, or --metric"
        zh "以上{judged}项比较一并判断（Holm校正，整体95%）：单个区间不含零也可能不足以下结论；“差别未确认”指模拟{n}次时。其他指标见comparison.csv，或用--metric指定"
    }
    /// Under tables of which names are shortened.
    variants(stem) { en "@… = {stem}@…" zh "@…即{stem}@…" }

    /// A key that an option sets twice.
    set_twice(option, key, one, other) {
        en "{option} sets {key} twice: {one} and {other}. Leave one of the two out"
        zh "{option}两次设定了{key}：{one}和{other}。请只保留其中一个"
    }
    empty_variant {
        en "--variant is empty: write what it changes, such as --variant policy.fund.leverage_max=8; the file as it stands is compared anyway"
        zh "--variant为空：请写明要改的键和值，如--variant policy.fund.leverage_max=8；方案文件本身总会参加比较"
    }
}
