//! A checked scenario: who set its values, and its timetable.

words! {
    value { en "value" zh "参数" }
    is { en "is" zh "取值" }
    set_in { en "set in" zh "出处" }
    valid(name, count, overridden, digest) {
        en "{name}: valid. {count} values, {overridden} of them changed here; digest {digest}"
        zh "{name}：有效。共{count}个值，其中{overridden}个在此改动；摘要{digest}"
    }
    timetable { en "timetable" zh "时间表" }
    what { en "what" zh "事项" }
    instead_of { en "instead of" zh "原为" }
}
