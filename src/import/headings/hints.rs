//! Words that hint at a meaning wherever they stand in a heading that is not known.

use super::normalise::normalise;
use crate::import::ColumnMeaning::{
    self, Action, Completed, Due, Evidence, Owners, Rag, Recommendation, Resources, RevisedDue,
    Start, Status, Success, Update, Workstream,
};

/// The words of each meaning, in normalised form.
const HINTS: &[(ColumnMeaning, &[&str])] = &[
    (
        Action,
        &[
            "action",
            "task",
            "activity",
            "step",
            "do",
            "doing",
            "change",
            "work",
            "measure",
            "plan",
            "gweithredu",
            "cam",
            "camau",
        ],
    ),
    (
        Recommendation,
        &[
            "recommendation",
            "inspector",
            "ofsted",
            "estyn",
            "cqc",
            "hmip",
            "inspectorate",
            "review",
            "improvement",
            "improve",
            "finding",
            "advice",
            "argymhelliad",
            "argymhellion",
            "asked",
            "concern",
            "weakness",
            "need",
            "required",
            "issue",
        ],
    ),
    (
        Owners,
        &[
            "lead",
            "leading",
            "owner",
            "officer",
            "who",
            "whom",
            "responsible",
            "responsibility",
            "accountable",
            "person",
            "people",
            "manager",
            "colleague",
            "contact",
            "post",
            "name",
            "arweinydd",
            "cyfrifol",
            "staff",
            "charge",
        ],
    ),
    (
        Due,
        &[
            "when",
            "date",
            "deadline",
            "by",
            "timescale",
            "target",
            "due",
            "day",
            "month",
            "time",
            "erbyn",
            "dyddiad",
            "ready",
            "finished",
            "completion",
        ],
    ),
    (Start, &["start", "begin", "starting", "beginning", "commence"]),
    (Completed, &["completed", "closed", "finished", "actual"]),
    (RevisedDue, &["revised", "new", "extended", "forecast"]),
    (
        Status,
        &["status", "state", "stage", "complete", "progress", "stand", "position", "statw", "far"],
    ),
    (Rag, &["rag", "colour", "brag", "traffic", "light", "rating", "lliw"]),
    (
        Update,
        &[
            "update",
            "progress",
            "comment",
            "commentary",
            "note",
            "news",
            "so",
            "since",
            "narrative",
            "happened",
            "cynnydd",
            "story",
            "account",
        ],
    ),
    (
        Success,
        &[
            "success",
            "outcome",
            "impact",
            "difference",
            "achieve",
            "benefit",
            "result",
            "goal",
            "better",
            "llwyddiant",
        ],
    ),
    (
        Evidence,
        &[
            "evidence",
            "proof",
            "assurance",
            "audit",
            "monitor",
            "monitoring",
            "tystiolaeth",
            "show",
            "verify",
            "check",
        ],
    ),
    (Workstream, &["theme", "workstream", "strand", "thema", "programme", "part"]),
    (Resources, &["cost", "resource", "budget", "funding", "money", "fund"]),
];

/// Returns what the words of a heading hint at, each meaning once.
pub(crate) fn hints(heading: &str) -> Vec<ColumnMeaning> {
    let compared = normalise(heading);
    let words: Vec<&str> = compared.split(' ').collect();
    let is_hinted = |some: &[&str]| words.iter().any(|word| some.contains(word));
    HINTS.iter().filter(|(_, some)| is_hinted(some)).map(|(means, _)| *means).collect()
}

#[cfg(test)]
mod tests {
    use super::hints;
    use crate::import::ColumnMeaning::*;

    #[test]
    fn words_anywhere_in_a_heading_hint_at_what_it_may_mean() {
        assert_eq!(hints("The colleague in charge of it"), [Owners]);
        assert_eq!(hints("What is better for children by when"), [Due, Success]);
        assert_eq!(hints("Shoe size"), []);
    }
}
