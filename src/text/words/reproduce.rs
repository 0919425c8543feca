//! A run simulated again and compared.

words! {
    same { en "same bytes" zh "逐字节一致" }
    different { en "DIFFERENT" zh "不一致" }
    not_made { en "not made again" zh "未能重新生成" }
    added { en "not compared: run explain or solve again" zh "未比较：由explain或solve另行写出" }
    file(name, found) { en "{name}: {found}\n" zh "{name}：{found}\n" }
    other_program {
        en "note: this program is not the version that made the run, or was built from other dependencies\n"
        zh "注意：本程序与生成该次运行的版本不同，或所用依赖库不同\n"
    }
    reproduced { en "reproduced: every file of results is the same\n" zh "已复现：模拟结果文件全部一致\n" }
    not_reproduced(place) { en "NOT reproduced; the new files are kept in {place}\n" zh "未能复现；新生成的文件保存在{place}\n" }
}
