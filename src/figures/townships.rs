//! Townships by year: the probability that lending is suspended.

use super::csv::{ENDS, Heading, cells};
use super::material::share;
use super::{Csv, FigureError, Material, Missing, Prepared, drawable};
use crate::output::TownshipSummary;
use crate::plots::Estimated;
use crate::plots::charts::{MOST_TOWNSHIPS, TownshipTable};
use crate::text::words::figure_tables as heads;
use crate::text::words::figures as words;
use crate::text::{Lang, whole};

/// The probability of suspension by township and year.
pub(super) fn suspensions(run: &mut Material<'_>, scenario: usize, lang: Lang) -> Result<Prepared, FigureError> {
    let rows = &run.scenario(scenario).townships;
    if rows.iter().all(|row| row.suspended.count == 0) {
        return Err(Missing::Nothing.into());
    }
    let headings: [Heading; 3] = [heads::township, heads::year, heads::suspended];
    let mut csv = Csv::new(headings.into_iter().chain(ENDS));
    for row in rows {
        let cells = cells(&share(&row.suspended)?);
        csv.row([row.township.clone(), row.year.to_string()].into_iter().chain(cells));
    }
    let (mut townships, years, mut cells) = table(rows)?;
    let all = townships.len();
    if all > MOST_TOWNSHIPS {
        (townships, cells) = worst(townships, cells);
    }
    let names = townships.iter().map(|name| drawable(name)).collect();
    let note = (all > MOST_TOWNSHIPS).then(|| words::worst_townships(lang, whole(all as i64), MOST_TOWNSHIPS));
    Ok(Prepared { note, ..Prepared::new(TownshipTable::new(names, years, cells)?, csv) })
}

/// Townships, years and a row of shares for each township.
type Parts = (Vec<String>, Vec<i32>, Vec<Vec<Estimated>>);

fn table(rows: &[TownshipSummary]) -> Result<Parts, Missing> {
    let mut parts: Parts = (Vec::new(), Vec::new(), Vec::new());
    // Townships follow one another, each with every year; two townships may have one name.
    for row in rows {
        let begins = rows.first().is_some_and(|first| first.year == row.year);
        if begins {
            parts.0.push(row.township.clone());
            parts.2.push(Vec::new());
        }
        if parts.0.len() == 1 {
            parts.1.push(row.year);
        }
        if let Some(cells) = parts.2.last_mut() {
            cells.push(share(&row.suspended)?);
        }
    }
    Ok(parts)
}

/// Those with the largest probability in any year, in their own order.
fn worst(townships: Vec<String>, cells: Vec<Vec<Estimated>>) -> (Vec<String>, Vec<Vec<Estimated>>) {
    let largest = |row: &Vec<Estimated>| row.iter().map(|cell| cell.value).fold(0.0, f64::max);
    let mut order: Vec<usize> = (0..cells.len()).collect();
    order.sort_by(|&a, &b| largest(&cells[b]).total_cmp(&largest(&cells[a])));
    order.truncate(MOST_TOWNSHIPS);
    order.sort_unstable();
    order.iter().map(|&i| (townships[i].clone(), cells[i].clone())).unzip()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Proportion;

    fn row(township: &str, year: i32, k: u64) -> TownshipSummary {
        TownshipSummary { township: township.to_owned(), year, suspended: Proportion { k, n: 10 }.estimate() }
    }

    #[test]
    fn rows_become_a_table_of_townships_and_years() {
        let rows = [row("甲", 2016, 0), row("甲", 2017, 5), row("乙", 2016, 1), row("乙", 2017, 10)];
        let (townships, years, cells) = table(&rows).expect("shares");
        assert_eq!((townships, years), (vec!["甲".to_owned(), "乙".to_owned()], vec![2016, 2017]));
        let values: Vec<Vec<f64>> = cells.iter().map(|row| row.iter().map(|cell| cell.value).collect()).collect();
        assert_eq!(values, [[0.0, 0.5], [0.1, 1.0]]);
    }

    #[test]
    fn of_too_many_townships_the_worst_are_kept_in_their_order() {
        let n = MOST_TOWNSHIPS + 1;
        let rows: Vec<TownshipSummary> = (0..n).map(|i| row(&i.to_string(), 2016, u64::from(i != 3))).collect();
        let (townships, _, cells) = table(&rows).expect("shares");
        let (kept, cells) = worst(townships, cells);
        assert_eq!((kept.len(), cells.len()), (MOST_TOWNSHIPS, MOST_TOWNSHIPS));
        assert!(!kept.contains(&"3".to_owned()) && kept.is_sorted_by_key(|name| name.parse::<usize>().unwrap_or(0)));
    }
}
