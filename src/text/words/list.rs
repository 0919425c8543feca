//! Reference tables.

words! {
    column { en "column" zh "列名" }
    unit { en "unit" zh "单位" }
    meaning { en "meaning" zh "含义" }
    key { en "key" zh "键" }
    allowed { en "allowed" zh "可写" }
    if_absent { en "if absent" zh "不写时" }
    base_case { en "base case" zh "基准值" }
    distribution { en "distribution" zh "分布" }
    give { en "give" zh "必填" }
    optional { en "optional" zh "可选" }
    chart(id, title, reading, needs, drawn_by) {
        en "{id}\n  {title}. {reading}\n  from {needs}; drawn by {drawn_by}\n\n"
        zh "{id}\n  {title}。{reading}\n  取自{needs}；由{drawn_by}绘制\n\n"
    }
}
