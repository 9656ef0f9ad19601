//! Where recommendations come from.

use crate::model::Source;
use crate::workbook::column::{Parent, Sheet, Table, columns};

pub(in crate::workbook) static SOURCES: Table<Source> = Table {
    sheet: Sheet::Sources,
    list: "sources",
    inner: "",
    parent: Parent::None,
    has_ids: true,
    holds: None,
    columns: columns! {
        "Reference" 20 reference: "A short name for the report, such as ofsted-2026. The other sheets use it.";
        "Source" 55 title = Source: "The title of the report.";
        "Kind of source" 22 kind: "What sort of report it is.";
        "Framework" 22 framework: "The framework of an inspection.";
        "Body" 20 body: "Who wrote it, such as Ofsted.";
        "Published" 13 published = SourceDate: "The day it was published.";
        "Received" 13 received: "The day the council received it: the law counts from this day.";
        "Stated deadline" 16 stated_deadline: "The deadline for the written answer, as the council states it.";
        "Grades" 40 grades: "The grades given, such as Overall: inadequate. Put ; between several.";
        "Restricted" 11 restricted, rare: "Write yes to keep this row out of everything that is published.";
    },
};
