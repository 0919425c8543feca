//! The run folder: checked before the first replication, filled file by file, closed by its manifest.
//!
//! Which loses least when a run replaces an older one (`force`): the old files stay until the new ones are complete.
//! The old manifest goes first, because from then on it would describe files that are being replaced; files that
//! only the old run had are removed last, and only if they are still what its manifest says. Nothing else is touched.

use super::error::{Doing, OutputError};
use super::manifest::{FileEntry, Manifest, RunFacts};
use super::names::MANIFEST;
use super::pending::{self, PREFIX, PendingFile, SUFFIX};
use std::fs;
use std::io::Write;
use std::path::{Component, Path, PathBuf};

/// A folder that takes the files of one run.
#[derive(Debug)]
pub struct RunFolder {
    path: PathBuf,
    files: Vec<FileEntry>,
    /// Manifest of the run that is replaced.
    replaced: Option<Manifest>,
    /// Made by us: removed again, if it is empty, when the run fails.
    ours: bool,
    /// Without a manifest of this run until it is complete: what was published is removed again when the run fails, since
    /// a folder with files and no manifest could be neither read nor replaced.
    unfinished: bool,
}

impl RunFolder {
    /// Makes the folder and proves that it can be written to.
    ///
    /// Fails if the parent does not exist, if the path is a file, or if the folder is not empty (leftovers of a killed
    /// run do not count), unless it holds a finished run and `force` is given: then the files of that run are replaced
    /// when this one is complete. A folder of somebody else's files is never written into.
    pub fn create(path: &Path, force: bool) -> Result<RunFolder, OutputError> {
        let made = make(path)?;
        let path_buf = path.to_path_buf();
        let mut folder = RunFolder { path: path_buf, files: Vec::new(), replaced: None, ours: made, unfinished: true };
        let entries = folder.entries()?;
        let holds_run = entries.iter().any(|name| name == MANIFEST);
        let empty = entries.iter().all(|name| is_leftover(name));
        let replaces = force && holds_run;
        if !(empty || replaces) {
            return Err(OutputError::FolderNotEmpty { path: path.to_path_buf(), holds_run });
        }
        folder.probe()?;
        folder.remove_leftovers(&entries)?;
        // An unreadable manifest is no reason to refuse: what it listed simply stays.
        folder.replaced = Manifest::read(path).ok();
        Ok(folder)
    }

    /// Opens the folder of a finished run to add files to it, such as charts drawn again.
    pub fn open(path: &Path) -> Result<(RunFolder, Manifest), OutputError> {
        let manifest = Manifest::read(path)?;
        let files = manifest.files.clone();
        let path = path.to_path_buf();
        let folder = RunFolder { path, files, replaced: None, ours: false, unfinished: false };
        folder.probe()?;
        Ok((folder, manifest))
    }

    /// Where the folder is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The files published so far, in the order of their names.
    pub fn files(&self) -> &[FileEntry] {
        &self.files
    }

    /// Begins a file; `name` may lie in a folder of the run folder (`charts/fund.svg`).
    pub fn begin(&self, name: &str) -> Result<PendingFile, OutputError> {
        let relative = Path::new(name);
        let inside = relative.components().all(|part| matches!(part, Component::Normal(_)));
        if !inside || name.is_empty() || name.contains('\\') || name == MANIFEST {
            return Err(OutputError::OutsideFolder { name: name.to_owned() });
        }
        let target = self.path.join(relative);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(|source| OutputError::io(Doing::CreateFolder, folder, source))?;
        }
        PendingFile::create(name, target)
    }

    /// Gives a file its name.
    pub fn publish(&mut self, file: PendingFile) -> Result<(), OutputError> {
        if self.replaced.is_some() {
            self.remove_if_there(MANIFEST)?;
        }
        let name = file.name.clone();
        let (bytes, sha256) = file.publish()?;
        self.files.retain(|entry| entry.name != name);
        let place = self.files.partition_point(|entry| entry.name < name);
        self.files.insert(place, FileEntry { name, bytes, sha256 });
        Ok(())
    }

    /// Writes a whole file.
    pub fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), OutputError> {
        let mut file = self.begin(name)?;
        file.write(bytes)?;
        self.publish(file)
    }

    /// Removes what only the replaced run had and writes the manifest: the run is there.
    pub fn complete(self, facts: &RunFacts) -> Result<Manifest, OutputError> {
        let manifest = Manifest::new(facts, self.files.clone());
        self.close(manifest)
    }

    /// As [`Self::complete`], for a folder that was opened: only the table of files is new.
    pub fn update(self, manifest: Manifest) -> Result<Manifest, OutputError> {
        let manifest = Manifest { files: self.files.clone(), ..manifest };
        self.close(manifest)
    }

    fn close(mut self, manifest: Manifest) -> Result<Manifest, OutputError> {
        self.remove_stale()?;
        let mut file = PendingFile::create(MANIFEST, self.path.join(MANIFEST))?;
        file.write(&manifest.to_json(&self.path)?)?;
        file.publish()?;
        self.unfinished = false;
        Ok(manifest)
    }

    /// Leaves what was published where it is: a folder of charts drawn from a run elsewhere has no manifest.
    pub fn keep(mut self) {
        self.unfinished = false;
    }

    fn entries(&self) -> Result<Vec<String>, OutputError> {
        let refused = |source| OutputError::io(Doing::ReadFolder, &self.path, source);
        let list = fs::read_dir(&self.path).map_err(refused)?;
        list.map(|entry| entry.map(|e| e.file_name().to_string_lossy().into_owned()).map_err(refused)).collect()
    }

    /// Writes a byte into the folder and takes it away again.
    fn probe(&self) -> Result<(), OutputError> {
        let refused = |source| OutputError::io(Doing::CreateFile, &self.path, source);
        let mut file = pending::named(&self.path).map_err(refused)?;
        file.write_all(b"1").and_then(|()| file.flush()).map_err(refused)
    }

    /// Unfinished files of a run that was killed.
    fn remove_leftovers(&self, entries: &[String]) -> Result<(), OutputError> {
        entries.iter().filter(|name| is_leftover(name)).try_for_each(|name| self.remove_if_there(name))
    }

    /// Files that the replaced run made, that this one did not, and that nobody has changed since.
    fn remove_stale(&self) -> Result<(), OutputError> {
        let old = self.replaced.iter().flat_map(|manifest| &manifest.files);
        let stale = old.filter(|entry| !self.files.iter().any(|new| new.name == entry.name));
        for entry in stale {
            if entry.is_unchanged_in(&self.path) {
                self.remove_if_there(&entry.name)?;
            }
        }
        Ok(())
    }

    /// Removes the folders between a file and the run folder that are empty; what anyone has put there stays.
    fn remove_empty_folders(&self, file: &Path) {
        let between = file.ancestors().skip(1).take_while(|folder| *folder != self.path);
        for folder in between {
            let _ = fs::remove_dir(folder);
        }
    }

    fn remove_if_there(&self, name: &str) -> Result<(), OutputError> {
        let path = self.path.join(name);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(OutputError::io(Doing::Remove, &path, error))
            }
            _ => Ok(()),
        }
    }
}

impl Drop for RunFolder {
    fn drop(&mut self) {
        if !self.unfinished {
            return;
        }
        if !self.files.is_empty() {
            // The manifest of a replaced run went with the first file: its files have nothing to stand for either.
            let _ = self.remove_stale();
        }
        for entry in &self.files {
            let path = self.path.join(&entry.name);
            let _ = fs::remove_file(&path);
            self.remove_empty_folders(&path);
        }
        if self.ours {
            let _ = fs::remove_dir(&self.path);
        }
    }
}

/// Makes the folder; whether it was not there before.
fn make(path: &Path) -> Result<bool, OutputError> {
    if path.is_dir() {
        return Ok(false);
    }
    if path.exists() {
        return Err(OutputError::NotAFolder { path: path.to_path_buf() });
    }
    // The parent of a bare name is the empty path, which is the current folder.
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    if parent.is_some_and(|parent| !parent.exists()) {
        return Err(OutputError::ParentMissing { path: path.to_path_buf() });
    }
    fs::create_dir(path).map_err(|source| OutputError::io(Doing::CreateFolder, path, source))?;
    Ok(true)
}

/// Whether a name is that of an unfinished file of a run that was killed.
fn is_leftover(name: &str) -> bool {
    name.starts_with(PREFIX) && name.ends_with(SUFFIX)
}
