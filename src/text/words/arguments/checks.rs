//! Help of `lendmix check-run` and `lendmix selftest`.

words! {
    check_run {
        en "Re-read a finished run: do its books close, are its numbers those of its tables, are the files unchanged"
        zh "重新读取已完成的运行结果：账目是否平衡、数字是否与各表一致、文件是否未被改动"
    }
    run_folder { en "Run folder" zh "运行结果文件夹" }
    check_run_examples {
        en "Examples:\n  lendmix check-run outputs/daoxian-2016\n  lendmix check-run outputs/daoxian-2016 --json\n\nExit code: 0 everything holds, 1 something does not, 2 no run there"
        zh "示例：\n  lendmix check-run outputs/daoxian-2016\n  lendmix check-run outputs/daoxian-2016 --json\n\n退出码：0表示全部通过，1表示有不符，2表示没有可检查的运行结果"
    }
    selftest {
        en "Check this program on this machine: known answers, equal bits, closed forms against simulated runs"
        zh "检验本程序在本机的计算：标准结果、逐位一致性、解析解与模拟结果对照"
    }
    selftest_after {
        en "Takes seconds and needs no files.\n\nExit code: 0 everything passes, 1 something does not"
        zh "数秒即可完成，不需要任何文件。\n\n退出码：0表示全部通过，1表示有不符"
    }
    as_json { en "Print the findings as JSON" zh "以JSON打印结果" }
    quiet { en "Print nothing but errors" zh "除错误外不打印" }
}
