//! Help of `lendmix explain` and `lendmix groups`.

words! {
    explain {
        en "Why a replication of a finished run went as it did; what a household would have had under each mode"
        zh "解释一次模拟：补偿金为何耗尽；某一农户在各模式下的账"
    }
    explain_examples {
        en "Examples:\n  lendmix explain outputs/daoxian-2016 --worst\n  lendmix explain outputs/daoxian-2016 --replication 17 --household 42\n  lendmix explain outputs/daoxian-2016 --autopsy"
        zh "示例：\n  lendmix explain outputs/daoxian-2016 --worst\n  lendmix explain outputs/daoxian-2016 --replication 17 --household 42\n  lendmix explain outputs/daoxian-2016 --autopsy"
    }
    replication { en "This replication" zh "第N号模拟" }
    worst {
        en "The one with the largest unpaid claims; without any, the largest fund needed"
        zh "未付代偿最多的一次；若均已付清，则为所需补偿金最大的一次"
    }
    median { en "The one with the median of the fund needed" zh "所需补偿金居中的一次" }
    depleted { en "The one that ran dry in the median month of depletion" zh "耗尽月份居中的一次" }
    autopsy { en "All that ran dry: first causes, warnings, false alarms" zh "剖析全部耗尽的模拟：首要原因、预警与误报" }
    household { en "The ledger of this household under each mode" zh "该户在各模式下的账" }
    most {
        en "Autopsy: depletions looked at, and as many replications without [default: 200]"
        zh "剖析的耗尽次数上限，并对照同样多的未耗尽次数〔默认200〕"
    }
    threads {
        en "Threads [default: SLURM_CPUS_PER_TASK or all; results do not depend on it]"
        zh "线程数〔默认SLURM_CPUS_PER_TASK或全部；结果与线程数无关〕"
    }
    output { en "Folder for the tables [default: explain/ in the run folder]" zh "表格保存的文件夹〔默认结果文件夹下的explain/〕" }
    as_json { en "Print as JSON" zh "以JSON打印" }
    groups {
        en "Who gains, who loses: by mode, township, household size and income decile"
        zh "谁增收、谁减收：按贷款模式、乡镇、户人口和收入十等分组"
    }
    by { en "One grouping only [default: all but township]" zh "只看一种分组〔默认除乡镇外全部〕" }
    run_folder { en "Folder of a finished run" zh "已完成运行的结果文件夹" }
    scenario { en "Scenario, where the run has several" zh "方案名（一次运行有多个方案时）" }
}
