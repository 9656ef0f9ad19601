//! Due dates that moved: for each item an open circle at the first date and a filled one at the date now.

use chrono::NaiveDate;

use super::scale::Scale;
use crate::report::html::drawing::{Drawing, Mark, WIDTH};
use crate::report::html::text_width::fitted;
use crate::report::line::without_marks;
use crate::report::picture::DateMove;
use crate::text::day;

const ROW: f64 = 64.0;
const EDGE: f64 = 8.0;

pub(super) fn drawing(moves: &[DateMove]) -> Drawing {
    let mut drawing = Drawing::default();
    let days = |one: &DateMove| [Some(one.from), Some(one.to), one.asked].into_iter().flatten();
    let all = || moves.iter().flat_map(days).map(number);
    let (first, last) = (all().fold(f64::MAX, f64::min), all().fold(f64::MIN, f64::max));
    let scale = Scale::new((first, last), (EDGE, WIDTH - EDGE));
    for one in moves {
        let top = drawing.grow(ROW);
        drawing.text("theirs", 0.0, top + 14.0, &fitted(&without_marks(&one.name), WIDTH));
        let y = top + 28.0;
        let (from, to) = (scale.place(number(one.from)), scale.place(number(one.to)));
        drawing.add(Mark::Line { class: "grid", from: (EDGE, y), to: (WIDTH - EDGE, y) });
        drawing.add(Mark::Line { class: "line", from: (from, y), to: (to, y) });
        if let Some(asked) = one.asked.map(number) {
            let asked = scale.place(asked);
            drawing.add(Mark::Line { class: "dash", from: (to, y), to: (asked, y) });
            drawing.add(Mark::Diamond { class: "lozenge", x: asked, y, radius: 6.0 });
        }
        drawing.add(Mark::Circle { class: "ring", x: from, y, radius: 5.0 });
        if one.from != one.to {
            drawing.add(Mark::Circle { class: "dot", x: to, y, radius: 6.0 });
        }
        let words = match one.asked {
            Some(asked) if one.from == one.to => format!("Asked for {}, not agreed", day(asked)),
            Some(_) => format!("{}, and another date asked for", one.words),
            None => format!("{}, to {}", one.words, day(one.to)),
        };
        drawing.text("soft", 0.0, top + 52.0, &fitted(&words, WIDTH));
    }
    drawing
}

fn number(day: NaiveDate) -> f64 {
    use chrono::Datelike;
    f64::from(day.num_days_from_ce())
}
