//! Colours and their contrast, as the Web Content Accessibility Guidelines 2.2 define it.

use std::fmt;

use super::error::HtmlError;

/// A colour without transparency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

/// A colour for a light ground and one for a dark ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) light: Colour,
    pub(super) dark: Colour,
}

/// The grounds of the page, as its style has them.
pub(super) const GROUNDS: [(&str, &str, Colour); 2] = [
    ("light", "#ffffff", Colour { red: 255, green: 255, blue: 255 }),
    ("dark", "#16191c", Colour { red: 0x16, green: 0x19, blue: 0x1c }),
];

impl Colour {
    pub(super) const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// Reads a colour written as `#` and six hexadecimal digits.
    fn read(text: &str) -> Option<Self> {
        let digits = text.trim().strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        Some(Self { red, green, blue })
    }

    /// Returns the contrast of two colours, from 1 to 21.
    pub(super) fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

impl Pair {
    /// Reads the two colours, and checks that each stands out from its ground.
    pub(super) fn checked(
        what: &'static str,
        light: &str,
        dark: &str,
        least: f64,
    ) -> Result<Self, HtmlError> {
        let read = |given: &str| {
            let not_a_colour =
                || HtmlError::NotAColour { what, colour: given.chars().take(40).collect() };
            Colour::read(given).ok_or_else(not_a_colour)
        };
        let pair = Self { light: read(light)?, dark: read(dark)? };
        for (colour, (ground, against, of_ground)) in
            [pair.light, pair.dark].into_iter().zip(GROUNDS)
        {
            let contrast = colour.contrast(of_ground);
            if contrast < least {
                let colour = colour.to_string();
                return Err(HtmlError::TooFaint { what, colour, ground, against, contrast, least });
            }
        }
        Ok(pair)
    }
}

#[cfg(test)]
mod tests {
    use super::{Colour, GROUNDS, Pair};

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let [black, white] = [Colour::new(0, 0, 0), Colour::new(255, 255, 255)];
        assert!((black.contrast(white) - 21.0).abs() < 1e-9);
        assert!((white.contrast(white) - 1.0).abs() < 1e-9);
        // The examples of the guidelines' own techniques: #767676 just passes on white, #777777 does not.
        assert!(Colour::new(0x76, 0x76, 0x76).contrast(white) >= 4.5);
        assert!(Colour::new(0x77, 0x77, 0x77).contrast(white) < 4.5);
    }

    #[test]
    fn the_grounds_are_those_that_they_say() {
        for (_, written, ground) in GROUNDS {
            assert_eq!(Colour::read(written), Some(ground));
        }
    }

    #[test]
    fn what_is_no_colour_or_faint_is_refused() {
        for colour in ["", "red", "#12436", "#12436dd", "12436d", "#12436g", "#+12436", "#£££"] {
            let error = Pair::checked("bars", colour, "#ffffff", 3.0).unwrap_err();
            assert!(error.to_string().contains("is not written like #12436d"), "{colour}");
        }
        let error = Pair::checked("links", "#999999", "#ffffff", 4.5).unwrap_err().to_string();
        assert!(
            error.starts_with("the colour #999999 for links has a contrast of 2.85 to the light"),
            "{error}"
        );
        let error = Pair::checked("links", "#000000", "#333333", 4.5).unwrap_err().to_string();
        assert!(error.contains("to the dark ground #16191c"), "{error}");
        assert!(Pair::checked("bars", " #12436D ", "#6fb1e6", 3.0).is_ok());
    }
}
