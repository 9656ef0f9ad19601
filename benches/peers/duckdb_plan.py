"""Answers with DuckDB what coverage_report answers: how far the recommendations are, and what is overdue.

    python duckdb_plan.py PLAN.json 2026-11-02 > answers.json

It knows only what the measured plan holds: no parts, no stopped work, no interim arrangements, two ways of
writing a date.
"""

import json
import sys

import duckdb

path, as_of = sys.argv[1], sys.argv[2]
db = duckdb.connect()
db.execute(f"SET VARIABLE as_of = DATE '{as_of}'")
db.execute(
    """
    CREATE MACRO day(words) AS
        coalesce(try_strptime(words, '%Y-%m-%d'), try_strptime(words, '%d/%m/%Y'))::DATE
    """
)
db.execute(
    """
    CREATE TABLE plan AS
    SELECT recommendations, actions FROM read_json(?, maximum_object_size = 2000000000,
        columns = {
            recommendations: 'STRUCT(reference VARCHAR)[]',
            actions: 'STRUCT(reference VARCHAR, title VARCHAR, answers VARCHAR[], owners VARCHAR[],
                due VARCHAR, status VARCHAR, completed VARCHAR,
                revisions STRUCT(due VARCHAR, agreed VARCHAR)[],
                milestones STRUCT(reference VARCHAR, title VARCHAR, due VARCHAR)[],
                evidence STRUCT("date" VARCHAR, verified_by VARCHAR)[])[]'
        })
    """,
    [path],
)
db.execute(
    """
    CREATE TABLE actions AS
    WITH one AS (SELECT unnest(actions, max_depth := 2) FROM plan),
    dated AS (
        SELECT *,
            owners[1] AS lead,
            day(completed) AS completed_day,
            coalesce(
                day(list_filter(coalesce(revisions, []), lambda r:
                    day(r.agreed) <= getvariable('as_of'))[-1].due),
                day(due)) AS current
        FROM one
    ),
    judged AS (
        SELECT *, coalesce(status = 'completed' AND completed_day <= getvariable('as_of'), false)
            AS is_completed
        FROM dated
    )
    SELECT *,
        is_completed OR (lead IS NOT NULL AND current IS NOT NULL) AS is_planned,
        is_completed AND len(list_filter(coalesce(evidence, []), lambda e:
            day(e."date") BETWEEN completed_day AND getvariable('as_of')
            AND e.verified_by IS NOT NULL AND NOT list_contains(owners, e.verified_by))) > 0
            AS is_assured
    FROM judged
    """
)
total = db.execute("SELECT len(recommendations) FROM plan").fetchone()[0]
counts = db.execute(
    """
    WITH links AS (
        SELECT unnest(list_distinct(answers)) AS recommendation, is_planned, is_completed, is_assured
        FROM actions
    ),
    ladder AS (
        SELECT bool_and(is_planned) AS planned, bool_and(is_completed) AS completed,
            bool_and(is_assured) AS assured
        FROM links GROUP BY recommendation
    )
    SELECT count(*), count_if(planned), count_if(completed), count_if(assured) FROM ladder
    """
).fetchone()
overdue = db.execute(
    """
    WITH late AS (
        SELECT 'action' AS kind, reference AS action, reference, title, current AS due, lead
        FROM actions
        WHERE NOT is_completed AND status <> 'awaiting-sign-off' AND current < getvariable('as_of')
        UNION ALL
        SELECT 'milestone', action, m.reference, m.title, day(m.due) AS due, lead
        FROM (SELECT reference AS action, lead, unnest(milestones) AS m FROM actions)
        WHERE day(m.due) < getvariable('as_of')
    )
    SELECT CAST(to_json(list({
        kind: kind, action: action, reference: reference, title: title, due: due, lead: lead,
        days_late: getvariable('as_of') - due
    })) AS VARCHAR) FROM late
    """
).fetchone()[0]

names = ["addressed", "planned", "completed", "assured"]
sys.stdout.write('{"recommendations":')
sys.stdout.write(json.dumps({"total": total, **dict(zip(names, counts))}))
sys.stdout.write(',"overdue":')
sys.stdout.write(overdue or "[]")
sys.stdout.write("}\n")
