//! How pressing and how strong a recommendation is said to be.

use crate::model::{Tier, Urgency};
use crate::text::fold;

/// The urgency and the tier that a cell says, where it says them plainly; `High` and `2` say neither.
pub(crate) fn priority(text: &str) -> (Option<Urgency>, Option<Tier>) {
    let folded = fold(text);
    let urgency = match &*folded {
        "immediate" => Some(Urgency::Immediate),
        "urgent" => Some(Urgency::Urgent),
        "normal" => Some(Urgency::Normal),
        _ => None,
    };
    let tier = match &*folded {
        "recommendation" => Some(Tier::Recommendation),
        "priority action" | "area for priority action" => Some(Tier::PriorityAction),
        "area for improvement" => Some(Tier::AreaForImprovement),
        "finding" => Some(Tier::Finding),
        _ => None,
    };
    (urgency, tier)
}
