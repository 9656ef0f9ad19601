//! Reads the urgency and tier of a recommendation.

use super::separators::pieces;
use crate::model::{Tier, Urgency};
use crate::text::fold;

/// Returns the urgency and the tier in a cell that contains nothing else. `High` and `2` are neither,
/// and any other text leaves the whole cell unread.
pub(crate) fn priority(text: &str) -> (Option<Urgency>, Option<Tier>) {
    let separators = ["\n", "\r", ";", ",", "/", " - ", "\u{2013}", "\u{2014}", ":"];
    let (mut urgency, mut tier) = (None, None);
    for piece in pieces(text, &separators) {
        let word = fold(piece).replace('-', " ");
        match (urgency_of(&word), tier_of(&word)) {
            (Some(found), None) if urgency.is_none() => urgency = Some(found),
            (None, Some(found)) if tier.is_none() => tier = Some(found),
            _ => return (None, None),
        }
    }
    (urgency, tier)
}

fn urgency_of(word: &str) -> Option<Urgency> {
    Some(match word.trim_end_matches(['.', '!']) {
        "immediate" | "immediately" | "at once" => Urgency::Immediate,
        "urgent" | "urgently" | "urgent action" => Urgency::Urgent,
        "normal" => Urgency::Normal,
        _ => return None,
    })
}

fn tier_of(word: &str) -> Option<Tier> {
    Some(match word {
        "recommendation" | "recommendations" => Tier::Recommendation,
        "priority action" | "area for priority action" | "areas for priority action" | "apa" => {
            Tier::PriorityAction
        }
        "area for improvement" | "areas for improvement" | "afi" => Tier::AreaForImprovement,
        "finding" => Tier::Finding,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::priority;
    use crate::model::{Tier, Urgency};

    #[test]
    fn urgency_and_tier_are_read_only_when_said_plainly() {
        for (text, urgency, tier) in [
            ("Urgent", Some(Urgency::Urgent), None),
            ("IMMEDIATE.", Some(Urgency::Immediate), None),
            ("normal", Some(Urgency::Normal), None),
            ("Area for priority action", None, Some(Tier::PriorityAction)),
            ("priority-action", None, Some(Tier::PriorityAction)),
            ("area-for-improvement", None, Some(Tier::AreaForImprovement)),
            ("Recommendation", None, Some(Tier::Recommendation)),
            ("Finding", None, Some(Tier::Finding)),
            ("Urgent – priority action", Some(Urgency::Urgent), Some(Tier::PriorityAction)),
            ("Recommendation / immediate", Some(Urgency::Immediate), Some(Tier::Recommendation)),
            ("High", None, None),
            ("2", None, None),
            ("Urgent, high", None, None),
            ("Urgent / immediate", None, None),
            ("Not urgent", None, None),
            ("", None, None),
        ] {
            assert_eq!(priority(text), (urgency, tier), "{text}");
        }
    }

    #[cfg(feature = "proptest")]
    proptest::proptest! {
        #[test]
        fn every_text_is_read_without_a_panic(text in crate::import::values::tests::text()) {
            let _ = priority(&text);
        }
    }
}
