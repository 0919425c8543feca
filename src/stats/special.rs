//! Distribution functions that intervals rest on: beta, and through it Student's t and the binomial.
//!
//! Accurate to about 10⁻¹¹ for the sizes that occur (up to some 10⁵ replications), which moves no printed digit.

/// Largest number of terms of the continued fraction; about √max(a, b) are needed.
const TERMS: u32 = 20_000;

/// Regularised incomplete beta function `I_x(a, b)`, the distribution function of Beta(a, b).
///
/// Continued fraction of DLMF 8.17.22 by the modified Lentz method, on the side of the mean where it converges fast.
pub(super) fn beta_cdf(a: f64, b: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    let ln_front = a * libm::log(x) + b * libm::log1p(-x) + libm::lgamma(a + b) - libm::lgamma(a) - libm::lgamma(b);
    let front = libm::exp(ln_front);
    if x < (a + 1.0) / (a + b + 2.0) {
        front * continued_fraction(a, b, x) / a
    } else {
        1.0 - front * continued_fraction(b, a, 1.0 - x) / b
    }
}

fn continued_fraction(a: f64, b: f64, x: f64) -> f64 {
    let away_from_zero = |v: f64| if v.abs() < 1e-300 { 1e-300 } else { v };
    let mut c = 1.0;
    let mut d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut value = d;
    for term in 1..=TERMS {
        let m = f64::from(term);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away_from_zero(1.0 + even * d);
        c = away_from_zero(1.0 + even / c);
        value *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away_from_zero(1.0 + odd * d);
        c = away_from_zero(1.0 + odd / c);
        value *= d * c;
        if (d * c - 1.0).abs() < 1e-15 {
            break;
        }
    }
    value
}

/// The quantile of Beta(a, b), by halving: slow, monotone and never wrong by more than [`beta_cdf`] is.
pub(super) fn beta_quantile(a: f64, b: f64, p: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    loop {
        let middle = 0.5 * (low + high);
        // Stop between neighbouring numbers, or at 10⁻¹⁵ of the value where more bits mean nothing.
        if middle <= low || middle >= high || high - low < 1e-15 * low {
            return middle;
        }
        if beta_cdf(a, b, middle) < p {
            low = middle;
        } else {
            high = middle;
        }
    }
}

/// The quantile of Student's t with `degrees` degrees of freedom at `p` ≥ ½.
///
/// Y = t²/(t² + ν) is Beta(½, ν/2), and P(|T| ≤ t) = 2p − 1.
pub(super) fn student_quantile(degrees: f64, p: f64) -> f64 {
    let y = beta_quantile(0.5, 0.5 * degrees, 2.0 * p - 1.0);
    libm::sqrt(degrees * y / (1.0 - y))
}

/// P(|T| ≥ |t|) for Student's t with `degrees` degrees of freedom: ν/(ν + t²) is Beta(ν/2, ½).
pub(super) fn student_two_sided(degrees: f64, t: f64) -> f64 {
    beta_cdf(0.5 * degrees, 0.5, degrees / (degrees + t * t))
}

/// P(B ≤ k) for B ~ Binomial(n, p); zero below k = 0.
pub(super) fn binomial_cdf(n: u64, p: f64, k: i64) -> f64 {
    match u64::try_from(k) {
        Err(_) => 0.0,
        Ok(k) if k >= n => 1.0,
        Ok(k) => beta_cdf((n - k) as f64, k as f64 + 1.0, 1.0 - p),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use statrs::distribution::{Beta, Binomial, ContinuousCDF, DiscreteCDF, StudentsT};

    #[test]
    fn student_quantiles_are_those_of_the_printed_tables() {
        let table =
            [(1.0, 12.7062), (2.0, 4.30265), (5.0, 2.57058), (10.0, 2.22814), (30.0, 2.04227), (100.0, 1.98397)];
        for (degrees, expected) in table {
            let found = student_quantile(degrees, 0.975);
            assert!((found - expected).abs() < 6e-5, "{degrees}: {found}");
        }
        assert!((student_quantile(9_999.0, 0.975) - 1.960_201_264).abs() < 1e-8);
    }

    #[test]
    fn student_quantiles_agree_with_another_library() {
        for degrees in [1.0, 3.0, 17.0, 199.0, 9_999.0, 99_999.0] {
            let t = student_quantile(degrees, 0.975);
            let p = StudentsT::new(0.0, 1.0, degrees).unwrap().cdf(t);
            assert!((p - 0.975).abs() < 1e-9, "{degrees}: {t} {p}");
        }
    }

    #[test]
    fn two_sided_probabilities_are_those_of_the_quantiles_and_have_no_floor() {
        for degrees in [1.0, 3.0, 199.0, 99_999.0] {
            let p = student_two_sided(degrees, -student_quantile(degrees, 0.975));
            assert!((p - 0.05).abs() < 1e-9, "{degrees}: {p}");
        }
        // With two degrees of freedom P(|T| ≥ t) = 1 − t/√(2 + t²), about 1/t² far out.
        assert!((student_two_sided(2.0, 1e6) * 1e12 - 1.0).abs() < 1e-6);
    }

    #[test]
    fn beta_agrees_with_another_library() {
        for (a, b) in [(0.5, 0.5), (1.0, 3.0), (2.5, 400.0), (700.0, 9_300.0), (9_999.0, 2.0)] {
            let other = Beta::new(a, b).unwrap();
            for p in [0.001, 0.025, 0.5, 0.975] {
                let x = beta_quantile(a, b, p);
                assert!((other.cdf(x) - p).abs() < 1e-9, "{a} {b} {p}");
            }
        }
    }

    #[test]
    fn binomial_agrees_with_another_library() {
        for (n, p) in [(1_u64, 0.5), (20, 0.05), (100, 0.5), (10_000, 0.95)] {
            let other = Binomial::new(p, n).unwrap();
            for k in [0, n / 3, n / 2, n * 19 / 20, n] {
                let found = binomial_cdf(n, p, k as i64);
                assert!((found - other.cdf(k)).abs() < 1e-9, "{n} {p} {k}: {found}");
            }
        }
        assert_eq!(binomial_cdf(5, 0.3, -1), 0.0);
    }
}
