//! The content of a report before layout: headings, paragraphs, labelled lines, lists and tables.
//! It does not depend on plans or layouts.

use super::grammar::sentence;

/// A report as a sequence of blocks.
#[derive(Debug, Clone, Default)]
pub(super) struct Document {
    blocks: Vec<Block>,
}

/// A block of a document. Each of its texts is one line, cleaned of characters that could break a
/// layout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// A heading.
    Heading(Level, String),
    /// One or more sentences.
    Paragraph(String),
    /// A short label and its value.
    Labelled(&'static str, String),
    /// An entry of a list, with its detail lines.
    Item(String, Vec<String>),
    /// An introductory line and a list of sentences.
    List(String, Vec<String>),
    /// A problem to fix, with its labelled lines.
    Problem(String, Vec<(&'static str, String)>),
    /// A small table of this crate's labels and numbers. It never holds text of a plan, which may
    /// be long.
    Table(Vec<&'static str>, Vec<Vec<String>>),
}

/// The level of a heading.
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

    pub(super) fn problem(&mut self, text: &str, lines: Vec<(&'static str, &str)>) {
        let lines = lines.into_iter().map(|(label, line)| (label, clean(line))).collect();
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

/// Returns the text on one line.
///
/// Runs of white space and control characters become one space, and characters that change the
/// direction of writing are removed, so that no text of a plan can break or disguise the lines
/// around it.
pub(super) fn clean(text: &str) -> String {
    let kept: String = text
        .chars()
        .filter(|character| !changes_direction(*character))
        .map(|character| if character.is_control() { ' ' } else { character })
        .collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn changes_direction(character: char) -> bool {
    matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn text_is_put_on_one_line() {
        assert_eq!(clean("  two\r\nlines\tand \u{1b}[31mred"), "two lines and [31mred");
        assert_eq!(clean("left\u{202e}thgir"), "leftthgir");
        assert_eq!(clean(""), "");
    }
}
