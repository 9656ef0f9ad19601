//! Which id each row has: the one that its reference makes, or the one that its hidden key says,
//! because the record was renamed since the workbook was written.

use std::collections::{BTreeSet, HashMap, HashSet};

use uuid::Uuid;

use super::keys::Key;

/// One row, as far as its id goes.
pub(super) struct Keyed<'r> {
    /// Its hidden key.
    pub(super) key: Option<&'r str>,
    /// The id that its reference or its words make.
    pub(super) made: Uuid,
}

/// The id of a row, and what there is to say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Settled {
    /// The id to pin; none where the one its reference makes is right.
    pub(super) pin: Option<Uuid>,
    pub(super) remark: Option<KeyRemark>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KeyRemark {
    /// Its reference was changed, and it keeps its id.
    Renamed,
    /// Its reference was changed, and another row has the reference it had: so that one is the record.
    Replaced,
    /// It is a copy of the row at a position.
    CopyOf(usize),
    /// Somebody wrote something else over its key.
    Overwritten,
    /// Its key belongs to another row, whose own went elsewhere: the rows were sorted without them.
    SortedApart,
}

/// Settles the ids of the rows of one kind of record.
pub(super) fn settle(rows: &[Keyed<'_>]) -> Vec<Settled> {
    let mut with_key: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        if let Some(key) = row.key {
            with_key.entry(key).or_default().push(at);
        }
    }
    let mut settled: Vec<Settled> = Vec::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        let sharing = row.key.and_then(|key| with_key.get(key)).map_or(&[][..], Vec::as_slice);
        let made_by = |id: Uuid| {
            sharing
                .iter()
                .copied()
                .find(|other| rows.get(*other).is_some_and(|other| other.made == id))
        };
        settled.push(match (row.key, row.key.and_then(Key::read)) {
            (None, _) => Settled::default(),
            (Some(_), None) => Settled { pin: None, remark: Some(KeyRemark::Overwritten) },
            (Some(_), Some(key)) => {
                let own = made_by(key.id).filter(|_| key.is_made);
                let keeper = own.or(sharing.first().copied()).unwrap_or(at);
                if key.is_made && row.made == key.id {
                    Settled::default()
                } else if keeper != at {
                    Settled { pin: None, remark: Some(KeyRemark::CopyOf(keeper)) }
                } else {
                    let remark = key.is_made.then_some(KeyRemark::Renamed);
                    Settled { pin: Some(key.id), remark }
                }
            }
        });
    }
    give_way(rows, &mut settled);
    believe_references(rows, &mut settled);
    settled
}

/// Where the keys of the rows that were renamed are the ids that the references of those very rows make,
/// nobody renamed them: the keys were left behind when the rows were sorted.
fn believe_references(rows: &[Keyed<'_>], settled: &mut [Settled]) {
    let is_renamed = |settled: &Settled| settled.remark == Some(KeyRemark::Renamed);
    let renamed = || rows.iter().zip(settled.iter()).filter(|(_, settled)| is_renamed(settled));
    let made: BTreeSet<Uuid> = renamed().map(|(row, _)| row.made).collect();
    let kept: BTreeSet<Uuid> = renamed().filter_map(|(_, settled)| settled.pin).collect();
    if made != kept || made.len() != renamed().count() {
        return;
    }
    for one in settled.iter_mut().filter(|settled| is_renamed(settled)) {
        *one = Settled { pin: None, remark: Some(KeyRemark::SortedApart) };
    }
}

/// A renamed record does not keep its id where the reference it had now makes that id for another row.
fn give_way(rows: &[Keyed<'_>], settled: &mut [Settled]) {
    loop {
        let made: HashSet<Uuid> = rows
            .iter()
            .zip(settled.iter())
            .filter(|(_, settled)| settled.pin.is_none())
            .map(|(row, _)| row.made)
            .collect();
        let mut is_settled = true;
        for one in settled.iter_mut() {
            let is_renamed = one.remark == Some(KeyRemark::Renamed);
            if is_renamed && one.pin.is_some_and(|pin| made.contains(&pin)) {
                *one = Settled { pin: None, remark: Some(KeyRemark::Replaced) };
                is_settled = false;
            }
        }
        if is_settled {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{KeyRemark, Keyed, Settled, settle};

    fn id(number: u128) -> Uuid {
        Uuid::from_u128(number)
    }

    fn of(rows: &[(Option<String>, u128)]) -> Vec<Settled> {
        let rows: Vec<Keyed<'_>> =
            rows.iter().map(|(key, made)| Keyed { key: key.as_deref(), made: id(*made) }).collect();
        settle(&rows)
    }

    #[expect(clippy::unnecessary_wraps, reason = "a row need not have a key")]
    fn made(number: u128) -> Option<String> {
        Some(format!("~{}", id(number)))
    }

    const NEW: Settled = Settled { pin: None, remark: None };

    #[test]
    fn a_row_keeps_the_id_it_was_written_with() {
        let pinned = Some(id(7).to_string());
        let keeps = |number, remark| Settled { pin: Some(id(number)), remark };
        let renamed = Some(KeyRemark::Renamed);
        assert_eq!(of(&[(made(1), 1), (None, 2), (pinned, 3)]), [NEW, NEW, keeps(7, None)]);
        assert_eq!(of(&[(made(1), 3), (made(2), 4)]), [keeps(1, renamed), keeps(2, renamed)]);
    }

    #[test]
    fn keys_that_only_changed_places_are_not_believed() {
        let apart = Settled { pin: None, remark: Some(KeyRemark::SortedApart) };
        assert_eq!(of(&[(made(1), 2), (made(2), 1)]), [apart, apart]);
        let rows = [(made(1), 2), (made(2), 3), (made(3), 1), (made(4), 4), (None, 5)];
        assert_eq!(of(&rows), [apart, apart, apart, NEW, NEW]);
        // One of them was renamed as well, so which is which cannot be told.
        let renamed = Some(KeyRemark::Renamed);
        let found = of(&[(made(1), 2), (made(2), 3), (made(3), 9)]);
        assert!(found.iter().all(|settled| settled.remark == renamed));
    }

    #[test]
    fn of_a_row_and_its_copy_the_one_with_the_reference_is_the_record() {
        let copy = |of| Settled { pin: None, remark: Some(KeyRemark::CopyOf(of)) };
        assert_eq!(of(&[(made(1), 2), (made(1), 1)]), [copy(1), NEW]);
        let keeps = Settled { pin: Some(id(1)), remark: Some(KeyRemark::Renamed) };
        assert_eq!(of(&[(made(1), 2), (made(1), 3)]), [keeps, copy(0)]);
        assert_eq!(of(&[(made(1), 1), (made(1), 1)]), [NEW, NEW]);
    }

    #[test]
    fn a_new_row_with_the_reference_of_a_renamed_one_is_the_record() {
        let replaced = Settled { pin: None, remark: Some(KeyRemark::Replaced) };
        assert_eq!(of(&[(made(1), 2), (None, 1)]), [replaced, NEW]);
        let overwritten = Settled { pin: None, remark: Some(KeyRemark::Overwritten) };
        assert_eq!(of(&[(Some("see above".into()), 1)]), [overwritten]);
    }
}
