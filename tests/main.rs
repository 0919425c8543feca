//! Tests by what they prove. One binary, so that heavy dependencies are linked once.

#![expect(clippy::print_stdout, reason = "measured figures are shown with `--nocapture`")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(
    clippy::disallowed_methods,
    reason = "expected values may come from the platform's functions: tolerances are wide"
)]

mod support;

mod accounting;
mod architecture;
mod browser;
mod charts;
mod cli;
mod contract_scenarios;
mod contracts;
mod coupling;
mod coverage;
mod data;
mod dated;
mod docs;
mod explain;
mod explain_cli;
mod gallery;
mod golden;
mod groups;
mod laboratory;
mod mixes;
mod properties;
mod record;
mod report;
mod reproducibility;
mod rerun;
mod rules;
mod scenarios;
mod schema;
mod screens;
mod shocks;
mod solve;
mod solve_cli;
mod suspension;
mod switches;
mod theory;
mod transfer;
mod traps;
