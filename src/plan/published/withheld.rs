//! How much was kept out of a published plan.

use std::fmt;

use crate::text::and_list;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident, $one:literal, $many:literal;)+) => {
        /// How many records of each kind were kept out of a published plan.
        ///
        /// Printed, it is a line for the foot of the page: `withheld: 2 actions and 5 updates`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub struct Withheld {
            $(pub(super) $name: usize,)+
        }

        impl Withheld {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $name(&self) -> usize {
                    self.$name
                }
            )+

            /// How many in all.
            #[must_use]
            pub fn total(&self) -> usize {
                0 $(+ self.$name)+
            }

            /// Each kind of which something was kept out, with its number: `2 actions`.
            fn counts(&self) -> Vec<String> {
                let kinds = [$((self.$name, $one, $many),)+];
                kinds
                    .into_iter()
                    .filter(|(count, _, _)| *count > 0)
                    .map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }))
                    .collect()
            }
        }
    };
}

kinds! {
    /// How many sources.
    sources, "source", "sources";
    /// How many recommendations and parts of recommendations.
    recommendations, "recommendation", "recommendations";
    /// How many workstreams.
    workstreams, "workstream", "workstreams";
    /// How many actions.
    actions, "action", "actions";
    /// How many milestones.
    milestones, "milestone", "milestones";
    /// How many measures.
    measures, "measure", "measures";
    /// How many pieces of evidence.
    evidence, "piece of evidence", "pieces of evidence";
    /// How many assessments.
    assessments, "assessment", "assessments";
    /// How many resources.
    resources, "resource", "resources";
    /// How many updates: all there are, restricted or not.
    updates, "update", "updates";
    /// How many waivers.
    waivers, "waiver", "waivers";
}

impl fmt::Display for Withheld {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = self.counts();
        if counts.is_empty() {
            return f.write_str("nothing was withheld");
        }
        write!(f, "withheld: {}", and_list(&counts))
    }
}
