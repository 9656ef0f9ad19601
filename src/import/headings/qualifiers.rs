//! Recognises a heading by the words that turn its meaning: `… by`, `date of …`, `last …`, `% …`.
//!
//! A known word in such a place means something else: a `Date last updated` is no due date, and who a
//! plan is `Monitored by` does not own it.

use super::synonyms::HeadingMeaning;
use crate::import::ColumnMeaning as M;
use crate::import::column_meaning::Strength;
use HeadingMeaning::{Always, CompletionDate, Day, Finding};

/// Words of an earlier state, or of a view of the work that is none of its states.
const EARLIER: &[&str] = &["previous", "prior", "former", "earlier", "past", "last"];

/// Times that `last` counts back to: `RAG last month`.
const TIMES: &[&str] = &["month", "quarter", "week", "period", "term", "meeting", "time", "report"];

/// Bodies that inspect, and what they write.
const INSPECTORS: &[&str] = &[
    "cqc",
    "ofsted",
    "estyn",
    "hmip",
    "hmi",
    "hmicfrs",
    "ciw",
    "inspector",
    "inspectorate",
    "auditor",
    "reviewer",
];

/// What inspectors write of a service.
const INSPECTED: &[&str] = &[
    "action",
    "finding",
    "section",
    "requirement",
    "concern",
    "point",
    "issue",
    "area",
    "comment",
    "observation",
    "recommendation",
    "judgement",
    "weakness",
    "standard",
    "said",
    "found",
];

/// What is wrong with a service.
const WRONG: &[&str] = &["weakness", "shortfall", "deficiency", "failing"];

/// What those do who own an action.
const OWNERS_DO: &[&str] = &[
    "managed",
    "owned",
    "led",
    "delivered",
    "actioned",
    "assigned",
    "implemented",
    "undertaken",
    "carried",
    "done",
    "taken",
    "coordinated",
    "delegated",
    "handled",
    "executed",
    "completed",
    "progressed",
    "driven",
];

/// What those do who only watch over it.
const WATCHERS_DO: &[&str] = &[
    "reviewed",
    "approved",
    "signed",
    "validated",
    "overseen",
    "monitored",
    "verified",
    "agreed",
    "updated",
    "raised",
    "requested",
    "created",
    "reported",
    "assured",
    "checked",
    "authorised",
    "authorized",
    "governed",
    "added",
    "entered",
    "recorded",
    "scrutinised",
    "audited",
    "tracked",
    "identified",
    "submitted",
    "commissioned",
    "endorsed",
];

/// What the words beside `date` make of it, the first that is there. A day of another kind is no day of
/// the work.
const DATES: &[(HeadingMeaning, &[&str])] = &[
    (
        Always(M::Note),
        &[
            "review",
            "reviewed",
            "expiry",
            "expire",
            "expiration",
            "last",
            "status",
            "updated",
            "update",
            "previous",
            "added",
            "raised",
            "created",
            "logged",
            "entered",
            "opened",
            "identified",
            "reported",
            "recorded",
            "received",
            "issued",
            "meeting",
            "approved",
            "approval",
            "assessed",
            "assessment",
            "audit",
            "monitored",
            "checked",
            "verified",
            "validated",
            "escalated",
            "today",
            "entry",
            "board",
            "closure review",
        ],
    ),
    (Always(M::SourceDate), &["publication", "published", "inspection"]),
    (
        Always(M::RevisedDue),
        &[
            "revised",
            "forecast",
            "requested",
            "extended",
            "extension",
            "amended",
            "rescheduled",
            "projected",
            "new",
            "reprofiled",
            "changed",
            "current",
        ],
    ),
    (Always(M::Start), &["start", "started", "commencement", "commenced", "begin", "begun"]),
    (
        Always(M::Due),
        &[
            "due",
            "target",
            "original",
            "planned",
            "expected",
            "anticipated",
            "estimated",
            "proposed",
            "intended",
            "baseline",
            "deadline",
            "scheduled",
            "agreed",
        ],
    ),
    (
        Always(M::Completed),
        &[
            "actual",
            "completed",
            "closed",
            "achieved",
            "finished",
            "delivered",
            "implemented",
            "done",
            "closure",
            "signed",
        ],
    ),
    (CompletionDate, &["completion", "finish", "end", "delivery", "implementation", "complete"]),
];

/// Words for a day at the end of a heading, or at its beginning.
const DAYS: &[&str] = &["date", "day", "deadline", "timescale"];

/// Words of work that is done in parts.
const DONE: &[&str] = &[
    "complete",
    "completed",
    "completion",
    "progress",
    "implemented",
    "done",
    "delivered",
    "achieved",
    "finished",
];

/// Returns the meaning of a heading whose known words stand in a place that turns them; `compared` is its
/// normalised form.
pub(super) fn qualified(heading: &str, compared: &str) -> Option<(HeadingMeaning, Strength)> {
    let words: Vec<&str> = compared.split(' ').collect();
    let has = |some: &[&str]| words.iter().any(|word| some.contains(word));
    let (first, last) = (words.first()?, words.last()?);
    if let ["how", "will" | "we", "will" | "we", "know", ..] = words.as_slice() {
        return Some((Always(M::Success), Strength::Loose));
    }
    if let ["how", "will" | "do" | "is", ..] = words.as_slice()
        && has(&["sustained", "monitored", "monitor", "tracked", "reviewed", "checked"])
    {
        return Some((Always(M::Note), Strength::Loose));
    }
    let is_percentage = heading.trim_start().starts_with('%')
        || matches!(*first, "percent" | "percentage" | "pct")
        || (*last == "percent" || heading.trim_end().ends_with('%'));
    let note = Some((Always(M::Note), Strength::Loose));
    if is_percentage {
        return has(DONE).then_some((Always(M::Status), Strength::Loose));
    }
    if let [before @ .., "by"] | [before @ .., "by", "who" | "whom"] = words.as_slice()
        && let Some(verb) = before
            .iter()
            .find(|word| word.ends_with("ed") || word.ends_with("en") || OWNERS_DO.contains(word))
    {
        return if WATCHERS_DO.contains(verb) {
            note
        } else if OWNERS_DO.contains(verb) {
            Some((Always(M::Owners), Strength::Loose))
        } else {
            Some((Always(M::Owners), Strength::Within))
        };
    }
    let is_last_day =
        matches!(words.as_slice(), ["last" | "latest", "day" | "date", "for" | "to", ..]);
    if is_last_day {
        return Some((Always(M::Due), Strength::Within));
    }
    if DAYS.contains(last) || *first == "date" {
        // What will be completed is not completed yet.
        if has(&["will", "be"]) && has(DONE) {
            return Some((Always(M::Due), Strength::Loose));
        }
        let found = DATES.iter().find(|(_, beside)| has(beside));
        return Some(found.map_or((Day, Strength::Within), |(means, _)| (*means, Strength::Loose)));
    }
    let counts_back =
        |pair: &[&str]| matches!(pair, [one, two] if EARLIER.contains(one) && TIMES.contains(two));
    if (EARLIER.contains(first) && words.len() > 1) || words.windows(2).any(counts_back) {
        return note;
    }
    let is_count = matches!(words.as_slice(), ["day" | "week" | "month", _, ..])
        && has(&["overdue", "late", "remaining", "left", "open", "delay", "slippage"]);
    let is_number = matches!(words.as_slice(), ["number" | "count", "of", ..] | [_, .., "count"]);
    if is_count || is_number {
        return note;
    }
    if has(WRONG)
        || (INSPECTORS.contains(first) && INSPECTED.contains(last))
        || is_from_inspectors(&words)
    {
        return Some((Finding, Strength::Loose));
    }
    let is_of_risk = matches!(*last, "rating" | "score" | "level" | "grade")
        && has(&[
            "risk",
            "assurance",
            "confidence",
            "impact",
            "likelihood",
            "severity",
            "judgement",
        ]);
    is_of_risk.then_some((Always(M::Note), Strength::Loose))
}

/// Returns whether a heading says that inspectors wrote what is below it: `Key issue from Ofsted`.
fn is_from_inspectors(words: &[&str]) -> bool {
    let Some(joined) = words.iter().rposition(|word| matches!(*word, "from" | "by")) else {
        return false;
    };
    let (before, after) = words.split_at(joined);
    let what = before.iter().any(|word| {
        INSPECTED.contains(word) && !matches!(*word, "recommendation" | "action" | "comment")
    });
    what && after.iter().skip(1).take(2).any(|word| INSPECTORS.contains(word))
}

#[cfg(test)]
mod tests {
    use super::qualified;
    use crate::import::ColumnMeaning::{self, *};
    use crate::import::headings::{HeadingMeaning, normalise};

    fn means(heading: &str) -> Option<ColumnMeaning> {
        match qualified(heading, &normalise(heading))?.0 {
            HeadingMeaning::Always(means) => Some(means),
            _ => None,
        }
    }

    #[test]
    fn a_known_word_in_another_place_means_something_else() {
        for (heading, expected) in [
            ("Date record last updated", Note),
            ("Contract expiry date", Note),
            ("Policy review date", Note),
            ("RAG last month", Note),
            ("Previous RAG (May)", Note),
            ("Days overdue", Note),
            ("Number of actions", Note),
            ("Corporate risk rating", Note),
            ("Checked and signed off by", Note),
            ("Quality assured by", Note),
            ("Action to be delivered by", Owners),
            ("Programme managed by whom", Owners),
            ("% complete", Status),
            ("Percentage of work done", Status),
            ("Requested change date", RevisedDue),
            ("Date work started", Start),
            ("Revised target date", RevisedDue),
            ("Originally planned date", Due),
            ("Date actually closed", Completed),
            ("Date actions will be completed", Due),
            ("Date by which it will be done", Due),
            ("Current implementation date", RevisedDue),
            ("How will you make sure it is sustained?", Note),
            ("Attachment count", Note),
        ] {
            assert_eq!(means(heading), Some(expected), "{heading}");
        }
    }

    #[test]
    fn what_turns_no_meaning_is_left_to_the_synonyms() {
        for heading in ["Action", "Lead officer", "By when", "RAG", "% of target", "Who by"] {
            assert_eq!(means(heading), None, "{heading}");
        }
    }

    #[test]
    fn what_inspectors_wrote_is_a_finding() {
        for (heading, is_finding) in [
            ("Key issue from Ofsted", true),
            ("Issues raised by inspectors", true),
            ("Area of significant weakness", true),
            ("Shortfalls identified at visit", true),
            ("Ofsted said", true),
            ("Evidence for Ofsted", false),
            ("Update from Ofsted lead", false),
            ("Key issue", false),
        ] {
            let found = qualified(heading, &normalise(heading)).map(|(means, _)| means);
            assert_eq!(found == Some(HeadingMeaning::Finding), is_finding, "{heading}");
        }
    }

    #[test]
    fn a_day_of_no_known_kind_is_a_day() {
        let found = qualified("Committee date", &normalise("Committee date"));
        assert_eq!(found.map(|(means, _)| means), Some(HeadingMeaning::Day));
    }
}
