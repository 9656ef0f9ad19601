//! The style of the page: one sheet, with the colours filled in.

use data_encoding::BASE64;

use super::colour::{Colour, Pair};

const SHEET: &str = include_str!("style.css");

/// The colours that a caller can choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Palette {
    pub(super) bars: Pair,
    pub(super) late: Pair,
    pub(super) links: Pair,
}

impl Default for Palette {
    fn default() -> Self {
        Self {
            bars: Pair {
                light: Colour::new(0x12, 0x43, 0x6d),
                dark: Colour::new(0x6f, 0xb1, 0xe6),
            },
            late: Pair {
                light: Colour::new(0x80, 0x16, 0x50),
                dark: Colour::new(0xf4, 0x9a, 0xc8),
            },
            links: Pair {
                light: Colour::new(0x1a, 0x65, 0xa6),
                dark: Colour::new(0x8c, 0xc4, 0xf5),
            },
        }
    }
}

impl Palette {
    /// Returns the style sheet with these colours.
    pub(super) fn sheet(&self) -> String {
        let pairs = [("bar", self.bars), ("late", self.late), ("link", self.links)];
        pairs.into_iter().fold(SHEET.to_owned(), |sheet, (name, pair)| {
            let light = sheet.replace(&format!("$light-{name}"), &pair.light.to_string());
            light.replace(&format!("$dark-{name}"), &pair.dark.to_string())
        })
    }
}

/// Returns the policy under which a browser applies this style sheet, and loads or runs nothing else.
pub(super) fn policy(sheet: &str) -> String {
    let hash = BASE64.encode(&hmac_sha256::Hash::hash(sheet.as_bytes()));
    format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'")
}

#[cfg(test)]
mod tests {
    use super::{Palette, policy};
    use crate::report::html::colour::GROUNDS;

    #[test]
    fn every_colour_of_the_sheet_is_filled_in() {
        let sheet = Palette::default().sheet();
        assert!(!sheet.contains('$'), "{sheet}");
        assert!(!sheet.contains('<'), "nothing may end the element early");
        for (_, ground, _) in GROUNDS {
            assert!(sheet.contains(&format!("--ground: {ground};")), "{ground}");
        }
    }

    #[test]
    fn the_usual_colours_stand_out() {
        let Palette { bars, late, links } = Palette::default();
        for (pair, least) in [(bars, 3.0), (late, 4.5), (links, 4.5)] {
            for (colour, (_, _, ground)) in [pair.light, pair.dark].into_iter().zip(GROUNDS) {
                assert!(colour.contrast(ground) >= least, "{colour}");
            }
        }
    }

    #[test]
    fn the_policy_names_the_hash_of_the_sheet() {
        // The hash of the empty text, as every implementation of SHA-256 gives it.
        assert_eq!(
            policy(""),
            "default-src 'none'; style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; \
             base-uri 'none'; form-action 'none'"
        );
    }
}
