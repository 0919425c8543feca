//! Numbers as people type them, in English and in Chinese.

/// A number as a person types it: `0.01`, `1%`, `30_000_000`, `3000万`, `0.3亿`, `30m`; `None` for anything else.
pub fn typed_number(typed: &str) -> Option<f64> {
    let text: String = typed.chars().filter(|sign| !matches!(sign, '_' | ',' | ' ')).collect();
    let text = text.strip_suffix('元').unwrap_or(&text);
    let units = [("%", 0.01), ("％", 0.01), ("万", 1e4), ("亿", 1e8), ("m", 1e6), ("million", 1e6)];
    let unit = units.into_iter().find_map(|(unit, scale)| Some((text.strip_suffix(unit)?, scale)));
    let (digits, scale) = unit.unwrap_or((text, 1.0));
    let value = digits.parse::<f64>().ok().filter(|value| value.is_finite())?;
    // A division is rounded once: 1% is the number that 0.01 is.
    Some(if scale == 0.01 { value / 100.0 } else { value * scale })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        let cases = [("1%", 0.01), ("0.01", 0.01), ("3000万", 3e7), ("0.3亿", 3e7), ("30m", 3e7), ("30_000_000", 3e7)];
        for (typed, value) in cases {
            assert_eq!(typed_number(typed), Some(value), "{typed}");
        }
        for typed in ["", "%", "abc", "inf", "NaN", "1..2"] {
            assert_eq!(typed_number(typed), None, "{typed}");
        }
    }
}
