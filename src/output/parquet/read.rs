//! Row groups, read one at a time.

use super::super::error::{Doing, OutputError};
use super::super::read::Group;
use super::table_error;
use polars::prelude::*;
use std::fs::File;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

/// A table that is open for reading.
pub(in crate::output) struct ParquetRows {
    path: PathBuf,
    file: File,
    metadata: FileMetadataRef,
    names: Vec<String>,
}

impl ParquetRows {
    /// Opens a table and reads its footer.
    pub(in crate::output) fn open(path: &Path) -> Result<ParquetRows, OutputError> {
        let file = File::open(path).map_err(|source| OutputError::io(Doing::Read, path, source))?;
        let (metadata, names) = guarded(path, || {
            let mut reader = ParquetReader::new(reopened(&file)?);
            let names = reader.schema()?.iter_names().map(|name| name.to_string()).collect();
            Ok((reader.get_metadata()?.clone(), names))
        })?;
        Ok(ParquetRows { path: path.to_path_buf(), file, metadata, names })
    }

    /// Names of the columns.
    pub(in crate::output) fn names(&self) -> &[String] {
        &self.names
    }

    /// Number of row groups.
    pub(in crate::output) fn groups(&self) -> usize {
        self.metadata.row_groups.len()
    }

    /// The rows of group `index`: some columns as text, others as numbers (a missing value is `NaN`, yes is 1, no is 0).
    pub(in crate::output) fn group(
        &self,
        index: usize,
        words: &[String],
        numbers: &[String],
    ) -> Result<Group, OutputError> {
        guarded(&self.path, || {
            let wanted = words.iter().chain(numbers).cloned().collect();
            let mut reader = ParquetReader::new(reopened(&self.file)?)
                .with_columns(Some(wanted))
                .read_parallel(ParallelStrategy::None);
            // A reader of this group alone: polars would decode the groups before it as well.
            let group = self.metadata.row_groups[index].clone();
            let mut metadata = (*self.metadata).clone();
            metadata.num_rows = group.num_rows();
            metadata.row_groups = vec![group];
            reader.set_metadata(std::sync::Arc::new(metadata));
            let frame = reader.finish()?;
            Ok(Group {
                words: words.iter().map(|name| words_of(&frame, name)).collect::<PolarsResult<_>>()?,
                numbers: numbers.iter().map(|name| numbers_of(&frame, name)).collect::<PolarsResult<_>>()?,
            })
        })
    }
}

fn reopened(file: &File) -> PolarsResult<File> {
    Ok(file.try_clone()?)
}

fn words_of(frame: &DataFrame, name: &str) -> PolarsResult<Vec<String>> {
    Ok(frame.column(name)?.str()?.iter().map(|word| word.unwrap_or_default().to_owned()).collect())
}

fn numbers_of(frame: &DataFrame, name: &str) -> PolarsResult<Vec<f64>> {
    let column = frame.column(name)?.cast(&DataType::Float64)?;
    Ok(column.f64()?.iter().map(|value| value.unwrap_or(f64::NAN)).collect())
}

/// Does what the library may refuse, also by a panic: some damaged files make it lose an assertion.
fn guarded<T>(path: &Path, work: impl FnOnce() -> PolarsResult<T>) -> Result<T, OutputError> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(done) => done.map_err(|error| table_error(path, &error)),
        Err(_) => Err(OutputError::Damaged { path: path.to_path_buf() }),
    }
}
