//! Reads the fill of a cell as a RAG colour, or as the options say.

use std::collections::BTreeMap;

use crate::model::{DeliveryStatus, LegendMeaning, RagStatus};

/// The meaning of a fill where a colour is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FillMeans {
    /// A RAG colour, full or as a pale tint.
    Colour(RagStatus),
    /// A delivery status, as the options say.
    Status(DeliveryStatus),
    /// White, grey or black: no meaning.
    Plain,
    /// A colour without a meaning common to all councils: blue, purple, pink, brown.
    Unknown,
}

/// What the fills of one council mean.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fills {
    exact: BTreeMap<[u8; 3], LegendMeaning>,
    named: Vec<(&'static str, LegendMeaning)>,
}

impl Fills {
    /// Creates the fills of a council's options. A name that is no colour is left out.
    pub(crate) fn new(options: &BTreeMap<String, LegendMeaning>) -> Self {
        let mut fills = Self::default();
        for (colour, means) in options {
            fills.learn(colour, *means);
        }
        fills
    }

    fn learn(&mut self, colour: &str, means: LegendMeaning) {
        if let Some(rgb) = hexadecimal(colour) {
            self.exact.insert(rgb, means);
        } else if let Some(name) = name_of(colour) {
            self.named.push((name, means));
        }
    }

    /// Returns the meaning of a fill.
    pub(crate) fn meaning(&self, rgb: [u8; 3]) -> FillMeans {
        if self.exact.is_empty() && self.named.is_empty() {
            return fill(rgb);
        }
        let name = colour_name(rgb);
        let named = || self.named.iter().find(|(own, _)| *own == name).map(|(_, means)| means);
        match self.exact.get(&rgb).or_else(named) {
            Some(LegendMeaning::Colour(colour)) => FillMeans::Colour(*colour),
            Some(LegendMeaning::Status(status)) => FillMeans::Status(*status),
            None => fill(rgb),
        }
    }
}

/// Returns whether a text is the name of a colour.
pub(crate) fn is_colour_name(text: &str) -> bool {
    name_of(text).is_some()
}

/// Returns whether a text is a colour in hexadecimal digits.
pub(crate) fn is_hexadecimal(text: &str) -> bool {
    hexadecimal(text).is_some()
}

/// The names of colours, each with other names for it.
const NAMES: [(&str, &[&str]); 9] = [
    ("red", &[]),
    ("orange", &["amber"]),
    ("yellow", &[]),
    ("green", &[]),
    ("blue", &["dark blue", "light blue"]),
    ("purple", &["violet", "lilac"]),
    ("pink", &[]),
    ("brown", &[]),
    ("grey", &["gray", "silver"]),
];

fn name_of(text: &str) -> Option<&'static str> {
    let text = text.trim().to_lowercase();
    let is_one = |(name, others): &&(&str, &[&str])| *name == text || others.contains(&&*text);
    NAMES.iter().find(is_one).map(|(name, _)| *name)
}

fn hexadecimal(text: &str) -> Option<[u8; 3]> {
    let text = text.trim().trim_start_matches('#');
    if text.len() != 6 || !text.bytes().all(|one| one.is_ascii_hexdigit()) {
        return None;
    }
    let [_, red, green, blue] = u32::from_str_radix(text, 16).ok()?.to_be_bytes();
    Some([red, green, blue])
}

/// Returns a fill in hexadecimal digits.
pub(crate) fn digits([red, green, blue]: [u8; 3]) -> String {
    format!("{red:02X}{green:02X}{blue:02X}")
}

/// Returns the name of the colour that a person sees.
pub(crate) fn colour_name(rgb: [u8; 3]) -> &'static str {
    let (hue, spread, most) = hue(rgb);
    if spread < 20 {
        return match most {
            0..48 => "black",
            48..245 => "grey",
            _ => "white",
        };
    }
    match hue {
        -15..=50 if most < 150 && spread > 40 && hue >= 12 => "brown",
        -15..=12 if most > 200 && spread < 60 => "pink",
        -15..=14 => "red",
        15..=47 => "orange",
        48..=68 => "yellow",
        69..=168 => "green",
        169..=255 => "blue",
        256..=289 => "purple",
        _ => "pink",
    }
}

/// Returns the hue of a colour in degrees from -60 to 300, its spread and its brightest part.
fn hue([red, green, blue]: [u8; 3]) -> (i32, i32, i32) {
    let (red, green, blue) = (i32::from(red), i32::from(green), i32::from(blue));
    let most = red.max(green).max(blue);
    let spread = most - red.min(green).min(blue);
    let hue = if spread == 0 {
        0
    } else if most == red {
        60 * (green - blue) / spread
    } else if most == green {
        120 + 60 * (blue - red) / spread
    } else {
        240 + 60 * (red - green) / spread
    };
    (hue, spread, most)
}

/// Returns the meaning of a fill (red, green, blue).
///
/// Yellow and orange are amber, as most councils use them; the pale tints that spreadsheets offer for
/// good, neutral and bad are green, amber and red. Colours between two of these (a red orange, a yellow
/// green, a brown) are not decided here.
pub(crate) fn fill(rgb: [u8; 3]) -> FillMeans {
    let (hue, spread, most) = hue(rgb);
    if spread < 20 || most < 48 {
        return FillMeans::Plain;
    }
    match hue {
        -15..=14 => FillMeans::Colour(RagStatus::Red),
        20..=65 if most >= 150 => FillMeans::Colour(RagStatus::Amber),
        75..=165 => FillMeans::Colour(RagStatus::Green),
        _ => FillMeans::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::{FillMeans, Fills, colour_name, fill};
    use crate::model::RagStatus::{Amber, Green, Red};
    use crate::model::{DeliveryStatus, LegendMeaning};

    #[test]
    fn a_colour_has_the_name_that_a_person_gives_it() {
        for (hex, name) in [
            (0xFF_0000, "red"),
            (0xFF_C7CE, "pink"),
            (0xFF_C000, "orange"),
            (0xFF_FF00, "yellow"),
            (0x00_B050, "green"),
            (0x92_D050, "green"),
            (0x00_70C0, "blue"),
            (0x00_B0F0, "blue"),
            (0x70_30A0, "purple"),
            (0xFF_99CC, "pink"),
            (0x7F_6000, "brown"),
            (0xD9_D9D9, "grey"),
            (0xFF_FFFF, "white"),
            (0x00_0000, "black"),
        ] {
            let [_, red, green, blue] = u32::to_be_bytes(hex);
            assert_eq!(colour_name([red, green, blue]), name, "{hex:06X}");
        }
    }

    #[test]
    fn the_options_come_before_what_a_fill_usually_means_and_digits_before_names() {
        let fills = Fills::new(
            &[
                ("Blue".to_owned(), LegendMeaning::Status(DeliveryStatus::Completed)),
                ("#00B0F0".to_owned(), LegendMeaning::Colour(Amber)),
                ("beige".to_owned(), LegendMeaning::Colour(Red)),
            ]
            .into(),
        );
        assert_eq!(fills.meaning([0, 0x70, 0xC0]), FillMeans::Status(DeliveryStatus::Completed));
        assert_eq!(fills.meaning([0, 0xB0, 0xF0]), FillMeans::Colour(Amber));
        assert_eq!(fills.meaning([0, 0xB0, 0x50]), FillMeans::Colour(Green));
    }

    #[test]
    fn a_fill_is_a_colour_only_when_it_is_one_plainly() {
        for (hex, means) in [
            (0xFF_0000, FillMeans::Colour(Red)),
            (0xC0_0000, FillMeans::Colour(Red)),
            (0xFF_C7CE, FillMeans::Colour(Red)),
            (0xF2_DCDB, FillMeans::Colour(Red)),
            (0xF4_D7D7, FillMeans::Colour(Red)),
            (0xFF_5050, FillMeans::Colour(Red)),
            (0xFF_C000, FillMeans::Colour(Amber)),
            (0xFF_BF00, FillMeans::Colour(Amber)),
            (0xFF_A500, FillMeans::Colour(Amber)),
            (0xED_7D31, FillMeans::Colour(Amber)),
            (0xFF_FF00, FillMeans::Colour(Amber)),
            (0xFF_EB9C, FillMeans::Colour(Amber)),
            (0xFF_F2CC, FillMeans::Colour(Amber)),
            (0x00_B050, FillMeans::Colour(Green)),
            (0x92_D050, FillMeans::Colour(Green)),
            (0xC6_EFCE, FillMeans::Colour(Green)),
            (0xE2_EFDA, FillMeans::Colour(Green)),
            (0x00_FF00, FillMeans::Colour(Green)),
            (0x00_6100, FillMeans::Colour(Green)),
            (0xFF_FFFF, FillMeans::Plain),
            (0x00_0000, FillMeans::Plain),
            (0xD9_D9D9, FillMeans::Plain),
            (0xEE_ECE1, FillMeans::Plain),
            (0xF8_F8F0, FillMeans::Plain),
            (0x00_70C0, FillMeans::Unknown),
            (0xD2_E2F1, FillMeans::Unknown),
            (0x70_30A0, FillMeans::Unknown),
            (0xFF_99CC, FillMeans::Unknown),
            (0x7F_6000, FillMeans::Unknown),
        ] {
            let [_, red, green, blue] = u32::to_be_bytes(hex);
            assert_eq!(fill([red, green, blue]), means, "{hex:06X}");
        }
    }

    #[cfg(feature = "proptest")]
    proptest::proptest! {
        #[test]
        fn every_fill_is_read(colour in proptest::prelude::any::<[u8; 3]>()) {
            let _ = fill(colour);
        }
    }
}
