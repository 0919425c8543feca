//! Any bytes as the table of observed values `values.csv` that a distribution of a county names.
#![no_main]

mod table;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| table::read("values.csv", bytes));
