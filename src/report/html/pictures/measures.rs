//! Measures of one unit, on one scale: one reading as a row, several as a course over time.

use chrono::{Datelike, NaiveDate};

use super::scale::{Scale, round_up};
use crate::report::html::drawing::{Anchor, Drawing, Mark, WIDTH};
use crate::report::html::text_width::{fitted, text_width};
use crate::report::line::without_marks;
use crate::report::picture::{MeasurePanel, MeasureScale, PicturedReading};

/// The most readings of a measure that are drawn: the latest ones.
const READINGS: usize = 12;
const LINE: f64 = 17.0;
/// The height of a course over time, without its labels.
const PLOT: f64 = 84.0;
const EDGE: f64 = 10.0;

pub(super) fn drawing(measures: &MeasureScale) -> Drawing {
    let mut drawing = Drawing::default();
    let numbers = || measures.panels.iter().flat_map(numbers);
    let least = numbers().fold(0.0, f64::min);
    let most = round_up(numbers().fold(0.0, f64::max));
    for panel in &measures.panels {
        let top = drawing.grow(LINE);
        drawing.text("theirs", 0.0, top + 14.0, &fitted(&without_marks(&panel.name), WIDTH));
        if !panel.words.is_empty() {
            let top = drawing.grow(LINE);
            drawing.text("soft", 0.0, top + 14.0, &fitted(&without_marks(&panel.words), WIDTH));
        }
        let skipped = panel.readings.len().saturating_sub(READINGS);
        let readings = panel.readings.get(skipped..).unwrap_or_default();
        match readings {
            [] => {
                let top = drawing.grow(LINE);
                drawing.text("soft", 0.0, top + 14.0, "No reading yet");
            }
            [only] => row(&mut drawing, panel, only, (least, most)),
            _ => course(&mut drawing, panel, readings, (least, most)),
        }
        drawing.grow(14.0);
    }
    drawing
}

/// Returns every number that the scale must hold.
fn numbers(panel: &MeasurePanel) -> impl Iterator<Item = f64> {
    let skipped = panel.readings.len().saturating_sub(READINGS);
    let readings = panel.readings.iter().skip(skipped).flat_map(|reading| {
        let (lowest, highest) = reading.range.unwrap_or((reading.value, reading.value));
        [reading.value, lowest, highest]
    });
    let target = panel.target.iter().map(|(value, _)| *value);
    let comparator = panel.comparator.iter().map(|(value, _)| *value);
    readings.chain(target).chain(comparator).filter(|number| number.is_finite())
}

/// Draws one reading on a line from 0.
fn row(drawing: &mut Drawing, panel: &MeasurePanel, reading: &PicturedReading, ends: (f64, f64)) {
    let scale = Scale::new(ends, (EDGE, WIDTH - EDGE));
    let top = drawing.grow(LINE + 24.0);
    let (dot, bar) = classes(panel);
    let y = top + LINE + 10.0;
    let x = scale.place(reading.value);
    let words = fitted(&reading.words, WIDTH);
    let half = text_width(&words) / 2.0;
    let middle = x.clamp(half.min(WIDTH / 2.0), (WIDTH - half).max(WIDTH / 2.0));
    drawing.add(Mark::Text {
        class: "",
        x: middle,
        y: top + 14.0,
        anchor: Anchor::Middle,
        text: words,
    });
    drawing.add(Mark::Line { class: "grid", from: (EDGE, y), to: (WIDTH - EDGE, y) });
    // The line begins at 0, where a tick stands.
    let zero = scale.place(0.0);
    drawing.add(Mark::Line { class: "rule", from: (zero, y - 6.0), to: (zero, y + 6.0) });
    if let Some((lowest, highest)) = reading.range {
        let (from, to) = ordered(scale.place(lowest), scale.place(highest));
        drawing.add(Mark::Bar { class: bar, x: from, y: y - 2.0, width: to - from, height: 4.0 });
    }
    if let Some((target, _)) = &panel.target {
        let x = scale.place(*target);
        drawing.add(Mark::Line { class: "dash", from: (x, y - 9.0), to: (x, y + 11.0) });
    }
    if let Some((value, _)) = &panel.comparator {
        let x = scale.place(*value);
        drawing.add(Mark::Line { class: "rule", from: (x, y + 3.0), to: (x, y + 11.0) });
    }
    drawing.add(Mark::Circle { class: dot, x, y, radius: 5.0 });
    legend(drawing, panel);
}

/// Draws several readings by their day, above an axis at 0.
fn course(
    drawing: &mut Drawing,
    panel: &MeasurePanel,
    readings: &[PicturedReading],
    ends: (f64, f64),
) {
    let top = drawing.grow(LINE + PLOT + LINE + 4.0);
    let (upper, lower) = (top + LINE + 4.0, top + LINE + PLOT);
    let days = || readings.iter().map(|reading| number(reading.day));
    let span = (days().fold(f64::MAX, f64::min), days().fold(f64::MIN, f64::max));
    let across = Scale::new(span, (EDGE, WIDTH - EDGE - 24.0));
    let up = Scale::new(ends, (lower, upper));
    let (dot, bar) = classes(panel);
    let zero = up.place(0.0);
    drawing.add(Mark::Line { class: "rule", from: (0.0, zero), to: (WIDTH, zero) });
    if let Some((target, _)) = &panel.target {
        let y = up.place(*target);
        drawing.add(Mark::Line { class: "dash", from: (0.0, y), to: (WIDTH, y) });
    }
    if let Some((value, _)) = &panel.comparator {
        let y = up.place(*value);
        drawing.add(Mark::Line { class: "rule", from: (WIDTH - 16.0, y), to: (WIDTH, y) });
    }
    let points: Vec<(f64, f64)> = readings
        .iter()
        .map(|reading| (across.place(number(reading.day)), up.place(reading.value)))
        .collect();
    let line = if panel.is_context { "contextline" } else { "line" };
    for (from, to) in points.iter().zip(points.iter().skip(1)) {
        drawing.add(Mark::Line { class: line, from: *from, to: *to });
    }
    for (reading, (x, y)) in readings.iter().zip(&points) {
        if let Some((lowest, highest)) = reading.range {
            let (from, to) = ordered(up.place(highest), up.place(lowest));
            let x = (x - 2.0).max(0.0);
            drawing.add(Mark::Bar { class: bar, x, y: from, width: 4.0, height: to - from });
        }
        drawing.add(Mark::Circle { class: dot, x: *x, y: *y, radius: 5.0 });
    }
    values(drawing, readings, &points, upper);
    let (Some(first), Some(last)) = (readings.first(), readings.last()) else { return };
    let base = lower + LINE;
    let text = |day: NaiveDate| format!("{}/{}", day.month(), day.year());
    drawing.add(Mark::Text {
        class: "soft",
        x: 0.0,
        y: base,
        anchor: Anchor::Start,
        text: text(first.day),
    });
    drawing.add(Mark::Text {
        class: "soft",
        x: WIDTH,
        y: base,
        anchor: Anchor::End,
        text: text(last.day),
    });
    legend(drawing, panel);
}

/// Writes the value of the last reading, and of each earlier one, latest first, that has room.
fn values(drawing: &mut Drawing, readings: &[PicturedReading], points: &[(f64, f64)], upper: f64) {
    let mut taken: Vec<(f64, f64, f64)> = Vec::new();
    for (reading, (x, y)) in readings.iter().zip(points).rev() {
        let words = fitted(&reading.words, 120.0);
        let half = text_width(&words) / 2.0;
        let x = x.clamp(half, WIDTH - half);
        let above = (y - 9.0).max(upper - 6.0);
        let (left, right) = (x - half, x + half);
        let is_free = taken.iter().all(|(from, to, base)| {
            right + 4.0 <= *from || left >= to + 4.0 || (above - base).abs() >= LINE
        });
        if is_free {
            taken.push((left, right, above));
            drawing.add(Mark::Text { class: "", x, y: above, anchor: Anchor::Middle, text: words });
        }
    }
}

/// Says what the dashed line and the tick are.
fn legend(drawing: &mut Drawing, panel: &MeasurePanel) {
    let target = panel.target.iter().map(|(_, words)| ("dash", words));
    let comparator = panel.comparator.iter().map(|(_, words)| ("rule", words));
    for (class, words) in target.chain(comparator) {
        let top = drawing.grow(LINE);
        let y = top + 10.0;
        drawing.add(Mark::Line {
            class,
            from: (0.0, y),
            to: (if class == "dash" { 20.0 } else { 8.0 }, y),
        });
        let words = fitted(&without_marks(words), WIDTH - 26.0);
        drawing.text("soft theirs", 26.0, top + 14.0, &words);
    }
}

fn classes(panel: &MeasurePanel) -> (&'static str, &'static str) {
    if panel.is_context { ("context", "context") } else { ("dot", "bar") }
}

fn ordered(one: f64, other: f64) -> (f64, f64) {
    (one.min(other), one.max(other))
}

fn number(day: NaiveDate) -> f64 {
    f64::from(day.num_days_from_ce())
}
