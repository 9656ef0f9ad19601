//! Recognises owners that name a group of people, so that no one person is responsible.

use std::borrow::Cow;

use crate::text::fold;

/// First words that mean everybody, whatever follows.
const EVERYBODY: &[&str] = &["all", "everyone", "everybody", "various"];

/// Words that denote a group when they end a name.
const COLLECTIVES: &[&str] = &[
    "agencies",
    "all",
    "board",
    "boards",
    "cabinet",
    "chairs",
    "cmt",
    "colleagues",
    "committee",
    "committees",
    "council",
    "councils",
    "department",
    "departments",
    "directorate",
    "directorates",
    "directors",
    "dmt",
    "everybody",
    "everyone",
    "forum",
    "governors",
    "group",
    "groups",
    "heads",
    "headteachers",
    "leaders",
    "leads",
    "managers",
    "members",
    "network",
    "officers",
    "panel",
    "panels",
    "partners",
    "partnership",
    "partnerships",
    "practitioners",
    "professionals",
    "schools",
    "service",
    "services",
    "slt",
    "smt",
    "staff",
    "stakeholders",
    "supervisors",
    "team",
    "teams",
    "various",
    "workers",
];

/// Words that make a name one person's post, whatever its last word: `Head of Service`, `Chair of
/// the Board`.
const POSTS: &[&str] = &[
    "ad",
    "adviser",
    "advisor",
    "ceo",
    "chair",
    "chairman",
    "chairperson",
    "chairwoman",
    "chief",
    "commissioner",
    "consultant",
    "coordinator",
    "councillor",
    "dcs",
    "deputy",
    "director",
    "doctor",
    "head",
    "headteacher",
    "hos",
    "inspector",
    "lawyer",
    "lead",
    "leader",
    "manager",
    "mayor",
    "member",
    "nurse",
    "officer",
    "partner",
    "practitioner",
    "secretary",
    "superintendent",
    "supervisor",
    "worker",
];

/// Returns whether a name denotes a group and not one person's post: its last word is a collective or
/// its first word means everybody, and no word is a post.
pub(crate) fn is_collective(name: &str) -> bool {
    // Of ASCII, each word is compared as written: nearly all leads are posts, and none of them is folded.
    let folded = if name.is_ascii() { Cow::Borrowed(name) } else { fold(name) };
    let words = || {
        let joins =
            |letter: char| letter.is_alphanumeric() || matches!(letter, '\'' | '\u{2019}' | '-');
        folded.split(move |letter: char| !joins(letter)).filter(|word| !word.is_empty())
    };
    let is_many = words().next_back().is_some_and(|last| is_among(COLLECTIVES, last))
        || words().next().is_some_and(|first| is_among(EVERYBODY, first));
    is_many && !words().any(|word| is_among(POSTS, word))
}

fn is_among(list: &[&str], word: &str) -> bool {
    list.iter().any(|known| known.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::is_collective;

    #[test]
    fn a_post_is_no_collective_whatever_it_leads() {
        for post in [
            "Team Manager",
            "Head of Service",
            "Service Lead",
            "Board Manager",
            "Unit Manager",
            "Chair of the Board",
            "Director of Children's Services",
            "Leader of the Council",
            "Cabinet Member for Children's Services",
            "AD Children’s Services",
            "Board (Chair)",
            "Service Manager, Fostering Team",
            "Chair / DCS",
            "HR Business Partner",
            "Principal Social Worker",
        ] {
            assert!(!is_collective(post), "{post}");
        }
    }

    #[test]
    fn many_people_are_a_collective() {
        for many in [
            "Improvement Board",
            "ALL",
            "All staff",
            "All heads of service",
            "Everyone",
            "Team managers",
            "Heads of Service",
            "Senior Leadership Team",
            "Children and Families Service",
            "Partners",
            "The Director's team",
            "Council",
        ] {
            assert!(is_collective(many), "{many}");
        }
    }
}
