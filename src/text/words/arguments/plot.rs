//! Help of `lendmix plot`, `lendmix verify` and `lendmix reproduce`.

words! {
    plot { en "Draw the charts of a finished run again, without simulating" zh "不重新模拟，重绘已完成运行的图" }
    plot_examples {
        en "Examples:\n  lendmix plot outputs/daoxian-2016 --lang en\n  lendmix plot outputs/daoxian-2016 --chart fund-balance --chart losses --width single --colour grey --output figures"
        zh "示例：\n  lendmix plot outputs/daoxian-2016 --lang zh\n  lendmix plot outputs/daoxian-2016 --chart fund-balance --chart losses --width single --colour grey --output figures"
    }
    run_folder { en "The run folder" zh "结果文件夹" }
    chart {
        en "A chart of `lendmix list charts`; may be repeated [default: all]"
        zh "`lendmix list charts`所列的图，可重复〔默认全部〕"
    }
    width {
        en "single (88 mm) or double (180 mm) column [default: double]"
        zh "single（单栏，88毫米）或double（双栏，180毫米）〔默认double〕"
    }
    colour { en "colour or grey [default: colour]" zh "colour（彩色）或grey（灰度）〔默认colour〕" }
    format { en "svg, png or both [default: svg,png]" zh "svg、png或两者〔默认svg,png〕" }
    output { en "Write into this folder instead of the run's" zh "写入该文件夹，而不写入结果文件夹" }
    verify {
        en "Find the run that a chart or another file came from, and whether it is unchanged"
        zh "查明一张图或其他文件出自哪次运行，是否被改动"
    }
    verify_examples {
        en "Examples:\n  lendmix verify outputs/daoxian-2016/summary.csv\n  lendmix verify figure.png --run outputs/daoxian-2016\nExit code 0 if it is genuine, 1 if not or if it cannot be told."
        zh "示例：\n  lendmix verify outputs/daoxian-2016/summary.csv\n  lendmix verify figure.png --run outputs/daoxian-2016\n属实时退出码为0；不符或无法判断时为1。"
    }
    file { en "The file" zh "要核对的文件" }
    run_around { en "The run folder [default: the one around the file]" zh "结果文件夹〔默认为文件所在的文件夹〕" }
    reproduce {
        en "Simulate a finished run again from its folder and compare every file of results"
        zh "用结果文件夹中的输入重新模拟，并逐个核对结果文件"
    }
    reproduce_examples {
        en "Example:\n  lendmix reproduce outputs/daoxian-2016\nThe new files stand beside the run while it works; they are kept only if something differs."
        zh "示例：\n  lendmix reproduce outputs/daoxian-2016\n新文件暂存在结果文件夹旁，只在不一致时保留。"
    }
    threads { en "Threads [default: all]" zh "线程数〔默认全部〕" }
    no_progress { en "Show no progress" zh "不显示进度" }
}
