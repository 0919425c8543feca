//! Classes of loan risk: what makes the loans of a class default, what is lost, what is collected.
//!
//! Every mode is a class; a group of loans of the existing book may be one of its own.

use crate::distribution::Copula;
use crate::model::county::thresholds;
use crate::model::factors::RootLoadings;
use crate::model::loan::Loan;
use crate::model::policy::{Mode, Repayment};
use crate::model::world::{DefaultMechanism, ModeRisk, World};

/// A horizon of collection that no run reaches: a loan in default is never written off.
pub const NO_HORIZON: u16 = u16::MAX;

/// Loans of the existing book that share their risk and their schedule, where these are not the mode's.
#[derive(Clone, Debug)]
pub struct LoanGroup {
    /// Default, loss and collection.
    pub risk: ModeRisk,
    /// How the principal is repaid.
    pub repayment: Repayment,
}

/// A class of risk with what can be computed once from it.
#[derive(Clone, Debug)]
pub struct RiskClass {
    /// The parameters.
    pub parameters: ModeRisk,
    /// Square roots of its loadings.
    pub roots: RootLoadings,
    /// C⁻¹ of the probabilities of its default mechanism.
    pub thresholds: Vec<f64>,
    /// Months after which a loan in default is written off: when collection ends, but not before its claim.
    pub write_off_months: usize,
    /// The larger of the probabilities that something is collected in a month.
    pub most_likely_collection: f64,
    /// Whether nothing ever happens to a loan of the class after its default and its claim.
    pub left_alone: bool,
}

/// All classes of a county: those of the modes first, then those of the groups of the existing book.
#[derive(Clone, Debug)]
pub struct RiskClasses {
    classes: Vec<RiskClass>,
    /// Whether some class defaults by copula during the season.
    pub some_by_season: bool,
    /// Whether some class defaults by hazard.
    pub some_by_hazard: bool,
    /// Whether some class is tried at its due dates independently.
    pub some_by_trial: bool,
    /// Whether some class is tried at its due dates by copula.
    pub some_by_joint_trial: bool,
    /// Months after which loans of every class are written off.
    pub longest_write_off: usize,
}

impl RiskClasses {
    /// The classes of a world in which a claim waits at most `longest_waiting` months.
    pub fn new(world: &World, longest_waiting: u16) -> RiskClasses {
        let class = |risk: &ModeRisk| RiskClass::new(risk, world.factors.copula, longest_waiting);
        let groups = world.groups.iter().map(|group| class(&group.risk));
        let classes: Vec<RiskClass> = world.risk.0.iter().map(class).chain(groups).collect();
        let some = |is: fn(&DefaultMechanism) -> bool| classes.iter().any(|class| is(&class.parameters.default));
        RiskClasses {
            some_by_season: some(|default| matches!(default, DefaultMechanism::Copula { .. })),
            some_by_hazard: some(|default| matches!(default, DefaultMechanism::Hazard { .. })),
            some_by_trial: some(|default| matches!(default, DefaultMechanism::AtMaturity { by_copula: false, .. })),
            some_by_joint_trial: some(|default| {
                matches!(default, DefaultMechanism::AtMaturity { by_copula: true, .. })
            }),
            longest_write_off: classes.iter().map(|class| class.write_off_months).max().unwrap_or(0),
            classes,
        }
    }

    /// The class of a loan.
    pub fn of(&self, loan: &Loan) -> &RiskClass {
        &self.classes[loan.risk as usize]
    }
}

impl RiskClass {
    fn new(risk: &ModeRisk, copula: Copula, longest_waiting: u16) -> RiskClass {
        let collection = &risk.collection;
        let write_off_months = usize::from(collection.horizon_months).max(usize::from(longest_waiting) + 1);
        let most = collection.monthly_suspended.unwrap_or(collection.monthly).get().max(collection.monthly.get());
        RiskClass {
            left_alone: most == 0.0 && write_off_months >= usize::from(NO_HORIZON),
            most_likely_collection: most,
            write_off_months,
            roots: RootLoadings::from(&risk.loadings),
            thresholds: thresholds(&risk.default.probabilities(), copula),
            parameters: risk.clone(),
        }
    }
}

/// Number of a mode's class.
pub fn class_of_mode(mode: Mode) -> u32 {
    mode as u32
}

/// Number of the class of a group of the existing book, by its place in the list.
pub fn class_of_group(group: u32) -> u32 {
    Mode::ALL.len() as u32 + group
}
