//! Numbers, amounts and dates as a county clerk's spreadsheet writes them; what is ambiguous is not read.

use crate::units::CalendarMonth;

/// Full-width signs, which Chinese keyboards write, as ASCII.
pub fn half_width(text: &str) -> String {
    text.chars().map(narrow).collect()
}

/// A full-width sign as ASCII, any other as it is.
pub fn narrow(sign: char) -> char {
    match sign {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(sign as u32 - 0xfee0).unwrap_or(sign),
        '\u{3000}' => ' ',
        other => other,
    }
}

/// A number, with a comma before every three digits or without any.
pub fn number(text: &str) -> Option<f64> {
    let text = half_width(text);
    let text = text.trim();
    if !text.contains(',') {
        return text.parse().ok();
    }
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let (sign, digits) = match whole.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", whole),
    };
    let groups: Vec<&str> = digits.split(',').collect();
    let all_digits = groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    let in_threes = (1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|group| group.len() == 3);
    let good = all_digits && in_threes && decimals.bytes().all(|byte| byte.is_ascii_digit());
    good.then(|| format!("{sign}{}.{decimals}0", groups.concat()).parse().ok()).flatten()
}

/// An amount: a number that may have the yuan sign before or 元 after it.
pub fn yuan(text: &str) -> Option<f64> {
    let text = half_width(text);
    let text = text.trim().trim_start_matches(['¥', '￥']);
    number(text.strip_suffix('元').unwrap_or(text).trim_end())
}

/// A share: a number, or a percentage with its sign.
pub fn share(text: &str) -> Option<f64> {
    let text = half_width(text);
    match text.trim().strip_suffix('%') {
        Some(percent) => number(percent.trim_end()).map(|percent| percent / 100.0),
        None => number(&text),
    }
}

/// A month: `2016-03`, `2016/3`, `2016年3月`, `201603`, or a day of it: `2016-03-15`, `2016/3/15`, `2016.3.15`,
/// `2016年3月15日`, `20160315`, with or without a time of day.
pub fn month(text: &str) -> Option<CalendarMonth> {
    let text = half_width(text);
    let date = match text.trim().split_once([' ', 'T']) {
        Some((date, time)) if time.contains(':') => date,
        Some(_) => return None,
        None => text.trim(),
    };
    let parts = if date.len() >= 6 && date.bytes().all(|byte| byte.is_ascii_digit()) {
        compact(date)?
    } else {
        separated(date)?
    };
    let [year, month, day] = parts;
    let plausible = (1900..=2200).contains(&year) && (1..=31).contains(&day);
    let month = CalendarMonth::new(year as i32, month).filter(|_| plausible)?;
    (day <= days_of(month)).then_some(month)
}

/// `201603` or `20160315`.
fn compact(date: &str) -> Option<[u32; 3]> {
    let part = |from: usize, to: usize| date.get(from..to).and_then(|digits| digits.parse().ok());
    match date.len() {
        6 => Some([part(0, 4)?, part(4, 6)?, 1]),
        8 => Some([part(0, 4)?, part(4, 6)?, part(6, 8)?]),
        _ => None,
    }
}

/// Year, month and perhaps day with signs between them. Two numbers with a dot are no date: `2016.1` may be October.
fn separated(date: &str) -> Option<[u32; 3]> {
    let (signs, dotted) = match date {
        date if date.contains('年') => (['年', '月'], false),
        date if date.contains('-') => (['-', '-'], false),
        date if date.contains('/') => (['/', '/'], false),
        _ => (['.', '.'], true),
    };
    let (year, rest) = date.split_once(signs[0])?;
    let (month, day) = match rest.split_once(signs[1]) {
        Some((month, day)) => (month, day.strip_suffix('日').unwrap_or(day)),
        None if dotted || signs[0] == '年' => return None,
        None => (rest, "1"),
    };
    let day = if day.is_empty() && signs[1] == '月' { "1" } else { day };
    let digits = |text: &str, most: usize| {
        let good = (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        good.then(|| text.parse().ok()).flatten()
    };
    (year.len() == 4).then_some([digits(year, 4)?, digits(month, 2)?, digits(day, 2)?])
}

fn days_of(month: CalendarMonth) -> u32 {
    let year = month.year();
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    match month.month() {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_however_a_clerk_writes_it() {
        let march = CalendarMonth::new(2016, 3);
        for text in [
            "2016-03",
            "2016-3",
            "2016/3",
            "2016年3月",
            "2016年03月15日",
            "2016-03-15",
            "2016/3/15",
            "2016.3.15",
            "201603",
            "20160315",
            "２０１６－０３－１５",
            "2016/3/15 0:00",
            "2016-03-15T10:00:00",
            " 2016-03 ",
        ] {
            assert_eq!(month(text), march, "{text}");
        }
        for text in [
            "",
            "2016",
            "16-03",
            "2016-13",
            "2016-00-01",
            "2016-02-30",
            "2016.3",
            "3/15/2016",
            "15.3.2016",
            "42444",
            "2016年",
            "2016-03-",
            "2016-3-1-1",
            "201613",
            "2016-03-15 noon",
            "２",
            "9999999999",
        ] {
            assert_eq!(month(text), None, "{text}");
        }
        assert_eq!(month("2016-02-29"), CalendarMonth::new(2016, 2));
        assert_eq!(month("2015-02-29"), None);
    }

    #[test]
    fn amounts_are_read_where_they_are_not_ambiguous() {
        for (text, value) in [
            ("50000", 50_000.0),
            ("50,000", 50_000.0),
            ("1,234,567.89", 1_234_567.89),
            ("50,000元", 50_000.0),
            ("¥ 50000", 50_000.0),
            ("￥50000.5", 50_000.5),
            ("５０，０００", 50_000.0),
            ("-1,000", -1000.0),
        ] {
            assert_eq!(yuan(text), Some(value), "{text}");
        }
        for text in ["5万", "5万元", "50,00", "5,0000", "1,23.5", "50 000", "", "元", ",", "1,,000", "abc"] {
            assert_eq!(yuan(text), None, "{text}");
        }
        assert_eq!(share("5%"), Some(0.05));
        assert_eq!(share("0.05"), Some(0.05));
    }
}
