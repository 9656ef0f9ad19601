//! The whole page: head, policy, style, and the report.

use super::blocks::Blocks;
use super::error::HtmlError;
use super::extent::Extent;
use super::markup::Markup;
use super::options::{HtmlOptions, HtmlView};
use super::style::policy;
use crate::report::coverage_report::CoverageReport;
use crate::report::line::isolated;
use crate::report::sections::summary::restricted;

/// What a page that must not be published says.
const WORKING: &str = "Working copy, not for publication";

/// # HTML (feature `html`)
impl CoverageReport<'_> {
    /// Returns the report as one accessible HTML page that stands alone: it runs no script, loads nothing
    /// and can be sent by e-mail. The same report and options give the same bytes.
    ///
    /// It shows what the text shows, in the same words, with pictures, each beside the table of its figures. What to
    /// decide comes before what has changed, and the balances of what has changed are a table. Every text of the plan is escaped and isolated in its direction of writing.
    /// In a very large plan each list has its first 50 entries, and the page says how many are left out.
    ///
    /// The page is of the plan that the report is of. For a page to publish, create the report from the
    /// plan that [`Plan::published`](crate::Plan::published) returns, and set [what was
    /// withheld](Self::with_withheld). A page with restricted records always says that it is a working
    /// copy.
    ///
    /// # Errors
    ///
    /// [`HtmlError`] if a colour of the options is not a colour, or too faint to be read.
    ///
    /// ```
    /// # use improvement_plan::{Action, CoverageReport, Plan, PlanDoc, Recommendation, Rules};
    /// use improvement_plan::report::HtmlOptions;
    ///
    /// let doc = PlanDoc::new("p", "Improvement plan", "Anyshire")
    ///     .with_recommendations([Recommendation::new("Reduce <caseloads>.").with_reference("1")])
    ///     .with_actions([Action::new("Cap caseloads").with_answers(["1"])]);
    /// let plan = Plan::build(doc)?;
    /// let published = plan.published();
    /// let report =
    ///     CoverageReport::new(published.plan(), "2026-11-02".parse()?, &Rules::standard())
    ///         .with_withheld(*published.withheld());
    /// let page = report.to_html(&HtmlOptions::new())?;
    /// assert!(page.starts_with("<!DOCTYPE html>"));
    /// assert!(page.contains("<bdi>Reduce &lt;caseloads&gt;.</bdi>"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn to_html(&self, options: &HtmlOptions) -> Result<String, HtmlError> {
        let sheet = options.palette()?.sheet();
        let document = self.page_document();
        let is_working = options.view() == HtmlView::Working || restricted(self.plan) > 0;
        let title = match options.heading() {
            Some(heading) => {
                format!("{}: {}", isolated(heading), isolated(self.plan.title()))
            }
            None => self.title(),
        };
        let mut markup = Markup::new();
        markup.open("html", &[("lang", "en-GB")]);
        markup.open("head", &[]);
        markup.empty("meta", &[("charset", "utf-8")]);
        let policy = policy(&sheet);
        markup.empty("meta", &[("http-equiv", "Content-Security-Policy"), ("content", &policy)]);
        markup.empty(
            "meta",
            &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")],
        );
        markup.open("title", &[]);
        markup.plain(&if is_working { format!("{title} ({WORKING})") } else { title.clone() });
        markup.close();
        markup.style(&sheet);
        markup.close();
        markup.open("body", &[]);
        markup.element("a", &[("class", "skip"), ("href", "#main")], "Skip to main content");
        if is_working {
            markup.open("header", &[]);
            markup.element("p", &[("class", "working")], WORKING);
            markup.close();
        }
        markup.open("main", &[("id", "main"), ("tabindex", "-1")]);
        Blocks::new(&mut markup, Extent::of(self.plan)).lay_out(&document, &title);
        Ok(markup.finish())
    }
}
