//! Streams one sheet: its rows and cells as they come, then its merged blocks.

use std::sync::Arc;

use quick_xml::events::{BytesStart, Event};

use super::WorkbookError;
use super::cell::{CellContext, CellType, RawCell, content};
use super::cell_reference::{self, At};
use super::merges::Merges;
use super::shared_strings::{most_bytes, rich_text, unescape};
use super::xml::{Xml, attribute, attributes, is_true};
use crate::cells::{Cell, Content, Row, Sheet, Totals};
use crate::diagnostic::{Location, column_letters};
use crate::text::thousands;

/// The state of reading a sheet.
pub(super) struct SheetReader<'w, 'p> {
    xml: Xml<'p>,
    name: Arc<str>,
    context: &'w CellContext<'w>,
    totals: &'w mut Totals,
    rows: Vec<Row>,
    /// The cells of the current row.
    cells: Vec<Cell>,
    raw: RawCell,
    /// The number of the last row, and whether all rows and cells came in order.
    last_row: u32,
    is_in_order: bool,
    /// Whether a cell was kept only for its colour.
    has_bare_fills: bool,
    merges: Merges,
    hidden_columns: Vec<(u16, u16)>,
    /// Cells whose formula has no cached value: the first, and the count.
    unworked: Option<(Location, usize)>,
}

/// The result of reading one sheet.
pub(super) struct SheetContents {
    pub(super) sheet: Sheet,
    /// The first cell whose formula has no cached value, and how many there are.
    pub(super) unworked: Option<(Location, usize)>,
}

impl<'w, 'p> SheetReader<'w, 'p> {
    pub(super) fn new(
        xml: Xml<'p>,
        name: &str,
        context: &'w CellContext<'w>,
        totals: &'w mut Totals,
    ) -> Self {
        Self {
            xml,
            name: Arc::from(name),
            context,
            totals,
            rows: Vec::new(),
            cells: Vec::new(),
            raw: RawCell::default(),
            last_row: 0,
            is_in_order: true,
            has_bare_fills: false,
            merges: Merges::default(),
            hidden_columns: Vec::new(),
            unworked: None,
        }
    }

    /// Reads the sheet to its end.
    pub(super) fn read(mut self) -> Result<SheetContents, WorkbookError> {
        let mut has_cells = false;
        loop {
            match self.xml.next()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    // Only a hint, never trusted; but an impossible one shows that the file was not made
                    // by a spreadsheet.
                    "dimension" => {
                        if let Some(says) = attribute(&element, "ref") {
                            self.must_be_a_block(&says)?;
                        }
                    }
                    "col" if is_true(&element, "hidden") => self.hide(&element),
                    "sheetData" if has_cells => {
                        let called = self.xml.called();
                        let problem = format!("{called} has two lists of cells");
                        return Err(WorkbookError::damaged(problem));
                    }
                    "sheetData" => {
                        has_cells = true;
                        self.data()?;
                    }
                    "extLst" => self.xml.skip()?,
                    "mergeCell" => {
                        let says = attribute(&element, "ref").unwrap_or_default();
                        self.must_be_a_block(&says)?;
                        self.merges.add(
                            cell_reference::block(&says),
                            &self.name,
                            self.context.limits,
                        )?;
                    }
                    _ => {}
                },
                Event::Eof => break,
                _ => {}
            }
        }
        if !has_cells {
            let called = self.xml.called();
            return Err(WorkbookError::damaged(format!("{called} has no list of cells")));
        }
        self.finish()
    }

    /// Notes columns that are hidden; what cannot be columns hides none.
    fn hide(&mut self, element: &BytesStart<'_>) {
        let number = |name: &str| {
            let says = attribute(element, name)?;
            says.parse::<u32>().ok()?.checked_sub(1).map(|at| u16::try_from(at).unwrap_or(u16::MAX))
        };
        let columns = number("min").zip(number("max"));
        let may_hide = self.hidden_columns.len() < usize::from(self.context.limits.columns);
        self.hidden_columns.extend(columns.filter(|_| may_hide));
    }

    fn finish(self) -> Result<SheetContents, WorkbookError> {
        let Self {
            name,
            context,
            mut rows,
            merges,
            hidden_columns,
            unworked,
            is_in_order,
            has_bare_fills,
            ..
        } = self;
        if !is_in_order {
            rows = in_order(rows, &name)?;
        }
        if has_bare_fills {
            forget_fills_outside(&mut rows);
        }
        rows.shrink_to_fit();
        let merges = merges.within(&rows, &name, context.limits)?;
        let sheet = Sheet {
            name: Some(name),
            dates: context.dates,
            rows,
            merges,
            hidden_columns,
            ..Sheet::default()
        };
        Ok(SheetContents { sheet, unworked })
    }

    /// Reads the rows.
    fn data(&mut self) -> Result<(), WorkbookError> {
        loop {
            match self.xml.next()? {
                Event::Start(element) if element.local_name().as_ref() == "row" => {
                    let is_hidden = is_true(&element, "hidden");
                    let number = match attribute(&element, "r") {
                        Some(says) => {
                            cell_reference::row(&says).ok_or_else(|| self.no_row(&says))?
                        }
                        None => self.last_row.saturating_add(1),
                    };
                    self.row(number, is_hidden)?;
                }
                Event::Start(element) => self.skip_extension(&element)?,
                Event::End(_) => return Ok(()),
                Event::Eof => return Err(self.xml.broken()),
                _ => {}
            }
        }
    }

    fn row(&mut self, number: u32, is_hidden: bool) -> Result<(), WorkbookError> {
        self.is_in_order &= number > self.last_row;
        self.last_row = number;
        let mut next_column: u32 = 0;
        loop {
            match self.xml.next()? {
                Event::Start(element) if element.local_name().as_ref() == "c" => {
                    let at = match self.raw.start(&element) {
                        Named::Cell(at) if at.row == number => at,
                        Named::Cell(_) | Named::Wrong => {
                            return Err(self.misnamed(&element, number));
                        }
                        Named::Nothing => At { row: number, column: next_column },
                    };
                    self.is_in_order &= at.column >= next_column;
                    next_column = at.column + 1;
                    self.cell(at)?;
                }
                Event::Start(element) => self.skip_extension(&element)?,
                Event::End(_) => break,
                Event::Eof => return Err(self.xml.broken()),
                _ => {}
            }
        }
        if !self.cells.is_empty() {
            // Exactly as much as is needed: there may be a million of them.
            let mut cells = Vec::with_capacity(self.cells.len());
            cells.append(&mut self.cells);
            self.rows.push(Row { number, is_hidden, cells });
        }
        Ok(())
    }

    /// Skips extensions that rows may have. Anything else among them might hold cells, which would be
    /// lost silently.
    fn skip_extension(&mut self, element: &BytesStart<'_>) -> Result<(), WorkbookError> {
        if element.local_name().as_ref() == "extLst" {
            return self.xml.skip();
        }
        let name = short(element.local_name().as_ref());
        let called = self.xml.called();
        Err(WorkbookError::damaged(format!("{called} has “{name}” among its cells")))
    }

    fn cell(&mut self, at: At) -> Result<(), WorkbookError> {
        let limits = self.context.limits;
        let most = most_bytes(limits);
        loop {
            match self.xml.next()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "v" => {
                        self.raw.has_value = true;
                        if self.raw.cell_type == CellType::Inline {
                            self.xml.skip()?;
                        } else {
                            self.raw.value.clear();
                            self.xml.text(&mut self.raw.value, most)?;
                        }
                    }
                    "is" => {
                        self.raw.has_value = true;
                        self.raw.cell_type = CellType::Inline;
                        self.raw.value.clear();
                        rich_text(&mut self.xml, &mut self.raw.value, most)?;
                    }
                    "f" => {
                        self.raw.has_formula = true;
                        self.xml.skip()?;
                    }
                    _ => self.xml.skip()?,
                },
                Event::End(_) => break,
                Event::Eof => return Err(self.xml.broken()),
                _ => {}
            }
        }
        if self.raw.cell_type == CellType::FormulaText && self.raw.value.contains('_') {
            let mut plain = String::new();
            unescape(&self.raw.value, &mut plain);
            self.raw.value = plain;
        }
        let content = match content(&self.raw, self.context) {
            Ok(content) => content,
            Err(wrong) => {
                return Err(WorkbookError::damaged(format!("{} {wrong}", self.place(at))));
            }
        };
        if self.raw.has_formula && !self.raw.has_value {
            let place = self.place(at);
            self.unworked.get_or_insert((place, 0)).1 += 1;
        }
        let style = self.context.styles.get(self.raw.style);
        self.keep(at, content, style)
    }

    /// Keeps a cell that has content, or at least a colour.
    fn keep(
        &mut self,
        at: At,
        content: Content,
        style: super::styles::Style,
    ) -> Result<(), WorkbookError> {
        let limits = self.context.limits;
        let is_inside = at.row <= limits.rows && at.column < u32::from(limits.columns);
        if content == Content::Blank && (style.fill.is_none() || !is_inside) {
            return Ok(());
        }
        if !is_inside {
            return Err(self.too_far(at));
        }
        if let Content::Text(text) | Content::Failed(text) = &content {
            let added = limits.check_length(text).and_then(|()| self.totals.add_text(text, limits));
            added.map_err(|excess| WorkbookError::excess(excess, limits, &self.place(at)))?;
        }
        self.has_bare_fills |= content == Content::Blank;
        let added = self.totals.add_cell(limits);
        added.map_err(|excess| WorkbookError::excess(excess, limits, &self.place(at)))?;
        let column = u16::try_from(at.column).unwrap_or(u16::MAX);
        self.cells.push(Cell { column, content, shown: style.shown, fill: style.fill });
        Ok(())
    }

    fn place(&self, at: At) -> Location {
        let column = u16::try_from(at.column).unwrap_or(u16::MAX);
        Location::on_sheet(Arc::clone(&self.name), Some(at.row), Some(column))
    }

    fn too_far(&self, at: At) -> WorkbookError {
        let limits = self.context.limits;
        let place = self.place(at);
        if at.row > limits.rows {
            let most = thousands(limits.rows);
            WorkbookError::too_large(
                format!("{place} holds something below row {most}, the last that is read"),
                "clear the cells far below the table, and save it again",
            )
        } else {
            let last = limits.columns.saturating_sub(1);
            let last = column_letters(last);
            WorkbookError::too_large(
                format!(
                    "{place} holds something to the right of column {last}, the last that is read"
                ),
                "clear the cells far to the right of the table, and save it again",
            )
        }
    }

    fn must_be_a_block(&self, says: &str) -> Result<(), WorkbookError> {
        if cell_reference::block(says).is_some() { Ok(()) } else { Err(self.no_cell(says)) }
    }

    fn no_cell(&self, says: &str) -> WorkbookError {
        let (called, says) = (self.xml.called(), short(says));
        WorkbookError::damaged(format!("{called} refers to the cell “{says}”, which cannot exist"))
    }

    fn no_row(&self, says: &str) -> WorkbookError {
        let (called, says) = (self.xml.called(), short(says));
        WorkbookError::damaged(format!("{called} refers to the row “{says}”, which cannot exist"))
    }

    /// Builds the error of a cell whose name does not match its position.
    #[cold]
    fn misnamed(&self, element: &BytesStart<'_>, row: u32) -> WorkbookError {
        let says = attribute(element, "r").unwrap_or_default();
        if cell_reference::cell(&says).is_none() {
            return self.no_cell(&says);
        }
        let called = self.xml.called();
        WorkbookError::damaged(format!("{called} has the cell {says} in its row {row}"))
    }
}

/// Sorts the rows from the top and their cells from the left, refusing duplicates.
pub(super) fn in_order(mut rows: Vec<Row>, sheet: &str) -> Result<Vec<Row>, WorkbookError> {
    rows.sort_by_key(|row| row.number);
    let mut ordered: Vec<Row> = Vec::with_capacity(rows.len());
    for row in rows {
        match ordered.last_mut() {
            Some(last) if last.number == row.number => {
                last.is_hidden |= row.is_hidden;
                last.cells.extend(row.cells);
            }
            _ => ordered.push(row),
        }
    }
    for row in &mut ordered {
        row.cells.sort_by_key(|cell| cell.column);
        let twice = row.cells.windows(2).find_map(|pair| match pair {
            [one, other] if one.column == other.column => Some(one.column),
            _ => None,
        });
        if let Some(column) = twice {
            let (column, number) = (column_letters(column), row.number);
            return Err(WorkbookError::damaged(format!(
                "the sheet “{sheet}” has the cell {column}{number} twice"
            )));
        }
    }
    Ok(ordered)
}

/// Returns the start of a value in the file, for a message.
fn short(says: &str) -> String {
    says.chars().filter(|letter| !letter.is_control()).take(30).collect()
}

/// Drops cells that have only a colour and no content in their column or below: people paint whole
/// sheets, and such a colour describes nothing. A column of several colours right of the content is kept.
fn forget_fills_outside(rows: &mut Vec<Row>) {
    let holds = |cell: &Cell| cell.content != Content::Blank;
    let last_row = rows.iter().rposition(|row| row.cells.iter().any(holds));
    rows.truncate(last_row.map_or(0, |last| last + 1));
    let last_column = rows
        .iter()
        .filter_map(|row| row.cells.iter().rfind(|cell| holds(cell)))
        .map(|cell| cell.column)
        .max();
    // A column of colours without a heading may stand at the right of a table: it has several colours.
    let next = last_column.map(|last| last + 1);
    let mut fills = rows.iter().flat_map(|row| &row.cells);
    let first = fills.find(|cell| Some(cell.column) == next).and_then(|cell| cell.fill);
    let is_varied = fills.any(|cell| Some(cell.column) == next && cell.fill != first);
    let last_column = if is_varied { next } else { last_column };
    for row in rows.iter_mut() {
        row.cells.retain(|cell| Some(cell.column) <= last_column);
    }
    rows.retain(|row| !row.cells.is_empty());
}

/// The name a cell states.
enum Named {
    Nothing,
    Cell(At),
    Wrong,
}

impl RawCell {
    /// Begins a cell, and returns the name it states.
    fn start(&mut self, element: &BytesStart<'_>) -> Named {
        self.value.clear();
        self.cell_type = CellType::Number;
        self.style = 0;
        self.has_value = false;
        self.has_formula = false;
        let mut name = Named::Nothing;
        for attribute in attributes(element) {
            match attribute.key.as_ref() {
                "r" => {
                    name = cell_reference::cell(&attribute.value).map_or(Named::Wrong, Named::Cell);
                }
                "s" => self.style = attribute.value.parse().unwrap_or(0),
                "t" => self.cell_type = CellType::of(&attribute.value),
                _ => {}
            }
        }
        name
    }
}
