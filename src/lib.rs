//! `lendmix`: a Monte Carlo policy simulator for county poverty-alleviation microcredit (扶贫小额信贷).
//!
//! It answers, before money is lent: with this mix of the three lending modes, this risk compensation fund and these
//! rules, how likely does the fund run dry and when, how much of the money comes back, and how much does a poor
//! household's income per head rise?
//!
//! # The model in one page
//!
//! A county has townships, villages and some ten thousand poor households. Month by month the fund is paid into,
//! weather and prices come once a season, harvests are brought in, organisations live or fail, overdue loans are
//! collected, loans fall due and are repaid or not, claims are shared by fund, insurer and bank, and new loans are
//! made as far as plan and leverage cap allow ([`model::County::simulate`](model::county::County) runs the ten stages).
//! Three modes: *self-directed* (the household invests; yields, prices, ability and illness decide its cash),
//! *pooled* (households borrow, one organisation uses the money, pays them a guaranteed sum and repays; its failure
//! takes all of its loans with it) and *fixed benefit* (the same through the county's development company).
//!
//! The three numbers:
//!
//! * **Fund depletion**: the first month in which a valid claim on the fund cannot be paid in full.
//! * **Recovery rate**: principal recovered so far of the loans that fell due in the year to date, over the principal
//!   of those loans. Compensation by the fund is never a recovery.
//! * **Per-capita income gain**: yearly income of a borrowing household's members with the programme less what the
//!   same household, with the same luck, would have had without it, per head; a debt left is subtracted.
//!
//! # The house
//!
//! An arrow means "may use"; skipping to the right is allowed. `tests/architecture.rs` keeps the rule.
//!
//! ```text
//! main → cli → report, selftest → figures → plots, output, explain, fit, solve → engine → scenario → model → distribution, draws → units
//! stats and text use only units; metrics uses model; audit uses metrics; selftest uses audit, engine and scenario;
//! output uses audit, metrics and stats; explain and solve use stats; plots uses text and units
//! ```
//!
//! | room | what stands in it |
//! |---|---|
//! | [`units`] | fen, shares, probabilities, calendar months |
//! | [`draws`] | addressed random numbers: (seed, replication, entity, purpose, season or month) |
//! | [`distribution`] | the marginals a file may name, their quantile functions, the copula |
//! | [`model`] | one county, one replication: the equations, pure functions of state and luck |
//! | [`scenario`] | files: inheritance, checks that report every mistake, messages that point into the file |
//! | [`fit`] | what a scenario shows against what is on record, and values fitted to it |
//! | [`engine`] | replications in parallel, in fixed chunks handed on in order |
//! | [`explain`] | why a replication went as it did: counterfactuals, first causes, warnings, a household's ledgers |
//! | [`metrics`] | the one list of columns: name, unit, meaning in both languages |
//! | [`audit`] | identities of the books, on records and on tables |
//! | [`stats`] | estimates with intervals |
//! | [`solve`] | inverse questions: what to simulate next, and how sure the answer is |
//! | [`output`] | the run folder |
//! | [`selftest`] | the program checked on the user's machine, with exact values of its own |
//! | [`figures`] | the one list of figures: from the numbers of a run to the data of a chart |
//! | [`report`] | the report: from the numbers of a run to sentences and tables, then to one HTML file |
//! | [`plots`] | charts: preparation apart from drawing, text outlined from an embedded font |
//! | [`text`] | languages and the writing of numbers |
//! | [`cli`] | one file per subcommand, the only place that prints |
//!
//! # Invariants
//!
//! * The model does not know that there are replications, nor which scenario it is in; the engine does not know what a
//!   loan is; `stats` does not know what a month is; nothing below `cli` prints.
//! * Every random number is a function of its address, and the scenario is not part of the address: the same household
//!   has the same luck under every policy. Threads, order and splitting cannot change a bit.
//! * Money that moves is integer fen. Elementary functions are `libm`'s, in pure Rust.
//! * A [`scenario::Scenario`] that exists is valid: after loading, a run cannot fail because of its input.
//! * Tables and states do not grow with the number of replications; exact quantiles need sixteen bytes a replication at
//!   the very end.
//!
//! # Decisions
//!
//! | choice | reason | what would change our mind |
//! |---|---|---|
//! | one package, one polars feature (`parquet`) named in `output` only | a cold build without it takes a third of the time; eager frames suffice, so the lazy engine is left out | a need for grouped queries inside the program |
//! | Holm over all comparisons shown, instead of one 95% each | a county that compares twenty mixes would else be shown a false difference as a matter of course | readers who test one hypothesis only: `--metric` makes the family as small as they like |
//! | one state per worker for all scenarios | a map of a hundred mixes takes the memory of one; a mix shares world and households with the others, and little else can be shared (draws of a replication are a tenth of its time) | a profile in which draws dominate |
//! | own Philox4x32-10 and AS241 | a draw per address, monotone in one uniform, frozen bits | – |
//! | own incomplete gamma and beta functions on `libm` | `statrs` uses the platform's logarithm; it is the cross-check in tests | a pure-`libm` library |
//! | values for exact quantiles are spilled to disk | memory must not grow, and a sketch would make intervals inexact | runs beyond 10⁷ replications |
//! | waves of fixed chunks instead of work stealing over replications | results come in order and memory is bounded | idle cores in a profile |
//! | one integration-test binary | polars is linked once | – |

pub mod audit;
pub mod cli;
pub mod distribution;
pub mod draws;
pub mod engine;
pub mod explain;
pub mod figures;
pub mod fit;
pub mod metrics;
pub mod model;
pub mod output;
pub mod plots;
pub mod report;
pub mod scenario;
pub mod selftest;
pub mod solve;
pub mod stats;
pub mod text;
pub mod units;
