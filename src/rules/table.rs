//! The one table of rules: code, severity, explanation, help and function. Everything that is printed
//! or documented about a rule comes from here.

use super::facts::Facts;
use super::hits::Hits;
use super::{
    assessments, completion, coverage, due, evidence, interim, late, measures, milestones, owners,
    partners, plan, rag, resources, revisions, stops, vocabulary,
};
use crate::diagnostic::{CodeEntry, Severity};

/// One rule.
pub(crate) struct Rule {
    pub(crate) entry: CodeEntry,
    /// Whether only the strict rules ask it.
    pub(crate) is_strict: bool,
    pub(crate) check: fn(&Facts<'_>, &mut Hits),
}

/// The rows of the table, without their functions.
pub(crate) fn entries() -> impl Iterator<Item = CodeEntry> {
    TABLE.iter().map(|rule| rule.entry)
}

/// The row of a code.
pub(crate) fn entry(code: &str) -> Option<CodeEntry> {
    entries().find(|entry| entry.code == code)
}

/// The rules about waivers are asked in `waivers`, once all the others have spoken.
fn asked_last(_: &Facts<'_>, _: &mut Hits) {}

macro_rules! rules {
    ($($severity:ident $($strict:ident)? $code:literal => $check:path, $explanation:literal, $help:literal;)+) => {
        /// Every rule.
        pub(crate) static TABLE: &[Rule] = &[$(Rule {
            entry: CodeEntry::new($code, Severity::$severity, $explanation, $help),
            is_strict: rules!(@ $($strict)?),
            check: $check,
        },)+];
    };
    (@ strict) => { true };
    (@) => { false };
}

rules! {
    Error "uncovered-recommendation" => coverage::uncovered_recommendation,
        "No action that is under way answers the recommendation, so nobody is working on it. For the council's own priorities this is a warning, not an error.",
        "Link an action that answers it. Advice from peers or councillors may be declined, with a reason; an inspector's recommendation stays.";
    Error "only-stopped-actions" => coverage::only_stopped_actions,
        "Every action that answered the recommendation has stopped, and not only for a while, so the answer has gone. For the council's own priorities this is a warning, not an error.",
        "Start an action again, or add another that answers it.";
    Error "urgent-recommendation-undated" => due::urgent_recommendation_undated,
        "The source asked for urgent action, and an open action that answers it has neither a due day nor a day for its next review.",
        "Agree a due date.";
    Error "urgent-recommendation-late" => late::urgent_recommendation_late,
        "The source asked for urgent action, and an action that answers it is past its due date, even if it fell due only since the facts were gathered.",
        "Bring it to the board with a reason and a new date, or complete it.";
    Error "starts-after-due" => milestones::starts_after_due,
        "The action starts after the day it should be done by, so one of the two is wrong.",
        "Correct the start or the due date.";
    Error "completed-in-future" => completion::completed_in_future,
        "It is reported complete on a day after the facts were gathered, so nobody can know that yet.",
        "Correct the day of completion, or the status.";
    Warning "only-suspended-actions" => coverage::only_suspended_actions,
        "Every action that answers the recommendation is suspended: nothing moves, though nothing is given up.",
        "Say when the suspension is looked at again, or add another action.";
    Warning "rests-on-interim" => interim::rests_on_interim,
        "Only temporary arrangements answer the recommendation, and nothing that is under way follows them.",
        "Plan what follows, and name it in succeeded_by.";
    Warning "interim-ending" => interim::interim_ending,
        "A temporary arrangement ends within 28 days, and nothing that is under way follows it.",
        "Name what follows in succeeded_by, or agree a later end.";
    Warning "interim-ended" => interim::interim_ended,
        "A temporary arrangement has ended and nothing that is under way follows it.",
        "Name what follows in succeeded_by, or record that the need has gone.";
    Warning "part-without-action" => coverage::part_without_action,
        "No action that is under way answers a part of the recommendation, though other parts are answered.",
        "Link an action to the part, or to the whole where it answers all of it.";
    Warning "partner-recommendation-council-only" => partners::partner_recommendation_council_only,
        "The recommendation is addressed to a partner, and only the council is named as doing anything about it.",
        "Name the partner's post or body among the owners.";
    Warning "recommendation-declined" => assessments::recommendation_declined,
        "The council has declined a recommendation that was put to it from outside. It stays in every total.",
        "Check that the decision has a reason that can be published.";
    Warning "self-view-above-outside-view" => assessments::self_view_above_outside_view,
        "The service thinks better of its progress than the latest view from outside.",
        "Bring both views to the board.";
    Warning "closed-by-self-only" => assessments::closed_by_self_only,
        "The service says that the recommendation is met, and nobody else has said so.",
        "Ask the board or somebody outside to look.";
    Warning "closed-with-open-actions" => assessments::closed_with_open_actions,
        "The recommendation is said to be met while actions that answer it are still open.",
        "Complete or withdraw the actions, or look at the judgement again.";
    Warning "owner-missing" => owners::owner_missing,
        "Nobody is named to do it.",
        "Name a post.";
    Warning "owner-to-be-confirmed" => owners::owner_to_be_confirmed,
        "The owner is still to be confirmed, so nobody is doing it yet.",
        "Name a post.";
    Warning "due-missing" => due::due_missing,
        "It is open and has no due date, so it can never be late.",
        "Agree a due date; for work that goes on, say how often it recurs and when it is next reviewed.";
    Warning "due-to-be-confirmed" => due::due_to_be_confirmed,
        "It is open and its due date is still to be confirmed, so it can never be late.",
        "Agree a due date.";
    Warning "due-unreadable" => due::due_unreadable,
        "The words in place of a due date give no day, so it can never be late.",
        "Write a day, a month, a quarter or a financial year.";
    Warning "due-year-unstated" => due::due_year_unstated,
        "The due date has no year, and the plan's period does not settle which is meant.",
        "Add the year, or give the plan a period.";
    Warning "start-missed" => milestones::start_missed,
        "It should have started and is reported as not started.",
        "Start it, or agree another date.";
    Warning "overdue-without-update" => late::overdue_without_update,
        "It is late, not only since the facts were gathered, and nobody has written why since it fell due.",
        "Add an update with the reason and what will be done.";
    Warning "milestone-after-action" => milestones::milestone_after_action,
        "A milestone is due after the action it is a step of.",
        "Correct one of the two dates.";
    Warning "dependency-due-later" => milestones::dependency_due_later,
        "It waits for an action that is due after it.",
        "Correct one of the two dates.";
    Warning "dependency-stopped" => stops::dependency_stopped,
        "It waits for an action that is suspended or withdrawn.",
        "Take the dependency away, or find another way.";
    Warning "revision-not-agreed" => revisions::revision_not_agreed,
        "A new due date has been asked for and nobody has agreed to it, or no new date is given: the old one stands.",
        "Have it agreed, or take the revision out if it was refused.";
    Warning "revision-without-reason" => revisions::revision_without_reason,
        "The due date was moved and no reason is recorded.",
        "Record why.";
    Warning "revised-after-due" => revisions::revised_after_due,
        "The due date was moved only after it had passed, so lateness turned into a new date.",
        "Ask for a new date before the old one passes, and say how late it was.";
    Warning "revised-repeatedly" => revisions::revised_repeatedly,
        "It is still open and its due date was moved more than once. A plan that changes often is not a plan.",
        "Bring it to the board: what would make the next date hold?";
    Warning "revisions-out-of-order" => revisions::revisions_out_of_order,
        "The revisions are not in the order in which they were agreed, and the last one listed is the one that counts.",
        "Put them in the order in which they were agreed.";
    Warning "rag-word-unknown" => rag::rag_word_unknown,
        "The RAG column holds a word that is no colour and not in the plan's legend, so nobody can read it.",
        "Add the word to the legend, or use red, amber or green.";
    Warning "green-but-overdue" => rag::green_but_overdue,
        "It is reported green and is past its due date.",
        "Look at the colour again, or agree a new date.";
    Warning "green-but-not-started" => rag::green_but_not_started,
        "It is reported green, is not started, and should have been or is due within 14 days.",
        "Start it, or look at the colour again.";
    Warning "red-without-recovery" => rag::red_without_recovery,
        "It is open and reported red, and nobody has written how it will be brought back on course.",
        "Add an update of the kind recovery.";
    Warning "completed-with-open-milestone" => completion::completed_with_open_milestone,
        "It is reported complete while one of its milestones is still open.",
        "Complete or withdraw the milestone, or look at the status again.";
    Warning "completed-date-but-open" => completion::completed_date_but_open,
        "It has a day of completion, but its status says that it is still open, or says nothing.",
        "Correct the status, or take the day away.";
    Warning "completed-without-evidence" => evidence::completed_without_evidence,
        "It is reported complete, and nothing shows that it happened.",
        "Add evidence: an audit, data, what children or staff say.";
    Warning "evidence-expired" => evidence::evidence_expired,
        "It is reported done, and all the evidence for that has expired.",
        "Look again, and record the new evidence.";
    Warning "evidence-verified-by-owner" => evidence::evidence_verified_by_owner,
        "The evidence was verified by an owner of the action: that is marking one's own homework.",
        "Have somebody else verify it.";
    Warning "completed-but-measure-off-target" => measures::completed_but_measure_off_target,
        "It is complete, and the measure that should show its effect is off target.",
        "Ask whether it made the difference it was meant to, or will by the day of the target.";
    Warning "suspended-without-reason" => stops::suspended_without_reason,
        "It is suspended and no reason is recorded.",
        "Record why.";
    Warning "suspended-without-review" => stops::suspended_without_review,
        "It is suspended and nobody has said when that is looked at again, or that day has passed.",
        "Say when the suspension is reviewed.";
    Warning "withdrawn-without-agreement" => stops::withdrawn_without_agreement,
        "It was withdrawn without a recorded reason and approver.",
        "Record why, and who agreed.";
    Warning "resources-mostly-unconfirmed" => resources::resources_mostly_unconfirmed,
        "Of what is written about resources, more than half is to be confirmed, not applicable or not stated.",
        "Confirm what the plan costs and who pays.";
    Warning "overspent" => resources::overspent,
        "More has been spent than was set aside.",
        "Record where the money comes from, or correct the figures.";
    Warning "measure-average-hides-range" => measures::measure_average_hides_range,
        "The average meets its target, but the lowest or the highest figure behind it does not.",
        "Find out where the lowest and the highest are, and what is done there.";
    Warning "target-changed" => measures::target_changed,
        "A target was replaced by another figure for the same day.",
        "Record why, and report against the first target as well.";
    Warning "workstream-without-lead" => plan::workstream_without_lead,
        "Nobody leads the workstream.",
        "Name a post.";
    Warning "workstream-empty" => plan::workstream_empty,
        "No action sits in the workstream or in any part of it.",
        "Add actions, or take the workstream away.";
    Warning "plan-not-updated" => plan::plan_not_updated,
        "The facts of the plan were gathered more than 35 days before this report, or nobody says when, so a monthly board may be reading old news.",
        "Update the plan and its status date.";
    Warning "period-unreadable" => plan::period_unreadable,
        "The first or the last day of the plan's period cannot be read, so the plan counts as having no period.",
        "Write both as days.";
    Warning "word-not-known" => vocabulary::word_not_known,
        "A word is nearly one that the format knows. Only the exact word has its meaning, so this one has none.",
        "Write the word exactly as the format has it, or leave it if another thing is meant.";
    Warning "waiver-expired" => asked_last,
        "The last day of a waiver has passed, so what it accepted is said again.",
        "Mend what it accepted, or agree a new waiver.";
    Advice "whole-of-compound-answered" => coverage::whole_of_compound_answered,
        "An action answers the whole of a recommendation that has parts; it may do only some of them.",
        "Link the action to the parts it answers.";
    Advice "catch-all-action" => coverage::catch_all_action,
        "One action answers more than five recommendations, so it can hardly be specific about any. Parts of one recommendation count once.",
        "Split the action.";
    Advice "recommendation-without-measure" => measures::recommendation_without_measure,
        "No measure tells whether the recommendation makes a difference to children.",
        "Link a measure to it or to an action that answers it.";
    Advice "no-voice-of-children" => evidence::no_voice_of_children,
        "All the actions for the recommendation are complete, and none of their evidence carries the voice of children.",
        "Ask children, and record what they said as evidence with the voice children.";
    Advice "owner-collective" => owners::owner_collective,
        "A whole team, board or body, or everybody, is named as the lead, so no one person answers for it.",
        "Name a post.";
    Advice "ongoing-without-review" => due::ongoing_without_review,
        "It goes on without an end, and nobody has said when it is next looked at, or that day has passed.",
        "Agree a day on which it is looked at again: recurs, with a next_review.";
    Advice "due-after-plan-ends" => due::due_after_plan_ends,
        "It is due after the last day of the plan's period.",
        "Bring the date forward, or say which plan takes it over.";
    Advice "fell-due-since-report" => late::fell_due_since_report,
        "It fell due on or after the day the facts were gathered, so nobody has been asked yet.",
        "Ask its lead.";
    Advice "rag-missing" => rag::rag_missing,
        "It is open and no colour is given, so members cannot follow progress at a glance.",
        "Give a colour.";
    Advice "green-but-slipped" => rag::green_but_slipped,
        "It is reported green, and is only on time because its date was moved by more than 28 days.",
        "Show the original date beside the colour.";
    Advice "red-but-completed" => rag::red_but_completed,
        "It is reported red and is complete.",
        "Look at the colour again.";
    Advice "completed-without-date" => completion::completed_without_date,
        "It is complete, and no day is given, so nobody can say whether it was late.",
        "Add the day of completion.";
    Advice "completed-without-sign-off" => completion::completed_without_sign_off,
        "It is reported complete, and nobody is recorded as having accepted that.",
        "Record who signed it off, and when.";
    Advice "awaiting-sign-off-long" => completion::awaiting_sign_off_long,
        "It has waited for sign-off for more than 28 days.",
        "Sign it off, or say what is missing.";
    Advice "evidence-before-completion" => evidence::evidence_before_completion,
        "All the dated evidence is older than the completion that it should show.",
        "Look again after completion.";
    Advice "evidence-undated" => evidence::evidence_undated,
        "The evidence has no day, so nobody knows whether it still holds.",
        "Add the day.";
    Advice "resources-unconfirmed" => resources::resources_unconfirmed,
        "The money for it is still to be confirmed.",
        "Confirm it.";
    Advice "measure-without-range" => measures::measure_without_range,
        "An average is given without its lowest and highest figure, which it may hide.",
        "Add lowest and highest to the reading.";
    Advice "measure-without-target" => measures::measure_without_target,
        "The measure has no target, so nobody can say how closely it is being met.",
        "Set a target with a day.";
    Advice "measure-stale" => measures::measure_stale,
        "The latest reading is more than 100 days old.",
        "Add a newer reading.";
    Advice "reading-undated" => measures::reading_undated,
        "A reading has a figure and no day that can be read, so it never counts as the latest.",
        "Add the day on which it was taken.";
    Advice "duplicate-title" => plan::duplicate_title,
        "Two actions have the same title, so people will mix them up.",
        "Say what is different about each.";
    Advice "plan-without-accountable-lead" => owners::plan_without_accountable_lead,
        "Nobody is named as accountable for the plan.",
        "Add a role with the word accountable and the post that has it.";
    Advice "waiver-unused" => asked_last,
        "A waiver has no effect: no check says what it accepts, it accepts an error without a reason and an approver, or its end gives no day.",
        "Correct its code or subject, add what is missing, or take it away.";
    Advice strict "action-without-milestone" => milestones::action_without_milestone,
        "The action has no milestone, so nobody can see it move before it is due.",
        "Add dated steps.";
    Advice strict "success-missing" => plan::success_missing,
        "Nobody has said what success looks like.",
        "Say what will be different.";
}
