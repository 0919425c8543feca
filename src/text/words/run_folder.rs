//! What went wrong with a run folder, and what to do.

words! {
    parent_missing(path) {
        en "cannot create {path}: its parent folder does not exist. Create it first, or give another --output"
        zh "无法创建{path}：上级文件夹不存在。请先建好，或换一个--output"
    }
    not_a_folder(path) { en "{path} is not a folder" zh "{path}不是文件夹。请换一个--output" }
    holds_run(path) {
        en "{path} is not empty: it holds a finished run. Give another --output, or --force to replace it"
        zh "{path}中已有一次运行的结果。请换一个--output，或加--force覆盖"
    }
    holds_other_files(path) {
        en "{path} is not empty and holds no run. Give another --output: --force replaces a finished run only"
        zh "{path}不是空文件夹，也不是运行结果。请换一个--output：--force只覆盖已完成的运行结果"
    }
    refused(doing, path, source) { en "cannot {doing} {path}: {source}" zh "无法{doing}{path}：{source}" }
    create_folder { en "create the folder" zh "创建文件夹" }
    list_folder { en "list the folder" zh "读取文件夹" }
    create_file { en "create a file in" zh "创建文件" }
    write { en "write" zh "写入" }
    read { en "read" zh "读取" }
    put_in_place { en "put in place" zh "替换" }
    remove { en "remove" zh "删除" }
    disk_full(path, source) {
        en "no space is left to write {path}: {source}"
        zh "磁盘空间不足，无法写入{path}：{source}"
    }
    /// Mistakes of this program itself, in the library's words.
    other(error) { en "{error}" zh "写出结果时出错：{error}" }
    no_run(path) {
        en "{path} holds no finished run: there is no manifest.json in it. Give the folder that lendmix run wrote; a run that was stopped early or killed has no manifest"
        zh "{path}中没有已完成的运行结果（缺manifest.json）。请给出lendmix run写出的文件夹；中途停止的运行没有该文件"
    }
    other_version(path, version, this) {
        en "{path} was written by version {version}; this is version {this}. Read it with that version, or run the scenario again"
        zh "{path}由{version}版写出，本程序为{this}版。请用该版本读取，或重新运行方案"
    }
    no_table(path, table) {
        en "the run in {path} was made without the table {table}. Run it again with --tables {table}, or with --tables replications,months,townships,groups"
        zh "{path}的运行未写出{table}表。请加--tables {table}或--tables replications,months,townships,groups重新运行"
    }
    no_column(path, id) {
        en "table {path} has no column {id}. An older version wrote the run: run the scenario again"
        zh "表{path}没有{id}列：该结果由较早的版本写出。请重新运行方案"
    }
    not_listed(path) { en "{path} is not in the manifest" zh "{path}不在manifest.json的清单中" }
    cut_off(path, found, expected) {
        en "{path} has {found} bytes; its manifest says {expected}: it is cut off. Copy the folder again from where it was made, or run the scenario again"
        zh "{path}为{found}字节，清单记载为{expected}字节：文件不完整。请重新复制结果文件夹，或重新运行方案"
    }
    grown(path, found, expected) {
        en "{path} has {found} bytes; its manifest says {expected}: it was changed or damaged after the run. Copy the folder again, or run the scenario again"
        zh "{path}为{found}字节，清单记载为{expected}字节：文件在运行之后被改动。请重新复制结果文件夹，或重新运行方案"
    }
    wrong_digest(path) {
        en "{path} is not what its manifest says: the SHA-256 differs: it was changed or damaged after the run. Copy the folder again, or run the scenario again"
        zh "{path}的SHA-256与清单不符：文件在运行之后被改动或损坏。请重新复制结果文件夹，或重新运行方案"
    }
    damaged(path) {
        en "table {path} is damaged. Copy the folder again, or run the scenario again"
        zh "表{path}已损坏。请重新复制结果文件夹，或重新运行方案"
    }
    unknown_metric(id) {
        en "there is no metric {id}. `lendmix list columns` has those of replications.parquet"
        zh "没有“{id}”这个指标。可用的指标即lendmix list columns所列replications.parquet的各列"
    }
    is_map(path) {
        en "{path} is the folder of a map of mixes, not of a run. `lendmix plot` draws it again; for checks, stories and groups compare or run the chosen mix"
        zh "{path}是模式比例图的结果，不是一次运行。lendmix plot可重新绘图；要核对、追溯或分组查看，请对选定的比例用lendmix run或compare"
    }
    table(path, reason) { en "table {path}: {reason}" zh "无法读写表{path}：{reason}" }
    json(path, source) { en "{path}: {source}" zh "{path}不是程序写出的JSON：{source}" }
}
