//! The ladder: a bar for each step, on a track that stands for all.

use super::scale::Scale;
use crate::report::html::drawing::{Drawing, Mark, WIDTH};
use crate::report::html::text_width::fitted;
use crate::report::picture::Share;

const BAR: f64 = 14.0;
const ROW: f64 = 44.0;

pub(super) fn drawing(shares: &[Share]) -> Drawing {
    let mut drawing = Drawing::default();
    for share in shares {
        let top = drawing.grow(ROW);
        let words = format!("{}: {} of {}", share.label, share.part, share.whole);
        drawing.text("", 0.0, top + 14.0, &fitted(&words, WIDTH));
        let (y, whole) = (top + 20.0, (0.0, number(share.whole)));
        let (left, right) = (1.0, WIDTH - 1.0);
        let length = Scale::new(whole, (left, right)).place(number(share.part)) - left;
        drawing.add(Mark::Bar { class: "track", x: left, y, width: right - left, height: BAR });
        if share.part > 0 {
            drawing.add(Mark::Bar { class: "bar", x: left, y, width: length, height: BAR });
        }
    }
    drawing
}

/// Returns a count as the number of a scale. Counts are far below the whole numbers that it holds.
pub(super) fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
