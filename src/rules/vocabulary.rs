//! Rules about words that resemble words of the format, and so are read as something else.

use super::facts::Facts;
use super::hits::Hits;
use crate::diagnostic::{Location, Step};
use crate::model::{
    Addressee, AssessmentKind, EvidenceKind, Framework, Owner, OwnerRole, Purpose, SourceKind,
    Tier, UpdateKind, Voice,
};
use crate::plan::{Item, quoted};
use crate::text::{fold, nearest};

pub(crate) fn word_not_known(facts: &Facts<'_>, hits: &mut Hits) {
    let doc = facts.plan.doc();
    let the_plan = || (Location::new([Step::Key("purpose")]), "the plan".to_owned());
    check(hits, "purpose", doc.purpose.as_ref().map(Purpose::as_str), Purpose::KNOWN, the_plan);
    for source in facts.plan.sources() {
        let at = |key| (source.location().key(key), source.subject());
        let kind = source.record().kind.as_ref().map(SourceKind::as_str);
        check(hits, "kind", kind, SourceKind::KNOWN, || at("kind"));
        let framework = source.record().framework.as_ref().map(Framework::as_str);
        check(hits, "framework", framework, Framework::KNOWN, || at("framework"));
    }
    recommendations(facts, hits);
    actions(facts, hits);
}

fn recommendations(facts: &Facts<'_>, hits: &mut Hits) {
    for one in facts.plan.recommendations() {
        let record = one.record();
        for (position, addressee) in record.addressed_to.iter().enumerate() {
            check(hits, "addressee", Some(addressee.as_str()), Addressee::KNOWN, || {
                (one.location().key("addressed_to").index(position), one.subject())
            });
        }
        check(hits, "tier", record.tier.as_ref().map(Tier::as_str), Tier::KNOWN, || {
            (one.location().key("tier"), one.subject())
        });
        for (position, assessment) in record.assessments.iter().enumerate() {
            let kind = assessment.kind.as_ref().map(AssessmentKind::as_str);
            check(hits, "kind", kind, AssessmentKind::KNOWN, || {
                (one.location().key("assessments").index(position).key("kind"), one.subject())
            });
        }
    }
}

fn actions(facts: &Facts<'_>, hits: &mut Hits) {
    for action in facts.plan.actions() {
        let record = action.record();
        roles(hits, Item::Action(action), &record.owners);
        for (position, evidence) in record.evidence.iter().enumerate() {
            let at = || action.location().key("evidence").index(position);
            let kind = evidence.kind.as_ref().map(EvidenceKind::as_str);
            check(hits, "kind", kind, EvidenceKind::KNOWN, || (at().key("kind"), action.subject()));
            for (voice, word) in evidence.voice.iter().enumerate() {
                check(hits, "voice", Some(word.as_str()), Voice::KNOWN, || {
                    (at().key("voice").index(voice), action.subject())
                });
            }
        }
        for (position, update) in record.updates.iter().enumerate() {
            let kind = update.kind.as_ref().map(UpdateKind::as_str);
            check(hits, "kind", kind, UpdateKind::KNOWN, || {
                (action.location().key("updates").index(position).key("kind"), action.subject())
            });
        }
        for milestone in action.milestones() {
            roles(hits, Item::Milestone(milestone), &milestone.record().owners);
        }
    }
}

fn roles(hits: &mut Hits, item: Item<'_>, owners: &[Owner]) {
    for (position, owner) in owners.iter().enumerate() {
        let Owner::Post(post) = owner else { continue };
        let role = post.role.as_ref().map(OwnerRole::as_str);
        check(hits, "role", role, OwnerRole::KNOWN, || {
            (item.location().key("owners").index(position).key("role"), item.subject())
        });
    }
}

/// Reports a word that is not known but closely resembles a known one.
fn check(
    hits: &mut Hits,
    what: &str,
    word: Option<&str>,
    known: &[&'static str],
    place: impl Fn() -> (Location, String),
) {
    let Some(word) = word.filter(|word| !known.contains(word)) else { return };
    let wanted = fold(word).replace([' ', '_'], "-");
    if let Some(meant) = nearest(&wanted, known.iter().map(|known| (*known, *known))) {
        let (location, subject) = place();
        let word =
            if word.trim() == word { quoted(word) } else { format!("\u{201c}{word}\u{201d}") };
        let message = format!("the {what} {word} is not recognised; did you mean {meant}?");
        hits.add(location, subject, message);
    }
}
