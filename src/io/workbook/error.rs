//! Why a workbook was refused.

/// Why a workbook was refused, in words for the person who sent it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WorkbookError {
    /// It could not be read from where it is.
    #[error("the file could not be read")]
    Io(#[from] std::io::Error),
}
