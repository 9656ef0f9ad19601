"""Answers with Polars what coverage_report answers: how far the recommendations are, and what is overdue.

    python polars_plan.py PLAN.json 2026-11-02 > answers.json

It knows only what the measured plan holds: no parts, no stopped work, no interim arrangements, two ways of
writing a date.
"""

import datetime
import json
import sys

import polars as pl

path, as_of = sys.argv[1], datetime.date.fromisoformat(sys.argv[2])


def day(column):
    iso = pl.col(column).str.to_date("%Y-%m-%d", strict=False)
    return pl.coalesce(iso, pl.col(column).str.to_date("%d/%m/%Y", strict=False))


plan = pl.read_json(path)
actions = plan.select(pl.col("actions").explode()).unnest("actions").with_row_index("at")
actions = actions.with_columns(
    baseline=day("due"),
    is_completed=((pl.col("status") == "completed") & (day("completed") <= as_of)).fill_null(False),
    completed_day=day("completed"),
    lead=pl.col("owners").list.first(),
)

revised = (
    actions.select("at", "revisions")
    .explode("revisions")
    .drop_nulls("revisions")
    .unnest("revisions")
    .filter(day("agreed") <= as_of)
    .group_by("at", maintain_order=True)
    .agg(revised=day("due").last())
)
verified = (
    actions.select("at", "owners", "completed_day", "evidence")
    .explode("evidence")
    .drop_nulls("evidence")
    .unnest("evidence")
    .filter(
        (day("date") <= as_of)
        & (day("date") >= pl.col("completed_day"))
        & pl.col("verified_by").is_not_null()
        & ~pl.col("owners").list.contains(pl.col("verified_by"))
    )
    .select("at")
    .unique()
    .with_columns(is_verified=True)
)
actions = (
    actions.join(revised, on="at", how="left", maintain_order="left")
    .join(verified, on="at", how="left", maintain_order="left")
    .with_columns(
        current=pl.coalesce("revised", "baseline"),
        is_verified=pl.col("is_verified").fill_null(False),
    )
    .with_columns(
        is_planned=pl.col("is_completed")
        | (pl.col("lead").is_not_null() & pl.col("current").is_not_null())
    )
)

ladder = (
    actions.select(pl.col("answers").list.unique(), "is_planned", "is_completed", "is_verified")
    .explode("answers")
    .group_by("answers")
    .agg(
        planned=pl.col("is_planned").all(),
        completed=pl.col("is_completed").all(),
        assured=(pl.col("is_completed") & pl.col("is_verified")).all(),
    )
)
counts = ladder.select(
    addressed=pl.len(),
    planned=pl.col("planned").sum(),
    completed=pl.col("completed").sum(),
    assured=pl.col("assured").sum(),
).row(0, named=True)

late_actions = actions.filter(
    ~pl.col("is_completed")
    & (pl.col("status") != "awaiting-sign-off")
    & (pl.col("current") < as_of)
).select(
    kind=pl.lit("action"),
    action=pl.col("reference"),
    reference=pl.col("reference"),
    title=pl.col("title"),
    due=pl.col("current"),
    lead=pl.col("lead"),
)
milestones = (
    actions.select(pl.col("reference").alias("action"), "lead", "milestones")
    .explode("milestones")
    .unnest("milestones")
)
late_milestones = (
    milestones.with_columns(day=day("due"))
    .filter(pl.col("day") < as_of)
    .select(
        pl.lit("milestone").alias("kind"), "action", "reference", "title",
        pl.col("day").alias("due"), "lead",
    )
)
overdue = pl.concat([late_actions, late_milestones]).with_columns(
    days_late=(pl.lit(as_of) - pl.col("due")).dt.total_days()
)

total = plan.select(pl.col("recommendations").list.len()).item()
sys.stdout.write('{"recommendations":')
sys.stdout.write(json.dumps({"total": total, **{key: int(value) for key, value in counts.items()}}))
sys.stdout.write(',"overdue":')
sys.stdout.write(overdue.write_json())
sys.stdout.write("}\n")
