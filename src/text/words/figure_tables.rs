//! Headings and words of the tables beside the charts, which carry both languages.

words! {
    low { en "low (95%)" zh "下限（95%）" }
    high { en "high (95%)" zh "上限（95%）" }
    month { en "month" zh "月份" }
    year { en "year" zh "年份" }
    township { en "township" zh "乡镇" }
    scenario { en "scenario" zh "方案" }
    baseline { en "baseline" zh "基准方案" }
    measure { en "measure" zh "指标" }
    difference { en "difference" zh "差值" }
    group { en "group" zh "群体" }
    replications { en "n" zh "模拟次数" }
    mean { en "mean" zh "均值" }
    mean_yuan { en "mean yuan" zh "均值（元）" }
    yuan { en "yuan" zh "元" }
    loss { en "loss" zh "损失" }
    below_zero { en "below zero" zh "低于零的占比" }
    quantile_5 { en "5% quantile" zh "5%分位数" }
    quantile_25 { en "25% quantile" zh "25%分位数" }
    quantile_50 { en "50% quantile" zh "50%分位数" }
    quantile_75 { en "75% quantile" zh "75%分位数" }
    quantile_95 { en "95% quantile" zh "95%分位数" }
    depleted { en "depleted probability" zh "已耗尽概率" }
    ran_dry { en "ran dry in the month n" zh "当月耗尽次数" }
    held { en "held probability" zh "仍能足额代偿概率" }
    first_fund { en "fund in the first month yuan" zh "首月补偿金（元）" }
    survival { en "survival probability" zh "足额代偿概率" }
    lent_mean { en "lent mean yuan" zh "发放均值（元）" }
    due_mean { en "due mean yuan" zh "到期均值（元）" }
    due_low { en "due 5% quantile" zh "到期5%分位数" }
    due_high { en "due 95% quantile" zh "到期95%分位数" }
    decile { en "decile" zh "十等分组" }
    gain { en "gain yuan a head" zh "人均增收（元）" }
    worse_off { en "worse off share" zh "减收户比例" }
    borrowing { en "borrowing share" zh "借款户比例" }
    suspended { en "suspended probability" zh "暂停放贷概率" }
    self_share { en "self-directed share" zh "自主贷款占比" }
    pooled_share { en "pooled share" zh "统还占比" }
    fixed_share { en "fixed benefit share" zh "固定受益占比" }
    lent_of_plan { en "lent of plan" zh "完成计划比例" }
    efficiency { en "efficiency" zh "是否有效" }
    lever { en "lever" zh "取值" }
    condition { en "condition" zh "是否满足条件" }
    estimate { en "estimate" zh "估计值" }
    surely_met { en "surely met" zh "确定满足" }
    met_by_estimate { en "met by estimate" zh "按估计值满足" }
    not_met { en "not met" zh "不满足" }
}
