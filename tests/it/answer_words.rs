//! The words of answers: one for programs, one for people, for every class.

use improvement_plan::facts::{
    InterimState, MeasureStatus, NoDate, RagDifference, RagReason, Rung, Timeliness, Uncovered,
};
use improvement_plan::plan::ItemKind;

pub(crate) const CLASSES: [Timeliness; 11] = [
    Timeliness::Overdue { days: 3 },
    Timeliness::DueToday,
    Timeliness::DueSoon { days: 1 },
    Timeliness::OnTime { days: 40 },
    Timeliness::NoDate(NoDate::Starting),
    Timeliness::AwaitingSignOff,
    Timeliness::CompletedOnTime { days: 0 },
    Timeliness::CompletedLate { days: 1 },
    Timeliness::CompletedLatenessUnknown,
    Timeliness::Suspended,
    Timeliness::Withdrawn,
];

#[test]
fn every_class_of_timeliness_has_its_words() {
    let words: Vec<_> = CLASSES.iter().map(|class| class.as_str()).collect();
    assert_eq!(words, Timeliness::WORDS);
    let phrases: Vec<_> = CLASSES.iter().map(ToString::to_string).collect();
    assert_eq!(
        phrases,
        [
            "overdue by 3 days",
            "due today",
            "due in 1 day",
            "due in 40 days",
            "no date: only a start is given",
            "awaiting sign-off",
            "completed on time",
            "completed 1 day late",
            "completed, lateness unknown",
            "suspended",
            "withdrawn",
        ]
    );
    assert_eq!(Timeliness::NoDate(NoDate::Missing).to_string(), "no date");
    assert_eq!(Timeliness::CompletedOnTime { days: 2 }.to_string(), "completed 2 days early");
}

#[test]
fn a_closed_answer_displays_its_stable_word_and_labels_it_for_people() {
    assert_eq!(NoDate::Starting.to_string(), "only-a-start");
    assert_eq!(NoDate::Starting.label(), "only a start is given");
    assert_eq!(Rung::Addressed.to_string(), "addressed");
    assert_eq!(Uncovered::NeverLinked.to_string(), "never-linked");
    assert_eq!(Uncovered::NeverLinked.label(), "no action is linked to it");
    assert_eq!(MeasureStatus::NoData.as_str(), "no-data");
    assert_eq!(RagDifference::NotComparable.as_str(), "not-comparable");
    assert_eq!(RagReason::MovedFar { days: 1 }.as_str(), "moved-far");
    assert_eq!(InterimState::Ended { days: 1 }.as_str(), "ended");
    assert_eq!(InterimState::Ended { days: 1 }.to_string(), "ended 1 day ago");
    assert_eq!("milestone".parse(), Ok(ItemKind::Milestone));
    assert!("plan".parse::<ItemKind>().is_err());
}
