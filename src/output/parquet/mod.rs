//! Parquet tables through polars: the only folder that names it.
//!
//! polars writes into memory and this module passes the bytes on, so that a full disk is met by our own code, which
//! knows the path, and not by a library that turns it into a sentence. Columns are encoded on the calling thread:
//! polars' own pool would compete with the simulation for the same cores.
//!
//! The files carry no Arrow schema, which polars would add: it declares text as `string_view`, which R's arrow cannot
//! read and pyarrow cannot filter. Without it every reader derives plain types from the Parquet schema itself.

use super::error::OutputError;
use super::pending::PendingFile;
use super::table::{ColumnData, ColumnSpec};
use crate::metrics::Kind;
use polars::prelude::*;
use std::io::Write;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

mod read;

pub(super) use read::ParquetRows;

/// A table that is being written, one row group at a time.
pub(super) struct ParquetFile {
    file: PendingFile,
    encoded: Shared,
    writer: BatchedWriter<Shared>,
    metadata: Vec<(String, String)>,
    names: Vec<&'static str>,
}

impl ParquetFile {
    /// Begins a table with the given columns; `metadata` goes into the footer.
    pub(super) fn create(
        file: PendingFile,
        columns: &[ColumnSpec],
        metadata: Vec<(String, String)>,
    ) -> Result<ParquetFile, OutputError> {
        let schema = Schema::from_iter(columns.iter().map(|c| Field::new(c.id.into(), data_type(c.unit.kind()))));
        let encoded = Shared::default();
        let writer = ParquetWriter::new(encoded.clone())
            .with_compression(ParquetCompression::Zstd(None))
            .set_parallel(false)
            .batched(&schema)
            .map_err(|error| table_error(file.target(), &error))?;
        Ok(ParquetFile { file, encoded, writer, metadata, names: columns.iter().map(|c| c.id).collect() })
    }

    /// Writes one row group.
    pub(super) fn write(&mut self, columns: &[ColumnData<'_>]) -> Result<(), OutputError> {
        let columns = self.names.iter().zip(columns).map(|(name, data)| series(name, data)).collect();
        DataFrame::new_infer_height(columns)
            .and_then(|frame| self.writer.write_batch(&frame))
            .map_err(|error| table_error(self.file.target(), &error))?;
        self.file.write(&self.encoded.take())
    }

    /// Writes the footer.
    pub(super) fn finish(mut self) -> Result<PendingFile, OutputError> {
        let context = ParquetMetadataContext { arrow_schema: "" };
        let footer = KeyValueMetadata::from_static(self.metadata).collect(context);
        footer
            .and_then(|footer| {
                let mut writer = self.writer.get_writer().lock().unwrap_or_else(PoisonError::into_inner);
                writer.end(Some(footer))
            })
            .map_err(|error| table_error(self.file.target(), &error))?;
        self.file.write(&self.encoded.take())?;
        Ok(self.file)
    }
}

fn data_type(kind: Kind) -> DataType {
    match kind {
        Kind::Float => DataType::Float64,
        // R and pandas read 64-bit integers as they are; unsigned ones become text or floats in some readers.
        Kind::Integer => DataType::Int64,
        Kind::Boolean => DataType::Boolean,
        Kind::Text => DataType::String,
    }
}

fn series(name: &str, data: &ColumnData<'_>) -> Column {
    let name = PlSmallStr::from_str(name);
    match data {
        ColumnData::Float(values) => Float64Chunked::from_slice_options(name, values).into_column(),
        ColumnData::Integer(values) => Int64Chunked::from_slice_options(name, values).into_column(),
        ColumnData::Boolean(values) => BooleanChunked::from_slice_options(name, values).into_column(),
        ColumnData::Text(values) => StringChunked::from_slice(name, values).into_column(),
    }
}

fn table_error(path: &Path, error: &PolarsError) -> OutputError {
    OutputError::Table { path: path.to_path_buf(), reason: error.to_string() }
}

/// Memory that the Parquet writer fills and we empty.
#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Vec<u8>>>);

impl Shared {
    fn take(&self) -> Vec<u8> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::Unit;

    fn table(folder: &Path) -> std::path::PathBuf {
        let path = folder.join("t.parquet");
        let columns = [("scenario", Unit::Name), ("a_yuan", Unit::Yuan), ("b", Unit::Loans), ("c", Unit::YesNo)];
        let columns = columns.map(|(id, unit)| ColumnSpec { id, unit });
        let file = PendingFile::create("t.parquet", path.clone()).unwrap();
        let mut table = ParquetFile::create(file, &columns, vec![("lendmix.version".into(), "1".into())]).unwrap();
        let group = |first: f64| {
            [
                ColumnData::Text(vec!["道县", "b"]),
                ColumnData::Float(vec![Some(first), None]),
                ColumnData::Integer(vec![None, Some(i64::MAX)]),
                ColumnData::Boolean(vec![Some(true), None]),
            ]
        };
        table.write(&group(0.1)).unwrap();
        table.write(&group(0.2)).unwrap();
        table.finish().unwrap().publish().unwrap();
        path
    }

    #[test]
    fn types_nulls_row_groups_and_metadata_are_in_the_file() {
        let place = tempfile::tempdir().unwrap();
        let mut reader = ParquetReader::new(std::fs::File::open(table(place.path())).unwrap());
        let metadata = reader.get_metadata().unwrap();
        assert_eq!(metadata.row_groups.len(), 2);
        let keys: Vec<&str> =
            metadata.key_value_metadata().as_ref().unwrap().iter().map(|pair| pair.key.as_str()).collect();
        assert_eq!(keys, ["lendmix.version"], "no Arrow schema: it would declare text that R cannot read");
        let frame = reader.finish().unwrap();
        let types = [DataType::String, DataType::Float64, DataType::Int64, DataType::Boolean];
        assert_eq!(frame.dtypes(), types);
        let nulls: Vec<usize> = frame.columns().iter().map(Column::null_count).collect();
        assert_eq!(nulls, [0, 2, 2, 2]);
        assert_eq!(frame.column("b").unwrap().i64().unwrap().get(3), Some(i64::MAX));
    }
}
