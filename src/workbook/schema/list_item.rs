//! Values that share a cell: words, owners with a body and a role, grades of areas.

use super::escape::{exact_words, exactly, is_plain, parts, plainly, split_once};
use super::value::{Entry, Kind, Remark, Unread, Value, Written, unsplit};
use super::word_list::{Vocabulary, Word, read_word, written_word};
use crate::model::{Addressee, Grade, Owner, OwnerRole, Post, Voice};

/// One of several values in a cell.
pub(in crate::workbook) trait Item: Sized {
    /// Written between items.
    const JOINED_BY: &'static str = "; ";
    /// The vocabulary of the items.
    const OF: Option<&'static Vocabulary> = None;
    /// Returns the text of the item, with separators only inside brackets.
    fn written(&self) -> String;
    fn read(text: &str) -> Option<Self>;
}

/// The characters that separate items on reading.
pub(in crate::workbook) const SEPARATORS: &[char] = &[';', '\n'];

impl Item for String {
    fn written(&self) -> String {
        if self.contains(SEPARATORS) { exactly(self) } else { plainly(self).into_owned() }
    }

    fn read(text: &str) -> Option<Self> {
        Some(exact_words(text).unwrap_or_else(|| text.to_owned()))
    }
}

impl<I: Item> Value for Vec<I> {
    fn kind(&self) -> Kind {
        I::OF.map_or(Kind::List, Kind::WordList)
    }

    fn written(&self) -> Written {
        if self.is_empty() {
            return Written::Blank;
        }
        let items: Vec<String> = self.iter().map(Item::written).collect();
        Written::Text(items.join(I::JOINED_BY))
    }

    fn read(&mut self, entry: Entry<'_>) -> Result<Option<Remark>, Unread> {
        let (words, remark) = unsplit(entry);
        let parts = parts(&words, SEPARATORS);
        *self =
            parts.iter().filter(|part| !part.is_empty()).filter_map(|part| I::read(part)).collect();
        Ok(remark)
    }
}

macro_rules! items {
    ($($word:ident)+) => {$(
        impl Item for $word {
            const OF: Option<&'static Vocabulary> = Some(<$word as Word>::VOCABULARY);

            fn written(&self) -> String {
                let written = written_word(self);
                if parts(&written, SEPARATORS).len() == 1 {
                    written
                } else {
                    exactly(self.as_word())
                }
            }

            fn read(text: &str) -> Option<Self> {
                read_word(text)
            }
        }
    )+};
}

items! { Addressee Voice }

/// Separates the post, the body and the role of an owner.
const BAR: char = '|';

/// Separates an area from its grade.
const COLON: char = ':';

/// Returns one part of an item as written, which is empty if it is missing.
fn part(words: Option<&str>, separators: &[char]) -> String {
    words.map_or_else(String::new, |words| {
        let is_split = words.contains(separators) || words.contains(SEPARATORS);
        if is_split { exactly(words) } else { plainly(words).into_owned() }
    })
}

fn read_part(text: &str) -> Option<String> {
    let text = Some(text.trim()).filter(|text| !text.is_empty())?;
    Some(exact_words(text).unwrap_or_else(|| text.to_owned()))
}

/// `Head of Recruitment`, or `HR Business Partner | NHS ICB | Partner`.
fn written_owner(owner: &Owner) -> String {
    match owner {
        Owner::Text(words) => part(Some(words), &[BAR]),
        Owner::Post(Post { post, body, role }) => {
            let bars = |words: Option<&String>| part(words.map(String::as_str), &[BAR]);
            let role = role.as_ref().map(|role| {
                let label = OwnerRole::VOCABULARY.label(role.as_str());
                let is_same = OwnerRole::read(&label).as_ref() == Some(role);
                let is_whole = !label.contains(BAR) && !label.contains(SEPARATORS);
                let is_plain = is_plain(&label) && is_same && is_whole;
                if is_plain { label } else { exactly(role.as_str()) }
            });
            let mut written = format!("{} {BAR} {}", bars(post.as_ref()), bars(body.as_ref()));
            if let Some(role) = role {
                written = format!("{written} {BAR} {role}");
            }
            written.trim().to_owned()
        }
    }
}

fn read_owner(text: &str) -> Owner {
    match parts(text, &[BAR]).as_slice() {
        [post, body, role @ ..] => {
            let role = role.join(" | ");
            let role = if role.is_empty() { None } else { read_word(&role) };
            Owner::Post(Post { post: read_part(post), body: read_part(body), role })
        }
        _ => Owner::Text(exact_words(text).unwrap_or_else(|| text.to_owned())),
    }
}

impl Item for Owner {
    const JOINED_BY: &'static str = "\n";

    fn written(&self) -> String {
        written_owner(self)
    }

    fn read(text: &str) -> Option<Self> {
        Some(read_owner(text))
    }
}

/// A single owner in its own cell.
impl Value for Option<Owner> {
    fn kind(&self) -> Kind {
        Kind::Words
    }

    fn written(&self) -> Written {
        self.as_ref().map_or(Written::Blank, |owner| Written::Text(written_owner(owner)))
    }

    fn read(&mut self, entry: Entry<'_>) -> Result<Option<Remark>, Unread> {
        let mut words = String::new();
        let remark = match entry {
            Entry::Text(text) => {
                text.clone_into(&mut words);
                None
            }
            other => words.read(other)?,
        };
        *self = Some(read_owner(&words));
        Ok(remark)
    }
}

/// `Overall: inadequate`.
impl Item for Grade {
    fn written(&self) -> String {
        let area = part(self.area.as_deref(), &[COLON]);
        // Everything after the first colon is the grade.
        let grade = part(self.grade.as_deref(), &[]);
        format!("{area}{COLON} {grade}").trim().to_owned()
    }

    fn read(text: &str) -> Option<Self> {
        let (area, grade) = split_once(text, COLON).unwrap_or(("", text));
        Some(Grade { area: read_part(area), grade: read_part(grade) })
    }
}
