//! What `LibreOffice` makes of the working workbook. Ignored unless asked for, because it needs
//! `LibreOffice`: `cargo test --all-features --test it workbook_libreoffice -- --ignored`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::workbook_template::hostile::{HOSTILE, everywhere};
use improvement_plan::import::ReadOptions;
use improvement_plan::{PlanDoc, strategy, workbook};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Opens workbooks in `LibreOffice` and saves them again in another folder.
fn saved_again(home: &str, files: &[PathBuf], kind: &str, to: &Path) {
    let home = folder(home);
    let status = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", home.display()))
        .args(["--headless", "--convert-to", kind, "--outdir"])
        .arg(to)
        .args(files)
        .status();
    assert!(status.expect("soffice is not installed").success());
}

fn croydon() -> PlanDoc {
    serde_json::from_str(include_str!("../../examples/data/croydon-2017.json")).unwrap()
}

/// Croydon, forty plans as untidy as plans come, and plans full of hostile words.
fn plans() -> Vec<PlanDoc> {
    let seed = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), seed);
    let any = strategy::plan_doc();
    let others = (0..40).map(|_| any.new_tree(&mut runner).unwrap().current());
    let hostile = HOSTILE.chunks(10).map(everywhere);
    [croydon()].into_iter().chain(others).chain(hostile).collect()
}

#[test]
#[ignore = "needs LibreOffice"]
fn a_workbook_that_libreoffice_saved_again_is_the_same_plan() {
    let (before, after) = (folder("workbooks"), folder("workbooks-saved-again"));
    let plans = plans();
    let mut files = Vec::new();
    for (number, doc) in plans.iter().enumerate() {
        let file = before.join(format!("plan-{number}.xlsx"));
        let mut bytes = Vec::new();
        workbook::write_working(doc, &mut bytes).unwrap();
        fs::write(&file, bytes).unwrap();
        files.push(file);
    }
    saved_again("home-1", &files, "xlsx", &after);
    let mut changed = Vec::new();
    for (doc, file) in plans.iter().zip(&files) {
        let saved = after.join(file.file_name().unwrap());
        let bytes = fs::read(&saved).unwrap();
        let import = workbook::read(bytes.as_slice(), &ReadOptions::new()).unwrap();
        let is_same = import.doc() == doc
            && import.diagnostics().is_empty()
            && import.interpretation().unused().is_empty();
        if !is_same {
            changed.push(saved.display().to_string());
        }
    }
    assert_eq!(changed, [""; 0]);
}

/// Pictures to look at: `pdftoppm -r 60 -png` makes them of the PDF files this leaves behind.
#[test]
#[ignore = "needs LibreOffice"]
fn the_template_and_croydon_can_be_printed() {
    let to = folder("workbooks-printed");
    let (template, croydon_file) = (to.join("template.xlsx"), to.join("croydon.xlsx"));
    let mut bytes = Vec::new();
    workbook::write_template(&mut bytes).unwrap();
    fs::write(&template, bytes).unwrap();
    let mut bytes = Vec::new();
    workbook::write_working(&croydon(), &mut bytes).unwrap();
    fs::write(&croydon_file, bytes).unwrap();
    saved_again("home-2", &[template, croydon_file], "pdf", &to);
    assert!(to.join("template.pdf").exists() && to.join("croydon.pdf").exists());
}
