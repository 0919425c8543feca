//! `lendmix init`: a complete, commented scenario to start from.

use std::io::{ErrorKind, Write};
use std::path::Path;

use crate::text::Lang;

use super::failure::Failure;
use super::{Outcome, print};

/// The base case, as it ships.
const BASE: &str = include_str!("../../scenarios/daoxian-2016.toml");

/// Writes the base case to `file`; never over an existing one.
pub fn run(file: &Path, lang: Lang) -> Outcome {
    let file = if file.extension().is_none() { file.with_extension("toml") } else { file.to_path_buf() };
    let created = std::fs::File::options().write(true).create_new(true).open(&file);
    let written = created.and_then(|mut handle| handle.write_all(BASE.as_bytes()));
    match written {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(Failure::Exists(file)),
        Err(error) => return Err(Failure::Write(file, error)),
    }
    let shown = file.display();
    print::to_stdout(&lang.pick(
        format!("{shown} is written: the Daoxian case, every value with source and grade.\nChange it, then:\n  lendmix check {shown}\n  lendmix run {shown}\n"),
        format!("已写出 {shown}：道县案例，每个值都注明来源和可信等级。\n修改后运行：\n  lendmix check {shown}\n  lendmix run {shown}\n"),
    ))
}
