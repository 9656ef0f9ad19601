//! Reads the bytes of a workbook, as many as the limits allow.

use std::io::Read;

use super::WorkbookError;
use super::grid::grid;
use super::words::bytes as in_words;
use crate::cells::{Grid, SheetLimits};

/// The cells of a workbook.
pub(crate) fn read(reader: impl Read, limits: &SheetLimits) -> Result<Grid, WorkbookError> {
    let mut bytes = Vec::new();
    reader.take(limits.file_bytes.saturating_add(1)).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limits.file_bytes {
        return Err(WorkbookError::too_large(
            format!(
                "the file is larger than {}, the most that is read",
                in_words(limits.file_bytes)
            ),
            "delete pictures and sheets that are not part of the plan, and save it again",
        ));
    }
    grid(bytes, limits)
}
