//! Gives the records that were read their ids, and says which were renamed or copied.

use std::collections::HashMap;

use uuid::Uuid;

use super::keys::Key;
use super::reading::{At, Found, Reading};
use super::settle::{KeyRemark, Keyed, Settled, settle};
use crate::diagnostic::Location;
use crate::diagnostic::import_codes::{
    KEYS_SORTED_APART, REFERENCE_CHANGED, REFERENCE_TAKEN_OVER, ROW_COPIED,
};
use crate::id::{ActionId, MeasureId, MilestoneId, RecommendationId, SourceId, WorkstreamId};
use crate::model::{Action, Measure, Milestone, Recommendation, Source, Workstream};
use crate::plan::{milestone_subject, subject};
use crate::text::written;

/// The hidden key of a record that was read, and where it stands.
pub(super) struct Kept {
    pub(super) key: Option<String>,
    pub(super) at: At,
}

impl Kept {
    pub(super) fn of<T>(found: &Found<T>) -> Self {
        Self { key: found.key.clone(), at: found.at }
    }
}

/// Where a record is.
pub(super) struct Place {
    pub(super) location: Location,
    /// The reference of the action it is a step of.
    pub(super) within: Option<String>,
}

/// A record with an id.
pub(super) trait Identified {
    fn pin(&mut self, id: Option<Uuid>);
    /// What a message calls it.
    fn subject(&self, within: Option<&String>) -> String;
}

macro_rules! identified {
    ($($record:ident $id:ident $kind:literal $words:ident;)+) => {$(
        impl Identified for $record {
            fn pin(&mut self, id: Option<Uuid>) {
                self.id = id.map($id::from_uuid);
            }

            fn subject(&self, _: Option<&String>) -> String {
                subject($kind, written(self.reference.as_ref()), &self.$words)
            }
        }
    )+};
}

identified! {
    Source SourceId "source" title;
    Recommendation RecommendationId "recommendation" text;
    Workstream WorkstreamId "workstream" name;
    Action ActionId "action" title;
    Measure MeasureId "measure" name;
}

impl Identified for Milestone {
    fn pin(&mut self, id: Option<Uuid>) {
        self.id = id.map(MilestoneId::from_uuid);
    }

    fn subject(&self, within: Option<&String>) -> String {
        milestone_subject(written(within), written(self.reference.as_ref()), &self.title)
    }
}

/// Which record a hidden key means.
pub(super) struct KeyOf {
    pub(super) key: String,
    pub(super) at: usize,
    /// Whether the record has another reference than when the workbook was written.
    pub(super) is_renamed: bool,
}

/// Pins the ids of records whose references were changed, and gives which record each key means.
pub(super) fn identify<'k, R: Identified + 'k>(
    reading: &mut Reading<'_>,
    records: impl Iterator<Item = (&'k mut R, Place)>,
    kept: &[Kept],
    made: &[Uuid],
) -> Vec<KeyOf> {
    let rows: Vec<Keyed<'_>> = kept
        .iter()
        .zip(made)
        .map(|(kept, made)| Keyed { key: kept.key.as_deref(), made: *made })
        .collect();
    let settled = settle(&rows);
    let mut keys = Vec::new();
    let mut apart = Vec::new();
    let by_id: HashMap<Uuid, &String> = kept
        .iter()
        .filter_map(|kept| kept.key.as_ref().and_then(|key| Some((Key::read(key)?.id, key))))
        .collect();
    for (at, ((record, place), (settled, row))) in records.zip(settled.iter().zip(kept)).enumerate()
    {
        record.pin(settled.pin);
        if settled.remark == Some(KeyRemark::SortedApart) {
            // The key of this record stands on another row.
            let own = made.get(at).and_then(|id| by_id.get(id));
            keys.extend(own.map(|key| KeyOf { key: (*key).clone(), at, is_renamed: false }));
            apart.push(row.at);
            continue;
        }
        if let Some(remark) = settled.remark {
            tell(reading, record, &place, remark, kept);
        }
        let is_copy = matches!(settled, Settled { remark: Some(KeyRemark::CopyOf(_)), .. });
        if let (Some(key), false) = (&row.key, is_copy) {
            let is_renamed = settled.remark == Some(KeyRemark::Renamed);
            keys.push(KeyOf { key: key.clone(), at, is_renamed });
        }
    }
    tell_apart(reading, &apart);
    keys
}

/// Says once of a sheet that its hidden keys were left behind when it was sorted.
fn tell_apart(reading: &mut Reading<'_>, apart: &[At]) {
    let sheet = apart.first().and_then(|first| reading.grid.sheets.get(first.grid));
    if let Some(sheet) = sheet {
        let message = format!(
            "the hidden keys of {} rows stand on each other's rows, so their references were believed",
            apart.len()
        );
        reading.problems.report(&KEYS_SORTED_APART, sheet.whole(), "the workbook", message);
    }
}

fn tell(
    reading: &mut Reading<'_>,
    record: &impl Identified,
    place: &Place,
    remark: KeyRemark,
    kept: &[Kept],
) {
    let (code, message) = match remark {
        KeyRemark::Renamed => (
            &REFERENCE_CHANGED,
            "it had another reference when the workbook was written; it keeps its id".to_owned(),
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
            "its hidden key was written over, so its id is made from its reference".to_owned(),
        ),
    };
    let location = &place.location;
    let cell = reading.places.locate(location).unwrap_or_else(|| location.clone());
    reading.problems.report(code, cell, record.subject(place.within.as_ref()), message);
}
