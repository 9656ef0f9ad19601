//! What records are called and how links name them: as written, in another but equal form, with
//! their source, or by id.

use uuid::Uuid;

use super::choices::Choices;

/// Something a link can lead to.
#[derive(Debug, Clone)]
pub(super) struct Target {
    pub(super) id: Uuid,
    /// Every text that names it and nothing else, the plainest first.
    pub(super) names: Vec<String>,
}

/// A record's name, before anything is linked.
pub(super) struct Name {
    pub(super) reference: Option<String>,
    pub(super) explicit_id: Option<Uuid>,
    pub(super) title: String,
}

impl Name {
    /// The reference, where there is anything to read in it.
    pub(super) fn written(&self) -> Option<&str> {
        self.reference.as_deref().filter(|reference| !reference.trim().is_empty())
    }

    /// The texts that name a record whose reference is unique in the plan.
    pub(super) fn names(&self) -> Vec<String> {
        self.written().map(str::to_owned).into_iter().collect()
    }
}

impl Choices<'_> {
    /// The name of the record with a number that no other of its scope has. `kind` tells the ids of
    /// one list from those of another.
    pub(super) fn name(&mut self, kind: u8, number: usize, place: usize) -> Name {
        let forms: [fn(usize) -> Option<String>; 11] = [
            |number| Some(number.to_string()),
            |number| Some(number.to_string()),
            |number| Some(format!("R{number:02}")),
            |number| Some(format!("{number}.0")),
            |number| Some(format!("17. ({number},  138)")),
            |number| Some(format!("{number}/57")),
            |number| Some(format!(" É{number} ")),
            |number| Some(format!("{number}a")),
            |number| Some(format!("2.{number:03}.1")),
            |_| Some(" ".to_owned()),
            |_| None,
        ];
        let reference = self.pick(|number| Some(number.to_string()), &forms)(number);
        let explicit_id = self.rarely(4, |_| explicit_id(kind, place));
        let title = self.title(place);
        let shared = self.text();
        let can_share = reference.as_ref().is_some_and(|reference| !reference.trim().is_empty());
        let title = if self.once_in(4) && can_share { shared } else { title };
        Name { reference, explicit_id, title }
    }

    /// A link to a record.
    pub(super) fn link(&mut self, target: &Target) -> String {
        let numbers = (self.below(8), self.below(6));
        link_to(target, numbers)
    }

    /// A link to one of several records; none where there is none.
    pub(super) fn link_to_one(&mut self, targets: &[Target]) -> Option<String> {
        let target = self.one_of(targets);
        let numbers = (self.below(8), self.below(6));
        target.map(|target| link_to(target, numbers))
    }

    /// Links to up to so many of several records, the same one twice at times.
    pub(super) fn links(&mut self, most: usize, targets: &[Target]) -> Vec<String> {
        self.list(most, |choices| choices.link_to_one(targets)).into_iter().flatten().collect()
    }

    /// A list in another order, or as it was.
    pub(super) fn shuffled<T>(&mut self, list: Vec<T>) -> Vec<T> {
        let order = self.below(usize::MAX);
        if order == 0 {
            return list;
        }
        let key = |place: usize| (place + 1).wrapping_mul(order * 2 + 1) % 257;
        let mut keyed: Vec<(usize, T)> =
            list.into_iter().enumerate().map(|(place, one)| (key(place), one)).collect();
        keyed.sort_by_key(|(key, _)| *key);
        keyed.into_iter().map(|(_, one)| one).collect()
    }
}

/// The id a document gives a record of a kind, at a place of its list.
pub(super) fn explicit_id(kind: u8, place: usize) -> Uuid {
    const FIRST: u128 = 0x0190_7c3f_5a61_7d00_8000_0000_0000_0000;
    Uuid::from_u128(FIRST + (u128::from(kind) << 56) + place as u128)
}

/// A link to a record: by which of its names or its id, and in which form.
fn link_to(target: &Target, (by, form): (usize, usize)) -> String {
    let name = match by {
        0..4 => target.names.first(),
        4..6 => target.names.last(),
        _ => None,
    };
    match name {
        Some(name) => another_form(name, form),
        None if form == 1 => target.id.to_string().to_uppercase(),
        None if form == 2 => format!(" {} ", target.id),
        None => target.id.to_string(),
    }
}

/// A text that is compared as the same reference.
fn another_form(name: &str, form: usize) -> String {
    match form {
        1 => name.to_uppercase(),
        2 => name.to_lowercase(),
        3 => format!("  {} ", name.replace(' ', "  ")),
        4 => match name.split_once(|letter: char| letter.is_ascii_digit()) {
            Some((before, _)) => {
                let number = name.strip_prefix(before).unwrap_or_default();
                format!("{before}0{number}")
            }
            None => name.to_owned(),
        },
        _ => name.to_owned(),
    }
}
