//! Why no page was made.

/// The page could not be made as asked.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum HtmlError {
    /// A colour is not written as `#` and six hexadecimal digits.
    #[error("the colour {colour:?} for {what} is not written like #12436d")]
    NotAColour {
        /// What the colour is for: `bars`, `late items` or `links`.
        what: &'static str,
        /// The colour as given, cut if it is long.
        colour: String,
    },
    /// A colour does not stand out enough from the ground of the page.
    #[error(
        "the colour {colour} for {what} has a contrast of {contrast:.2} to the {ground} ground {against}, \
         and at least {least} is needed"
    )]
    TooFaint {
        /// What the colour is for: `bars`, `late items` or `links`.
        what: &'static str,
        /// The colour.
        colour: String,
        /// Which ground: `light` or `dark`.
        ground: &'static str,
        /// The colour of the ground.
        against: &'static str,
        /// The contrast that they have, from 1 to 21.
        contrast: f64,
        /// The contrast needed: 4.5 for text, 3 for shapes.
        least: f64,
    },
}
