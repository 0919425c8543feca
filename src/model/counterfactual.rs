//! What would have happened on the same path had one thing been otherwise: one kind of luck neutral, or one household
//! in another mode.
//!
//! Random numbers have addresses, so everything else stays as it was. A kind that is neutral:
//!
//! | kind | what is set |
//! |---|---|
//! | seasons | factors of county, townships and industries at zero, their median; the mixing variable at its median; the regime calm |
//! | prices | every price multiplier at one, cycle included |
//! | organisations | no organisation fails, the company and forced failures included |
//! | catastrophes | none strikes, forced years included |
//! | illness | nobody falls ill |
//!
//! Each household keeps its own yields, its will to repay, its ability: what it does alone is not neutralised.

use crate::model::policy::Mode;

/// A kind of luck.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LuckKind {
    /// Factors that many share: weather and the times.
    Seasons,
    /// Prices of products.
    Prices,
    /// Failures of organisations.
    Organisations,
    /// Catastrophes.
    Catastrophes,
    /// Illness of households.
    Illness,
}

impl LuckKind {
    /// All kinds.
    pub const ALL: [LuckKind; 5] =
        [LuckKind::Seasons, LuckKind::Prices, LuckKind::Organisations, LuckKind::Catastrophes, LuckKind::Illness];

    /// Name in tables.
    pub fn key(self) -> &'static str {
        match self {
            LuckKind::Seasons => "seasons",
            LuckKind::Prices => "prices",
            LuckKind::Organisations => "organisations",
            LuckKind::Catastrophes => "catastrophes",
            LuckKind::Illness => "illness",
        }
    }
}

/// Kinds of luck that are neutral.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Neutral(u8);

impl Neutral {
    /// None: what happened.
    pub const NONE: Neutral = Neutral(0);

    /// With one more kind.
    #[must_use]
    pub fn with(self, kind: LuckKind) -> Neutral {
        Neutral(self.0 | 1 << kind as u8)
    }

    /// Whether a kind is neutral.
    #[inline]
    pub fn has(self, kind: LuckKind) -> bool {
        self.0 >> kind as u8 & 1 == 1
    }
}

/// A household that is lent to in a mode and month that the queues did not give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The household.
    pub household: u32,
    /// Its mode.
    pub mode: Mode,
    /// Month of the loan.
    pub month: usize,
}

/// What is otherwise than it was; by default nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counterfactual {
    /// Kinds of luck that are neutral.
    pub neutral: Neutral,
    /// A household that is served elsewhere.
    pub placed: Option<Placed>,
}

impl Counterfactual {
    /// Only some kinds of luck are neutral.
    pub fn neutral(neutral: Neutral) -> Counterfactual {
        Counterfactual { neutral, placed: None }
    }
}
