//! Words of several rooms.

words! {
    /// Between the items of a list.
    comma { en ", " zh "、" }
    /// Between the parts of a place.
    part_comma { en ", " zh "，" }
    /// Between items that have commas of their own.
    semicolon { en "; " zh "；" }
    in_brackets(text) { en "({text})" zh "（{text}）" }
    /// The unit of large sums.
    million_yuan { en "million yuan" zh "万元" }
    /// A heading of figures: what they are, and their unit.
    with_unit(label, unit) { en "{label}, {unit}" zh "{label}（{unit}）" }
    yes { en "yes" zh "是" }
    no { en "no" zh "否" }
}
