//! The counts of what was withheld from a published plan.

use std::fmt;

use crate::text::and_list;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident, $one:literal, $many:literal;)+) => {
        /// How many records of each kind were withheld from a published plan.
        ///
        /// Displays as a line for the foot of a page: `withheld: 2 actions and 5 updates`.
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

            /// Returns the total number of withheld records.
            #[must_use]
            pub fn total(&self) -> usize {
                0 $(+ self.$name)+
            }

            /// Returns the count of each kind that was withheld, such as `2 actions`.
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
    /// Returns the number of withheld sources.
    sources, "source", "sources";
    /// Returns the number of withheld recommendations, including parts.
    recommendations, "recommendation", "recommendations";
    /// Returns the number of withheld workstreams.
    workstreams, "workstream", "workstreams";
    /// Returns the number of withheld actions.
    actions, "action", "actions";
    /// Returns the number of withheld milestones.
    milestones, "milestone", "milestones";
    /// Returns the number of withheld measures.
    measures, "measure", "measures";
    /// Returns the number of withheld pieces of evidence.
    evidence, "piece of evidence", "pieces of evidence";
    /// Returns the number of withheld assessments.
    assessments, "assessment", "assessments";
    /// Returns the number of withheld resources.
    resources, "resource", "resources";
    /// Returns the number of withheld updates: all of them, restricted or not.
    updates, "update", "updates";
    /// Returns the number of withheld waivers.
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
