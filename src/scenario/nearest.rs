//! The name that was probably meant.

/// The candidate nearest to a misspelt name, if one is near enough.
///
/// Edit distance finds slips of a finger; containment of whole words finds `principal` → `principal_yuan` and
/// `intrest_rate` → `rate`, which edit distance misses.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let score = likeness(name, candidate);
        if score >= 0.6 && best.is_none_or(|(least, _)| score > least) {
            best = Some((score, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

fn likeness(name: &str, candidate: &str) -> f64 {
    let (name, candidate) = (folded(name), folded(candidate));
    if name == candidate {
        return 1.0;
    }
    let edits = strsim::normalized_damerau_levenshtein(&name, &candidate);
    edits.max(0.95 * shared_words(&name, &candidate))
}

/// Lower case, with `-` and blanks as `_`.
fn folded(name: &str) -> String {
    name.trim().to_lowercase().replace(['-', ' '], "_")
}

/// How much of the longer name's words the shorter one has, one slip in a word allowed; zero unless all words of one
/// are found in the other.
fn shared_words(a: &str, b: &str) -> f64 {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split('_').collect(), b.split('_').collect());
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let found = few.iter().filter(|word| many.iter().any(|other| alike(word, other))).count();
    let letters: usize = few.iter().map(|word| word.chars().count()).sum();
    if found < few.len() || letters < 4 {
        return 0.0;
    }
    0.65 + 0.35 * few.len() as f64 / many.len() as f64
}

fn alike(a: &str, b: &str) -> bool {
    a == b || (a.chars().count() > 3 && strsim::normalized_damerau_levenshtein(a, b) >= 0.75)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYS: [&str; 7] =
        ["principal_yuan", "principal_max_yuan", "rate", "waiting_months", "interest_annual", "mix", "lend"];

    #[test]
    fn slips_missing_units_and_extra_words_find_their_key() {
        for (typed, meant) in [
            ("principal", "principal_yuan"),
            ("intrest_rate", "rate"),
            ("wating_months", "waiting_months"),
            ("waiting", "waiting_months"),
            ("Mix", "mix"),
            ("principal-max-yuan", "principal_max_yuan"),
            ("interest", "interest_annual"),
        ] {
            assert_eq!(nearest(typed, KEYS), Some(meant), "{typed}");
        }
    }

    #[test]
    fn a_name_like_none_finds_none() {
        for typed in ["weather", "x", "利率", ""] {
            assert_eq!(nearest(typed, KEYS), None, "{typed}");
        }
    }
}
