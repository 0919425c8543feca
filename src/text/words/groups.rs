//! Who gains, who loses.

words! {
    head_borrow { en "borrow" zh "借款户" }
    head_gain { en "gain a head,\nyuan" zh "人均增收\n（元）" }
    head_worse_off { en "worse off,\n%" zh "减收户\n（%）" }
    head_poor_without { en "poor without,\n%" zh "无项目\n贫困率（%）" }
    head_poor_with { en "poor with,\n%" zh "有项目\n贫困率（%）" }
    head_gain_share { en "share of gain,\n%" zh "占增收\n（%）" }
    one_person { en "1 person" zh "1人户" }
    persons(size) { en "{size} persons" zh "{size}人户" }
    poorest { en "decile 1 (poorest)" zh "第1组（最低收入）" }
    decile(number) { en "decile {number}" zh "第{number}组" }
    less(name, baseline) { en "{name} less {baseline}" zh "{name}减{baseline}" }
    concentration(without, with, gain) {
        en "Concentration of income {without} without and {with} with the programme, of the gain {gain} (below zero: the poor get more than their share of persons)."
        zh "收入集中指数：无项目{without}，有项目{with}；增收集中指数{gain}（小于零：穷户所得超过其人口比重）。"
    }
    note {
        en "Deciles: tenths of all households by first-year income per head without the programme; they do not move with the policy.\nPoor: persons of borrowing households below the poverty line at the end of their 36 months. ± and brackets are 95% intervals (a share is never below zero, whatever ± says).\nOther groups with --by township|mode|household_size|income_decile; all numbers in groups.csv."
        zh "分组：按首年无项目时人均收入将全部农户分为十组，不随政策变动。\n贫困率：借款户人口在36个月观察期末低于贫困线的比例。±和方括号内为95%置信区间（比例不会小于零，尽管±可能越过）。\n其他分组用--by township|mode|household_size|income_decile；全部数字见groups.csv。"
    }
}
