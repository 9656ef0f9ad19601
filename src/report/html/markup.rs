//! Writes HTML elements: the only place where text is escaped.

use crate::report::line::{Piece, pieces};

/// A page being written. Each element that is opened must be closed.
#[derive(Debug, Default)]
pub(super) struct Markup {
    out: String,
    open: Vec<&'static str>,
}

/// An attribute: its name and its value, which is escaped.
pub(super) type Attribute<'a> = (&'static str, &'a str);

impl Markup {
    pub(super) fn new() -> Self {
        Self { out: "<!DOCTYPE html>\n".to_owned(), open: Vec::new() }
    }

    /// Begins an element.
    pub(super) fn open(&mut self, tag: &'static str, attributes: &[Attribute<'_>]) {
        self.begin(tag, attributes);
        self.open.push(tag);
    }

    /// Ends the element that was begun last.
    pub(super) fn close(&mut self) {
        if let Some(tag) = self.open.pop() {
            self.out.extend(["</", tag, ">"]);
            // Lines between blocks keep the page readable where a line break means nothing.
            if !matches!(tag, "a" | "strong" | "bdi" | "span" | "text") {
                self.out.push('\n');
            }
        }
    }

    /// Writes an element that has no content.
    pub(super) fn empty(&mut self, tag: &'static str, attributes: &[Attribute<'_>]) {
        self.begin(tag, attributes);
        self.out.push('\n');
    }

    /// Writes an SVG element that has no content.
    pub(super) fn shape(&mut self, tag: &'static str, attributes: &[Attribute<'_>]) {
        self.begin(tag, attributes);
        self.out.extend(["</", tag, ">"]);
    }

    /// Writes an element with a text, the words of the plan set apart from the others.
    pub(super) fn element(&mut self, tag: &'static str, attributes: &[Attribute<'_>], text: &str) {
        self.open(tag, attributes);
        self.words(text);
        self.close();
    }

    /// Writes a text. The words of the plan are isolated, so that their direction changes nothing
    /// around them.
    pub(super) fn words(&mut self, text: &str) {
        for piece in pieces(text) {
            match piece {
                Piece::Ours(words) => escape(&mut self.out, words),
                Piece::Theirs(words) => {
                    self.out.push_str("<bdi>");
                    escape(&mut self.out, words);
                    self.out.push_str("</bdi>");
                }
            }
        }
    }

    /// Writes a text where no elements may be, such as a title.
    pub(super) fn plain(&mut self, text: &str) {
        for piece in pieces(text) {
            let (Piece::Ours(words) | Piece::Theirs(words)) = piece;
            escape(&mut self.out, words);
        }
    }

    /// Writes the text of a style sheet of ours.
    pub(super) fn style(&mut self, style: &str) {
        self.out.extend(["<style>", style, "</style>\n"]);
    }

    pub(super) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.out
    }

    fn begin(&mut self, tag: &'static str, attributes: &[Attribute<'_>]) {
        self.out.extend(["<", tag]);
        for (name, value) in attributes {
            self.out.extend([" ", name, "=\""]);
            escape(&mut self.out, value);
            self.out.push('"');
        }
        self.out.push('>');
    }
}

fn escape(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some((before, special, after)) = next_special(rest) {
        out.extend([before, special]);
        rest = after;
    }
    out.push_str(rest);
}

/// Returns the text before the first character that has a meaning in HTML, what stands for that
/// character, and the text after it.
fn next_special(text: &str) -> Option<(&str, &'static str, &str)> {
    let (at, special) = text.char_indices().find_map(|(at, character)| {
        let special = match character {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '\'' => "&#39;",
            _ => return None,
        };
        Some((at, special))
    })?;
    let (before, after) = (text.get(..at)?, text.get(at + 1..)?);
    Some((before, special, after))
}

#[cfg(test)]
mod tests {
    use super::Markup;
    use crate::report::line::isolated;

    #[test]
    fn no_text_becomes_markup() {
        let mut markup = Markup::default();
        let text = format!("a & b: {}", isolated("<script>\"'</script>"));
        markup.element("p", &[("id", "x\"><y")], &text);
        assert_eq!(
            markup.finish(),
            "<p id=\"x&quot;&gt;&lt;y\">a &amp; b: \
             <bdi>&lt;script&gt;&quot;&#39;&lt;/script&gt;</bdi></p>\n"
        );
    }

    #[test]
    fn elements_are_closed_in_order() {
        let mut markup = Markup::default();
        markup.open("div", &[]);
        markup.open("p", &[]);
        assert_eq!(markup.finish(), "<div><p></p>\n</div>\n");
    }
}
