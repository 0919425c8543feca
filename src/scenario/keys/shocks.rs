//! Keys of catastrophes and insurances.

use super::{Variant, keys};

/// What an insurance of projects may pay by.
const INDEMNITIES: &[Variant] = &[("yield", Some(&by_yield::SECTION)), ("index", Some(&by_index::SECTION))];

keys! {
    /// `[world.catastrophes.<name>]`.
    catastrophe;
    LEVEL = "level", Choice(&["county", "township"]), "\"county\"", "Whether it strikes the whole county, or each township on its own", "全县同时受灾，或各乡镇各自受灾";
    ANNUAL = "annual", Number(Range::SHARE.of(Unit::ProbabilityAnnual)), "0.06", "Probability a year, per county or per township", "每年发生的概率（全县或每个乡镇）";
    INDUSTRIES = "industries", Texts, "[\"navel_orange\"]", "Industries that it touches", "受影响的产业";
    YIELD_LOSS = "yield_loss", Distribution(Range::SHARE), "{ beta = { alpha = 5, beta = 5 } }", "Severity: share of the yield that is lost; absent: none", "灾害程度：损失的产量比例；不写表示没有";
    CAPITAL_LOSS = "capital_loss_share", Distribution(Range::SHARE), "{ uniform = { min = 0.05, max = 0.20 } }", "Share of the capital (trees, herd) that is lost for good, drawn together with the severity; absent: none", "永久损失的资产（果树、存栏）比例，与灾害程度同向抽取；不写表示没有";
    PRICE_FACTOR = "price_factor", Number(Range::between(0.0, 100.0).of(Unit::Factor)), "0.5", "Factor of the season's price of the industries, for everybody (at township level in proportion to the townships struck); absent: 1", "当季价格系数，对所有农户生效（乡镇级按受灾乡镇比例）；不写表示1";
    PRICE_FACTOR_NEXT = "price_factor_next", Number(Range::between(0.0, 100.0).of(Unit::Factor)), "2.0", "Factor of the price of the season after; absent: 1", "下一季的价格系数；不写表示1";
    HOUSEHOLDS = "households_share", Number(Range::SHARE), "0.2", "Share of the households of a struck place that are hit; absent: all", "受灾地区中受灾农户的比例；不写表示全部";
    LASTS = "lasts_years", Whole(Range::between(1.0, 200.0).of(Unit::Years)), "1", "Seasons that it lasts; absent: 1", "持续的年数；不写表示1";
    SPREAD = "spread_annual", Number(Range::between(0.0, 100.0).of(Unit::ProbabilityAnnual)), "0.5", "Probability a year added per share of townships struck at the end of the year before (township level); absent: none", "按上年末受灾乡镇比例增加的年概率（仅乡镇级）；不写表示没有";
    SHIFT = "organisation_shift", Number(Range::between(-10.0, 10.0).of(Unit::Deviations)), "0.5", "What a struck season takes from the latent variable of organisations of these industries that fail by season, in standard deviations; absent: none", "受灾当季从此类产业中按季倒闭的经济组织潜在变量中减去的量（标准差）；不写表示没有";
    FORCED = "forced_years", Numbers(Range::between(1900.0, 2200.0).of(Unit::CalendarYear)), "[2017]", "Calendar years in which it happens whatever the draw; absent: none", "无论抽取结果如何都必然发生的年份；不写表示没有";
}

keys! {
    /// `[policy.insurance.<name>]`.
    insurance;
    INDUSTRIES = "industries", Texts, "[\"navel_orange\"]", "Industries that it covers", "承保的产业";
    HOUSEHOLDS = "households_share", Number(Range::SHARE), "0.6", "Share of self-directed borrowers that insure", "投保的自主贷款户比例";
    SUM = "sum_insured_per_yuan", Number(Range { unit: Unit::PerYuan, above_min: true, ..Range::between(0.0, 10.0) }), "0.3", "Sum insured per yuan invested", "每元投资的保险金额（元）";
    PREMIUM = "premium_share", Number(Range::SHARE.of(Unit::ShareAnnual)), "0.05", "Premium a year, as a share of the sum insured", "年保险费占保险金额的比例";
    SUBSIDY = "premium_subsidy_share", Number(Range::SHARE), "0.75", "Share of the premium that the budget pays", "财政负担的保险费比例";
    PAYS = "pays", Variants(super::INDEMNITIES), "{ yield = { deductible_share = 0.3 } }", "What it pays by", "赔付依据";
}

keys! {
    /// `pays = { yield = { … } }`.
    by_yield;
    DEDUCTIBLE = "deductible_share", Number(Range::SHARE), "0.3", "Share of the normal yield that is lost before anything is paid", "免赔的减产比例";
}

keys! {
    /// `pays = { index = { … } }`.
    by_index;
    EVENT = "event", Text, "\"frost\"", "The catastrophe it pays for, one of [world.catastrophes]", "触发赔付的灾害，须是[world.catastrophes]之一";
    STEPS = "steps", Tables(&super::step::SECTION), "[{ from_severity = 0.2, pays_share = 0.5 }]", "Share of the sum paid from a severity on; absent: the severity itself", "达到某一灾害程度时赔付的比例；不写表示按灾害程度赔付";
}

keys! {
    /// One entry of `steps`.
    step;
    FROM = "from_severity", Number(Range::SHARE), "0.2", "Severity from which it pays", "起赔的灾害程度";
    SHARE = "pays_share", Number(Range::SHARE), "0.5", "Share of the sum insured", "赔付占保险金额的比例";
}

keys! {
    /// `[policy.fund.surety]`.
    surety;
    PREMIUM = "premium_share_annual", Number(Range::SHARE.of(Unit::ShareAnnual)), "0.02", "Premium for each year of the tenor, as a share of the principal, paid at granting", "按贷款期限每年计收的保费占本金的比例，放款时一次交清";
    SUBSIDY = "subsidy_share", Number(Range::SHARE), "0.5", "Share of the premium that the budget pays", "财政负担的保费比例";
    RATIO = "exit_loss_ratio", Number(Range::between(0.0, 1e3).of(Unit::Times)), "1.5", "Payments over premiums to date, at the end of a year, above which the insurer may leave", "年末累计赔款与累计保费之比超过此值时保险公司可能退出";
    PROBABILITY = "exit_probability", Number(Range::SHARE.of(Unit::ProbabilityAnnual)), "0.3", "Probability that it then leaves, a year", "届时每年退出的概率";
}
