//! The page of the laboratory: its examples are whole scenarios, and they run.

use super::*;
use crate::support::*;

/// The TOML blocks of the page.
fn examples() -> Vec<String> {
    let page = std::fs::read_to_string(folder().join("README.md")).unwrap();
    page.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap().to_owned()).collect()
}

/// An example by a piece of its text.
#[track_caller]
fn example(piece: &str) -> Lab {
    let found: Vec<String> = examples().into_iter().filter(|text| text.contains(piece)).collect();
    assert_eq!(found.len(), 1, "{piece}");
    Lab::written(&found[0])
}

#[test]
fn every_example_of_the_page_runs() {
    let examples = examples();
    assert!((6..=10).contains(&examples.len()), "{} examples", examples.len());
    for text in examples {
        let runs = Lab::written(&text).replicate(1, 3);
        assert_eq!(runs.len(), 3);
    }
}

seeds! {
    /// What the page says of its examples. Catches an example that is valid and something else.
    the_examples_mean_what_the_page_says(seed) {
        let pool = example("# Example 1").run(seed);
        assert_law("example 1", &pool.column("loans_defaulted"), &binomial(100, 0.05), &[2, 4, 6, 9]);
        let factor = example("# Example 2").run(seed);
        let law = one_factor_law(100, normal_quantile(0.05), 0.12);
        assert_law("example 2", &factor.column("loans_defaulted"), &law, &telling(&law));
        let organisations = example("# Example 3").run(seed);
        let one = mix(0.1, &binomial(20, 0.5), &binomial(20, 0.03));
        let law = (0..4).fold(vec![1.0], |law, _| convolve(&law, &one));
        assert_law("example 3", &organisations.column("loans_defaulted"), &law, &telling(&law));
        let regime = example("# Example 5").run(seed);
        // One move before the first month's defaults.
        let bad = 0.05;
        assert_mean("example 5", &regime.month("loans_defaulted", 1), 50.0 * (bad * 0.2 + (1.0 - bad) * 0.02));
        let amortising = example("# Example 6").run(seed);
        let h = 1.0 - 0.9_f64.powf(1.0 / 12.0);
        let loss: f64 = (1..=12).map(|t| (1.0 - h).powi(t - 1) * h * f64::from(13 - t) * 1_000.0).sum();
        assert_mean("example 6", &amortising.column("claims_yuan"), 50.0 * 0.45 * loss);
        let layers = example("# Example 7").run(seed);
        let law = binomial(50, 0.1);
        assert_mean("example 7", &layers.column("insurer_paid_yuan"), expected(&law, |k| (1e4 * k - 3e4).clamp(0.0, 2e4)));
    }
}
