//! The layouts that every report has, each a method that lays out its document.

/// Defines `to_text`, with the given documentation, and `to_markdown` of a report with a `document`.
macro_rules! layouts {
    ($(#[$text_doc:meta])+ $report:ty, $subject:literal) => {
        impl $report {
            $(#[$text_doc])+
            #[must_use]
            pub fn to_text(&self) -> String {
                $crate::report::plain_text::plain_text(&self.document())
            }

            #[doc = concat!(
                "Returns the report as Markdown. No text of the ",
                $subject,
                " is interpreted as Markdown or HTML."
            )]
            #[must_use]
            pub fn to_markdown(&self) -> String {
                $crate::report::markdown::markdown(&self.document())
            }
        }
    };
}

pub(super) use layouts;
