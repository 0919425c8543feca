//! Small charts on a terminal.

words! {
    /// The first year, a curve of characters, the last year, and the curve's highest point.
    depletion_curve(first, curve, last, top) {
        en "{first} {curve} {last}, up to {top}"
        zh "{first}年{curve}{last}年，最高{top}"
    }
}
