//! The names of generated records, and links to them: by reference, by a variant of it, with the
//! source, or by id.

use uuid::Uuid;

use super::choices::Choices;

/// A record that links can name.
#[derive(Debug, Clone)]
pub(super) struct Target {
    pub(super) id: Uuid,
    /// Every text that names it unambiguously, the plainest first.
    pub(super) names: Vec<String>,
}

/// The reference, id and title of a record.
pub(super) struct Name {
    pub(super) reference: Option<String>,
    pub(super) explicit_id: Option<Uuid>,
    pub(super) title: String,
}

impl Name {
    /// Returns the reference, unless blank.
    pub(super) fn written(&self) -> Option<&str> {
        self.reference.as_deref().filter(|reference| !reference.trim().is_empty())
    }

    /// Returns the texts that name a record whose reference is unique in the plan.
    pub(super) fn names(&self) -> Vec<String> {
        self.written().map(str::to_owned).into_iter().collect()
    }
}

impl Choices<'_> {
    /// Generates a name from a number that is unique in its scope. `kind` separates the ids of one
    /// list from those of others.
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

    /// Generates a link to a record.
    pub(super) fn link(&mut self, target: &Target) -> String {
        let numbers = (self.below(8), self.below(6));
        link_to(target, numbers)
    }

    /// Generates a link to one of several records, unless there are none.
    pub(super) fn link_to_one(&mut self, targets: &[Target]) -> Option<String> {
        let target = self.one_of(targets);
        let numbers = (self.below(8), self.below(6));
        target.map(|target| link_to(target, numbers))
    }

    /// Generates up to `most` links to records, sometimes repeating one.
    pub(super) fn links(&mut self, most: usize, targets: &[Target]) -> Vec<String> {
        self.list(most, |choices| choices.link_to_one(targets)).into_iter().flatten().collect()
    }

    /// Shuffles a list, or leaves it as it is.
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

/// Returns the explicit id for the record of a kind at a position in its list.
pub(super) fn explicit_id(kind: u8, place: usize) -> Uuid {
    const FIRST: u128 = 0x0190_7c3f_5a61_7d00_8000_0000_0000_0000;
    Uuid::from_u128(FIRST + (u128::from(kind) << 56) + place as u128)
}

/// Returns a link to a record by one of its names or its id, in one of several forms.
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

/// Returns a variant of a reference that is equal once folded.
fn another_form(name: &str, form: usize) -> String {
    match form {
        1 => name.to_uppercase(),
        2 => name.to_lowercase(),
        3 => format!("  {} ", name.replace(' ', "  ")),
        4 => match name.split_once(|character: char| character.is_ascii_digit()) {
            Some((before, _)) => {
                let number = name.strip_prefix(before).unwrap_or_default();
                format!("{before}0{number}")
            }
            None => name.to_owned(),
        },
        _ => name.to_owned(),
    }
}
