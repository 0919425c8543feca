//! The exact values against cases worked by hand, and the self-test itself.

use super::exact::*;
use super::*;

#[test]
fn exact_values_are_those_of_small_cases() {
    let near = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-12, "{found} {expected}");
    near(binomial(4, 0.5)[2], 6.0 / 16.0);
    near(at_least(&binomial(3, 0.1), 1), 0.271);
    near(normal_quantile(0.975), 1.959_963_984_540_054);
    // Two loans with correlation ρ and p = ½: both default with probability ¼ + arcsin(ρ)/2π (Sheppard).
    near(one_factor(2, 0.5, 0.5)[2], 0.25 + (0.5_f64).asin() / std::f64::consts::TAU);
    // A fund of one unit and claims of 0 or 2: ruined at the first claim; with one unit a month only a claim at once ruins.
    near(ruin(1, 0, &[0.7, 0.0, 0.3], 2), 1.0 - 0.49);
    near(ruin(0, 1, &[0.7, 0.0, 0.3], 2), 0.3);
    // One loan a month: a loss in the first three months keeps the rate below 98% for long enough; later ones, too, until
    // three months are left. With p = ½ and three months only the loss of the first stops.
    near(stopped(1, 0.5, 3), 0.5);
    near(stopped(1, 0.5, 4), 0.75);
    near(organisation(2, 0.5, 1.0, 0.0)[2], 0.5);
}

#[test]
fn the_program_passes_its_own_test() {
    let items = run(|_| {}).unwrap_or_else(|mistakes| panic!("{}", mistakes.render(crate::text::Lang::En, false)));
    for item in &items {
        assert!(item.passed, "{item:?}");
    }
    let of = |kind: Kind| items.iter().filter(|item| item.kind == kind).count();
    assert!(of(Kind::KnownAnswer) > 20 && of(Kind::Bits) == 4 && of(Kind::ClosedForm) == 5);
}
