//! The sheets of records: the name and purpose of each, and what its rows belong to.

use crate::model::RecordKind;

/// The parent of a sheet's records: the document itself, or a record of another sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::workbook) enum Parent {
    None,
    Recommendation,
    Action,
    /// An action, or one of its milestones.
    Step,
    Measure,
}

impl Parent {
    /// Returns the headings of the columns that name it.
    pub(in crate::workbook) fn headings(self) -> &'static [&'static str] {
        match self {
            Self::None => &[],
            Self::Recommendation => &["Recommendation"],
            Self::Action => &["Action"],
            Self::Step => &["Action", "Milestone"],
            Self::Measure => &["Measure"],
        }
    }

    /// Returns its name in messages, which is empty for the document.
    pub(in crate::workbook) fn noun(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Recommendation => RecordKind::Recommendation.name(),
            Self::Action | Self::Step => RecordKind::Action.name(),
            Self::Measure => RecordKind::Measure.name(),
        }
    }

    /// Returns the sheet that holds it.
    pub(in crate::workbook) fn sheet(self) -> Option<Sheet> {
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
pub(in crate::workbook) enum Sheet {
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

impl Sheet {
    pub(in crate::workbook) const ALL: &'static [Self] = &[
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

    /// Returns the name of the sheet.
    pub(in crate::workbook) fn name(self) -> &'static str {
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

    /// Returns its purpose, for the contents on the cover.
    pub(in crate::workbook) fn about(self) -> &'static str {
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

    /// Returns whether officers rarely need it.
    pub(in crate::workbook) fn is_occasional(self) -> bool {
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
pub(in crate::workbook) const ROW_KEY: &str = "Row key (leave as it is)";

/// The heading of the hidden column that holds the id of what a row belongs to.
pub(in crate::workbook) const PARENT_KEY: &str = "Belongs to (leave as it is)";
