//! To whom a recommendation is addressed.

use super::pieces::pieces;
use crate::model::Addressee;
use crate::text::fold;

/// One body that a recommendation is addressed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Addressed<'t> {
    /// Its name as written, which may say more: `NHS Greater Manchester ICB`.
    pub(crate) words: &'t str,
    /// Which body it is; as written where that is not plain.
    pub(crate) body: Addressee,
}

/// The bodies in a cell, as written and in order. Two of one kind are both given.
pub(crate) fn addressees(text: &str) -> Vec<Addressed<'_>> {
    pieces(text, &["\n", "\r", ";"])
        .into_iter()
        .map(|words| Addressed { words, body: body(words).unwrap_or_else(|| words.into()) })
        .collect()
}

fn body(words: &str) -> Option<Addressee> {
    let folded = fold(words);
    Some(match folded.rsplit(' ').next()? {
        "council" | "la" => Addressee::Council,
        "lscb" => Addressee::SafeguardingBoard,
        "icb" | "ccg" | "nhs" | "health" => Addressee::Health,
        "police" => Addressee::Police,
        "schools" => Addressee::Schools,
        "partnership" => Addressee::Partnership,
        _ => return None,
    })
}
