//! Reads any bytes as the XML of a sheet, the shared strings, the styles or the workbook part in an otherwise
//! valid zip file, so that the fuzzer gets past the checksums.
#![no_main]

use std::io::{Cursor, Write};

use improvement_plan::import::ReadOptions;
use improvement_plan::workbook;
use libfuzzer_sys::fuzz_target;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const PARTS: [(&str, &[u8]); 6] = [
    (
        "_rels/.rels",
        br#"<Relationships><Relationship Id="r" Type="a/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        br#"<Relationships><Relationship Id="a" Type="a/worksheet" Target="sheet.xml"/><Relationship Id="b" Type="a/styles" Target="styles.xml"/><Relationship Id="c" Type="a/sharedStrings" Target="texts.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        br#"<workbook><sheets><sheet name="Plan" sheetId="1" r:id="a"/></sheets></workbook>"#,
    ),
    (
        "xl/styles.xml",
        br#"<styleSheet><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></styleSheet>"#,
    ),
    ("xl/texts.xml", b"<sst><si><t>Action</t></si><si><t>Lead</t></si><si><t>By when</t></si></sst>"),
    (
        "xl/sheet.xml",
        br#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>"#,
    ),
];

fuzz_target!(|bytes: &[u8]| {
    let Some((which, content)) = bytes.split_first() else { return };
    // Usually the sheet itself.
    let which = match usize::from(*which) % 16 {
        part @ 0..=4 => part,
        _ => 5,
    };
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (part, (name, usual)) in PARTS.iter().enumerate() {
        zip.start_file(*name, options).unwrap();
        zip.write_all(if part == which { content } else { usual }).unwrap();
    }
    let made = zip.finish().unwrap().into_inner();
    match workbook::read(made.as_slice(), &ReadOptions::new()) {
        Ok(import) => {
            let _ = import.build();
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
