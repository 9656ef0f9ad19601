//! The words in square brackets that stand where a cell would be empty. The notes say what they mean.

/// There is nothing: no reference, no action, no source.
pub(super) const NONE: &str = "[none]";

/// The plan does not say.
pub(super) const NOT_STATED: &str = "[not stated]";

/// The plan says a word that is no colour, and that its legend does not explain.
pub(super) const ANOTHER_WORD: &str = "[another word]";

/// An action belongs to no other.
pub(super) const NOT_APPLICABLE: &str = "[not applicable]";

/// The actions stand with the parts of the recommendation.
pub(super) const THROUGH_PARTS: &str = "[through its parts]";

/// The actions stand with the recommendation that it is a part of.
pub(super) const THROUGH_WHOLE: &str = "[through its whole]";
