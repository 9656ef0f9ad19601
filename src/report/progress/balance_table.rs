//! The balances as a table, for the page: what there was before, what came, what went, and what there is now.

use super::progress_report::ProgressReport;
use crate::analysis::Rung;
use crate::plan::ItemKind;
use crate::report::document::Table;
use crate::text::thousands;

impl ProgressReport<'_, '_> {
    /// Returns the balances, or `None` if there is nothing in either plan. In each row, before and came less went is now.
    pub(super) fn balance_table(&self) -> Option<Table> {
        let progress = self.progress;
        let mut rows = Vec::new();
        let mut add = |name: String, numbers: [usize; 4]| {
            rows.push([name].into_iter().chain(numbers.map(thousands)).collect());
        };
        for (kind, noun) in [(ItemKind::Action, "Actions"), (ItemKind::Milestone, "Milestones")] {
            let balance = progress.balance(kind);
            let (all, open, late) = (balance.in_plan(), balance.open(), balance.overdue());
            if all.opening() + all.closing() == 0 {
                continue;
            }
            let came = open.added() + open.reopened();
            let went = open.completed() + open.suspended() + open.withdrawn() + open.removed();
            add(
                format!("{noun} in the plan"),
                [all.opening(), all.added(), all.removed(), all.closing()],
            );
            add(format!("{noun} that are open"), [open.opening(), came, went, open.closing()]);
            add(
                format!("{noun} that are late"),
                [late.opening(), late.newly(), late.no_longer(), late.closing()],
            );
        }
        let all = progress.recommendation_balance();
        if all.opening() + all.closing() > 0 {
            add(
                "Recommendations in the plan".to_owned(),
                [all.opening(), all.added(), all.removed(), all.closing()],
            );
            for rung in Rung::ALL {
                let balance = progress.rung_balance(*rung);
                add(
                    format!("Recommendations {}", standing(*rung)),
                    [
                        balance.opening(),
                        balance.gained() + balance.added(),
                        balance.lost() + balance.removed(),
                        balance.closing(),
                    ],
                );
            }
        }
        let caption =
            "What there was before, what came, what went, and what there is now".to_owned();
        let header = vec!["What is counted", "Before", "Came", "Went", "Now"];
        (!rows.is_empty()).then_some(Table { caption, header, rows })
    }
}

fn standing(rung: Rung) -> &'static str {
    match rung {
        Rung::Addressed => "that have an action",
        Rung::Planned => "that have a lead and a date",
        Rung::Completed => "whose linked actions are complete",
        Rung::Assured => "whose completion is assured",
    }
}
