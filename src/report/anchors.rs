//! Names that links lead to, one for each recommendation, which people can cite.

use std::collections::HashMap;

use crate::plan::{Plan, RecommendationRef};

/// The name of each recommendation and part.
pub(super) struct Anchors(Vec<String>);

impl Anchors {
    /// Names each recommendation by its source and reference, `rec-ofsted-2017-13`. One without a
    /// reference, or with one that looks like another's, is named by its id.
    pub(super) fn of(plan: &Plan) -> Self {
        let names: Vec<_> = plan.recommendations().map(name).collect();
        let mut times: HashMap<&str, usize> = HashMap::with_capacity(names.len());
        for name in names.iter().flatten() {
            *times.entry(name).or_default() += 1;
        }
        let unique = plan.recommendations().zip(&names).map(|(one, name)| match name {
            Some(name) if times.get(name.as_str()) == Some(&1) => name.clone(),
            _ => format!("rec-{}", one.id()),
        });
        Self(unique.collect())
    }

    pub(super) fn get(&self, one: RecommendationRef<'_>) -> &str {
        self.0.get(one.position()).map_or("", String::as_str)
    }
}

fn name(one: RecommendationRef<'_>) -> Option<String> {
    /// Longer references are not quoted in links.
    const LONGEST: usize = 40;
    let reference = one.reference().as_str().filter(|reference| reference.len() <= LONGEST)?;
    let source = one.source().and_then(|source| source.reference().as_str());
    let mut name = "rec".to_owned();
    for part in source.filter(|source| source.len() <= LONGEST).into_iter().chain([reference]) {
        name.push('-');
        let letters = part.trim().chars().map(|one| one.to_ascii_lowercase());
        name.extend(letters.map(|one| if one.is_ascii_alphanumeric() { one } else { '-' }));
    }
    Some(name)
}
