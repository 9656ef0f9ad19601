//! Actions over time: all, open and completed, each line named where it ends.

use chrono::NaiveDate;

use super::ladder::number;
use super::scale::{Scale, round_up};
use crate::report::html::drawing::{Anchor, Drawing, Mark, WIDTH};
use crate::report::html::text_width::fitted;
use crate::report::picture::{BurnUp, BurnUpPoint};

const TOP: f64 = 20.0;
const BOTTOM: f64 = 140.0;
const LEFT: f64 = 8.0;
/// Where the lines end, and their names begin.
const RIGHT: f64 = 160.0;
const NAMES: f64 = 174.0;
const LINE: f64 = 17.0;

/// A line: its name, the class of its marks, and what it counts.
type Series = (&'static str, &'static str, fn(&BurnUpPoint) -> usize);

pub(super) fn drawing(burn_up: &BurnUp) -> Drawing {
    let mut drawing = Drawing::default();
    drawing.grow(BOTTOM + LINE + 6.0);
    let points = &burn_up.points;
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return drawing };
    let across = Scale::new((day(first.day), day(last.day)), (LEFT, RIGHT));
    let most = points.iter().flat_map(|one| [one.total, one.completed, one.open]).max();
    let up = Scale::new((0.0, round_up(number(most.unwrap_or_default()))), (BOTTOM, TOP));
    drawing.add(Mark::Line { class: "rule", from: (0.0, BOTTOM), to: (RIGHT, BOTTOM) });
    let series: [Series; 3] = [
        ("all", "ring", |one| one.total),
        ("open", "lozenge", |one| one.open),
        ("completed", "dot", |one| one.completed),
    ];
    let mut names = Vec::new();
    for (name, class, of) in series {
        let places: Vec<(f64, f64)> = points
            .iter()
            .map(|one| (across.place(day(one.day)), up.place(number(of(one)))))
            .collect();
        let line = if class == "lozenge" { "dash" } else { "line" };
        for (from, to) in places.iter().zip(places.iter().skip(1)) {
            drawing.add(Mark::Line { class: line, from: *from, to: *to });
        }
        for (x, y) in &places {
            drawing.add(match class {
                "lozenge" => Mark::Diamond { class, x: *x, y: *y, radius: 5.0 },
                _ => Mark::Circle { class, x: *x, y: *y, radius: 4.0 },
            });
        }
        let end = places.last().map_or(BOTTOM, |(_, y)| *y);
        names.push((end, format!("{} {name}", of(last))));
    }
    for (y, words) in apart(names) {
        drawing.text("", NAMES, y + 4.0, &fitted(&words, WIDTH - NAMES));
    }
    let base = BOTTOM + LINE;
    let ends = [(first.day, 0.0, Anchor::Start), (last.day, RIGHT, Anchor::End)];
    for (day, x, anchor) in ends {
        drawing.add(Mark::Text { class: "soft", x, y: base, anchor, text: month(day) });
    }
    drawing
}

/// Moves names down until none lies over another, and then up from the last until all are inside.
fn apart(mut names: Vec<(f64, String)>) -> Vec<(f64, String)> {
    names.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut least = TOP;
    for (y, _) in &mut names {
        *y = y.max(least);
        least = *y + LINE;
    }
    let mut most = BOTTOM;
    for (y, _) in names.iter_mut().rev() {
        *y = y.min(most);
        most = *y - LINE;
    }
    names
}

fn month(day: NaiveDate) -> String {
    use chrono::Datelike;
    format!("{}/{}", day.month(), day.year())
}

fn day(day: NaiveDate) -> f64 {
    use chrono::Datelike;
    f64::from(day.num_days_from_ce())
}
