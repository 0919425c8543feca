//! A scenario under every mix of modes, read once.

use super::{Override, Scenario, file};
use crate::model::policy::{Mode, PerMode};
use crate::model::timetable::Timetable;
use crate::units::Share;

/// A scenario under another mix: what differs from the scenario itself.
#[derive(Clone, Debug)]
pub struct Mixed {
    /// Name: the scenario's with the mix.
    pub name: String,
    /// Share of new lending of each mode.
    pub mix: PerMode<Share>,
    /// Its policies.
    pub policy: Timetable,
    /// Everything that a replication depends on, as [`Scenario::canonical`] of the scenario with this mix.
    pub canonical: String,
}

impl Mixed {
    /// SHA-256 of the canonical text, in hex.
    pub fn digest(&self) -> String {
        file::sha256(self.canonical.as_bytes())
    }
}

/// The path of the mix in a canonical text.
const PATH: &str = "policy.lending.mix.";

impl Scenario {
    /// The mix of modes at the start.
    pub fn mix(&self) -> &PerMode<Share> {
        &self.policy.start.lending.mix
    }

    /// This scenario with another mix for the whole run, as if `--mix` had set it.
    ///
    /// The scenario must have been loaded with a mix that gives every mode a share that `mix` gives one: then every
    /// section is there, and no dated change of the mix is.
    pub fn mixed(&self, mix: PerMode<Share>) -> Mixed {
        let mut policy = self.policy.clone();
        let versions = policy.changes.iter_mut().map(|(_, version)| version);
        versions.chain([&mut policy.start]).for_each(|version| version.lending.mix = mix.clone());
        let canonical = self.canonical();
        let lines = canonical.lines().map(|line| {
            let mode = line.strip_prefix(PATH).and_then(|rest| rest.split_once(" = ")).map(|(mode, _)| mode);
            match mode.and_then(|mode| Mode::ALL.into_iter().find(|one| one.key() == mode)) {
                Some(mode) => format!("{PATH}{} = {}\n", mode.key(), mix[mode].get()),
                None => format!("{line}\n"),
            }
        });
        Mixed { name: self.name_with(&mix), canonical: lines.collect(), mix, policy }
    }

    /// The name that the scenario has under a mix: without the mix it was loaded with.
    fn name_with(&self, mix: &PerMode<Share>) -> String {
        let typed = Override::mix_of(mix);
        let own =
            self.overrides.iter().filter(|one| one.option() == typed.option()).map(|one| format!("@{}", one.label()));
        let stem = own.fold(self.name.clone(), |name, label| name.strip_suffix(&label).unwrap_or(&name).to_owned());
        format!("{stem}@{}", typed.label())
    }
}
