//! What a random number is for.

macro_rules! purposes {
    ($($(#[$doc:meta])* $name:ident = $number:literal,)*) => {
        /// What a random number is for. Numbers are part of every published result: once given they are never changed
        /// and never given again; a new purpose takes a free number of its group.
        ///
        /// One block of the generator holds two numbers. The purposes 2k (first lane) and 2k + 1 (second lane) share
        /// block k, so that two decisions taken together cost one block.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u16)]
        pub enum Purpose {
            $($(#[$doc])* $name = $number,)*
        }

        impl Purpose {
            /// Every purpose, in the order of its number.
            pub const ALL: &'static [Purpose] = &[$(Purpose::$name),*];
        }
    };
}

purposes! {
    // Household, once per population.
    /// Township that the household lives in.
    Township = 0,
    /// Village within the township.
    Village = 1,
    /// Number of persons.
    Persons = 2,
    /// Situation: which modes fit the household.
    Situation = 3,
    /// Ability θ, standard normal.
    Ability = 4,
    /// Baseline income.
    Income = 5,
    /// Industry that the household would invest in.
    Industry = 6,
    /// Own capital invested beside the loan.
    OwnCapital = 7,
    /// Liquidity at the start.
    Buffer = 8,
    /// Credit line: granted or not, and how much.
    CreditLine = 9,
    /// Key of wanting a loan by a given year.
    TakeUp = 10,
    /// Key of the order of service.
    Service = 11,
    /// Keyed noise of the suitability for a mode.
    Suitability = 12,
    /// Principal if self-directed.
    PrincipalSelfDirected = 13,
    /// Principal if pooled.
    PrincipalPooled = 14,
    /// Tenor of the loan.
    Tenor = 15,
    /// Organisation that a pooled loan would go to.
    OrganisationChoice = 16,
    /// Never intends to repay.
    Unwilling = 17,
    /// Labour of the household (stream).
    Labour = 18,
    /// What the check of an applicant gets wrong.
    Screening = 19,
    /// Share of the loan diverted to consumption.
    Diversion = 20,
    /// Key of insuring its project.
    Insured = 21,
    /// Whether a safeguard covers the household; the time is the safeguard's number.
    Safeguard = 22,
    /// Employed by the organisation that uses its loan.
    Employed = 24,
    /// Leases land to the organisation that uses its loan.
    LandLease = 25,

    // Household, per season or month.
    /// Own innovation ε of the yield factor.
    Yield = 256,
    /// Illness strikes this year.
    Illness = 257,
    /// Cost of an illness.
    IllnessCost = 258,
    /// Own innovation ε of the default factor (copula).
    DefaultShock = 260,
    /// Month of a default within its season.
    DefaultMonth = 261,
    /// Monthly hazard trial.
    Hazard = 264,
    /// Trial at the due date.
    Maturity = 266,
    /// Loss given default.
    LossGivenDefault = 268,
    /// Default by contagion when the organisation fails.
    Contagion = 270,
    /// Something is collected this month.
    Collection = 272,
    /// Part that is collected (stream).
    CollectionPart = 273,
    /// A catastrophe in its area hits the household.
    Struck = 274,
    /// Renewal at the end of the tenor.
    Renewal = 278,
    /// Conversion of a running loan.
    Conversion = 280,
    /// Takes a payment holiday.
    PaymentHoliday = 284,

    // Organisation.
    /// Township of the organisation.
    OrganisationTownship = 512,
    /// Industry of the organisation.
    OrganisationIndustry = 513,
    /// Size of the organisation.
    OrganisationSize = 514,
    /// Kind of the organisation.
    OrganisationKind = 515,
    /// Own innovation ε of the organisation's factor.
    OrganisationShock = 516,
    /// Month of a failure within its season.
    OrganisationMonth = 517,
    /// Trial of the organisation at a due date.
    OrganisationMaturity = 518,
    /// Own innovation of the organisation's yield (structural).
    OrganisationYield = 520,
    /// The county bails out a failed organisation.
    BailOut = 522,

    // Factors.
    /// Innovation η of the county factor.
    CountyFactor = 768,
    /// Mixing variable χ²_ν of the Student variant.
    TailMixing = 769,
    /// Innovation η of a township factor.
    TownshipFactor = 770,
    /// Innovation η of an industry factor.
    IndustryFactor = 772,
    /// Innovation of a price.
    Price = 774,
    /// Move of the regime chain.
    Regime = 776,
    /// State of the regime before the first month.
    RegimeStart = 777,
    /// A catastrophe strikes the whole county.
    CountyEvent = 778,
    /// Severity of a catastrophe of the whole county.
    CountySeverity = 779,
    /// A catastrophe strikes a township.
    TownshipEvent = 780,
    /// Severity of a catastrophe in a township.
    TownshipSeverity = 781,
    /// The insurer of loans withdraws.
    InsurerExit = 782,

    // Village.
    /// Whether the village is rated.
    VillageSafeguard = 784,
}

impl Purpose {
    /// Number of the block, shared by the two purposes of a pair.
    pub(super) const fn block(self) -> u16 {
        self as u16 >> 1
    }
    /// Place in the block: 0 or 1.
    pub(super) const fn lane(self) -> usize {
        (self as u16 & 1) as usize
    }
}
