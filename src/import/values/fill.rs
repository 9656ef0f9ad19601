//! Reads the fill of a cell as a RAG colour.

use crate::model::RagStatus;

/// The meaning of a fill where a colour is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FillMeans {
    /// A RAG colour, full or as a pale tint.
    Colour(RagStatus),
    /// White, grey or black: no meaning.
    Plain,
    /// A colour without a meaning common to all councils: blue, purple, pink, brown.
    Unknown,
}

/// Returns the meaning of a fill (red, green, blue).
///
/// Yellow and orange are amber, as most councils use them; the pale tints that spreadsheets offer for
/// good, neutral and bad are green, amber and red. Colours between two of these (a red orange, a yellow
/// green, a brown) are not decided here.
pub(crate) fn fill([red, green, blue]: [u8; 3]) -> FillMeans {
    let (red, green, blue) = (i32::from(red), i32::from(green), i32::from(blue));
    let most = red.max(green).max(blue);
    let spread = most - red.min(green).min(blue);
    if spread < 20 || most < 48 {
        return FillMeans::Plain;
    }
    let hue = if most == red {
        60 * (green - blue) / spread
    } else if most == green {
        120 + 60 * (blue - red) / spread
    } else {
        240 + 60 * (red - green) / spread
    };
    match hue {
        -15..=14 => FillMeans::Colour(RagStatus::Red),
        20..=65 if most >= 150 => FillMeans::Colour(RagStatus::Amber),
        75..=165 => FillMeans::Colour(RagStatus::Green),
        _ => FillMeans::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::{FillMeans, fill};
    use crate::model::RagStatus::{Amber, Green, Red};

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
