//! Keys of what has dates: changes of policy and payment holidays.

use super::{SectionSpec, keys, policy::root};

keys! {
    /// `[policy.changes.<name>]`: besides these, any table of `[policy]` with the keys that change.
    change;
    FROM = "from", Month, "\"2017-09\"", "Month from which the change holds", "自哪个月起生效";
    RAMP_UNTIL = "ramp_until", Month, "\"2018-08\"", "Month in which numbers reach their new value, in equal monthly steps from the month `from`; absent: at once", "数值自from起逐月等额变动，至该月达到新值；不写表示立即生效";
    LENDING = "lending", Part, "{ closed_modes = [\"pooled\"] }", "Keys of [policy.lending] that change; absent: none", "[policy.lending]中变动的键；不写表示不变";
    SELF_DIRECTED = "self_directed", Part, "{ principal_max_yuan = 30000 }", "Keys of [policy.self_directed] that change; absent: none", "[policy.self_directed]中变动的键；不写表示不变";
    POOLED = "pooled", Part, "{ payout_share_annual = 0.08 }", "Keys of [policy.pooled] that change; absent: none", "[policy.pooled]中变动的键；不写表示不变";
    FIXED_BENEFIT = "fixed_benefit", Part, "{ payout_share_annual = 0.08 }", "Keys of [policy.fixed_benefit] that change; absent: none", "[policy.fixed_benefit]中变动的键；不写表示不变";
    FUND = "fund", Part, "{ leverage_max = 8 }", "Keys of [policy.fund] that change; absent: none", "[policy.fund]中变动的键；不写表示不变";
    SUSPENSION = "suspension", Part, "[]", "The stop rules from then on; absent: unchanged", "此后的熔断规则；不写表示不变";
    REWARD = "reward", Part, "\"none\"", "Keys of [policy.reward] that change; absent: none", "[policy.reward]中变动的键；不写表示不变";
    QUOTA = "quota", Part, "{ overshoot_share = 0.5 }", "Keys of [policy.quota] that change; absent: none", "[policy.quota]中变动的键；不写表示不变";
    INSURANCE = "insurance", Part, "{}", "Products of [policy.insurance] that change; absent: none", "[policy.insurance]中变动的险种；不写表示不变";
    RENEWAL = "renewal", Part, "\"none\"", "Keys of [policy.renewal] that change; absent: none", "[policy.renewal]中变动的键；不写表示不变";
    ORGANISATIONS = "organisations", Part, "{ exposure_max_yuan = 5_000_000 }", "Keys of [policy.organisations] that change; absent: none", "[policy.organisations]中变动的键；不写表示不变";
    CONVERSION = "conversion", Part, "{ modes = [\"pooled\"], monthly_share = 0.05, to = \"repaid\" }", "Keys of [policy.conversion] that change; absent: none", "[policy.conversion]中变动的键；不写表示不变";
    SAFEGUARDS = "safeguards", Part, "{}", "Keys of [policy.safeguards] that change; absent: none", "[policy.safeguards]中变动的键；不写表示不变";
}

keys! {
    /// `[policy.payment_holidays.<name>]`.
    holiday;
    FROM = "from", Month, "\"2020-02\"", "First month in which payments need not be made; absent: only where `event` says when", "可延期还款的第一个月；不写仅限已写`event`";
    UNTIL = "until", Month, "\"2020-09\"", "Last month in which payments need not be made; absent: only where `event` says when", "可延期还款的最后一个月；不写仅限已写`event`";
    EVENT = "event", Table(&super::holiday_event::SECTION), "{ name = \"no_guests\", from_month = 2, until_month = 9 }", "A catastrophe: the holiday is in every year in which it strikes, for the townships it strikes; absent: `from` and `until` say when", "灾害：凡该灾害发生之年，受灾乡镇均可延期还款；不写则须写`from`和`until`";
    POSTPONE_MONTHS = "postpone_months", Whole(Range::between(1.0, 240.0).of(Unit::Months)), "6", "Months by which a payment moves; absent: to the month after the holiday", "还款推迟的月数；不写表示推迟到期满后的次月";
    MODES = "modes", Names(&["self_directed", "pooled", "fixed_benefit"]), "[\"self_directed\"]", "Modes whose loans may be postponed", "适用的贷款模式";
    SHARE = "share", Number(Range::SHARE), "1.0", "Share of borrowers with a payment due who postpone it", "到期借款人中选择延期的比例";
}

keys! {
    /// `event = { … }` of a payment holiday.
    holiday_event;
    NAME = "name", Text, "\"no_guests\"", "The catastrophe, one of [world.catastrophes]", "灾害名称，须是[world.catastrophes]之一";
    FROM_MONTH = "from_month", Whole(Range::between(1.0, 12.0)), "2", "First calendar month in which payments need not be made", "可延期还款的起始月份（1至12）";
    UNTIL_MONTH = "until_month", Whole(Range::between(1.0, 12.0)), "9", "Last calendar month in which payments need not be made", "可延期还款的终止月份（1至12）";
}

/// Keys of `[policy]` that have dates of their own and cannot be changed at a date.
pub const OWN_DATES: [&str; 2] = ["changes", "payment_holidays"];

/// Every table of `[policy]` can change: the test below keeps the two lists in step.
pub fn tables_that_change() -> impl Iterator<Item = &'static str> {
    let spec: &'static SectionSpec = &root::SECTION;
    spec.keys.iter().map(|key| key.name).filter(|name| !OWN_DATES.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_of_the_policy_can_change() {
        for name in tables_that_change() {
            assert!(change::SECTION.keys.iter().any(|key| key.name == name), "[policy.{name}] cannot change");
        }
    }
}
