//! Several comparisons at once.

/// Holm's (1979) adjusted p of each test of a family: refusing those at or below α errs with probability α at most in
/// *any* of them, however they depend on one another.
///
/// p₍ₖ₎ becomes max over j ≤ k of (m − j + 1)·p₍ⱼ₎, at most one. A test without a p (`None`) is no part of the family.
///
/// ```
/// # use lendmix::stats::holm;
/// let adjusted = holm(&[Some(0.01), Some(0.04), None, Some(0.03), Some(0.005)]);
/// assert_eq!(adjusted, [Some(0.03), Some(0.06), None, Some(0.06), Some(0.02)]);
/// ```
pub fn holm(p: &[Option<f64>]) -> Vec<Option<f64>> {
    let mut order: Vec<(f64, usize)> = p.iter().enumerate().filter_map(|(index, p)| Some(((*p)?, index))).collect();
    order.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut adjusted = vec![None; p.len()];
    let mut so_far = 0.0_f64;
    for (place, (p, index)) in order.iter().enumerate() {
        so_far = so_far.max((order.len() - place) as f64 * p).min(1.0);
        adjusted[*index] = Some(so_far);
    }
    adjusted
}
