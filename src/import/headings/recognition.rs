//! Recognises the meaning of a heading.

use super::heading_time::{split, split_term};
use super::normalise::normalise;
use super::qualifiers::qualified;
use super::synonyms::{HeadingMeaning, exact};
use crate::import::ColumnMeaning;
use crate::import::column_meaning::Strength;
use crate::model::Tier;

/// A recognised heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Recognised {
    pub(crate) meaning: HeadingMeaning,
    pub(crate) strength: Strength,
    /// The time in the heading, as written.
    pub(crate) time: Option<String>,
}

/// Headings are short; anything longer than this is text.
const LONGEST: usize = 90;

/// The longest heading, in words, that is searched for a single known word.
const MOST_WORDS: usize = 6;

/// The longest heading, in words, whose last words are matched.
const FEW_WORDS: usize = 4;

/// Words that begin a qualification of the words before them.
const MORE: [&str; 14] = [
    "of", "for", "to", "as", "by", "at", "from", "against", "in", "with", "on", "since", "per",
    "if",
];

/// Returns the meaning of a heading, if it is known.
pub(crate) fn recognise(heading: &str) -> Option<Recognised> {
    if heading.trim().is_empty() {
        return None;
    }
    if heading.chars().count() > LONGEST {
        // What a long heading asks comes first: `Key actions: how will … (including …)`.
        let first = heading.split([':', '?', '(', '\n']).next()?;
        let is_short = first.len() < heading.len() && first.split_whitespace().count() <= FEW_WORDS;
        let found = is_short.then(|| recognise(first)).flatten()?;
        return (found.strength >= Strength::Weak).then_some(found);
    }
    let found = |(meaning, strength)| Some(Recognised { meaning, strength, time: None });
    let mut compared = normalise(heading);
    if let Some(known) = exact(&compared) {
        return found(known);
    }
    let (mut words, mut time) = split(heading);
    if words.is_empty() && !time.is_empty() {
        let time = Some(heading.trim().to_owned());
        return Some(Recognised {
            meaning: HeadingMeaning::Period,
            strength: Strength::Weak,
            time,
        });
    }
    if heading.contains(['(', '[', ')', ']']) {
        let plain = without_brackets(heading);
        compared = normalise(&plain);
        if let Some(known) = exact(&compared) {
            return found(known);
        }
        (words, time) = split(&plain);
    }
    let time = (!time.is_empty()).then_some(time);
    let mut known = None;
    if time.is_some() {
        compared = normalise(&words);
        known = exact(&compared);
    }
    if known.is_none()
        && let Some(found) = of_term(&without_brackets(heading))
    {
        return Some(found);
    }
    let known = known.or_else(|| qualified(heading, &compared));
    let known = known.or_else(|| loose(&words, &compared));
    known.map(|(meaning, strength)| Recognised { meaning, strength, time })
}

/// Recognises how far the work was in a term or a month: `RAG Autumn`.
fn of_term(heading: &str) -> Option<Recognised> {
    use ColumnMeaning as M;
    let (rest, time) = split_term(heading)?;
    let (meaning, strength) = exact(&normalise(&rest))?;
    let is_state = matches!(
        meaning,
        HeadingMeaning::Always(M::Rag | M::Status | M::Update) | HeadingMeaning::Progress
    );
    is_state.then_some(Recognised { meaning, strength, time: Some(time) })
}

/// Returns a heading without text in brackets.
fn without_brackets(heading: &str) -> String {
    let mut plain = String::with_capacity(heading.len());
    let mut depth = 0_usize;
    for letter in heading.chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            letter if depth == 0 => plain.push(letter),
            _ => {}
        }
    }
    plain
}

/// Recognises a heading, given also in normalised form, that only begins or ends with a known one.
fn loose(heading: &str, compared: &str) -> Option<(HeadingMeaning, Strength)> {
    if let Some(found) = either_end(heading) {
        return Some(found);
    }
    let first = heading.split(['\u{2013}', '\u{2014}', ':', '\n', '?']).next();
    let first = first.map(|first| first.split(" - ").next().unwrap_or(first));
    let first = first.filter(|first| first.len() < heading.len());
    if let Some((meaning, strength)) = first.and_then(|first| exact(&normalise(first))) {
        return Some((meaning, strength));
    }
    if let Some(meaning) = link(compared) {
        return Some((meaning, Strength::Loose));
    }
    // `Status description` is about the status.
    if let Some((rest, "description" | "text" | "name" | "title" | "wording")) =
        compared.rsplit_once(' ')
        && let Some((meaning, _)) = exact(rest)
    {
        return Some((meaning, Strength::Loose));
    }
    let words: Vec<&str> = compared.split(' ').collect();
    if let Some((meaning, _)) = heading_pieces(compared).find_map(exact) {
        return Some((meaning, Strength::Loose));
    }
    if let Some((meaning, _)) = compared.split(" and ").find_map(exact) {
        return Some((meaning, Strength::Loose));
    }
    if words.len() > MOST_WORDS {
        return None;
    }
    // After `by` or `of` a word only says more of those before it.
    let main = words.iter().position(|word| MORE.contains(word)).unwrap_or(words.len());
    let main = words.get(..main).unwrap_or_default();
    let ends = [2, 1].into_iter().filter_map(|count| {
        let start = main.len().checked_sub(count).filter(|_| words.len() <= FEW_WORDS)?;
        main.get(start..)
    });
    let starts = [2, 1].into_iter().filter_map(|count| words.get(..count));
    let ends = ends.map(|some| (some, Strength::Loose));
    let starts = starts.map(|some| (some, Strength::Within));
    // `Measures that we take` names no measure, `What it costs` no action, and only `How we will do it` one.
    let is_of_will = words.iter().any(|word| matches!(*word, "will" | "we" | "do" | "achieve"));
    let may_be_another = |meaning: HeadingMeaning| {
        use HeadingMeaning as H;
        matches!(meaning, H::Measure | H::Indicator | H::What) || (meaning == H::How && !is_of_will)
    };
    ends.chain(starts)
        .filter_map(|(some, strength)| Some((exact(&some.join(" "))?.0, strength)))
        .find(|(meaning, strength)| *strength > Strength::Within || !may_be_another(*meaning))
}

/// Recognises the start or the end of a stretch of time: `Timeline - Start`.
fn either_end(heading: &str) -> Option<(HeadingMeaning, Strength)> {
    let (_, last) = heading
        .rsplit_once(" - ")
        .or_else(|| heading.rsplit_once(['\u{2013}', '\u{2014}', ':', '\n']))?;
    let (meaning, _) = exact(&normalise(last))?;
    let is_end = matches!(
        meaning,
        HeadingMeaning::Always(ColumnMeaning::Start) | HeadingMeaning::CompletionDate
    );
    is_end.then_some((meaning, Strength::Loose))
}

/// Returns the parts of a heading before its first qualification.
fn heading_pieces(compared: &str) -> impl Iterator<Item = &str> {
    compared.match_indices(' ').filter_map(|(at, _)| {
        let (before, after) = compared.split_at_checked(at)?;
        let next = after.split_whitespace().next()?;
        MORE.contains(&next).then_some(before)
    })
}

/// Recognises `Link to …` by the text after it.
fn link(compared: &str) -> Option<HeadingMeaning> {
    let rest = compared.strip_prefix("link to ").or_else(|| compared.strip_prefix("linked to "))?;
    let has = |words: &[&str]| words.iter().any(|word| rest.split(' ').any(|one| one == *word));
    let means = if has(&[
        "recommendation",
        "rec",
        "ofsted",
        "inspection",
        "ilac",
        "ilacs",
        "afi",
        "finding",
    ]) {
        ColumnMeaning::Answers
    } else if has(&["action"]) {
        ColumnMeaning::DependsOn
    } else if has(&["priority", "theme", "workstream", "strategy", "plan", "outcome"]) {
        ColumnMeaning::Workstream
    } else if has(&["evidence"]) {
        ColumnMeaning::Evidence
    } else {
        return None;
    };
    Some(HeadingMeaning::Always(means))
}

/// Returns the tier of the recommendations below a heading: areas for priority action, areas for
/// improvement.
pub(crate) fn tier(heading: &str) -> Option<Tier> {
    let compared = normalise(heading);
    if compared.contains("priority action") {
        Some(Tier::PriorityAction)
    } else if compared.contains("area for improvement") || compared.contains("area of improvement")
    {
        Some(Tier::AreaForImprovement)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{HeadingMeaning, Strength, recognise};
    use crate::import::ColumnMeaning::*;
    use HeadingMeaning::Always;

    #[test]
    fn headings_of_real_tables_are_recognised() {
        for (heading, meaning) in [
            ("NOS", Always(Number)),
            ("No.", Always(Number)),
            ("What?", HeadingMeaning::What),
            ("How?", HeadingMeaning::How),
            ("Who?", Always(Owners)),
            ("When?", Always(Due)),
            ("Success measures", Always(Success)),
            ("Current Status", Always(Status)),
            ("Outcome – (report for Q1, Q2, Q3, Q4)", HeadingMeaning::Outcome),
            ("Areas for priority action", Always(Recommendation)),
            ("Responsible body", HeadingMeaning::Body),
            ("local area", Always(Source)),
            ("report date", Always(SourceDate)),
            ("Ofsted Para No", HeadingMeaning::Paragraph),
            ("Lead Officer(s)", Always(Owners)),
            ("R/A/G", Always(Rag)),
            ("RAG Q2", Always(Rag)),
            ("Monitoring & Evaluation", Always(Evidence)),
            ("Progress update as at 30 October 2026", HeadingMeaning::Progress),
            ("Action (short paraphrase)", Always(Action)),
            ("Timescale words exactly as published", Always(Due)),
            ("Link to Ofsted recommendation(s)", Always(Answers)),
            ("Link to corporate plan", Always(Workstream)),
            ("Resources / Cost", Always(Resources)),
            ("Date for completion", Always(Due)),
            ("Revised completion date", Always(RevisedDue)),
            ("By When?\n(date)", Always(Due)),
            ("June 2017", HeadingMeaning::Period),
            ("Milestones", Always(Milestones)),
            ("Status / RAG", Always(Rag)),
            ("RAG Autumn", Always(Rag)),
            ("Autumn term RAG", Always(Rag)),
            ("Status - March", Always(Status)),
            ("Progress Summer 2026", HeadingMeaning::Progress),
            ("Timeline - Start", Always(Start)),
            ("Timeline – End", HeadingMeaning::CompletionDate),
            ("Status Description", Always(Status)),
        ] {
            assert_eq!(recognise(heading).map(|found| found.meaning), Some(meaning), "{heading}");
        }
    }

    #[test]
    fn what_is_no_heading_is_not_recognised() {
        for text in [
            "",
            "Anyshire",
            "Assessments are completed within the time that the guidance allows and this is checked",
            "Phone",
            "Link to video",
        ] {
            assert_eq!(recognise(text), None, "{text}");
        }
        assert_eq!(recognise("Improvement plan lead").unwrap().strength, Strength::Loose);
    }
}
