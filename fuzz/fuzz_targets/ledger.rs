//! Any bytes as the table `ledger.csv` of a county.
#![no_main]

mod table;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| table::read("ledger.csv", bytes));
