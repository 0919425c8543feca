//! Help of the program and of its small commands.

words! {
    targets {
        en "File of targets, such as scenarios/fit/daoxian-2016.toml"
        zh "目标文件，如scenarios/fit/daoxian-2016.toml"
    }
    replications { en "Replications of an evaluation [default: the file's]" zh "每次评估的模拟次数〔默认按目标文件〕" }
    threads { en "Threads [default: all; results do not depend on it]" zh "线程数〔默认全部；结果与线程数无关〕" }
    record { en "Show a scenario's results against what is on record" zh "把方案的结果与实际记录对照" }
    markdown { en "Print the table as Markdown" zh "以Markdown表格打印" }
    fit {
        en "Fit values of a scenario to what is on record, with a trace of every evaluation"
        zh "按实际记录拟合方案中的参数，并记录每一次评估"
    }
    trace { en "Where the trace goes [default: beside the file, .trace.csv]" zh "评估记录的文件〔默认与目标文件同名的.trace.csv〕" }
    language { en "Language of what is printed [default: from the locale]" zh "输出语言〔默认按系统语言〕" }
    about {
        en "Simulates county poverty-alleviation microcredit: risk fund depletion, recovery rates, per-capita income gains"
        zh "模拟县域扶贫小额信贷：风险补偿金耗尽、贷款回收率、人均增收"
    }
    schema_targets { en "Of a file of targets, which fit and record read" zh "改为打印目标文件（fit、record所读）的" }
    schema { en "Print the JSON Schema of a scenario file, for editors" zh "打印方案文件的JSON Schema（供编辑器使用）" }
    run { en "Simulate one or several scenarios, write the run folder, print the answer" zh "模拟一个或多个方案，写出结果文件夹，打印结论" }
    run_files { en "Scenario files; several run side by side on the same luck" zh "方案文件；多个方案用同样的随机数并行比较" }
    check {
        en "Check scenario files without running: every mistake at once, and who set each value"
        zh "只检查不运行：一次列出全部错误，并说明每个值由谁设定"
    }
    check_files { en "Scenario files" zh "方案文件" }
    init_file { en "File to write [default: scenario.toml]" zh "要写出的文件〔默认scenario.toml〕" }
    init { en "Write a complete, commented scenario to start from" zh "写出一份完整、带注释的方案作为起点" }
    init_templates {
        en "Write templates of roster, organisations and loan ledger beside it, with a description"
        zh "同时写出农户名册、经济组织名单和贷款台账的模板及说明"
    }
    example_folder { en "Folder to write into [default: example-county]" zh "要写入的文件夹〔默认example-county〕" }
    example {
        en "Write an invented county with roster, organisations and loan ledger"
        zh "写出一个虚构的示例县，含农户名册、经济组织名单和贷款台账"
    }
    roster { en "Write the households of a scenario as a roster file (CSV)" zh "把方案中的农户写成名册文件（CSV）" }
    roster_scenario { en "Scenario file" zh "方案文件" }
    roster_file { en "File to write [default: standard output]" zh "要写出的文件〔默认标准输出〕" }
    list { en "Print reference tables" zh "打印参考表" }
    listing {
        en "Which table: columns, distributions, charts, keys (of a scenario file) or levers (what the county decides)"
        zh "哪一张表：columns（结果表的列）、distributions（分布）、charts（图）、keys（方案文件的键）或levers（县里可以决定的键）"
    }
    run_examples {
        en "Examples:\n  lendmix run scenarios/daoxian-2016.toml\n  lendmix run scenarios/daoxian-2016.toml scenarios/leverage-5x.toml --replications 5000 --output outputs/leverage\n  lendmix run scenarios/daoxian-2016.toml --set policy.fund.leverage_max=8 --mix self=0.5,pooled=0.3,fixed=0.2"
        zh "示例：\n  lendmix run scenarios/daoxian-2016.toml\n  lendmix run scenarios/daoxian-2016.toml scenarios/leverage-5x.toml --replications 5000 --output outputs/leverage\n  lendmix run scenarios/daoxian-2016.toml --set policy.fund.leverage_max=8 --mix 自主=0.5,统还=0.3,固定=0.2"
    }
    usage_with_command { en "[OPTIONS] <COMMAND>" zh "[选项] <命令>" }
    usage { en "[OPTIONS] <ARGUMENTS>" zh "[选项] <参数>" }
    /// clap's template of a page of help; what stands in braces is clap's.
    help_page {
        en "{about-with-newline}\nUsage: {usage}\n\n{all-args}{after-help}\n"
        zh "{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}\n"
    }
    commands { en "Commands" zh "命令" }
    options { en "Options" zh "选项" }
    arguments { en "Arguments" zh "参数" }
    help { en "Print help" zh "打印帮助" }
    version { en "Print version" zh "打印版本" }
}
