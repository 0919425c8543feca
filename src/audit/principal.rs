//! Principal is somewhere: lent, repaid, outstanding, claimed, collected, written off.

use super::Identity;
use super::books::{Books, Missing};
use super::tally::{Place, Tally};

use crate::text::words::audit as words;

pub(super) static IDENTITIES: [Identity; 5] = [
    Identity { id: "principal", says: words::principal, check: principal },
    Identity { id: "due", says: words::due, check: due },
    Identity { id: "collected", says: words::collected, check: collected },
    Identity { id: "claimed_stock", says: words::claimed_stock, check: claimed_stock },
    Identity { id: "stocks", says: words::stocks, check: stocks },
];

fn principal(books: &Books, tally: &mut Tally) -> Result<(), Missing> {
    let mut lent = books.amount("opening_book_yuan")?;
    let (new, recovered) = (books.flow("lent_yuan")?, books.flow("recovered_yuan")?);
    let (bail_out, bought_out) = (books.flow("bail_out_yuan")?, books.flow("bought_out_yuan")?);
    let (early, written_off) = (books.flow("repaid_early_not_due_yuan")?, books.flow("written_off_yuan")?);
    let (outstanding, compensated) = (books.flow("outstanding_yuan")?, books.flow("compensated_yuan")?);
    let mut gone = 0;
    for t in books.months()? {
        lent += new[t];
        gone += recovered[t] + bail_out[t] + bought_out[t] + written_off[t];
        tally.equal(Place::Month(t + 1), lent, gone + early[t] + outstanding[t] + compensated[t]);
        tally.at_most(Place::Month(t + 1), 0, new[t].min(recovered[t]).min(written_off[t]));
    }
    Ok(())
}

fn due(books: &Books, tally: &mut Tally) -> Result<(), Missing> {
    let mut due = books.amount("opening_overdue_yuan")?;
    let (new, again) = (books.flow("due_yuan")?, books.flow("due_again_yuan")?);
    let (recovered, renewed) = (books.flow("recovered_yuan")?, books.flow("renewed_yuan")?);
    let (bail_out, bought_out) = (books.flow("bail_out_yuan")?, books.flow("bought_out_yuan")?);
    let (overdue, written_off) = (books.flow("overdue_yuan")?, books.flow("written_off_yuan")?);
    let called = books.flow("called_not_due_yuan")?;
    let mut gone = 0;
    for t in books.months()? {
        due += new[t] + again[t];
        gone += recovered[t] + renewed[t] + bail_out[t] + bought_out[t] + written_off[t];
        tally.equal(Place::Month(t + 1), due + called[t], gone + overdue[t]);
        tally.at_most(Place::Month(t + 1), 0, new[t].min(again[t]).min(renewed[t]));
    }
    Ok(())
}

fn collected(books: &Books, tally: &mut Tally) -> Result<(), Missing> {
    let mut defaulted = books.amount("opening_overdue_yuan")?;
    let (due, again) = (books.flow("due_yuan")?, books.flow("due_again_yuan")?);
    let (recovered, renewed) = (books.flow("recovered_yuan")?, books.flow("renewed_yuan")?);
    let (bail_out, bought_out) = (books.flow("bail_out_yuan")?, books.flow("bought_out_yuan")?);
    let collected = books.flow("collected_yuan")?;
    let of_claimed = books.flow("collected_claimed_yuan")?;
    let (called, early) = (books.flow("called_not_due_yuan")?, books.flow("repaid_early_yuan")?);
    let mut so_far = 0;
    for t in books.months()? {
        let paid_on_time = recovered[t] - collected[t];
        defaulted += due[t] + again[t] - renewed[t] - bail_out[t] - bought_out[t] - paid_on_time;
        so_far += collected[t];
        let at = || Place::Month(t + 1);
        tally.at_most(at(), so_far, defaulted + called[t]);
        tally.at_most(at(), collected[t], recovered[t] + early[t]);
        tally.at_most(at(), of_claimed[t], collected[t]);
        tally.at_most(at(), 0, of_claimed[t]);
    }
    Ok(())
}

fn claimed_stock(books: &Books, tally: &mut Tally) -> Result<(), Missing> {
    let mut claimed = books.amount("opening_compensated_yuan")?;
    let (claims, interest) = (books.flow("claims_yuan")?, books.flow("claims_interest_yuan")?);
    let (collected, written_off) = (books.flow("collected_claimed_yuan")?, books.flow("written_off_claimed_yuan")?);
    let (compensated, all_off) = (books.flow("compensated_yuan")?, books.flow("written_off_yuan")?);
    let mut gone = 0;
    for t in books.months()? {
        claimed += claims[t] - interest[t];
        gone += collected[t] + written_off[t];
        let at = || Place::Month(t + 1);
        tally.equal(at(), claimed, compensated[t] + gone);
        tally.at_most(at(), written_off[t], all_off[t]);
        tally.at_most(at(), 0, written_off[t].min(interest[t]));
    }
    Ok(())
}

fn stocks(books: &Books, tally: &mut Tally) -> Result<(), Missing> {
    let (outstanding, overdue) = (books.flow("outstanding_yuan")?, books.flow("overdue_yuan")?);
    let (compensated, renewed) = (books.flow("compensated_yuan")?, books.flow("renewed_outstanding_yuan")?);
    let (npl, npl_bank) = (books.flow("npl_yuan")?, books.flow("npl_bank_yuan")?);
    let early = books.flow("repaid_early_not_due_yuan")?;
    for t in books.months()? {
        let at = || Place::Month(t + 1);
        let with_bank = overdue[t] - compensated[t];
        tally.at_most(at(), 0, compensated[t].min(npl_bank[t]).min(renewed[t]).min(early[t]));
        tally.at_most(at(), npl_bank[t], npl[t]);
        tally.at_most(at(), npl[t], overdue[t]);
        tally.at_most(at(), npl_bank[t], with_bank);
        tally.at_most(at(), with_bank, outstanding[t]);
        tally.at_most(at(), renewed[t], outstanding[t] - with_bank);
    }
    Ok(())
}
