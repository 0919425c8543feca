//! Help of the options of every command that simulates.

words! {
    set {
        en "A value in place of every file's, such as policy.fund.leverage_max=8; may be repeated"
        zh "取代各文件中的某个值，如policy.fund.leverage_max=8；可重复"
    }
    replications { en "Number of replications [default: the file's]" zh "模拟次数〔默认按方案文件〕" }
    seed { en "Seed of the random numbers [default: the file's]" zh "随机数种子〔默认按方案文件〕" }
    threads {
        en "Threads [default: SLURM_CPUS_PER_TASK or all; results do not depend on it]"
        zh "线程数〔默认SLURM_CPUS_PER_TASK或全部；结果与线程数无关〕"
    }
    output { en "The run folder to write [default: outputs/<name>]" zh "结果文件夹〔默认outputs/<方案名>〕" }
    force { en "Replace an existing run folder" zh "覆盖已有的结果文件夹" }
    quiet { en "Print nothing but errors" zh "除错误外不打印" }
    plain { en "Print words and numbers only, no small charts between them" zh "只打印文字和数字，不夹小图" }
    as_json { en "Print the answer as JSON" zh "以JSON打印结论" }
    tables {
        en "Tables written row by row: a list of replications, months, townships, groups, or none"
        zh "逐行写出的表：replications、months、townships、groups，或none"
    }
    mix {
        en "Mix of modes for the whole run: self=0.5,pooled=0.3,fixed=0.2 or 50/30/20; each one is a scenario of its own"
        zh "整个模拟期的模式比例：自主=0.5，统还=0.3，固定=0.2或50/30/20；可重复，每个比例各为一个方案"
    }
}
