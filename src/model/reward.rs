//! Reward of townships in December (equation T5): the recovery test of stage 8 decides, the year's lending measures it.

use std::cmp::Ordering;

use crate::model::county::County;
use crate::model::rules::RewardRule;
use crate::model::state::State;
use crate::units::Fen;

/// Equation T5, in December: each township whose recovery rate of the year is at least the minimum (in integers; none
/// if nothing fell due) earns ⌊share × its lending of the year⌋, divided over township, village, bank and county
/// group; each but the last gets a whole fen rounded down.
///
/// Called after stage 9, so that December's own lending counts; nothing falls due or is recovered in between.
pub fn pay(state: &mut State, county: &County, t: usize) {
    let Some(rule) = &county.policy(t).rules.reward else { return };
    if county.calendar.month(t).month() != 12 {
        return;
    }
    let (seasons, season) = (county.calendar.seasons(), county.calendar.season(t));
    for township in 0..state.townships.len() / seasons {
        let record = state.township_year(seasons, township, season);
        let earned = earned(rule, record.recovered, record.due, record.lent);
        record.reward = earned;
        state.run.reward += earned;
        state.month.budget_cost += earned;
        for (sum, part) in state.run.reward_parts.iter_mut().zip(parts(rule, earned)) {
            *sum += part;
        }
    }
}

fn earned(rule: &RewardRule, recovered: Fen, due: Fen, lent: Fen) -> Fen {
    let reached = due > Fen::ZERO && rule.recovery_min.compare(recovered, due) != Ordering::Less;
    if reached { lent.share_down(rule.share_of_lending) } else { Fen::ZERO }
}

/// What each recipient gets; the last takes the remainder.
fn parts(rule: &RewardRule, earned: Fen) -> [Fen; 4] {
    let [township, village, bank, _] = rule.shares.map(|share| earned.share_down(share));
    [township, village, bank, earned - township - village - bank]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::rules::Millionths;
    use crate::units::Share;

    fn rule() -> RewardRule {
        let share = |value| Share::new(value).unwrap();
        RewardRule {
            share_of_lending: share(0.02),
            recovery_min: Millionths::of(0.98),
            shares: [share(0.3), share(0.2), share(0.4), share(0.1)],
        }
    }

    #[test]
    fn exactly_98_per_cent_earns_and_nothing_due_does_not() {
        assert_eq!(earned(&rule(), Fen(98), Fen(100), Fen(1_000)), Fen(20));
        assert_eq!(earned(&rule(), Fen(97), Fen(99), Fen(1_000)), Fen::ZERO);
        assert_eq!(earned(&rule(), Fen::ZERO, Fen::ZERO, Fen(1_000)), Fen::ZERO);
    }

    /// 1,009 fen in 3 : 2 : 4 : 1 are 302.7, 201.8, 403.6, 100.9: 302, 201, 403 and the remaining 103.
    #[test]
    fn the_last_recipient_takes_the_remainder() {
        assert_eq!(parts(&rule(), Fen(1_009)), [302, 201, 403, 103].map(Fen));
    }
}
