//! Writes the working workbook.

use std::io::Write;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use super::document_rows::{Rows, own};
use super::formats::Formats;
use super::row_heights::with_growing_rows;
use super::sheet_writer::{SheetWriter, refused};
use super::{cover, lists};
use crate::cells::xlsx::WorkbookError;
use crate::due_date::DateContext;
use crate::plan::PlanDoc;
use crate::workbook::row_keys::RowKeys;
use crate::workbook::row_names::RowNames;
use crate::workbook::schema::{self, Lists, Sheet};

/// Writes an empty working workbook for officers to fill in. It is the working workbook of an empty
/// document.
///
/// # Errors
///
/// Returns [`WorkbookError::Write`] if writing fails.
///
/// ```
/// let mut file = Vec::new();
/// improvement_plan::workbook::write_template(&mut file)?;
/// assert!(file.starts_with(b"PK"));
/// # Ok::<(), improvement_plan::workbook::WorkbookError>(())
/// ```
pub fn write_template(writer: impl Write) -> Result<(), WorkbookError> {
    write_working(&PlanDoc::new("", "", ""), writer)
}

/// Writes a document as a working workbook, which officers edit and [`read`](crate::workbook::read)
/// reads back as the same document.
///
/// The document need not be valid, so a document read from a foreign table can be corrected in the
/// workbook. The same document gives the same bytes.
///
/// # Errors
///
/// Returns [`WorkbookError::CellTooLong`] or [`WorkbookError::TooManyRows`] if the document exceeds what a
/// workbook can hold, and [`WorkbookError::Write`] if writing fails. Nothing is truncated.
///
/// ```
/// use improvement_plan::import::ReadOptions;
/// use improvement_plan::{workbook, Action, PlanDoc};
///
/// let doc = PlanDoc::new("sample-2026", "Sample improvement plan", "Anyshire")
///     .with_actions([Action::new("Cap caseloads at 16").with_due("31 March 2027")]);
/// let mut file = Vec::new();
/// workbook::write_working(&doc, &mut file)?;
///
/// let import = workbook::read(file.as_slice(), &ReadOptions::new())?;
/// assert_eq!(import.doc(), &doc);
/// # Ok::<(), workbook::WorkbookError>(())
/// ```
pub fn write_working(doc: &PlanDoc, mut writer: impl Write) -> Result<(), WorkbookError> {
    let bytes = workbook(doc)?.save_to_buffer().map_err(refused)?;
    let bytes = with_growing_rows(bytes).map_err(|error| WorkbookError::Write(error.into()))?;
    writer.write_all(&bytes).map_err(WorkbookError::Write)
}

fn workbook(doc: &PlanDoc) -> Result<Workbook, WorkbookError> {
    let keys = RowKeys::of(doc);
    let names = RowNames::of(doc);
    let rows = Rows { doc, keys: &keys, names: &names };
    let formats = Formats::new();
    let writer = SheetWriter { formats: &formats, lists: Lists::new(doc) };
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(doc));
    let cover = cover::write(doc, keys.plan.as_deref(), &writer)?;
    workbook.push_worksheet(cover);
    for sheet in Sheet::ALL {
        let sheet = match sheet {
            Sheet::Recommendations => writer
                .sheet(&schema::RECOMMENDATIONS, &own(&doc.recommendations, &keys.recommendations)),
            Sheet::Workstreams => {
                writer.sheet(&schema::WORKSTREAMS, &own(&doc.workstreams, &keys.workstreams))
            }
            Sheet::Actions => writer.sheet(&schema::ACTIONS, &own(&doc.actions, &keys.actions)),
            Sheet::Milestones => writer.sheet(&schema::MILESTONES, &rows.milestones()),
            Sheet::Evidence => writer.sheet(&schema::EVIDENCE, &rows.evidence()),
            Sheet::Measures => writer.sheet(&schema::MEASURES, &own(&doc.measures, &keys.measures)),
            Sheet::Readings => writer.sheet(&schema::READINGS, &rows.readings()),
            Sheet::Sources => writer.sheet(&schema::SOURCES, &own(&doc.sources, &keys.sources)),
            Sheet::Assessments => writer.sheet(&schema::ASSESSMENTS, &rows.assessments()),
            Sheet::DateChanges => writer.sheet(&schema::DATE_CHANGES, &rows.date_changes()),
            Sheet::Updates => writer.sheet(&schema::UPDATES, &rows.updates()),
            Sheet::Resources => writer.sheet(&schema::RESOURCES, &rows.resources()),
            Sheet::Targets => writer.sheet(&schema::TARGETS, &rows.targets()),
            Sheet::Comparators => writer.sheet(&schema::COMPARATORS, &rows.comparators()),
            Sheet::Waivers => writer.sheet(&schema::WAIVERS, &own(&doc.waivers, &[])),
        }?;
        workbook.push_worksheet(sheet);
    }
    workbook.push_worksheet(lists::write(&writer.lists, &formats)?);
    Ok(workbook)
}

/// Returns the title of the file, and a date that depends only on the plan.
fn properties(doc: &PlanDoc) -> DocProperties {
    let title = if doc.title.trim().is_empty() { "Improvement plan" } else { doc.title.trim() };
    let title: String = title.chars().filter(|letter| !letter.is_control()).take(255).collect();
    let day = doc.status_date.as_ref().and_then(|date| date.read(&DateContext::new()).due_day());
    let created = day.and_then(|day| ExcelDateTime::parse_from_str(&day.to_string()).ok());
    let created = created.or_else(|| ExcelDateTime::from_ymd(2000, 1, 1).ok());
    let properties = DocProperties::new().set_title(title);
    match created {
        Some(created) => properties.set_creation_datetime(&created),
        None => properties,
    }
}
