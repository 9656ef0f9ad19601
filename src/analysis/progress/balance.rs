//! Balances between two plans: what there was, what came and went, and what there is.

use serde::Serialize;

/// Defines a balance: counts that are public through accessors and serialise under their names.
macro_rules! balance {
    ($(#[$doc:meta])* $name:ident { $($field:ident, $what:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Serialize, Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct $name {
            $(#[doc = concat!("The number ", $what, ".")] pub(super) $field: usize,)+
        }

        impl $name {
            $(
                #[doc = concat!("Returns the number ", $what, ".")]
                #[must_use]
                pub const fn $field(&self) -> usize {
                    self.$field
                }
            )+
        }
    };
}

balance! {
    /// How many records are in the plan: opening + added − removed = closing.
    ///
    /// Serialises as `opening`, `added`, `removed` and `closing`.
    InPlanBalance {
        opening, "of those that are in the earlier plan";
        added, "of those that are in the later plan only";
        removed, "of those that are in the earlier plan only";
        closing, "of those that are in the later plan";
    }
}

balance! {
    /// How many items are open: opening + added + reopened − completed − suspended − withdrawn − removed = closing.
    ///
    /// Serialises as `opening`, `added`, `reopened`, `completed`, `suspended`, `withdrawn`, `removed` and `closing`.
    OpenBalance {
        opening, "of those that are open in the earlier plan";
        added, "of those that are new and open";
        reopened, "of those that were not open and are";
        completed, "of those that were open and are completed";
        suspended, "of those that were open and are suspended";
        withdrawn, "of those that were open and are withdrawn";
        removed, "of those that were open and are gone";
        closing, "of those that are open in the later plan";
    }
}

balance! {
    /// How many items are late: opening + newly − no longer = closing.
    ///
    /// Serialises as `opening`, `newly`, `no_longer` and `closing`.
    OverdueBalance {
        opening, "of those that are late in the earlier plan";
        newly, "of those that are late and were not, or were not there";
        no_longer, "of those that were late and are not, or are gone";
        closing, "of those that are late in the later plan";
    }
}

balance! {
    /// How many counted recommendations have reached a rung: opening + gained + added − lost − removed = closing.
    ///
    /// Serialises as `opening`, `gained`, `lost`, `added`, `removed` and `closing`.
    RungBalance {
        opening, "of those that have reached it in the earlier plan";
        gained, "of those that had not reached it and have";
        lost, "of those that had reached it and have not any more";
        added, "of those that are counted in the later plan only, and have reached it";
        removed, "of those that are counted in the earlier plan only, and had reached it";
        closing, "of those that have reached it in the later plan";
    }
}

/// The balances of the actions, or of the milestones.
///
/// Serialises as `in_plan`, `open` and `overdue`.
#[derive(Serialize, Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ItemBalance {
    /// How many are in the plan.
    pub(super) in_plan: InPlanBalance,
    /// How many are open.
    pub(super) open: OpenBalance,
    /// How many are late.
    pub(super) overdue: OverdueBalance,
}

impl ItemBalance {
    /// Returns how many are in the plan.
    #[must_use]
    pub const fn in_plan(&self) -> &InPlanBalance {
        &self.in_plan
    }

    /// Returns how many are open.
    #[must_use]
    pub const fn open(&self) -> &OpenBalance {
        &self.open
    }

    /// Returns how many are late.
    #[must_use]
    pub const fn overdue(&self) -> &OverdueBalance {
        &self.overdue
    }
}
