//! One column of a sheet: what stands above it, and the key of a record that it holds.

use super::exact::PRESENT;
use super::value::{Kind, Value, Written};
use crate::import::{ColumnMeaning, SheetKind};

/// A record that stands on a row.
pub(super) trait Record: 'static {
    /// A record of which nothing is said.
    fn blank() -> Self;
}

/// One column of a sheet whose rows are records of a kind; or one line of the cover.
pub(super) struct Column<T> {
    /// What stands above it. Compared in any case.
    pub(super) heading: &'static str,
    /// What it is for, in plain English.
    pub(super) comment: &'static str,
    /// In characters.
    pub(super) width: u16,
    /// The key of the record, and the key inside that where it holds several.
    pub(super) key: &'static str,
    pub(super) inner_key: &'static str,
    /// Both, as a document prints them: `stopped.date`.
    pub(super) path: &'static str,
    /// Which records it names.
    pub(super) offers: Option<Sheet>,
    /// Whether few plans use it, so that it is folded away where it is empty.
    pub(super) is_rare: bool,
    pub(super) means: Option<ColumnMeaning>,
    /// The value; none where the group of keys it belongs to is missing.
    pub(super) get: fn(&T) -> Option<&dyn Value>,
    /// The value, to be changed; a missing group is made.
    pub(super) set: fn(&mut T) -> &mut dyn Value,
}

impl<T: Record> Column<T> {
    pub(super) fn kind(&self) -> Kind {
        (self.set)(&mut T::blank()).kind()
    }
}

/// What the cells of a record say. A group of keys that is there and empty is marked in its first cell.
pub(super) fn cells<'c, T: Record>(
    columns: impl Iterator<Item = &'c Column<T>>,
    record: &T,
) -> Vec<Written> {
    let blank = T::blank();
    let mut cells = Vec::new();
    let mut groups: Vec<(&'static str, usize, bool)> = Vec::new();
    for (at, column) in columns.enumerate() {
        let value = (column.get)(record);
        let cell = value.map_or(Written::Blank, Value::written);
        if value.is_some() && (column.get)(&blank).is_none() {
            let is_blank = cell == Written::Blank;
            match groups.iter_mut().find(|(key, ..)| *key == column.key) {
                Some((_, _, is_empty)) => *is_empty &= is_blank,
                None => groups.push((column.key, at, is_blank)),
            }
        }
        cells.push(cell);
    }
    for (_, at, is_empty) in groups {
        if let (true, Some(cell)) = (is_empty, cells.get_mut(at)) {
            *cell = Written::Text(PRESENT.to_owned());
        }
    }
    cells
}

/// Where the records of a sheet belong: in a list of the document, or in one of another record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Parent {
    None,
    Recommendation,
    Action,
    /// An action, or one of its milestones.
    Step,
    Measure,
}

impl Parent {
    /// The headings of the columns that name it.
    pub(super) fn headings(self) -> &'static [&'static str] {
        match self {
            Self::None => &[],
            Self::Recommendation => &["Recommendation"],
            Self::Action => &["Action"],
            Self::Step => &["Action", "Milestone"],
            Self::Measure => &["Measure"],
        }
    }

    /// The sheet on which it stands.
    pub(super) fn sheet(self) -> Option<Sheet> {
        match self {
            Self::None => None,
            Self::Recommendation => Some(Sheet::Recommendations),
            Self::Action | Self::Step => Some(Sheet::Actions),
            Self::Measure => Some(Sheet::Measures),
        }
    }
}

/// The sheets of records, in the order of the workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sheet {
    Recommendations,
    Workstreams,
    Actions,
    Milestones,
    Evidence,
    Measures,
    Readings,
    Sources,
    Assessments,
    DateChanges,
    Updates,
    Resources,
    Targets,
    Comparators,
    Waivers,
}

/// One sheet of records.
pub(super) struct Table<T: 'static> {
    pub(super) sheet: Sheet,
    /// The list of the document.
    pub(super) list: &'static str,
    /// The list inside its records; none where they stand in the list itself.
    pub(super) inner: &'static str,
    pub(super) parent: Parent,
    /// Whether its records have ids.
    pub(super) has_ids: bool,
    pub(super) holds: Option<SheetKind>,
    pub(super) columns: &'static [Column<T>],
}

impl Sheet {
    pub(super) const ALL: &'static [Self] = &[
        Self::Recommendations,
        Self::Workstreams,
        Self::Actions,
        Self::Milestones,
        Self::Evidence,
        Self::Measures,
        Self::Readings,
        Self::Sources,
        Self::Assessments,
        Self::DateChanges,
        Self::Updates,
        Self::Resources,
        Self::Targets,
        Self::Comparators,
        Self::Waivers,
    ];

    /// The name on its tab.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Recommendations => "Recommendations",
            Self::Workstreams => "Workstreams",
            Self::Actions => "Actions",
            Self::Milestones => "Milestones",
            Self::Evidence => "Evidence",
            Self::Measures => "Measures",
            Self::Readings => "Readings",
            Self::Sources => "Sources",
            Self::Assessments => "Assessments",
            Self::DateChanges => "Date changes",
            Self::Updates => "Updates",
            Self::Resources => "Resources",
            Self::Targets => "Targets",
            Self::Comparators => "Comparators",
            Self::Waivers => "Waivers",
        }
    }

    /// What it is for, for the contents on the cover.
    pub(super) fn about(self) -> &'static str {
        match self {
            Self::Recommendations => "What inspectors or others say must change, one a row.",
            Self::Workstreams => "The parts of the plan, and who leads each.",
            Self::Actions => "What will be done, one action a row.",
            Self::Milestones => "The dated steps of an action.",
            Self::Evidence => "What shows that an action happened.",
            Self::Measures => "The figures that show whether it made a difference.",
            Self::Readings => "The figures themselves, one a row.",
            Self::Sources => "The inspections and reviews that the recommendations come from.",
            Self::Assessments => "Who said, and when, how far a recommendation has been met.",
            Self::DateChanges => "Later due dates, agreed or asked for. The first due date stays.",
            Self::Updates => "Dated words on how an action goes.",
            Self::Resources => "What an action costs and who pays.",
            Self::Targets => "Where a measure should stand, and by when.",
            Self::Comparators => "What others have for the same measure.",
            Self::Waivers => "Checks that somebody accepts for a while, and why.",
        }
    }

    /// Whether few officers need it every month.
    pub(super) fn is_occasional(self) -> bool {
        !matches!(
            self,
            Self::Recommendations
                | Self::Workstreams
                | Self::Actions
                | Self::Milestones
                | Self::Evidence
                | Self::Measures
                | Self::Readings
        )
    }
}

/// The heading of the hidden column that holds the id of a row.
pub(super) const ROW_KEY: &str = "Row key (leave as it is)";

/// The heading of the hidden column that holds the id of what a row belongs to.
pub(super) const PARENT_KEY: &str = "Belongs to (leave as it is)";

/// Writes down columns: `"Heading" 12 key: "comment";`, where the key may be inside a group
/// (`stopped.date`), may name records (`-> Actions`), may be `rare`, and may have the meaning of a
/// column of a foreign table (`= Due`).
macro_rules! columns {
    ($($heading:literal $width:literal $key:ident $(.$inner:ident)? $(-> $sheet:ident)?
        $(= $means:ident)? $(, $rare:ident)?: $comment:literal;)+) => {
        &[$($crate::workbook::column::Column {
            heading: $heading,
            comment: $comment,
            width: $width,
            key: stringify!($key),
            inner_key: concat!($(stringify!($inner))?),
            path: concat!(stringify!($key) $(, ".", stringify!($inner))?),
            offers: columns!(@sheet $($sheet)?),
            is_rare: columns!(@rare $($rare)?),
            means: columns!(@means $($means)?),
            get: columns!(@get $key $($inner)?),
            set: columns!(@set $key $($inner)?),
        },)+]
    };
    (@sheet) => { None };
    (@sheet $sheet:ident) => { Some($crate::workbook::column::Sheet::$sheet) };
    (@rare) => { false };
    (@rare rare) => { true };
    (@means) => { None };
    (@means $means:ident) => { Some($crate::import::ColumnMeaning::$means) };
    (@get $key:ident) => { |record| Some(&record.$key) };
    (@get $key:ident $inner:ident) => {
        |record| record.$key.as_ref().map(|group| &group.$inner as _)
    };
    (@set $key:ident) => { |record| &mut record.$key };
    (@set $key:ident $inner:ident) => {
        |record| &mut record.$key.get_or_insert_with($crate::workbook::column::Record::blank).$inner
    };
}

pub(super) use columns;
