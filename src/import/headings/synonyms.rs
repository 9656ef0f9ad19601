//! Headings that councils write above columns. A heading with one meaning is listed with that meaning;
//! those whose meaning depends on the columns beside them are here.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::import::ColumnMeaning;
use crate::import::column_meaning::ROWS;
use crate::import::column_meaning::Strength::{self, Strong, Weak};

/// The meaning of a heading by itself; some depend on the columns beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum HeadingMeaning {
    /// One meaning, regardless of neighbours.
    Always(ColumnMeaning),
    /// `What?`: the action or, beside `How?`, the purpose of the action.
    What,
    /// `How?`: the action, or its steps.
    How,
    /// `Description`, `Text`, `Title`: the records of the table.
    Words,
    /// `Objective`: what success looks like.
    Objective,
    /// `Requirement`, `Improvement required`: what the action answers, or the part of the plan.
    Need,
    /// `Finding`, `CQC action`: the inspectors' words, which the action answers.
    Finding,
    /// `Standard`, `Regulation`: what the inspectors' words, or the action, are measured against.
    Standard,
    /// `Recommendation / Action`: what is answered or, beside that, the action.
    RecommendationOrAction,
    /// `Management response`: the answer to a recommendation or, where no other column says it, the
    /// action.
    Response,
    /// `Committee date`: a day, but not which.
    Day,
    /// `Priority`: a level, or the part of the plan.
    Priority,
    /// `Target`: a date in a plan, a number among measures.
    Target,
    /// `Outcome`: what success looks like or, beside that, what happened.
    Outcome,
    /// `Impact`.
    Impact,
    /// `Completion date`: the due date or, beside that, the completion date.
    CompletionDate,
    /// `Para no`: the recommendation's reference or, beside one, the paragraphs.
    Paragraph,
    /// `Responsible body`: the owner, or the addressee of a recommendation.
    Body,
    /// `KPI`, `Measure`: the name of a measure, or what success looks like in a plan.
    Measure,
    /// `Indicator`: the name of a measure or, beside one, its reference.
    Indicator,
    /// `Progress`, `Update`: text on progress, which may hold the status if no column does.
    Progress,
    /// `June 2017`: a value at that time.
    Period,
}

/// The headings whose meaning depends on the columns beside them, in normalised form.
#[rustfmt::skip]
const AMBIGUOUS: &[(HeadingMeaning, Strength, &[&str])] = &[
    (HeadingMeaning::How, Strong, &[
        "how", "how to", "method", "approach",
    ]),
    (HeadingMeaning::What, Weak, &[
        "what",
    ]),
    (HeadingMeaning::CompletionDate, Weak, &[
        "completion date", "completion", "finish", "finish date", "end date", "end",
        "date of finish", "end by", "delivered date", "implementation",
    ]),
    (HeadingMeaning::Outcome, Weak, &[
        "outcome",
    ]),
    (HeadingMeaning::Impact, Weak, &[
        "impact", "impact to date", "impact so far",
    ]),
    (HeadingMeaning::Progress, Strong, &[
        "cynnydd",
        "progress", "update", "progress update", "latest update", "progress to date",
        "progress so far", "latest progress", "update on progress", "current progress",
        "progress report", "progress made", "action update", "monthly update", "progress note",
        "progress summary", "progress and update", "progress against action", "status comment",
        "progress comment", "progress commentary", "current position", "position",
        "latest position", "where are we now", "current situation", "update on action",
        "progress rating", "progress since last update", "officer update", "quarterly update",
        "weekly update", "progress evidence", "progress and evidence", "evidence and progress",
        "evidence progress",
    ]),
    (HeadingMeaning::Measure, Strong, &[
        "kpi", "measure", "performance indicator", "performance measure",
        "key performance indicator", "measure name", "kpi description", "metric",
        "indicator name", "indicator description", "kpi name", "measure description",
        "performance indicator description", "key measure", "indicator title", "measure title",
        "kpi title", "name of measure", "data item", "definition of measure", "key indicator",
    ]),
    (HeadingMeaning::Indicator, Strong, &[
        "indicator",
    ]),
    (HeadingMeaning::Target, Weak, &[
        "target", "target figure", "target value", "target level", "target 12 month",
    ]),
    (HeadingMeaning::Objective, Weak, &[
        "objective", "aim", "goal", "key objective", "improvement objective",
        "strategic objective", "strategic aim", "what we want to achieve",
        "what do we want to achieve", "what we need to achieve", "what are we trying to achieve",
        "improvement aim", "specific objective", "smart objective", "objective improvement",
    ]),
    (HeadingMeaning::Need, Weak, &[
        "pledge", "promise", "ambition", "aspiration", "issue to address", "area to improve", "area needing improvement", "what need improving",
        "what we need to improve", "requirement", "commitment",
        "improvement required", "improvement needed", "area for action", "must do", "should do",
        "challenge question", "expectation", "what do we need to improve", "what do we need to do to improve",
        "what is improvement required",
    ]),
    (HeadingMeaning::Finding, Weak, &[
        "finding", "ofsted finding", "inspection finding", "issue identified", "area of weakness",
        "learning point", "concern", "standard not met", "cqc action", "ofsted section",
        "breach", "weakness", "key finding", "area of significant weakness", "shortfall",
        "shortfall identified", "how regulation was not being met", "deficiency",
        "how regulation was not met", "how requirement was not being met", "non compliance", "learning", "gap identified",
        "observation", "area of concern", "lesson learned", "lesson", "learning identified",
        "inspector comment", "ofsted comment", "issue raised", "audit finding", "gap",
        "identified issue", "must do action", "should do action", "regulatory breach",
        "estyn recommendation text", "panel finding", "review finding",
    ]),
    (HeadingMeaning::Standard, Weak, &[
        "standard", "regulation", "standard regulation", "regulation standard", "nm",
        "national minimum standard", "regulation breached", "regulated activity",
    ]),
    (HeadingMeaning::RecommendationOrAction, Weak, &[
        "recommendation action", "action recommendation", "recommendation or action",
        "action or recommendation", "recommendation agreed action",
    ]),
    (HeadingMeaning::Response, Weak, &[
        "response", "management response", "executive response", "agency response",
        "cabinet response", "council response", "management comment", "response to recommendation", "service response", "trust response", "client response",
        "partner response", "school response", "agreed management response",
    ]),
    (HeadingMeaning::Priority, Weak, &[
        "priority", "priority level", "urgency", "importance", "high medium low", "tier",
        "priority no",
    ]),
    (HeadingMeaning::Paragraph, Weak, &[
        "para", "paragraph", "para no", "paragraph no", "paragraph number", "ofsted para no",
        "ofsted para", "ofsted paragraph", "ofsted paragraph no", "para number", "report para",
        "ofsted paragraph number", "para ref", "ofsted para number", "ofsted para ref",
        "ofsted report para", "report para no", "ofsted report paragraph", "paragraph ref",
    ]),
    (HeadingMeaning::Body, Strong, &[
        "responsible body", "agency", "organisation", "responsible agency",
        "responsible organisation", "lead organisation", "body", "lead body",
        "responsible authority",
    ]),
    (HeadingMeaning::Words, Weak, &[
        "description", "text", "title", "wording", "detail", "name", "short paraphrase",
        "paraphrase", "summary", "short description", "full text", "heading", "word",
    ]),
];

/// Returns the meaning of a normalised heading, if it is listed exactly.
pub(super) fn exact(heading: &str) -> Option<(HeadingMeaning, Strength)> {
    static BY_HEADING: LazyLock<HashMap<&str, (HeadingMeaning, Strength)>> = LazyLock::new(|| {
        all().map(|(heading, meaning, strength)| (heading, (meaning, strength))).collect()
    });
    BY_HEADING.get(heading).copied()
}

/// Returns every heading with its meaning.
pub(super) fn all() -> impl Iterator<Item = (&'static str, HeadingMeaning, Strength)> {
    let plain = ROWS.iter().flat_map(|row| {
        let each = row.headings.iter();
        each.map(|(strength, headings)| (HeadingMeaning::Always(row.means), *strength, *headings))
    });
    plain.chain(AMBIGUOUS.iter().copied()).flat_map(|(meaning, strength, headings)| {
        headings.iter().map(move |heading| (*heading, meaning, strength))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::all;
    use crate::import::headings::normalise;

    #[test]
    fn every_heading_stands_once_and_in_the_form_it_is_compared_in() {
        let mut seen = BTreeMap::new();
        let mut wrong = Vec::new();
        for (heading, meaning, _) in all() {
            if normalise(heading) != heading {
                wrong.push(format!("{heading}: write {}", normalise(heading)));
            }
            if let Some(other) = seen.insert(heading, meaning) {
                wrong.push(format!("{heading}: {meaning:?} and {other:?}"));
            }
        }
        assert_eq!(wrong, Vec::<String>::new());
    }
}
