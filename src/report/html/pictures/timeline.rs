//! What falls due month by month: a row for each count that is not 0, the month beside the first.

use super::ladder::number;
use super::scale::Scale;
use crate::report::html::drawing::{Drawing, Mark, WIDTH};
use crate::report::html::text_width::{fitted, text_width};
use crate::report::picture::{Month, Timeline};

const ROW: f64 = 20.0;
const MARK: f64 = 76.0;
const BARS: f64 = 86.0;
/// Where the longest bar ends, so that its number and words fit beside it.
const BARS_END: f64 = 160.0;

pub(super) fn drawing(timeline: &Timeline) -> Drawing {
    let mut drawing = Drawing::default();
    let counts = |month: &Month| [month.done, month.late, month.asked, month.coming];
    let most = timeline.months.iter().flat_map(counts).max().unwrap_or_default();
    let scale = Scale::new((0.0, number(most)), (BARS, BARS_END));
    for (at, month) in timeline.months.iter().enumerate() {
        if at == timeline.before {
            rule(&mut drawing, &timeline.today);
        }
        let mut label = Some(month.label.as_str());
        let kinds = [
            (month.done, "done"),
            (month.late, "late"),
            (month.asked, "fell due since"),
            (month.coming, "coming"),
        ];
        for (count, words) in kinds.into_iter().filter(|(count, _)| *count > 0) {
            let top = drawing.grow(ROW);
            if let Some(label) = label.take() {
                drawing.text("", 0.0, top + 15.0, label);
            }
            row(&mut drawing, &scale, top, count, words);
        }
        drawing.grow(4.0);
    }
    if timeline.before == timeline.months.len() {
        rule(&mut drawing, &timeline.today);
    }
    drawing
}

fn row(drawing: &mut Drawing, scale: &Scale, top: f64, count: usize, words: &'static str) {
    let y = top + 10.0;
    let (class, word_class) = match words {
        "late" => ("late", "lateword"),
        _ => ("bar", ""),
    };
    drawing.add(match words {
        "done" => Mark::Circle { class: "dot", x: MARK, y, radius: 5.0 },
        "late" => Mark::Diamond { class: "late", x: MARK, y, radius: 6.0 },
        "coming" => Mark::Circle { class: "ring", x: MARK, y, radius: 4.0 },
        _ => Mark::Diamond { class: "lozenge", x: MARK, y, radius: 5.0 },
    });
    let end = scale.place(number(count));
    drawing.add(Mark::Bar { class, x: BARS, y: y - 5.0, width: end - BARS, height: 10.0 });
    let words = fitted(&format!("{count} {words}"), WIDTH - end - 6.0);
    drawing.text(word_class, end + 6.0, top + 15.0, &words);
}

/// Draws the line between the months before the date of the report and the month of that date.
fn rule(drawing: &mut Drawing, today: &str) {
    let top = drawing.grow(22.0);
    drawing.text("", 0.0, top + 15.0, today);
    let from = text_width(today) + 6.0;
    drawing.add(Mark::Line { class: "rule", from: (from, top + 10.0), to: (WIDTH, top + 10.0) });
}
