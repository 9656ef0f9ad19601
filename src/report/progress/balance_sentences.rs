//! The first paragraph of the covering note: plain sentences with figures from the balances only.

use super::progress_report::ProgressReport;
use crate::analysis::{ItemBalance, Rung};
use crate::plan::ItemKind;
use crate::report::grammar::{counted, day, verb};
use crate::text::and_list;

impl ProgressReport<'_, '_> {
    /// Says which days are compared, in a note or in a section.
    pub(super) fn days_sentence(&self, place: &str) -> String {
        let (before, now) = (self.progress.earlier_as_of(), self.progress.as_of());
        format!(
            "This {place} compares the plan as of {} with the plan as of {}.",
            day(now),
            day(before)
        )
    }

    pub(super) fn balance_sentences(&self, place: &str) -> String {
        let progress = self.progress;
        let mut sentences = vec![self.days_sentence(place)];
        for (kind, noun) in [(ItemKind::Action, "action"), (ItemKind::Milestone, "milestone")] {
            let balance = progress.balance(kind);
            if balance.in_plan().opening() + balance.in_plan().closing() > 0 {
                sentences.extend([
                    in_plan(&balance, noun),
                    open(&balance, noun),
                    late(&balance, noun),
                ]);
            }
        }
        sentences.push(self.recommendation_sentence());
        sentences.join(" ")
    }

    pub(super) fn recommendation_sentence(&self) -> String {
        let in_plan = self.progress.recommendation_balance();
        if in_plan.opening() + in_plan.closing() == 0 {
            return "Neither plan has a recommendation to answer.".to_owned();
        }
        let rungs: Vec<String> = Rung::ALL
            .iter()
            .map(|rung| {
                let balance = self.progress.rung_balance(*rung);
                let moved = flows(&[
                    (balance.gained(), "gained"),
                    (balance.lost(), "lost"),
                    (balance.added(), "new"),
                    (balance.removed(), "gone"),
                ]);
                let before = was(balance.opening(), balance.closing(), &moved);
                format!("{} {} ({before})", balance.closing(), reached(*rung, balance.closing()))
            })
            .collect();
        let moved = flows(&[(in_plan.added(), "new"), (in_plan.removed(), "gone")]);
        let before = was(in_plan.opening(), in_plan.closing(), &moved);
        let whole = counted(in_plan.closing(), "recommendation");
        format!("Of {whole} ({before}), {}.", and_list(&rungs))
    }
}

fn in_plan(balance: &ItemBalance, noun: &str) -> String {
    let in_plan = balance.in_plan();
    let moved = flows(&[(in_plan.added(), "added"), (in_plan.removed(), "gone")]);
    let before = was(in_plan.opening(), in_plan.closing(), &moved);
    format!("The plan now has {} ({before}).", counted(in_plan.closing(), noun))
}

fn open(balance: &ItemBalance, noun: &str) -> String {
    let open = balance.open();
    let moved = flows(&[
        (open.added(), "added"),
        (open.reopened(), "open again"),
        (open.completed(), "done"),
        (open.suspended(), "suspended"),
        (open.withdrawn(), "withdrawn"),
        (open.removed(), "gone"),
    ]);
    let before = was(open.opening(), open.closing(), &moved);
    let number = open.closing();
    format!("{} {} open ({before}).", counted(number, noun), verb(number, "is", "are"))
}

fn late(balance: &ItemBalance, noun: &str) -> String {
    let late = balance.overdue();
    let moved = flows(&[(late.newly(), "newly late"), (late.no_longer(), "late no longer")]);
    let before = was(late.opening(), late.closing(), &moved);
    match late.closing() {
        0 => format!("No {noun} is late ({before})."),
        number => {
            format!("{} {} late ({before}).", counted(number, noun), verb(number, "is", "are"))
        }
    }
}

/// Returns what there was before, and what came and went: `3 before; 1 done`, `as before`.
fn was(opening: usize, closing: usize, moved: &str) -> String {
    match (opening == closing, moved.is_empty()) {
        (true, true) => "as before".to_owned(),
        (_, true) => format!("{opening} before"),
        (_, false) => format!("{opening} before; {moved}"),
    }
}

/// Returns the numbers that are not zero, with their words: `2 done and 1 gone`.
fn flows(numbers: &[(usize, &str)]) -> String {
    let some: Vec<String> = numbers
        .iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, words)| format!("{number} {words}"))
        .collect();
    and_list(&some)
}

/// Returns what the recommendations on a rung have, as the end of a sentence.
fn reached(rung: Rung, number: usize) -> &'static str {
    match rung {
        Rung::Addressed => verb(number, "has an action", "have an action"),
        Rung::Planned => verb(number, "has a lead and a date", "have a lead and a date"),
        Rung::Completed => {
            verb(number, "has all linked actions complete", "have all linked actions complete")
        }
        Rung::Assured => verb(number, "has completion assured", "have completion assured"),
    }
}
