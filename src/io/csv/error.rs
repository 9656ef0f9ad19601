//! Why a CSV file was refused.

/// Why a CSV file was refused, in words for the person who sent it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CsvError {
    /// It could not be read from where it is.
    #[error("the file could not be read")]
    Io(#[from] std::io::Error),
}
