//! A scenario's values in words: its timetable, who set what, what a key takes.

words! {
    absent { en "absent" zh "未写" }
    named(path, name) { en "{path} ({name})" zh "{path}（{name}）" }
    holiday(name) { en "payment holiday ({name})" zh "延期还款（{name}）" }
    in_steps(from, until) { en "{from}, in steps to {until}" zh "{from}起逐月变动，至{until}" }
    months_later(months) { en "{months} months later" zh "推迟{months}个月" }
    to_month(month) { en "to {month}" zh "推迟至{month}" }
    to_month_after { en "to the month after" zh "推迟至期满次月" }
    instead_of(value, place) { en "instead of {value} ({place})" zh "取代{value}（{place}）" }
    required { en "required" zh "必填" }
    error { en "error" zh "错误" }
    help { en "help" zh "建议" }
    or(others) { en "or {others}" zh "或{others}" }
    months_of_event(from, until, name) {
        en "months {from} to {until} of each year of {name}"
        zh "{name}发生之年的{from}—{until}月"
    }
    one_mistake { en "1 mistake found; nothing was run\n" zh "共发现1处错误，未运行任何模拟\n" }
    mistakes(count) {
        en "{count} mistakes found; nothing was run\n"
        zh "共发现{count}处错误，未运行任何模拟\n"
    }
}
