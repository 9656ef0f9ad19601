//! Shows who says that a recommendation is met: the service, the board, outsiders and others, side by side.

use crate::analysis::Assessments;
use crate::model::Assessment;
use crate::report::coverage_report::CoverageReport;
use crate::report::dates::written_day;
use crate::report::document::Document;
use crate::report::grammar::{capital, day};
use crate::report::line::isolated;
use crate::report::names::recommendation_name;
use crate::text::written;

impl CoverageReport<'_> {
    pub(in crate::report) fn add_assessments(&self, document: &mut Document) {
        document.anchored_section("met", "Who says it is met");
        let views: Vec<_> = self
            .plan
            .recommendations()
            .filter_map(|one| Some((one, self.coverage.recommendation(one)?.assessments())))
            .filter(|(_, views)| *views != Assessments::default())
            .collect();
        if views.is_empty() {
            document.paragraph(&format!(
                "No view is recorded up to {}, whether the service's, the board's, one from outside \
                 or anybody else's. Whether a recommendation is met is never worked out from actions.",
                day(self.as_of)
            ));
            return;
        }
        document.paragraph(
            "The latest view of each, as recorded. It is never worked out from actions.",
        );
        for (recommendation, views) in views {
            let named = [
                ("The service", views.own()),
                ("The board", views.board()),
                ("Outside", views.outside()),
            ];
            let named = named.map(|(who, view)| match view {
                Some(view) => format!("{who}: {}.", self.view(view)),
                None => format!("{who}: no view."),
            });
            let other = views.other().map(|view| format!("Others: {}.", self.view(view)));
            let lines: Vec<String> = named.into_iter().chain(other).collect();
            document.item(&recommendation_name(recommendation), [lines.join(" ")]);
        }
    }

    pub(in crate::report) fn view(&self, view: &Assessment) -> String {
        let judgement = view
            .judgement
            .map_or_else(|| "no judgement".to_owned(), |word| word.as_str().replace('-', " "));
        let by = written(view.by.as_ref()).map(isolated);
        let date = view.date.as_ref().map(|date| written_day(self.plan, date));
        let who_and_when: Vec<_> = by.into_iter().chain(date).collect();
        if who_and_when.is_empty() {
            judgement
        } else {
            format!("{judgement} ({})", capital(&who_and_when.join(", ")))
        }
    }
}
