//! Months add up to the year and to the run, townships to the county, parts to the whole.

use super::Identity;
use super::books::{Books, Missing};
use super::tally::{Place, Tally};

use crate::text::words::audit as words;

pub(super) static IDENTITIES: [Identity; 6] = [
    Identity { id: "months_add_up", says: words::months_add_up, check: months_add_up },
    Identity { id: "year_to_date", says: words::year_to_date, check: year_to_date },
    Identity { id: "townships_add_up", says: words::townships_add_up, check: townships_add_up },
    Identity { id: "recovery_rates", says: words::recovery_rates, check: recovery_rates },
    Identity { id: "cost_parts", says: words::cost_parts, check: cost_parts },
    Identity { id: "modes_add_up", says: words::modes_add_up, check: modes_add_up },
];

/// Flows that stand in the table of months and, summed, in that of replications.
const FLOWS: [&str; 13] = [
    "lent_yuan",
    "due_yuan",
    "claims_yuan",
    "fund_paid_yuan",
    "insurer_paid_yuan",
    "bank_paid_yuan",
    "collected_yuan",
    "budget_cost_yuan",
    "renewed_yuan",
    "converted_yuan",
    "repaid_early_yuan",
    "bought_out_yuan",
    "bail_out_yuan",
];

fn months_add_up(books: &Books, tally: &mut Tally) -> Result<(), Missing> {
    for id in FLOWS {
        tally.equal(Place::Run, books.sum(id)?, books.amount(id)?);
    }
    let came_in = books.amount("ultimately_recovered_yuan")? + books.amount("opening_collected_yuan")?;
    tally.equal(Place::Run, books.sum("recovered_yuan")?, came_in);
    tally.equal(Place::Run, books.sum("fund_recovered_yuan")?, books.amount("recovered_to_fund_yuan")?);
    for id in ["organisations_failed", "bail_outs"] {
        tally.same(Place::Run, books.monthly(id)?.iter().sum(), books.number(id)?);
    }
    tally.same(Place::Run, books.monthly("cap_bound")?.iter().sum(), books.number("months_cap_bound")?);
    let suspended = books.monthly("suspended_units")?;
    tally.same(Place::Run, suspended.iter().sum(), books.number("months_suspended")?);
    let first = suspended.iter().position(|units| *units > 0.0).map_or(f64::NAN, |t| (t + 1) as f64);
    tally.same(Place::Run, first, books.number("first_suspension_month")?);
    Ok(())
}

fn year_to_date(books: &Books, tally: &mut Tally) -> Result<(), Missing> {
    let (due, due_ytd) = (books.flow("due_yuan")?, books.flow("due_ytd_yuan")?);
    let (recovered, recovered_ytd) = (books.flow("recovered_yuan")?, books.flow("recovered_ytd_yuan")?);
    let rate = books.monthly("recovery_rate_ytd")?;
    let (mut due_before, mut recovered_before) = (0, 0);
    for t in books.months()? {
        let at = || Place::Month(t + 1);
        if books.year_begins(t) {
            (due_before, recovered_before) = (0, 0);
        }
        tally.equal(at(), due_ytd[t], due_before + due[t]);
        tally.at_most(at(), recovered_before, recovered_ytd[t]);
        tally.at_most(at(), recovered_ytd[t] - recovered_before, recovered[t]);
        tally.at_most(at(), recovered_ytd[t], due_ytd[t]);
        tally.same(at(), rate[t], ratio(recovered_ytd[t], due_ytd[t]));
        (due_before, recovered_before) = (due_ytd[t], recovered_ytd[t]);
    }
    Ok(())
}

fn townships_add_up(books: &Books, tally: &mut Tally) -> Result<(), Missing> {
    let (lent, due) = (books.flow("lent_yuan")?, books.flow("due_yuan")?);
    let recovered_ytd = books.flow("recovered_ytd_yuan")?;
    let months = books.months()?.end;
    let mut from = 0;
    while from < months {
        let year = books.year(from);
        let to = (from + 1..months).find(|t| books.year_begins(*t)).unwrap_or(months);
        let of_year = |id| books.township_sum(id, Some(year)).map(fen);
        tally.equal(Place::Year(year), of_year("lent_yuan")?, lent[from..to].iter().sum());
        tally.equal(Place::Year(year), of_year("due_yuan")?, due[from..to].iter().sum());
        tally.equal(Place::Year(year), of_year("recovered_yuan")?, recovered_ytd[to - 1]);
        from = to;
    }
    for id in ["recovered_yuan", "reward_yuan"] {
        tally.equal(Place::Run, books.township_sum(id, None).map(fen)?, books.amount(id)?);
    }
    let (in_townships, all) = (books.township_sum("loans_defaulted", None)?, books.number("loans_defaulted")?);
    tally.no_more(Place::Run, in_townships, all);
    if called_when_due(books)? {
        tally.same(Place::Run, in_townships, all);
    }
    let rows = books.township("due_yuan")?.iter().zip(books.township("recovered_yuan")?);
    for (row, (due, recovered)) in rows.enumerate() {
        tally.no_more(Place::TownshipRow(row + 1), *recovered, *due);
    }
    Ok(())
}

fn recovery_rates(books: &Books, tally: &mut Tally) -> Result<(), Missing> {
    let due = books.amount("due_yuan")?;
    let (recovered, ultimately) = (books.amount("recovered_yuan")?, books.amount("ultimately_recovered_yuan")?);
    tally.same(Place::Run, books.number("recovery_rate")?, ratio(recovered, due));
    tally.same(Place::Run, books.number("ultimate_recovery_rate")?, ratio(ultimately, due));
    tally.at_most(Place::Run, recovered, ultimately);
    if called_when_due(books)? {
        tally.no_more(Place::Run, books.number("loans_defaulted")?, books.number("loans_due")?);
    }
    Ok(())
}

fn cost_parts(books: &Books, tally: &mut Tally) -> Result<(), Missing> {
    let sum = |ids: &[&str]| ids.iter().map(|id| books.amount(id)).sum::<Result<i64, Missing>>();
    let for_households =
        ["subsidy_yuan", "premium_subsidy_yuan", "transfers_yuan", "reward_yuan", "safeguards_cost_yuan"];
    let parts = sum(&for_households)? + sum(&["bail_out_yuan", "bought_out_yuan"])?;
    tally.equal(Place::Run, books.amount("budget_cost_yuan")?, parts + books.amount("topup_yuan")?);
    let used_up = books.amount("fund_paid_yuan")? - books.amount("recovered_to_fund_yuan")?;
    tally.equal(Place::Run, books.amount("public_cost_yuan")?, parts + used_up);
    let rewards = ["reward_township_yuan", "reward_village_yuan", "reward_bank_yuan", "reward_county_yuan"];
    tally.equal(Place::Run, books.amount("reward_yuan")?, sum(&rewards)?);
    tally.at_most(Place::Run, books.amount("bought_out_yuan")?, books.amount("converted_yuan")?);
    Ok(())
}

fn modes_add_up(books: &Books, tally: &mut Tally) -> Result<(), Missing> {
    let lent = books.amount("lent_yuan")?;
    let modes = ["lent_self_directed_yuan", "lent_pooled_yuan", "lent_fixed_benefit_yuan"];
    let by_mode = modes.map(|id| books.amount(id)).into_iter().collect::<Result<Vec<i64>, Missing>>()?;
    tally.equal(Place::Run, by_mode.iter().sum(), lent);
    tally.at_most(Place::Run, 0, by_mode.iter().copied().min().unwrap_or(0));
    if lent > 0 {
        let shares = by_mode.iter().map(|fen| *fen as f64 / lent as f64).sum();
        tally.near(Place::Run, shares, 1.0, 1.0);
    }
    Ok(())
}

/// Whether no loan was in default before it fell due: then its default belongs to a later year, or to none of the run.
fn called_when_due(books: &Books) -> Result<bool, Missing> {
    Ok(books.flow("called_not_due_yuan")?.iter().all(|called| *called == 0))
}

fn ratio(part: i64, whole: i64) -> f64 {
    if whole == 0 { f64::NAN } else { part as f64 / whole as f64 }
}

fn fen(yuan: f64) -> i64 {
    super::books::fen(yuan)
}
