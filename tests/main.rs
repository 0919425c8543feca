//! Tests by what they prove. One binary, so that heavy dependencies are linked once.

mod support;

mod accounting;
mod architecture;
mod cli;
mod coupling;
mod docs;
mod reproducibility;
mod scenarios;
mod theory;
