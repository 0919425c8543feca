//! The program: everything stands in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    lendmix::cli::main(std::env::args_os().collect())
}
