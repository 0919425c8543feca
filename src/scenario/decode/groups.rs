//! `[[world.loans]]`: groups of equal loans that run at the start, each with a risk of its own.
//!
//! A group becomes rows of the existing book, one household a loan, and a class of risk.

use super::item::{FromItem, Item};
use super::neutral;
use super::policy::repayment;
use super::risk;
use super::section::Section;
use super::tables::all;
use crate::distribution::Marginal;
use crate::draws::Entity;
use crate::model::book::{Ledger, LedgerHousehold, LedgerLoan, LedgerStatus};
use crate::model::policy::{Mode, PerMode, Repayment};
use crate::model::risk::LoanGroup;
use crate::model::world::{Collection, Contagion, DefaultMechanism, Loadings, ModeRisk, PopulationSource};
use crate::scenario::RunSettings;
use crate::scenario::keys::Key;
use crate::scenario::keys::groups::group as g;
use crate::scenario::keys::top;
use crate::scenario::keys::world::{collection as c, loadings as l, organisations as o, root as w};
use crate::scenario::mistake::{Because, Mistake, ShapeMistake, TogetherMistake};
use crate::scenario::node::{Node, Value};
use crate::units::{CalendarMonth, Fen, Probability, Share};

/// What the groups need of the rest of the world; `None` while it is broken.
pub struct Scenario<'a> {
    /// Households of the population and of a ledger before those of the groups.
    pub households: Option<u32>,
    /// Number of townships.
    pub townships: Option<usize>,
    /// Names of the industries.
    pub industries: Option<&'a [&'a str]>,
    /// Default, loss and collection of each mode.
    pub risk: Option<&'a PerMode<ModeRisk>>,
    /// The run.
    pub run: Option<&'a RunSettings>,
}

/// Whether the world has groups of loans.
pub fn written(world: &Section<'_>) -> bool {
    world.has(&w::LOANS)
}

/// Number of townships of a laboratory whose population does not say it: the largest that its loans name.
pub fn townships(section: &Section<'_>) -> u32 {
    section.cx.most_townships.get()
}

/// The largest number of a township that loans and organisations of a world name, at least 1.
pub fn most_townships(root: &Node) -> u32 {
    let world = root.table().and_then(|root| root.get(top::WORLD.name)).and_then(Node::table);
    let organisations = world.and_then(|world| world.get(w::ORGANISATIONS.name)).and_then(Node::table);
    let loans = world.and_then(|world| world.get(w::LOANS.name));
    let listed = organisations.and_then(|table| table.get(o::LIST.name));
    let entries = [loans, listed].into_iter().flatten().flat_map(|node| match &node.value {
        Value::List(list) => list.as_slice(),
        _ => &[],
    });
    let numbers = entries.filter_map(|entry| entry.table()?.get(g::TOWNSHIP.name)?.number());
    // The range of the key bounds it where it is read.
    numbers.filter(|number| (1.0..=10_000.0).contains(number)).fold(1.0, f64::max) as u32
}

/// Reads the groups into a ledger; those of a list go on with the ledger's own numbers.
pub fn groups(world: &Section<'_>, known: &Scenario<'_>, ledger: &mut Ledger) -> Option<Vec<LoanGroup>> {
    let Some(item) = world.item(&w::LOANS) else { return Some(Vec::new()) };
    let list = item.list(item.key.kind)?;
    if list.is_empty() {
        item.report(Mistake::Shape(ShapeMistake::Empty { path: item.path.clone() }));
        return None;
    }
    let mut names: Vec<String> = Vec::new();
    let groups = all(list.iter().enumerate().map(|(place, entry)| {
        let section = entry.section(&g::SECTION)?;
        let name: String = section.or(&g::NAME, (place + 1).to_string())?;
        if names.contains(&name) {
            let mistake = TogetherMistake::Twice { path: item.path.clone(), name };
            entry.report(Mistake::Together(mistake));
            return None;
        }
        names.push(name.clone());
        Some((name, group(&section, known)?))
    }))?;
    needs_industries(world, &groups);
    let first = known.households?;
    let classes = groups.iter().map(|(_, group)| group.class.clone()).collect();
    for (number, (name, group)) in groups.iter().enumerate() {
        group.write_into(ledger, name, number as u32, first);
    }
    Some(classes)
}

/// Reports that cash decides a default and nothing says what is produced.
fn needs_industries(world: &Section<'_>, groups: &[(String, Group)]) {
    let structural = |group: &Group| matches!(group.class.risk.default, DefaultMechanism::Structural);
    if groups.iter().any(|(_, group)| structural(group)) && !world.has(&w::INDUSTRIES) {
        world.missing_section(&w::INDUSTRIES, Because::Structural);
    }
}

/// A group as it is written.
struct Group {
    class: LoanGroup,
    mode: Mode,
    principal: Fen,
    township: u32,
    industry: Option<u32>,
    /// First organisation and how many there are; `None` without one.
    organisations: Option<(u32, u32)>,
    granted: CalendarMonth,
    /// Months in which loans fall due, and how many in each (for each of the organisations).
    due: Vec<(CalendarMonth, u32)>,
}

fn group(section: &Section<'_>, known: &Scenario<'_>) -> Option<Group> {
    let principal = section.required(&g::PRINCIPAL);
    let organisations = organisations(section);
    let mode = mode(section, section.has(&g::ORGANISATION));
    let township = section.item(&g::TOWNSHIP).map_or(Some(1), |item| township(&item, known));
    let industry = match section.item(&g::INDUSTRY) {
        Some(item) => known.industries.and_then(|names| index_of(&item, names)).map(Some),
        None => Some(Some(0)),
    };
    let granted = granted(section, known);
    let due = due(section, granted, known);
    let tenors = tenors(granted, due.as_deref());
    let repayment = match section.item(&g::REPAYMENT) {
        Some(item) => repayment(&item, &tenors),
        None => Some(Repayment::Bullet),
    };
    let risk = mode.and_then(|mode| group_risk(section, mode, known));
    Some(Group {
        class: LoanGroup { risk: risk?, repayment: repayment? },
        mode: mode?,
        principal: principal?,
        township: township? - 1,
        industry: industry?,
        organisations: organisations?,
        granted: granted?,
        due: due?,
    })
}

impl Group {
    /// Appends one household and one loan for each loan of the group.
    fn write_into(&self, ledger: &mut Ledger, name: &str, number: u32, first_household: u32) {
        let users: Vec<Option<u32>> = match self.organisations {
            Some((first, count)) => (first..first + count).map(Some).collect(),
            None => vec![None],
        };
        let mut place = 0;
        for (due, count) in &self.due {
            for organisation in &users {
                for _ in 0..*count {
                    place += 1;
                    let household = first_household + ledger.households.len() as u32;
                    // A name of digits would be an index: the prefix keeps every household a hashed name.
                    let name = format!("loan {name}-{place}");
                    ledger.households.push(LedgerHousehold {
                        entity: Entity::named(&name),
                        name,
                        township: self.township,
                        village: None,
                        industry: self.industry,
                    });
                    ledger.loans.push(LedgerLoan {
                        household,
                        mode: self.mode,
                        organisation: *organisation,
                        principal: self.principal,
                        balance: self.principal,
                        grant: self.granted,
                        due: *due,
                        status: LedgerStatus::Performing,
                        pd: None,
                        lgd: None,
                        group: Some(number),
                    });
                }
            }
        }
    }
}

/// The organisations that a group names.
fn organisations(section: &Section<'_>) -> Option<Option<(u32, u32)>> {
    let Some(item) = section.item(&g::ORGANISATION) else { return Some(None) };
    if section.cx.organisations_broken.get() {
        return None;
    }
    let sets = section.cx.organisation_sets.borrow();
    let names: Vec<&str> = sets.keys().map(String::as_str).collect();
    let name = item.name_among(&names)?;
    sets.get(name).copied().map(Some)
}

/// The mode as it is written, else pooled with an organisation and self-directed without.
fn mode(section: &Section<'_>, pooled: bool) -> Option<Mode> {
    let Some(item) = section.item(&g::MODE) else {
        return Some(if pooled { Mode::Pooled } else { Mode::SelfDirected });
    };
    let name = item.name_among(&item.key.choices())?;
    let mode = Mode::ALL.into_iter().find(|mode| mode.key() == name)?;
    match (mode, pooled) {
        (Mode::Pooled, false) => {
            section.missing(&g::ORGANISATION);
            None
        }
        (Mode::SelfDirected | Mode::FixedBenefit, true) => {
            section.at_most_one(&[&g::ORGANISATION, &g::MODE]);
            None
        }
        _ => Some(mode),
    }
}

fn township(item: &Item<'_>, known: &Scenario<'_>) -> Option<u32> {
    let number = u32::read(item)?;
    let townships = known.townships?;
    if number as usize > townships {
        item.report(Mistake::Together(TogetherMistake::NoSuchTownship { number, townships }));
        return None;
    }
    Some(number)
}

fn index_of(item: &Item<'_>, names: &[&str]) -> Option<u32> {
    let name = item.name_among(names)?;
    names.iter().position(|other| *other == name).map(|index| index as u32)
}

/// Month of granting: before the run.
fn granted(section: &Section<'_>, known: &Scenario<'_>) -> Option<CalendarMonth> {
    let start = known.run?.start;
    let Some(item) = section.item(&g::GRANTED) else { return Some(start.before()) };
    let month = CalendarMonth::read(&item)?;
    if month >= start {
        item.report(Mistake::Together(TogetherMistake::GrantedInRun { month, start }));
        return None;
    }
    Some(month)
}

/// Months in which the loans fall due, and how many in each.
fn due(
    section: &Section<'_>,
    granted: Option<CalendarMonth>,
    known: &Scenario<'_>,
) -> Option<Vec<(CalendarMonth, u32)>> {
    let start = known.run?.start;
    if let Some(item) = section.item(&g::COUNT_BY_MONTH) {
        section.at_most_one(&[&g::COUNT_BY_MONTH, &g::COUNT]);
        section.at_most_one(&[&g::COUNT_BY_MONTH, &g::DUE]);
        section.at_most_one(&[&g::COUNT_BY_MONTH, &g::DUE_UNTIL]);
        let counts = all(item.list(item.key.kind)?.iter().map(|entry| entry.whole()))?;
        return Some(counts.into_iter().zip(0..).map(|(count, t)| (start.plus(t), count as u32)).collect());
    }
    let count: Option<u32> = section.or(&g::COUNT, 1);
    let first = section.need(&g::DUE).and_then(|item| due_after_start(&item, granted, start));
    let last = match section.item(&g::DUE_UNTIL) {
        Some(item) => last_due(&item, first),
        None => first,
    };
    let (count, first, last) = (count?, first?, last?);
    Some((0..=first.months_until(last).max(0) as u32).map(|later| (first.plus(later), count)).collect())
}

fn due_after_start(item: &Item<'_>, granted: Option<CalendarMonth>, start: CalendarMonth) -> Option<CalendarMonth> {
    let due = CalendarMonth::read(item)?;
    if due < start {
        item.report(Mistake::Together(TogetherMistake::DueBeforeRun { month: due, start }));
        return None;
    }
    granted.map(|_| due)
}

fn last_due(item: &Item<'_>, first: Option<CalendarMonth>) -> Option<CalendarMonth> {
    let (last, first) = (CalendarMonth::read(item)?, first?);
    if last < first {
        item.report(Mistake::Together(TogetherMistake::EndsFirst { from: first, until: last }));
        return None;
    }
    Some(last)
}

/// The tenors of a group, for the check that instalments end with them.
fn tenors(granted: Option<CalendarMonth>, due: Option<&[(CalendarMonth, u32)]>) -> Vec<(u16, Share)> {
    let Some(granted) = granted else { return Vec::new() };
    let months = |due: &CalendarMonth| granted.months_until(*due).clamp(1, i32::from(u16::MAX)) as u16;
    due.unwrap_or_default().iter().map(|(due, _)| (months(due), Share::ONE)).collect()
}

/// What is not written is the mode's, if its section is there.
fn group_risk(section: &Section<'_>, mode: Mode, known: &Scenario<'_>) -> Option<ModeRisk> {
    let of_mode = known.risk.map(|risk| &risk[mode]).filter(|_| section.cx.mode_sections.get()[mode as usize]);
    let loadings = match (section.has(&g::LOADINGS), of_mode) {
        (false, Some(risk)) => Some(risk.loadings),
        _ => risk::loadings(section, &g::LOADINGS, &l::SECTION),
    };
    let default = default(section, mode, of_mode, loadings.as_ref());
    let loss_given_default = or_of_mode(section, &g::LGD, of_mode, |risk| &risk.loss_given_default, Marginal::read)
        .unwrap_or_else(|| neutral::fixed(1.0));
    let collection = |item: &Item<'_>| risk::collection(&item.section(&c::SECTION)?);
    let collection = or_of_mode(section, &g::COLLECTION, of_mode, |risk| &risk.collection, collection)
        .unwrap_or_else(|| Some(neutral::no_collection()));
    let contagion = or_of_mode(section, &g::CONTAGION, of_mode, |risk| &risk.contagion, risk::contagion)
        .unwrap_or(Some(Contagion::Probability(Probability::ONE)));
    let (default, loadings, collection): (_, Loadings, Collection) = (default?, loadings?, collection?);
    Some(ModeRisk { default, loadings, loss_given_default: loss_given_default?, collection, contagion: contagion? })
}

/// A key of the group, else the mode's value; `None` if neither is there.
fn or_of_mode<T: Clone>(
    section: &Section<'_>,
    key: &'static Key,
    of_mode: Option<&ModeRisk>,
    value: impl Fn(&ModeRisk) -> &T,
    read: impl Fn(&Item<'_>) -> Option<T>,
) -> Option<Option<T>> {
    match section.item(key) {
        Some(item) => Some(read(&item)),
        None => of_mode.map(|risk| Some(value(risk).clone())),
    }
}

/// `pd`, or `pd_calm` and `pd_bad`: one trial at the due date, joined by the loadings if there are any; or a mechanism.
fn default(
    section: &Section<'_>,
    mode: Mode,
    of_mode: Option<&ModeRisk>,
    loadings: Option<&Loadings>,
) -> Option<DefaultMechanism> {
    section.at_most_one(&[&g::PD, &g::DEFAULT]);
    section.at_most_one(&[&g::PD_CALM, &g::DEFAULT]);
    section.at_most_one(&[&g::PD_BAD, &g::DEFAULT]);
    if let Some(item) = section.item(&g::DEFAULT) {
        return risk::default(&item);
    }
    if section.has(&g::PD) || section.has(&g::PD_CALM) || section.has(&g::PD_BAD) {
        let (pd_calm, pd_bad) = risk::calm_and_bad(section, &g::PD, &g::PD_CALM, &g::PD_BAD)?;
        // Written loadings of zero still share the divisor of the Student-t law.
        let by_copula = section.has(&g::LOADINGS) || *loadings? != Loadings::default();
        return Some(DefaultMechanism::AtMaturity { pd_calm, pd_bad, by_copula });
    }
    match (of_mode, mode) {
        (Some(risk), _) => Some(risk.default.clone()),
        // A pooled loan's organisation may be all that can fail.
        (None, Mode::Pooled | Mode::FixedBenefit) => Some(DefaultMechanism::None),
        (None, Mode::SelfDirected) => {
            section.missing(&g::PD);
            None
        }
    }
}

/// A population that a laboratory leaves out: nobody but the households of its loans.
pub fn no_population(world: &Section<'_>) -> Option<PopulationSource> {
    if !(written(world) || world.has(&w::LEDGER)) {
        world.missing(&w::LOANS);
        return None;
    }
    let synthesis = neutral::synthesis(townships(world))?;
    Some(PopulationSource::Synthetic(synthesis))
}

/// Whether households are followed: always in a county, in a laboratory where their population is described.
pub fn follows_households(world: &Section<'_>) -> bool {
    !world.cx.laboratory.get() || world.has(&w::POPULATION)
}
