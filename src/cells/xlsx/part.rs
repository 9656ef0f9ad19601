//! Unpacks one part of a workbook, within the limits.

use std::io::{Cursor, Read};

use zip::read::ZipFile;

use super::WorkbookError;
use super::error::size;
use crate::cells::SheetLimits;

/// How much is unpacked at a time.
const BLOCK: usize = 64 * 1024;

/// How an XML entity declaration begins.
const DECLARES: &[u8] = b"<!DOCTYPE";

/// The XML of one part.
pub(super) struct Part {
    /// Its name in messages: `the sheet “Plan”`.
    pub(super) called: String,
    pub(super) text: String,
}

/// A part about to be unpacked.
pub(super) struct Packed<'p> {
    pub(super) file: ZipFile<'p, Cursor<Vec<u8>>>,
    pub(super) called: String,
    /// How many bytes of all parts together may still be unpacked.
    pub(super) left: &'p mut u64,
    pub(super) limits: &'p SheetLimits,
}

impl Packed<'_> {
    /// Unpacks the whole part.
    pub(super) fn unpack(mut self) -> Result<Part, WorkbookError> {
        // The size stated in the zip file is trusted only within the limits.
        let most = self.limits.part_bytes.min(*self.left).saturating_add(1);
        let expected = self.file.size().saturating_add(1).min(most);
        let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or(0));
        let unpacked = self.file.by_ref().take(most).read_to_end(&mut bytes);
        self.count(unpacked.map_err(|_| self.broken())?, 0)?;
        let called = self.called;
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Part { called, text }),
            Err(_) => Err(WorkbookError::damaged(format!("{called} is not in UTF-8"))),
        }
    }

    /// Unpacks the part completely and discards it; XML must not declare entities.
    pub(super) fn check(mut self, is_xml: bool) -> Result<(), WorkbookError> {
        // The end of the previous block, in case the declaration spans two blocks.
        let mut tail: Vec<u8> = Vec::new();
        let mut declares_nothing = true;
        self.each_block(|block| {
            if is_xml {
                tail.extend_from_slice(block);
                declares_nothing = !holds(&tail, DECLARES);
                tail.drain(..tail.len().saturating_sub(DECLARES.len()));
            }
            declares_nothing
        })?;
        if declares_nothing { Ok(()) } else { Err(declares(&self.called)) }
    }

    /// Unpacks the part block by block, to the end so that its checksum is verified, or until a block is
    /// not wanted.
    fn each_block(
        &mut self,
        mut is_wanted: impl FnMut(&[u8]) -> bool,
    ) -> Result<(), WorkbookError> {
        let mut block = vec![0; BLOCK];
        let mut before = 0;
        loop {
            let unpacked = self.file.read(&mut block).map_err(|_| self.broken())?;
            before = self.count(unpacked, before)?;
            match block.get(..unpacked) {
                Some(block) if !block.is_empty() && is_wanted(block) => {}
                _ => return Ok(()),
            }
        }
    }

    /// Counts unpacked bytes against the limits, and returns the size of this part so far.
    fn count(&mut self, unpacked: usize, before: u64) -> Result<u64, WorkbookError> {
        let unpacked = u64::try_from(unpacked).unwrap_or(u64::MAX);
        let so_far = before.saturating_add(unpacked);
        if so_far > self.limits.part_bytes {
            return Err(self.too_large());
        }
        *self.left = self.left.checked_sub(unpacked).ok_or_else(|| self.all_too_large())?;
        Ok(so_far)
    }

    fn broken(&self) -> WorkbookError {
        WorkbookError::damaged(format!("{} cannot be unpacked to its end", self.called))
    }

    fn too_large(&self) -> WorkbookError {
        let most = size(self.limits.part_bytes);
        WorkbookError::too_large(
            format!(
                "{} takes more than {most} unpacked, the most that is read of one part",
                self.called
            ),
            REMEDY,
        )
    }

    fn all_too_large(&self) -> WorkbookError {
        let most = size(self.limits.unpacked_bytes);
        WorkbookError::too_large(
            format!("the workbook takes more than {most} unpacked, the most that is read"),
            REMEDY,
        )
    }
}

const REMEDY: &str = "delete the sheets, rows and pictures that are not needed, and save it again";

/// Builds the error of an XML part that declares entities.
pub(super) fn declares(called: &str) -> WorkbookError {
    WorkbookError::harmful(format!("{called} has a DTD in it"))
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    let Some((first, _)) = words.split_first() else { return true };
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| byte == first) {
        rest = rest.get(at..).unwrap_or_default();
        if rest.starts_with(words) {
            return true;
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    false
}
