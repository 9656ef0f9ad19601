//! The recommendations of two plans in the JSON: how many, and what changed about each.

use serde::Serialize;

use crate::analysis::{
    InPlanBalance, MatchedBy, Progress, RecommendationChange, Rung, RungBalance, Uncovered,
};
use crate::plan::{RecommendationRef, SourceRef};

/// The recommendations of two plans.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Recommendations<'a> {
    /// How many are counted: neither parts nor findings.
    in_plan: InPlanBalance,
    /// How many have an action.
    addressed: RungBalance,
    /// How many have a lead and a date.
    planned: RungBalance,
    /// For how many the linked actions are complete.
    completed: RungBalance,
    /// For how many the completion is assured.
    assured: RungBalance,
    /// Those counted in the later plan only.
    added: Vec<OnRung<'a>>,
    /// Those counted in the earlier plan only.
    removed: Vec<OnRung<'a>>,
    /// Those that stand higher.
    gained: Vec<Gained<'a>>,
    /// Those that stand lower.
    lost: Vec<Lost<'a>>,
    /// Those with another reference, parts and findings too.
    renumbered: Vec<RecommendationWas<'a>>,
    /// Those with another text, parts and findings too.
    reworded: Vec<RecommendationReworded<'a>>,
}

impl<'a> Recommendations<'a> {
    pub(super) fn of(progress: &Progress<'a>) -> Self {
        let all = || progress.recommendations();
        Self {
            in_plan: progress.recommendation_balance(),
            addressed: progress.rung_balance(Rung::Addressed),
            planned: progress.rung_balance(Rung::Planned),
            completed: progress.rung_balance(Rung::Completed),
            assured: progress.rung_balance(Rung::Assured),
            added: all()
                .filter(RecommendationChange::is_added)
                .filter_map(|one| Some(OnRung::of(one.later()?, one.rung())))
                .collect(),
            removed: all()
                .filter(RecommendationChange::is_removed)
                .filter_map(|one| Some(OnRung::of(one.earlier()?, one.rung_before())))
                .collect(),
            gained: all()
                .filter(RecommendationChange::is_gained)
                .map(|one| Gained::of(one.recommendation(), one.rung_before(), one.rung()))
                .collect(),
            lost: all()
                .filter(RecommendationChange::is_lost)
                .map(|one| {
                    let reason = one.uncovered().map(Uncovered::label);
                    Lost::of(one.recommendation(), one.rung_before(), one.rung(), reason)
                })
                .collect(),
            renumbered: all()
                .filter_map(|one| {
                    Some(RecommendationWas::of(one.recommendation(), one.renumbered()?.from()))
                })
                .collect(),
            reworded: all()
                .filter_map(|one| {
                    let (from, matched_by) = one.reworded()?;
                    Some(RecommendationReworded::of(one.recommendation(), from, matched_by))
                })
                .collect(),
        }
    }
}

/// Defines entries that are a recommendation and more.
macro_rules! recommendation_entries {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty;)* })+) => {$(
        $(#[$doc])*
        #[derive(Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub(super) struct $name<'a> {
            /// The reference of its source, or the title of a source without one.
            source: Option<&'a str>,
            /// Its reference, as written.
            reference: Option<&'a str>,
            /// Its text.
            text: &'a str,
            $($(#[$field_doc])* $field: $type,)*
        }

        impl<'a> $name<'a> {
            pub(super) fn of(recommendation: RecommendationRef<'a>, $($field: $type),*) -> Self {
                Self {
                    source: recommendation.source().map(SourceRef::name),
                    reference: recommendation.reference().as_str(),
                    text: recommendation.text(),
                    $($field,)*
                }
            }
        }
    )+};
}

recommendation_entries! {
    /// What names a recommendation to people.
    RecommendationName {}
    /// A recommendation and its rung.
    OnRung {
        /// The highest rung reached, or null.
        rung: Option<Rung>;
    }
    /// A recommendation that stands higher.
    Gained {
        /// The rung in the earlier plan, or null.
        from: Option<Rung>;
        /// The rung now.
        to: Option<Rung>;
    }
    /// A recommendation that stands lower.
    Lost {
        /// The rung in the earlier plan.
        from: Option<Rung>;
        /// The rung now, or null.
        to: Option<Rung>;
        /// Why no live action answers it any more, as a phrase, or null if one does.
        reason: Option<&'static str>;
    }
    /// A recommendation with another reference.
    RecommendationWas {
        /// The earlier reference, or null.
        from: Option<&'a str>;
    }
    /// A recommendation with another text.
    RecommendationReworded {
        /// The earlier text.
        from: &'a str;
        /// What shows that the two are the same.
        matched_by: MatchedBy;
    }
}
