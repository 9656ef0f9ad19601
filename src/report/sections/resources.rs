//! Shows what the plan says of money: entries and amounts by basis and funding.

use crate::analysis::ResourceLine;
use crate::report::coverage_report::CoverageReport;
use crate::report::document::{Document, Table};
use crate::report::grammar::{capital, counted, verb};
use crate::text::thousands;

impl CoverageReport<'_> {
    pub(in crate::report) fn add_resources(&self, document: &mut Document) {
        document.anchored_section("resources", "Resources");
        let summary = self.plan.resources();
        if summary.actions() == 0 {
            document.paragraph("The plan has no actions.");
            return;
        }
        let (with, all) = (summary.actions() - summary.actions_without(), summary.actions());
        if with == 0 {
            document.paragraph(&format!(
                "None of {} says what it costs or how it is funded.",
                counted(all, "action")
            ));
            return;
        }
        document.paragraph(&format!(
            "{with} of {} {} resources. Amounts of a different basis are never added up.",
            counted(all, "action"),
            verb(with, "lists", "list")
        ));
        document.table(Table::new(
            "Resources by what the amount measures and how it is funded",
            ["Basis and funding", "Entries", "With an amount", "Amount", "Spent"],
            summary.lines().iter().map(|line| {
                let amount = pounds(line.amount(), line.with_amount());
                let spent = pounds(line.spent(), line.with_spent());
                let [entries, with] =
                    [line.entries(), line.with_amount()].map(|one| one.to_string());
                [name(line), entries, with, amount, spent]
            }),
        ));
    }
}

fn name(line: &ResourceLine) -> String {
    let basis = line.basis().map_or("basis not stated", |basis| basis.as_str());
    let words = format!("{basis}, {}", line.funding().as_str());
    capital(&words.replace('-', " "))
}

/// Returns `£1,500`, or `not stated` if no entry has an amount.
fn pounds(amount: f64, entries: usize) -> String {
    if entries == 0 {
        return "not stated".to_owned();
    }
    let exact = format!("{:.2}", amount.abs());
    let (whole, pence) = exact.split_once('.').unwrap_or((exact.as_str(), "00"));
    let sign = if amount < 0.0 { "\u{2212}" } else { "" };
    let pence = if pence == "00" { String::new() } else { format!(".{pence}") };
    format!("{sign}\u{a3}{}{pence}", thousands(whole))
}

#[cfg(test)]
mod tests {
    use super::pounds;

    #[test]
    fn amounts_are_in_pounds() {
        assert_eq!(pounds(1_234_500.0, 2), "\u{a3}1,234,500");
        assert_eq!(pounds(0.5, 1), "\u{a3}0.50");
        assert_eq!(pounds(-3.0, 1), "\u{2212}\u{a3}3");
        assert_eq!(pounds(0.0, 0), "not stated");
    }
}
