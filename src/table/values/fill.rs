//! The fill of a cell as a colour of the traffic light.

use crate::model::RagStatus;

/// What a fill says where a colour is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FillMeans {
    /// A colour of the traffic light, full or as a pale tint.
    Colour(RagStatus),
    /// White, grey, black: nothing.
    Plain,
    /// A colour without a meaning that all councils share: blue, purple, pink, brown.
    Unknown,
}

/// What a fill (red, green, blue) says.
///
/// Yellow and orange are amber, as most councils use them.
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
