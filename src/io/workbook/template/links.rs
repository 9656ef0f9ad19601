//! References that an officer put into one cell with commas or `and` between them, where only `;` and
//! line breaks are read: they are taken apart when each part is a reference, and the whole is none.

use super::names::Names;
use crate::plan::PlanDoc;

/// Takes apart the lists of references of a document.
pub(super) fn take_apart(doc: &mut PlanDoc) {
    let recommendations = Names::of_recommendations(&doc.recommendations);
    let sources = Names::of_sources(&doc.sources);
    let workstreams = Names::of_workstreams(&doc.workstreams);
    let actions = Names::of_actions(&doc.actions);
    let measures = Names::of_measures(&doc.measures);
    for action in &mut doc.actions {
        take(&mut action.answers, &recommendations);
        take(&mut action.enables, &sources);
        take(&mut action.depends_on, &actions);
        take(&mut action.measures, &measures);
    }
    for measure in &mut doc.measures {
        take(&mut measure.answers, &recommendations);
        take(&mut measure.workstreams, &workstreams);
    }
}

fn take(links: &mut Vec<String>, names: &Names) {
    let is_several =
        |link: &str| link.contains([',', '&']) || link.split_whitespace().any(|word| word == "and");
    if !links.iter().any(|link| is_several(link)) {
        return;
    }
    let apart = std::mem::take(links).into_iter().flat_map(|link| {
        if !is_several(&link) || names.has(&link) {
            return vec![link];
        }
        let parts: Vec<String> = link
            .split([',', '&'])
            .flat_map(|part| part.split(" and "))
            .map(|part| part.trim().to_owned())
            .filter(|part| !part.is_empty())
            .collect();
        let are_known = parts.len() > 1 && parts.iter().all(|part| names.has(part));
        if are_known { parts } else { vec![link] }
    });
    *links = apart.collect();
}
