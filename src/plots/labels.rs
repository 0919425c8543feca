//! Labels at the end of lines that keep their distance.

/// Places for labels wanted at `wanted` (ascending) so that neighbours are at least `gap` apart, inside
/// `low..=high`, with the smallest sum of squared shifts.
///
/// With zᵢ = wantedᵢ − i·gap the distance rule becomes zᵢ ≤ zᵢ₊₁: an isotonic regression, solved by pooling
/// adjacent violators. If the room is too small for all, they start at `low` and run over `high`.
pub(super) fn spread(wanted: &[f64], gap: f64, low: f64, high: f64) -> Vec<f64> {
    let mut blocks: Vec<(f64, usize)> = Vec::new(); // mean of z, number of labels
    for (i, &place) in wanted.iter().enumerate() {
        let mut block = (place - i as f64 * gap, 1);
        while let Some(&(mean, count)) = blocks.last() {
            if mean <= block.0 {
                break;
            }
            blocks.pop();
            let total = count + block.1;
            block = ((mean * count as f64 + block.0 * block.1 as f64) / total as f64, total);
        }
        blocks.push(block);
    }
    let top = high - wanted.len().saturating_sub(1) as f64 * gap;
    let z = blocks.into_iter().flat_map(|(mean, count)| std::iter::repeat_n(mean.min(top).max(low), count));
    z.enumerate().map(|(i, z)| z + i as f64 * gap).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_with_room_stay_where_they_are() {
        assert_eq!(spread(&[1.0, 4.0, 9.0], 2.0, 0.0, 10.0), [1.0, 4.0, 9.0]);
        assert!(spread(&[], 2.0, 0.0, 10.0).is_empty());
    }

    #[test]
    fn labels_on_one_place_are_spread_around_it() {
        assert_eq!(spread(&[5.0, 5.0, 5.0], 2.0, 0.0, 10.0), [3.0, 5.0, 7.0]);
        assert_eq!(spread(&[5.0, 6.0], 2.0, 0.0, 10.0), [4.5, 6.5]);
    }

    #[test]
    fn labels_stay_inside_the_panel() {
        assert_eq!(spread(&[0.0, 0.0, 0.0], 2.0, 0.0, 10.0), [0.0, 2.0, 4.0]);
        assert_eq!(spread(&[10.0, 10.0, 10.0], 2.0, 0.0, 10.0), [6.0, 8.0, 10.0]);
    }

    #[test]
    fn a_pool_that_pushes_a_neighbour_takes_it_in() {
        // 5, 5 alone would go to 4, 6; 3.5 is then too near to 4, so all three share the shift.
        assert_eq!(spread(&[3.5, 5.0, 5.0], 2.0, 0.0, 10.0), [2.5, 4.5, 6.5]);
    }
}
