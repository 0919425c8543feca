//! Help of the command line: `arguments::solve` has the words of `lendmix solve --help`.

pub(crate) mod checks;
pub(crate) mod commands;
pub(crate) mod compare;
pub(crate) mod explain;
pub(crate) mod map;
pub(crate) mod plot;
pub(crate) mod solve;
pub(crate) mod study;
