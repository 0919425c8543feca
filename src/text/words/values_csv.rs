//! Headings of the table of a scenario's values in a run folder, in both languages side by side.

words! {
    key { en "key" zh "参数" }
    value { en "value" zh "取值" }
    set_in { en "set in" zh "设定处" }
    line { en "line" zh "行号" }
    instead_of { en "instead of" zh "原值" }
    set_there_in { en "set there in" zh "原设定处" }
    line_there { en "line there" zh "原行号" }
    comment { en "comment" zh "注释" }
}
