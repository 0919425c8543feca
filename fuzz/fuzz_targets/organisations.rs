//! Any bytes as the table `organisations.csv` of a county.
#![no_main]

mod table;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| table::read("organisations.csv", bytes));
