//! Words of several rooms.

words! {
    /// Between the items of a list.
    comma { en ", " zh "、" }
    yes { en "yes" zh "是" }
    no { en "no" zh "否" }
}
