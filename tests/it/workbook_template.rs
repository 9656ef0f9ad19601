//! The working workbook: written, read back, edited by officers.

use improvement_plan::{Import, PlanDoc, ReadOptions, strategy, workbook};
use proptest::prelude::*;

fn written(doc: &PlanDoc) -> Vec<u8> {
    let mut bytes = Vec::new();
    workbook::write_working(doc, &mut bytes).unwrap();
    bytes
}

fn read(bytes: &[u8]) -> Import {
    workbook::read(bytes, &ReadOptions::new()).unwrap()
}

fn croydon() -> PlanDoc {
    serde_json::from_str(include_str!("../../examples/data/croydon-2017.json")).unwrap()
}

#[test]
fn croydon_comes_back_as_it_was() {
    let doc = croydon();
    let import = read(&written(&doc));
    assert_eq!(import.diagnostics().to_string(), "");
    assert_eq!(import.understood().unused, []);
    assert_eq!(import.doc(), &doc);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_valid_plan_comes_back_as_it_was(doc in strategy::plan_doc()) {
        let import = read(&written(&doc));
        prop_assert_eq!(import.diagnostics().to_string(), "");
        prop_assert_eq!(&import.understood().unused, &[]);
        prop_assert_eq!(import.doc(), &doc);
    }
}
