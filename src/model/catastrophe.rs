//! Catastrophes: rare events that strike a county or its townships (equations K1–K6).
//!
//! ```text
//! p = min(1, annual + spread · share of townships struck at the end of last year)          (K1)
//! the event begins if u < p or the year is forced; it lasts a number of seasons
//! severity S = Q_S(u′), capital lost L = Q_L(u′): one uniform for both                      (K2)
//! yield of a struck household: Y·(1 − S); several events multiply                           (K3)
//! price of the industries: P·(1 + (f − 1)·struck share of townships)·(the same of last season's share with f′)   (K4)
//! after the harvest of a struck season: I ← I·(1 − L), own capital likewise                 (K5)
//! X of an organisation in a struck township and industry: X − shift                         (K6)
//! ```
//!
//! The event is drawn in January with the factors of the season. With and without the programme the same event
//! strikes: own capital loses the same share as the project that was borrowed for, so that only the part which the loan
//! paid for is a difference. An organisation stands for an area as large as its households': it feels the mean loss,
//! S and L times the share of households struck.

use crate::draws::{Entity, Luck, Purpose};
use crate::model::counterfactual::LuckKind;
use crate::model::county::County;
use crate::model::state::State;
use crate::model::world::{Catastrophe, Strikes};

/// Catastrophes of the season in hand, event by event and township by township.
#[derive(Clone, Debug, Default)]
pub struct CatastropheBooks {
    townships: usize,
    /// Seasons that the event still lasts, the one in hand included; event-major.
    left: Vec<u16>,
    /// S of the season, zero where nothing strikes.
    severity: Vec<f64>,
    /// L of the season.
    capital: Vec<f64>,
    /// Share of townships struck in the season before, by event.
    before: Vec<f64>,
    /// Price factor of the season, by industry.
    price: Vec<f64>,
}

/// What catastrophes leave a project in a season.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spared {
    /// Π (1 − S): what is left of the yield.
    pub harvest: f64,
    /// Π (1 − L): what is left of the capital.
    pub capital: f64,
}

impl Spared {
    /// Nothing has struck.
    pub const ALL: Spared = Spared { harvest: 1.0, capital: 1.0 };

    fn hit(&mut self, severity: f64, capital: f64) {
        self.harvest *= 1.0 - severity;
        self.capital *= 1.0 - capital;
    }
}

impl CatastropheBooks {
    /// Opens the books: nothing has struck yet.
    pub fn begin(&mut self, events: usize, townships: usize, industries: usize) {
        self.townships = townships;
        self.left.clear();
        self.left.resize(events * townships, 0);
        for column in [&mut self.severity, &mut self.capital] {
            column.clear();
            column.resize(events * townships, 0.0);
        }
        self.before.clear();
        self.before.resize(events, 0.0);
        self.price.clear();
        self.price.resize(industries, 1.0);
    }

    /// Factor of this season's price of an industry.
    pub fn price(&self, industry: usize) -> f64 {
        self.price[industry]
    }

    /// S of an event in a township this season; `None` if it does not strike there.
    pub fn severity(&self, event: usize, township: usize) -> Option<f64> {
        let cell = event * self.townships + township;
        (self.left[cell] > 0).then(|| self.severity[cell])
    }

    /// Share of townships that an event strikes this season.
    fn struck_share(&self, event: usize) -> f64 {
        let cells = &self.left[event * self.townships..(event + 1) * self.townships];
        cells.iter().filter(|left| **left > 0).count() as f64 / self.townships.max(1) as f64
    }

    /// What this season leaves a household's project in an industry (K3, K5): each event hits it if its own uniform is
    /// below the share of households struck.
    pub fn spared(
        &self,
        events: &[Catastrophe],
        luck: Luck,
        household: Entity,
        township: usize,
        industry: usize,
        year: u16,
    ) -> Spared {
        let mut spared = Spared::ALL;
        for (index, event) in events.iter().enumerate() {
            let Some(severity) = self.severity(index, township).filter(|_| event.touches(industry)) else { continue };
            let share = event.households_share.get();
            if share >= 1.0 || luck.uniform(household.with(event.entity()), Purpose::Struck, year) < share {
                spared.hit(severity, self.capital[index * self.townships + township]);
            }
        }
        spared
    }

    /// What this season leaves an organisation: the mean of the area.
    pub fn spared_on_average(&self, events: &[Catastrophe], township: usize, industry: usize) -> Spared {
        let mut spared = Spared::ALL;
        for (index, event) in events.iter().enumerate() {
            let Some(severity) = self.severity(index, township).filter(|_| event.touches(industry)) else { continue };
            let share = event.households_share.get();
            spared.hit(severity * share, self.capital[index * self.townships + township] * share);
        }
        spared
    }

    /// Equation K6: what is subtracted from the X of an organisation this season.
    pub fn shift(&self, events: &[Catastrophe], township: usize, industry: usize) -> f64 {
        let strikes = |(index, event): &(usize, &Catastrophe)| {
            event.touches(industry) && self.severity(*index, township).is_some()
        };
        events.iter().enumerate().filter(strikes).map(|(_, event)| event.organisation_shift).sum()
    }

    fn strike(&mut self, index: usize, event: &Catastrophe, luck: Luck, year: u16) {
        self.before[index] = self.struck_share(index);
        let cells = index * self.townships..(index + 1) * self.townships;
        match event.strikes {
            Strikes::County => {
                let place = event.entity();
                let (u, v) = luck.pair(place, Purpose::CountyEvent, year);
                let (left, severity, capital) =
                    event.next(self.left.get(cells.start).copied().unwrap_or(0), event.annual.get(), u, v, year);
                self.left[cells.clone()].fill(left);
                self.severity[cells.clone()].fill(severity);
                self.capital[cells].fill(capital);
            }
            Strikes::Townships { spread } => {
                let p = (event.annual.get() + spread * self.before[index]).min(1.0);
                for (township, cell) in cells.enumerate() {
                    let place = event.entity().with(Entity::index(township as u32));
                    let (u, v) = luck.pair(place, Purpose::TownshipEvent, year);
                    (self.left[cell], self.severity[cell], self.capital[cell]) =
                        event.next(self.left[cell], p, u, v, year);
                }
            }
        }
    }

    /// Equation K4: the price factors of the season.
    fn move_prices(&mut self, events: &[Catastrophe]) {
        self.price.fill(1.0);
        for (index, event) in events.iter().enumerate() {
            let now = 1.0 + (event.price_factor - 1.0) * self.struck_share(index);
            let after = 1.0 + (event.price_factor_next - 1.0) * self.before[index];
            for industry in &event.industries {
                self.price[*industry] *= now * after;
            }
        }
    }
}

impl Catastrophe {
    /// Address of its random numbers: its name, so that another event renumbers nobody.
    pub fn entity(&self) -> Entity {
        self.entity
    }

    /// Whether it touches an industry.
    pub fn touches(&self, industry: usize) -> bool {
        self.industries.contains(&industry)
    }

    /// Equations K1–K2 for one place: seasons left, severity and capital lost, from the seasons it had left before.
    fn next(&self, left: u16, probability: f64, u: f64, v: f64, year: u16) -> (u16, f64, f64) {
        let left = match left.saturating_sub(1) {
            0 if u < probability || self.forced_years.contains(&i32::from(year)) => self.lasts_years,
            left => left,
        };
        let at = |law: &Option<crate::distribution::Marginal>| {
            law.as_ref().filter(|_| left > 0).map_or(0.0, |law| law.quantile(v).clamp(0.0, 1.0))
        };
        (left, at(&self.yield_loss), at(&self.capital_loss))
    }
}

/// Stage 2 in January: which catastrophes strike where this season, and what they do to prices.
pub fn begin_season(state: &mut State, county: &County, luck: Luck, season: usize) {
    let events = &county.world.catastrophes;
    if events.is_empty() || state.counterfactual.neutral.has(LuckKind::Catastrophes) {
        return;
    }
    for (index, event) in events.iter().enumerate() {
        state.catastrophes.strike(index, event, luck, county.calendar.year(season));
    }
    state.catastrophes.move_prices(events);
    report(state, county, season);
}

/// Counts what strikes: a county event once, an event of townships in each of them.
fn report(state: &mut State, county: &County, season: usize) {
    let townships = state.catastrophes.townships;
    for (index, event) in county.world.catastrophes.iter().enumerate() {
        let mut struck = 0;
        for township in 0..townships {
            if state.catastrophes.severity(index, township).is_some() {
                state.township_year(county.calendar.seasons(), township, season).struck += 1;
                struck += 1;
            }
        }
        state.run.catastrophes += if event.strikes == Strikes::County { struck.min(1) } else { struck };
    }
}
