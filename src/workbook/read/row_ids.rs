//! Decides the id of each record: the id derived from its reference, or the id in its hidden key if it was
//! renamed since the workbook was written.

use std::collections::{BTreeSet, HashMap, HashSet};

use uuid::Uuid;

use super::reader::{At, Reader};
use super::sheet_reader::Found;
use crate::diagnostic::Location;
use crate::diagnostic::import_codes::{
    KEYS_SORTED_APART, REFERENCE_CHANGED, REFERENCE_TAKEN_OVER, ROW_COPIED,
};
use crate::id::{ActionId, MeasureId, MilestoneId, RecommendationId, SourceId, WorkstreamId};
use crate::model::{
    Action, Measure, Milestone, Recommendation, Record, RecordKind, Source, Workstream,
};
use crate::plan::{milestone_subject, subject_of};
use crate::text::written;
use crate::workbook::row_keys::Key;
use crate::workbook::row_names::KeyOf;

/// The hidden key of a record, and its location.
pub(super) struct Kept {
    pub(super) key: Option<String>,
    pub(super) at: At,
}

impl Kept {
    pub(super) fn of<T>(found: &Found<T>) -> Self {
        Self { key: found.key.clone(), at: found.at }
    }
}

/// The position of a record.
pub(super) struct Place {
    pub(super) location: Location,
    /// The reference of its action, for a milestone.
    pub(super) within: Option<String>,
}

/// A record with an id.
pub(super) trait Identified: Record {
    fn pin(&mut self, id: Option<Uuid>);
}

macro_rules! identified {
    ($($record:ident $id:ident;)+) => {$(
        impl Identified for $record {
            fn pin(&mut self, id: Option<Uuid>) {
                self.id = id.map($id::from_uuid);
            }
        }
    )+};
}

identified! {
    Source SourceId;
    Recommendation RecommendationId;
    Workstream WorkstreamId;
    Action ActionId;
    Milestone MilestoneId;
    Measure MeasureId;
}

/// Returns the name of a record in messages.
fn subject(record: &dyn Record, within: Option<&String>) -> String {
    match record.kind() {
        RecordKind::Milestone => {
            milestone_subject(written(within), record.reference(), record.words())
        }
        _ => subject_of(record),
    }
}

/// Gives records whose references were changed their former ids, and returns the record of each key.
pub(super) fn identify<'k, R: Identified + 'k>(
    reader: &mut Reader<'_>,
    records: impl Iterator<Item = (&'k mut R, Place)>,
    kept: &[Kept],
    made: &[Uuid],
) -> Vec<KeyOf> {
    let rows: Vec<Keyed<'_>> = kept
        .iter()
        .zip(made)
        .map(|(kept, made)| Keyed { key: kept.key.as_deref(), made: *made })
        .collect();
    let assigned = assign_ids(&rows);
    let mut keys = Vec::new();
    let mut sorted_apart = Vec::new();
    let by_id: HashMap<Uuid, &String> = kept
        .iter()
        .filter_map(|kept| kept.key.as_ref().and_then(|key| Some((Key::read(key)?.id, key))))
        .collect();
    for (at, ((record, place), (id, row))) in records.zip(assigned.iter().zip(kept)).enumerate() {
        record.pin(id.pin);
        if id.remark == Some(KeyRemark::SortedApart) {
            // The key of this record is on another row.
            let own = made.get(at).and_then(|made| by_id.get(made));
            keys.extend(own.map(|key| KeyOf { key: (*key).clone(), at, is_renamed: false }));
            sorted_apart.push(row.at);
            continue;
        }
        if let Some(remark) = id.remark {
            report_remark(reader, record, &place, remark, kept);
        }
        let is_copy = matches!(id, Assigned { remark: Some(KeyRemark::CopyOf(_)), .. });
        if let (Some(key), false) = (&row.key, is_copy) {
            let is_renamed = id.remark == Some(KeyRemark::Renamed);
            keys.push(KeyOf { key: key.clone(), at, is_renamed });
        }
    }
    report_sorted_apart(reader, &sorted_apart);
    keys
}

/// Reports once per sheet that its hidden keys were left behind by a sort.
fn report_sorted_apart(reader: &mut Reader<'_>, rows: &[At]) {
    let sheet = rows.first().and_then(|first| reader.grid.sheets.get(first.grid));
    if let Some(sheet) = sheet {
        let message = format!(
            "the hidden keys of {} rows are on the wrong rows, so the rows were identified by their references",
            rows.len()
        );
        reader.problems.report(&KEYS_SORTED_APART, sheet.whole(), "the workbook", message);
    }
}

fn report_remark(
    reader: &mut Reader<'_>,
    record: &impl Identified,
    place: &Place,
    remark: KeyRemark,
    kept: &[Kept],
) {
    let (code, message) = match remark {
        KeyRemark::Renamed => (
            &REFERENCE_CHANGED,
            "its reference has changed since the workbook was written; it keeps its id".to_owned(),
        ),
        KeyRemark::TakenOver => (
            &REFERENCE_TAKEN_OVER,
            "another record had this reference when the workbook was written and keeps its id, so this is a new record"
                .to_owned(),
        ),
        KeyRemark::CopyOf(other) => {
            let row = kept.get(other).map_or(0, |kept| kept.at.row);
            (&ROW_COPIED, format!("it has the hidden key of row {row}, so it is a new record"))
        }
        KeyRemark::SortedApart => return,
        KeyRemark::Overwritten => (
            &ROW_COPIED,
            "its hidden key was overwritten, so its id is derived from its reference".to_owned(),
        ),
    };
    let location = &place.location;
    let cell = reader.places.locate(location).unwrap_or_else(|| location.clone());
    reader.problems.report(code, cell, subject(record, place.within.as_ref()), message);
}

/// The facts of a row that decide its id.
pub(super) struct Keyed<'r> {
    /// Its hidden key.
    pub(super) key: Option<&'r str>,
    /// The id derived from its reference or its text.
    pub(super) made: Uuid,
}

/// The id of a row, and a remark to report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Assigned {
    /// The explicit id, or `None` if the id derived from its reference is right.
    pub(super) pin: Option<Uuid>,
    pub(super) remark: Option<KeyRemark>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KeyRemark {
    /// Its reference was changed, and it keeps its id.
    Renamed,
    /// It is new and has the former reference of another record, which keeps the id derived from it.
    TakenOver,
    /// It is a copy of the row at this position.
    CopyOf(usize),
    /// Somebody overwrote its key.
    Overwritten,
    /// Its key belongs to another row, because the rows were sorted without their keys.
    SortedApart,
}

/// Decides the ids of the rows of one kind of record.
pub(super) fn assign_ids(rows: &[Keyed<'_>]) -> Vec<Assigned> {
    let keepers = keepers(rows);
    let mut assigned: Vec<Assigned> = Vec::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        assigned.push(match (row.key, row.key.and_then(Key::read)) {
            (None, _) => Assigned::default(),
            (Some(_), None) => Assigned { pin: None, remark: Some(KeyRemark::Overwritten) },
            (Some(text), Some(key)) => {
                let keeper = keepers.get(text).copied().unwrap_or(at);
                if key.is_made && row.made == key.id {
                    Assigned::default()
                } else if keeper != at {
                    Assigned { pin: None, remark: Some(KeyRemark::CopyOf(keeper)) }
                } else {
                    let remark = key.is_made.then_some(KeyRemark::Renamed);
                    Assigned { pin: Some(key.id), remark }
                }
            }
        });
    }
    trust_references(rows, &mut assigned);
    take_over(rows, &mut assigned);
    assigned
}

/// Returns, for each key that rows share, the row that keeps it: the first whose reference gives the id, or
/// else the first.
fn keepers<'r>(rows: &[Keyed<'r>]) -> HashMap<&'r str, usize> {
    let makes =
        |at: usize, key: Key| key.is_made && rows.get(at).is_some_and(|row| row.made == key.id);
    let mut keepers: HashMap<&str, usize> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        let Some((text, key)) = row.key.and_then(|text| Some((text, Key::read(text)?))) else {
            continue;
        };
        let keeper = keepers.entry(text).or_insert(at);
        if makes(at, key) && !makes(*keeper, key) {
            *keeper = at;
        }
    }
    keepers
}

/// Trusts references over keys that a sort left behind: if the keys of the apparently renamed rows are
/// exactly the ids that the references of those same rows give, the rows were not renamed.
fn trust_references(rows: &[Keyed<'_>], assigned: &mut [Assigned]) {
    let is_renamed = |id: &Assigned| id.remark == Some(KeyRemark::Renamed);
    let renamed = || rows.iter().zip(assigned.iter()).filter(|(_, id)| is_renamed(id));
    let made: BTreeSet<Uuid> = renamed().map(|(row, _)| row.made).collect();
    let kept: BTreeSet<Uuid> = renamed().filter_map(|(_, id)| id.pin).collect();
    if made != kept || made.len() != renamed().count() {
        return;
    }
    for id in assigned.iter_mut().filter(|id| is_renamed(id)) {
        *id = Assigned { pin: None, remark: Some(KeyRemark::SortedApart) };
    }
}

/// Gives a new row its own id if its reference formerly belonged to a renamed record, as when a row is
/// inserted at the top and all rows below are renumbered.
fn take_over(rows: &[Keyed<'_>], assigned: &mut [Assigned]) {
    let is_renamed = |id: &&Assigned| id.remark == Some(KeyRemark::Renamed);
    let kept: HashSet<Uuid> = assigned.iter().filter(is_renamed).filter_map(|id| id.pin).collect();
    for (row, id) in rows.iter().zip(assigned.iter_mut()) {
        let is_new = match id.remark {
            None => row.key.is_none(),
            Some(remark) => matches!(remark, KeyRemark::CopyOf(_) | KeyRemark::Overwritten),
        };
        if is_new && kept.contains(&row.made) {
            let pin = Some(Uuid::new_v5(&row.made, b"another"));
            *id = Assigned { pin, remark: Some(KeyRemark::TakenOver) };
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{Assigned, KeyRemark, Keyed, assign_ids};

    fn id(number: u128) -> Uuid {
        Uuid::from_u128(number)
    }

    fn of(rows: &[(Option<String>, u128)]) -> Vec<Assigned> {
        let rows: Vec<Keyed<'_>> =
            rows.iter().map(|(key, made)| Keyed { key: key.as_deref(), made: id(*made) }).collect();
        assign_ids(&rows)
    }

    #[expect(clippy::unnecessary_wraps, reason = "a row need not have a key")]
    fn made(number: u128) -> Option<String> {
        Some(format!("~{}", id(number)))
    }

    const NEW: Assigned = Assigned { pin: None, remark: None };

    #[test]
    fn a_row_keeps_the_id_it_was_written_with() {
        let pinned = Some(id(7).to_string());
        let keeps = |number, remark| Assigned { pin: Some(id(number)), remark };
        let renamed = Some(KeyRemark::Renamed);
        assert_eq!(of(&[(made(1), 1), (None, 2), (pinned, 3)]), [NEW, NEW, keeps(7, None)]);
        assert_eq!(of(&[(made(1), 3), (made(2), 4)]), [keeps(1, renamed), keeps(2, renamed)]);
    }

    #[test]
    fn keys_that_only_changed_places_are_not_believed() {
        let apart = Assigned { pin: None, remark: Some(KeyRemark::SortedApart) };
        assert_eq!(of(&[(made(1), 2), (made(2), 1)]), [apart, apart]);
        let rows = [(made(1), 2), (made(2), 3), (made(3), 1), (made(4), 4), (None, 5)];
        assert_eq!(of(&rows), [apart, apart, apart, NEW, NEW]);
        // One of them was renamed as well, so the two cannot be distinguished.
        let renamed = Some(KeyRemark::Renamed);
        let found = of(&[(made(1), 2), (made(2), 3), (made(3), 9)]);
        assert!(found.iter().all(|id| id.remark == renamed));
    }

    #[test]
    fn of_a_row_and_its_copy_the_one_with_the_reference_is_the_record() {
        let copy = |of| Assigned { pin: None, remark: Some(KeyRemark::CopyOf(of)) };
        assert_eq!(of(&[(made(1), 2), (made(1), 1)]), [copy(1), NEW]);
        let keeps = Assigned { pin: Some(id(1)), remark: Some(KeyRemark::Renamed) };
        assert_eq!(of(&[(made(1), 2), (made(1), 3)]), [keeps, copy(0)]);
        assert_eq!(of(&[(made(1), 1), (made(1), 1)]), [NEW, NEW]);
    }

    #[test]
    fn a_new_row_with_the_reference_of_a_renamed_one_is_another_record() {
        let renamed = |number| Assigned { pin: Some(id(number)), remark: Some(KeyRemark::Renamed) };
        let another = |number| Assigned {
            pin: Some(Uuid::new_v5(&id(number), b"another")),
            remark: Some(KeyRemark::TakenOver),
        };
        assert_eq!(of(&[(made(1), 2), (None, 1)]), [renamed(1), another(1)]);
        // A row inserted at the top, with all rows below renumbered.
        let rows = [(None, 1), (made(1), 2), (made(2), 3), (made(3), 4)];
        assert_eq!(of(&rows), [another(1), renamed(1), renamed(2), renamed(3)]);
        let overwritten = Assigned { pin: None, remark: Some(KeyRemark::Overwritten) };
        assert_eq!(of(&[(Some("see above".into()), 1)]), [overwritten]);
    }
}
