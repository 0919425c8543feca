//! Rows of a loan ledger whose values do not go together, or not with the scenario.

use crate::units::{CalendarMonth, Fen};

/// What is wrong with a row of a ledger.
#[derive(Clone, Debug)]
pub enum LedgerMistake {
    /// Granted in the first month of the run or later: only older loans are on the book.
    NotBeforeStart {
        /// First month of the run.
        start: CalendarMonth,
    },
    /// Due in the month of granting or before it.
    DueBeforeGrant {
        /// Month of granting.
        grant: CalendarMonth,
    },
    /// The due date of a performing loan is past.
    PerformingPastDue {
        /// First month of the run.
        start: CalendarMonth,
    },
    /// The due date of a loan in default is not past.
    NotYetDue {
        /// First month of the run.
        start: CalendarMonth,
    },
    /// More is owed than was lent.
    AbovePrincipal {
        /// What was lent.
        principal: Fen,
    },
    /// Nothing is owed on a loan that is not repaid.
    NothingOwed,
    /// Something is owed on a loan that is repaid.
    RepaidAndOwed,
    /// No household of the roster.
    NotInRoster {
        /// The one that was probably meant.
        nearest: Option<String>,
    },
    /// A number that belongs to a synthesised household.
    Synthesised {
        /// How many there are: they have the numbers from 1.
        households: u32,
    },
    /// Another township or village than the roster's, or than in another row.
    OtherHome {
        /// The township or village that is known.
        known: String,
    },
    /// A self-directed loan with an organisation.
    NoOrganisation,
    /// A pooled loan without one.
    OrganisationMissing,
    /// A probability of default without a loss, where cash decides the mode's losses.
    LossMissing,
}
