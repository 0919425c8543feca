//! Words of several rooms.

words! {
    /// Between the items of a list.
    comma { en ", " zh "、" }
    /// Between the parts of a place.
    part_comma { en ", " zh "，" }
    semicolon { en "; " zh "；" }
    in_brackets(text) { en "({text})" zh "（{text}）" }
    yes { en "yes" zh "是" }
    no { en "no" zh "否" }
}
