//! The content of a report before layout: headings, paragraphs, labelled lines, lists, tables and
//! pictures. It does not depend on plans or layouts.

use super::grammar::sentence;
use super::line::clean;
use super::picture::Picture;
use super::tag::Tag;

/// What stands where a plan says nothing.
pub(super) const NOT_STATED: &str = "not stated";

/// A report as a sequence of blocks.
#[derive(Debug, Clone, Default)]
pub(super) struct Document {
    blocks: Vec<Block>,
}

/// A block of a document. Each of its texts is one line, cleaned of characters that could break a
/// layout.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Block {
    /// A heading, and the name that links lead to, if any do.
    Heading(Level, String, Option<String>),
    /// One or more sentences.
    Paragraph(String),
    /// A short label and its value.
    Labelled(&'static str, String),
    /// An entry of a list, with its detail lines.
    Item(String, Vec<String>),
    /// An entry of a list that leads to another part of the report: the sentence, the words of the
    /// link, and the name of the heading there.
    Pointer(String, String, String),
    /// A line that sums up a long list, and its entries. A layout may fold the list away.
    Fold(String, Vec<Record>),
    /// An introductory line and a list of sentences.
    List(String, Vec<String>),
    /// A problem to fix, with its labelled lines.
    Problem(String, Vec<(&'static str, String)>),
    /// A small table of this crate's labels and numbers. It never holds long texts of a plan.
    Table(Table),
    /// Records of a plan: entries of a list, or rows of a table.
    Records(Records),
    /// How many actions join the things in the rows to those in the columns.
    Matrix(Matrix),
    /// A picture with the table of its figures. Layouts without pictures show the table alone.
    Figure(Figure),
}

impl Block {
    /// Calls a function with each entry of a block that is a list of entries, and its detail lines: as layouts
    /// without tables of records and links show them.
    pub(super) fn each_entry(&self, mut show: impl FnMut(&str, &[String])) {
        match self {
            Self::Item(text, details) => show(text, details),
            Self::Pointer(text, ..) => show(text, &[]),
            Self::Fold(_, entries) | Self::Records(Records { rows: entries, .. }) => {
                for Record { name, details, .. } in entries {
                    show(name, details);
                }
            }
            Self::Matrix(matrix) => {
                for row in &matrix.rows {
                    show(&row.name, &[matrix.row_words(row)]);
                }
            }
            _ => {}
        }
    }
}

/// The level of a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Title,
    Section,
    Part,
    Entry,
}

/// A small table of labels and figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table {
    /// What the table holds. Only layouts that mark tables up show it.
    pub(super) caption: String,
    pub(super) header: Vec<&'static str>,
    pub(super) rows: Vec<Vec<String>>,
}

/// Records of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Records {
    pub(super) caption: String,
    /// The headings of a table; the first is that of the names.
    pub(super) columns: &'static [&'static str],
    pub(super) rows: Vec<Record>,
}

/// A record: its name and details as an entry of a list, and its name and cells as a row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) name: String,
    pub(super) details: Vec<String>,
    pub(super) tag: Option<Tag>,
    pub(super) cells: Vec<String>,
}

/// A table of counts, most of which are 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Matrix {
    pub(super) caption: String,
    /// What the rows are.
    pub(super) corner: &'static str,
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<MatrixRow>,
}

/// A row of a matrix: its name, its counts by ascending column, and how many things it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MatrixRow {
    pub(super) name: String,
    pub(super) counts: Vec<(usize, String)>,
    pub(super) total: String,
    pub(super) tag: Option<Tag>,
}

/// A picture with its table.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Figure {
    /// What the picture shows: its population and date.
    pub(super) subtitle: String,
    /// What it shows, in a sentence.
    pub(super) finding: String,
    /// How to read it.
    pub(super) reading: &'static str,
    pub(super) picture: Picture,
    /// The figures: a table or records.
    pub(super) table: Box<Block>,
}

impl Document {
    pub(super) fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    pub(super) fn title(&mut self, text: &str) {
        self.heading(Level::Title, text, None);
    }

    pub(super) fn section(&mut self, text: &str) {
        self.heading(Level::Section, text, None);
    }

    /// Adds the heading of a section that links lead to.
    pub(super) fn anchored_section(&mut self, anchor: &'static str, text: &str) {
        self.heading(Level::Section, text, Some(anchor.to_owned()));
    }

    pub(super) fn part(&mut self, text: &str) {
        self.heading(Level::Part, text, None);
    }

    pub(super) fn entry(&mut self, text: &str) {
        self.heading(Level::Entry, text, None);
    }

    /// Adds the heading of a part that links lead to.
    pub(super) fn anchored_part(&mut self, anchor: &str, text: &str) {
        self.heading(Level::Part, text, Some(anchor.to_owned()));
    }

    /// Adds the heading of an entry that links lead to.
    pub(super) fn anchored_entry(&mut self, anchor: &str, text: &str) {
        self.heading(Level::Entry, text, Some(anchor.to_owned()));
    }

    fn heading(&mut self, level: Level, text: &str, anchor: Option<String>) {
        self.blocks.push(Block::Heading(level, clean(text), anchor));
    }

    pub(super) fn paragraph(&mut self, text: &str) {
        self.blocks.push(Block::Paragraph(clean(text)));
    }

    pub(super) fn label(&mut self, label: &'static str, text: &str) {
        self.blocks.push(Block::Labelled(label, clean(text)));
    }

    pub(super) fn item(&mut self, text: &str, details: impl IntoIterator<Item = String>) {
        self.blocks.push(Block::Item(clean(text), cleaned(details)));
    }

    pub(super) fn pointer(&mut self, text: &str, link: &str, anchor: &str) {
        self.blocks.push(Block::Pointer(clean(text), clean(link), anchor.to_owned()));
    }

    pub(super) fn fold(&mut self, text: &str, entries: Vec<Record>) {
        self.blocks.push(Block::Fold(clean(text), entries));
    }

    pub(super) fn list(&mut self, text: &str, entries: impl IntoIterator<Item = String>) {
        let entries = entries.into_iter().map(|entry| sentence(&clean(&entry))).collect();
        self.blocks.push(Block::List(clean(text), entries));
    }

    pub(super) fn problem(&mut self, text: &str, lines: Vec<(&'static str, &str)>) {
        let lines = lines.into_iter().map(|(label, line)| (label, clean(line))).collect();
        self.blocks.push(Block::Problem(clean(text), lines));
    }

    pub(super) fn table(&mut self, table: Table) {
        self.blocks.push(Block::Table(table));
    }

    pub(super) fn records(&mut self, records: Records) {
        if !records.rows.is_empty() {
            self.blocks.push(Block::Records(records));
        }
    }

    pub(super) fn matrix(&mut self, matrix: Matrix) {
        self.blocks.push(Block::Matrix(matrix));
    }

    pub(super) fn figure(&mut self, figure: Figure) {
        self.blocks.push(Block::Figure(figure));
    }
}

impl Block {
    /// Returns the block that a layout without pictures shows: the table of a figure, and every other
    /// block as it is.
    pub(super) fn without_picture(&self) -> &Self {
        match self {
            Self::Figure(figure) => &figure.table,
            other => other,
        }
    }
}

impl Matrix {
    /// Returns the counts of a row in words, for a layout without the table: `Practice: 2 (1 late).
    /// Total: 2.`
    pub(super) fn row_words(&self, row: &MatrixRow) -> String {
        let counts = row.counts.iter().filter_map(|(column, count)| {
            Some(format!("{}: {count}. ", self.columns.get(*column)?))
        });
        format!("{}Total: {}.", counts.collect::<String>(), row.total)
    }
}

impl Table {
    pub(super) fn new<const N: usize>(
        caption: &str,
        header: [&'static str; N],
        rows: impl IntoIterator<Item = [String; N]>,
    ) -> Self {
        let rows =
            rows.into_iter().map(|row| row.iter().map(|cell| filled(cell)).collect()).collect();
        Self { caption: clean(caption), header: Vec::from(header), rows }
    }
}

impl Record {
    pub(super) fn new<const N: usize>(
        name: &str,
        details: impl IntoIterator<Item = String>,
        tag: Option<Tag>,
        cells: [String; N],
    ) -> Self {
        let cells = cells.into_iter().map(|cell| filled(&cell)).collect();
        Self { name: clean(name), details: cleaned(details), tag, cells }
    }
}

/// Returns the text of a cell, which is never empty.
fn filled(cell: &str) -> String {
    let cell = clean(cell);
    if cell.is_empty() { NOT_STATED.to_owned() } else { cell }
}

fn cleaned(lines: impl IntoIterator<Item = String>) -> Vec<String> {
    lines.into_iter().map(|line| clean(&line)).collect()
}
