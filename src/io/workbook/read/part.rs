//! One part of a workbook while it is unpacked: it stops at the limits, and at a piece of text so long
//! that no spreadsheet writes it. It knows bytes, and no XML.

use std::io::{self, BufRead, Cursor, Read};

use zip::read::ZipFile;

use super::super::WorkbookError;
use super::words::{bytes as in_words, thousands};
use crate::table::SheetLimits;

/// How much is unpacked at a time.
const BLOCK: usize = 32 * 1024;

/// The longest stretch without a `<` in it: a cell of 32,767 units takes far less however it is written.
const STRETCH: usize = 1_000_000;

/// One part while it is unpacked.
pub(super) struct Part<'p> {
    file: ZipFile<'p, Cursor<Vec<u8>>>,
    called: String,
    block: Box<[u8]>,
    /// What of the block was unpacked and not yet taken.
    ready: (usize, usize),
    part_left: u64,
    all_left: &'p mut u64,
    limits: &'p SheetLimits,
    /// How many bytes came since the last `<`.
    stretch: usize,
    stopped: Option<Stopped>,
}

/// Why unpacking stopped before the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stopped {
    Part,
    Whole,
    Stretch,
    Broken,
}

impl<'p> Part<'p> {
    pub(super) fn new(
        file: ZipFile<'p, Cursor<Vec<u8>>>,
        called: &str,
        all_left: &'p mut u64,
        limits: &'p SheetLimits,
    ) -> Self {
        Self {
            file,
            called: called.to_owned(),
            block: vec![0; BLOCK].into_boxed_slice(),
            ready: (0, 0),
            part_left: limits.part_bytes,
            all_left,
            limits,
            stretch: 0,
            stopped: None,
        }
    }

    /// What messages call it: `the sheet “Plan”`.
    pub(super) fn called(&self) -> &str {
        &self.called
    }

    /// Why it could not be unpacked to its end; none where unpacking is not to blame.
    pub(super) fn trouble(&self) -> Option<WorkbookError> {
        let called = &self.called;
        let remedy = "delete the sheets, rows and pictures that are not needed, and save it again";
        Some(match self.stopped? {
            Stopped::Part => WorkbookError::too_large(
                format!(
                    "{called} takes more than {} unpacked, the most that is read of one part",
                    in_words(self.limits.part_bytes)
                ),
                remedy,
            ),
            Stopped::Whole => WorkbookError::too_large(
                format!(
                    "the workbook takes more than {} unpacked, the most that is read",
                    in_words(self.limits.unpacked_bytes)
                ),
                remedy,
            ),
            Stopped::Stretch => WorkbookError::harmful(format!(
                "{called} has one piece of text of more than {} letters",
                thousands(STRETCH)
            )),
            Stopped::Broken => {
                WorkbookError::damaged(format!("{called} cannot be unpacked to its end"))
            }
        })
    }

    /// Unpacks it to its end and forgets what it says; XML must not declare anything.
    pub(super) fn check(mut self, is_xml: bool) -> Result<(), WorkbookError> {
        const DECLARES: &[u8] = b"<!DOCTYPE";
        if !is_xml {
            self.limits_of_pictures();
        }
        // The end of the block before, in case the words stand across two blocks.
        let mut tail: Vec<u8> = Vec::new();
        loop {
            let Ok(block) = self.fill_buf() else {
                let broken = || WorkbookError::damaged(format!("{} is broken", self.called));
                return Err(self.trouble().unwrap_or_else(broken));
            };
            if block.is_empty() {
                return Ok(());
            }
            let taken = block.len();
            if is_xml {
                tail.extend_from_slice(block);
                if tail.windows(DECLARES.len()).any(|window| window == DECLARES) {
                    return Err(declares(&self.called));
                }
                tail.drain(..tail.len().saturating_sub(DECLARES.len()));
            }
            self.consume(taken);
        }
    }

    /// A picture is no text: any stretch of it may lack a `<`.
    fn limits_of_pictures(&mut self) {
        self.stretch = usize::MAX;
    }

    /// Counts what was unpacked against the limits.
    fn count(&mut self, unpacked: usize) -> Result<(), Stopped> {
        let bytes = u64::try_from(unpacked).unwrap_or(u64::MAX);
        self.part_left = self.part_left.checked_sub(bytes).ok_or(Stopped::Part)?;
        *self.all_left = self.all_left.checked_sub(bytes).ok_or(Stopped::Whole)?;
        if self.stretch == usize::MAX {
            return Ok(());
        }
        let block = self.block.get(..unpacked).unwrap_or_default();
        let first = block.iter().position(|byte| *byte == b'<').unwrap_or(unpacked);
        self.stretch += first;
        if self.stretch > STRETCH {
            return Err(Stopped::Stretch);
        }
        if let Some(last) = block.iter().rposition(|byte| *byte == b'<') {
            self.stretch = unpacked - last;
        }
        Ok(())
    }
}

/// The error of an XML part that declares names for pieces of text.
pub(super) fn declares(called: &str) -> WorkbookError {
    WorkbookError::harmful(format!("{called} has a DTD in it"))
}

impl Read for Part<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let mut ready = self.fill_buf()?;
        let taken = ready.read(into)?;
        self.consume(taken);
        Ok(taken)
    }
}

impl BufRead for Part<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.stopped.is_some() {
            return Err(io::Error::other("stopped before the end"));
        }
        if self.ready.0 >= self.ready.1 {
            let unpacked = match self.file.read(&mut self.block) {
                Ok(unpacked) => unpacked,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => return Err(error),
                Err(error) => {
                    self.stopped = Some(Stopped::Broken);
                    return Err(error);
                }
            };
            self.ready = (0, unpacked);
            if let Err(stopped) = self.count(unpacked) {
                self.stopped = Some(stopped);
                return Err(io::Error::other("stopped before the end"));
            }
        }
        Ok(self.block.get(self.ready.0..self.ready.1).unwrap_or_default())
    }

    fn consume(&mut self, taken: usize) {
        self.ready.0 = self.ready.1.min(self.ready.0.saturating_add(taken));
    }
}
