//! Identities of the books: what must hold in every replication and every month, whoever looks.
//!
//! They read columns by their names, so that the same functions check the records of the model (tests) and the tables
//! of a finished run (`lendmix check-run`). Money is compared in fen, exactly; ratios to the last bits.

use crate::text::Say;

mod books;
mod digest;
mod fund;
mod groups;
mod people;
mod principal;
mod sums;
mod tally;

pub use books::{Books, Columns, Header, Missing};
pub use digest::Fingerprint;
pub use tally::{Place, Relation, Tally, Violation};

/// Something that must hold in every replication.
pub struct Identity {
    /// Name in reports.
    pub id: &'static str,
    /// What must hold.
    pub says: Say,
    check: fn(&Books, &mut Tally) -> Result<(), Missing>,
}

/// Every identity, in the order of reports.
pub fn identities() -> impl Iterator<Item = &'static Identity> {
    [
        &fund::IDENTITIES as &[Identity],
        &principal::IDENTITIES,
        &sums::IDENTITIES,
        &people::IDENTITIES,
        &groups::IDENTITIES,
    ]
    .into_iter()
    .flatten()
}

/// How many violations of an identity are kept with their place.
const KEPT: usize = 5;

/// What an identity came to over all replications so far.
pub struct Verdict {
    /// The identity.
    pub identity: &'static Identity,
    /// Comparisons made.
    pub checked: u64,
    /// Comparisons that failed.
    pub violated: u64,
    /// The first few failures: scenario, replication, what was found.
    pub first: Vec<(String, u32, Violation)>,
    /// The table or column without which it could not be checked.
    pub missing: Option<Missing>,
}

/// Checks replication after replication.
pub struct Audit {
    verdicts: Vec<Verdict>,
}

impl Default for Audit {
    fn default() -> Audit {
        let empty = |identity| Verdict { identity, checked: 0, violated: 0, first: Vec::new(), missing: None };
        Audit { verdicts: identities().map(empty).collect() }
    }
}

impl Audit {
    /// Checks the books of one replication.
    pub fn check(&mut self, scenario: &str, replication: u32, books: &Books) {
        for verdict in &mut self.verdicts {
            let mut tally = Tally::default();
            if let Err(missing) = (verdict.identity.check)(books, &mut tally) {
                verdict.missing = Some(missing);
                continue;
            }
            verdict.checked += tally.checked;
            verdict.violated += tally.violated;
            let room = KEPT - verdict.first.len();
            let kept = tally.first.into_iter().take(room);
            verdict.first.extend(kept.map(|violation| (scenario.to_owned(), replication, violation)));
        }
    }

    /// What each identity came to, in the order of [`identities`].
    pub fn verdicts(&self) -> &[Verdict] {
        &self.verdicts
    }
}

#[cfg(test)]
mod tests;
