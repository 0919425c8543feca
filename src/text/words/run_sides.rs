//! What `check-run` found in a file or a table, and what should be there.

words! {
    bytes(bytes) { en "{bytes} bytes" zh "{bytes}字节" }
    lines(lines) { en "{lines} lines" zh "{lines}行" }
    rows(rows) { en "{rows} rows" zh "{rows}行" }
    replication(number) { en "replication {number}" zh "第{number}号模拟" }
    end_of_table { en "the end of the table" zh "表已结束" }
    months(last) { en "months 1 to {last}" zh "第1至{last}个月" }
    tables { en "tables" zh "各表" }
    tables_to_read { en "tables that can be read" zh "可读取的表" }
    another_digest { en "another SHA-256" zh "SHA-256不同" }
    bytes_and_digest(bytes, digest) {
        en "{bytes} bytes, SHA-256 {digest}…"
        zh "{bytes}字节、SHA-256为{digest}…"
    }
    on_threads(id, threads) { en "{id} on {threads} threads" zh "{id}（{threads}个线程）" }
    no_entry { en "no entry" zh "未列出" }

    /// A line of a file, the beginning of its row, and the heading of a column.
    line(name, line) { en "{name} line {line}" zh "{name}第{line}行" }
    row(place, cells) { en "{place}, {cells}" zh "{place}，{cells}" }
    column(place, heading) { en "{place}, column \"{heading}\"" zh "{place}，“{heading}”列" }

    /// Why a file or a table could not be read; the English is that of the error where it has more to say.
    not_there { en "no such file" zh "文件不存在" }
    may_not_read { en "reading is not permitted" zh "没有读取权限" }
    cannot_read(source) { en "cannot be read: {source}" zh "无法读取（“{source}”）" }
    outside { en "a path that leads out of the folder" zh "路径指向文件夹之外" }
    damaged(path) { en "{path} is damaged" zh "{path}已损坏" }
    no_column(path, id) { en "{path} has no column {id}" zh "{path}缺少{id}列" }
    cannot_read_table(path, reason) { en "{path} cannot be read: {reason}" zh "{path}无法读取（“{reason}”）" }
    other(error) { en "{error}" zh "“{error}”" }
}
