//! Who says that a recommendation is met: the service, the board, somebody outside, side by side.

use super::coverage_report::CoverageReport;
use super::document::Document;
use super::words::{capital, recommendation_name, written_day};
use crate::analysis::Views;
use crate::model::Assessment;
use crate::text::written;

impl CoverageReport<'_> {
    pub(super) fn write_views(&self, document: &mut Document) {
        document.section("Who says that recommendations are met");
        let views: Vec<_> = self
            .plan
            .recommendations()
            .filter_map(|one| Some((one, self.coverage.recommendation(one)?.views())))
            .filter(|(_, views)| *views != Views::default())
            .collect();
        if views.is_empty() {
            document.say(&format!(
                "No view is recorded up to {}: not the service's own, not the board's, not one from \
                 outside. Whether a recommendation is met is never worked out from actions.",
                super::words::day(self.as_of)
            ));
            return;
        }
        document.say("The latest view of each, as recorded. It is never worked out from actions.");
        for (recommendation, views) in views {
            let said = [
                ("The service", views.own),
                ("The board", views.board),
                ("Outside", views.outside),
            ]
            .map(|(who, view)| match view {
                Some(view) => format!("{who}: {}.", self.view(view)),
                None => format!("{who}: no view."),
            });
            document.item(&recommendation_name(recommendation), [said.join(" ")]);
        }
    }

    fn view(&self, view: &Assessment) -> String {
        let judgement = view
            .judgement
            .map_or_else(|| "no judgement".to_owned(), |word| word.as_str().replace('-', " "));
        let by = written(view.by.as_ref()).map(str::trim).map(str::to_owned);
        let date = view.date.as_ref().map(|date| written_day(self.plan, date));
        let who_and_when: Vec<_> = by.into_iter().chain(date).collect();
        if who_and_when.is_empty() {
            judgement
        } else {
            format!("{judgement} ({})", capital(&who_and_when.join(", ")))
        }
    }
}
