//! What the heading of a column may mean, by the kind of table and the headings beside it.

use std::borrow::Cow;

use super::candidates::{Candidate, FIT, Table, points};
use crate::import::column_meaning::{Holds, Strength};
use crate::import::headings::{HeadingMeaning, normalise};
use crate::import::{ColumnMeaning as M, SheetKind};
use crate::plan::quoted;

/// What is lost by a column of an earlier time, and by one of a later time that is blank.
const EARLIER: i32 = 30;

/// The score of a column of owners as one of other owners, whatever its heading: the surest leads.
const OTHER_OWNERS: i32 = 26;

impl Table<'_> {
    /// A heading with one meaning, which the cells or the neighbours may still turn.
    pub(super) fn always(&self, at: usize, means: M, strength: Strength) -> Vec<Candidate> {
        let (Some(head), Some(profile)) = (self.heads.get(at), self.profiles.get(at)) else {
            return Vec::new();
        };
        let points = points(strength);
        if let Some(turned) = self.turned(at, means, points) {
            return turned;
        }
        let why = match strength {
            Strength::Within | Strength::Loose => "its heading contains such a word",
            Strength::Weak | Strength::Strong => "its heading",
        };
        let mut candidates = vec![Candidate::new(means, points, why)];
        let mut or = |means: M, less: i32, why: &'static str| {
            candidates.push(Candidate::new(means, points - less, why));
        };
        let ends_by = normalise(&head.heading).ends_with(" by");
        match means {
            M::Owners => {
                let less = points - OTHER_OWNERS;
                or(M::OtherOwners, less, "its heading, beside the column of those who lead");
                if ends_by && profile.is_mostly(Holds::Days) {
                    or(M::Due, 5, "its heading, and it holds days");
                }
            }
            M::Due if ends_by && profile.is_mostly(Holds::People) => {
                or(M::Owners, 5, "its heading, and it holds persons or posts");
            }
            M::Completed if profile.is_mostly(Holds::States) => {
                or(M::Status, 5, "its heading, and it holds words for how far the work is");
                if let Some(first) = candidates.first_mut() {
                    first.score -= 10;
                }
            }
            M::Status if profile.is_mostly(Holds::Days) => {
                or(M::Completed, 5, "its heading, and it holds days");
            }
            M::Status | M::Rag if head.found.as_ref().is_some_and(|found| found.time.is_some()) => {
                // Of several times, the last that is filled is current.
                let later = i32::try_from(at.min(20)).unwrap_or_default();
                let less = if profile.filled > 0 || profile.coloured > 0 {
                    EARLIER - later
                } else {
                    2 * EARLIER
                };
                if let Some(first) = candidates.first_mut() {
                    first.score -= less;
                }
                candidates.push(Candidate::earlier_state());
            }
            M::Workstream if profile.is_mostly(Holds::States) => {
                or(M::Status, -5, "its heading, and it holds words for how far the work is");
            }
            M::Workstream
                if self.neighbours.has_other(at, M::Workstream) && self.is_constant(at) =>
            {
                let why = "its heading, and it holds the same in every row";
                if let Some(first) = candidates.first_mut() {
                    first.score -= 30;
                }
                candidates.push(Candidate::new(M::Note, points - 50, why));
            }
            M::Milestones if self.are_actions(at) => {
                let why = "its heading, and no other column says the action";
                candidates.push(Candidate::new(M::Action, points + 5, why).doubted());
            }
            M::Workstream if strength <= Strength::Loose && profile.is_mostly(Holds::Text) => {
                if let Some(first) = candidates.first_mut() {
                    first.is_doubted = true;
                }
            }
            M::RecommendationReference if profile.is_mostly(Holds::Text) => {
                or(M::Recommendation, 5, "its heading, and it holds sentences");
            }
            M::Recommendation => {
                or(M::Note, 80, "its heading, beside the column of recommendations");
            }
            _ => {}
        }
        candidates
    }

    /// What a heading means that its cells or its neighbours turn into something else altogether.
    fn turned(&self, at: usize, means: M, points: i32) -> Option<Vec<Candidate>> {
        let (head, profile) = (self.heads.get(at)?, self.profiles.get(at)?);
        let note = |why: &'static str| Candidate::new(M::Note, points, why);
        let compared = normalise(&head.heading);
        Some(match means {
            // Who ticked it off, where another column says who owns it.
            M::Owners
                if is_completed_by(&head.heading)
                    && !profile.is_mostly(Holds::Days)
                    && self.neighbours.has_other(at, M::Owners) =>
            {
                vec![note("its heading, beside the column of owners")]
            }
            M::Status if is_share(&head.heading) && self.neighbours.has_other(at, M::Status) => {
                vec![note("its heading: how much is done, beside the column of statuses")]
            }
            // The stage of a complaint or a case is no status of the work.
            M::Status
                if compared == "stage"
                    && profile.filled > 0
                    && profile.number_of(Holds::States) == 0 =>
            {
                vec![note("its heading, and it holds no word for how far the work is")]
            }
            // The day of a meeting stands left of what was decided, a day that is due right of it.
            M::Due
                if compared == "date"
                    && profile.is_mostly(Holds::Days)
                    && self.is_left_of_words(at) =>
            {
                let why = "its heading is only a date, left of what is to be done";
                vec![note(why).doubted(), Candidate::new(M::Due, points - 10, why).doubted()]
            }
            M::DependsOn if profile.filled > 0 && profile.number_of(Holds::References) == 0 => {
                vec![note("its heading, and it names the actions in words")]
            }
            _ => return None,
        })
    }

    /// A heading that names what is done, or why, in a table of actions; others describe it.
    pub(super) fn in_actions(
        &self,
        at: usize,
        meaning: HeadingMeaning,
        points: i32,
    ) -> Vec<Candidate> {
        use HeadingMeaning as H;
        let one =
            |means: M, less: i32, why: &'static str| Candidate::new(means, points - less, why);
        let beside_actions = "its heading, beside the column of actions";
        match meaning {
            H::How => {
                let mut candidates =
                    vec![one(M::Action, 0, "its heading"), one(M::Milestones, 45, beside_actions)];
                if self.is_carried_down(at) {
                    candidates.push(one(
                        M::Recommendation,
                        10,
                        "its heading, and each of its cells stands for several actions",
                    ));
                }
                candidates
            }
            H::What => {
                let how = self.heading_with(H::How);
                let recommendation = how.map_or(Cow::Borrowed(beside_actions), |(_, how)| {
                    format!("its heading, beside {}, which says the action", quoted(&how.heading))
                        .into()
                });
                vec![
                    one(M::Action, 10, "its heading, and no other column says the action"),
                    Candidate::new(M::Recommendation, points - 20, recommendation),
                    one(M::Workstream, 40, "its heading, beside the column of recommendations"),
                ]
            }
            H::RecommendationOrAction if self.neighbours.says_action_elsewhere(at) => {
                vec![one(M::Recommendation, 10, beside_actions)]
            }
            H::RecommendationOrAction if self.has(M::Recommendation) => {
                vec![one(M::Action, 10, "its heading, beside the column of recommendations")]
            }
            H::RecommendationOrAction => vec![
                one(M::Recommendation, 10, "its heading, and no other column says the action")
                    .doubted(),
                one(M::Action, 15, "its heading, and no other column says the action"),
            ],
            H::Words if self.is_constant(at) => {
                vec![one(M::Note, 20, "its heading, and it holds the same in every row")]
            }
            H::Words => {
                let mut candidates = vec![
                    one(M::Action, 20, "its heading, and no other column says the action"),
                    one(M::Note, 50, beside_actions),
                ];
                if self.is_left_of_action(at) && !self.has(M::Recommendation) {
                    candidates.push(one(
                        M::Recommendation,
                        45,
                        "its heading, left of the column of actions",
                    ));
                }
                candidates
            }
            H::Objective if !self.neighbours.says_action_elsewhere(at) => vec![
                one(M::Action, 10, "its heading, and no other column says the action").doubted(),
                one(M::Success, 20, "its heading"),
            ],
            H::Objective => {
                let success = one(M::Success, 5, "its heading: what success looks like");
                if self.is_left_of_action(at) && !self.has(M::Recommendation) {
                    return vec![
                        success.doubted(),
                        one(M::Recommendation, 40, "its heading, left of the column of actions"),
                    ];
                }
                vec![success]
            }
            H::Need | H::Finding | H::Standard => self.answered(at, meaning, points),
            H::Response if self.neighbours.says_action_elsewhere(at) => {
                vec![one(M::Response, 20, beside_actions)]
            }
            // `Agreed` says that it will be done, and not what.
            H::Response
                if self.profiles.get(at).is_some_and(|profile| {
                    profile.filled > 0 && !profile.is_mostly(Holds::Text)
                }) =>
            {
                vec![one(M::Response, 20, "its heading, and it holds decisions")]
            }
            H::Response => vec![
                one(M::Action, 10, "its heading, and no other column says the action").doubted(),
            ],
            other => self.describing(at, other, points),
        }
    }

    /// A heading that names what an action answers, more or less: of several, the one that says it in
    /// sentences.
    fn answered(&self, at: usize, meaning: HeadingMeaning, points: i32) -> Vec<Candidate> {
        use HeadingMeaning as H;
        let profile = self.profiles.get(at).copied().unwrap_or_default();
        let is_text = profile.is_mostly(Holds::Text);
        if profile.is_mostly(Holds::Figures) {
            return vec![Candidate::new(M::Note, points - 20, "its heading, and it holds figures")];
        }
        let one =
            |means: M, less: i32, why: &'static str| Candidate::new(means, points - less, why);
        let less = match meaning {
            H::Need => 10,
            H::Finding => 15,
            _ => 30,
        };
        let less = if is_text { less } else { less + FIT };
        let beside = "its heading, beside the column of recommendations";
        let why = "its heading, and no other column says what the action answers";
        let mut candidates = vec![one(M::Recommendation, less, why)];
        if profile.is_mostly(Holds::References) {
            let why = "its heading, and it holds numbers or codes";
            candidates.push(one(M::RecommendationReference, less + 15, why));
        }
        // Sentences are no names of parts of the plan.
        if meaning == H::Standard || (meaning == H::Need && !is_text) {
            candidates.push(one(M::Workstream, 45, beside));
        }
        candidates.push(one(M::Note, 55, beside));
        candidates
    }

    fn is_constant(&self, at: usize) -> bool {
        self.heads.get(at).is_some_and(|head| self.contents.is_constant(head.column))
    }

    /// Returns whether a column stands left of those that say the action and what it answers.
    fn is_left_of_words(&self, at: usize) -> bool {
        let words = [M::Action, M::Recommendation].map(HeadingMeaning::Always);
        let mut columns = words.into_iter().filter_map(|meaning| self.heading_with(meaning));
        columns.any(|(column, _)| at < column)
    }

    /// Returns whether the steps of a table without a column of actions are its actions: several of them
    /// answer one recommendation, and none is a list.
    fn are_actions(&self, at: usize) -> bool {
        if self.kind != SheetKind::Actions || self.neighbours.says_action_elsewhere(at) {
            return false;
        }
        let Some(column) = self.heads.get(at).map(|head| head.column) else { return false };
        let recommendation = self.heading_with(HeadingMeaning::Always(M::Recommendation));
        let recommendation = [HeadingMeaning::Finding, HeadingMeaning::Need]
            .into_iter()
            .find_map(|meaning| self.heading_with(meaning))
            .or(recommendation)
            .map(|(_, head)| head.column);
        let steps = self.contents.different(column);
        !self.contents.has_lists(column)
            && recommendation.is_none_or(|other| self.contents.different(other) < steps)
    }

    /// A heading that describes an action.
    fn describing(&self, at: usize, meaning: HeadingMeaning, points: i32) -> Vec<Candidate> {
        use HeadingMeaning as H;
        let profile = self.profiles.get(at).copied().unwrap_or_default();
        let column = self.heads.get(at).map_or(0, |head| head.column);
        let one =
            |means: M, less: i32, why: &'static str| Candidate::new(means, points - less, why);
        match meaning {
            H::Day if profile.is_mostly(Holds::Days) => vec![
                one(M::Due, 0, "it holds days, and no other column says when it is due").doubted(),
                one(M::Note, 20, "a day of another kind"),
            ],
            H::Day => vec![one(M::Note, 0, "its heading")],
            H::Priority if self.contents.are_levels(column) => {
                vec![one(M::Priority, 0, "its heading, and it holds levels such as high and low")]
            }
            H::Priority => {
                vec![one(M::Workstream, 10, "its heading, and it holds names rather than levels")]
            }
            H::Target if self.contents.are_dates(column) => vec![
                one(M::Due, 10, "its heading, and it holds dates"),
                one(M::Note, 30, "its heading, beside the day it is due").doubted(),
            ],
            H::Target => vec![one(M::Success, 20, "its heading, and it holds no dates")],
            H::Outcome | H::Impact => {
                let other = if meaning == H::Outcome { H::Impact } else { H::Outcome };
                let is_second = [other, H::Measure, H::Indicator]
                    .into_iter()
                    .any(|other| self.heading_with(other).is_some_and(|(other, _)| other < at));
                vec![if self.has(M::Success) || is_second {
                    one(
                        M::Update,
                        10,
                        "its heading, beside the column that says what success looks like",
                    )
                } else {
                    one(M::Success, 10, "its heading")
                }]
            }
            H::CompletionDate => vec![
                one(M::Due, 10, "its heading, and no other column says when it is due"),
                one(M::Completed, 20, "its heading, beside the day it is due"),
            ],
            H::Paragraph => self.paragraph(column, points),
            H::Body => vec![if self.has(M::Owners) {
                one(M::OtherOwners, 10, "its heading, beside the column of owners")
            } else {
                one(M::Owners, 0, "its heading")
            }],
            H::Measure | H::Indicator => {
                vec![one(M::Success, 10, "its heading, in a table of actions")]
            }
            H::Progress => {
                let mut candidates = vec![one(M::Update, 20, "its heading")];
                let has_rag = self.has(M::Rag);
                // Words for how far the work is, under a heading that says little, are the status.
                let is_elsewhere = self.neighbours.states.is_some_and(|other| other != at);
                let is_of_states = profile.is_mostly(Holds::States);
                if !self.has(M::Status) && (is_of_states || (!has_rag && !is_elsewhere)) {
                    candidates.insert(0, one(M::Status, 5, "its heading; a cell that holds a status alone gives it, other words are kept as updates"));
                }
                candidates
            }
            H::Period => vec![one(M::Update, 10, "its heading is a time")],
            _ => Vec::new(),
        }
    }

    fn paragraph(&self, column: u16, points: i32) -> Vec<Candidate> {
        if self.has(M::Recommendation) || self.has(M::RecommendationReference) {
            return vec![Candidate::new(M::Paragraphs, points, "its heading")];
        }
        let number = HeadingMeaning::Always(M::Number);
        if !self.has(M::ActionReference)
            && self.heading_with(number).is_none()
            && !self.is_of_report(column)
            && self.contents.are_plain_and_different(column)
        {
            let why = "its heading, and each of its numbers occurs once";
            return vec![Candidate::new(M::ActionReference, points, why)];
        }
        let why = "its heading, and no other column names the recommendation";
        vec![Candidate::new(M::RecommendationReference, points, why)]
    }

    /// Returns whether a heading names the report it is about.
    fn is_of_report(&self, column: u16) -> bool {
        let head = self.heads.iter().find(|head| head.column == column);
        head.is_some_and(|head| {
            let compared = normalise(&head.heading);
            ["ofsted", "report", "inspection"].iter().any(|word| compared.contains(word))
        })
    }

    pub(super) fn in_recommendations(
        &self,
        at: usize,
        meaning: HeadingMeaning,
        points: i32,
    ) -> Vec<Candidate> {
        use HeadingMeaning as H;
        let column = self.heads.get(at).map_or(0, |head| head.column);
        let one =
            |means: M, less: i32, why: &'static str| Candidate::new(means, points - less, why);
        let heading = "its heading";
        vec![match meaning {
            H::Words
            | H::What
            | H::Objective
            | H::Need
            | H::Finding
            | H::Standard
            | H::RecommendationOrAction => {
                one(M::Recommendation, 20, "its heading, in a table of recommendations")
            }
            H::Body => one(M::AddressedTo, 0, "its heading, in a table of recommendations"),
            H::Priority if self.contents.are_levels(column) => one(M::Priority, 0, heading),
            H::Priority => {
                one(M::Workstream, 10, "its heading, and it holds names rather than levels")
            }
            H::Outcome | H::Impact => {
                one(M::Success, 10, "its heading: the difference it should make")
            }
            H::Paragraph => one(M::Paragraphs, 0, heading),
            H::Response => one(M::Response, 0, heading),
            _ => return Vec::new(),
        }]
    }

    pub(super) fn in_measures(&self, meaning: HeadingMeaning, points: i32) -> Vec<Candidate> {
        use HeadingMeaning as H;
        let one =
            |means: M, less: i32, why: &'static str| Candidate::new(means, points - less, why);
        let is_named =
            self.heading_with(H::Words).is_some() || self.heading_with(H::Measure).is_some();
        vec![match meaning {
            H::Measure => one(M::Measure, 0, "its heading"),
            H::Indicator if is_named => {
                one(M::MeasureReference, 0, "its heading, beside the column that names the measure")
            }
            H::Indicator => one(M::Measure, 10, "its heading"),
            H::Words => one(M::Measure, 30, "its heading, in a table of measures"),
            H::Target => one(M::Target, 0, "its heading, in a table of measures"),
            H::Period => one(M::Reading, 0, "its heading is a time"),
            _ => return Vec::new(),
        }]
    }
}

/// Returns whether a heading is of a share of the work: `% complete`.
fn is_share(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    lower.contains('%') || lower.contains("percent")
}

fn is_completed_by(heading: &str) -> bool {
    matches!(&*normalise(heading), "completed by" | "closed by" | "finished by" | "done by")
}
