//! Generates the workbooks in `examples/data` from Croydon's plan: `cargo run --all-features
//! --example make_workbooks`. One is the working workbook of this crate. The other holds part of
//! the same plan as councils keep it, as untidy as such workbooks are in practice.

use std::error::Error;
use std::path::{Path, PathBuf};

use improvement_plan::model::Addressee;
use improvement_plan::{Action, PlanDoc, workbook};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

type Done<T> = Result<T, Box<dyn Error>>;

fn main() -> Done<()> {
    let folder = match std::env::args_os().nth(1) {
        Some(folder) => PathBuf::from(folder),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data"),
    };
    let doc = PlanDoc::from_json(include_str!("data/croydon-2017.json"))?;
    let mut working = Vec::new();
    workbook::write_working(&doc, &mut working)?;
    std::fs::write(folder.join("croydon-2017.xlsx"), working)?;
    std::fs::write(folder.join("croydon-2017-messy.xlsx"), messy(&doc)?)?;
    Ok(())
}

/// Returns a workbook of the actions that answer a recommendation, as a council would have typed
/// them.
fn messy(doc: &PlanDoc) -> Done<Vec<u8>> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(2017, 10, 23)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    read_me(workbook.add_worksheet().set_name("Read me")?)?;
    Plan::new(doc).write(workbook.add_worksheet().set_name("Action plan Oct 17")?)?;
    recommendations(doc, workbook.add_worksheet().set_name("Ofsted recs")?)?;
    caseloads(doc, workbook.add_worksheet().set_name("KPIs")?)?;
    Ok(workbook.save_to_buffer()?)
}

fn read_me(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.write(0, 0, "Please fill in your own rows by Friday and tell the programme office.")?;
    sheet.write(2, 0, "Blue = completed. Ask before you change a date!")?;
    Ok(())
}

/// A table of actions that is being written.
struct Plan<'d> {
    doc: &'d PlanDoc,
    row: u32,
}

const HEADINGS: [&str; 11] = [
    "Ref",
    "Ofsted\nrecommendation(s)",
    "Specific\nActions",
    "Who?",
    "By When",
    "R/A/G",
    "Current Status",
    "Progress",
    "Resources / Cost",
    "Progress",
    "Monitoring and Evaluation",
];

impl<'d> Plan<'d> {
    fn new(doc: &'d PlanDoc) -> Self {
        Self { doc, row: 0 }
    }

    fn write(mut self, sheet: &mut Worksheet) -> Done<()> {
        let bold = Format::new().set_bold().set_text_wrap();
        let title = "Croydon Council Children's Services: transitional action plan";
        sheet.merge_range(0, 0, 0, 10, title, &bold)?;
        sheet.write(1, 0, "Position as at 23 October 2017")?;
        self.row = 3;
        self.headings(sheet)?;
        for stream in ["2.4", "2.5", "2.6"] {
            let workstreams = &self.doc.workstreams;
            let name = workstreams.iter().find(|one| one.reference.as_deref() == Some(stream));
            let name = name.map(|one| one.name.to_uppercase()).unwrap_or_default();
            sheet.merge_range(self.row, 0, self.row, 10, &name, &bold)?;
            self.row += 1;
            self.section(sheet, stream)?;
            if stream == "2.5" {
                // Printed again at the top of the second page.
                self.headings(sheet)?;
            }
        }
        self.row += 1;
        sheet.write(
            self.row,
            0,
            "Note: the colours are made up, to show how a workbook is read.",
        )?;
        sheet.write(self.row + 1, 0, "Key: PAs are personal advisers.")?;
        sheet.set_column_width(2, 40)?.set_column_width(7, 40)?;
        Ok(())
    }

    fn headings(&mut self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let bold = Format::new().set_bold().set_text_wrap();
        for (column, heading) in (0..).zip(HEADINGS) {
            sheet.write_with_format(self.row, column, heading, &bold)?;
        }
        self.row += 1;
        Ok(())
    }

    fn section(&mut self, sheet: &mut Worksheet, stream: &str) -> Done<()> {
        let doc = self.doc;
        let in_stream = |action: &&Action| action.workstream.as_deref() == Some(stream);
        let answering = doc.actions.iter().filter(|action| !action.answers.is_empty());
        let mut before: Option<&str> = None;
        let first = self.row;
        for action in answering.filter(in_stream) {
            let answers = match action.answers.as_slice() {
                [only] => only.as_str(),
                [one, other] if one == "3" => &format!("{one} and {other}"),
                several => &several.join(", "),
            };
            // In one section the cell is merged over its rows, in the others it is simply left blank.
            if before != Some(answers) && stream != "2.5" {
                match answers.parse::<f64>() {
                    Ok(number) => sheet.write(self.row, 1, number)?,
                    Err(_) => sheet.write(self.row, 1, answers)?,
                };
            }
            before =
                action.answers.first().filter(|_| action.answers.len() == 1).map(String::as_str);
            self.action(sheet, action)?;
            self.row += 1;
        }
        if stream == "2.5" {
            let middle = Format::new().set_align(FormatAlign::VerticalCenter);
            sheet.merge_range(first, 1, self.row - 1, 1, "2", &middle)?;
        }
        Ok(())
    }

    fn action(&self, sheet: &mut Worksheet, action: &Action) -> Done<()> {
        let reference = action.reference.as_deref().unwrap_or_default();
        let row = self.row;
        let day = Format::new().set_num_format("dd/mm/yyyy");
        match reference {
            // What a spreadsheet makes of 2.4.7 when it is typed.
            "2.4.7" => {
                sheet.write_with_format(row, 0, &ExcelDateTime::from_ymd(2007, 4, 2)?, &day)?
            }
            _ => sheet.write(row, 0, reference)?,
        };
        sheet.write(row, 2, &action.title)?;
        let owners: Vec<&str> = action.owners.iter().filter_map(|owner| owner.as_str()).collect();
        write_words(sheet, row, 3, &owners.join("\n"))?;
        match reference {
            "2.4.7" => {
                sheet.write_with_format(row, 4, &ExcelDateTime::from_ymd(2017, 11, 30)?, &day)?;
            }
            // 30 November 2017, whose format was lost.
            "2.5.2" => {
                sheet.write(row, 4, 43_069)?;
            }
            "2.5.4c" | "2.6.5b" => {
                sheet.write(row, 4, "Ongoing")?;
            }
            "2.6.4" => {
                sheet.write(row, 4, "Phase 1 completed\nPhase 2 30/11/17")?;
            }
            "2.6.6" => {
                sheet.write(row, 4, "TBC")?;
            }
            _ => {}
        }
        self.colour(sheet, reference)?;
        let status = match action.status.as_str() {
            "completed" => "COMPLETED",
            "in-progress" => "In progress",
            _ => "",
        };
        write_words(sheet, row, 6, status)?;
        let update = action.updates.first().map(|update| update.text.as_str());
        write_words(sheet, row, 7, update.unwrap_or_default())?;
        let cost = action.resources.first();
        write_words(
            sheet,
            row,
            8,
            cost.and_then(|cost| cost.words.as_deref()).unwrap_or_default(),
        )?;
        match reference {
            "2.5.4b" => {
                sheet.write(row, 9, "See the paper that went to Cabinet.")?;
            }
            "2.5.4d" => {
                sheet.write_formula(
                    row,
                    10,
                    rust_xlsxwriter::Formula::new("=NA()").set_result("#N/A"),
                )?;
            }
            "2.6.2b" => {
                sheet.set_row_hidden(row)?;
            }
            "2.6.3" => {
                sheet.write(row, 10, "Deep dive reported to the Board and to scrutiny")?;
            }
            _ => {}
        }
        Ok(())
    }

    /// Writes a colour as a word, as a letter, or only as a fill.
    fn colour(&self, sheet: &mut Worksheet, reference: &str) -> Result<(), XlsxError> {
        let fill = |rgb| Format::new().set_background_color(Color::RGB(rgb));
        match reference {
            "2.4.5a" => sheet.write(self.row, 5, "G")?,
            "2.4.7" => sheet.write(self.row, 5, "A/G")?,
            "2.5.1a" => sheet.write(self.row, 5, "Blue")?,
            "2.5.1b" => sheet.write_blank(self.row, 5, &fill(0x00_FFC000))?,
            "2.6.4" => sheet.write_with_format(self.row, 5, "Green", &fill(0x00_FF0000))?,
            "2.6.5b" => sheet.write_blank(self.row, 5, &fill(0x00_00B050))?,
            _ => sheet,
        };
        Ok(())
    }
}

/// Writes text, unless it is empty.
fn write_words(sheet: &mut Worksheet, row: u32, column: u16, words: &str) -> Result<(), XlsxError> {
    if !words.is_empty() {
        sheet.write(row, column, words)?;
    }
    Ok(())
}

fn recommendations(doc: &PlanDoc, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.write(0, 0, "What Ofsted asked for, in our own words")?;
    for (column, heading) in (0..).zip(["No.", "Ofsted Area for Improvement", "Addressed to"]) {
        sheet.write(2, column, heading)?;
    }
    for (row, one) in (3..).zip(&doc.recommendations) {
        let reference = one.reference.as_deref().unwrap_or_default();
        match reference.parse::<f64>() {
            // One of them was typed as text.
            Ok(number) if reference != "14" => sheet.write(row, 0, number)?,
            _ => sheet.write(row, 0, reference)?,
        };
        sheet.write(row, 1, &one.text)?;
        let bodies: Vec<&str> = one.addressed_to.iter().map(Addressee::label).collect();
        sheet.write(row, 2, bodies.join(", "))?;
    }
    Ok(())
}

/// Writes the caseloads on a hidden sheet.
fn caseloads(doc: &PlanDoc, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    for (column, heading) in (0..).zip(["Indicator", "Unit", "Baseline", "Actual", "Target"]) {
        sheet.write(0, column, heading)?;
    }
    let caseloads = doc.measures.iter().filter(|one| one.name.starts_with("Average caseload"));
    for (row, one) in (1..).zip(caseloads) {
        sheet.write(row, 0, &one.name)?;
        write_words(sheet, row, 1, one.unit.as_deref().unwrap_or_default())?;
        if let Some(value) = one.baseline.as_ref().and_then(|baseline| baseline.value) {
            sheet.write(row, 2, value.as_f64())?;
        }
        if let Some(value) = one.readings.first().and_then(|reading| reading.value) {
            sheet.write(row, 3, value.as_f64())?;
        }
        sheet.write(row, 4, "tbc")?;
    }
    sheet.set_hidden(true);
    Ok(())
}
