//! Makes every report of every shipped plan in every format, with a page that leads to them:
//! `cargo run --all-features --example gallery -- FOLDER`.

#[path = "support/output.rs"]
mod output;
#[allow(dead_code, reason = "it reads no plan of the user")]
mod support;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use improvement_plan::report::HtmlOptions;
use improvement_plan::{CheckReport, CoverageReport, NaiveDate, Plan, Rules};
use support::{Stop, end, say};

/// The shipped plans: the name of the files, the place, the plan and the date to report on.
const PLANS: [(&str, &str, &str, &str); 2] = [
    ("croydon-2017", "Croydon", include_str!("data/croydon-2017.json"), "2017-11-07"),
    (
        "worcestershire-2017",
        "Worcestershire",
        include_str!("data/worcestershire-2017.json"),
        "2018-09-14",
    ),
];

fn main() -> ExitCode {
    end(run())
}

fn run() -> Result<u8, Stop> {
    let folder = std::env::args_os().nth(1).map(PathBuf::from);
    let folder = folder
        .ok_or_else(|| Stop::new("gallery FOLDER: give the folder to write the reports to"))?;
    let number = write_all(&folder).map_err(|error| Stop::new(error.to_string()))?;
    say(&format!("{number} reports; open {}\n", folder.join("index.html").display()))?;
    Ok(0)
}

/// Writes every report and the page that leads to them. Returns how many reports there are.
fn write_all(folder: &Path) -> Result<usize, Box<dyn std::error::Error>> {
    fs::create_dir_all(folder)?;
    let (mut list, mut number) = (String::new(), 0);
    for (name, place, json, as_of) in PLANS {
        let plan = Plan::from_json(json)?;
        let as_of: NaiveDate = as_of.parse()?;
        let rules = Rules::standard();
        let published = plan.published();
        let coverage = CoverageReport::new(published.plan(), as_of, &rules)
            .with_withheld(*published.withheld());
        let check = CheckReport::of_plan(published.plan(), as_of, &rules);
        let mut workbook = Vec::new();
        coverage.write_workbook(&mut workbook)?;
        let reports = [
            ("coverage report", "html", coverage.to_html(&HtmlOptions::new())?.into_bytes()),
            ("coverage report", "txt", coverage.to_text().into_bytes()),
            ("coverage report", "md", coverage.to_markdown().into_bytes()),
            ("coverage report", "json", coverage.to_json().into_bytes()),
            ("coverage report", "xlsx", workbook),
            ("checks", "txt", check.to_text().into_bytes()),
            ("checks", "md", check.to_markdown().into_bytes()),
            ("checks", "json", check.to_json().into_bytes()),
        ];
        writeln!(list, "<h2>{place}</h2>\n<ul>")?;
        for (report, ending, bytes) in reports {
            let file = format!("{name}-{}.{ending}", report.replace(' ', "-"));
            output::write_whole(&folder.join(&file), &bytes)?;
            let words = format!("{place}: {report}, {}", format_words(ending));
            writeln!(list, "<li><a href=\"{file}\">{words}</a></li>")?;
            number += 1;
        }
        list.push_str("</ul>\n");
    }
    let page = format!(
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Reports of the shipped plans</title>\n</head>\n<body>\n<main>\n\
         <h1>Reports of the shipped plans</h1>\n\
         <p>Every report in every format, of what each plan may publish.</p>\n{list}</main>\n</body>\n</html>\n"
    );
    output::write_whole(&folder.join("index.html"), page.as_bytes())?;
    Ok(number)
}

fn format_words(ending: &str) -> &'static str {
    match ending {
        "html" => "as a page",
        "txt" => "as plain text",
        "md" => "as Markdown",
        "json" => "as JSON",
        _ => "as a workbook",
    }
}
