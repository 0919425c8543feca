//! The one list of figures: what each shows, how it is read, what it needs, which commands draw it.

use super::{FigureError, Material, Prepared};
use super::{comparison, deciles, fund, gains, lever, losses, mixes, recovery, townships};
use crate::output::MapSummary;
use crate::text::Lang;
use crate::text::words::figures as words;

/// What a figure needs of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// `summary.json`, which every run has.
    Summary,
    /// The values of single replications: of the run while it ends, later `replications.parquet`.
    Replications,
}

/// Whether a figure shows one scenario or the whole run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// One scenario.
    Scenario,
    /// All scenarios of a run.
    Run,
    /// All mixes of a map.
    Map,
}

/// A figure.
pub struct Figure {
    /// Name on the command line and of its files.
    pub id: &'static str,
    /// Title.
    pub title: fn(Lang) -> &'static str,
    /// How to read it.
    pub reading: fn(Lang) -> &'static str,
    /// What it needs.
    pub need: Need,
    /// Whether it shows one scenario or the run.
    pub scope: Scope,
    /// Commands that draw it.
    pub commands: &'static [&'static str],
    /// From the numbers of the run to the chart.
    pub prepare: Prepare,
}

/// How a figure comes from numbers.
#[derive(Clone, Copy)]
pub enum Prepare {
    /// From a run and the number of a scenario.
    Run(fn(&mut Material<'_>, usize, Lang) -> Result<Prepared, FigureError>),
    /// From a map of mixes.
    Map(fn(&MapSummary, Lang) -> Result<Prepared, FigureError>),
}

/// Commands that simulate one scenario or several.
const RUN: &[&str] = &["run", "compare", "plot"];

/// The figure of a run that a search has left behind; other runs have nothing to draw it from.
pub const LEVER_SEARCH: &str = "lever-search";

/// Every figure, in the order of a report.
pub static FIGURES: [Figure; 12] = [
    Figure {
        id: "fund-balance",
        title: words::fund_balance,
        reading: words::fund_balance_read,
        need: Need::Summary,
        scope: Scope::Scenario,
        commands: RUN,
        prepare: Prepare::Run(fund::balance),
    },
    Figure {
        id: "depletion-month",
        title: words::depletion_month,
        reading: words::depletion_month_read,
        need: Need::Summary,
        scope: Scope::Scenario,
        commands: RUN,
        prepare: Prepare::Run(fund::depletion),
    },
    Figure {
        id: "recovery-rate",
        title: words::recovery_rate,
        reading: words::recovery_rate_read,
        need: Need::Summary,
        scope: Scope::Scenario,
        commands: RUN,
        prepare: Prepare::Run(recovery::rate),
    },
    Figure {
        id: "gain-by-mode",
        title: words::gain_by_mode,
        reading: words::gain_by_mode_read,
        need: Need::Replications,
        scope: Scope::Scenario,
        commands: RUN,
        prepare: Prepare::Run(gains::by_mode),
    },
    Figure {
        id: "gain-by-decile",
        title: words::gain_by_decile,
        reading: words::gain_by_decile_read,
        need: Need::Summary,
        scope: Scope::Scenario,
        commands: RUN,
        prepare: Prepare::Run(deciles::gains),
    },
    Figure {
        id: "losses",
        title: words::losses,
        reading: words::losses_read,
        need: Need::Replications,
        scope: Scope::Scenario,
        commands: RUN,
        prepare: Prepare::Run(losses::tail),
    },
    Figure {
        id: "fund-size",
        title: words::fund_size,
        reading: words::fund_size_read,
        need: Need::Replications,
        scope: Scope::Scenario,
        commands: RUN,
        prepare: Prepare::Run(fund::size),
    },
    Figure {
        id: "maturity-wall",
        title: words::maturity_wall,
        reading: words::maturity_wall_read,
        need: Need::Summary,
        scope: Scope::Scenario,
        commands: RUN,
        prepare: Prepare::Run(recovery::wall),
    },
    Figure {
        id: "township-suspension",
        title: words::township_suspension,
        reading: words::township_suspension_read,
        need: Need::Summary,
        scope: Scope::Scenario,
        commands: RUN,
        prepare: Prepare::Run(townships::suspensions),
    },
    Figure {
        id: "comparison",
        title: words::comparison,
        reading: words::comparison_read,
        need: Need::Summary,
        scope: Scope::Run,
        commands: RUN,
        prepare: Prepare::Run(comparison::scenarios),
    },
    Figure {
        id: LEVER_SEARCH,
        title: words::lever_search,
        reading: words::lever_search_read,
        need: Need::Summary,
        scope: Scope::Run,
        commands: &["solve", "plot"],
        prepare: Prepare::Run(lever::search),
    },
    Figure {
        id: "mix-map",
        title: words::mix_map,
        reading: words::mix_map_read,
        need: Need::Summary,
        scope: Scope::Map,
        commands: &["map", "plot"],
        prepare: Prepare::Map(mixes::mixes),
    },
];

/// The figure of a name.
pub fn figure(id: &str) -> Option<&'static Figure> {
    FIGURES.iter().find(|figure| figure.id == id)
}
