//! Lays out the blocks of a report as HTML.

use std::collections::HashMap;

use super::extent::Extent;
use super::markup::Markup;
use super::pictures::drawing_of;
use crate::report::document::{
    Block, Document, Figure, Level, Matrix, MatrixRow, Record, Records, Table,
};
use crate::report::grammar::verb;
use crate::report::line::is_mark;
use crate::report::tag::Tag;
use crate::text::thousands;

/// The most columns of a matrix that is laid out as a table.
const COLUMNS: usize = 12;

/// The layout of one document.
pub(super) struct Blocks<'m> {
    markup: &'m mut Markup,
    extent: Extent,
    figures: usize,
    /// How often each line that opens a folded list was used.
    folds: HashMap<String, usize>,
    left_out: usize,
    is_section_open: bool,
    has_contents: bool,
}

/// The parts and the entries of a section so far, of which only the first may be shown.
#[derive(Default)]
struct Shown {
    parts: usize,
    entries: usize,
    is_part_hidden: bool,
    is_entry_hidden: bool,
}

impl<'m> Blocks<'m> {
    pub(super) fn new(markup: &'m mut Markup, extent: Extent) -> Self {
        Self {
            markup,
            extent,
            figures: 0,
            folds: HashMap::new(),
            left_out: 0,
            is_section_open: false,
            has_contents: false,
        }
    }

    /// Writes the document with another title, and the contents after its first section.
    pub(super) fn lay_out(mut self, document: &Document, title: &str) {
        let mut rest = document.blocks();
        let mut shown = Shown::default();
        let mut is_first_paragraph = true;
        while let Some((block, after)) = rest.split_first() {
            rest = after;
            if let Block::Heading(Level::Section, text, anchor) = block {
                self.end_hidden(&mut shown);
                self.section(text, anchor.as_deref(), document);
                shown = Shown::default();
                continue;
            }
            if self.is_hidden(block, &mut shown) {
                continue;
            }
            match block {
                Block::Heading(Level::Title, ..) => self.markup.element("h1", &[], title),
                Block::Heading(level, text, anchor) => {
                    self.heading(*level, text, anchor.as_deref());
                }
                Block::Paragraph(text) if is_first_paragraph => {
                    is_first_paragraph = false;
                    self.markup.element("p", &[("class", "headline")], text);
                }
                Block::Paragraph(text) => self.markup.element("p", &[], text),
                Block::Labelled(..) => {
                    rest = self.labelled(block, rest);
                }
                Block::Item(..) | Block::Pointer(..) => {
                    rest = self.items(block, rest);
                }
                Block::Fold(text, entries) => self.fold(text, entries),
                Block::List(text, entries) => {
                    self.markup.element("p", &[], text);
                    self.list(entries.iter().map(|entry| (entry.as_str(), [].as_slice(), None)));
                }
                Block::Problem(text, lines) => {
                    self.markup.element("p", &[], text);
                    for (label, line) in lines {
                        self.markup.element(
                            "p",
                            &[("class", "detail")],
                            &format!("{label}: {line}"),
                        );
                    }
                }
                Block::Table(table) => self.table(table),
                Block::Records(records) => self.records(records),
                Block::Matrix(matrix) => self.matrix(matrix),
                Block::Figure(figure) => self.figure(figure),
            }
        }
        self.end_hidden(&mut shown);
        self.say_left_out();
        self.end_section();
    }

    /// Begins a section. The contents stand before the second one.
    fn section(&mut self, text: &str, anchor: Option<&str>, document: &Document) {
        if self.is_section_open {
            self.end_section();
            if !std::mem::replace(&mut self.has_contents, true) {
                self.contents(document);
            }
        }
        self.markup.open("section", &[]);
        self.is_section_open = true;
        self.heading(Level::Section, text, anchor);
    }

    fn end_section(&mut self) {
        if std::mem::take(&mut self.is_section_open) {
            self.markup.close();
        }
    }

    fn contents(&mut self, document: &Document) {
        self.markup.open("nav", &[("aria-labelledby", "contents")]);
        self.markup.element("h2", &[("id", "contents")], "Contents");
        self.markup.open("ul", &[]);
        for block in document.blocks() {
            if let Block::Heading(Level::Section, text, Some(anchor)) = block {
                self.markup.open("li", &[]);
                self.markup.element("a", &[("href", &format!("#{anchor}"))], text);
                self.markup.close();
            }
        }
        self.markup.close();
        self.markup.close();
    }

    fn heading(&mut self, level: Level, text: &str, anchor: Option<&str>) {
        let tag = match level {
            Level::Title => "h1",
            Level::Section => "h2",
            Level::Part => "h3",
            Level::Entry => "h4",
        };
        match anchor {
            Some(anchor) => self.markup.element(tag, &[("id", anchor)], text),
            None => self.markup.element(tag, &[], text),
        }
    }

    /// Returns whether a block is beyond the first parts and entries of its section.
    fn is_hidden(&mut self, block: &Block, shown: &mut Shown) -> bool {
        match block {
            Block::Heading(Level::Part, ..) => {
                self.end_hidden_entries(shown);
                shown.parts += 1;
                shown.is_part_hidden = shown.parts > self.extent.shown();
            }
            Block::Heading(Level::Entry, ..) => {
                shown.entries += 1;
                shown.is_entry_hidden = shown.entries > self.extent.shown();
            }
            _ => {}
        }
        shown.is_part_hidden || shown.is_entry_hidden
    }

    fn end_hidden_entries(&mut self, shown: &mut Shown) {
        if !shown.is_part_hidden {
            self.say_more(shown.entries.saturating_sub(self.extent.shown()));
        }
        shown.entries = 0;
        shown.is_entry_hidden = false;
    }

    fn end_hidden(&mut self, shown: &mut Shown) {
        self.end_hidden_entries(shown);
        self.say_more(shown.parts.saturating_sub(self.extent.shown()));
    }

    /// Says how many more entries there are than the page shows.
    fn say_more(&mut self, number: usize) {
        if number > 0 {
            self.left_out += number;
            self.markup.element(
                "p",
                &[],
                &format!(
                    "{} more {} not on this page: the workbook and JSON have all.",
                    thousands(number),
                    verb(number, "is", "are")
                ),
            );
        }
    }

    fn say_left_out(&mut self) {
        if self.left_out > 0 {
            self.markup.element(
                "p",
                &[],
                &format!(
                    "Because the plan is large, {} entries of the lists above are not on this page. The \
                     counts include them.",
                    thousands(self.left_out)
                ),
            );
        }
    }

    /// Writes consecutive labelled lines, and returns the blocks after them.
    fn labelled<'b>(&mut self, first: &'b Block, rest: &'b [Block]) -> &'b [Block] {
        let more = rest.iter().take_while(|block| matches!(block, Block::Labelled(..))).count();
        let (these, after) = rest.split_at(more);
        self.markup.open("dl", &[]);
        for block in std::iter::once(first).chain(these) {
            if let Block::Labelled(label, text) = block {
                self.markup.element("dt", &[], label);
                self.markup.element("dd", &[], text);
            }
        }
        self.markup.close();
        after
    }

    /// Writes consecutive entries as one list, and returns the blocks after them.
    fn items<'b>(&mut self, first: &'b Block, rest: &'b [Block]) -> &'b [Block] {
        let is_entry = |block: &&Block| matches!(block, Block::Item(..) | Block::Pointer(..));
        let (these, after) = rest.split_at(rest.iter().take_while(is_entry).count());
        self.markup.open("ul", &[]);
        for block in std::iter::once(first).chain(these).take(self.extent.shown()) {
            match block {
                Block::Pointer(text, link, anchor) => {
                    self.markup.open("li", &[]);
                    self.markup.words(text);
                    self.markup.words(" ");
                    self.markup.element("a", &[("href", &format!("#{anchor}"))], link);
                    self.markup.close();
                }
                Block::Item(text, details) => self.entry(text, details, None),
                _ => {}
            }
        }
        self.markup.close();
        self.say_more((these.len() + 1).saturating_sub(self.extent.shown()));
        after
    }

    fn list<'b>(
        &mut self,
        entries: impl ExactSizeIterator<Item = (&'b str, &'b [String], Option<Tag>)>,
    ) {
        let all = entries.len();
        self.markup.open("ul", &[]);
        for (text, details, tag) in entries.take(self.extent.shown()) {
            self.entry(text, details, tag);
        }
        self.markup.close();
        self.say_more(all.saturating_sub(self.extent.shown()));
    }

    fn entry(&mut self, text: &str, details: &[String], tag: Option<Tag>) {
        // A sentence made by a rule does not mark the words of the plan in it.
        let is_marked = text.contains(is_mark) || details.iter().any(|one| one.contains(is_mark));
        self.markup.open("li", if is_marked { &[] } else { &[("dir", "auto")] });
        if details.is_empty() {
            self.tagged(text, tag);
        } else {
            self.markup.open("p", &[]);
            self.tagged(text, tag);
            self.markup.close();
        }
        for detail in details {
            self.markup.element("p", &[("class", "detail")], detail);
        }
        self.markup.close();
    }

    fn fold(&mut self, text: &str, entries: &[Record]) {
        let list = entries.iter().map(|one| (one.name.as_str(), one.details.as_slice(), one.tag));
        if !self.extent.folds(entries.len()) {
            self.markup.element("p", &[], text);
            self.list(list);
            return;
        }
        let times = self.folds.entry(text.to_owned()).or_default();
        *times += 1;
        let text = text.trim_end_matches(':');
        let text = if *times == 1 { text.to_owned() } else { format!("{text} ({times})") };
        self.markup.open("details", &[]);
        self.markup.element("summary", &[], &text);
        self.list(list);
        self.markup.close();
    }

    fn table(&mut self, table: &Table) {
        self.markup.open("table", &[]);
        self.markup.element("caption", &[], &table.caption);
        let header: Vec<_> = table.header.iter().map(|heading| (*heading).to_owned()).collect();
        self.head(&header, true);
        self.markup.open("tbody", &[]);
        for row in &table.rows {
            self.markup.open("tr", &[]);
            for (at, cell) in row.iter().enumerate() {
                if at == 0 {
                    self.markup.element("th", &[("scope", "row")], cell);
                } else {
                    self.markup.element("td", &[("class", "number")], cell);
                }
            }
            self.markup.close();
        }
        self.markup.close();
        self.markup.close();
    }

    /// Writes the headings of a table, those after the first over numbers.
    fn head(&mut self, headings: &[String], over_numbers: bool) {
        self.markup.open("thead", &[]);
        self.markup.open("tr", &[]);
        for (at, heading) in headings.iter().enumerate() {
            if at > 0 && over_numbers {
                self.markup.element("th", &[("scope", "col"), ("class", "number")], heading);
            } else {
                self.markup.element("th", &[("scope", "col")], heading);
            }
        }
        self.markup.close();
        self.markup.close();
    }

    fn records(&mut self, records: &Records) {
        self.markup.open("table", &[("class", "records")]);
        self.markup.element("caption", &[], &records.caption);
        let headings: Vec<_> = records.columns.iter().map(|one| (*one).to_owned()).collect();
        self.head(&headings, false);
        self.markup.open("tbody", &[]);
        for Record { name, tag, cells, .. } in records.rows.iter().take(self.extent.shown()) {
            self.markup.open("tr", &[]);
            self.row_name(name, *tag);
            for cell in cells {
                self.markup.element("td", &[("dir", "auto")], cell);
            }
            self.markup.close();
        }
        self.markup.close();
        self.markup.close();
        self.say_more(records.rows.len().saturating_sub(self.extent.shown()));
    }

    fn row_name(&mut self, name: &str, tag: Option<Tag>) {
        self.markup.open("th", &[("scope", "row")]);
        self.tagged(name, tag);
        self.markup.close();
    }

    fn tagged(&mut self, text: &str, tag: Option<Tag>) {
        self.markup.words(text);
        if let Some(tag) = tag {
            self.markup.words(" ");
            self.markup.element("strong", &[("class", tag_class(tag))], tag.label());
        }
    }

    fn matrix(&mut self, matrix: &Matrix) {
        let rows = matrix.rows.iter().take(self.extent.shown());
        let left_out = matrix.rows.len().saturating_sub(self.extent.shown());
        if matrix.columns.len() > COLUMNS {
            self.markup.element("p", &[], &format!("{}:", matrix.caption));
            self.markup.open("ul", &[]);
            for row in rows {
                self.entry(&row.name, &[matrix.row_words(row)], row.tag);
            }
            self.markup.close();
            self.say_more(left_out);
            return;
        }
        let name = "Where the work sits: a table that may be wider than the page";
        self.markup.open(
            "div",
            &[("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", name)],
        );
        self.markup.open("table", &[]);
        self.markup.element("caption", &[], &matrix.caption);
        let corner = std::iter::once(matrix.corner.to_owned());
        let total = std::iter::once("Total".to_owned());
        let headings: Vec<_> = corner.chain(matrix.columns.iter().cloned()).chain(total).collect();
        self.head(&headings, true);
        self.markup.open("tbody", &[]);
        for MatrixRow { name, counts, total, tag } in rows {
            self.markup.open("tr", &[]);
            self.row_name(name, *tag);
            let mut counts = counts.iter().peekable();
            for column in 0..matrix.columns.len() {
                if let Some((_, count)) = counts.next_if(|(at, _)| *at == column) {
                    self.markup.element("td", &[("class", "number")], count);
                } else {
                    self.markup.open("td", &[("class", "number none")]);
                    self.markup.element("span", &[("class", "unseen")], "none");
                    self.markup.close();
                }
            }
            self.markup.element("td", &[("class", "number")], total);
            self.markup.close();
        }
        self.markup.close();
        self.markup.close();
        self.markup.close();
        self.say_more(left_out);
    }

    fn figure(&mut self, figure: &Figure) {
        self.figures += 1;
        let (title, words) =
            (format!("picture-{}", self.figures), format!("reading-{}", self.figures));
        let drawing = drawing_of(&figure.picture);
        let height = drawing.height().to_string();
        let width = super::drawing::WIDTH.to_string();
        self.markup.open("figure", &[]);
        self.markup.element("figcaption", &[], &figure.subtitle);
        self.markup.open("div", &[("class", "drawing")]);
        self.markup.open(
            "svg",
            &[
                ("role", "img"),
                ("aria-labelledby", &title),
                ("aria-describedby", &words),
                ("width", &width),
                ("height", &height),
                ("viewBox", &format!("0 0 {width} {height}")),
            ],
        );
        self.markup.open("title", &[("id", &title)]);
        self.markup.plain(&figure.finding);
        self.markup.close();
        self.markup.open("desc", &[("id", &words)]);
        self.markup.plain(figure.reading);
        self.markup.close();
        drawing.write(self.markup);
        self.markup.close();
        self.markup.close();
        match figure.table.as_ref() {
            Block::Records(records) => self.records(records),
            Block::Table(table) => self.table(table),
            _ => {}
        }
        self.markup.close();
    }
}

fn tag_class(tag: Tag) -> &'static str {
    match tag {
        Tag::Late => "tag tag-late",
        Tag::Ask | Tag::DueToday | Tag::NoAction => "tag tag-ask",
        Tag::DueSoon | Tag::AwaitingSignOff => "tag tag-soon",
        Tag::Done => "tag tag-done",
        Tag::NoDate | Tag::Suspended | Tag::Withdrawn => "tag",
    }
}
