//! Headings and words of CSV files, which carry both languages: English, a space, Chinese.

words! {
    scenario { en "scenario" zh "方案" }
    title { en "title" zh "方案标题" }
    metric { en "metric" zh "指标" }
    label { en "label" zh "名称" }
    unit { en "unit" zh "单位" }
    n { en "n" zh "模拟次数" }
    missing { en "missing" zh "缺失" }
    mean { en "mean" zh "均值" }
    mean_low { en "mean low" zh "均值下限（95%）" }
    mean_high { en "mean high" zh "均值上限（95%）" }
    sd { en "sd" zh "标准差" }
    month { en "month" zh "月份" }
    calendar { en "calendar" zh "年月" }
    p_depleted { en "P(depleted)" zh "已耗尽概率" }
    p_low { en "P low" zh "下限（95%）" }
    p_high { en "P high" zh "上限（95%）" }
    mean_fund_yuan { en "mean fund yuan" zh "风险补偿金均值（元）" }
    fund_mean_low { en "mean low" zh "下限（95%）" }
    fund_mean_high { en "mean high" zh "上限（95%）" }
    depleted_n { en "depleted n" zh "已耗尽次数" }
    baseline { en "baseline" zh "基准方案" }
    baseline_mean { en "baseline mean" zh "基准均值" }
    baseline_low { en "baseline low" zh "基准下限（95%）" }
    baseline_high { en "baseline high" zh "基准上限（95%）" }
    scenario_low { en "scenario low" zh "方案下限（95%）" }
    scenario_high { en "scenario high" zh "方案上限（95%）" }
    scenario_mean { en "scenario mean" zh "方案均值" }
    difference { en "difference" zh "差值（方案−基准）" }
    difference_low { en "difference low" zh "差值下限（95%）" }
    difference_high { en "difference high" zh "差值上限（95%）" }
    pairs { en "n" zh "配对模拟次数" }
    share_higher { en "share higher" zh "较高的比例" }
    share_lower { en "share lower" zh "较低的比例" }
    share_better { en "share better" zh "较优的比例" }
    variance_ratio_low { en "variance ratio low" zh "配对节省下限（95%）" }
    variance_ratio_high { en "variance ratio high" zh "配对节省上限（95%）" }
    variance_ratio { en "variance ratio" zh "配对节省倍数" }
    p_holm { en "p Holm" zh "校正后p" }
    family { en "family" zh "比较组" }
    verdict { en "verdict" zh "结论" }
    self_directed_share { en "self_directed_share" zh "自主贷款比例" }
    pooled_share { en "pooled_share" zh "分贷统用统还比例" }
    fixed_benefit_share { en "fixed_benefit_share" zh "固定受益比例" }
    today { en "today" zh "现行比例" }
    efficiency { en "efficiency" zh "有效性" }
    dominated_by { en "dominated_by" zh "被支配于" }
    lent_share_low { en "lent_share_low" zh "放款占计划下限（95%）" }
    lent_share_high { en "lent_share_high" zh "放款占计划上限（95%）" }
    lent_share_of_plan { en "lent_share_of_plan" zh "放款占计划" }
    low { en "low" zh "下限（95%）" }
    high { en "high" zh "上限（95%）" }
    difference_to_today { en "difference_to_today" zh "与现行比例之差" }
    difference_to_today_low { en "difference_low" zh "差值下限（95%）" }
    difference_to_today_high { en "difference_high" zh "差值上限（95%）" }
    p_holm_to_today { en "p_holm" zh "校正后p" }
    less { en "less" zh "减去" }
    grouping { en "grouping" zh "分组方式" }
    group { en "group" zh "组" }
    other { en "other" zh "其他指标" }
    headline { en "headline" zh "主要指标" }
    dominated { en "dominated" zh "被支配" }
    undecided { en "undecided" zh "未能分辨" }
    efficient { en "efficient" zh "有效" }
    quantile { en "quantile" zh "分位数" }
    quantile_low { en "low" zh "下限" }
    quantile_high { en "high" zh "上限" }
}
