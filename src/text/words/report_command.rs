//! The command that writes a report.

words! {
    about {
        en "Write the report of a finished run: one HTML file for a browser and for paper, without simulating"
        zh "不重新模拟，为已完成的运行写出报告：单个HTML文件，可用浏览器阅读和打印"
    }
    examples {
        en "Examples:\n  lendmix report outputs/daoxian-2016\n  lendmix report outputs/daoxian-2016 --lang both --output report.html\n  lendmix report outputs/daoxian-2016 --text\nThe file needs no network, no script and no font. Print it from the browser to get a PDF."
        zh "示例：\n  lendmix report outputs/daoxian-2016\n  lendmix report outputs/daoxian-2016 --lang both --output report.html\n  lendmix report outputs/daoxian-2016 --text\n该文件不需要网络、脚本或字体；在浏览器中打印即可得到PDF。"
    }
    text {
        en "Print what it says (decision card, findings, comparison) on the terminal instead of writing a file"
        zh "不写文件，把报告的文字（决策卡、主要发现、方案比较）显示在终端上"
    }
    run_folder { en "The run folder" zh "结果文件夹" }
    languages {
        en "Language of the report; both: in one file, with a switch [default: from the locale]"
        zh "报告语言；both为中英文合在一个文件，可切换〔默认按系统语言〕"
    }
    output { en "Write this file instead of RUN/report.html" zh "写入该文件，而不写入结果文件夹中的report.html" }
    force { en "Replace that file if it exists" zh "覆盖已有的该文件" }
    written(path) { en "report: {path}" zh "报告：{path}" }
}
