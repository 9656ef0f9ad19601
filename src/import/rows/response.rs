//! Reads the council's response to a recommendation: accepted, accepted in part, declined or noted.

use crate::cells::Content;
use crate::import::ColumnMeaning as M;
use crate::import::headings::normalise;
use crate::import::table_reader::TableReader;
use crate::import::view::{Found, TableRow};
use crate::model::{Decision, Response};
use crate::text::names_nothing;

/// The words of decisions, in normalised form.
const DECISIONS: [(Decision, &[&str]); 4] = [
    (
        Decision::Declined,
        &[
            "not agreed",
            "not accepted",
            "declined",
            "rejected",
            "refused",
            "disagreed",
            "disagree",
            "do not agree",
            "do not accept",
            "no",
            "not approved",
            "not supported",
        ],
    ),
    (
        Decision::Partly,
        &[
            "partly agreed",
            "partly accepted",
            "partially agreed",
            "partially accepted",
            "agreed in part",
            "accepted in part",
            "accept in part",
            "agreed in principle",
            "accepted in principle",
            "part agreed",
            "part accepted",
            "partly",
            "partial",
        ],
    ),
    (
        Decision::Accepted,
        &[
            "agreed",
            "accepted",
            "agree",
            "accept",
            "fully agreed",
            "fully accepted",
            "agreed in full",
            "accepted in full",
            "approved",
            "yes",
            "supported",
        ],
    ),
    (Decision::Noted, &["noted", "note"]),
];

/// Returns the decision that a text gives at its head, and what it says besides.
fn decision(text: &str) -> Option<(Decision, &str)> {
    let end = text.find([':', ';', ',', '.', '\n', '(', '\u{2013}', '\u{2014}']);
    let hyphen = text.find(" - ");
    let end = end.into_iter().chain(hyphen).min().unwrap_or(text.len());
    let (head, rest) = text.split_at_checked(end)?;
    let head = normalise(head);
    let found = DECISIONS.iter().find(|(_, words)| words.contains(&&*head))?;
    let marks = |letter: char| letter.is_whitespace() || ":;,.-()\u{2013}\u{2014}".contains(letter);
    Some((found.0, rest.trim_start_matches(marks)))
}

/// Returns whether a cell gives a decision.
pub(super) fn is_decision(found: &Found<'_>) -> bool {
    matches!(&found.cell.content, Content::Text(text) if decision(text.trim()).is_some())
}

/// Gives the recommendations of a row the decision of its response cell, with the reason. The words in the
/// place of an action are the reason of what was declined.
pub(super) fn respond(
    table: &mut TableReader<'_, '_>,
    row: TableRow<'_>,
    recommendations: &[usize],
    action: Option<&str>,
) -> Option<Decision> {
    let found = row.each(M::Response).map(|(_, found)| found).find(is_decision)?;
    let text = table.text(&found)?;
    let (decision, rest) = decision(&text)?;
    let of_action = action.filter(|text| decision == Decision::Declined && !names_nothing(text));
    let reason = [rest, of_action.unwrap_or_default()]
        .iter()
        .filter(|one| !one.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join("\n");
    for at in recommendations {
        if let Some(one) = table.reader.doc.recommendations.get_mut(*at)
            && one.response.is_none()
        {
            let mut response = Response::new(decision);
            response.reason = (!reason.is_empty()).then(|| reason.clone());
            one.response = Some(response);
        }
    }
    Some(decision)
}

#[cfg(test)]
mod tests {
    use super::decision;
    use crate::model::Decision as D;

    #[test]
    fn a_decision_stands_at_the_head_of_a_response() {
        for (text, found) in [
            ("Agreed", Some((D::Accepted, ""))),
            ("Accepted in part - from April only", Some((D::Partly, "from April only"))),
            ("Not agreed. Too dear.", Some((D::Declined, "Too dear."))),
            ("Noted", Some((D::Noted, ""))),
            ("Agreed actions are under way", None),
            ("We will do it", None),
        ] {
            assert_eq!(decision(text), found, "{text}");
        }
    }
}
