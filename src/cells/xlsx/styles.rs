//! The styles of cells: number formats and solid fills. Fonts and borders are ignored.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use super::WorkbookError;
use super::number_format::{built_in, of_code};
use super::theme::{Colour, Theme};
use super::xml::{Xml, attribute};
use crate::cells::Shown;
use crate::text::thousands;

/// The most styles, fills and formats: about as many as spreadsheets allow.
const MOST: usize = 65_536;

/// Styles by index.
#[derive(Debug, Default)]
pub(super) struct Styles(Vec<Style>);

/// One style.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Style {
    pub(super) shown: Shown,
    pub(super) fill: Option<Colour>,
}

/// The list of the part that an element is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum List {
    None,
    Fills,
    Cells,
}

impl Styles {
    pub(super) fn read(mut xml: Xml<'_>, theme: &Theme) -> Result<Self, WorkbookError> {
        let mut formats: BTreeMap<u32, Shown> = BTreeMap::new();
        let mut fills: Vec<Fill> = Vec::new();
        let mut styles = Vec::new();
        let mut list = List::None;
        loop {
            match xml.next()? {
                Event::Start(element) => match (list, element.local_name().as_ref()) {
                    (_, "numFmt") => {
                        let id = number(&element, "numFmtId");
                        let code = attribute(&element, "formatCode").unwrap_or_default();
                        formats.extend(id.map(|id| (id, of_code(&code))));
                    }
                    (_, "fills") => list = List::Fills,
                    (_, "cellXfs") => list = List::Cells,
                    (List::Fills, "fill") => fills.push(Fill::default()),
                    (List::Fills, name) => {
                        if let Some(fill) = fills.last_mut() {
                            fill.take(name, &element, theme);
                        }
                    }
                    (List::Cells, "xf") => styles.push(style(&element, &formats, &fills)),
                    _ => {}
                },
                Event::End(element)
                    if matches!(element.local_name().as_ref(), "fills" | "cellXfs") =>
                {
                    list = List::None;
                }
                Event::Eof => return Ok(Self(styles)),
                _ => {}
            }
            if formats.len().max(fills.len()).max(styles.len()) > MOST {
                let most = thousands(MOST);
                return Err(WorkbookError::too_large(
                    format!("the workbook has more than {most} styles, the most that are read"),
                    "copy the sheets of the plan into a new workbook, and save that",
                ));
            }
        }
    }

    /// Returns the style with an index; an index that is not listed has the default style.
    pub(super) fn get(&self, number: usize) -> Style {
        self.0.get(number).copied().unwrap_or_default()
    }
}

/// The fill of a cell.
#[derive(Debug, Clone, Copy, Default)]
struct Fill {
    is_solid: bool,
    colour: Option<Colour>,
}

impl Fill {
    fn take(&mut self, name: &str, element: &BytesStart<'_>, theme: &Theme) {
        match name {
            "patternFill" => {
                self.is_solid = attribute(element, "patternType").as_deref() == Some("solid");
            }
            // A solid fill shows its foreground colour.
            "fgColor" => self.colour = theme.colour(element),
            _ => {}
        }
    }

    /// Returns the visible colour, if any. White is the same as no fill.
    fn seen(self) -> Option<Colour> {
        self.colour.filter(|colour| self.is_solid && *colour != [255; 3])
    }
}

fn style(element: &BytesStart<'_>, formats: &BTreeMap<u32, Shown>, fills: &[Fill]) -> Style {
    let format = number(element, "numFmtId").unwrap_or(0);
    let shown = formats.get(&format).copied().unwrap_or_else(|| built_in(format));
    let fill = number(element, "fillId").and_then(|fill| usize::try_from(fill).ok());
    Style { shown, fill: fill.and_then(|fill| fills.get(fill)?.seen()) }
}

fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.trim().parse().ok()
}
