//! What `lendmix selftest` checks.

words! {
    philox { en "generator Philox4x32-10: published known answers" zh "随机数发生器Philox4x32-10：公布的标准结果" }
    normal_quantile { en "normal quantile (AS 241)" zh "正态分位数（AS 241）" }
    gamma_quantile { en "gamma quantile, shape 1" zh "伽马分位数（形状1）" }
    weibull_quantile { en "Weibull quantile, shape 2" zh "威布尔分位数（形状2）" }
    beta_quantile { en "beta quantile (3, 1)" zh "贝塔分位数（3，1）" }
    arcsine_quantile { en "beta quantile (½, ½)" zh "贝塔分位数（½，½）" }
    lognormal_quantile { en "lognormal quantile" zh "对数正态分位数" }
    student1_quantile { en "Student quantile, 1 degree" zh "t分位数（自由度1）" }
    student2_quantile { en "Student quantile, 2 degrees" zh "t分位数（自由度2）" }
    threads_2 { en "base case on 2 threads: the bits of 1 thread" zh "基准方案用2个线程：与1个线程逐位相同" }
    threads_7 { en "base case on 7 threads: the bits of 1 thread" zh "基准方案用7个线程：与1个线程逐位相同" }
    split { en "base case in three parts: the bits of the whole" zh "基准方案分三段模拟：与整体逐位相同" }
    machine { en "base case: the digest that it has on every machine" zh "基准方案：摘要与各机器上的结果相同" }
    binomial_pool {
        en "independent loans: P(at least 9 of 60 default), p = 0.1, binomial"
        zh "独立贷款：60笔中至少9笔违约的概率（p=0.1，二项分布）"
    }
    one_factor_pool {
        en "one factor: P(at least 15 of 60 default), p = 0.1, correlation 0.2, mixed binomial"
        zh "单因子组合：60笔中至少15笔违约的概率（p=0.1，相关系数0.2，混合二项分布）"
    }
    fund_depletion {
        en "fund with contributions: P(depleted within 12 months), recursion on the lattice"
        zh "有注资的补偿金：12个月内耗尽的概率（格点递推）"
    }
    stop_rule {
        en "stop rule: P(three months in a row below 98% within the year), dynamic programming"
        zh "熔断规则：年内累计回收率连续三个月低于98%的概率（动态规划）"
    }
    organisation_failure {
        en "pooled loans: P(at least 10 of 25 default), failure 0.12, contagion 0.7, own default 0.06"
        zh "分贷统用统还：25笔中至少10笔违约的概率（倒闭0.12，连带0.7，自身违约0.06）"
    }
}
