//! Exact values, from textbook formulas and recursions: nothing here knows the model.

/// Φ(z).
pub fn normal_cdf(z: f64) -> f64 {
    0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2)
}

/// Φ⁻¹(p), by halving.
pub fn normal_quantile(p: f64) -> f64 {
    let (mut low, mut high) = (-10.0, 10.0);
    for _ in 0..200 {
        let middle = 0.5 * (low + high);
        if normal_cdf(middle) < p { low = middle } else { high = middle }
    }
    0.5 * (low + high)
}

/// P(K = k), k = 0…n, for K ~ Bin(n, p).
pub fn binomial(n: usize, p: f64) -> Vec<f64> {
    let mut law = vec![1.0];
    for _ in 0..n {
        let mut next = vec![0.0; law.len() + 1];
        for (k, probability) in law.iter().enumerate() {
            next[k] += probability * (1.0 - p);
            next[k + 1] += probability * p;
        }
        law = next;
    }
    law
}

/// P(K ≥ k) of a law on 0, 1, 2, …
pub fn at_least(law: &[f64], k: usize) -> f64 {
    law.iter().skip(k).sum()
}

/// The number of defaults of `n` loans with probability `p` and asset correlation `rho`: Bin(n, p(z)) mixed over Z, with
/// p(z) = Φ((Φ⁻¹(p) − √ρ z)/√(1−ρ)); trapezoids from −9 to 9 (the error is far below 10⁻¹²).
pub fn one_factor(n: usize, p: f64, rho: f64) -> Vec<f64> {
    const STEPS: usize = 1800;
    let (threshold, step) = (normal_quantile(p), 18.0 / STEPS as f64);
    let mut law = vec![0.0; n + 1];
    for place in 0..=STEPS {
        let z = -9.0 + step * place as f64;
        let weight = step * libm::exp(-0.5 * z * z) / libm::sqrt(std::f64::consts::TAU);
        let conditional = normal_cdf((threshold - libm::sqrt(rho) * z) / libm::sqrt(1.0 - rho));
        for (sum, probability) in law.iter_mut().zip(binomial(n, conditional)) {
            *sum += weight * probability;
        }
    }
    law
}

/// P(τ ≤ months) of a fund of `start` units that takes in `income` units a month and pays K ~ `claims`, in that order;
/// τ is the first month in which K exceeds what is there.
pub fn ruin(start: usize, income: usize, claims: &[f64], months: usize) -> f64 {
    let mut law = vec![0.0; start + income * months + 1];
    law[start] = 1.0;
    let mut ruined = 0.0;
    for _ in 0..months {
        let mut next = vec![0.0; law.len()];
        for (balance, probability) in law.iter().enumerate().filter(|(_, probability)| **probability > 0.0) {
            let available = balance + income;
            for (claim, chance) in claims.iter().enumerate() {
                match available.checked_sub(claim) {
                    Some(left) => next[left.min(law.len() - 1)] += probability * chance,
                    None => ruined += probability * chance,
                }
            }
        }
        law = next;
    }
    ruined
}

/// P(three months in a row with a recovery rate of the year to date below 98%) within one calendar year of `months`
/// months: `n` loans fall due in each, K ~ Bin(n, p) of them are lost. States: losses so far, months in a row.
pub fn stopped(n: usize, p: f64, months: usize) -> f64 {
    let losses = binomial(n, p);
    let mut law = vec![[0.0; 3]; n * months + 1];
    law[0][0] = 1.0;
    let mut stopped = 0.0;
    for month in 1..=months {
        let due = n * month;
        let mut next = vec![[0.0; 3]; law.len()];
        for (lost, runs) in law.iter().enumerate() {
            for (run, probability) in runs.iter().enumerate().filter(|(_, probability)| **probability > 0.0) {
                for (more, chance) in losses.iter().enumerate() {
                    let unrecovered = lost + more;
                    let below = 100 * (due - unrecovered) < 98 * due;
                    match (below, run) {
                        (false, _) => next[unrecovered][0] += probability * chance,
                        (true, 2) => stopped += probability * chance,
                        (true, run) => next[unrecovered][run + 1] += probability * chance,
                    }
                }
            }
        }
        law = next;
    }
    stopped
}

/// Defaults of `n` loans pooled in one organisation that fails with probability `q` and then takes each with probability
/// `c`, each in default by itself with probability `p` otherwise.
pub fn organisation(n: usize, q: f64, c: f64, p: f64) -> Vec<f64> {
    let (failed, alive) = (binomial(n, c), binomial(n, p));
    failed.iter().zip(&alive).map(|(failed, alive)| q * failed + (1.0 - q) * alive).collect()
}
