//! From the bytes of a workbook to the grid of its cells.

use std::io::Read;

use super::WorkbookError;
use super::cell::CellContext;
use super::contents::{Contents, Listed, SheetPart};
use super::error::size;
use super::other_file::must_be_zip;
use super::package::Package;
use super::part::Part;
use super::shared_strings::SharedStrings;
use super::sheet::SheetReader;
use super::styles::Styles;
use super::theme::Theme;
use super::xml::Xml;
use crate::cells::{DateSystem, Grid, Sheet, SheetLimits, Totals};
use crate::diagnostic::Location;
use crate::diagnostic::Problems;
use crate::diagnostic::import_codes::{DATE_SYSTEM, FORMULA_UNWORKED, SHEET_NOT_READ};

/// The cells of a workbook.
pub(crate) fn read(reader: impl Read, limits: &SheetLimits) -> Result<Grid, WorkbookError> {
    let mut bytes = Vec::new();
    reader.take(limits.file_bytes.saturating_add(1)).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limits.file_bytes {
        return Err(WorkbookError::too_large(
            format!("the file is larger than {}, the most that is read", size(limits.file_bytes)),
            "delete pictures and sheets that are not part of the plan, and save it again",
        ));
    }
    grid(bytes, limits)
}

/// The cells of a workbook that is in memory.
pub(super) fn grid(bytes: Vec<u8>, limits: &SheetLimits) -> Result<Grid, WorkbookError> {
    must_be_zip(&bytes)?;
    let mut package = Package::open(bytes, limits)?;
    let contents = Contents::of(&mut package, limits)?;
    let theme = match part(&mut package, contents.theme.as_deref(), "the colours of the theme")? {
        Some(part) => Theme::read(Xml::new(&part))?,
        None => Theme::default(),
    };
    let styles = match part(&mut package, contents.styles.as_deref(), "the list of styles")? {
        Some(part) => Styles::read(Xml::new(&part), &theme)?,
        None => Styles::default(),
    };
    let strings = match part(&mut package, contents.texts.as_deref(), "the list of texts")? {
        Some(part) => SharedStrings::read(Xml::new(&part), limits)?,
        None => SharedStrings::default(),
    };
    let context = CellContext { strings: &strings, styles: &styles, dates: contents.dates, limits };
    let mut problems = Problems::default();
    let mut totals = Totals::default();
    let mut sheets = Vec::with_capacity(contents.sheets.len());
    for listed in &contents.sheets {
        if let Some(mut sheet) = sheet(&mut package, listed, &context, &mut totals, &mut problems)?
        {
            sheet.is_hidden = listed.is_hidden;
            sheets.push(sheet);
        }
    }
    package.check_rest()?;
    if sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(WorkbookError::Empty);
    }
    if contents.dates == DateSystem::From1904 {
        problems.report(
            &DATE_SYSTEM,
            Location::default(),
            "the workbook",
            "days are counted from 1 January 1904 here",
        );
    }
    Ok(Grid { sheets, notes: problems.into_vec() })
}

/// A part that a workbook may do without.
fn part(
    package: &mut Package,
    name: Option<&str>,
    called: &str,
) -> Result<Option<Part>, WorkbookError> {
    match name {
        Some(name) => package.part(name, called),
        None => Ok(None),
    }
}

fn sheet(
    package: &mut Package,
    listed: &Listed,
    context: &CellContext<'_>,
    totals: &mut Totals,
    problems: &mut Problems,
) -> Result<Option<Sheet>, WorkbookError> {
    let name = listed.name.as_str();
    let called = format!("the sheet “{name}”");
    let why = match &listed.part {
        SheetPart::Cells(part) => {
            let Some(part) = package.part(part, &called)? else {
                return Err(WorkbookError::damaged(format!("{called} is listed and missing")));
            };
            let streamed = SheetReader::new(Xml::new(&part), name, context, totals).read()?;
            if let Some((first, how_many)) = streamed.unworked {
                let said = match how_many {
                    1 => "this formula has no worked-out value, so the cell was read as blank"
                        .to_owned(),
                    more => format!(
                        "this is the first of {more} formulas on the sheet that have no worked-out \
                         value, so their cells were read as blank"
                    ),
                };
                problems.report(&FORMULA_UNWORKED, first, called, said);
            }
            return Ok(Some(streamed.sheet));
        }
        SheetPart::None(what) => format!("{called} is {what} and has no cells"),
        SheetPart::Outside => format!("{called} is kept in another file, which is not opened"),
    };
    let place = Location::on_sheet(name.into(), None, None);
    problems.report(&SHEET_NOT_READ, place, called, why);
    Ok(None)
}
