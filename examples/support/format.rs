//! How a report is laid out.

use super::support::Stop;

/// The layout that is asked for.
#[derive(Clone, Copy)]
pub(crate) enum Format {
    Text,
    Markdown,
    Html,
    Json,
}

impl Format {
    pub(crate) fn read(word: &str) -> Result<Self, Stop> {
        match word {
            "text" => Ok(Self::Text),
            "markdown" => Ok(Self::Markdown),
            "html" => Ok(Self::Html),
            "json" => Ok(Self::Json),
            _ => Err(Stop::new(format!("--format {word}: use text, markdown, html or json"))),
        }
    }
}
