//! The known key or word that somebody probably meant.

use crate::text::{fold, nearest};

/// Returns the known key that is most like an unknown one, if any is near enough.
pub(super) fn nearest_key(key: &str, known: &[&'static str]) -> Option<&'static str> {
    among(&fold(key).replace([' ', '-'], "_"), known)
}

/// Returns the known word that is most like an unknown one, if any is near enough.
pub(super) fn nearest_word(word: &str, known: &[&'static str]) -> Option<&'static str> {
    among(&fold(word).replace([' ', '_'], "-"), known)
}

fn among(wanted: &str, known: &[&'static str]) -> Option<&'static str> {
    nearest(wanted, known.iter().map(|one| (*one, *one)))
}
