//! From the tree of values to the parameters of the model. Every mistake is reported; none hides another.

mod context;
mod contracts;
mod dated;
mod fit;
mod fund;
mod groups;
mod households;
mod industries;
mod item;
mod law;
mod ledger;
mod neutral;
mod organisations;
mod policy;
mod population;
mod risk;
mod rules;
mod run;
mod section;
mod shocks;
mod tables;
mod words;
mod world;

pub use context::Context;
pub use fit::decode_fit;
pub use item::Item;
pub use law::more_forms;
pub use organisations::{Names, Townships};

use self::section::Section;
use super::Parts;
use super::keys::top;
use super::node::Node;

/// Decodes a merged tree; `None` if there was any mistake (all are in the context).
pub fn decode(cx: &Context, root: &Node) -> Option<Parts> {
    *cx.names.borrow_mut() = shocks::WorldNames::of(root);
    let section = Section::open(cx, "", root, &top::SECTION)?;
    cx.laboratory.set(section.or(&top::LABORATORY, false)?);
    cx.most_townships.set(groups::most_townships(root));
    let title = words::optional(&section, &top::TITLE);
    let question = words::optional(&section, &top::QUESTION);
    let expected = words::optional(&section, &top::EXPECTED);
    ledger::open(&section);
    let run = world::part(&section, &top::RUN, run::settings);
    let policy = policy::written(&section, run.as_ref());
    let (policy, changes) = dated::timetable(&section, policy, run.as_ref()).unzip();
    let lent = world::Lent::of(policy.as_ref(), cx.ledger_modes.get());
    let world = world::part(&section, &top::WORLD, |section| world::world(section, &lent, run.as_ref()));
    let parts = Parts {
        title: title?,
        question: question?,
        expected: expected?,
        run: run?,
        policy: policy?,
        changes: changes?,
        world: world?,
    };
    (cx.mistakes() == 0).then_some(parts)
}
