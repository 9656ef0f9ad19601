//! Who stands in a cell of owners.

use super::pieces::pieces;
use crate::model::Owner;
use crate::text::same;

const POSTS: &[&str] = &[
    "director",
    "head",
    "manager",
    "lead",
    "officer",
    "chair",
    "partner",
    "principal",
    "commissioner",
    "co-ordinator",
    "coordinator",
    "adviser",
    "advisor",
    "member",
    "executive",
    "analyst",
    "secretary",
    "practitioner",
    "consultant",
    "nurse",
    "leader",
];

/// The owners in a cell, as written and in order, each once.
///
/// A line break and `;` always stand between two. `/`, `,`, `&` and `and` do only where each piece is a
/// post by itself: `Head of Quality and Performance` and `Chair / DCS` are one.
pub(crate) fn owners(text: &str) -> Vec<Owner> {
    let mut found: Vec<&str> = Vec::new();
    for piece in pieces(text, &["\n", "\r", ";"]) {
        cut(piece, &[&["/"], &[","], &["&"], &["and"]], &mut found);
    }
    let mut owners: Vec<&str> = Vec::new();
    for owner in found {
        if !owners.iter().any(|earlier| same(earlier, owner)) {
            owners.push(owner);
        }
    }
    owners.into_iter().map(Owner::from).collect()
}

fn cut<'t>(piece: &'t str, levels: &[&[&str]], found: &mut Vec<&'t str>) {
    let Some((separators, weaker)) = levels.split_first() else {
        found.push(piece);
        return;
    };
    let parts = pieces(piece, separators);
    if parts.len() > 1 && parts.iter().all(|part| is_post(part)) {
        for part in parts {
            cut(part, weaker, found);
        }
    } else {
        cut(piece, weaker, found);
    }
}

fn is_post(text: &str) -> bool {
    text.split(|letter: char| !(letter.is_alphanumeric() || letter == '-')).any(|word| {
        let word = word.to_lowercase();
        let one = word.strip_suffix('s').unwrap_or(&word);
        POSTS.contains(&one)
    })
}
