//! Who does it.

use super::collective::is_collective;
use super::facts::Facts;
use super::hits::Hits;
use super::locations::{lead_place, place};
use crate::diagnostic::Location;
use crate::model::Owner;
use crate::plan::{Item, Lead, quoted};
use crate::text::{names_nobody, same, written};

pub(crate) fn owner_missing(facts: &Facts<'_>, hits: &mut Hits) {
    let mut looked_at = 0;
    for action in facts.open_actions() {
        looked_at += 1;
        let owners = &action.record().owners;
        if action.lead().as_str().is_none() {
            let message = if owners.iter().any(|owner| owner.as_str().is_some()) {
                "the lead owner has neither a post nor a body"
            } else {
                "no owner is named"
            };
            let location = place(action.location(), "owners", !owners.is_empty());
            hits.add(location, action.subject(), message);
        }
    }
    hits.fold_if_all(looked_at, "actions", |n| {
        format!("none of the {n} open actions has an owner")
    });
}

pub(crate) fn owner_to_be_confirmed(facts: &Facts<'_>, hits: &mut Hits) {
    for (item, lead) in own_leads(facts).filter(|(item, _)| matches!(item, Item::Action(_))) {
        report_to_be_confirmed(item, lead, hits);
    }
    hits.fold_if_all(facts.open_actions().count(), "actions", |n| {
        format!("the owner of every one of the {n} open actions is still to be confirmed")
    });
    for (item, lead) in own_leads(facts).filter(|(item, _)| matches!(item, Item::Milestone(_))) {
        report_to_be_confirmed(item, lead, hits);
    }
}

fn report_to_be_confirmed(item: Item<'_>, lead: Lead<'_>, hits: &mut Hits) {
    if let Some(words) = lead.as_str().filter(|_| lead.is_to_be_confirmed()) {
        let message = format!("the owner is {}", quoted(words));
        hits.add(lead_place(item, lead), item.subject(), message);
    }
}

pub(crate) fn owner_collective(facts: &Facts<'_>, hits: &mut Hits) {
    for (item, lead) in own_leads(facts) {
        let Some(words) = lead.as_str().filter(|_| lead.is_known()) else { continue };
        let is_body = lead.owner().is_some_and(is_body_only);
        let message = if is_body {
            format!("led by the body {}, and no post is named", quoted(words))
        } else if is_collective(words) {
            format!("led by {}, which is not one person's post", quoted(words))
        } else {
            continue;
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
        Some((position, Some(post))) => (
            document.key("roles").index(position).key("post"),
            format!("the accountable post is {}", quoted(post)),
        ),
        Some((position, None)) => {
            (document.key("roles").index(position), "the accountable role names no post".to_owned())
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
    open.map(|timely| (timely.item(), timely.item().lead())).filter(|(item, lead)| match item {
        Item::Action(_) => lead.as_str().is_some(),
        Item::Milestone(milestone) => {
            let mut own = milestone.record().owners.iter();
            own.any(|owner| lead.owner().is_some_and(|lead| std::ptr::eq(lead, owner)))
        }
    })
}

fn is_body_only(owner: &Owner) -> bool {
    matches!(owner, Owner::Post(post) if written(post.post.as_ref()).is_none())
}
