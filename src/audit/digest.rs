//! A digest of records that depends on names and values alone: not on the order of columns, nor on how they are stored.

use crate::metrics::{Column, MONTH_COLUMNS, REPLICATION_COLUMNS, TOWNSHIP_COLUMNS, Value};
use crate::model::record::{MonthRecord, ReplicationRecord, TownshipYearRecord};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Digests of the columns of some records, taken as the records come.
#[derive(Clone, Debug, Default)]
pub struct Fingerprint(BTreeMap<String, Sha256>);

impl Fingerprint {
    /// Adds records: replications, months and townships in their order.
    pub fn add(
        &mut self,
        replications: &[ReplicationRecord],
        months: &[MonthRecord],
        townships: &[TownshipYearRecord],
    ) {
        self.add_table("replications", &REPLICATION_COLUMNS, replications);
        self.add_table("months", &MONTH_COLUMNS, months);
        self.add_table("townships", &TOWNSHIP_COLUMNS, townships);
    }

    fn add_table<R>(&mut self, table: &str, columns: &[Column<R>], records: &[R]) {
        for column in columns {
            let digest = self.0.entry(format!("{table}.{}", column.id)).or_default();
            records.iter().for_each(|record| digest.update(bytes_of((column.read)(record))));
        }
    }

    /// Number of columns.
    pub fn columns(&self) -> usize {
        self.0.len()
    }

    /// SHA-256 over the columns' names and digests in the order of names, hexadecimal.
    pub fn digest(&self) -> String {
        let mut all = Sha256::new();
        for (name, digest) in &self.0 {
            all.update(name.as_bytes());
            all.update([0]);
            all.update(digest.clone().finalize());
        }
        all.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// The kind and the bits of a value; a float that is not a number is a missing value.
fn bytes_of(value: Value) -> [u8; 9] {
    let (kind, bits) = match value {
        Value::Float(number) if number.is_nan() => (0, 0),
        Value::Float(number) => (1, number.to_bits()),
        Value::Integer(number) => (2, number as u64),
        Value::Boolean(yes) => (3, u64::from(yes)),
        Value::Missing => (0, 0),
    };
    let mut bytes = [kind; 9];
    bytes[1..].copy_from_slice(&bits.to_le_bytes());
    bytes
}
