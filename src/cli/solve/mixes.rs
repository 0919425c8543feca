//! `lendmix solve mix`: the best mix of modes under conditions.

use super::measure::{Measure, Row};
use super::mixes_page::Page;
use super::page;
use super::probe::{self, Probe};
use super::{Refusal, Task, typed};
use crate::cli::failure::Failure;
use crate::cli::{Outcome, study};
use crate::model::policy::Mode;
use crate::scenario::{Override, Scenario};
use crate::solve::{Errors, Limit, Mix, Round, Search, Verdict, grid};
use crate::stats::CONFIDENCE;

/// Step of the first grid, in thousandths.
const COARSE: u16 = 100;
/// Replications of the first look; each further look takes four times as many, up to all.
const FIRST_LOOK: u32 = 128;
const LOOKS_GROW: u32 = 4;
/// More mixes than this that are still in are not refined: they are tied as they are.
const REFINE_AT_MOST: usize = 24;
/// Tied mixes whose tables are written beside the answer's.
const TIED_WRITTEN: usize = 4;

/// What is asked for.
pub struct Question {
    /// The measure.
    pub objective: Measure,
    /// Whether more of it is better.
    pub maximise: bool,
    /// What must hold.
    pub conditions: Vec<(Measure, Limit)>,
    /// Whether outreach was added as a condition because none was given.
    pub outreach_added: bool,
    finest: u16,
}

/// Searches, tells and writes.
pub fn best(task: &Task<'_>, objective: &str, maximise: bool, conditions: &[String], finest: &str) -> Outcome {
    let question = question(objective, maximise, conditions, finest)?;
    if !task.wanted.study.mixes.is_empty() {
        return Err(Refusal::MixGiven.into());
    }
    let common = task.common()?;
    let scenario = task.load(&common)?;
    // A mix that has dates of its own is refused when it is set.
    let households = probe::households(&scenario.county());
    let probe = Probe::new(task.file()?, common, &scenario, households, &task.wanted.study, task.lang);
    let outcome = look(&probe, &question, &scenario)?;
    let finding = outcome.search.finding();
    let mut written = vec![scenario];
    for index in finding.leader.iter().chain(finding.tied.iter().take(TIED_WRITTEN)) {
        let mix = outcome.search.candidates[*index].point;
        if Some(mix) != of_file(&written[0]) {
            written.push(probe.load(&[overriding(mix)])?);
        }
    }
    let (done, folder) = study::simulate(written, &study::Watched::default(), &task.wanted.study, task.lang)?;
    let page = Page { scenario: &done.scenarios[0], question: &question, outcome: &outcome, finding, lang: task.lang };
    let (seen, json, text) = (page.csv(), page.json(), page.text());
    page::finish(task, (done, folder), &seen, json, &text)
}

fn question(objective: &str, maximise: bool, conditions: &[String], finest: &str) -> Result<Question, Refusal> {
    let option = if maximise { "--maximise" } else { "--minimise" };
    let objective = typed::objective(option, if objective.is_empty() { "gain" } else { objective })?;
    let mut conditions = typed::conditions(conditions)?;
    let outreach = |measure: &Measure| matches!(measure, Measure::Lent | Measure::Households);
    let outreach_added = !outreach(&objective) && !conditions.iter().any(|(measure, _)| outreach(measure));
    if outreach_added {
        conditions.push((Measure::Lent, Limit::AtLeast(0.95)));
    }
    Ok(Question { objective, maximise, conditions, outreach_added, finest: typed::finest(finest)? })
}

fn overriding(mix: Mix) -> Override {
    let [own, pooled, fixed] = mix.parts().map(|part| f64::from(part) / 10.0);
    Override::mix(format!("{own}/{pooled}/{fixed}"))
}

/// The file's mix, if it is whole thousandths that add up.
fn of_file(scenario: &Scenario) -> Option<Mix> {
    let mix = &scenario.policy.start.lending.mix;
    let parts = Mode::ALL.map(|mode| libm::round(mix[mode].get() * 1000.0) as u16);
    let exact =
        Mode::ALL.iter().zip(parts).all(|(mode, part)| (mix[*mode].get() * 1000.0 - f64::from(part)).abs() < 1e-6);
    Mix::new(parts).filter(|_| exact)
}

/// A search that is over.
pub struct Searched {
    /// The mixes with what was found of them.
    pub search: Search<Mix>,
    /// The measures of each replication of each mix.
    pub rows: Vec<Vec<Row>>,
    errors: Errors,
    /// The file's own mix.
    pub file: Option<usize>,
    /// Step of the finest grid, in thousandths.
    pub finest_reached: u16,
}

/// The grid, then around what is still in at half the step, until the finest.
fn look(probe: &Probe<'_>, question: &Question, scenario: &Scenario) -> Result<Searched, Failure> {
    let ladder = ladder(probe.replications);
    let errors = Errors {
        error: 1.0 - CONFIDENCE,
        points: grid(question.finest).len() + 1,
        conditions: question.conditions.len(),
        looks: ladder.len(),
    };
    let mut search = Search::new(ladder, errors);
    search.propose(grid(COARSE));
    let today = of_file(scenario);
    search.propose(today);
    let mut searched = Searched { search, rows: Vec::new(), errors, file: None, finest_reached: COARSE };
    searched.file =
        today.and_then(|mix| searched.search.candidates.iter().position(|candidate| candidate.point == mix));
    let mut step = COARSE;
    loop {
        while let Some(round) = searched.search.next(probe.batch) {
            simulate(probe, question, &mut searched, round)?;
        }
        let search = &mut searched.search;
        let still_in: Vec<Mix> = search.candidates.iter().filter(|c| c.is_in()).map(|c| c.point).collect();
        if step / 2 < question.finest || still_in.is_empty() || still_in.len() > REFINE_AT_MOST {
            return Ok(searched);
        }
        step /= 2;
        searched.finest_reached = step;
        search.propose(still_in.iter().flat_map(|mix| mix.neighbours(step)));
    }
}

/// Numbers of replications at which a mix is looked at.
fn ladder(all: u32) -> Vec<u32> {
    let looks = std::iter::successors(Some(FIRST_LOOK), |look| look.checked_mul(LOOKS_GROW));
    let mut ladder: Vec<u32> = looks.take_while(|look| *look < all / 2).collect();
    ladder.push(all);
    ladder
}

fn simulate(probe: &Probe<'_>, question: &Question, searched: &mut Searched, round: Round) -> Result<(), Failure> {
    let variants: Vec<Vec<Override>> =
        round.candidates.iter().map(|index| vec![overriding(searched.search.candidates[*index].point)]).collect();
    let simulated = probe.simulate(&variants, round.replications)?;
    searched.rows.resize_with(searched.search.candidates.len(), Vec::new);
    for (index, new) in round.candidates.into_iter().zip(simulated) {
        let sign = if question.maximise { 1.0 } else { -1.0 };
        let values: Vec<f64> = question.objective.of(&new).map(|value| sign * value).collect();
        searched.rows[index].extend(new);
        let tail = searched.errors.of_condition();
        let rows = &searched.rows[index];
        let verdicts = question.conditions.iter().map(|(measure, limit)| limit.judge(&measure.observed(rows), tail));
        let verdict = verdicts.max().unwrap_or(Verdict::Holds);
        searched.search.record(index, &values, verdict);
    }
    searched.search.settle();
    Ok(())
}
