//! Which rules are asked, how they are named, what a waiver does, and in which order things are said.

use std::collections::BTreeSet;

use improvement_plan::model::{Funding, Resource, SourceKind, Waiver};
use improvement_plan::{
    Action, CheckReport, DeliveryStatus, Diagnostic, Evidence, NaiveDate, Plan, PlanDoc,
    Recommendation, Revision, Rules, Severity, Source,
};

fn day(day: &str) -> NaiveDate {
    day.parse().unwrap()
}

/// The day on which the plans of this file are looked at.
fn as_of() -> NaiveDate {
    day("2026-11-02")
}

/// Two recommendations of inspectors, the second unanswered; one action, green and late.
fn draft() -> PlanDoc {
    PlanDoc::new("draft", "Draft", "Anyshire")
        .with_sources([Source::new("Inspection")
            .with_reference("ofsted")
            .with_kind(SourceKind::Inspection)])
        .with_recommendations([
            Recommendation::new("Reduce caseloads.").with_reference("1").with_source("ofsted"),
            Recommendation::new("See children alone.").with_reference("2").with_source("ofsted"),
        ])
        .with_actions([Action::new("Cap caseloads")
            .with_reference("1.1")
            .with_answers(["1"])
            .with_due("2026-10-20")
            .with_rag("green")])
}

fn waived(waivers: impl IntoIterator<Item = Waiver>) -> Plan {
    Plan::build(draft().with_waivers(waivers)).unwrap()
}

fn codes<'a>(said: impl IntoIterator<Item = &'a Diagnostic>) -> Vec<&'static str> {
    said.into_iter().map(|one| one.code().as_str()).collect()
}

fn says(plan: &Plan, code: &str) -> Vec<String> {
    let said = plan.check(&Rules::standard(), as_of());
    said.of_code(code).map(ToString::to_string).collect()
}

#[test]
fn a_set_of_rules_says_its_name_its_version_and_how_often_it_was_changed() {
    assert_eq!(Rules::standard().to_string(), "standard rules, version 1");
    assert_eq!(Rules::default(), Rules::standard());
    let strict = Rules::strict();
    assert_eq!((strict.name(), strict.version()), ("strict", 1));
    let once = strict.without("owner-missing").unwrap();
    assert_eq!(once.to_string(), "strict rules, version 1, with 1 change");
    let twice = once.with_severity("rag-missing", Severity::Error).unwrap();
    assert_eq!(twice.to_string(), "strict rules, version 1, with 2 changes");
    let plan = Plan::build(draft()).unwrap();
    assert_eq!(plan.check_in_full(&twice, as_of()).rules(), twice.to_string());
}

#[test]
fn an_unknown_code_is_an_error_that_names_the_nearest() {
    let near = Rules::standard().without("gren-but-overdue").unwrap_err();
    assert_eq!(
        near.to_string(),
        "there is no rule gren-but-overdue; did you mean green-but-overdue?"
    );
    let far = Rules::standard().with_severity("nonsense", Severity::Advice).unwrap_err();
    assert_eq!(far.to_string(), "there is no rule nonsense");
    // What a plan is refused for is no rule, and cannot be switched off.
    assert!(Rules::standard().without("duplicate-id").is_err());
}

#[test]
fn a_rule_can_matter_more_or_be_switched_off() {
    let plan = Plan::build(draft()).unwrap();
    let found = plan.check(&Rules::standard(), as_of());
    let severity = found.of_code("green-but-overdue").next().map(Diagnostic::severity);
    assert_eq!(severity, Some(Severity::Warning));
    let louder = Rules::standard().with_severity("green-but-overdue", Severity::Error).unwrap();
    let found = plan.check(&louder, as_of());
    let severity = found.of_code("green-but-overdue").next().map(Diagnostic::severity);
    assert_eq!(severity, Some(Severity::Error));
    let silent = louder.without("green-but-overdue").unwrap();
    assert_eq!(plan.check(&silent, as_of()).of_code("green-but-overdue").count(), 0);
}

#[test]
fn giving_a_severity_to_a_strict_rule_asks_it() {
    let plan = Plan::build(draft()).unwrap();
    let asked = |rules: &Rules| plan.check(rules, as_of()).of_code("success-missing").count();
    assert_eq!(asked(&Rules::standard()), 0);
    assert_eq!(asked(&Rules::strict()), 1);
    let rules = Rules::standard().with_severity("success-missing", Severity::Warning).unwrap();
    assert_eq!(asked(&rules), 1);
}

#[test]
fn the_strict_rules_say_all_that_the_standard_rules_say() {
    let plan = Plan::build(draft()).unwrap();
    let said = |rules: &Rules| -> BTreeSet<String> {
        plan.check(rules, as_of()).iter().map(ToString::to_string).collect()
    };
    let (standard, strict) = (said(&Rules::standard()), said(&Rules::strict()));
    assert!(standard.is_subset(&strict));
    assert!(standard.len() < strict.len());
}

#[test]
fn a_waiver_accepts_one_subject_until_the_end_of_its_last_day() {
    let waiver = || {
        Waiver::new("green-but-overdue")
            .with_subject(" Action  1.1")
            .with_reason("The board knows")
            .with_expires("2026-11-02")
    };
    let plan = waived([waiver()]);
    let last_day = plan.check_in_full(&Rules::standard(), day("2026-11-02"));
    assert_eq!(codes(last_day.waived()), ["green-but-overdue"]);
    assert_eq!(last_day.diagnostics().of_code("green-but-overdue").count(), 0);
    let the_day_after = plan.check_in_full(&Rules::standard(), day("2026-11-03"));
    assert!(the_day_after.waived().is_empty());
    assert_eq!(the_day_after.diagnostics().of_code("green-but-overdue").count(), 1);
    let said: Vec<String> =
        the_day_after.diagnostics().of_code("waiver-expired").map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "warning[waiver-expired] waivers[0].expires: the last day of the waiver was 2 November 2026"
        ]
    );
    let other = waived([waiver().with_subject("action 1.2")]);
    assert_eq!(says(&other, "green-but-overdue").len(), 1);
    assert_eq!(
        says(&other, "waiver-unused"),
        [
            "advice[waiver-unused] waivers[0].subject: no check reports green-but-overdue about \u{201c}action 1.2\u{201d}"
        ]
    );
}

#[test]
fn a_waiver_without_a_subject_accepts_a_code_everywhere() {
    let plan = waived([Waiver::new("green-but-overdue"), Waiver::new("owner-missing")]);
    let checked = plan.check_in_full(&Rules::standard(), as_of());
    assert_eq!(codes(checked.waived()), ["owner-missing", "green-but-overdue"]);
    assert_eq!(checked.diagnostics().of_code("waiver-unused").count(), 0);
}

#[test]
fn an_error_is_waived_only_with_a_reason_and_an_approver() {
    let waiver = || Waiver::new("uncovered-recommendation").with_subject("recommendation 2");
    let refused = |waiver: Waiver| {
        let plan = waived([waiver]);
        assert_eq!(says(&plan, "uncovered-recommendation").len(), 1);
        says(&plan, "waiver-unused").join("\n")
    };
    let begins =
        "advice[waiver-unused] waivers[0]: uncovered-recommendation is an error here, and ";
    assert_eq!(
        refused(waiver()),
        format!("{begins}the waiver gives neither a reason nor who approved it")
    );
    assert_eq!(
        refused(waiver().with_reason("Health will answer it")),
        format!("{begins}the waiver does not say who approved it")
    );
    assert_eq!(
        refused(waiver().with_approved_by("Improvement Board").with_reason(" ")),
        format!("{begins}the waiver gives no reason")
    );
    let whole = waiver().with_reason("Health will").with_approved_by("Improvement Board");
    let checked = waived([whole]).check_in_full(&Rules::standard(), as_of());
    assert_eq!(codes(checked.waived()), ["uncovered-recommendation"]);
    // Where a council makes it a warning, the plain waiver is enough.
    let milder = Rules::standard();
    let milder = milder.with_severity("uncovered-recommendation", Severity::Warning).unwrap();
    assert_eq!(waived([waiver()]).check_in_full(&milder, as_of()).waived().len(), 1);
}

#[test]
fn a_waiver_of_a_rule_that_is_not_asked_is_left_alone() {
    let plan = waived([Waiver::new("success-missing"), Waiver::new("rag-missing")]);
    let rules = Rules::standard().without("rag-missing").unwrap();
    assert_eq!(plan.check(&rules, as_of()).of_code("waiver-unused").count(), 0);
    assert_eq!(plan.check(&Rules::strict(), as_of()).of_code("waiver-unused").count(), 1);
}

#[test]
fn a_field_that_nobody_filled_is_one_line_for_the_plan() {
    let action = |reference: &str| {
        Action::new(format!("Action {reference}"))
            .with_reference(reference)
            .with_answers(["1"])
            .with_status(DeliveryStatus::Completed)
            .with_due("2026-12-18")
            .with_revisions([Revision::new("2027-01-29")
                .with_agreed("2026-10-20")
                .with_approved_by("Board")])
            .with_resources([Resource::new().with_funding(Funding::ToBeConfirmed)])
    };
    let with = |actions: Vec<Action>, code: &str| -> Vec<String> {
        let plan = Plan::build(draft().with_actions(actions)).unwrap();
        says(&plan, code)
    };
    let both = || vec![action("1"), action("2")];
    assert_eq!(
        with(both(), "completed-without-evidence"),
        [
            "warning[completed-without-evidence] actions: none of the 2 completed actions has evidence"
        ]
    );
    assert_eq!(
        with(both(), "revision-without-reason"),
        ["warning[revision-without-reason] actions: none of the 2 agreed revisions has a reason"]
    );
    assert_eq!(
        with(both(), "resources-mostly-unconfirmed"),
        [
            "warning[resources-mostly-unconfirmed] actions: 2 of 2 resource entries are not settled: 2 to be confirmed (action 1 and action 2)"
        ]
    );
    // One line says it, and the entries are named only where that rule is not asked.
    assert!(with(both(), "resources-unconfirmed").is_empty());
    let plan = Plan::build(draft().with_actions(both())).unwrap();
    let rules = Rules::standard().without("resources-mostly-unconfirmed").unwrap();
    let said = plan.check(&rules, as_of());
    let said: Vec<String> =
        said.of_code("resources-unconfirmed").map(ToString::to_string).collect();
    assert_eq!(
        said,
        ["advice[resources-unconfirmed] actions: all 2 resource entries are still to be confirmed"]
    );
    let undated = |one: Action| one.with_evidence([Evidence::new("audit", "Audit")]);
    assert_eq!(
        with(both().into_iter().map(undated).collect(), "evidence-undated"),
        ["advice[evidence-undated] actions: none of the 2 pieces of evidence has a date"]
    );
    let open = |one: Action| one.with_status(DeliveryStatus::InProgress);
    assert_eq!(
        with(both().into_iter().map(open).collect(), "rag-missing"),
        ["advice[rag-missing] actions: none of the 2 open actions has a RAG status"]
    );
    // One alone, or one with the field, is no field that nobody filled.
    assert_eq!(with(vec![action("1")], "completed-without-evidence").len(), 1);
    let filled = vec![action("1"), action("2").with_evidence([Evidence::new("audit", "Audit")])];
    assert_eq!(
        with(filled, "completed-without-evidence"),
        ["warning[completed-without-evidence] actions[0]: completed, but no evidence is recorded"]
    );
}

#[test]
fn a_waiver_of_what_is_said_once_for_the_plan_is_not_called_unused() {
    let doc = draft().with_actions(["1", "2"].map(|reference| {
        Action::new(format!("Action {reference}")).with_reference(reference).with_answers(["1"])
    }));
    let plan = Plan::build(doc.with_waivers([Waiver::new("rag-missing").with_subject("action 1")]));
    let plan = plan.unwrap();
    assert_eq!(says(&plan, "rag-missing").len(), 1);
    assert!(says(&plan, "waiver-unused").is_empty());
}

/// Two actions without an owner, and nothing else that a waiver of owners is of.
fn ownerless(waivers: impl IntoIterator<Item = Waiver>) -> Plan {
    let doc = draft().with_actions(["1", "2"].map(|reference| {
        Action::new(format!("Action {reference}")).with_reference(reference).with_answers(["1"])
    }));
    Plan::build(doc.with_waivers(waivers)).unwrap()
}

#[test]
fn a_line_for_the_plan_is_taken_away_when_everything_it_stands_for_is_waived() {
    let of = |reference: &str, expires: &str| {
        Waiver::new("owner-missing")
            .with_subject(format!("action {reference}"))
            .with_reason(format!("Post {reference} is filled soon"))
            .with_expires(expires)
    };
    let plan = ownerless([of("1", "2026-12-01"), of("2", "December 2026")]);
    let checked = plan.check_in_full(&Rules::standard(), as_of());
    assert_eq!(checked.diagnostics().of_code("owner-missing").count(), 0);
    assert_eq!(checked.diagnostics().of_code("waiver-unused").count(), 0);
    let waived: Vec<String> = checked
        .waived()
        .iter()
        .map(|one| format!("{}: {}", one.subject(), one.waived().unwrap()))
        .collect();
    assert_eq!(
        waived,
        [
            "action 1: Post 1 is filled soon (until 1 December 2026)",
            "action 2: Post 2 is filled soon (until 31 December 2026)",
        ]
    );
    // One is not enough, and a waiver of something else is named.
    let plan = ownerless([of("1", "2026-12-01"), of("3", "2026-12-01")]);
    assert_eq!(says(&plan, "owner-missing").len(), 1);
    assert_eq!(
        says(&plan, "waiver-unused"),
        [
            "advice[waiver-unused] waivers[1].subject: no check reports owner-missing about “action 3”"
        ]
    );
    // One that has ended is missed, if what it accepted is a part of the line.
    let plan = ownerless([of("1", "2026-10-01"), of("2", "2026-12-01")]);
    assert_eq!(says(&plan, "owner-missing").len(), 1);
    assert_eq!(says(&plan, "waiver-expired").len(), 1);
}

#[test]
fn a_line_for_a_shared_cause_is_taken_away_when_each_who_shares_it_is_waived() {
    let plan = |waivers: &[Waiver]| {
        let doc =
            draft().with_actions(["1", "2", "3"].map(|reference| {
                Action::new("Recruit").with_reference(reference).with_answers(["1"])
            }));
        Plan::build(doc.with_waivers(waivers.iter().cloned())).unwrap()
    };
    let of = |reference: &str| {
        Waiver::new("duplicate-title")
            .with_subject(format!("action {reference}"))
            .with_reason("Three teams recruit")
            .with_expires(format!("2026-12-0{reference}"))
    };
    let all = plan(&[of("1"), of("2"), of("3")]).check_in_full(&Rules::standard(), as_of());
    assert_eq!(all.diagnostics().of_code("duplicate-title").count(), 0);
    let lasts: Vec<_> = all.waived().iter().map(|one| one.waived().unwrap().expires()).collect();
    assert_eq!(lasts, [Some(day("2026-12-01"))]);
    for some in [&[of("1")][..], &[of("2"), of("3")][..]] {
        let plan = plan(some);
        assert_eq!(says(&plan, "duplicate-title").len(), 1);
        assert!(says(&plan, "waiver-unused").is_empty());
    }
}

#[test]
fn a_waiver_that_nobody_has_decided_on_yet_waives_nothing() {
    let decided = || {
        Waiver::new("green-but-overdue").with_reason("The board knows").with_approved_by("Board")
    };
    let said = |waiver: Waiver| {
        let plan = waived([waiver]);
        (says(&plan, "green-but-overdue").len(), says(&plan, "waiver-unused").join("\n"))
    };
    assert_eq!(said(decided()), (0, String::new()));
    let unused = |key: &str, what: &str| {
        (1, format!("advice[waiver-unused] waivers[0].{key}: its {what}, so it waives nothing"))
    };
    assert_eq!(said(decided().with_reason(" ")), unused("reason", "reason is blank"));
    assert_eq!(said(decided().with_reason("TBC")), unused("reason", "reason is “TBC”"));
    assert_eq!(said(decided().with_approved_by("")), unused("approved_by", "approver is blank"));
    let open = decided().with_approved_by("TBC (chair)");
    assert_eq!(said(open), unused("approved_by", "approver is “TBC (chair)”"));
    assert_eq!(said(decided().with_subject("\t")), unused("subject", "subject is blank"));
}

#[test]
fn what_is_waived_is_listed_only_when_asked_for() {
    let plan = waived([Waiver::new("green-but-overdue")
        .with_reason("The board knows")
        .with_expires("2026-11-30")]);
    let report = CheckReport::of_plan(&plan, as_of(), &Rules::standard());
    let shown = report.clone().with_waived();
    let line = "warning[green-but-overdue] actions[0].rag: ";
    assert!(!report.to_text().contains(line) && !report.to_json().contains("\"waived\""));
    let text = shown.to_text();
    assert!(text.contains(line), "{text}");
    assert!(text.contains("\n  waived: The board knows (until 30 November 2026)\n"), "{text}");
    let json: serde_json::Value = serde_json::from_str(&shown.to_json()).unwrap();
    let all = json.as_array().unwrap();
    assert_eq!(all.len(), report.diagnostics().len() + 1);
    let waived: Vec<_> = all.iter().filter_map(|one| one.get("waived")).collect();
    assert_eq!(
        waived,
        [&serde_json::json!({ "reason": "The board knows", "expires": "2026-11-30" })]
    );
    // The line that counts is the same.
    let last = |text: &str| text.rsplit_once("\n\n").unwrap().1.to_owned();
    assert_eq!(last(&text), last(&report.to_text()));
}

#[test]
fn a_waived_error_is_no_error_in_what_is_shown() {
    let plan = waived([Waiver::new("uncovered-recommendation")
        .with_reason("Health will answer it")
        .with_approved_by("Improvement Board")]);
    let report = CheckReport::of_plan(&plan, as_of(), &Rules::standard()).with_waived();
    assert_eq!(report.diagnostics().of_code("uncovered-recommendation").count(), 1);
    assert!(!report.has_errors());
}

#[test]
fn things_are_said_in_the_order_of_the_document() {
    let doc = draft()
        .with_actions(["1.1", "1.2"].map(|reference| {
            Action::new(format!("Action {reference}"))
                .with_reference(reference)
                .with_answers(["1"])
                .with_owners(["Head of Safeguarding"])
                .with_due("2026-10-20")
                .with_rag("green")
        }))
        .with_waivers([Waiver::new("nonsense")]);
    let plan = Plan::build(doc).unwrap();
    let wanted = ["uncovered-recommendation", "green-but-overdue", "waiver-unused"];
    let said = plan.check(&Rules::standard(), as_of());
    let places: Vec<String> = said
        .iter()
        .filter(|one| wanted.contains(&one.code().as_str()))
        .map(|one| one.location().to_string())
        .collect();
    assert_eq!(
        places,
        ["recommendations[1]", "actions[0].rag", "actions[1].rag", "waivers[0].code"]
    );
    let again = plan.check(&Rules::standard(), as_of());
    assert_eq!(said.to_string(), again.to_string());
}

#[test]
fn a_waiver_whose_end_cannot_be_read_is_not_applied() {
    let waiver = |expires: &str| {
        Waiver::new("green-but-overdue")
            .with_reason("Looked at in October")
            .with_approved_by("Improvement Board")
            .with_expires(expires)
    };
    assert_eq!(says(&waived([waiver("summer")]), "green-but-overdue").len(), 1);
    assert_eq!(
        says(&waived([waiver("summer")]), "waiver-unused"),
        [
            "advice[waiver-unused] waivers[0].expires: “summer” is not a date, so the waiver is not applied"
        ]
    );
    for expires in ["December 2026", " "] {
        assert!(says(&waived([waiver(expires)]), "green-but-overdue").is_empty(), "{expires}");
    }
}

#[test]
fn a_refusal_names_the_record_that_each_problem_is_about() {
    let doc = draft().with_actions([Action::new("Recruit").with_reference("7")]);
    let refusal = Plan::build(doc).unwrap_err().to_string();
    assert!(refusal.contains("\n  about: action 7\n  help: Name a recommendation"), "{refusal}");
}

#[test]
fn a_link_by_words_that_several_sources_number_alike_is_answered_with_the_source() {
    let mut doc = draft();
    doc.sources.push(Source::new("Peers").with_reference("peers"));
    doc.recommendations
        .push(Recommendation::new("Listen.").with_reference("2").with_source("peers"));
    doc.actions.push(Action::new("Ask").with_reference("9").with_answers([" LISTEN."]));
    let refused = Plan::build(doc).unwrap_err();
    let helps: Vec<&str> = refused.diagnostics().iter().map(Diagnostic::help).collect();
    assert_eq!(helps, ["Did you mean “peers/2”, which has this text?"]);
}

/// What is said of recommendation 1, which has parts 1a and 1b, given the views of each as (kind, judgement, date).
fn unanswered(of_whole: &[[&str; 3]], of_part: &[[&str; 3]]) -> (Vec<String>, Vec<String>) {
    let of = |views: &[[&str; 3]]| -> Vec<serde_json::Value> {
        let view = |[kind, judgement, date]: &[&str; 3]| {
            let mut view = serde_json::json!({ "kind": kind, "judgement": judgement });
            if !date.is_empty() {
                view["date"] = (*date).into();
            }
            view
        };
        views.iter().map(view).collect()
    };
    let said = |answers: Option<&str>| {
        let mut plan = serde_json::json!({
            "format": 1, "reference": "p", "title": "Plan", "authority": { "name": "Anyshire" },
            "sources": [{ "reference": "of", "kind": "inspection", "title": "Inspection" }],
            "recommendations": [
                { "reference": "1", "source": "of", "text": "Oversee cases.", "assessments": of(of_whole) },
                { "reference": "1a", "source": "of", "part_of": "1", "text": "Oversee plans." },
                { "reference": "1b", "source": "of", "part_of": "1", "text": "Oversee visits.",
                  "assessments": of(of_part) },
            ],
        });
        if let Some(answers) = answers {
            plan["actions"] =
                serde_json::json!([{ "reference": "A1", "title": "Act", "answers": [answers] }]);
        }
        let plan = Plan::from_json(&plan.to_string()).unwrap();
        let said = plan.check(&Rules::standard(), as_of());
        let codes = ["uncovered-recommendation", "part-without-action"];
        let said = codes.iter().flat_map(|code| said.of_code(code));
        said.map(|one| format!("{}: {}", one.severity(), one.message())).collect()
    };
    (said(Some("1a")), said(None))
}

#[test]
fn a_later_view_of_a_part_takes_away_that_its_whole_is_met() {
    let met = ["inspection", "met", "2026-10-22"];
    let (part, whole) = unanswered(&[met], &[]);
    assert_eq!(
        part,
        [
            "advice: no action is linked to it, though an inspection says met (22 October 2026); other parts are \
          answered: “Oversee visits.”"
        ]
    );
    assert_eq!(
        whole,
        [
            "advice: no action is linked to it, though an inspection says met (22 October 2026): “Oversee cases.”"
        ]
    );
    for (of_whole, of_part, is_error) in [
        (vec![met], vec![["inspection", "regressed", "2026-10-25"]], true),
        (vec![met], vec![["monitoring-visit", "some-progress", "2026-10-25"]], true),
        (vec![met], vec![["inspection", "regressed", "2026-10-22"]], true),
        (vec![met], vec![["inspection", "regressed", "2026-10-21"]], false),
        (vec![met], vec![["self", "regressed", "2026-10-25"]], false),
        (vec![met], vec![["inspection", "regressed", "2026-11-25"]], false),
        // A view without a date is nobody's latest.
        (vec![["inspection", "met", ""]], vec![], true),
        // Of two views on one day the worse counts, in either order.
        (vec![met, ["commissioner", "some-progress", "2026-10-22"]], vec![], true),
        (vec![["commissioner", "some-progress", "2026-10-22"], met], vec![], true),
        (vec![met, ["monitoring-visit", "some-progress", "2026-10-22"]], vec![], true),
        (vec![met, ["monitoring-visit", "some-progress", "2026-10-21"]], vec![], false),
    ] {
        let (part, whole) = unanswered(&of_whole, &of_part);
        let advice = |said: &[String]| said.iter().all(|one| one.starts_with("advice"));
        assert_eq!(part.len(), 1, "{of_whole:?} {of_part:?}");
        assert_eq!(advice(&part), !is_error, "{of_whole:?} {of_part:?}: {part:?}");
        assert_eq!(advice(&whole), !is_error, "{of_whole:?} {of_part:?}: {whole:?}");
    }
}

/// Every line about a plan of one action, made of these keys, as its message and its help.
fn of_action(keys: &serde_json::Value) -> Vec<(String, &'static str, String)> {
    let mut action = serde_json::json!({ "reference": "A1", "title": "Act", "answers": ["1"] });
    for (key, value) in keys.as_object().unwrap() {
        action[key] = value.clone();
    }
    let plan = serde_json::json!({
        "format": 1, "reference": "p", "title": "Plan", "authority": { "name": "Anyshire" },
        "status_date": "2026-10-15",
        "recommendations": [{ "reference": "1", "text": "Oversee cases.",
            "response": { "decision": "declined", "reason": "TBC" } }],
        "roles": [{ "role": "accountable", "post": "Vacant post" }],
        "actions": [action],
    });
    let plan = Plan::from_json(&plan.to_string()).unwrap();
    let said = plan.check(&Rules::standard(), as_of());
    let said = said
        .iter()
        .map(|one| (one.message().to_owned(), one.code().as_str(), one.help().to_owned()));
    said.collect()
}

#[test]
fn every_line_says_what_is_true_of_its_case_and_what_to_do_there() {
    for (keys, code, message, help) in [
        (
            serde_json::json!({}),
            "recommendation-declined",
            "declined with no reason but “TBC”; it is the council's own",
            "Give a reason that can be published.",
        ),
        (
            serde_json::json!({}),
            "plan-without-accountable-lead",
            "the accountable post is “Vacant post”",
            "Name who holds it.",
        ),
        (
            serde_json::json!({ "due": "2026-10-01", "updates": [
                { "text": "Soon.", "kind": "progress" },
                { "text": "Late.", "kind": "progress", "date": "2026-11-20" } ] }),
            "overdue-without-update",
            "32 days late (due “2026-10-01”), and no update with a date was written by this date",
            "Add a dated update of the kind reason, recovery, blocker or decision.",
        ),
        (
            serde_json::json!({ "due": "2026-12-01",
                "revisions": [{ "due": "2026-12-20", "agreed": "2026-11-20", "reason": "Advert", "approved_by": "Board" }] }),
            "revision-not-agreed",
            "20 December 2026 is requested, but agreed only on 20 November 2026, after the date of this report",
            "Check the day of the agreement, or ask as of that day or a later one.",
        ),
        (
            serde_json::json!({ "status": "withdrawn",
                "stopped": { "date": "2026-10-01", "reason": "Done elsewhere", "approved_by": "TBC" } }),
            "withdrawn-without-agreement",
            "withdrawn for the reason “Done elsewhere”, but its approver is “TBC”",
            "Record who approved it.",
        ),
    ] {
        let said = of_action(&keys);
        let of_code: Vec<_> = said.iter().filter(|(_, other, _)| *other == code).collect();
        assert_eq!(of_code, [&(message.to_owned(), code, help.to_owned())], "{said:#?}");
    }
}

#[test]
fn the_line_for_open_funding_is_taken_away_when_each_action_it_names_is_waived() {
    let plan = |waivers: &[Waiver]| {
        let doc = draft().with_actions(["A1", "A2"].map(|reference| {
            Action::new(format!("Act {reference}"))
                .with_reference(reference)
                .with_answers(["1"])
                .with_resources([Resource::new().with_funding(Funding::ToBeConfirmed)])
        }));
        Plan::build(doc.with_waivers(waivers.iter().cloned())).unwrap()
    };
    let of = |reference: &str| {
        Waiver::new("resources-mostly-unconfirmed")
            .with_subject(format!("action {reference}"))
            .with_reason("The budget is set in February")
    };
    let all = plan(&[of("A1"), of("A2")]);
    assert!(says(&all, "resources-mostly-unconfirmed").is_empty());
    assert!(says(&all, "waiver-unused").is_empty());
    let one = plan(&[of("A1")]);
    assert_eq!(says(&one, "resources-mostly-unconfirmed").len(), 1);
    let ended = of("A1").with_reason("TBC").with_expires("2026-10-01");
    let ended = says(&plan(&[ended]), "waiver-expired");
    assert_eq!(ended.len(), 1);
    assert!(
        ended.iter().all(|one| {
            one.ends_with("the last day of the waiver was 1 October 2026, and its reason is “TBC”")
        }),
        "{ended:?}"
    );
}
