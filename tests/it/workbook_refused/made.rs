//! Makes workbooks by hand, sound or not: parts of XML in a zip.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A workbook as its parts.
#[derive(Clone)]
pub(crate) struct Made {
    parts: Vec<(String, Vec<u8>)>,
    method: CompressionMethod,
}

impl Made {
    /// A sound workbook with one sheet, `Plan`, that holds these rows.
    pub(crate) fn with_rows(rows: &str) -> Self {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let package = "http://schemas.openxmlformats.org/package/2006/relationships";
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        let relations = |lines: &[(&str, &str, &str)]| {
            let lines: Vec<String> = lines
                .iter()
                .map(|(id, kind, target)| {
                    format!(r#"<Relationship Id="{id}" Type="{office}/{kind}" Target="{target}"/>"#)
                })
                .collect();
            format!(r#"<Relationships xmlns="{package}">{}</Relationships>"#, lines.concat())
        };
        let made = Self { parts: Vec::new(), method: CompressionMethod::Deflated };
        made.part("[Content_Types].xml", "<Types/>")
            .part("_rels/.rels", relations(&[("r1", "officeDocument", "xl/workbook.xml")]))
            .part(
                "xl/_rels/workbook.xml.rels",
                relations(&[
                    ("r1", "worksheet", "worksheets/sheet1.xml"),
                    ("r2", "styles", "styles.xml"),
                    ("r3", "sharedStrings", "sharedStrings.xml"),
                ]),
            )
            .part(
                "xl/workbook.xml",
                format!(
                    r#"<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Plan" sheetId="1" r:id="r1"/></sheets></workbook>"#
                ),
            )
            .part(
                "xl/styles.xml",
                r#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#,
            )
            .part("xl/sharedStrings.xml", "<sst><si><t>Action</t></si><si><t>Lead</t></si></sst>")
            .part("xl/worksheets/sheet1.xml", sheet(rows))
    }

    /// The same with one cell, `A1`, that says `Action`.
    pub(crate) fn sound() -> Self {
        Self::with_rows(r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#)
    }

    /// The same with another sheet as a whole.
    pub(crate) fn with_sheet(xml: &str) -> Self {
        Self::sound().part("xl/worksheets/sheet1.xml", xml)
    }

    /// Sets or adds a part.
    pub(crate) fn part(mut self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let content = content.as_ref().to_vec();
        match self.parts.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => *known = content,
            None => self.parts.push((name.to_owned(), content)),
        }
        self
    }

    /// Changes what a part says.
    pub(crate) fn replace(self, name: &str, from: &str, to: &str) -> Self {
        let (_, content) = self.parts.iter().find(|(known, _)| known == name).unwrap();
        let text = String::from_utf8(content.clone()).unwrap();
        assert!(text.contains(from), "{name} has no {from}");
        self.part(name, text.replacen(from, to, 1))
    }

    /// Takes a part away.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.parts.retain(|(known, _)| known != name);
        self
    }

    /// Packs nothing: what the zip holds can then be changed byte by byte.
    pub(crate) fn stored(mut self) -> Self {
        self.method = CompressionMethod::Stored;
        self
    }

    /// Its parts, in order.
    pub(crate) fn parts(&self) -> &[(String, Vec<u8>)] {
        &self.parts
    }

    /// The bytes of the file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(self.method);
        for (name, content) in &self.parts {
            zip.start_file(name.as_str(), options).unwrap();
            zip.write_all(content).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }
}

/// The XML of a sheet with these rows.
pub(crate) fn sheet(rows: &str) -> String {
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}
