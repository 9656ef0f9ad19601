//! The rows of a document in the order of the sheet: each record with its parent and its keys.

use crate::model::{
    Action, Assessment, Comparator, Evidence, Measure, Milestone, Reading, Resource, Revision,
    Target, Update,
};
use crate::plan::PlanDoc;
use crate::workbook::row_keys::RowKeys;
use crate::workbook::row_names::RowNames;
use crate::workbook::schema::{PRESENT, plainly};

/// One row.
pub(super) struct Row<'d, T> {
    pub(super) record: &'d T,
    /// The cells that name its parent.
    pub(super) parent_names: Vec<String>,
    pub(super) key: Option<&'d str>,
    pub(super) parent_key: Option<&'d str>,
}

/// Returns the rows of a list of the document itself.
pub(super) fn own<'d, T>(records: &'d [T], keys: &'d [String]) -> Vec<Row<'d, T>> {
    let rows = records.iter().enumerate().map(|(at, record)| Row {
        record,
        parent_names: Vec::new(),
        key: keys.get(at).map(String::as_str),
        parent_key: None,
    });
    rows.collect()
}

/// Makes rows from a document.
#[derive(Clone, Copy)]
pub(super) struct Rows<'d> {
    pub(super) doc: &'d PlanDoc,
    pub(super) keys: &'d RowKeys,
    pub(super) names: &'d RowNames,
}

impl<'d> Rows<'d> {
    pub(super) fn assessments(self) -> Vec<Row<'d, Assessment>> {
        let parents = self.doc.recommendations.iter().enumerate();
        parents
            .flat_map(|(at, parent)| {
                let name = self.names.recommendations.of(at);
                let key = self.keys.recommendations.get(at);
                inner(&parent.assessments, vec![name_or_blank(name)], key)
            })
            .collect()
    }

    fn of_actions<T>(self, list: impl Fn(&'d Action) -> &'d [T]) -> Vec<Row<'d, T>> {
        let parents = self.doc.actions.iter().enumerate();
        parents
            .flat_map(|(at, parent)| {
                let name = name_or_blank(self.names.actions.of(at));
                inner(list(parent), vec![name], self.keys.actions.get(at))
            })
            .collect()
    }

    fn of_measures<T>(self, list: impl Fn(&'d Measure) -> &'d [T]) -> Vec<Row<'d, T>> {
        let parents = self.doc.measures.iter().enumerate();
        parents
            .flat_map(|(at, parent)| {
                let name = name_or_blank(self.names.measures.of(at));
                inner(list(parent), vec![name], self.keys.measures.get(at))
            })
            .collect()
    }

    pub(super) fn milestones(self) -> Vec<Row<'d, Milestone>> {
        let keys = self.keys.milestones.iter().flatten();
        let rows = self.of_actions(|action| &action.milestones).into_iter().zip(keys);
        rows.map(|(row, key)| Row { key: Some(key), ..row }).collect()
    }

    /// Returns the date changes of each action, followed by those of its milestones.
    pub(super) fn date_changes(self) -> Vec<Row<'d, Revision>> {
        let mut rows = Vec::new();
        for (at, action) in self.doc.actions.iter().enumerate() {
            let name = name_or_blank(self.names.actions.of(at));
            let key = self.keys.actions.get(at);
            rows.extend(inner(&action.revisions, vec![name.clone(), String::new()], key));
            for (step, milestone) in action.milestones.iter().enumerate() {
                let own = self.names.milestones.get(at).and_then(|names| names.of(step));
                // A blank cell would mean the action itself.
                let own = own.map_or_else(|| PRESENT.to_owned(), |own| name_or_blank(Some(own)));
                let key = self.keys.milestones.get(at).and_then(|keys| keys.get(step));
                rows.extend(inner(&milestone.revisions, vec![name.clone(), own], key));
            }
        }
        rows
    }

    pub(super) fn evidence(self) -> Vec<Row<'d, Evidence>> {
        self.of_actions(|action| &action.evidence)
    }

    pub(super) fn updates(self) -> Vec<Row<'d, Update>> {
        self.of_actions(|action| &action.updates)
    }

    pub(super) fn resources(self) -> Vec<Row<'d, Resource>> {
        self.of_actions(|action| &action.resources)
    }

    pub(super) fn readings(self) -> Vec<Row<'d, Reading>> {
        self.of_measures(|measure| &measure.readings)
    }

    pub(super) fn targets(self) -> Vec<Row<'d, Target>> {
        self.of_measures(|measure| &measure.targets)
    }

    pub(super) fn comparators(self) -> Vec<Row<'d, Comparator>> {
        self.of_measures(|measure| &measure.comparators)
    }
}

/// Returns the text of a cell that names a record.
fn name_or_blank(name: Option<&str>) -> String {
    name.map(|name| plainly(name).into_owned()).unwrap_or_default()
}

fn inner<'d, T>(
    records: &'d [T],
    parent_names: Vec<String>,
    parent_key: Option<&'d String>,
) -> impl Iterator<Item = Row<'d, T>> {
    records.iter().map(move |record| Row {
        record,
        parent_names: parent_names.clone(),
        key: None,
        parent_key: parent_key.map(String::as_str),
    })
}
