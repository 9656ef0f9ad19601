//! Writes a file atomically.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Writes a file completely or not at all: a complete temporary file in the same folder replaces
/// it. An existing file keeps its permissions; a read-only one is an error.
pub(crate) fn write_whole(path: &Path, content: &[u8]) -> io::Result<()> {
    let path = match fs::canonicalize(path) {
        Ok(real) => real,
        Err(error) if error.kind() == ErrorKind::NotFound => path.to_owned(),
        Err(error) => return Err(error),
    };
    let existing = fs::metadata(&path).ok();
    if let Some(existing) = &existing {
        if existing.is_dir() {
            return Err(io::Error::new(ErrorKind::IsADirectory, "it is a folder"));
        }
        if !existing.is_file() {
            return Err(io::Error::other("it is not an ordinary file"));
        }
        if existing.permissions().readonly() {
            return Err(io::Error::new(ErrorKind::PermissionDenied, "it is read-only"));
        }
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let (mut file, mut temporary) = Temporary::create(folder.unwrap_or(Path::new(".")))?;
    file.write_all(content)?;
    if let Some(existing) = existing {
        file.set_permissions(existing.permissions())?;
    }
    file.sync_all()?;
    drop(file);
    fs::rename(&temporary.path, &path)?;
    temporary.is_in_place = true;
    Ok(())
}

/// A temporary file, removed on drop unless it has been renamed into place.
struct Temporary {
    path: PathBuf,
    is_in_place: bool,
}

impl Temporary {
    /// Creates a new file in a folder; it never opens an existing one.
    fn create(folder: &Path) -> io::Result<(File, Self)> {
        let mut number = 0;
        loop {
            let path = folder.join(format!(".plan-{}-{number}.tmp", std::process::id()));
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(file) => return Ok((file, Self { path, is_in_place: false })),
                Err(error) if error.kind() == ErrorKind::AlreadyExists && number < 100 => {
                    number += 1;
                }
                Err(error) => return Err(error),
            }
        }
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.is_in_place {
            let _ = fs::remove_file(&self.path);
        }
    }
}
