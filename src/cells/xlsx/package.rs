//! The zip file of a workbook: its parts by name, each unpacked only within the limits.

use std::collections::{BTreeMap, HashSet};
use std::io::{Cursor, Read};

use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use super::WorkbookError;
use super::other_file::must_be_workbook;
use super::part::{Packed, Part};
use crate::cells::SheetLimits;
use crate::text::thousands;

/// The most parts a zip file may list before its list is read: each one costs memory.
const LISTED: usize = 65_535;

/// The parts of a workbook.
pub(super) struct Package {
    archive: ZipArchive<Cursor<Vec<u8>>>,
    /// The position of each part, by its lower-case name.
    parts: BTreeMap<String, usize>,
    /// The parts that were unpacked completely.
    seen: HashSet<usize>,
    /// How many bytes may still be unpacked.
    left: u64,
    limits: SheetLimits,
}

impl Package {
    /// Opens a zip file and checks its list of parts; unpacks nothing but a short `mimetype`.
    pub(super) fn open(bytes: Vec<u8>, limits: &SheetLimits) -> Result<Self, WorkbookError> {
        must_list_few(&bytes)?;
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| match error {
            ZipError::Io(error) if error.kind() != std::io::ErrorKind::UnexpectedEof => {
                WorkbookError::Io(error)
            }
            _ => WorkbookError::damaged(
                "the end of the file is missing or its list of parts is broken",
            ),
        })?;
        let names = names(&archive)?;
        let mimetype = mimetype(&mut archive, &names);
        must_be_workbook(&names, mimetype.as_deref())?;
        if archive.len() > limits.parts {
            let (parts, most) = (thousands(archive.len()), thousands(limits.parts));
            return Err(WorkbookError::too_large(
                format!("the workbook has {parts} parts, at most {most} are read"),
                "delete pictures, comments and sheets that are not needed, and save it again",
            ));
        }
        if archive.has_duplicate_names() {
            return Err(WorkbookError::harmful("the workbook lists a part twice"));
        }
        let mut parts = BTreeMap::new();
        for (position, name) in names.iter().enumerate() {
            must_be_sane(name)?;
            if parts.insert(name.to_lowercase(), position).is_some() {
                return Err(WorkbookError::harmful(format!(
                    "the workbook lists the part {name} twice"
                )));
            }
            must_be_plain(&mut archive, position, name)?;
        }
        if archive.has_overlapping_files().map_err(|_| broken_list())? {
            return Err(WorkbookError::harmful("parts of the workbook overlap in the file"));
        }
        let left = limits.unpacked_bytes;
        Ok(Self { archive, parts, seen: HashSet::new(), left, limits: *limits })
    }

    /// Returns whether the part exists.
    pub(super) fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&name.to_lowercase())
    }

    /// Unpacks a part, or returns `None` if it does not exist. `called` is its name in messages.
    pub(super) fn part(&mut self, name: &str, called: &str) -> Result<Option<Part>, WorkbookError> {
        let Some(position) = self.parts.get(&name.to_lowercase()).copied() else {
            return Ok(None);
        };
        self.seen.insert(position);
        self.packed(position, called.to_owned())?.unpack().map(Some)
    }

    /// Unpacks the remaining parts completely, so that the whole workbook is checked.
    pub(super) fn check_rest(&mut self) -> Result<(), WorkbookError> {
        let rest: Vec<(String, usize)> = self
            .parts
            .iter()
            .filter(|(_, position)| !self.seen.contains(position))
            .map(|(name, position)| (name.clone(), *position))
            .collect();
        for (name, position) in rest {
            self.packed(position, format!("the part {name}"))?.check(is_xml(&name))?;
        }
        Ok(())
    }

    fn packed(&mut self, position: usize, called: String) -> Result<Packed<'_>, WorkbookError> {
        let Self { archive, left, limits, .. } = self;
        let file = archive
            .by_index(position)
            .map_err(|_| WorkbookError::damaged(format!("{called} cannot be unpacked")))?;
        Ok(Packed { file, called, left, limits })
    }
}

/// Refuses a zip file whose list of parts alone would fill the memory. Counts headers anywhere in the
/// file: a workbook embedded in the workbook has some too, but never so many.
fn must_list_few(bytes: &[u8]) -> Result<(), WorkbookError> {
    let mut rest = bytes;
    let mut headers = 0;
    while let Some(at) = rest.iter().position(|byte| *byte == b'P') {
        rest = rest.get(at..).unwrap_or_default();
        if rest.starts_with(b"PK\x01\x02") {
            headers += 1;
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    if headers > LISTED {
        let (listed, most) = (thousands(headers), thousands(LISTED));
        return Err(WorkbookError::harmful(format!(
            "the workbook lists {listed} parts, more than {most}"
        )));
    }
    Ok(())
}

/// Returns the names of the parts in the order of the list. Some Windows programs write `xl\workbook.xml`.
fn names(archive: &ZipArchive<Cursor<Vec<u8>>>) -> Result<Vec<String>, WorkbookError> {
    archive
        .file_names()
        .map(|name| name.map(|name| name.replace('\\', "/")).map_err(|_| broken_list()))
        .collect()
}

fn broken_list() -> WorkbookError {
    WorkbookError::damaged("its list of parts is broken")
}

/// Returns the `mimetype` of a file from `LibreOffice`.
fn mimetype(archive: &mut ZipArchive<Cursor<Vec<u8>>>, names: &[String]) -> Option<String> {
    let position = names.iter().position(|name| name == "mimetype")?;
    let mut text = String::new();
    archive.by_index(position).ok()?.take(200).read_to_string(&mut text).ok()?;
    Some(text)
}

/// Refuses names that lead out of the package, or that no spreadsheet uses.
fn must_be_sane(name: &str) -> Result<(), WorkbookError> {
    let leads_out = name.split('/').any(|step| step == ".." || step.contains(':'));
    let is_odd = name.len() > 500 || name.chars().any(char::is_control);
    if leads_out || is_odd || name.starts_with('/') {
        let shown: String = name.chars().filter(|letter| !letter.is_control()).take(60).collect();
        return Err(WorkbookError::harmful(format!("the workbook has a part named “{shown}”")));
    }
    Ok(())
}

/// Refuses parts that are encrypted or compressed in a way that spreadsheets do not use.
fn must_be_plain(
    archive: &mut ZipArchive<Cursor<Vec<u8>>>,
    position: usize,
    name: &str,
) -> Result<(), WorkbookError> {
    let file = archive.by_index_raw(position).map_err(|_| {
        WorkbookError::damaged(format!("the part {name} is not where the list of parts says"))
    })?;
    if file.encrypted() {
        return Err(WorkbookError::Locked);
    }
    match file.compression() {
        CompressionMethod::Stored | CompressionMethod::Deflated => Ok(()),
        _ => Err(WorkbookError::damaged(format!(
            "the part {name} is packed in a way that spreadsheets do not use"
        ))),
    }
}

fn is_xml(name: &str) -> bool {
    [".xml", ".rels", ".vml"].iter().any(|ending| name.ends_with(ending))
}
