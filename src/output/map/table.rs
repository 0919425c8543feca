//! `map.parquet`: the rows of `map.csv`, with a null where a number is missing.

use super::super::error::OutputError;
use super::super::folder::RunFolder;
use super::super::parquet::ParquetFile;
use super::super::table::{ColumnData, ColumnSpec};
use super::super::{VERSION, names};
use super::csv::{dominator, efficiency};
use super::{MapMetric, MapPoint, MapSummary};
use crate::metrics::Unit;

const COLUMNS: [(&str, Unit); 19] = [
    ("scenario", Unit::Name),
    ("self_directed_share", Unit::Share),
    ("pooled_share", Unit::Share),
    ("fixed_benefit_share", Unit::Share),
    ("today", Unit::YesNo),
    ("efficiency", Unit::Name),
    ("dominated_by", Unit::Name),
    ("lent_share_of_plan", Unit::Share),
    ("lent_share_low", Unit::Share),
    ("lent_share_high", Unit::Share),
    ("metric", Unit::Name),
    ("mean", Unit::Share),
    ("low", Unit::Share),
    ("high", Unit::Share),
    ("difference_to_today", Unit::Share),
    ("difference_low", Unit::Share),
    ("difference_high", Unit::Share),
    ("variance_ratio", Unit::Share),
    ("p_holm", Unit::Share),
];

/// Writes the table; a program without Parquet has `map.csv` alone.
pub fn write(summary: &MapSummary, folder: &mut RunFolder) -> Result<(), OutputError> {
    if !cfg!(feature = "parquet") {
        return Ok(());
    }
    let specs = COLUMNS.map(|(id, unit)| ColumnSpec { id, unit });
    let metadata = vec![("lendmix.version".to_owned(), VERSION.to_owned())];
    let mut file = ParquetFile::create(folder.begin(names::MAP)?, &specs, metadata)?;
    let efficiencies: Vec<String> = summary.points.iter().map(|point| efficiency(point.efficiency)).collect();
    file.write(&columns(summary, &efficiencies))?;
    folder.publish(file.finish()?)
}

/// The columns; `efficiencies` are the words of each point.
fn columns<'a>(summary: &'a MapSummary, efficiencies: &'a [String]) -> Vec<ColumnData<'a>> {
    let rows: Vec<(usize, &'a MapPoint, &'a MapMetric)> = summary
        .points
        .iter()
        .enumerate()
        .flat_map(|(index, point)| point.metrics.iter().map(move |metric| (index, point, metric)))
        .collect();
    let float = |of: &dyn Fn(&MapPoint, &MapMetric) -> Option<f64>| {
        ColumnData::Float(rows.iter().map(|(_, point, metric)| of(point, metric)).collect())
    };
    let share = |mode: usize| float(&move |point, _| Some(point.shares[mode]));
    let difference = |metric: &MapMetric| metric.against_today.map(|effect| effect.difference);
    vec![
        ColumnData::Text(rows.iter().map(|(_, point, _)| point.scenario.as_str()).collect()),
        share(0),
        share(1),
        share(2),
        ColumnData::Boolean(rows.iter().map(|(index, ..)| Some(*index == summary.today)).collect()),
        ColumnData::Text(rows.iter().map(|(index, ..)| efficiencies[*index].as_str()).collect()),
        ColumnData::Text(rows.iter().map(|(_, point, _)| dominator(summary, point.efficiency).unwrap_or("")).collect()),
        float(&|point, _| point.lent_share_of_plan),
        float(&|point, _| Some(point.lent_share_interval?.low)),
        float(&|point, _| Some(point.lent_share_interval?.high)),
        ColumnData::Text(rows.iter().map(|(.., metric)| metric.id.as_str()).collect()),
        float(&|_, metric| metric.estimate.mean),
        float(&|_, metric| Some(metric.estimate.interval?.low)),
        float(&|_, metric| Some(metric.estimate.interval?.high)),
        float(&|_, metric| difference(metric)?.mean),
        float(&|_, metric| Some(difference(metric)?.interval?.low)),
        float(&|_, metric| Some(difference(metric)?.interval?.high)),
        float(&|_, metric| metric.against_today?.variance_ratio),
        float(&|_, metric| metric.p_holm),
    ]
}
