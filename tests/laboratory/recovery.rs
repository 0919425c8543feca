//! Row 11: the recovery rate of a dozen loans by hand, and the five wrong rules.

use super::*;

/// In thousands of yuan:
///
/// | group | loans | due in | what happens | 2016 due | recovered | 2017 due | recovered |
/// |---|---|---|---|---|---|---|---|
/// | A | 4 × 10 | 2016-03 | repaid | 40 | 40 | | |
/// | B | 3 × 20 | 2016-05 | in default, 40% paid, 36 claimed | 60 | 24 | | |
/// | C | 1 × 30 | 2016-11 | in default, 30 claimed, collected in December | 30 | 30 | | |
/// | D | 1 × 50 | 2016-12 | in default, 50 claimed, collected in January | 50 | 0 | | (50, of 2016) |
/// | E | 2 × 15 | 2016-06 | renewed until 2017-06, then repaid | 30 | 0 | 30 | 30 |
/// | F | 1 × 40 | 2017-08 | repaid early in 2016-01 | | | 40 | 40 |
/// | | 12 loans | | | 210 | 94 | 70 | 70 |
///
/// Catches each of the five wrong rules, and late collections in the year in which they come.
#[test]
fn a_dozen_loans_by_hand_and_the_five_wrong_rules() {
    let runs = Lab::shipped("11-recovery-rate").replicate(1, 3);
    let thousands = |id: &str, month: usize| {
        let values = runs.month(id, month);
        assert!(values.iter().all(|value| *value == values[0]), "nothing is left to chance");
        values[0] / 1_000.0
    };
    let sum = |id: &str, months: std::ops::RangeInclusive<usize>| months.map(|month| thousands(id, month)).sum::<f64>();
    assert_eq!((thousands("due_ytd_yuan", 12), thousands("recovered_ytd_yuan", 12)), (210.0, 94.0));
    assert_eq!((thousands("due_ytd_yuan", 24), thousands("recovered_ytd_yuan", 24)), (70.0, 70.0));
    let rate = runs.month("recovery_rate_ytd", 12)[0];
    assert_eq!(rate, 94.0 / 210.0);

    // What the wrong rules would count is in the tables as well, so that anybody can see that it is not counted.
    let (claims, renewed, early) =
        (sum("claims_yuan", 1..=12), sum("renewed_yuan", 1..=12), sum("repaid_early_yuan", 1..=12));
    assert_eq!((claims, renewed, early), (36.0 + 30.0 + 50.0, 30.0, 40.0));
    let lent = runs.column("opening_book_yuan")[0] / 1_000.0;
    assert_eq!(lent, 250.0);
    let (due, recovered) = (210.0, 94.0);
    let compensated_loans = 60.0 + 30.0 + 50.0;
    for (wrong, rule) in [
        ((recovered - 24.0 - 30.0) / (due - compensated_loans), "compensated loans dropped"),
        ((recovered + claims) / due, "compensation counted"),
        ((recovered + renewed) / due, "renewals counted"),
        ((recovered + early) / (due + early), "early repayment counted before its date"),
        (recovered / lent, "divided by all lending"),
    ] {
        assert!((wrong - rate).abs() > 0.05, "{rule}: {wrong} against {rate}");
    }
    // In 2017 the collection of D would make it 120 of 70.
    assert_eq!(sum("recovered_yuan", 13..=24), 50.0 + 70.0);
    // Over the run: each loan by its own year, the renewal due twice.
    let run = |id: &str| runs.column(id)[0] / 1_000.0;
    assert_eq!((run("due_yuan"), run("recovered_yuan"), run("ultimately_recovered_yuan")), (280.0, 164.0, 214.0));
}
