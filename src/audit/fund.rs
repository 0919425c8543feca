//! Claims, the fund's ledger, depletion.

use super::books::{Books, Missing};
use super::tally::{Place, Tally};
use super::{Identity, books};

use crate::text::words::audit as words;

pub(super) static IDENTITIES: [Identity; 5] = [
    Identity { id: "claims_shared", says: words::claims_shared, check: claims_shared },
    Identity { id: "fund_ledger", says: words::fund_ledger, check: fund_ledger },
    Identity { id: "fund_pays_while_it_can", says: words::fund_pays_while_it_can, check: fund_pays_while_it_can },
    Identity { id: "depletion", says: words::depletion, check: depletion },
    Identity { id: "whole_fen", says: words::whole_fen, check: whole_fen },
];

fn claims_shared(books: &Books, tally: &mut Tally) -> Result<(), Missing> {
    let (fund, insurer, bank) =
        (books.flow("fund_paid_yuan")?, books.flow("insurer_paid_yuan")?, books.flow("bank_paid_yuan")?);
    let claims = books.flow("claims_yuan")?;
    let mut by_bank = 0;
    for t in books.months()? {
        let at = || Place::Month(t + 1);
        tally.equal(at(), fund[t] + insurer[t] + bank[t], claims[t]);
        tally.at_most(at(), 0, fund[t].min(insurer[t]).min(claims[t]));
        by_bank += bank[t];
        tally.at_most(at(), 0, by_bank);
    }
    Ok(())
}

fn fund_ledger(books: &Books, tally: &mut Tally) -> Result<(), Missing> {
    let (balance, paid_in) = (books.flow("fund_balance_yuan")?, books.flow("fund_paid_in_yuan")?);
    let (recovered, paid) = (books.flow("fund_recovered_yuan")?, books.flow("fund_paid_yuan")?);
    let collected = books.flow("collected_claimed_yuan")?;
    let mut before = books.amount("fund_start_yuan")?;
    for t in books.months()? {
        let at = || Place::Month(t + 1);
        tally.equal(at(), balance[t], before + paid_in[t] + recovered[t] - paid[t]);
        tally.at_most(at(), 0, balance[t]);
        tally.at_most(at(), recovered[t], collected[t]);
        before = balance[t];
    }
    tally.equal(Place::Run, books.amount("fund_end_yuan")?, before);
    let lowest = balance.iter().copied().min().unwrap_or(before);
    tally.equal(Place::Run, books.amount("fund_min_yuan")?, lowest);
    Ok(())
}

fn fund_pays_while_it_can(books: &Books, tally: &mut Tally) -> Result<(), Missing> {
    let (balance, unpaid) = (books.flow("fund_balance_yuan")?, books.flow("unpaid_claims_yuan")?);
    for t in books.months()? {
        tally.at_most(Place::Month(t + 1), 0, unpaid[t]);
        if unpaid[t] > 0 {
            tally.equal(Place::Month(t + 1), balance[t], 0);
        }
    }
    Ok(())
}

fn depletion(books: &Books, tally: &mut Tally) -> Result<(), Missing> {
    let unpaid = books.flow("unpaid_claims_yuan")?;
    let first = unpaid.iter().position(|fen| *fen > 0);
    tally.same(Place::Run, books.number("depletion_month")?, first.map_or(f64::NAN, |t| (t + 1) as f64));
    tally.same(Place::Run, books.number("depleted")?, if first.is_some() { 1.0 } else { 0.0 });
    tally.equal(Place::Run, books.amount("unpaid_claims_yuan")?, unpaid.iter().sum());
    tally.equal(Place::Run, books.amount("fund_shortfall_yuan")?, unpaid.iter().copied().max().unwrap_or(0));
    Ok(())
}

fn whole_fen(books: &Books, tally: &mut Tally) -> Result<(), Missing> {
    type PlaceOf = fn(usize) -> Place;
    let tables: [(_, PlaceOf); 4] = [
        (&books.run, |_| Place::Run),
        (&books.months, |row| Place::Month(row + 1)),
        (&books.townships, |row| Place::TownshipRow(row + 1)),
        (&books.groups, |row| Place::GroupRow(row + 1)),
    ];
    for (table, place) in tables {
        let columns = table.iter().flat_map(|table| table.iter());
        for (_, values) in columns.filter(|(id, _)| books::is_money(id)) {
            for (row, yuan) in values.iter().enumerate().filter(|(_, yuan)| !yuan.is_nan()) {
                tally.same(place(row), *yuan, books::fen(*yuan) as f64 / 100.0);
            }
        }
    }
    Ok(())
}
