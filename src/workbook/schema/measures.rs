//! The sheets of measures, readings, targets and comparators.

use super::column::{Group as _, Table, columns};
use super::sheet::{Parent, Sheet};
use crate::import::SheetKind;
use crate::model::{Comparator, Measure, Reading, Target};

pub(in crate::workbook) static MEASURES: Table<Measure> = Table {
    sheet: Sheet::Measures,
    list: "measures",
    inner: "",
    parent: Parent::None,
    has_ids: true,
    holds: Some(SheetKind::Measures),
    columns: columns! {
        "Reference" 14 reference = MeasureReference: "What people quote the measure by.";
        "Measure" 50 name = Measure: "What is counted.";
        "Unit" 12 unit = Unit: "The unit of its figures, such as %.";
        "Statistic" 13 statistic: "What sort of figure it is.";
        "Better is" 13 polarity: "Which way is better.";
        "Baseline" 12 baseline.value = Baseline: "Where it stood before the plan.";
        "Baseline date" 14 baseline.date: "The day or month of that figure.";
        "Tolerance" 12 tolerance: "How far from its target still counts as on target.";
        "Answers" 14 answers -> Recommendations = Answers: "The recommendations it tells about, by reference. Put ; between several.";
        "Workstreams" 14 workstreams -> Workstreams = Workstream: "The workstreams it tells about, by reference. Put ; between several.";
        "Restricted" 11 restricted, rare: "Write yes to keep this row out of everything that is published.";
    },
};

pub(in crate::workbook) static READINGS: Table<Reading> = Table {
    sheet: Sheet::Readings,
    list: "measures",
    inner: "readings",
    parent: Parent::Measure,
    has_ids: false,
    holds: None,
    columns: columns! {
        "Date" 13 date: "The day or month of the figure.";
        "Value" 12 value = Reading: "The figure, without its unit.";
        "Lowest" 12 lowest: "The lowest of the figures behind it, where it is an average.";
        "Highest" 12 highest: "The highest of them.";
        "Where from" 40 source: "Where the figure comes from.";
    },
};

pub(in crate::workbook) static TARGETS: Table<Target> = Table {
    sheet: Sheet::Targets,
    list: "measures",
    inner: "targets",
    parent: Parent::Measure,
    has_ids: false,
    holds: None,
    columns: columns! {
        "Target" 12 value = Target: "Where it should stand.";
        "By" 13 by: "By when.";
        "Set on" 13 set: "The day the target was set.";
    },
};

pub(in crate::workbook) static COMPARATORS: Table<Comparator> = Table {
    sheet: Sheet::Comparators,
    list: "measures",
    inner: "comparators",
    parent: Parent::Measure,
    has_ids: false,
    holds: None,
    columns: columns! {
        "Name" 35 name: "Whose figure it is, such as England.";
        "Value" 12 value = Comparator: "The figure.";
        "Date" 13 date: "The day or year of that figure.";
    },
};
