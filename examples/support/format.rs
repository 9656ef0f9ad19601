//! How a report is laid out.

use super::support::Stop;

/// The layout that is asked for.
#[derive(Clone, Copy)]
pub(crate) enum Format {
    Text,
    Markdown,
    Json,
}

impl Format {
    pub(crate) fn read(word: &str) -> Result<Self, Stop> {
        match word {
            "text" => Ok(Self::Text),
            "markdown" => Ok(Self::Markdown),
            "json" => Ok(Self::Json),
            _ => Err(Stop::new(format!("--format {word}: use text, markdown or json"))),
        }
    }
}
