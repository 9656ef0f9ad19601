//! What councils write above the columns of a plan: one table, as data.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Strength;
use super::Strength::{Strong, Weak};
use crate::import::ColumnMeaning::{
    self, Action, ActionReference, AddressedTo, Answers, Baseline, Comparator, Completed,
    DependsOn, Due, Enables, Evidence, MeasureReference, Milestones, Number, OtherOwners, Owners,
    Paragraphs, Rag, Reading, Recommendation, RecommendationReference, Resources, RevisedDue,
    Source, SourceDate, Start, Status, Success, Unit, Update, Workstream,
};

/// What a heading says by itself. Some words mean one thing or another by the columns beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Says {
    /// One thing, whatever stands beside it.
    Means(ColumnMeaning),
    /// `What?`: the action, or beside `How?` what the action is for.
    What,
    /// `How?`: the action, or its steps.
    How,
    /// `Description`, `Text`, `Title`: whatever the table is a table of.
    Words,
    /// `Objective`: what the action is for.
    Objective,
    /// `Priority`: a level, or the part of the plan.
    Priority,
    /// `Target`: a day in a plan, a figure among measures.
    Target,
    /// `Outcome`: what success looks like, or beside that how it went.
    Outcome,
    /// `Impact`.
    Impact,
    /// `Completion date`: the day it is due, or beside that the day it was done.
    CompletionDate,
    /// `Para no`: the recommendation it quotes, or beside a reference the paragraphs.
    Paragraph,
    /// `Responsible body`: who does it, or whom a recommendation is addressed to.
    Body,
    /// `KPI`, `Measure`: among measures its name, in a plan what success looks like.
    Measure,
    /// `Indicator`: the name of a measure, or beside a title what it is quoted by.
    Indicator,
    /// `Progress`, `Update`: words on how it goes, which may hold the status where no column does.
    Progress,
    /// `June 2017`: a figure of that time.
    Period,
}

use Says::Means;

/// The headings, in the form in which they are compared, by what they say.
#[rustfmt::skip]
const TABLE: &[(Says, Strength, &[&str])] = &[
    (Means(Number), Weak, &[
        "no", "nos", "number", "num", "nr", "ref", "ref no", "reference", "reference no",
        "reference number", "ref number", "item", "item no", "item number", "id", "unique id",
        "uid", "sn", "serial no", "row", "line", "code", "plan ref", "plan reference", "index",
    ]),
    (Means(RecommendationReference), Strong, &[
        "recommendation no", "recommendation number", "recommendation ref",
        "recommendation reference", "recommendation id", "rec no", "rec ref", "rec number", "rec",
        "rec id", "ofsted ref", "ofsted reference", "ofsted no", "ofsted number",
        "ofsted recommendation no", "ofsted recommendation number", "ofsted recommendation ref",
        "ofsted rec", "ofsted rec no", "afi no", "afi ref", "r no", "recommendation ref no",
    ]),
    (Means(Recommendation), Strong, &[
        "recommendation", "ofsted recommendation", "ofsted area for improvement",
        "area for improvement", "area for priority action", "priority action", "afi",
        "inspection recommendation", "ilac recommendation", "recommendation text",
        "text of recommendation", "recommendation wording", "ofsted finding", "finding",
        "area of improvement", "ofsted area of improvement", "what ofsted said",
        "what inspector said", "what ofsted told us", "improvement area",
        "area requiring improvement", "inspection finding", "required improvement",
        "recommendation from report", "issue identified", "area of development",
        "area for development", "ofsted requirement", "key recommendation",
        "statement of recommendation", "recommendation area for improvement",
        "recommendation description", "what need to improve", "area of weakness",
        "learning point",
    ]),
    (Means(Answers), Strong, &[
        "link to recommendation", "linked recommendation", "link to ofsted recommendation",
        "recommendation addressed", "recommendation answered", "answer",
        "addresse recommendation", "related recommendation", "recommendation link", "ofsted link",
        "link to ofsted", "link to inspection", "recommendation it answer", "recommendation met",
        "linked to recommendation", "link to inspection recommendation", "link to ofsted area",
        "link to rec", "linked rec", "rec link", "relevant recommendation", "link to ilac",
        "link to area for improvement",
    ]),
    (Means(Enables), Strong, &[
        "serve whole response to", "serve response to", "enable", "support response to",
        "support whole response to", "enable response to", "enable whole response to",
    ]),
    (Means(Source), Weak, &[
        "source", "inspection", "inspection name", "source of recommendation", "local area",
        "recommendation source", "report", "review", "origin", "source document", "source report",
        "where from", "inspection report", "inspection type",
    ]),
    (Means(SourceDate), Strong, &[
        "report date", "inspection date", "date of report", "date of inspection",
        "date published", "publication date", "published", "date of publication", "source date",
        "date of review", "review date of report", "published date", "report published",
    ]),
    (Means(AddressedTo), Strong, &[
        "addressed to", "addressee", "recommendation for", "directed to", "directed at",
        "recommendation addressed to", "recommendation to", "to whom",
    ]),
    (Means(Paragraphs), Weak, &[
        "paragraph of report", "report paragraph", "page", "page no", "report page",
    ]),
    (Means(Workstream), Strong, &[
        "workstream", "work stream", "theme", "strand", "priority area", "improvement priority",
        "key priority", "programme", "project", "pillar", "section", "area", "area of focus",
        "focus area", "domain", "service area", "outcome area", "improvement theme",
        "work strand", "chapter", "priority theme", "key theme", "programme area",
        "link to priority", "board", "category", "key area", "delivery group",
        "improvement strand", "area of work", "link to improvement plan", "link to plan",
        "strategic priority", "work package",
    ]),
    (Means(ActionReference), Strong, &[
        "action no", "action number", "action ref", "action reference", "action id", "task no",
        "task number", "task ref", "task id", "activity no", "activity number", "activity ref",
        "act no", "action ref no", "action plan ref", "sub ref", "action nos",
    ]),
    (Means(Action), Strong, &[
        "action", "action required", "required action", "specific action", "key action",
        "planned action", "agreed action", "improvement action", "action to be taken",
        "action we will take", "what we will do", "what will we do", "what we are going to do",
        "what are we going to do", "what are we doing", "what we need to do",
        "what need to be done", "what do we need to do", "what must be done", "task", "activity",
        "key task", "key activity", "action description", "description of action",
        "proposed action", "action needed", "recommended action", "action activity",
        "action task", "action point", "intervention", "action to address recommendation",
        "action we are taking", "to do", "action to deliver", "task action", "action title",
        "action to complete", "sub action", "detailed action", "what will be done",
        "action detail", "local authority action", "how we will do it", "how will we do it",
        "how will we achieve it", "how will this be achieved", "how we will get there",
        "how will we get there", "response action", "action summary", "action and milestone",
        "we will", "improvement activity", "action to take",
    ]),
    (Says::How, Strong, &[
        "how", "how to", "method", "approach",
    ]),
    (Says::What, Weak, &[
        "what",
    ]),
    (Means(Milestones), Strong, &[
        "milestone", "key milestone", "step", "key step", "interim milestone", "sub task",
        "action step", "milestone step", "delivery milestone", "milestone and step",
        "stage and milestone",
    ]),
    (Means(Owners), Strong, &[
        "lead", "who", "owner", "responsibility", "responsible", "lead officer",
        "responsible officer", "responsible person", "person responsible", "by whom",
        "who is responsible", "who will do it", "who will do this", "who will lead",
        "action owner", "accountable", "accountable officer", "accountable lead", "lead person",
        "lead agency", "lead professional", "officer", "officer responsible", "named lead",
        "delivery lead", "strategic lead", "operational lead", "sro",
        "senior responsible officer", "exec lead", "executive lead", "led by", "assigned to",
        "action lead", "lead responsible", "lead responsibility", "responsible lead",
        "accountability", "named officer", "lead manager", "responsible manager", "manager",
        "lead owner", "owned by", "service lead", "lead name", "lead role", "lead post",
        "post responsible", "responsible post", "who by", "by who", "whom", "delivered by",
        "lead and support", "project lead", "theme lead", "accountable person",
        "responsible owner", "lead service", "lead director", "director", "lead head of service",
        "head of service", "post holder", "lead partner", "named person", "who is leading",
        "who is accountable", "action by", "senior lead", "lead individual",
    ]),
    (Means(OtherOwners), Strong, &[
        "support", "supported by", "supporting officer", "support officer", "other lead",
        "partner", "partner involved", "other involved", "who else", "contributor", "key partner",
        "supporting", "team", "supporting lead", "support lead", "other officer", "other owner",
        "partner agency", "agency involved", "with whom", "delivery team", "key contributor",
        "additional lead", "who else is involved", "supporting service", "co lead", "deputy lead",
    ]),
    (Means(Start), Strong, &[
        "start", "start date", "begin", "commence", "commencement date", "date started",
        "started", "date commenced", "start by", "from when", "planned start",
        "planned start date", "date opened", "date added", "date raised", "timescale start",
    ]),
    (Means(Due), Strong, &[
        "due", "due date", "by when", "when", "when by", "deadline", "timescale", "timeline",
        "time frame", "timeframe", "time scale", "target date", "date due", "to be completed by",
        "complete by", "date for completion", "planned completion date", "target completion date",
        "expected completion date", "expected completion", "planned completion", "original date",
        "original due date", "original target date", "original deadline", "delivery date",
        "implementation date", "target completion", "end date", "finish date", "finish",
        "planned end", "planned end date", "completed by", "completion by",
        "date to be completed", "due by", "complete by when", "when will it be done",
        "when will we do it", "by when date", "date for delivery", "target date for completion",
        "agreed deadline", "target deadline", "timescale end", "timescale for completion",
        "proposed completion date", "completion target", "completion deadline", "planned date",
        "expected date", "target delivery date", "original timescale", "to be done by",
        "target timescale", "anticipated completion date", "date to complete",
        "timescale deadline", "target end date", "delivery deadline", "when due",
        "date action due", "due for completion", "timing",
    ]),
    (Means(Due), Weak, &[
        "date", "end", "by", "month",
    ]),
    (Means(RevisedDue), Strong, &[
        "revised date", "revised due date", "revised deadline", "revised target date", "new date",
        "new due date", "extended date", "forecast date", "forecast completion",
        "forecast completion date", "revised timescale", "revised completion date", "revised",
        "revised end date", "new deadline", "new target date", "revised by when", "amended date",
        "amended due date", "amended deadline", "extension", "extension date",
        "revised delivery date", "re profiled date", "updated deadline", "current due date",
        "current target date", "revised timeline", "revised due", "revised completion",
    ]),
    (Means(Completed), Strong, &[
        "date completed", "completed date", "actual completion date", "completed on",
        "actual date", "date closed", "closed date", "date of completion", "actual completion",
        "completed", "actual end date", "date achieved", "date action completed", "date complete",
        "done on", "date finished", "actual end", "actual finish", "when completed",
        "sign off date",
    ]),
    (Says::CompletionDate, Weak, &[
        "completion date", "completion",
    ]),
    (Means(Status), Strong, &[
        "status", "current status", "progress status", "delivery status", "action status",
        "state", "complete", "completed y n", "implementation status", "status of action",
        "open closed", "progress current status", "status update", "latest status",
        "completion status", "overall status", "stage",
    ]),
    (Means(Rag), Strong, &[
        "rag", "r a g", "rag rating", "rag status", "brag", "b r a g", "brag rating",
        "brag status", "bragg", "bragg rating", "bragg status", "current rag", "colour",
        "rag rate", "progress rag", "rag score", "rag delivery", "delivery rag", "action rag",
        "overall rag", "latest rag", "rag rated", "status rag", "colour rating", "rag progress",
        "brag progress", "r a g rating", "r a g status", "traffic light", "rag assessment",
        "self assessed rag", "action rag status", "progress rag rating", "current rag status",
        "current rag rating", "bragr", "ragb", "rag b",
    ]),
    (Means(Rag), Weak, &[
        "rating", "confidence",
    ]),
    (Means(Success), Strong, &[
        "success measure", "success criteria", "success criterion", "success",
        "measure of success", "what will success look like", "what success look like",
        "what success will look like", "what doe success look like", "success look like",
        "how will we know", "how we will know", "how will we know it has worked",
        "how will we know we have succeeded", "how will we measure success", "intended outcome",
        "expected outcome", "desired outcome", "target outcome", "expected impact",
        "intended impact", "impact on child", "impact on children",
        "what difference will it make", "what difference will this make",
        "what difference will we see", "what difference", "difference",
        "performance measure and target", "outcome measure", "success indicator",
        "outcome for child", "outcome for children", "what will be different",
        "what good look like", "what doe good look like", "desired impact",
        "outcome success measure", "outcome success criteria", "success measure outcome",
        "outcome sought", "impact measure", "how will success be measured",
        "success measure impact", "how will we know we have made a difference",
        "what will it look like", "planned outcome", "measurable outcome", "anticipated outcome",
        "outcome to be achieved", "impact sought", "success outcome",
        "outcome and success criteria", "outcome and success measure", "difference it will make",
        "so what", "planned impact", "anticipated impact", "outcome impact", "impact outcome",
    ]),
    (Says::Outcome, Weak, &[
        "outcome",
    ]),
    (Says::Impact, Weak, &[
        "impact", "impact to date", "impact so far",
    ]),
    (Says::Progress, Strong, &[
        "progress", "update", "progress update", "latest update", "progress to date",
        "progress so far", "latest progress", "update on progress", "current progress",
        "progress report", "progress made", "action update", "monthly update", "progress note",
        "progress summary", "progress and update", "progress against action", "status comment",
        "progress comment", "progress commentary", "current position", "position",
        "latest position", "where are we now", "current situation", "update on action",
        "progress rating", "progress since last update", "officer update", "quarterly update",
        "weekly update",
    ]),
    (Means(Update), Strong, &[
        "commentary", "comment", "note", "narrative", "further comment", "additional comment",
        "additional information", "supporting commentary", "rag commentary", "rag comment",
        "remark", "explanation", "issue", "risk", "barrier", "barrier to progress",
        "issue and risk", "risk and issue", "blocker", "mitigation", "mitigating action",
        "next step", "action taken", "what we have done", "what have we done",
        "what have we done so far", "exception report", "reason for delay", "reason",
        "reason for rag", "recovery plan", "recovery action", "action taken to date",
        "completed action", "key achievement", "achievement", "highlight", "further action",
        "reason for revised date", "reason for slippage", "challenge", "reason for change",
        "board comment", "feedback", "what has been done", "discussion", "decision",
    ]),
    (Means(Evidence), Strong, &[
        "evidence", "evidence of impact", "evidence of completion", "evidence of progress",
        "monitoring and evaluation", "monitoring evaluation", "monitoring", "how monitored",
        "how will we monitor", "how will it be monitored", "how will this be monitored",
        "assurance", "source of evidence", "evidence source", "quality assurance",
        "evidence required", "verification", "evaluation", "evidence link",
        "monitoring arrangement", "audit", "impact evidence", "evidence base",
        "supporting evidence", "how will we evidence", "evidence to support", "link to evidence",
        "evidence and impact", "impact and evidence", "how will we evidence it",
        "evidence of success", "evidence of outcome", "how evidenced", "assurance and evidence",
        "evidence and assurance", "monitored by", "monitoring method",
        "governance and monitoring", "source of assurance", "impact evidence of impact",
        "evidence impact",
    ]),
    (Means(Resources), Strong, &[
        "resource", "resource implication", "cost", "budget", "funding", "resource required",
        "financial implication", "resource cost", "cost resource", "cost implication",
        "resource needed", "resource and cost", "cost and resource", "finance", "funding source",
        "resourcing", "resource requirement", "budget implication", "estimated cost",
    ]),
    (Means(DependsOn), Strong, &[
        "depend on", "dependency", "interdependency", "predecessor", "linked action",
        "link to other action", "link to action", "key dependency", "inter dependency",
        "dependent on", "related action", "wait for",
    ]),
    (Means(MeasureReference), Strong, &[
        "measure ref", "measure reference", "measure no", "measure number", "kpi ref", "kpi no",
        "kpi number", "kpi id", "indicator no", "indicator number", "indicator ref",
        "indicator reference", "indicator id", "indicator code", "measure id", "pi ref", "pi no",
        "pi code", "kpi code", "kpi reference", "ni",
    ]),
    (Says::Measure, Strong, &[
        "kpi", "measure", "performance indicator", "performance measure",
        "key performance indicator", "measure name", "kpi description", "metric",
        "indicator name", "indicator description", "kpi name", "measure description",
        "performance indicator description", "key measure", "indicator title", "measure title",
        "kpi title", "name of measure", "data item", "definition of measure", "key indicator",
    ]),
    (Says::Indicator, Strong, &[
        "indicator",
    ]),
    (Means(Unit), Weak, &[
        "unit", "unit of measure", "format", "measure unit", "number or percentage",
        "measured in",
    ]),
    (Means(Baseline), Strong, &[
        "baseline", "starting point", "baseline figure", "baseline position", "baseline data",
        "previous", "previous year", "last year", "baseline value", "start position",
        "start point",
    ]),
    (Says::Target, Weak, &[
        "target", "target figure", "target value", "target level", "target 12 month",
    ]),
    (Means(Reading), Strong, &[
        "actual", "performance", "current performance", "latest performance", "outturn",
        "latest data", "current figure", "latest figure", "latest value", "current value",
        "actual performance", "result", "ytd", "year to date", "latest reading", "reading",
        "latest actual", "actual figure",
    ]),
    (Means(Reading), Weak, &[
        "current", "latest", "value", "figure", "now",
    ]),
    (Means(Comparator), Strong, &[
        "comparator", "england", "national", "national average", "statistical neighbour",
        "statistical neighbour average", "stat neighbour", "regional", "region",
        "regional average", "benchmark", "england average", "national benchmark", "neighbour",
        "sn average", "england figure", "comparison", "statistical neighbour figure",
        "national figure", "stat neighbour average", "good or outstanding authority",
        "latest national",
    ]),
    (Says::Objective, Weak, &[
        "objective", "aim", "goal", "key objective", "improvement objective",
        "strategic objective", "strategic aim", "what we want to achieve",
        "what do we want to achieve", "what we need to achieve", "what are we trying to achieve",
        "what we need to improve", "requirement", "commitment", "standard",
        "improvement required", "improvement needed",
    ]),
    (Says::Priority, Weak, &[
        "priority", "priority level", "urgency", "importance", "high medium low", "tier",
        "priority no",
    ]),
    (Says::Paragraph, Weak, &[
        "para", "paragraph", "para no", "paragraph no", "paragraph number", "ofsted para no",
        "ofsted para", "ofsted paragraph", "ofsted paragraph no", "para number", "report para",
        "ofsted paragraph number", "para ref", "ofsted para number", "ofsted para ref",
        "ofsted report para", "report para no", "ofsted report paragraph", "paragraph ref",
    ]),
    (Says::Body, Strong, &[
        "responsible body", "agency", "organisation", "responsible agency",
        "responsible organisation", "lead organisation", "body", "lead body",
        "responsible authority",
    ]),
    (Says::Words, Weak, &[
        "description", "text", "title", "wording", "detail", "name", "short paraphrase",
        "paraphrase", "summary", "short description", "full text", "heading", "word",
    ]),
];

/// What a heading in its compared form says, where it is one of the table exactly.
pub(super) fn exact(normal: &str) -> Option<(Says, Strength)> {
    static BY_WORDS: LazyLock<HashMap<&str, (Says, Strength)>> = LazyLock::new(|| {
        let each = |(says, strength, words): &(Says, Strength, &'static [&'static str])| {
            let found = (*says, *strength);
            words.iter().map(move |word| (*word, found))
        };
        TABLE.iter().flat_map(each).collect()
    });
    BY_WORDS.get(normal).copied()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::TABLE;
    use crate::import::headings::normalise;

    #[test]
    fn every_heading_of_the_table_stands_once_and_in_the_form_it_is_compared_in() {
        let mut seen = BTreeMap::new();
        let mut wrong = Vec::new();
        for (says, _, words) in TABLE {
            for word in *words {
                if normalise(word) != *word {
                    wrong.push(format!("{word}: write {}", normalise(word)));
                }
                if let Some(other) = seen.insert(*word, *says) {
                    wrong.push(format!("{word}: {says:?} and {other:?}"));
                }
            }
        }
        assert_eq!(wrong, Vec::<String>::new());
    }
}
