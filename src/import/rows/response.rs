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

/// Returns the decision that declines a recommendation in a cell that is not for decisions: `Not agreed.
/// Market prices are paid already.` in the place of an action.
fn declined_in_words(text: &str) -> Option<(Decision, &str)> {
    let found = decision(text.trim())?;
    let first = text.split(|letter: char| !letter.is_alphabetic()).find(|word| !word.is_empty());
    let is_plain = !first.is_some_and(|word| word.eq_ignore_ascii_case("no"));
    (found.0 == Decision::Declined && is_plain).then_some(found)
}

/// Returns the decision of a row: of its response, else of the words in the place of its action, else, where
/// the recommendation is the action, of its status.
fn decided(
    table: &mut TableReader<'_, '_>,
    row: TableRow<'_>,
    action: Option<&str>,
) -> Option<(Decision, String)> {
    let owned = |(decision, rest): (Decision, &str)| (decision, rest.to_owned());
    if let Some(found) = row.each(M::Response).map(|(_, found)| found).find(is_decision) {
        let text = table.text(&found)?;
        let (decision, rest) = owned(decision(&text)?);
        let of_action =
            action.filter(|text| decision == Decision::Declined && !names_nothing(text));
        let parts = [rest.as_str(), of_action.unwrap_or_default()];
        let reason: Vec<&str> = parts.into_iter().filter(|one| !one.is_empty()).collect();
        return Some((decision, reason.join("\n")));
    }
    if row.first_own(M::Action).is_some() {
        return declined_in_words(action?).map(owned);
    }
    let found = row.each(M::Status).map(|(_, found)| found).find(|found| {
        table.view.makes_actions()
            && matches!(&found.cell.content, Content::Text(text) if declined_in_words(text).is_some())
    })?;
    let text = table.text(&found)?;
    declined_in_words(&text).map(owned)
}

/// Gives the recommendations of a row its decision, with the reason. The words in the place of an action are
/// the reason of what was declined.
pub(super) fn respond(
    table: &mut TableReader<'_, '_>,
    row: TableRow<'_>,
    recommendations: &[usize],
    action: Option<&str>,
) -> Option<Decision> {
    if recommendations.is_empty() && !row.each(M::Response).any(|(_, found)| is_decision(&found)) {
        return None;
    }
    let (decision, reason) = decided(table, row, action)?;
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
    use super::{decision, declined_in_words};
    use crate::model::Decision as D;

    #[test]
    fn only_plain_words_decline_in_the_place_of_an_action() {
        for (text, declines) in [
            ("Not agreed. Market prices are paid already.", true),
            ("Not accepted", true),
            ("Rejected: no funding", true),
            ("No", false),
            ("No, but we will look again", false),
            ("Not agreed actions are listed below", false),
            ("Agreed. Panel will look at it.", false),
            ("Declined referrals are reviewed", false),
        ] {
            assert_eq!(declined_in_words(text).is_some(), declines, "{text}");
        }
    }

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
