//! Rules about recommendations addressed to partners: health, police, schools, the safeguarding board.

use std::collections::{BTreeMap, HashSet};

use super::facts::Facts;
use super::hits::Hits;
use super::locations::place;
use crate::model::{Addressee, Owner};
use crate::plan::{ActionRef, Lead, RecommendationRef};
use crate::text::{fold, names_nobody, short_and_list};

/// Reports each recommendation at the first action that answers it, so that an action that answers several is
/// reported once.
pub(crate) fn partner_recommendation_council_only(facts: &Facts<'_>, hits: &mut Hits) {
    let council = essence(&facts.plan.doc().authority.name);
    let mut found: BTreeMap<usize, Vec<CouncilOnly<'_>>> = BTreeMap::new();
    for recommendation in facts.plan.recommendations() {
        let record = recommendation.record();
        let is_council =
            |one: &&Addressee| **one == Addressee::Council || is_council(one.as_str(), &council);
        let partners: Vec<&Addressee> =
            record.addressed_to.iter().filter(|one| !is_council(one)).collect();
        if partners.is_empty() || record.is_finding() {
            continue;
        }
        let Some(coverage) = facts.coverage.recommendation(recommendation) else { continue };
        let mut actions = coverage.actions();
        actions.retain(|action| action.is_live(facts.as_of));
        let mut owners = actions.iter().flat_map(|action| &action.record().owners).peekable();
        let is_any_known = owners.peek().is_some();
        if !is_any_known || owners.any(|owner| is_outside(owner, &partners, &council)) {
            continue;
        }
        if let Some(first) = actions.first() {
            let one = CouncilOnly { recommendation, partners, actions: actions.clone() };
            found.entry(first.position()).or_default().push(one);
        }
    }
    for several in found.into_values() {
        report(&several, hits);
    }
}

/// A recommendation to partners that only the council answers.
struct CouncilOnly<'p> {
    recommendation: RecommendationRef<'p>,
    partners: Vec<&'p Addressee>,
    actions: Vec<ActionRef<'p>>,
}

fn report(several: &[CouncilOnly<'_>], hits: &mut Hits) {
    let first = several.first().and_then(|one| one.actions.first());
    let Some(first) = first.copied() else { return };
    let answered: Vec<String> = several.iter().map(|one| one.recommendation.mention()).collect();
    let (mut called, mut led) = (Vec::new(), Vec::new());
    let (mut partners, mut actions) = (HashSet::new(), HashSet::new());
    for one in several {
        called.extend(
            one.partners.iter().filter(|one| partners.insert(**one)).map(|one| self::called(one)),
        );
        let new = one.actions.iter().filter(|action| actions.insert(action.position()));
        led.extend(new.map(|action| self::led(*action)));
    }
    let are = if several.len() == 1 { "is" } else { "are" };
    let message = format!(
        "{} {are} addressed to {}, but only the council is named: {}",
        short_and_list(&answered),
        short_and_list(&called),
        short_and_list(&led)
    );
    let location = place(first.location(), "owners", !first.record().owners.is_empty());
    let subjects = several.iter().map(|one| one.recommendation.subject());
    hits.add_of_several(location, first.subject(), message, subjects);
}

/// Returns whether an owner may be outside the council, judging by its body or by any word that
/// indicates one of the partners. An owner to be confirmed may be outside.
fn is_outside(owner: &Owner, partners: &[&Addressee], council: &str) -> bool {
    owner.body_name().is_some_and(|body| !is_council(body, council))
        || owner.names().any(|name| {
            let name = fold(name);
            names_nobody(&name) || partners.iter().any(|partner| points_to(&name, partner))
        })
}

/// Returns whether folded text indicates a partner.
fn points_to(words: &str, partner: &Addressee) -> bool {
    let signs: &[&str] = match partner {
        Addressee::SafeguardingBoard => &["safeguarding", "lscb"],
        Addressee::Health => {
            &["health", "nhs", "icb", "ccg", "nurse", "doctor", "gp", "hospital", "paediatric"]
        }
        Addressee::Police => &["police", "constab", "superintendent", "inspector"],
        Addressee::Schools => &["school", "college", "headteacher", "head teacher", "academy"],
        Addressee::Partnership => &["partner"],
        other => {
            let other = fold(other.as_str()).into_owned();
            return words.contains(&other)
                || other.split([' ', '-']).any(|word| word.len() > 4 && words.contains(word));
        }
    };
    signs.iter().any(|sign| begins_a_word(words, sign))
}

fn begins_a_word(words: &str, sign: &str) -> bool {
    words.match_indices(sign).any(|(at, _)| {
        let before = words.split_at_checked(at).and_then(|(before, _)| before.chars().last());
        before.is_none_or(|letter| !letter.is_alphanumeric())
    })
}

fn is_council(name: &str, council: &str) -> bool {
    let name = essence(name);
    name.is_empty() || name == council
}

/// Words in the names of councils other than the place name.
const COUNCIL_WORDS: &[&str] = &[
    "the",
    "council",
    "county",
    "city",
    "borough",
    "district",
    "metropolitan",
    "london",
    "royal",
    "of",
    "local",
    "authority",
    "unitary",
];

/// Removes the common words from a council's name: `London Borough of Croydon` gives `croydon`.
fn essence(name: &str) -> String {
    let name = fold(name);
    let own = name.split_whitespace().filter(|word| !COUNCIL_WORDS.contains(word));
    own.collect::<Vec<_>>().join(" ")
}

fn called(partner: &Addressee) -> String {
    partner.as_str().replace('-', " ")
}

fn led(action: ActionRef<'_>) -> String {
    let lead = Lead::of(&action.record().owners);
    format!("{} ({lead})", action.subject())
}

#[cfg(test)]
mod tests {
    use super::{essence, is_council, points_to};
    use crate::model::Addressee;

    #[test]
    fn a_council_is_known_by_its_place() {
        let croydon = essence("Croydon");
        for name in
            ["London Borough of Croydon", "croydon council", "The Council", "Local Authority"]
        {
            assert!(is_council(name, &croydon), "{name}");
        }
        for name in ["Croydon CCG", "Croydon Health Services NHS Trust", "Bromley Council"] {
            assert!(!is_council(name, &croydon), "{name}");
        }
    }

    #[test]
    fn words_point_to_a_partner_from_their_beginning() {
        assert!(points_to("detective superintendent", &Addressee::Police));
        assert!(points_to("head of nursing, nhs trust", &Addressee::Health));
        assert!(!points_to("director of children's services", &Addressee::Health));
        assert!(points_to("chair of the youth court", &Addressee::Other("Youth Court".into())));
    }
}
