//! Writes a folder of files atomically.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use improvement_plan::csv::StarFile;

use super::output::write_whole;

/// Writes a folder of files. A new folder appears with all its files or not at all. In an existing
/// folder each file is replaced atomically, and other files are left alone.
pub(crate) fn write_folder(path: &Path, files: &[StarFile]) -> io::Result<()> {
    if path.is_dir() {
        return files
            .iter()
            .try_for_each(|file| write_whole(&path.join(file.name()), file.bytes()));
    }
    if path.exists() {
        return Err(io::Error::new(ErrorKind::AlreadyExists, "it is a file, and not a folder"));
    }
    let parent = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let parent = parent.unwrap_or(Path::new("."));
    let made = parent.join(format!(".plan-{}.tmp", std::process::id()));
    fs::create_dir(&made)?;
    let put = files
        .iter()
        .try_for_each(|file| write_whole(&made.join(file.name()), file.bytes()))
        .and_then(|()| fs::rename(&made, path));
    if put.is_err() {
        let _ = fs::remove_dir_all(&made);
    }
    put
}
