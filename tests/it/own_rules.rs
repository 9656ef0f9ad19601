//! Rules of one's own, and settings that select rules.

use std::sync::Arc;

use improvement_plan::model::Waiver;
use improvement_plan::rules::{About, InvalidRule, InvalidSettings, Rule, RuleSettings};
use improvement_plan::{
    Action, CoverageReport, Diagnostic, NaiveDate, Plan, PlanDoc, Rules, Severity, Source,
};

const CODE: &str = "anyshire-two-leads";

fn rule() -> Rule {
    let most = Arc::new(1);
    Rule::new(
        CODE,
        Severity::Warning,
        "In Anyshire an action has one owner.",
        move |plan, _, found| {
            for action in plan.actions().filter(|action| action.record().owners.len() > *most) {
                found.report(About::from(action).key("owners"), "it has two owners");
            }
        },
    )
    .with_help("Keep one.")
}

fn doc() -> PlanDoc {
    let action = |reference: &str| {
        Action::new(format!("Board {reference}"))
            .with_reference(reference)
            .with_enables(["ofsted"])
            .with_owners(["Director", "Head of Service"])
    };
    PlanDoc::new("p", "Plan", "Anyshire")
        .with_sources([Source::new("Inspection").with_reference("ofsted")])
        .with_actions([action("1"), action("2")])
}

fn as_of() -> NaiveDate {
    "2026-11-02".parse().unwrap()
}

#[test]
fn a_rule_of_ones_own_is_counted_in_checks_and_reports() {
    let plan = Plan::build(doc()).unwrap();
    let rules = Rules::standard().with(rule()).unwrap();
    let (ours, all) = (plan.check(&Rules::standard(), as_of()), plan.check(&rules, as_of()));
    assert_eq!(all.len(), ours.len() + 2);
    let mine = all.of_code(CODE).next().unwrap();
    assert_eq!(
        (mine.to_string().as_str(), mine.subject(), mine.help()),
        (
            "warning[anyshire-two-leads] actions[0].owners: it has two owners",
            "action 1",
            "Keep one."
        )
    );
    assert_eq!(mine.record(), Some(plan.actions().next().unwrap().id().into()));

    let report = CoverageReport::new(&plan, as_of(), &rules);
    let text = report.to_text();
    assert!(text.contains("This needs a look (anyshire-two-leads): 2 times"), "{text}");
    assert!(text.contains("In Anyshire an action has one owner."), "{text}");
    assert!(text.contains("standard rules, version 1, and 1 rule added"), "{text}");
    let json: serde_json::Value = serde_json::from_str(&report.to_json()).unwrap();
    assert_eq!(json["diagnostics"]["warning"], all.count(Severity::Warning));
}

#[test]
fn a_rule_of_ones_own_is_waived_switched_off_and_given_another_severity() {
    let waiver = Waiver::new(CODE).with_subject("action 1");
    let plan = Plan::build(doc().with_waivers([waiver])).unwrap();
    let rules = Rules::standard().with(rule()).unwrap();
    let checked = plan.check_in_full(&rules, as_of());
    assert_eq!(checked.waived().of_code(CODE).count(), 1);
    assert_eq!(checked.diagnostics().of_code(CODE).count(), 1);
    assert_eq!(checked.diagnostics().of_code("waiver-unused").count(), 0);
    let unknown = plan.check(&Rules::standard(), as_of());
    assert_eq!(unknown.of_code("waiver-unused").count(), 1);

    let louder = rules.clone().with_severity(CODE, Severity::Error).unwrap();
    assert_ne!(louder, rules);
    let error = plan.check(&louder, as_of());
    assert_eq!(error.of_code(CODE).map(Diagnostic::severity).next(), Some(Severity::Error));
    let silent = louder.without(CODE).unwrap();
    assert_eq!(silent.is_enabled(CODE), Some(false));
    assert_eq!(plan.check(&silent, as_of()).of_code(CODE).count(), 0);
    let near = rules.clone().without("anyshire-two-lead").unwrap_err();
    assert_eq!(
        near.to_string(),
        "there is no rule anyshire-two-lead; did you mean anyshire-two-leads?"
    );
    assert_eq!(rules, Rules::standard().with(rule()).unwrap());
}

#[test]
fn a_code_that_exists_or_is_not_a_code_is_refused() {
    let named = |code| Rule::new(code, Severity::Advice, "It is so.", |_, _, _| {});
    for code in ["green-but-overdue", "duplicate-id", "waiver-unused"] {
        let refused = Rules::standard().with(named(code)).unwrap_err();
        assert_eq!(refused, InvalidRule::CodeExists { code });
    }
    let twice = Rules::standard().with(rule()).unwrap().with(rule()).unwrap_err();
    assert_eq!(twice.to_string(), "the code anyshire-two-leads exists already");
    for code in ["", "Two Leads", "two_leads", "-two", "two--leads"] {
        let refused = Rules::standard().with(named(code)).unwrap_err();
        assert_eq!(refused, InvalidRule::CodeForm { code });
    }
}

#[test]
fn settings_select_rules_and_may_name_those_of_ones_own() {
    let read = |text| RuleSettings::from_json(text).unwrap();
    let settings = read(
        r#"{ "base": "strict", "severity": { "anyshire-two-leads": "error" }, "off": ["rag-missing"] }"#,
    );
    let rules = Rules::from_settings(&settings, [rule()]).unwrap();
    let expected = Rules::strict().with(rule()).unwrap();
    let expected = expected.with_severity(CODE, Severity::Error).unwrap();
    assert_eq!(rules, expected.without("rag-missing").unwrap());
    assert_eq!(Rules::from_settings(&read("{}"), []).unwrap(), Rules::standard());
    assert_eq!(
        RuleSettings::from_json(&serde_json::to_string(&settings).unwrap()).unwrap(),
        settings
    );

    let unknown = Rules::from_settings(&settings, []).unwrap_err();
    assert_eq!(unknown.to_string(), "there is no rule anyshire-two-leads");
    let two = read(r#"{ "severity": { "gren-but-overdue": "error" }, "off": ["rag-mising"] }"#);
    assert_eq!(
        Rules::from_settings(&two, []).unwrap_err().to_string(),
        "there is no rule gren-but-overdue; did you mean green-but-overdue?\n\
         there is no rule rag-mising; did you mean rag-missing?"
    );
    let both = read(r#"{ "severity": { "rag-missing": "error" }, "off": ["rag-missing"] }"#);
    let both = Rules::from_settings(&both, []).unwrap_err();
    assert_eq!(both, InvalidSettings::OffWithSeverity("rag-missing".to_owned()));
    for text in [r#"{ "sevrity": {} }"#, r#"{ "base": "lenient" }"#, r#"{ "off": "rag-missing" }"#]
    {
        assert!(RuleSettings::from_json(text).is_err(), "{text}");
    }
}
