//! Help of `lendmix map`.

words! {
    map {
        en "Simulate every mix of the three modes on the same luck and mark the efficient ones"
        zh "在同样的随机数上模拟三种模式的所有比例，标出有效的比例"
    }
    file { en "Scenario file" zh "方案文件" }
    steps { en "Steps along each side: 10 gives 66 mixes [default: 10]" zh "每边的步数：10步即66种比例〔默认10〕" }
    axes {
        en "Metrics by which mixes are efficient or not, one of them households_borrowing or lent_yuan; may be repeated"
        zh "据以判断有效与否的指标，其中须有households_borrowing或lent_yuan；可重复"
    }
    examples {
        en "Examples:\n  lendmix map scenarios/daoxian-2016.toml\n  lendmix map scenarios/daoxian-2016.toml --set policy.lending.placement=open --steps 5 --replications 300\n  lendmix map scenarios/daoxian-2016.toml --axis household_gain_yuan --axis depleted --axis lent_yuan\n\nWith placement \"eligible\" a mix beyond the households that fit a mode leaves part of the plan unlent; with \"open\" anyone may\nbe placed. Efficient: told apart from every other mix by an axis on which it is better. Dominated: another mix is at least as\ngood on every axis and told apart as better on one. All these tests hold together at 95% (Holm)."
        zh "示例：\n  lendmix map scenarios/daoxian-2016.toml\n  lendmix map scenarios/daoxian-2016.toml --set policy.lending.placement=open --steps 5 --replications 300\n  lendmix map scenarios/daoxian-2016.toml --axis household_gain_yuan --axis depleted --axis lent_yuan\n\nplacement为eligible时，超出适合农户的比例会有部分计划放不出去；为open时任何农户都可安排。\n有效：与其他每一种比例相比，都至少有一项指标可以断定更优。被支配：另有一种比例各项均不差，且有一项可以断定更优。\n全部检验一并校正（Holm），整体置信度95%。"
    }
}
