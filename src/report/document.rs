//! What a report says, before it is laid out: headings, paragraphs, labelled lines, lists and tables.
//! It knows nothing of plans or of layouts.

use super::grammar::sentence;

/// Something to lay out.
#[derive(Debug, Clone, Default)]
pub(super) struct Document {
    blocks: Vec<Block>,
}

/// One piece of a document. Every text is one line, cleaned of what could break a layout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// The title, a section or a part of a section.
    Heading(Level, String),
    /// Sentences.
    Paragraph(String),
    /// A short label and what belongs to it.
    Labelled(&'static str, String),
    /// One entry of a list, with lines that belong to it.
    Item(String, Vec<String>),
    /// A line, and a list of sentences that belongs to it.
    List(String, Vec<String>),
    /// Something to mend, with labelled lines that belong to it.
    Problem(String, [(&'static str, String); 2]),
    /// A small table of this crate's own words and numbers: never of a plan's text, which may be long.
    Table(Vec<&'static str>, Vec<Vec<String>>),
}

/// How deep a heading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Title,
    Section,
    Part,
}

impl Document {
    pub(super) fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    pub(super) fn title(&mut self, text: &str) {
        self.blocks.push(Block::Heading(Level::Title, clean(text)));
    }

    pub(super) fn section(&mut self, text: &str) {
        self.blocks.push(Block::Heading(Level::Section, clean(text)));
    }

    pub(super) fn part(&mut self, text: &str) {
        self.blocks.push(Block::Heading(Level::Part, clean(text)));
    }

    pub(super) fn paragraph(&mut self, text: &str) {
        self.blocks.push(Block::Paragraph(clean(text)));
    }

    pub(super) fn label(&mut self, label: &'static str, text: &str) {
        self.blocks.push(Block::Labelled(label, clean(text)));
    }

    pub(super) fn item(&mut self, text: &str, details: impl IntoIterator<Item = String>) {
        let details = details.into_iter().map(|detail| clean(&detail)).collect();
        self.blocks.push(Block::Item(clean(text), details));
    }

    pub(super) fn list(&mut self, text: &str, entries: impl IntoIterator<Item = String>) {
        let entries = entries.into_iter().map(|entry| sentence(&clean(&entry))).collect();
        self.blocks.push(Block::List(clean(text), entries));
    }

    pub(super) fn problem(&mut self, text: &str, lines: [(&'static str, &str); 2]) {
        let lines = lines.map(|(label, line)| (label, clean(line)));
        self.blocks.push(Block::Problem(clean(text), lines));
    }

    pub(super) fn table<const N: usize>(
        &mut self,
        header: [&'static str; N],
        rows: impl IntoIterator<Item = [String; N]>,
    ) {
        let rows = rows.into_iter().map(Vec::from).collect();
        self.blocks.push(Block::Table(Vec::from(header), rows));
    }
}

/// The text on one line: line breaks, tabs and other control characters become one space, and the
/// characters that turn the direction of writing are left out, so that no text of a plan can break
/// or disguise the lines around it.
pub(super) fn clean(text: &str) -> String {
    let kept: String = text
        .chars()
        .filter(|letter| !turns_direction(*letter))
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn turns_direction(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn text_is_brought_onto_one_line() {
        assert_eq!(clean("  two\r\nlines\tand \u{1b}[31mred"), "two lines and [31mred");
        assert_eq!(clean("left\u{202e}thgir"), "leftthgir");
        assert_eq!(clean(""), "");
    }
}
