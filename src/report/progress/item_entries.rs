//! The entries of the JSON that are an action or milestone and what changed about it.

use chrono::NaiveDate;
use serde::Serialize;

use super::recommendation_entries::RecommendationName;
use crate::analysis::{HowMoved, ItemState, LatenessEnd, MatchedBy};
use crate::model::RagStatus;
use crate::plan::{Item, ItemKind};

/// Defines entries that are an item and more.
macro_rules! entries {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty;)+ })+) => {$(
        $(#[$doc])*
        #[derive(Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub(super) struct $name<'a> {
            /// Whether it is an action or a milestone.
            kind: ItemKind,
            /// Its reference, as written.
            reference: Option<&'a str>,
            /// The reference of the action of a milestone. An action does not have the key.
            #[serde(skip_serializing_if = "Option::is_none")]
            action: Option<Option<&'a str>>,
            /// Its title.
            title: &'a str,
            $($(#[$field_doc])* $field: $type,)+
        }

        impl<'a> $name<'a> {
            #[allow(clippy::too_many_arguments, reason = "one for each key")]
            pub(super) fn of(item: Item<'a>, $($field: $type),+) -> Self {
                Self {
                    kind: item.kind(),
                    reference: item.reference().as_str(),
                    action: item.action_of_milestone().map(|action| action.reference().as_str()),
                    title: item.title(),
                    $($field,)+
                }
            }
        }
    )+};
}

entries! {
    /// An item and its state.
    InState {
        /// The state.
        state: Option<ItemState>;
    }
    /// An item that was completed.
    Completed {
        /// The state before.
        from: Option<ItemState>;
        /// The days from the due day to the completion, negative if early.
        days_late: Option<i64>;
    }
    /// An item that was suspended or withdrawn.
    Stopped {
        /// The state before.
        from: Option<ItemState>;
        /// Whether the stop has a reason and an approver who is named.
        agreed: bool;
    }
    /// An item that is open again.
    Reopened {
        /// The state before.
        from: Option<ItemState>;
    }
    /// An item that is late and was not.
    NewlyOverdue {
        /// The current due day.
        due: NaiveDate;
        /// How many days it is late.
        days_late: u32;
        /// Who leads it, as written.
        lead: Option<&'a str>;
        /// Whether it fell due only on or after the status date, so that nobody has been asked yet.
        fell_due_since_report: bool;
    }
    /// An item that was late and is not.
    NoLonger {
        /// The day it was due in the earlier plan.
        was_due: NaiveDate;
        /// How it came about.
        how: LatenessEnd;
    }
    /// An item with another due day.
    Redated {
        /// The due day in the earlier plan.
        from: Option<NaiveDate>;
        /// The due day now.
        to: Option<NaiveDate>;
        /// The days from the one to the other.
        days: Option<i64>;
        /// The days from the original due day to the due day now.
        against_baseline: Option<i64>;
        /// How it came about.
        how: HowMoved;
        /// The reason of each revision agreed since, null for a blank one.
        reasons: Vec<Option<&'a str>>;
        /// The colour that its action declares now.
        declared: Option<&'a str>;
    }
    /// An item with another original due day.
    BaselineAltered {
        /// The original due day in the earlier plan.
        from: Option<NaiveDate>;
        /// The original due day now.
        to: Option<NaiveDate>;
    }
    /// An agreed revision that is not listed any more.
    RevisionAltered {
        /// Its due date, as written.
        due: Option<&'a str>;
        /// The day it was agreed.
        agreed: NaiveDate;
    }
    /// An item with words that differ.
    WordChange {
        /// The words in the earlier plan.
        from: Option<&'a str>;
        /// The words now.
        to: Option<&'a str>;
    }
    /// An action with another derived colour.
    DerivedChange {
        /// The colour in the earlier plan.
        from: Option<RagStatus>;
        /// The colour now.
        to: Option<RagStatus>;
    }
    /// An item and what was there before.
    Was {
        /// What was there before.
        from: Option<&'a str>;
    }
    /// An item with another title.
    Reworded {
        /// The earlier title.
        from: &'a str;
        /// What shows that the two are the same.
        matched_by: MatchedBy;
    }
    /// A link of an action.
    Link {
        /// The recommendation that it answers or answered.
        recommendation: RecommendationName<'a>;
    }
}
