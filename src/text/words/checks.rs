//! What `check-run`, `selftest` and `verify` say, and what a system says when it refuses.

words! {
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
