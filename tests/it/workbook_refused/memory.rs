//! The worst files within the limits of size, each read in a process of its own: it ends by itself and
//! never holds more than 256 MiB.
#![cfg(target_os = "linux")]

use std::fmt::Write as _;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use improvement_plan::import::ReadOptions;
use improvement_plan::workbook;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::made::Made;

/// Set in the child process: the file that it is to read.
const FILE: &str = "WORKBOOK_TO_READ";

/// The most that a child may hold, in kB.
const MOST: u64 = 256 * 1_024;

/// The largest file that is read.
const LARGEST: u64 = 20_000_000;

/// Writes one part piece by piece.
type Pieces<'a> = &'a dyn Fn(&mut dyn FnMut(&str));

/// Writes a workbook whose parts beyond the usual ones are made piece by piece.
fn write(name: &str, made: &Made, parts: &[(&str, Pieces<'_>)]) -> PathBuf {
    let file = format!("workbook-{}-{}.xlsx", std::process::id(), name.replace(' ', "-"));
    let path = std::env::temp_dir().join(file);
    let options = SimpleFileOptions::default().compression_level(Some(1));
    let mut zip = ZipWriter::new(BufWriter::new(std::fs::File::create(&path).unwrap()));
    for (name, content) in made.parts() {
        if parts.iter().all(|(other, _)| other != name) {
            zip.start_file(name.as_str(), options).unwrap();
            zip.write_all(content).unwrap();
        }
    }
    for (name, pieces) in parts {
        zip.start_file(*name, options).unwrap();
        pieces(&mut |piece: &str| zip.write_all(piece.as_bytes()).unwrap());
    }
    zip.finish().unwrap().flush().unwrap();
    assert!(std::fs::metadata(&path).unwrap().len() <= LARGEST, "{name} is too large a file");
    path
}

/// Reads a file in a process of its own under a limit, and gives what it said and its peak in kB. With
/// `SHOW_PEAKS` set, each is printed with the time it took.
fn read_in_child(path: &Path) -> (String, u64) {
    let this = std::env::current_exe().unwrap();
    let command = "ulimit -v 2000000; exec timeout 300 \"$0\" \
                   --exact workbook_refused::memory::the_child_reads_one_file --nocapture";
    let output =
        Command::new("sh").args(["-c", command]).arg(this).env(FILE, path).output().unwrap();
    std::fs::remove_file(path).unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let line =
        |mark: &str| said.lines().find_map(|line| line.split_once(mark).map(|(_, rest)| rest));
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    let peak = line("VmHWM:").unwrap().trim().trim_end_matches("kB").trim().parse().unwrap();
    let outcome = line("outcome: ").unwrap().to_owned();
    if std::env::var("SHOW_PEAKS").is_ok() {
        let taken = line("taken: ").unwrap();
        let shown = format!("{} MiB at the peak, {taken}: {outcome}\n", peak / 1_024);
        std::io::stderr().write_all(shown.as_bytes()).unwrap();
    }
    (outcome, peak)
}

/// What the child does; in the process of the tests themselves it does nothing.
#[test]
fn the_child_reads_one_file() {
    let Ok(path) = std::env::var(FILE) else { return };
    let start = std::time::Instant::now();
    let outcome = match workbook::read(std::fs::File::open(path).unwrap(), &ReadOptions::new()) {
        Ok(import) => {
            // Whoever reads a workbook builds the plan next.
            let built = import.build().is_ok();
            format!("read, built {built}")
        }
        Err(error) => error.to_string(),
    };
    let taken = start.elapsed().as_millis();
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let peak = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    let mut said = String::new();
    write!(said, "\noutcome: {outcome}\ntaken: {taken} ms\n{peak}\n").unwrap();
    std::io::stdout().write_all(said.as_bytes()).unwrap();
}

/// A sheet of so many rows and columns, all cells alike.
fn alike(rows: u32, columns: u32, cell: &str) -> impl Fn(&mut dyn FnMut(&str)) {
    let row = format!("<row>{}</row>", cell.repeat(usize::try_from(columns).unwrap()));
    move |out: &mut dyn FnMut(&str)| {
        out("<worksheet><sheetData>");
        for _ in 0..rows {
            out(&row);
        }
        out("</sheetData></worksheet>");
    }
}

/// A text or white space of so many letters in one piece.
fn stretch(
    before: &'static str,
    letters: usize,
    after: &'static str,
) -> impl Fn(&mut dyn FnMut(&str)) {
    move |out: &mut dyn FnMut(&str)| {
        out(before);
        let block = "x".repeat(10_000);
        for _ in 0..letters / 10_000 {
            out(&block);
        }
        out(after);
    }
}

const SHEET: &str = "xl/worksheets/sheet1.xml";
const TEXTS: &str = "xl/sharedStrings.xml";

/// Every case with what is said of it, or as much of it as matters.
fn check(name: &str, made: &Made, parts: &[(&str, Pieces<'_>)], expected: &str) {
    let path = write(name, made, parts);
    let (said, peak) = read_in_child(&path);
    assert!(said.contains(expected), "{name}: {said}");
    assert!(peak <= MOST, "{name}: {peak} kB at the peak");
}

#[test]
fn sheets_as_full_as_the_limits_allow_are_read_in_little_memory() {
    let sound = Made::sound();
    let figures = alike(50_000, 10, "<c><v>1234.5</v></c>");
    check("half a million figures", &sound, &[(SHEET, &figures)], "read");
    let shared = alike(50_000, 10, "<c t=\"s\"><v>0</v></c>");
    let text = |out: &mut dyn FnMut(&str)| {
        out(&format!("<sst><si><t>{}</t></si></sst>", "x".repeat(31)));
    };
    check("one text used often", &sound, &[(SHEET, &shared), (TEXTS, &text)], "read");
    let many = |out: &mut dyn FnMut(&str)| {
        out("<sst>");
        for i in 0..499_000 {
            out(&format!(
                "<si><t>a text that is like no other, as long as limits let be {i:06}</t></si>"
            ));
        }
        out("</sst>");
    };
    let uses = |out: &mut dyn FnMut(&str)| {
        out("<worksheet><sheetData>");
        for row in 0..49_900 {
            out("<row>");
            for column in 0..10 {
                out(&format!("<c t=\"s\"><v>{}</v></c>", row * 10 + column));
            }
            out("</row>");
        }
        out("</sheetData></worksheet>");
    };
    check("many different texts", &sound, &[(SHEET, &uses), (TEXTS, &many)], "read");
}

#[test]
fn sheets_beyond_the_limits_are_refused_in_little_memory() {
    let sound = Made::sound();
    let million = alike(50_000, 25, "<c><v>1</v></c>");
    check("more than a million cells", &sound, &[(SHEET, &million)], "cells that hold something");
    let filled = sound.clone().part(
        "xl/styles.xml",
        "<styleSheet><fills><fill/><fill><patternFill patternType=\"solid\"><fgColor \
         rgb=\"FFFF0000\"/></patternFill></fill></fills><cellXfs><xf/><xf \
         fillId=\"1\"/></cellXfs></styleSheet>",
    );
    let coloured = alike(50_000, 80, "<c s=\"1\"/>");
    check("coloured cells", &filled, &[(SHEET, &coloured)], "cells that hold something");
    let blank = alike(50_000, 60, "<c/>");
    check("blank cells", &sound, &[(SHEET, &blank)], "no cell of this workbook holds anything");
    let long = stretch(
        "<worksheet><sheetData><row><c t=\"str\"><v>",
        60_000_000,
        "</v></c></row></sheetData></worksheet>",
    );
    check("one long text", &sound, &[(SHEET, &long)], "Plan!A1 holds a text of more than 32,767");
    let texts = |out: &mut dyn FnMut(&str)| {
        out("<sst>");
        for _ in 0..60_000 {
            out(&format!("<si><t>{}</t></si>", "x".repeat(1_000)));
        }
        out("</sst>");
    };
    check("long shared texts", &sound, &[(TEXTS, &texts)], "the texts of the workbook take more");
    let no_texts = |out: &mut dyn FnMut(&str)| {
        let block = "<si/>".repeat(1_000);
        out("<sst>");
        (0..12_000).for_each(|_| out(&block));
        out("</sst>");
    };
    check("texts without letters", &sound, &[(TEXTS, &no_texts)], "the workbook keeps more than");
}

#[test]
fn bombs_are_refused_in_little_memory() {
    let sound = Made::sound();
    let swells = stretch("<worksheet>", 100_000_000, "");
    check(
        "a part that swells",
        &sound,
        &[(SHEET, &swells)],
        "unpacked, the most that is read of one",
    );
    let picture = stretch("", 60_000_000, "");
    let parts: [(&str, Pieces<'_>); 3] =
        [("a.png", &picture), ("b.png", &picture), ("c.png", &picture)];
    check("parts that swell", &sound, &parts, "the workbook takes more than");
    let attribute = stretch("<worksheet a=\"", 60_000_000, "\"><sheetData/></worksheet>");
    check("one long attribute", &sound, &[(SHEET, &attribute)], "no cell of this workbook");
    let deep = |out: &mut dyn FnMut(&str)| {
        let block = "<a>".repeat(1_000);
        (0..20_000).for_each(|_| out(&block));
    };
    check("elements without end", &sound, &[(SHEET, &deep)], "more than 100 deep");
    let relations = |out: &mut dyn FnMut(&str)| {
        out("<Relationships>");
        for id in 0..100_000 {
            out(&format!(
                "<Relationship Id=\"r{id}\" Type=\"a/worksheet\" Target=\"sheet{id}.xml\"/>"
            ));
        }
        out("</Relationships>");
    };
    let named = "xl/_rels/workbook.xml.rels";
    check(
        "many relations",
        &sound,
        &[(named, &relations)],
        "points to more than 10,000 other parts",
    );
}

#[test]
fn a_list_of_parts_without_end_is_refused_in_little_memory() {
    let path = std::env::temp_dir().join(format!("workbook-{}-parts.xlsx", std::process::id()));
    let mut zip = ZipWriter::new(BufWriter::new(std::fs::File::create(&path).unwrap()));
    for part in 0..150_000 {
        zip.start_file(format!("{part:x}"), SimpleFileOptions::default()).unwrap();
    }
    zip.finish().unwrap().flush().unwrap();
    assert!(std::fs::metadata(&path).unwrap().len() <= LARGEST);
    let (said, peak) = read_in_child(&path);
    assert!(said.contains("the workbook lists 150,000 parts, more than 65,535"), "{said}");
    assert!(peak <= MOST, "{peak} kB at the peak");
}
