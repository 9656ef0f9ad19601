//! Where the marks of each picture go.

mod burn_up;
mod ladder;
mod measures;
mod moves;
mod scale;
mod timeline;

use super::drawing::Drawing;
use crate::report::picture::Picture;

/// Returns the drawing of a picture.
pub(super) fn drawing_of(picture: &Picture) -> Drawing {
    match picture {
        Picture::Ladder(shares) => ladder::drawing(shares),
        Picture::Timeline(timeline) => timeline::drawing(timeline),
        Picture::Moves(moves) => moves::drawing(moves),
        Picture::Measures(scale) => measures::drawing(scale),
        Picture::BurnUp(burn_up) => burn_up::drawing(burn_up),
    }
}

#[cfg(test)]
mod tests {
    use chrono::{Days, NaiveDate};

    use super::{burn_up, ladder, measures, moves, timeline};
    use crate::report::html::drawing::{Anchor, Drawing, Mark, WIDTH};
    use crate::report::html::text_width::{SIZE, text_width};
    use crate::report::picture::{
        BurnUp, BurnUpPoint, DateMove, MeasurePanel, MeasureScale, Month, PicturedReading, Share,
        Timeline,
    };

    /// Checks that nothing is drawn outside the drawing, and no text over another.
    fn assert_clear(drawing: &Drawing) {
        let mut texts: Vec<(f64, f64, f64, &str)> = Vec::new();
        let inside = |x: f64, y: f64| {
            assert!((-0.1..=WIDTH + 0.1).contains(&x), "{x} in {drawing:?}");
            assert!((-0.1..=drawing.height() + 0.1).contains(&y), "{y} in {drawing:?}");
        };
        for mark in drawing.marks() {
            match mark {
                Mark::Bar { x, y, width, height, .. } => {
                    assert!(*width >= 0.0 && *height >= 0.0, "{mark:?}");
                    inside(*x, *y);
                    inside(x + width, y + height);
                }
                Mark::Line { from, to, .. } => {
                    inside(from.0, from.1);
                    inside(to.0, to.1);
                }
                Mark::Circle { x, y, radius, .. } | Mark::Diamond { x, y, radius, .. } => {
                    inside(x - radius, y - radius);
                    inside(x + radius, y + radius);
                }
                Mark::Text { x, y, anchor, text, .. } => {
                    let width = text_width(text);
                    let left = match anchor {
                        Anchor::Start => *x,
                        Anchor::Middle => x - width / 2.0,
                        Anchor::End => x - width,
                    };
                    let right = left + width;
                    inside(left, y - SIZE);
                    inside(right, *y);
                    for (other_left, other_right, other_y, other) in &texts {
                        let apart = right <= *other_left
                            || left >= *other_right
                            || (y - other_y).abs() >= SIZE;
                        assert!(apart, "{text:?} over {other:?} in {drawing:?}");
                    }
                    texts.push((left, right, *y, text));
                }
            }
        }
    }

    #[test]
    fn bars_are_in_proportion_and_clear() {
        let share = |label: &str, part, whole| Share { label: label.to_owned(), part, whole };
        let made = ladder::drawing(&[
            share("Has an action", 10, 20),
            share("Has a lead and a date", 0, 20),
            share("Linked actions complete", 3_000, 3_000),
            share("Completion assured", 0, 0),
        ]);
        assert_clear(&made);
        let bars: Vec<f64> = made
            .marks()
            .iter()
            .filter_map(|mark| match mark {
                Mark::Bar { class: "bar", width, .. } => Some(*width),
                _ => None,
            })
            .collect();
        assert_eq!(bars.len(), 2, "nothing is drawn for 0");
        assert!((bars[0] - 143.0).abs() < 1e-9 && (bars[1] - 286.0).abs() < 1e-9, "{bars:?}");
    }

    #[test]
    fn rows_are_clear_however_large_the_counts() {
        for most in [1, 7, 999_999] {
            for before in [0, 1, 2] {
                let month = |label: &str| Month {
                    label: label.to_owned(),
                    done: most,
                    late: 1,
                    asked: most,
                    coming: 0,
                };
                let months = vec![month("Sep 2026"), month("Earlier")];
                let today = "30 September 2026".to_owned();
                let made = timeline::drawing(&Timeline { months, before, today });
                assert_clear(&made);
                let rules = made.marks().iter().filter(|one| matches!(one, Mark::Line { .. }));
                assert_eq!(rules.count(), 1);
            }
        }
    }

    #[test]
    fn moves_are_clear_whatever_their_names_and_days() {
        let day = |year, month| NaiveDate::from_ymd_opt(year, month, 1).unwrap();
        let one = |name: &str, from, to, asked| DateMove {
            name: name.to_owned(),
            from,
            to,
            asked,
            words: "+1234 days".to_owned(),
        };
        let moves = [
            one(&"W".repeat(90), day(1900, 1), day(2199, 12), None),
            one("2.1", day(2026, 1), day(2026, 1), Some(day(2026, 2))),
            one("\u{202e}", day(2026, 3), day(2026, 1), Some(day(2026, 2))),
        ];
        assert_clear(&moves::drawing(&moves));
        assert_clear(&moves::drawing(&moves[1..2]));
        assert_clear(&moves::drawing(&[]));
    }

    fn panel(values: &[f64], apart: u64) -> MeasurePanel {
        let first = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        let readings = values.iter().zip(0..).map(|(value, at)| PicturedReading {
            day: first + Days::new(at * apart),
            value: *value,
            words: value.to_string(),
            range: Some((value - 2.0, value + 3.0)),
        });
        MeasurePanel {
            name: "A long name of a measure that says what is counted and where".to_owned(),
            words: "Lower is better".to_owned(),
            readings: readings.collect(),
            target: Some((12.0, "Target 12% by 31 March 2027".to_owned())),
            comparator: Some((17.3, "England".to_owned())),
            is_context: false,
        }
    }

    #[test]
    fn labels_never_lie_over_each_other() {
        let many: Vec<f64> = (0..40).map(|at| f64::from(at * 7 % 30)).collect();
        for values in [
            [].as_slice(),
            &[31.0],
            &[0.0],
            &[-5.0],
            &[1e12],
            &[20.0, 21.0],
            &[5.0, 5.0, 5.0],
            &[-3.0, 4.0],
            &[1_234_567.891, 1_234_567.892],
            &many,
        ] {
            for apart in [0, 1, 31, 400] {
                let panels = vec![panel(values, apart), panel(&[14.0], apart)];
                assert_clear(&measures::drawing(&MeasureScale { panels }));
            }
        }
    }

    #[test]
    fn the_names_of_lines_never_lie_over_each_other() {
        let first = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        let point = |at: u64, total, completed, open| BurnUpPoint {
            day: first + Days::new(at * 30),
            total,
            completed,
            open,
        };
        for points in [
            vec![point(0, 0, 0, 0), point(1, 0, 0, 0), point(2, 0, 0, 0)],
            vec![point(0, 60, 10, 50), point(0, 60, 30, 30), point(0, 60, 60, 0)],
            vec![point(0, 4_000, 1, 3_999), point(3, 4_000, 2_000, 2_000), point(9, 999_999, 0, 1)],
        ] {
            assert_clear(&burn_up::drawing(&BurnUp { points }));
        }
    }
}
