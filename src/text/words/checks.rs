//! What `check-run`, `selftest` and `verify` say, and what a system says when it refuses.

words! {
    /// Under the checks of a map.
    map_files_only {
        en "A map of mixes keeps no books by month: only its files are checked."
        zh "模式比例图不保留逐月账目，只核对文件。"
    }
    scenarios(count) { en "{count} scenarios" zh "{count}个方案" }
    run_head(folder, scenarios, replications, version) {
        en "{folder}: {scenarios}; {replications} replications, written by lendmix {version}"
        zh "{folder}：{scenarios}；{replications}次模拟，由lendmix {version}写出"
    }
    head_check { en "check" zh "检查项" }
    head_comparisons { en "comparisons" zh "比较次数" }
    head_must_hold { en "what must hold" zh "应当成立" }
    head_found { en "found" zh "结果" }
    head_expected { en "expected" zh "应为" }
    head_error { en "s.e." zh "标准误" }
    pass { en "pass" zh "通过" }
    fail { en "FAIL" zh "不符" }
    not_checked { en "not checked" zh "未检查" }
    not_checked_without(missing) { en "not checked: no {missing}" zh "未检查：缺{missing}" }
    violated(violated, checked) { en "{violated} of {checked}" zh "{checked}次中{violated}次不符" }
    /// A place where something does not hold.
    failing(place, sides) { en "{place}: {sides}" zh "{place}：{sides}" }
    does_not_hold(left, relation, right) {
        en "{left} {relation} {right} does not hold"
        zh "{left}{relation}{right}不成立"
    }
    replication(number) { en "replication {number}" zh "第{number}号模拟" }
    month(number) { en "month {number}" zh "第{number}个月" }
    year(year) { en "year {year}" zh "{year}年" }
    township_row(row) { en "township row {row}" zh "乡镇表第{row}行" }
    all_hold(all) { en "All {all} checks hold." zh "{all}项检查全部通过。" }
    all_hold_but(all, open) {
        en "All {all} checks hold; {open} could not be checked."
        zh "{all}项检查全部通过；另有{open}项无法检查。"
    }
    some_violated(violated, all) {
        en "{violated} of {all} checks do not hold."
        zh "{all}项检查中有{violated}项不符。"
    }
    some_violated_but(violated, all, open) {
        en "{violated} of {all} checks do not hold; {open} could not be checked."
        zh "{all}项检查中有{violated}项不符；另有{open}项无法检查。"
    }
    /// Files in a run folder that the run did not write.
    not_of_the_run(files) {
        en "Not from the run, and not checked: {files}"
        zh "不是该次运行写出的文件，未核对：{files}"
    }
    /// A row of the table of groups.
    group_row(row) { en "groups row {row}" zh "分组表第{row}行" }
    /// After a self-test without a failure.
    selftest_passed(all) {
        en "All {all} checks pass: what was checked comes out on this machine as it should."
        zh "{all}项检查全部通过：所检查的项目在本机均得出应有的结果。"
    }
    selftest_failed(failed, all) {
        en "{failed} of {all} checks fail: do not rely on what this program computes here."
        zh "{all}项检查中有{failed}项不符：请勿采用本机的计算结果。"
    }
    /// What `verify` found out about a file.
    unchanged { en "unchanged: it is what the run wrote" zh "未被改动：与该次运行写出的内容一致" }
    changed { en "CHANGED since the run wrote it" zh "已被改动：与该次运行写出的内容不一致" }
    drawn_again {
        en "genuine: the run gives this chart again, byte for byte"
        zh "属实：由该次运行重绘，逐字节一致"
    }
    other_chart {
        en "NOT what the run gives when its chart is drawn again"
        zh "不符：与该次运行重绘的图不一致"
    }
    other_run {
        en "from ANOTHER run than the one in this folder"
        zh "来自另一次运行，而非该文件夹中的运行"
    }
    no_run {
        en "not checked: no run folder is near; give the run's with --run"
        zh "未能核对：附近没有结果文件夹；请用--run指定"
    }
    unknown {
        en "unknown: nothing in the file or around it says where it is from"
        zh "来源不明：文件内和周围均无来源信息"
    }
    run_folder(folder) { en "run folder: {folder}" zh "结果文件夹：{folder}" }
    /// `verify` was given a folder.
    verify_takes_a_file(folder) {
        en "{folder} is a folder: verify takes one file, such as {folder}/summary.csv. For a whole run write lendmix check-run {folder}"
        zh "{folder}是文件夹：verify一次核对一个文件，例如{folder}/summary.csv。核对整次运行请用：lendmix check-run {folder}"
    }
    /// `verify` was given the manifest.
    manifest_lists(folder) {
        en "not checked: this is the run's own list of its files, and nothing lists it. lendmix check-run {folder} holds the files against it"
        zh "未能核对：这是该次运行自己的文件清单，没有别的文件可以证明它。请用lendmix check-run {folder}按清单核对各文件"
    }
    not_found { en "not found" zh "不存在" }
    permission_denied { en "permission denied" zh "没有权限" }
    no_space { en "no space left on the disk" zh "磁盘空间不足" }
    is_a_folder { en "it is a folder" zh "这是一个文件夹" }
    not_a_folder { en "it is not a folder" zh "这不是文件夹" }
    exists_already { en "it exists already" zh "已存在" }
    read_only { en "the disk can only be read" zh "磁盘为只读" }
    quota { en "the disk quota is used up" zh "磁盘配额已用完" }
    /// Anything else, in the system's own words.
    in_its_words(words) { en "{words}" zh "系统提示“{words}”" }
}
