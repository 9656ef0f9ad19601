//! The empty record of each kind.

use super::column::Blank;
use super::cover_sheet::LegendRow;
use crate::model::{
    Action, Assessment, Baseline, Comparator, Evidence, InForce, Measure, Milestone, Period,
    RagPolicy, Reading, Recommendation, Recurrence, Resource, Response, Revision, Role, SignOff,
    Source, Stopped, Target, Update, Waiver, Workstream,
};
use crate::plan::PlanDoc;

macro_rules! blank {
    ($($record:ty => $blank:expr;)+) => {$(
        impl Blank for $record {
            fn blank() -> Self {
                $blank
            }
        }
    )+};
}

blank! {
    PlanDoc => Self::new("", "", "");
    Source => Self::new("");
    Recommendation => Self::new("");
    Workstream => Self::new("");
    Action => Self::new("");
    Milestone => Self::new("");
    Measure => Self::new("");
    Waiver => Self::new("");
    Evidence => Self::default();
    Update => Self::default();
    Resource => Self::default();
    Reading => Self::default();
    Target => Self::default();
    Comparator => Self::default();
    Baseline => Self::default();
    Stopped => Self::default();
    SignOff => Self::default();
    InForce => Self::default();
    RagPolicy => Self::default();
    LegendRow => Self::default();
    Recurrence => Self { every: None, next_review: None };
    Response => Self { decision: None, reason: None };
    Period => Self { start: None, end: None };
    Role => Self { role: None, post: None, body: None };
    Revision => Self { due: None, agreed: None, reason: None, approved_by: None };
    Assessment => Self {
        date: None, by: None, kind: None, judgement: None, text: None, restricted: false,
    };
}
