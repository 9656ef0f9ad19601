//! The colours of a workbook as red, green and blue: stated directly, by index in the old palette, or by
//! index in the theme, lighter or darker.

use quick_xml::events::{BytesStart, Event};

use super::WorkbookError;
use super::xml::{Xml, attribute};

/// A colour as red, green and blue.
pub(super) type Colour = [u8; 3];

/// The theme's colours, in the order in which styles count them.
#[derive(Debug)]
pub(super) struct Theme(Vec<Colour>);

impl Default for Theme {
    /// Returns the theme of a workbook without one.
    fn default() -> Self {
        let colours = [
            0xFF_FFFF, 0x00_0000, 0xEE_ECE1, 0x1F_497D, 0x4F_81BD, 0xC0_504D, 0x9B_BB59, 0x80_64A2,
            0x4B_ACC6, 0xF7_9646, 0x00_00FF, 0x80_0080,
        ];
        Self(colours.map(parts).to_vec())
    }
}

impl Theme {
    pub(super) fn read(mut xml: Xml<'_>) -> Result<Self, WorkbookError> {
        let mut colours: Vec<Colour> = Vec::new();
        let mut is_inside = false;
        loop {
            match xml.next()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "clrScheme" => is_inside = true,
                    "srgbClr" | "sysClr" if is_inside && colours.len() < 12 => {
                        let says = attribute(&element, "lastClr").or(attribute(&element, "val"));
                        colours.push(says.as_deref().and_then(hexadecimal).unwrap_or_default());
                    }
                    _ => {}
                },
                Event::End(element) if element.local_name().as_ref() == "clrScheme" => {
                    is_inside = false;
                }
                Event::Eof => break,
                _ => {}
            }
        }
        // Themes list dark before light, but styles count light before dark.
        match colours.as_mut_slice() {
            [dark, light, second_dark, second_light, ..] => {
                std::mem::swap(dark, light);
                std::mem::swap(second_dark, second_light);
                Ok(Self(colours))
            }
            _ => Ok(Self::default()),
        }
    }

    /// Returns the colour that an element such as `fgColor` states, or `None` if it is automatic.
    pub(super) fn colour(&self, element: &BytesStart<'_>) -> Option<Colour> {
        let number = |name| attribute(element, name)?.parse::<usize>().ok();
        let colour = if let Some(says) = attribute(element, "rgb") {
            hexadecimal(&says)?
        } else if let Some(place) = number("theme") {
            *self.0.get(place)?
        } else {
            parts(*PALETTE.get(number("indexed")?)?)
        };
        let tint = attribute(element, "tint").and_then(|tint| tint.parse().ok()).unwrap_or(0.0);
        Some(tinted(colour, tint))
    }
}

/// The old palette, in which the first eight colours occur twice.
const PALETTE: [u32; 64] = [
    0x00_0000, 0xFF_FFFF, 0xFF_0000, 0x00_FF00, 0x00_00FF, 0xFF_FF00, 0xFF_00FF, 0x00_FFFF,
    0x00_0000, 0xFF_FFFF, 0xFF_0000, 0x00_FF00, 0x00_00FF, 0xFF_FF00, 0xFF_00FF, 0x00_FFFF,
    0x80_0000, 0x00_8000, 0x00_0080, 0x80_8000, 0x80_0080, 0x00_8080, 0xC0_C0C0, 0x80_8080,
    0x99_99FF, 0x99_3366, 0xFF_FFCC, 0xCC_FFFF, 0x66_0066, 0xFF_8080, 0x00_66CC, 0xCC_CCFF,
    0x00_0080, 0xFF_00FF, 0xFF_FF00, 0x00_FFFF, 0x80_0080, 0x80_0000, 0x00_8080, 0x00_00FF,
    0x00_CCFF, 0xCC_FFFF, 0xCC_FFCC, 0xFF_FF99, 0x99_CCFF, 0xFF_99CC, 0xCC_99FF, 0xFF_CC99,
    0x33_66FF, 0x33_CCCC, 0x99_CC00, 0xFF_CC00, 0xFF_9900, 0xFF_6600, 0x66_6699, 0x96_9696,
    0x00_3366, 0x33_9966, 0x00_3300, 0x33_3300, 0x99_3300, 0x99_3366, 0x33_3399, 0x33_3333,
];

fn parts(colour: u32) -> Colour {
    let [_, red, green, blue] = colour.to_be_bytes();
    [red, green, blue]
}

/// Parses `FFC000`, or `FFFFC000` with its opacity first, which is ignored.
fn hexadecimal(says: &str) -> Option<Colour> {
    let digits = match says.len() {
        6 => says,
        8 => says.get(2..)?,
        _ => return None,
    };
    Some(parts(u32::from_str_radix(digits, 16).ok()?))
}

/// Makes a colour darker (below 0) or lighter (above 0), keeping its hue.
fn tinted(colour: Colour, tint: f64) -> Colour {
    if tint == 0.0 || !tint.is_finite() {
        return colour;
    }
    let tint = tint.clamp(-1.0, 1.0);
    let [red, green, blue] = colour.map(|part| f64::from(part) / 255.0);
    let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
    let lightness = f64::midpoint(most, least);
    let wanted =
        if tint < 0.0 { lightness * (1.0 + tint) } else { lightness * (1.0 - tint) + tint };
    // Of one hue and saturation, how far each part lies from the middle goes with how far the
    // lightness is from black or white, whichever is nearer.
    let room = |lightness: f64| lightness.min(1.0 - lightness);
    let scale = if room(lightness) > 0.0 { room(wanted) / room(lightness) } else { 0.0 };
    [red, green, blue].map(|part| {
        let part = (wanted + (part - lightness) * scale).clamp(0.0, 1.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "from 0 to 255 after the clamp"
        )]
        let part = (part * 255.0).round() as u8;
        part
    })
}

#[cfg(test)]
mod tests {
    use super::{hexadecimal, tinted};

    #[test]
    fn a_tint_makes_a_colour_lighter_or_darker_and_keeps_its_hue() {
        // Within one unit of what Excel's own palette shows for the first accent of its old theme.
        let accent = [0x4F, 0x81, 0xBD];
        assert_eq!(tinted(accent, 0.0), accent);
        assert_eq!(tinted(accent, 0.799_981_688_894_314), [0xDC, 0xE6, 0xF2]);
        assert_eq!(tinted(accent, -0.249_977_111_117_893), [0x37, 0x60, 0x92]);
        assert_eq!(tinted([255, 255, 255], -0.5), [128, 128, 128]);
        assert_eq!(tinted([0, 0, 0], 0.5), [128, 128, 128]);
        assert_eq!(tinted(accent, f64::NAN), accent);
        assert_eq!(tinted(accent, 9.0), [255, 255, 255]);
    }

    #[test]
    fn a_colour_is_six_digits_with_or_without_its_opacity() {
        assert_eq!(hexadecimal("FFC000"), Some([255, 192, 0]));
        assert_eq!(hexadecimal("FFFFC000"), Some([255, 192, 0]));
        for none in ["", "FFC0", "GGGGGG", "£££", "FFC0000000"] {
            assert_eq!(hexadecimal(none), None, "{none}");
        }
    }
}
