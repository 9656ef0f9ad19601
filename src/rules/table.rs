//! The table of rules: code, severity, explanation, help and function. Everything printed or documented
//! about a rule comes from here.

use super::facts::Facts;
use super::hits::Hits;
use super::{
    assessments, completion, coverage, due, evidence, interim, late, measures, milestones, owners,
    partners, plan, rag, resources, revisions, sources, status_date, stops, vocabulary,
};
use crate::diagnostic::{CodeEntry, Severity};

/// A row of the table: one rule.
pub(crate) struct Row {
    pub(crate) entry: CodeEntry,
    /// Whether the rule belongs to the strict rules only.
    pub(crate) is_strict: bool,
    pub(crate) check: fn(&Facts<'_>, &mut Hits),
}

/// Returns the rows of the table without their functions.
pub(crate) fn entries() -> impl Iterator<Item = CodeEntry> {
    TABLE.iter().map(|rule| rule.entry)
}

/// Returns the row with a code.
pub(crate) fn entry(code: &str) -> Option<CodeEntry> {
    entries().find(|entry| entry.code() == code)
}

/// Does nothing: `waivers` runs the rules about waivers after all others.
fn asked_last(_: &Facts<'_>, _: &mut Hits) {}

macro_rules! rules {
    ($($severity:ident $($strict:ident)? $code:literal => $check:path, $explanation:literal, $help:literal;)+) => {
        /// Every rule.
        pub(crate) static TABLE: &[Row] = &[$(Row {
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
        "No action under way answers the recommendation, so nobody is working on it. This is a warning for the council's own priorities, for what has no source and for declined advice. It is only advice where the latest dated view of an inspection or a commissioner says that the recommendation is met, and nothing that inspectors said later of it or of one of its parts says otherwise.",
        "Link an action that answers it. The council may decline advice from peers or councillors, with a reason; an inspector's recommendation stays.";
    Error "only-stopped-actions" => coverage::only_stopped_actions,
        "Every action that answered the recommendation has stopped, at least one of them for good, so nothing answers it now. It is less than an error in the same cases as uncovered-recommendation.",
        "Restart an action, or add another that answers it.";
    Error "urgent-recommendation-undated" => due::urgent_recommendation_undated,
        "The source asked for urgent action, and an open action that answers the recommendation, or the whole of which it is a part, has neither a due date nor a date for its next review. This is a warning for the council's own priorities, and advice for a finding.",
        "Agree a due date.";
    Error "urgent-recommendation-late" => late::urgent_recommendation_late,
        "The source asked for urgent action, and an action that answers the recommendation, or the whole of which it is a part, is past its due date. This includes actions that fell due only since the status date. It is a warning for the council's own priorities, and advice for a finding.",
        "Bring the action to the board with a reason and a new date, or complete it.";
    Error "starts-after-due" => milestones::starts_after_due,
        "The action starts after its due date, so one of the two dates is wrong.",
        "Correct the start date or the due date.";
    Error "start-after-completion" => milestones::start_after_completion,
        "The action starts after the day on which it was completed, so one of the two dates is wrong.",
        "Correct the start date or the completion date.";
    Error "in-force-reversed" => interim::in_force_reversed,
        "The temporary arrangement ends before it begins, so one of the two dates is wrong.",
        "Correct the first or the last day of in_force.";
    Error "stopped-but-open" => stops::stopped_but_open,
        "A stop is recorded for the action or milestone, but its status says that it is not suspended or withdrawn. Only the status counts, so it does not count as stopped.",
        "Set the status to suspended or withdrawn, or remove the stop if the work goes on.";
    Error "period-reversed" => plan::period_reversed,
        "The plan's period ends before it begins, so the plan is treated as having no period.",
        "Correct the first or the last day of the period.";
    Error "completed-in-future" => completion::completed_in_future,
        "The action or milestone is reported complete on a date after the plan's status date.",
        "Correct the completion date or the status.";
    Error "revision-unreadable" => revisions::revision_unreadable,
        "A revision of the due date was agreed, but its new date is blank or cannot be read, or its year is missing or cannot be right. It moves nothing: the due date before it still applies.",
        "Write the day that was agreed, or words such as to be confirmed if none was.";
    Warning "only-suspended-actions" => coverage::only_suspended_actions,
        "Every action that answers the recommendation is suspended.",
        "Say when each suspension will be reviewed, or add another action.";
    Warning "rests-on-interim" => interim::rests_on_interim,
        "Only temporary arrangements answer the recommendation, and nothing lasting that answers it follows any of them.",
        "Plan what will follow for good, and name it in succeeded_by.";
    Warning "interim-ending" => interim::interim_ending,
        "A temporary arrangement ends within 28 days, and nothing lasting follows it without a gap. Another temporary arrangement may follow it, if something lasting follows that.",
        "Name in succeeded_by what will follow from the day after, or agree a later end date.";
    Warning "interim-ended" => interim::interim_ended,
        "A temporary arrangement has ended, and nothing lasting follows it.",
        "Name in succeeded_by what follows for good, or withdraw the arrangement if it is no longer needed.";
    Warning "interim-without-end" => interim::interim_without_end,
        "A temporary arrangement is open and has neither an end nor a due date, so nobody will be asked what follows it.",
        "Agree the day on which it ends, and name in succeeded_by what will follow.";
    Warning "part-without-action" => coverage::part_without_action,
        "No action under way answers this part of the recommendation, though other parts are answered.",
        "Link an action to the part, or to the whole recommendation if it answers all of it.";
    Warning "partner-recommendation-council-only" => partners::partner_recommendation_council_only,
        "Recommendations are addressed to a partner, but only the council owns the actions that answer them. Each is reported at one action that answers it: the one that answers most of them.",
        "Add the partner's post or body to the owners of an action that answers it.";
    Warning "recommendation-declined" => assessments::recommendation_declined,
        "The council has declined the recommendation. That takes it out of no total. It is only advice for the council's own priorities and for findings.",
        "Check that the decision has a reason that can be published.";
    Warning "self-view-above-outside-view" => assessments::self_view_above_outside_view,
        "The service rates its progress higher than the latest assessment by anybody else does: an outside body, the board, scrutiny. Where the service alone says that the recommendation is met, closed-by-self-only reports it instead.",
        "Bring both assessments to the board.";
    Warning "closed-by-self-only" => assessments::closed_by_self_only,
        "The service says that the recommendation is met, and nobody else has confirmed it.",
        "Ask the board or an outside body to assess it.";
    Warning "closed-with-open-actions" => assessments::closed_with_open_actions,
        "The recommendation is judged to be met, but actions that answer it are still open.",
        "Complete or withdraw the actions, or review the judgement.";
    Warning "owner-missing" => owners::owner_missing,
        "The open action has no named owner.",
        "Name a post.";
    Warning "owner-to-be-confirmed" => owners::owner_to_be_confirmed,
        "The owner of the action or milestone is still to be confirmed, or the post is vacant.",
        "Name a post.";
    Warning "due-missing" => due::due_missing,
        "The action or milestone is open and has no due date, so it can never be late.",
        "Agree a due date. For continuing work, say how often it recurs and when it is next reviewed.";
    Warning "due-to-be-confirmed" => due::due_to_be_confirmed,
        "The action or milestone is open and its due date is still to be confirmed, so it can never be late.",
        "Agree a due date.";
    Warning "due-unreadable" => due::due_unreadable,
        "The text given as the due date contains no date, so the action or milestone can never be late.",
        "Write a day, a month, a quarter or a financial year.";
    Warning "due-year-unstated" => due::due_year_unstated,
        "The due date has no year, and the plan's period does not show which year is meant.",
        "Add the year, or give the plan a period.";
    Warning "start-missed" => milestones::start_missed,
        "The action should have started by now but is reported as not started. This includes actions that were to start only since the status date.",
        "Start the action, or agree another start date.";
    Warning "overdue-without-update" => late::overdue_without_update,
        "The action or milestone is overdue, and no update since it fell due says why, or what will be done about it. An update does if it is a reason, a recovery, a blocker or a decision, and is no more than 90 days old. What fell due only since the status date is reported as fell-due-since-report.",
        "Add a dated update of the kind reason, recovery, blocker or decision.";
    Warning "milestone-after-action" => milestones::milestone_after_action,
        "Milestones of the action are due after the action itself.",
        "Correct the due date of the action, or those of its milestones.";
    Warning "dependency-due-later" => milestones::dependency_due_later,
        "The action depends on an action with a later due date.",
        "Correct one of the two dates.";
    Warning "dependency-stopped" => stops::dependency_stopped,
        "The action is suspended or withdrawn, and open actions depend on it.",
        "Remove it from what they depend on, or agree how they will proceed without it.";
    Warning "revision-not-agreed" => revisions::revision_not_agreed,
        "A revision of the due date has not been agreed, and no later one has, so the old due date still applies.",
        "Have the revision agreed, or remove it if it was refused.";
    Warning "date-given-up" => revisions::date_given_up,
        "The action or milestone had a due date, and an agreed revision took it away without giving another day, so it can never be late.",
        "Agree a new due date, or withdraw the work if it will not be done.";
    Warning "revision-without-reason" => revisions::revision_without_reason,
        "The due date was moved and no reason is recorded.",
        "Record the reason.";
    Warning "revision-without-approver" => revisions::revision_without_approver,
        "The due date was moved, and nobody is named as having approved it. A name that is to be confirmed is none.",
        "Record who approved the new date.";
    Warning "revised-after-due" => revisions::revised_after_due,
        "The due date was moved after it had passed.",
        "Ask for a new date before the old one passes, and record how late the work was.";
    Warning "revised-repeatedly" => revisions::revised_repeatedly,
        "The action or milestone is still open and its due date has been moved more than once.",
        "Ask the board what would make the next date hold.";
    Warning "revisions-out-of-order" => revisions::revisions_out_of_order,
        "The revisions are not in the order in which they were agreed. The last one listed is the one that applies.",
        "Put the revisions in the order in which they were agreed.";
    Warning "rag-word-unknown" => rag::rag_word_unknown,
        "A RAG status is not red, amber or green, and is not in the plan's legend. It is reported once for all actions that have it.",
        "Add the word to the legend, or use red, amber or green.";
    Warning "legend-contradicts-status" => rag::legend_contradicts_status,
        "The plan's legend says that the RAG status of the action stands for a delivery status, and the status of the action is another. Only the status counts.",
        "Correct the status, the RAG status, or what the legend says of the word.";
    Warning "green-but-overdue" => rag::green_but_overdue,
        "The action is reported green but is past its due date.",
        "Review the RAG status, or agree a new due date.";
    Warning "green-but-not-started" => rag::green_but_not_started,
        "The action is reported green but has not started, and its start date has passed or it is due within 14 days.",
        "Start the action, or review the RAG status.";
    Warning "red-without-recovery" => rag::red_without_recovery,
        "The action is open and reported red, and no recovery update says how it will be brought back on course.",
        "Add an update of the kind recovery.";
    Warning "completed-with-open-milestone" => completion::completed_with_open_milestone,
        "The action is reported complete while one of its milestones is still open.",
        "Complete or withdraw the milestone, or review the action's status.";
    Warning "completed-date-but-open" => completion::completed_date_but_open,
        "The action or milestone has a completion date, but its status does not say that it is completed.",
        "Set the status to completed, or remove the completion date.";
    Warning "completed-without-evidence" => evidence::completed_without_evidence,
        "The action is reported complete, but no evidence is recorded.",
        "Add evidence: an audit, data, what children or staff say.";
    Warning "evidence-expired" => evidence::evidence_expired,
        "The action is reported complete or awaiting sign-off, and all its evidence has expired.",
        "Check again, and record the new evidence.";
    Warning "evidence-verified-by-owner" => evidence::evidence_verified_by_owner,
        "An owner of the action verified its evidence, so the check was not independent.",
        "Have somebody else verify the evidence.";
    Warning "signed-off-by-owner" => completion::signed_off_by_owner,
        "An owner of the action signed off its completion, so nobody else has accepted it.",
        "Have somebody who does not own the action sign it off.";
    Warning "dated-after-report" => status_date::dated_after_report,
        "Evidence, a sign-off, a suspension or a withdrawal is dated after the day on which the plan's facts were gathered or, without a status date, after the day asked about. The evidence and the sign-off of an action are reported once.",
        "Correct the date, or bring the plan's status date up to date.";
    Warning "completed-but-measure-off-target" => measures::completed_but_measure_off_target,
        "A measure is off target, though actions linked to it are complete.",
        "Ask whether the actions have made the intended difference, or will have by the target date.";
    Warning "suspended-without-reason" => stops::suspended_without_reason,
        "The action or milestone is suspended and no reason is recorded.",
        "Record the reason.";
    Warning "suspended-without-review" => stops::suspended_without_review,
        "The action or milestone is suspended, and its review has no date or the date has passed.",
        "Record when the suspension will be reviewed.";
    Warning "withdrawn-without-agreement" => stops::withdrawn_without_agreement,
        "The action or milestone was withdrawn without a recorded reason and approver.",
        "Record the reason and who approved it.";
    Warning "resources-mostly-unconfirmed" => resources::resources_mostly_unconfirmed,
        "Of the resource entries of work that has not stopped, more than half are to be confirmed or not stated.",
        "Confirm what the plan costs and who pays.";
    Warning "overspent" => resources::overspent,
        "More has been spent than the amount set aside.",
        "Record where the extra money comes from, or correct the amounts.";
    Warning "target-missed" => measures::target_missed,
        "The day by which a target was to be reached has passed, and the latest reading is off the target by more than the tolerance.",
        "Add a newer reading if there is one; otherwise say why the target was missed, and set the next one.";
    Warning "measure-never-read" => measures::measure_never_read,
        "The measure has no reading with a value, so it shows nothing yet.",
        "Add a reading with its date, or remove the measure if nobody will take it.";
    Warning "measure-average-hides-range" => measures::measure_average_hides_range,
        "The average meets its target, but the lowest or highest value behind it does not.",
        "Find out where the lowest and highest values occur, and what is being done there.";
    Warning "target-changed" => measures::target_changed,
        "A target was replaced: its value was changed, its day was moved or given up, or an easier one was set for a later day.",
        "Record the reason, and report against the first target as well.";
    Warning "workstream-without-lead" => plan::workstream_without_lead,
        "The workstream has no named lead.",
        "Name a post.";
    Warning "workstream-empty" => plan::workstream_empty,
        "The workstream and its parts contain no actions.",
        "Add actions, or remove the workstream.";
    Warning "plan-not-updated" => status_date::plan_not_updated,
        "The plan's status date is more than 35 days before this report, or is missing, so a monthly board may be reading old information.",
        "Update the plan and its status date.";
    Warning "period-unreadable" => plan::period_unreadable,
        "The first or last day of the plan's period cannot be read, so the plan is treated as having no period.",
        "Write both as dates.";
    Warning "word-not-known" => vocabulary::word_not_known,
        "A word is close to one that the format knows, but only the exact word is recognised.",
        "Write the word exactly as the format spells it, or leave it if something else is meant.";
    Warning "stated-deadline-differs" => sources::stated_deadline_differs,
        "The deadline that the council states for its statement of action is not the day that the law gives: 70 working days after the day of receipt.",
        "Check the day of receipt and the deadline, and work to the earlier day until it is clear which is right.";
    Warning "waiver-expired" => asked_last,
        "The waiver's last day has passed, and what it accepted is reported again.",
        "Correct what the waiver accepted, or agree a new waiver.";
    Advice "whole-of-compound-answered" => coverage::whole_of_compound_answered,
        "The action is linked to the whole of a recommendation that has parts, but may answer only some of them.",
        "Link the action to the parts it answers.";
    Advice "catch-all-action" => coverage::catch_all_action,
        "The action answers more than five recommendations, so it is unlikely to be specific about any of them. Parts of one recommendation count once.",
        "Split the action.";
    Advice "recommendation-without-measure" => measures::recommendation_without_measure,
        "No measure shows whether the recommendation makes a difference to children.",
        "Link a measure to it or to an action that answers it.";
    Advice "no-voice-of-children" => evidence::no_voice_of_children,
        "All the actions for the recommendation are complete, and none of their evidence records what children say.",
        "Ask children, and record what they said as evidence with the voice children.";
    Advice "owner-collective" => owners::owner_collective,
        "The lead is a team, board or other group, so no one person is accountable for the action or milestone.",
        "Name a post.";
    Advice "ongoing-without-review" => due::ongoing_without_review,
        "The action or milestone has no end, and its next review has no date or the date has passed.",
        "Agree a date for the next review: set recurs, with a next_review.";
    Advice "due-after-plan-ends" => due::due_after_plan_ends,
        "The action or milestone is due after the last day of the plan's period.",
        "Bring the date forward, or say which plan will take the work over.";
    Advice "fell-due-since-report" => late::fell_due_since_report,
        "The action or milestone fell due on or after the status date, so its lead has not yet been asked about it.",
        "Ask its lead for an update.";
    Advice "rag-missing" => rag::rag_missing,
        "The action is open and has no RAG status.",
        "Give a RAG status.";
    Advice "green-but-slipped" => rag::green_but_slipped,
        "The action is reported green and its original due date has passed. It is on time only because that was moved by more than 28 days.",
        "Show the original due date beside the RAG status.";
    Advice "red-but-completed" => rag::red_but_completed,
        "The action is reported red but is complete.",
        "Review the RAG status.";
    Advice "completed-without-date" => completion::completed_without_date,
        "The action or milestone is complete but has no completion date, so nobody can tell whether it was late.",
        "Add the completion date.";
    Advice "completed-without-sign-off" => completion::completed_without_sign_off,
        "The action is reported complete, but nobody is recorded as having signed it off.",
        "Record who signed it off, and when.";
    Advice "awaiting-sign-off-long" => completion::awaiting_sign_off_long,
        "The action or milestone has been awaiting sign-off for more than 28 days. They are counted from its completion or the last update of the action, whichever is later, and from its due date only where there is neither.",
        "Sign it off, or say what is missing.";
    Advice "evidence-unverified" => evidence::evidence_unverified,
        "Nobody is named as having verified any evidence of the action, and no inspection or visit provided it, so its completion never counts as assured.",
        "Record who verified the evidence: somebody who does not own the action.";
    Advice "evidence-before-completion" => evidence::evidence_before_completion,
        "All the dated evidence is older than the completion of the action.",
        "Check again after completion, and record the new evidence.";
    Advice "evidence-undated" => evidence::evidence_undated,
        "The evidence has no date, so nobody can tell whether it is still current.",
        "Add the date.";
    Advice "resources-unconfirmed" => resources::resources_unconfirmed,
        "A resource that the action needs is still to be confirmed.",
        "Confirm the funding.";
    Advice "measure-without-range" => measures::measure_without_range,
        "An average is given without its lowest and highest values, which it may hide.",
        "Add lowest and highest to the reading.";
    Advice "measure-without-target" => measures::measure_without_target,
        "The measure has no target, so progress cannot be judged against it.",
        "Set a target with a date.";
    Advice "measure-stale" => measures::measure_stale,
        "The latest reading is more than 100 days old.",
        "Add a newer reading.";
    Advice "reading-undated" => measures::reading_undated,
        "The reading has a value but no readable date, so it never counts as the latest.",
        "Add the date on which it was taken.";
    Advice "receipt-day-missing" => sources::receipt_day_missing,
        "The report is published, but the day on which the council received it is not given. The time that the law allows is counted from that day, not from publication.",
        "Add the day of receipt to the source as received.";
    Advice "duplicate-title" => plan::duplicate_title,
        "Actions have the same title and can be confused. They are reported once, at the first of them.",
        "Say in each title what is different about the action.";
    Advice "plan-without-accountable-lead" => owners::plan_without_accountable_lead,
        "The plan names no accountable post.",
        "Add a role with the word accountable, and the post that holds it.";
    Advice "source-without-recommendations" => sources::source_without_recommendations,
        "The plan names an inspection and holds none of its recommendations, so it cannot show whether they are answered.",
        "Enter the recommendations of the inspection, or remove it if it made none.";
    Advice "plan-empty" => plan::plan_empty,
        "The plan holds no recommendations or no actions.",
        "Enter the recommendations and the actions that answer them.";
    Advice "report-before-facts" => status_date::report_before_facts,
        "The day asked about is before the plan's status date. What is dated later is left out; what has no date is taken as it is now.",
        "Ask about the status date or a later day, or use the plan as it was on the day asked about.";
    Advice "waiver-unused" => asked_last,
        "The waiver has no effect: no check reports what it accepts, its reason or approver is blank or to be confirmed, its subject is blank, it accepts an error without a reason and an approver, its end date cannot be read, or it has ended and is no longer needed.",
        "Correct its code or subject, add what is missing, or remove the waiver.";
    Advice strict "action-without-milestone" => milestones::action_without_milestone,
        "The action has no milestone, so nobody can follow its progress before it is due. Work that recurs needs none.",
        "Add milestones with due dates.";
    Advice strict "success-missing" => plan::success_missing,
        "The action does not say what success looks like.",
        "Say what will be different.";
}
