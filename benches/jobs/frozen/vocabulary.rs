//! The vocabularies.

use serde::{Deserialize, Deserializer};

/// Defines a closed vocabulary: an enum whose variants are written as kebab-case words.
macro_rules! closed_words {
    ($(#[$attribute:meta])* $name:ident { $($(#[$variant_attribute:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$attribute])*
        #[derive(Clone, Copy, Deserialize)]
        pub(super) enum $name { $($(#[$variant_attribute])* #[serde(rename = $word)] $variant,)+ }
    };
}

/// Defines an open vocabulary: an enum of the known words, with `Other` for any other word.
macro_rules! open_words {
    ($name:ident { $($variant:ident = $word:literal,)+ }) => {
        pub(super) enum $name {
            $($variant,)+
            Other(String),
        }

        impl $name {
            fn known(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        impl From<String> for $name {
            fn from(word: String) -> Self {
                Self::known(&word).unwrap_or(Self::Other(word))
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer).map(Self::from)
            }
        }
    };
}

open_words! {
    Purpose {
        Improvement = "improvement",
        Transitional = "transitional",
        WrittenStatement = "written-statement",
        Review = "review",
    }
}

open_words! {
    SourceKind {
        Inspection = "inspection",
        FocusedVisit = "focused-visit",
        MonitoringVisit = "monitoring-visit",
        PeerReview = "peer-review",
        Scrutiny = "scrutiny",
        Commissioner = "commissioner",
        StatutoryDirection = "statutory-direction",
        ImprovementNotice = "improvement-notice",
        SelfAssessment = "self-assessment",
        SafeguardingBoard = "safeguarding-board",
        CaseReview = "case-review",
        StaffFeedback = "staff-feedback",
        ChildrenFeedback = "children-feedback",
        LocalPriority = "local-priority",
    }
}

open_words! {
    Framework {
        Sif = "sif",
        IlacsStandard = "ilacs-standard",
        IlacsShort = "ilacs-short",
        AreaSend = "area-send",
        Jtai = "jtai",
    }
}

open_words! {
    Addressee {
        Council = "council",
        SafeguardingBoard = "safeguarding-board",
        Health = "health",
        Police = "police",
        Schools = "schools",
        Partnership = "partnership",
    }
}

open_words! {
    Tier {
        Recommendation = "recommendation",
        PriorityAction = "priority-action",
        AreaForImprovement = "area-for-improvement",
        Finding = "finding",
    }
}

closed_words! {
    Urgency {
        Normal = "normal",
        Urgent = "urgent",
        Immediate = "immediate",
    }
}

closed_words! {
    Decision {
        Accepted = "accepted",
        Partly = "partly",
        Declined = "declined",
        Noted = "noted",
    }
}

open_words! {
    AssessmentKind {
        SelfView = "self",
        Board = "board",
        MonitoringVisit = "monitoring-visit",
        Inspection = "inspection",
        PeerReview = "peer-review",
        Commissioner = "commissioner",
        Dfe = "dfe",
    }
}

closed_words! {
    Judgement {
        NotStarted = "not-started",
        SomeProgress = "some-progress",
        GoodProgress = "good-progress",
        Met = "met",
        NotMet = "not-met",
        Regressed = "regressed",
    }
}

closed_words! {
    Every {
        Day = "day",
        Week = "week",
        Month = "month",
        Quarter = "quarter",
        Term = "term",
        Year = "year",
        Continuous = "continuous",
    }
}

closed_words! {
    DeliveryStatus {
        NotStated = "not-stated",
        NotStarted = "not-started",
        InProgress = "in-progress",
        AwaitingSignOff = "awaiting-sign-off",
        Completed = "completed",
        Suspended = "suspended",
        Withdrawn = "withdrawn",
    }
}

open_words! {
    OwnerRole {
        Lead = "lead",
        Support = "support",
        Partner = "partner",
    }
}

open_words! {
    EvidenceKind {
        Audit = "audit",
        DipSample = "dip-sample",
        Survey = "survey",
        Data = "data",
        Observation = "observation",
        Feedback = "feedback",
        Document = "document",
        Inspection = "inspection",
        MonitoringVisit = "monitoring-visit",
        PeerReview = "peer-review",
        Commissioner = "commissioner",
    }
}

open_words! {
    Voice {
        Children = "children",
        Families = "families",
        Carers = "carers",
        Staff = "staff",
        Partners = "partners",
    }
}

open_words! {
    UpdateKind {
        Progress = "progress",
        Reason = "reason",
        Recovery = "recovery",
        Decision = "decision",
        Blocker = "blocker",
    }
}

closed_words! {
    Basis {
        Total = "total",
        PerPerson = "per-person",
        PerYear = "per-year",
        OneOff = "one-off",
    }
}

closed_words! {
    Funding {
        Confirmed = "confirmed",
        ToBeConfirmed = "to-be-confirmed",
        NotApplicable = "not-applicable",
        NotStated = "not-stated",
    }
}

closed_words! {
    Statistic {
        Average = "average",
        Count = "count",
        Percent = "percent",
        Rate = "rate",
    }
}

closed_words! {
    Polarity {
        Higher = "higher",
        Lower = "lower",
        Target = "target",
        Context = "context",
    }
}

closed_words! {
    RagStatus {
        Green = "green",
        Amber = "amber",
        Red = "red",
    }
}

closed_words! {
    #[derive(Default)]
    Quarters {
        #[default]
        Financial = "financial",
        Calendar = "calendar",
    }
}

#[expect(clippy::derivable_impls, reason = "the variants are written by a macro")]
impl Default for DeliveryStatus {
    fn default() -> Self {
        Self::NotStated
    }
}
