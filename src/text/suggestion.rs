//! The known word that a text was probably meant to be.

/// The longest text, in characters, for which a suggestion is made.
const LONGEST_SUGGESTION: usize = 64;

/// Returns the candidate most like `wanted`, if it is close enough to be a typing error. Both must
/// be folded. The first of several equally close candidates wins.
pub(crate) fn nearest<'a, T: Copy>(
    wanted: &str,
    candidates: impl Iterator<Item = (&'a str, T)>,
) -> Option<T> {
    let length = wanted.chars().count();
    if length == 0 || length > LONGEST_SUGGESTION {
        return None;
    }
    let allowed = (length / 3).max(1);
    candidates
        .filter(|(candidate, _)| candidate.len() <= LONGEST_SUGGESTION * 4)
        .filter(|(candidate, _)| candidate.chars().count().abs_diff(length) <= allowed)
        .map(|(candidate, value)| (strsim::osa_distance(wanted, candidate), value))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_is_only_offered_when_near() {
        let known = ["3.1", "3.2", "vacancy-rate"];
        let offer = |wanted| nearest(wanted, known.iter().map(|word| (*word, *word)));
        assert_eq!(offer("vacancyrate"), Some("vacancy-rate"));
        assert_eq!(offer("31"), Some("3.1"));
        assert_eq!(offer("3.12"), Some("3.1"));
        assert_eq!(offer("workforce"), None);
    }
}
