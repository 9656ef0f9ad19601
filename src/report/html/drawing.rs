//! A drawing as a list of marks with their places, before it is written as SVG.

use super::markup::Markup;

/// The width of every drawing, in pixels: what a phone of 320 pixels leaves between its margins. It is
/// never scaled, so that its letters stay the size of the text.
pub(super) const WIDTH: f64 = 288.0;

/// Marks, and how high the drawing is.
#[derive(Debug, Default)]
pub(super) struct Drawing {
    height: f64,
    marks: Vec<Mark>,
}

/// A mark with the name of its style, `class`.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Mark {
    Bar {
        class: &'static str,
        x: f64,
        y: f64,
        width: f64,
        height: f64,
    },
    Line {
        class: &'static str,
        from: (f64, f64),
        to: (f64, f64),
    },
    Circle {
        class: &'static str,
        x: f64,
        y: f64,
        radius: f64,
    },
    Diamond {
        class: &'static str,
        x: f64,
        y: f64,
        radius: f64,
    },
    /// A text that begins, ends or is centred at `x`, with `y` its base line.
    Text {
        class: &'static str,
        x: f64,
        y: f64,
        anchor: Anchor,
        text: String,
    },
}

/// Which point of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Drawing {
    pub(super) fn height(&self) -> f64 {
        self.height
    }

    /// Makes the drawing higher, and returns the height that it had.
    pub(super) fn grow(&mut self, by: f64) -> f64 {
        let before = self.height;
        self.height += by;
        before
    }

    pub(super) fn add(&mut self, mark: Mark) {
        self.marks.push(mark);
    }

    pub(super) fn text(&mut self, class: &'static str, x: f64, y: f64, text: &str) {
        let text = text.to_owned();
        self.add(Mark::Text { class, x, y, anchor: Anchor::Start, text });
    }

    pub(super) fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// Writes the marks as elements of an SVG.
    pub(super) fn write(&self, markup: &mut Markup) {
        for mark in self.marks() {
            match mark {
                Mark::Bar { class, x, y, width, height } => markup.shape(
                    "rect",
                    &[
                        ("class", class),
                        ("x", &place(*x)),
                        ("y", &place(*y)),
                        ("width", &place(*width)),
                        ("height", &place(*height)),
                    ],
                ),
                Mark::Line { class, from, to } => markup.shape(
                    "line",
                    &[
                        ("class", class),
                        ("x1", &place(from.0)),
                        ("y1", &place(from.1)),
                        ("x2", &place(to.0)),
                        ("y2", &place(to.1)),
                    ],
                ),
                Mark::Circle { class, x, y, radius } => markup.shape(
                    "circle",
                    &[
                        ("class", class),
                        ("cx", &place(*x)),
                        ("cy", &place(*y)),
                        ("r", &place(*radius)),
                    ],
                ),
                Mark::Diamond { class, x, y, radius } => {
                    let corners = [(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)];
                    let corners = corners.map(|(right, down)| {
                        format!("{},{}", place(x + right * radius), place(y + down * radius))
                    });
                    markup.shape("polygon", &[("class", class), ("points", &corners.join(" "))]);
                }
                Mark::Text { class, x, y, anchor, text } => {
                    let (x, y) = (place(*x), place(*y));
                    let mut attributes = vec![("x", x.as_str()), ("y", y.as_str())];
                    if !class.is_empty() {
                        attributes.push(("class", class));
                    }
                    match anchor {
                        Anchor::Start => {}
                        Anchor::Middle => attributes.push(("text-anchor", "middle")),
                        Anchor::End => attributes.push(("text-anchor", "end")),
                    }
                    markup.open("text", &attributes);
                    markup.plain(text);
                    markup.close();
                }
            }
        }
    }
}

/// Writes a coordinate with one decimal at most, so that the same drawing is the same bytes everywhere.
fn place(coordinate: f64) -> String {
    let tenths = (coordinate * 10.0).round();
    let rounded = if tenths == 0.0 { 0.0 } else { tenths / 10.0 };
    rounded.to_string()
}
