//! Reads `xl/workbook.xml`: the sheets in order, and the parts they share.

use quick_xml::events::Event;

use super::WorkbookError;
use super::package::Package;
use super::relationships::Relationships;
use super::xml::{Xml, attribute, is_true};
use crate::cells::{DateSystem, SheetLimits};
use crate::text::thousands;

/// The longest name of a sheet, in characters. Spreadsheets allow 31.
const NAME: usize = 255;

/// The sheets of a workbook, and the parts they share.
#[derive(Debug, Default)]
pub(super) struct WorkbookPart {
    pub(super) dates: DateSystem,
    pub(super) sheets: Vec<SheetEntry>,
    /// The part with the shared texts.
    pub(super) shared_strings: Option<String>,
    pub(super) styles: Option<String>,
    pub(super) theme: Option<String>,
}

/// One sheet as the workbook lists it.
#[derive(Debug)]
pub(super) struct SheetEntry {
    pub(super) name: String,
    pub(super) is_hidden: bool,
    pub(super) part: SheetPart,
}

/// Where the cells of a sheet are.
#[derive(Debug)]
pub(super) enum SheetPart {
    Cells(String),
    /// Nowhere: the sheet is a chart, a dialogue or old macros.
    None(&'static str),
    /// In another file.
    Outside,
}

impl WorkbookPart {
    pub(super) fn of(package: &mut Package, limits: &SheetLimits) -> Result<Self, WorkbookError> {
        let top = Relationships::of(package, "")?;
        let part = top.part_of_kind("officeDocument").map(str::to_owned);
        let Some(part) = part.filter(|part| package.has(part)) else {
            return Err(WorkbookError::damaged(
                "the list of the sheets of the workbook is missing",
            ));
        };
        let relationships = Relationships::of(package, &part)?;
        let of_kind = |kind| relationships.part_of_kind(kind).map(str::to_owned);
        let mut workbook = Self {
            shared_strings: of_kind("sharedStrings"),
            styles: of_kind("styles"),
            theme: of_kind("theme"),
            ..Self::default()
        };
        let Some(part) = package.part(&part, "the list of the sheets")? else {
            return Ok(workbook);
        };
        let mut xml = Xml::new(&part);
        let mut listed: Vec<(String, bool, String)> = Vec::new();
        loop {
            match xml.next()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "workbookPr" if is_true(&element, "date1904") => {
                        workbook.dates = DateSystem::From1904;
                    }
                    "sheet" => {
                        let name = attribute(&element, "name").unwrap_or_default();
                        let state = attribute(&element, "state").unwrap_or_default();
                        let is_hidden = matches!(&*state, "hidden" | "veryHidden");
                        listed.push((name.into_owned(), is_hidden, sheet_id(&element)));
                    }
                    _ => {}
                },
                Event::Eof => break,
                _ => {}
            }
            if listed.len() > limits.sheets {
                let most = thousands(limits.sheets);
                return Err(WorkbookError::too_large(
                    format!("the workbook has more than {most} sheets, the most that are read"),
                    "delete or move the sheets that are not part of the plan, and save it again",
                ));
            }
        }
        workbook.sheets = listed
            .into_iter()
            .map(|(name, is_hidden, id)| {
                check_name(&name)?;
                let part = sheet_part(&relationships, &id, &name)?;
                Ok(SheetEntry { name, is_hidden, part })
            })
            .collect::<Result<_, WorkbookError>>()?;
        check_names_differ(&workbook.sheets)?;
        Ok(workbook)
    }
}

/// Returns the id that leads to the part of a sheet: `id` with a prefix, unlike `sheetId`.
fn sheet_id(element: &quick_xml::events::BytesStart<'_>) -> String {
    attribute(element, "id").unwrap_or_default().into_owned()
}

fn sheet_part(
    relationships: &Relationships,
    id: &str,
    name: &str,
) -> Result<SheetPart, WorkbookError> {
    let Some(relationship) = relationships.get(id) else {
        return Err(WorkbookError::damaged(format!("the sheet “{name}” is listed but missing")));
    };
    Ok(match (relationship.kind.as_str(), &relationship.part) {
        ("chartsheet", _) => SheetPart::None("a chart"),
        ("dialogsheet", _) => SheetPart::None("a dialogue"),
        ("xlMacrosheet" | "xlIntlMacrosheet", _) => SheetPart::None("old macros"),
        (_, Some(part)) => SheetPart::Cells(part.clone()),
        (_, None) => SheetPart::Outside,
    })
}

fn check_name(name: &str) -> Result<(), WorkbookError> {
    if name.is_empty() {
        return Err(WorkbookError::damaged("a sheet of the workbook has no name"));
    }
    if name.chars().count() > NAME {
        let start: String = name.chars().take(30).collect();
        return Err(WorkbookError::harmful(format!(
            "a sheet of the workbook has a name of more than {NAME} characters (“{start}…”)"
        )));
    }
    Ok(())
}

fn check_names_differ(sheets: &[SheetEntry]) -> Result<(), WorkbookError> {
    let mut names: Vec<String> = sheets.iter().map(|sheet| sheet.name.to_lowercase()).collect();
    names.sort_unstable();
    match names.windows(2).find(|pair| pair.first() == pair.last()) {
        Some([name, ..]) => {
            Err(WorkbookError::damaged(format!("two sheets of the workbook are named “{name}”")))
        }
        _ => Ok(()),
    }
}
