//! The sheets of sources, recommendations and assessments.

use super::column::{Group as _, Table, columns};
use super::sheet::{Parent, Sheet};
use crate::import::SheetKind;
use crate::model::{Assessment, Recommendation, Source};

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

pub(in crate::workbook) static RECOMMENDATIONS: Table<Recommendation> = Table {
    sheet: Sheet::Recommendations,
    list: "recommendations",
    inner: "",
    parent: Parent::None,
    has_ids: true,
    holds: Some(SheetKind::Recommendations),
    columns: columns! {
        "Reference" 11 reference = RecommendationReference: "The number or letter it is quoted by, as printed in the report. Leave blank if it has none.";
        "Recommendation" 60 text = Recommendation: "What it says, word for word.";
        "Source" 20 source -> Sources = Source: "The report it comes from: its reference on the sheet Sources.";
        "Part of" 11 part_of -> Recommendations: "If this is one part of a longer recommendation: the reference of the whole.";
        "Addressed to" 20 addressed_to = AddressedTo: "Whom it is addressed to. Put ; between several.";
        "Tier" 20 tier: "How strong it is, in the words of the report.";
        "Urgency" 12 urgency = Priority: "How pressing the words of the report are. Blank if nothing is said.";
        "Paragraphs" 14 paragraphs = Paragraphs: "The paragraphs of the report it rests on. Put ; between several.";
        "Response" 13 response.decision: "What the council says to it.";
        "Reason for the response" 35 response.reason: "Why, or on what terms.";
        "Difference for children" 45 difference: "The difference it should make to children.";
        "Tags" 18 tags, rare: "Your own words to group it by. Put ; between several.";
        "Restricted" 11 restricted, rare: "Write yes to keep this row out of everything that is published.";
    },
};

pub(in crate::workbook) static ASSESSMENTS: Table<Assessment> = Table {
    sheet: Sheet::Assessments,
    list: "recommendations",
    inner: "assessments",
    parent: Parent::Recommendation,
    has_ids: false,
    holds: None,
    columns: columns! {
        "Date" 13 date: "The day of the view.";
        "By" 30 by: "Whose view it is: a board or a post, never a person's name.";
        "Kind of assessor" 22 kind: "What sort of assessor.";
        "Judgement" 18 judgement: "How far the recommendation has been met, in their judgement.";
        "What was said" 60 text: "The words of the assessor.";
        "Restricted" 11 restricted, rare: "Write yes to keep this row out of everything that is published.";
    },
};
