//! Borrowing households: how each stands with the bank, and what the programme put into its hands and took out of them.
//!
//! A household's books lie side by side, since whoever looks at one of them looks at the others as well.

use crate::model::county::County;
use crate::model::loan::{Loan, NONE};
use crate::model::policy::Mode;
use crate::model::population::Population;
use crate::units::Fen;

/// Months of a household's window.
pub const WINDOW_MONTHS: usize = 36;

/// How a household stands with the bank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It has never borrowed.
    New,
    /// It owes something.
    Owes,
    /// It has borrowed and owes nothing.
    Repaid,
}

/// What of a household is kept beside its standing.
#[derive(Clone, Copy, Debug)]
struct Client {
    /// Place of its books ([`NONE`] if it has not borrowed, or is not followed).
    borrower: u32,
    /// Its loans that it owes.
    open: u16,
}

impl Client {
    const NEW: Client = Client { borrower: NONE, open: 0 };
}

/// The books of a household that has borrowed: one line of memory.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
pub struct Borrower {
    /// Its latest loan.
    pub loan: u32,
    /// Month of the first loan, at whose end its window begins; −1 for a borrower of the existing book.
    pub first_grant: i16,
    /// Mode of the first loan.
    pub first_mode: Mode,
    /// Δcash since the first loan.
    pub cash: Fen,
    /// Harvests of own capital since the first loan, the same with and without the programme.
    pub own_harvest: Fen,
    /// Illness costs since the first loan.
    pub illness: Fen,
    /// Paid to bank, fund and insurer out of the household's own cash since the first loan.
    pub paid: Fen,
    /// Diverted to consumption.
    pub diverted: Fen,
    /// Pay-outs received.
    pub payout: Fen,
    /// Wages net of displaced income, land rent and dividends received.
    pub organisation_income: Fen,
}

impl Borrower {
    fn new(loan: u32, mode: Mode, t: i16) -> Borrower {
        Borrower {
            loan,
            first_grant: t,
            first_mode: mode,
            cash: Fen::ZERO,
            own_harvest: Fen::ZERO,
            illness: Fen::ZERO,
            paid: Fen::ZERO,
            diverted: Fen::ZERO,
            payout: Fen::ZERO,
            organisation_income: Fen::ZERO,
        }
    }

    /// Months from the begin of its window to the end of month `t`.
    pub fn months_followed(&self, t: usize) -> usize {
        (t as i64 - i64::from(self.first_grant)).max(0) as usize
    }
}

/// All households in the bank's eyes, and the books of those that have borrowed, in the order of their first loans.
#[derive(Clone, Debug, Default)]
pub struct Borrowers {
    /// Whether anything but their standing is kept.
    follow: bool,
    /// Households that have borrowed by mode of the first loan, where they are not followed.
    count: [u32; 3],
    /// How each household stands with the bank: apart from all else, since queues ask for nothing but this.
    standing: Vec<Standing>,
    clients: Vec<Client>,
    books: Vec<Borrower>,
    /// Net worth at the start of the run of each borrower of the existing book: they stand first.
    opening: Vec<Fen>,
    /// Borrowers before each month (one element more than months).
    from_month: Vec<u32>,
    /// Borrowers whose window is closed: they stand before this one.
    closed: usize,
}

impl Borrowers {
    /// Forgets all borrowers; if they are not to be followed, only how they stand is kept.
    pub fn begin(&mut self, households: usize, follow: bool) {
        self.follow = follow;
        self.count = [0; 3];
        self.standing.clear();
        self.standing.resize(households, Standing::New);
        self.clients.clear();
        self.clients.resize(households, Client::NEW);
        self.books.clear();
        self.opening.clear();
        self.from_month.clear();
        self.from_month.push(0);
        self.closed = 0;
    }

    /// Whether households are followed.
    pub fn follow(&self) -> bool {
        self.follow
    }

    /// Households that have borrowed by mode of the first loan, followed or not.
    pub fn count(&self) -> [u32; 3] {
        self.count
    }

    /// The books of all borrowers.
    pub fn books(&self) -> &[Borrower] {
        &self.books
    }

    /// Place of a household's books ([`NONE`] if it has not borrowed, or is not followed).
    pub fn place(&self, household: u32) -> u32 {
        self.clients[household as usize].borrower
    }

    fn book(&self, household: u32) -> &Borrower {
        &self.books[self.place(household) as usize]
    }

    /// The books of a household, if it has borrowed and is followed.
    fn book_mut(&mut self, household: u32) -> Option<&mut Borrower> {
        let place = self.place(household) as usize;
        self.books.get_mut(place)
    }

    /// Whether a loan is the latest of the borrower at a place.
    pub fn is_latest(&self, borrower: u32, loan: u32) -> bool {
        self.books.get(borrower as usize).is_some_and(|book| book.loan == loan)
    }

    /// Latest loan of a household, if it has borrowed.
    pub fn latest_loan(&self, household: u32) -> Option<u32> {
        self.books.get(self.place(household) as usize).map(|book| book.loan)
    }

    /// Whether a household has borrowed in this run or owes a loan of the existing book.
    pub fn has_borrowed(&self, household: u32) -> bool {
        match self.follow {
            true => self.latest_loan(household).is_some(),
            false => self.standing(household) != Standing::New,
        }
    }

    /// How a household stands with the bank.
    pub fn standing(&self, household: u32) -> Standing {
        self.standing[household as usize]
    }

    /// A household owes nothing of a loan any more.
    pub fn has_repaid(&mut self, household: u32) {
        let client = &mut self.clients[household as usize];
        client.open = client.open.saturating_sub(1);
        if client.open == 0 {
            self.standing[household as usize] = Standing::Repaid;
        }
    }

    /// A household repaid a loan before the start, and owes nothing of another one so far.
    pub fn had_repaid(&mut self, household: u32) {
        if self.clients[household as usize].open == 0 {
            self.standing[household as usize] = Standing::Repaid;
        }
    }

    /// Net worth at the start of the next borrower of the existing book.
    pub fn begin_with(&mut self, net_worth: Fen) {
        self.opening.push(net_worth);
    }

    /// Net worth at the start, debt subtracted; `None` for a borrower of this run.
    pub fn opening(&self, borrower: usize) -> Option<Fen> {
        self.opening.get(borrower).copied()
    }

    /// A household borrows in month `t` (−1: it stands on the existing book); returns the place of its books and its loan
    /// before this one ([`NONE`] for the first; both where it is not followed).
    pub fn borrow(&mut self, household: u32, loan: u32, mode: Mode, t: i16) -> (u32, u32) {
        let standing = std::mem::replace(&mut self.standing[household as usize], Standing::Owes);
        self.count[mode as usize] += u32::from(standing == Standing::New);
        let client = &mut self.clients[household as usize];
        client.open += 1;
        if !self.follow {
            return (NONE, NONE);
        }
        if let Some(book) = self.books.get_mut(client.borrower as usize) {
            return (client.borrower, std::mem::replace(&mut book.loan, loan));
        }
        client.borrower = self.books.len() as u32;
        self.books.push(Borrower::new(loan, mode, t));
        (client.borrower, NONE)
    }

    /// Whether the month in hand lies within the window of a borrower: windows close in the order of borrowers.
    pub fn window_open(&self, borrower: u32) -> bool {
        (self.closed..self.books.len()).contains(&(borrower as usize))
    }

    /// The borrowers of the existing book are all there.
    pub fn close_book(&mut self) {
        self.from_month[0] = self.books.len() as u32;
    }

    /// Month `t` ends: the borrowers whose windows end with it; at the `last` month of the run, all whose windows are
    /// open. From now on they are closed.
    pub fn close_month(&mut self, t: usize, last: bool) -> std::ops::Range<usize> {
        self.from_month.push(self.books.len() as u32);
        let ended = (t + 1).checked_sub(WINDOW_MONTHS).map_or(0, |month| self.from_month[month] as usize);
        let end = if last { self.books.len() } else { ended };
        let closing = self.closed..end;
        self.closed = end;
        closing
    }

    /// Money the programme puts into (or takes out of) a household's hands.
    pub fn add_cash(&mut self, household: u32, amount: Fen) {
        if let Some(book) = self.book_mut(household) {
            book.cash += amount;
        }
    }

    /// A payment on a loan out of the household's own cash.
    pub fn pay(&mut self, loan: &Loan, amount: Fen) {
        if let Some(book) = self.books.get_mut(loan.borrower as usize) {
            book.cash -= amount;
            book.paid += amount;
        }
    }

    /// What the programme has put into a household's hands and taken out of them so far; `None` if it has not borrowed.
    pub fn account(&self, household: u32) -> Option<Account> {
        let place = self.place(household) as usize;
        let book = self.books.get(place)?;
        Some(Account {
            first_grant: book.first_grant.max(0) as usize,
            first_mode: book.first_mode,
            cash: book.cash,
            paid: book.paid,
            diverted: book.diverted,
            payout: book.payout,
            organisation_income: book.organisation_income,
            illness: book.illness,
            opening: self.opening(place).unwrap_or(Fen::ZERO),
        })
    }

    /// Part of a loan that is consumed.
    pub fn add_diverted(&mut self, household: u32, amount: Fen) {
        if let Some(book) = self.book_mut(household) {
            book.diverted += amount;
        }
    }

    /// A guaranteed pay-out of a loan.
    pub fn add_payout(&mut self, loan: &Loan, amount: Fen) {
        if let Some(book) = self.books.get_mut(loan.borrower as usize) {
            book.cash += amount;
            book.payout += amount;
        }
    }

    /// Wage net of displaced income, land rent or dividend.
    pub fn add_organisation_income(&mut self, household: u32, amount: Fen) {
        if let Some(book) = self.book_mut(household) {
            book.cash += amount;
            book.organisation_income += amount;
        }
    }

    /// Wages net of displaced income, land rent and dividends that a borrowing household has received.
    pub fn organisation_income(&self, household: u32) -> Fen {
        if self.follow { self.book(household).organisation_income } else { Fen::ZERO }
    }

    /// Cost of an illness, the same with and without the programme.
    pub fn add_illness(&mut self, household: u32, cost: Fen) {
        if let Some(book) = self.book_mut(household) {
            book.illness += cost;
        }
    }

    /// A harvest of the borrower at a place: what the programme adds, and what own capital alone would have brought.
    pub fn add_harvest(&mut self, borrower: u32, by_programme: Fen, own: Fen) {
        if let Some(book) = self.books.get_mut(borrower as usize) {
            book.cash += by_programme;
            book.own_harvest += own;
        }
    }

    /// Equation G2, of the household of a loan: liquidity = buffer + saved surplus since the first loan − illness + own harvests + Δcash.
    pub fn liquidity(&self, county: &County, population: &Population, loan: &Loan, t: usize) -> Fen {
        let (book, means) = (&self.books[loan.borrower as usize], &population.means[loan.household as usize]);
        // It saves from the month after its first loan on.
        let from = (book.first_grant + 1).max(0) as usize;
        let saved = county.saved_surplus(means, from, t);
        means.buffer + saved - book.illness + book.own_harvest + book.cash
    }
}

/// The programme's account of a household, summed from its first loan on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Account {
    /// Month of the first loan; the first of the run for a borrower of the existing book.
    pub first_grant: usize,
    /// Its mode.
    pub first_mode: Mode,
    /// Δcash of equation G1.
    pub cash: Fen,
    /// Of it, paid on loans out of the household's own cash.
    pub paid: Fen,
    /// Part of the loans that was consumed.
    pub diverted: Fen,
    /// Guaranteed pay-outs.
    pub payout: Fen,
    /// Wages net of displaced income, land rent, dividends.
    pub organisation_income: Fen,
    /// Costs of illness, the same with and without the programme.
    pub illness: Fen,
    /// Net worth at the start of the run, of a household of the existing book.
    pub opening: Fen,
}
