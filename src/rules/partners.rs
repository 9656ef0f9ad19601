//! Rules about recommendations addressed to partners: health, police, schools, the safeguarding board.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::facts::Facts;
use super::hits::Hits;
use super::locations::place;
use crate::model::{Addressee, Owner};
use crate::plan::{ActionRef, Lead, RecommendationRef};
use crate::text::{fold, names_nobody, short_and_list};

/// Reports each recommendation at one action that answers it: the one that answers most of them, so that an
/// action that answers several is reported once. Of several such actions the ids decide, and not their order.
pub(crate) fn partner_recommendation_council_only(facts: &Facts<'_>, hits: &mut Hits) {
    let alone = council_only(facts);
    let mut answered: HashMap<usize, usize> = HashMap::new();
    for action in alone.iter().flat_map(|one| &one.actions) {
        *answered.entry(action.position()).or_default() += 1;
    }
    let mut found: BTreeMap<usize, CouncilOnly<'_>> = BTreeMap::new();
    for one in alone {
        let number = |action: &ActionRef<'_>| answered.get(&action.position()).copied();
        let most = one.actions.iter().map(number).max().flatten();
        let at = one.actions.iter().copied().filter(|action| number(action) == most);
        if let Some(at) = at.min_by_key(|action| action.id()) {
            found.entry(at.position()).or_insert_with(|| CouncilOnly::new(at)).add(one);
        }
    }
    for one in found.into_values() {
        one.report(hits);
    }
}

/// A recommendation to partners that only the council answers, and the live actions that do.
struct Alone<'p> {
    recommendation: RecommendationRef<'p>,
    partners: Vec<&'p Addressee>,
    actions: Vec<ActionRef<'p>>,
}

fn council_only<'p>(facts: &Facts<'p>) -> Vec<Alone<'p>> {
    let council = essence(&facts.plan.doc().authority.name);
    let mut found = Vec::new();
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
        if is_any_known && !owners.any(|owner| is_outside(owner, &partners, &council)) {
            found.push(Alone { recommendation, partners, actions });
        }
    }
    found
}

/// The recommendations to partners that only the council answers and that are reported at the same action.
struct CouncilOnly<'p> {
    at: ActionRef<'p>,
    recommendations: Vec<RecommendationRef<'p>>,
    /// Every partner whom they address, in the order found.
    partners: Vec<&'p Addressee>,
    named: HashSet<&'p Addressee>,
    /// Every action that answers one of them, in the order found.
    actions: Vec<ActionRef<'p>>,
    known: HashSet<usize>,
}

impl<'p> CouncilOnly<'p> {
    fn new(at: ActionRef<'p>) -> Self {
        Self {
            at,
            recommendations: Vec::new(),
            partners: Vec::new(),
            named: HashSet::new(),
            actions: Vec::new(),
            known: HashSet::new(),
        }
    }

    fn add(&mut self, one: Alone<'p>) {
        self.recommendations.push(one.recommendation);
        let new = one.partners.into_iter().filter(|partner| self.named.insert(*partner));
        self.partners.extend(new);
        let new = one.actions.into_iter().filter(|action| self.known.insert(action.position()));
        self.actions.extend(new);
    }

    fn report(self, hits: &mut Hits) {
        let answered = self.recommendations.iter().map(|one| one.mention());
        let answered: Vec<String> = answered.collect();
        let are = if answered.len() == 1 { "is" } else { "are" };
        let partners: Vec<String> = self.partners.into_iter().map(called).collect();
        let message = format!(
            "{} {are} addressed to {}, but only the council is named: {}",
            short_and_list(&answered),
            short_and_list(&partners),
            short_and_list(&self.actions.into_iter().map(led).collect::<Vec<_>>())
        );
        let has_owners = !self.at.record().owners.is_empty();
        let location = place(self.at.location(), "owners", has_owners);
        let subjects = self.recommendations.iter().map(|one| one.subject());
        hits.add_of_several(location, self.at.subject(), message, subjects);
    }
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
