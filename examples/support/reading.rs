//! Reads a plan from JSON, a workbook or CSV, depending on the file's extension.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

#[cfg(any(feature = "csv", feature = "workbook"))]
use improvement_plan::import::{Import, ReadOptions};
use improvement_plan::{LoadError, Plan, RejectedPlan};

use super::{Stop, once};

/// The help for the options that every command takes for a workbook or a CSV file.
pub(crate) const USAGE: &str = "\
For a workbook or a CSV file, what the table itself does not say:

  --columns MAP.json      a file of reading options: sheets, header rows, what
                          the columns mean, what the words of the status and RAG
                          columns mean
  --recommendations FILE  the recommendations, where another file holds them
  --authority NAME        whose plan it is
  --reference TEXT        the reference that people quote for the plan
  --title TEXT            the plan's title
  --source TEXT           the report that the recommendations come from
  --status-date DATE      the date on which the facts were gathered
";

/// The arguments for reading a table.
#[derive(Default)]
pub(crate) struct Asked {
    columns: Option<OsString>,
    recommendations: Option<OsString>,
    authority: Option<String>,
    reference: Option<String>,
    title: Option<String>,
    source: Option<String>,
    status_date: Option<String>,
}

/// A plan or rejected document, and the import if it came from a table.
pub(crate) struct Loaded {
    pub(crate) built: Result<Plan, RejectedPlan>,
    #[cfg(any(feature = "csv", feature = "workbook"))]
    pub(crate) import: Option<Import>,
}

impl Asked {
    /// Returns whether an option is one of these.
    pub(crate) fn knows(name: &str) -> bool {
        matches!(
            name,
            "columns"
                | "recommendations"
                | "authority"
                | "reference"
                | "title"
                | "source"
                | "status-date"
        )
    }

    /// Sets the value of one of these options.
    pub(crate) fn take(&mut self, name: &str, value: OsString) -> Result<(), Stop> {
        let shown = format!("--{name}");
        let place = match name {
            "columns" => return once(&mut self.columns, value, &shown),
            "recommendations" => return once(&mut self.recommendations, value, &shown),
            "authority" => &mut self.authority,
            "reference" => &mut self.reference,
            "title" => &mut self.title,
            "source" => &mut self.source,
            _ => &mut self.status_date,
        };
        let words = value.into_string().map_err(|value| {
            let value = value.to_string_lossy();
            Stop::new(format!("{shown} {value}: this is not valid text; type it again"))
        })?;
        if words.trim().is_empty() {
            return Err(Stop::new(format!("{shown} is empty; give it a value, or leave it out")));
        }
        once(place, words, &shown)
    }

    /// Reads a plan from a file, or as JSON from standard input if the name is `-`.
    pub(crate) fn load(&self, name: &OsStr) -> Result<Loaded, Stop> {
        match ending(name).as_str() {
            "json" => json(name),
            // The workbook reader names the formats that it does not support.
            "xlsx" | "xlsm" | "xls" | "xlsb" | "ods" => self.workbook(name),
            "csv" | "tsv" | "txt" => self.csv(name),
            _ if name == "-" || is_json(&bytes_of(name)?) => json(name),
            _ => self.csv(name),
        }
    }

    #[cfg(not(feature = "workbook"))]
    fn workbook(&self, name: &OsStr) -> Result<Loaded, Stop> {
        Err(self.cannot(name, "a workbook", "workbook"))
    }

    #[cfg(not(feature = "csv"))]
    fn csv(&self, name: &OsStr) -> Result<Loaded, Stop> {
        Err(self.cannot(name, "a CSV file", "csv"))
    }

    #[cfg(not(all(feature = "csv", feature = "workbook")))]
    #[expect(clippy::unused_self, reason = "one of several ways to load")]
    fn cannot(&self, name: &OsStr, what: &str, feature: &str) -> Stop {
        let shown = name.to_string_lossy();
        Stop::new(format!(
            "{shown} is {what}, and this command was built without them; build it with \
             --features {feature}"
        ))
    }

    #[cfg(feature = "workbook")]
    fn workbook(&self, name: &OsStr) -> Result<Loaded, Stop> {
        let bytes = bytes_of(name)?;
        let import = improvement_plan::workbook::read(bytes.as_slice(), &self.options(name)?);
        Ok(Loaded::from(import.map_err(|error| refused(name, &error))?))
    }

    #[cfg(feature = "csv")]
    fn csv(&self, name: &OsStr) -> Result<Loaded, Stop> {
        let bytes = bytes_of(name)?;
        let import = improvement_plan::csv::read(bytes.as_slice(), &self.options(name)?);
        Ok(Loaded::from(import.map_err(|error| refused(name, &error))?))
    }

    /// Returns the options from the file of `--columns`; those of the command line take precedence.
    #[cfg(any(feature = "csv", feature = "workbook"))]
    fn options(&self, name: &OsStr) -> Result<ReadOptions, Stop> {
        let mut options = match &self.columns {
            None => ReadOptions::new(),
            Some(map) => {
                let shown = map.to_string_lossy();
                let text = String::from_utf8(bytes_of(map)?).map_err(|_| {
                    Stop::new(format!(
                        "{shown} is not UTF-8 text; save it again with the encoding UTF-8"
                    ))
                })?;
                ReadOptions::from_json(&text)
                    .map_err(|error| Stop::new(format!("{shown}: {error}")))?
            }
        };
        let given_or = |words: &Option<String>, before| words.clone().or(before);
        options.authority = given_or(&self.authority, options.authority);
        options.reference = given_or(&self.reference, options.reference);
        options.title = given_or(&self.title, options.title);
        options.source = given_or(&self.source, options.source);
        if let Some(words) = &self.status_date {
            options.status_date = Some(words.as_str().into());
        }
        let stem = Path::new(name).file_stem();
        options.file_name = stem.map(|stem| stem.to_string_lossy().into_owned());
        if let Some(file) = &self.recommendations {
            let without_options = Self { columns: self.columns.clone(), ..Self::default() };
            let doc = without_options.load(file)?.doc();
            if doc.recommendations.is_empty() {
                let shown = file.to_string_lossy();
                return Err(Stop::new(format!("{shown} holds no recommendations")));
            }
            options = options.with_recommendations(doc.recommendations).with_sources(doc.sources);
        }
        Ok(options)
    }
}

impl Loaded {
    fn new(built: Result<Plan, RejectedPlan>) -> Self {
        Self {
            built,
            #[cfg(any(feature = "csv", feature = "workbook"))]
            import: None,
        }
    }

    /// Returns the document, whether it is a plan or not.
    #[cfg(any(feature = "csv", feature = "workbook"))]
    pub(crate) fn doc(self) -> improvement_plan::PlanDoc {
        match self.built {
            Ok(plan) => plan.into_doc(),
            Err(rejected) => rejected.into_doc(),
        }
    }
}

/// A plan that did not come from a table.
impl From<Plan> for Loaded {
    fn from(plan: Plan) -> Self {
        Self::new(Ok(plan))
    }
}

#[cfg(any(feature = "csv", feature = "workbook"))]
impl From<Import> for Loaded {
    fn from(import: Import) -> Self {
        Self { built: import.build(), import: Some(import) }
    }
}

/// Returns whether the content of a file without a known extension looks like JSON.
fn is_json(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    text.is_empty() || text.starts_with(b"{") || text.starts_with(b"[")
}

/// Returns a file's extension in lower case; empty for standard input.
pub(crate) fn ending(name: &OsStr) -> String {
    let ending = Path::new(name).extension().unwrap_or_default();
    ending.to_string_lossy().to_lowercase()
}

fn json(name: &OsStr) -> Result<Loaded, Stop> {
    let built = match Plan::from_json_bytes(&bytes_of(name)?) {
        Ok(plan) => Ok(plan),
        Err(LoadError::Rejected(rejected)) => Err(rejected),
        Err(error) => {
            let shown = name.to_string_lossy();
            let stop = Stop::new(format!("{shown} is not a plan document: {error}"));
            return Err(stop.with_problems(error.diagnostics().clone()));
        }
    };
    Ok(Loaded::new(built))
}

/// Returns why a table could not be read, with the cause if there is one.
#[cfg(any(feature = "csv", feature = "workbook"))]
fn refused(name: &OsStr, error: &dyn std::error::Error) -> Stop {
    let shown = name.to_string_lossy();
    match error.source() {
        Some(cause) => Stop::new(format!("{shown}: {error}: {cause}")),
        None => Stop::new(format!("{shown}: {error}")),
    }
}

fn bytes_of(name: &OsStr) -> Result<Vec<u8>, Stop> {
    let shown = name.to_string_lossy();
    read(name).map_err(|error| {
        Stop::new(match error.kind() {
            ErrorKind::NotFound => format!("there is no file {shown}; check its name and folder"),
            ErrorKind::IsADirectory => {
                format!("{shown} is a folder; name the file of a plan in it")
            }
            ErrorKind::PermissionDenied => {
                format!(
                    "you have no permission to read {shown}; ask its owner for it, or for a copy"
                )
            }
            _ => format!("{shown} could not be read: {error}"),
        })
    })
}

fn read(name: &OsStr) -> io::Result<Vec<u8>> {
    if name != "-" {
        return fs::read(name);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}
