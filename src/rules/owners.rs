//! Who does it.

use super::collective::is_collective;
use super::facts::Facts;
use super::hits::{Found, Hits};
use super::locations::{lead_place, place};
use crate::diagnostic::Location;
use crate::model::Owner;
use crate::plan::{Item, Lead, quoted};
use crate::text::{names_nobody, same, written};

pub(crate) fn owner_missing(facts: &Facts<'_>, hits: &mut Hits) {
    let found = Found::among(facts.open_actions(), |action| {
        action.lead().as_str().is_none().then_some(action)
    });
    let all = |n| format!("none of the {n} open actions has an owner");
    hits.add_each_or_all(found, "actions", all, |hits, action| {
        let owners = &action.record().owners;
        let message = if owners.iter().any(|owner| owner.as_str().is_some()) {
            "the lead owner has neither a post nor a body"
        } else {
            "no owner is named"
        };
        let location = place(action.location(), "owners", !owners.is_empty());
        hits.add(location, action.subject(), message);
    });
}

pub(crate) fn owner_to_be_confirmed(facts: &Facts<'_>, hits: &mut Hits) {
    let all =
        |n| format!("the owner of every one of the {n} open actions is still to be confirmed");
    let found = Found::among(facts.open_actions(), |action| {
        let lead = action.lead();
        lead.is_to_be_confirmed().then_some((Item::Action(action), lead))
    });
    hits.add_each_or_all(found, "actions", all, report_to_be_confirmed);
    let milestones = own_leads(facts).filter(|(item, _)| matches!(item, Item::Milestone(_)));
    for found in milestones.filter(|(_, lead)| lead.is_to_be_confirmed()) {
        report_to_be_confirmed(hits, found);
    }
}

fn report_to_be_confirmed(hits: &mut Hits, (item, lead): (Item<'_>, Lead<'_>)) {
    let message = format!("the owner is {}", quoted(lead.as_str().unwrap_or_default()));
    hits.add(lead_place(item, lead), item.subject(), message);
}

pub(crate) fn owner_collective(facts: &Facts<'_>, hits: &mut Hits) {
    for (item, lead) in own_leads(facts) {
        let Some(words) = lead.as_str() else { continue };
        let is_body = lead.owner().is_some_and(is_body_only);
        if !is_body && !is_collective(words) || !lead.is_known() {
            continue;
        }
        let message = if is_body {
            format!("led by the body {}, and no post is named", quoted(words))
        } else {
            format!("led by {}, which is not one person's post", quoted(words))
        };
        hits.add(lead_place(item, lead), item.subject(), message);
    }
}

pub(crate) fn plan_without_accountable_lead(facts: &Facts<'_>, hits: &mut Hits) {
    let roles = &facts.plan.doc().roles;
    let accountable = roles.iter().enumerate().filter(|(_, role)| {
        written(role.role.as_ref()).is_some_and(|word| same(word, "accountable"))
    });
    let mut unnamed = None;
    for (position, role) in accountable {
        match written(role.post.as_ref()) {
            Some(post) if !names_nobody(post) => return,
            post => unnamed = unnamed.or(Some((position, post))),
        }
    }
    let document = Location::default();
    let (location, message) = match unnamed {
        Some((position, Some(post))) => {
            let location = document.key("roles").index(position).key("post");
            let message = format!("the accountable post is {}", quoted(post));
            hits.add_with_help(location, "the plan", message, "Name who holds it.");
            return;
        }
        Some((position, None)) => {
            let location = document.key("roles").index(position);
            let message = "the accountable role names no post";
            hits.add_with_help(location, "the plan", message, "Name the post that holds it.");
            return;
        }
        None => (
            place(document, "roles", !roles.is_empty()),
            "no role says who is accountable for the plan".to_owned(),
        ),
    };
    hits.add(location, "the plan", message);
}

/// Every open item that has owners of its own, with the one who leads: a milestone without any is
/// its action's matter.
fn own_leads<'p>(facts: &Facts<'p>) -> impl Iterator<Item = (Item<'p>, Lead<'p>)> {
    let open = facts.items().filter(|timely| timely.class().is_open());
    open.map(|timely| timely.item()).filter_map(|item| {
        let owners = match item {
            Item::Action(action) => &action.record().owners,
            Item::Milestone(milestone) => &milestone.record().owners,
        };
        let lead = Lead::of(owners);
        lead.as_str().is_some().then_some((item, lead))
    })
}

fn is_body_only(owner: &Owner) -> bool {
    matches!(owner, Owner::Post(post) if written(post.post.as_ref()).is_none())
}
