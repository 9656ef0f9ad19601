//! From the bytes of a workbook to the grid of its cells.

use super::WorkbookError;
use super::budget::Budget;
use super::colours::Theme;
use super::contents::{Contents, Listed, SheetPart};
use super::file_kind::must_be_zip;
use super::package::Package;
use super::part::Part;
use super::sheet::{Shared, SheetReader};
use super::styles::Styles;
use super::texts::SharedTexts;
use super::xml::Xml;
use crate::cells::{DateSystem, Grid, Sheet, SheetLimits};
use crate::diagnostic::Location;
use crate::diagnostic::Problems;
use crate::diagnostic::import_codes::{DATE_SYSTEM, FORMULA_UNWORKED, SHEET_NOT_READ};

/// The cells of a workbook.
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
    let texts = match part(&mut package, contents.texts.as_deref(), "the list of texts")? {
        Some(part) => SharedTexts::read(Xml::new(&part), limits)?,
        None => SharedTexts::default(),
    };
    let shared = Shared { texts: &texts, styles: &styles, dates: contents.dates, limits };
    let mut problems = Problems::default();
    let mut budget = Budget::default();
    let mut sheets = Vec::with_capacity(contents.sheets.len());
    for listed in &contents.sheets {
        if let Some(mut sheet) = sheet(&mut package, listed, &shared, &mut budget, &mut problems)? {
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
    shared: &Shared<'_>,
    budget: &mut Budget,
    problems: &mut Problems,
) -> Result<Option<Sheet>, WorkbookError> {
    let name = listed.name.as_str();
    let called = format!("the sheet “{name}”");
    let why = match &listed.part {
        SheetPart::Cells(part) => {
            let Some(part) = package.part(part, &called)? else {
                return Err(WorkbookError::damaged(format!("{called} is listed and missing")));
            };
            let streamed = SheetReader::new(Xml::new(&part), name, shared, budget).read()?;
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
