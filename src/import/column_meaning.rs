//! What a sheet holds and what its columns mean: one table row per meaning, with everything known about
//! it.
//!
//! To add a heading, add it to the row of its meaning in normalised form (a test shows the form when it
//! is not). To add a meaning, add a row here and the code in `rows` that reads its cells.

use crate::vocabulary::closed_words;

closed_words! {
    /// What a sheet holds.
    #[non_exhaustive]
    SheetKind {
        /// The plan: actions, with or without the recommendations they answer.
        Actions = "actions",
        /// Recommendations, one a row.
        Recommendations = "recommendations",
        /// Measures (KPIs), one a row.
        Measures = "measures",
        /// Nothing to read.
        Ignore = "ignore",
    }
}

/// How certain the meaning of a heading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    /// The heading has such a word somewhere, or one spelt like it.
    Within,
    /// The heading is about such a word: it ends with it, or begins with it and goes on with `of`.
    Loose,
    /// The heading is such a word, but the word has other uses.
    Weak,
    /// The heading is such a word.
    Strong,
}

/// What the cells of a column hold, as far as their form shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holds {
    /// Days, and words for them.
    Days,
    /// Names of persons, posts and bodies.
    People,
    /// Words for how far the work is.
    States,
    /// Colours.
    Colours,
    /// Words of a scale: high, medium, low.
    Levels,
    /// Numbers and codes of records.
    References,
    /// Numbers, amounts and percentages.
    Figures,
    /// Sentences.
    Text,
}

impl Holds {
    /// How many kinds there are.
    pub(crate) const COUNT: usize = 8;

    /// Returns the words for it in messages.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::People => "persons, posts or bodies",
            Self::States => "words for how far the work is",
            Self::Colours => "colours",
            Self::Levels => "levels such as high and low",
            Self::References => "numbers or codes",
            Self::Figures => "figures",
            Self::Text => "sentences",
        }
    }
}

/// Normalised headings, with how certain their meaning is.
type Headings = (Strength, &'static [&'static str]);

/// What is known about one meaning.
pub(super) struct MeaningRow {
    pub(super) means: ColumnMeaning,
    /// The headings that have this meaning regardless of the columns beside them.
    pub(super) headings: &'static [Headings],
    /// The kinds of table that can use it.
    uses: &'static [Use],
    /// What its cells hold; nothing where they may hold anything.
    holds: Option<Holds>,
    /// What no column of this meaning holds throughout.
    never: &'static [Holds],
    /// Whether several columns of a table may have this meaning, each with different content.
    may_repeat: bool,
    /// What such a column shows about its table.
    shows: Option<Shows>,
    /// The meaning of the column of numbers beside it.
    numbered_by: Option<ColumnMeaning>,
}

/// What a column shows about its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shows {
    /// The table says who does something by when, as a table of actions does.
    Plan,
    /// The table holds values of measures.
    Figures,
}

/// How a kind of table uses a column.
struct Use {
    kind: SheetKind,
    /// The document keys that it fills: `actions.title`, `actions.milestones.due`.
    keys: &'static [&'static str],
    /// The document keys that it fills when no other column does.
    or_else: &'static [&'static str],
}

impl ColumnMeaning {
    fn row(self) -> Option<&'static MeaningRow> {
        ROWS.get(self as usize)
    }

    fn on(self, kind: SheetKind) -> Option<&'static Use> {
        self.row()?.uses.iter().find(|one| one.kind == kind)
    }

    /// Returns whether a table of this kind can use a column of this meaning.
    pub(super) fn is_allowed_on(self, kind: SheetKind) -> bool {
        self.on(kind).is_some()
    }

    /// Returns what the cells of such a column hold; nothing where they may hold anything.
    pub(super) fn holds(self) -> Option<Holds> {
        self.row()?.holds
    }

    /// Returns what no column of this meaning holds throughout.
    pub(super) fn never(self) -> &'static [Holds] {
        self.row().map_or(&[], |row| row.never)
    }

    /// Returns whether several columns of a table may have this meaning.
    pub(super) fn may_repeat(self) -> bool {
        self.row().is_some_and(|row| row.may_repeat)
    }

    /// Returns whether a column of this meaning shows this about its table.
    pub(super) fn shows(self, shows: Shows) -> bool {
        self.row().is_some_and(|row| row.shows == Some(shows))
    }

    /// Returns the meaning of the column that holds the references of the records named in this one.
    pub(super) fn numbered_by(self) -> Option<Self> {
        self.row()?.numbered_by
    }

    /// Returns the document keys that a column of this meaning fills in a table of this kind: first its
    /// own, then those it fills when no other column does.
    pub(super) fn keys(self, kind: SheetKind) -> [&'static [&'static str]; 2] {
        self.on(kind).map_or([&[], &[]], |one| [one.keys, one.or_else])
    }
}

/// One row per meaning: its name, the kinds of table that can use it with the document keys it fills
/// there, what its cells hold and never hold throughout, whether several columns may have it, what it shows about its table, which column holds the
/// references beside it, and its headings.
macro_rules! column_meanings {
    ($(
        $(#[$doc:meta])* $meaning:ident = $word:literal {
            $(on $kind:ident: [$($key:literal),* $(,)?] $(or else [$($other:literal),*])?;)+
            $(holds: $holds:ident;)?
            $(never: [$($never:ident),* $(,)?];)?
            $(may_repeat: $may_repeat:literal;)?
            $(shows: $shows:ident;)?
            $(numbered_by: $numbered_by:ident;)?
            $(headings $strength:ident: [$($heading:literal),* $(,)?];)*
        },
    )+) => {
        closed_words! {
            /// The meaning of a table column. A column map uses these names: `{ "What?": "action" }`.
            #[non_exhaustive]
            ColumnMeaning { $($(#[$doc])* $meaning = $word,)+ }
        }

        /// Every meaning, in the order of [`ColumnMeaning::ALL`].
        pub(super) const ROWS: &[MeaningRow] = &[$(MeaningRow {
            means: ColumnMeaning::$meaning,
            headings: &[$((Strength::$strength, &[$($heading),*])),*],
            uses: &[$(Use {
                kind: SheetKind::$kind,
                keys: &[$($key),*],
                or_else: &[$($($other),*)?],
            }),+],
            holds: [$(Some(Holds::$holds),)? None][0],
            never: &[$($(Holds::$never),*)?],
            may_repeat: false $(|| $may_repeat)?,
            shows: [$(Some(Shows::$shows),)? None][0],
            numbered_by: [$(Some(ColumnMeaning::$numbered_by),)? None][0],
        }),+];
    };
}

column_meanings! {
    /// A number that belongs to the first text column on its right.
    Number = "number" {
        on Actions: [];
        on Recommendations: [];
        on Measures: [];
        holds: References;
        never: [Text];
        headings Weak: [
            "issue key", "key", "ticket", "ticket no", "jira ref", "ticket number", "card id", "no ref", "rhif", "cyf",
            "no", "nos", "number", "num", "nr", "ref", "ref no", "reference", "reference no",
            "reference number", "ref number", "item", "item no", "item number", "id", "unique id",
            "uid", "sn", "serial no", "row", "line", "code", "plan ref", "plan reference",
            "index", "wb", "outline number",
        ];
    },
    /// The reference of a recommendation.
    RecommendationReference = "recommendation-reference" {
        on Actions: ["actions.answers", "recommendations.reference", "recommendations.part_of"];
        on Recommendations: ["recommendations.reference", "recommendations.part_of"];
        on Measures: ["measures.answers"];
        holds: References;
        never: [Text];
        headings Strong: [
            "recommendation no", "recommendation number", "recommendation ref",
            "recommendation reference", "recommendation id", "rec no", "rec ref", "rec number",
            "rec", "rec id", "ofsted ref", "ofsted reference", "ofsted no", "ofsted number",
            "ofsted recommendation no", "ofsted recommendation number",
            "ofsted recommendation ref", "ofsted rec", "ofsted rec no", "afi no", "afi ref",
            "r no", "recommendation ref no",
        ];
    },
    /// The text of a recommendation, with or without its number in front.
    Recommendation = "recommendation" {
        on Actions: ["actions.answers", "recommendations.reference", "recommendations.text"];
        on Recommendations: ["recommendations.reference", "recommendations.text"];
        never: [Days, Colours];
        numbered_by: RecommendationReference;
        headings Strong: [
            "argymhelliad", "argymhellion", "hmip recommendation", "estyn recommendation", "cqc recommendation", "scrutiny recommendation", "audit recommendation", "panel recommendation", "review recommendation", "committee recommendation",
            "recommendation", "ofsted recommendation", "ofsted area for improvement",
            "area for improvement", "area for priority action", "priority action", "afi",
            "inspection recommendation", "ilac recommendation", "recommendation text",
            "text of recommendation", "recommendation wording",
            "area of improvement", "ofsted area of improvement", "what ofsted said",
            "what inspector said", "what ofsted told us", "improvement area",
            "area requiring improvement", "required improvement",
            "recommendation from report", "area of development",
            "area for development", "ofsted requirement", "key recommendation",
            "statement of recommendation", "recommendation area for improvement",
            "recommendation description", "what need to improve",

        ];
    },
    /// The recommendations an action answers, by reference.
    Answers = "answers" {
        on Actions: ["actions.answers"];
        on Measures: ["measures.answers"];
        may_repeat: true;
        headings Strong: [
            "link to recommendation", "linked recommendation", "link to ofsted recommendation",
            "recommendation addressed", "recommendation answered", "answer",
            "addresse recommendation", "related recommendation", "recommendation link",
            "ofsted link", "link to ofsted", "link to inspection", "recommendation it answer",
            "recommendation met", "linked to recommendation", "link to inspection recommendation",
            "link to ofsted area", "link to rec", "linked rec", "rec link",
            "relevant recommendation", "link to ilac", "link to area for improvement",
        ];
    },
    /// The sources whose whole response an action serves, one per line, by reference or title.
    Enables = "enables" {
        on Actions: ["actions.enables", "sources.title"];
        may_repeat: true;
        headings Strong: [
            "serve whole response to", "serve response to", "enable", "support response to",
            "support whole response to", "enable response to", "enable whole response to",
        ];
    },
    /// The report or review a recommendation comes from.
    Source = "source" {
        on Actions: ["recommendations.source", "sources.title"];
        on Recommendations: ["recommendations.source", "sources.title"];
        headings Weak: [
            "audit", "audit name", "audit title", "audit report", "audit area", "review title",
            "source", "inspection", "inspection name", "source of recommendation", "local area",
            "recommendation source", "report", "review", "origin", "source document",
            "source report", "where from", "inspection report", "inspection type",
        ];
    },
    /// The publication date of that report.
    SourceDate = "source-date" {
        on Actions: ["sources.published"];
        on Recommendations: ["sources.published"];
        holds: Days;
        never: [People, Colours, States];
        headings Strong: [
            "report date", "inspection date", "date of report", "date of inspection",
            "date published", "publication date", "published", "date of publication",
            "source date", "date of review", "review date of report", "published date",
            "report published",
        ];
    },
    /// The bodies a recommendation is addressed to.
    AddressedTo = "addressed-to" {
        on Actions: ["recommendations.addressed_to"];
        on Recommendations: ["recommendations.addressed_to"];
        headings Strong: [
            "addressed to", "addressee", "recommendation for", "directed to", "directed at",
            "recommendation addressed to", "recommendation to", "to whom",
        ];
    },
    /// The urgency or tier of a recommendation.
    Priority = "priority" {
        on Actions: ["actions.tags", "recommendations.tier", "recommendations.urgency"];
        on Recommendations: ["recommendations.tier", "recommendations.urgency"];
        holds: Levels;
    },
    /// The paragraphs of the report.
    Paragraphs = "paragraphs" {
        on Actions: ["recommendations.paragraphs"];
        on Recommendations: ["recommendations.paragraphs"];
        headings Weak: [
            "paragraph of report", "report paragraph", "page", "page no", "report page",
        ];
    },
    /// The workstream, theme or priority an action belongs to.
    Workstream = "workstream" {
        on Actions: [
            "actions.workstream", "workstreams.name", "workstreams.reference",
            "recommendations.tags",
        ];
        on Recommendations: ["recommendations.tags"];
        on Measures: ["measures.workstreams", "workstreams.name"];
        never: [Days];
        headings Strong: [
            "workstream", "work stream", "theme", "strand", "priority area",
            "improvement priority", "key priority", "programme", "project", "pillar", "section",
            "area", "area of focus", "focus area", "domain", "service area", "outcome area",
            "improvement theme", "work strand", "chapter", "priority theme", "key theme",
            "programme area", "link to priority", "board", "category", "key area",
            "delivery group", "improvement strand", "area of work", "link to improvement plan",
            "link to plan", "strategic priority", "work package", "bucket", "bucket name",
            "parent summary", "section column", "section name", "list name", "swimlane",
        ];
    },
    /// The reference of an action.
    ActionReference = "action-reference" {
        on Actions: ["actions.reference"];
        holds: References;
        never: [Text];
        headings Strong: [
            "action no", "action number", "action ref", "action reference", "action id",
            "task no", "task number", "task ref", "task id", "activity no", "activity number",
            "activity ref", "act no", "action ref no", "action plan ref", "sub ref", "action nos",
        ];
    },
    /// The action to be taken.
    Action = "action" {
        on Actions: ["actions.title", "actions.reference"];
        holds: Text;
        never: [Days, Colours, Figures];
        numbered_by: ActionReference;
        headings Strong: [
            "action text", "action wording", "task name", "action name", "title of action", "name of action", "card name", "card title", "issue title", "improvement step", "provider action", "action provider will take", "action to meet requirement", "action to meet regulation", "camau gweithredu", "cam gweithredu", "gweithred",
            "action to be undertaken", "action plan", "action planned", "how will you do it", "how will you achieve it", "what will it do", "what will we do to achieve it", "planned activity", "what are you going to do", "agreed management action", "management action", "action agreed", "action for improvement", "local action", "trust action", "school action", "service action", "action proposed", "description of task", "task description", "key improvement action", "what action will be taken", "action we need to take", "what action are needed", "what we plan to do",
            "action", "action required", "required action", "specific action", "key action",
            "planned action", "agreed action", "improvement action", "action to be taken",
            "action we will take", "what we will do", "what will we do",
            "what we are going to do", "what are we going to do", "what are we doing",
            "what we need to do", "what need to be done", "what do we need to do",
            "what must be done", "task", "activity", "key task", "key activity",
            "action description", "description of action", "proposed action", "action needed",
            "recommended action", "action activity", "action task", "action point",
            "intervention", "action to address recommendation", "action we are taking", "to do",
            "action to deliver", "task action", "action title", "action to complete",
            "sub action", "detailed action", "what will be done", "action detail",
            "local authority action", "how we will do it", "how will we do it",
            "how will we achieve it", "how will this be achieved", "how we will get there",
            "how will we get there", "response action", "action summary", "action and milestone",
            "we will", "improvement activity", "action to take",
        ];
    },
    /// The action's milestones or steps, one per line.
    Milestones = "milestones" {
        on Actions: ["actions.milestones.title"];
        never: [Days, Colours, Figures];
        may_repeat: true;
        headings Strong: [
            "milestone", "key milestone", "step", "key step", "interim milestone", "sub task",
            "action step", "milestone step", "delivery milestone", "milestone and step",
            "stage and milestone",
        ];
    },
    /// The lead, and other owners.
    Owners = "owners" {
        on Actions: ["actions.owners", "actions.milestones.owners"];
        holds: People;
        never: [Days, Colours, Figures];
        shows: Plan;
        headings Strong: [
            "member", "resource name", "arweinydd", "swyddog arweiniol", "cyfrifoldeb", "swyddog cyfrifol", "pwy", "action assigned to", "lead contact", "who lead on this",
            "managed by", "actioned by", "implemented by", "undertaken by", "carried out by", "identified lead", "lead group", "responsible lead group", "person", "personnel", "staff", "staff responsible", "responsible staff", "accountable owner", "task owner", "leader", "led", "lead staff", "owner name", "responsible officer name", "officer lead", "implementation lead", "responsible director", "responsible team", "responsible service", "owning service", "executive sponsor", "sponsor", "board lead", "designated lead", "handler", "assignee", "assigned", "allocated to", "who will be responsible", "who lead",
            "lead", "who", "owner", "responsibility", "responsible", "lead officer",
            "responsible officer", "responsible person", "person responsible", "by whom",
            "who is responsible", "who will do it", "who will do this", "who will lead",
            "action owner", "accountable", "accountable officer", "accountable lead",
            "lead person", "lead agency", "lead professional", "officer", "officer responsible",
            "named lead", "delivery lead", "strategic lead", "operational lead", "sro",
            "senior responsible officer", "exec lead", "executive lead", "led by", "assigned to",
            "action lead", "lead responsible", "lead responsibility", "responsible lead",
            "accountability", "named officer", "lead manager", "responsible manager", "manager",
            "lead owner", "owned by", "service lead", "lead name", "lead role", "lead post",
            "post responsible", "responsible post", "who by", "by who", "whom", "delivered by",
            "lead and support", "project lead", "theme lead", "accountable person",
            "responsible owner", "lead service", "lead director", "director",
            "lead head of service", "head of service", "post holder", "lead partner",
            "named person", "who is leading", "who is accountable", "action by", "senior lead",
            "lead individual",
        ];
    },
    /// Other owners.
    OtherOwners = "other-owners" {
        on Actions: ["actions.owners"];
        holds: People;
        never: [Days, Colours, Figures];
        may_repeat: true;
        headings Strong: [
            "support", "supported by", "supporting officer", "support officer", "other lead",
            "partner", "partner involved", "other involved", "who else", "contributor",
            "key partner", "supporting", "team", "supporting lead", "support lead",
            "other officer", "other owner", "partner agency", "agency involved", "with whom",
            "delivery team", "key contributor", "additional lead", "who else is involved",
            "supporting service", "co lead", "deputy lead",
        ];
    },
    /// The start date.
    Start = "start" {
        on Actions: ["actions.start"];
        holds: Days;
        never: [People, Colours];
        headings Strong: [
            "start", "start date", "begin", "commence", "commencement date", "date started",
            "started", "date commenced", "start by", "from when", "planned start",
            "planned start date", "timescale start",
        ];
    },
    /// The due date.
    Due = "due" {
        on Actions: ["actions.due", "actions.milestones.due"];
        holds: Days;
        never: [People, Colours];
        shows: Plan;
        headings Strong: [
            "erbyn pryd", "pryd", "dyddiad cwblhau", "dyddiad targed", "amserlen", "graddfa amser",
            "eta", "planned implementation date", "original implementation date", "agreed implementation date", "target implementation date", "agreed date", "agreed target date", "original completion date", "original target completion date", "date due by", "when will it be completed", "when will this happen", "action due date", "proposed date", "proposed implementation date", "expected delivery date", "target finish date", "timescale for action", "planned delivery date", "action due", "by what date", "completion due", "due on", "required by", "time line", "implementation deadline", "planned finish", "expected finish", "target finish",
            "due", "due date", "by when", "when", "when by", "deadline", "timescale", "timeline",
            "time frame", "timeframe", "time scale", "target date", "date due",
            "to be completed by", "complete by", "date for completion", "planned completion date",
            "target completion date", "expected completion date", "expected completion",
            "planned completion", "original date", "original due date", "original target date",
            "original deadline", "delivery date", "implementation date", "target completion",
            "planned end", "planned end date",
            "completion by", "date to be completed", "due by", "complete by when",
            "when will it be done", "when will we do it", "by when date", "date for delivery",
            "target date for completion", "agreed deadline", "target deadline", "timescale end",
            "timescale for completion", "proposed completion date", "completion target",
            "completion deadline", "planned date", "expected date", "target delivery date",
            "original timescale", "to be done by", "target timescale",
            "anticipated completion date", "date to complete", "timescale deadline",
            "target end date", "delivery deadline", "when due", "date action due",
            "due for completion", "timing",
        ];
        headings Weak: ["date", "by", "month"];
    },
    /// A later due date that was agreed.
    RevisedDue = "revised-due" {
        on Actions: ["actions.revisions", "actions.revisions.due"];
        holds: Days;
        never: [People, Colours];
        may_repeat: true;
        headings Strong: [
            "requested date", "revised implementation date", "forecast", "forecast end date", "forecast finish", "forecast delivery date", "revised forecast", "revised finish date", "rescheduled date", "requested due date", "requested extension", "latest forecast", "projected completion date", "new timescale", "new completion date", "forecast due date",
            "revised date", "revised due date", "revised deadline", "revised target date",
            "new date", "new due date", "extended date", "forecast date", "forecast completion",
            "forecast completion date", "revised timescale", "revised completion date", "revised",
            "revised end date", "new deadline", "new target date", "revised by when",
            "amended date", "amended due date", "amended deadline", "extension", "extension date",
            "revised delivery date", "re profiled date", "updated deadline", "current due date",
            "current target date", "revised timeline", "revised due", "revised completion",
        ];
    },
    /// The completion date.
    Completed = "completed" {
        on Actions: ["actions.completed", "actions.milestones.completed"];
        holds: Days;
        never: [People, Colours];
        headings Strong: [
            "date implemented", "resolved", "action completed", "date of closure", "closure date", "date delivered", "date done", "actual finish date", "actual delivery date", "actual implementation date", "implemented on", "closed on", "closed", "date actually completed", "actual date of completion", "actual date completed", "date met",
            "date completed", "completed date", "actual completion date", "completed on",
            "actual date", "date closed", "closed date", "date of completion",
            "actual completion", "completed", "actual end date", "date achieved",
            "date action completed", "date complete", "done on", "date finished", "actual end",
            "actual finish", "when completed", "sign off date",
        ];
    },
    /// Progress: a delivery status, a colour or free text.
    Status = "status" {
        on Actions: [
            "actions.status", "actions.milestones.status",
        ] or else ["actions.rag", "actions.updates.text"];
        holds: States;
        never: [Days];
        shows: Plan;
        headings Strong: [
            "statw", "due complete", "percentage progress",
            "achieved", "completed yes no", "done", "implemented", "delivered", "complete y n", "action complete", "percent complete", "percentage complete", "percentage completed", "completion percentage", "complete percentage", "achieved y n", "task status", "recommendation status",
            "status", "current status", "progress status", "delivery status", "action status",
            "state", "complete", "completed y n", "implementation status", "status of action",
            "open closed", "progress current status", "status update", "latest status",
            "completion status", "overall status", "stage",
        ];
    },
    /// The RAG colour.
    Rag = "rag" {
        on Actions: ["actions.rag"] or else ["actions.status"];
        holds: Colours;
        never: [Days, People];
        shows: Plan;
        headings Strong: [
            "rag", "r a g", "rag rating", "rag status", "brag", "b r a g", "brag rating",
            "brag status", "bragg", "bragg rating", "bragg status", "current rag", "colour",
            "rag rate", "progress rag", "rag score", "rag delivery", "delivery rag", "action rag",
            "overall rag", "latest rag", "rag rated", "status rag", "colour rating",
            "rag progress", "brag progress", "r a g rating", "r a g status", "traffic light",
            "rag assessment", "self assessed rag", "action rag status", "progress rag rating",
            "current rag status", "current rag rating", "bragr", "ragb", "rag b",
        ];
        headings Weak: ["rating"];
    },
    /// What success looks like.
    Success = "success" {
        on Actions: ["actions.success", "recommendations.difference"];
        on Recommendations: ["recommendations.difference"];
        holds: Text;
        never: [Colours];
        may_repeat: true;
        headings Strong: [
            "meini prawf llwyddiant", "canlyniad", "intended benefit",
            "what will success look like for child", "success criteria and impact", "evidence of success criteria", "expected result", "outcome required", "outcome expected", "what will success look like for children", "how will you know", "what will be impact", "expected benefit", "benefit", "success measure and target",
            "success measure", "success criteria", "success criterion", "success",
            "measure of success", "what will success look like", "what success look like",
            "what success will look like", "what doe success look like", "success look like",
            "how will we know", "how we will know", "how will we know it has worked",
            "how will we know we have succeeded", "how will we measure success",
            "intended outcome", "expected outcome", "desired outcome", "target outcome",
            "expected impact", "intended impact", "impact on child", "impact on children",
            "what difference will it make", "what difference will this make",
            "what difference will we see", "what difference", "difference",
            "performance measure and target", "outcome measure", "success indicator",
            "outcome for child", "outcome for children", "what will be different",
            "what good look like", "what doe good look like", "desired impact",
            "outcome success measure", "outcome success criteria", "success measure outcome",
            "outcome sought", "impact measure", "how will success be measured",
            "success measure impact", "how will we know we have made a difference",
            "what will it look like", "planned outcome", "measurable outcome",
            "anticipated outcome", "outcome to be achieved", "impact sought", "success outcome",
            "outcome and success criteria", "outcome and success measure",
            "difference it will make", "so what", "planned impact", "anticipated impact",
            "outcome impact", "impact outcome",
        ];
    },
    /// Free text on progress.
    Update = "update" {
        on Actions: ["actions.updates.text"];
        holds: Text;
        may_repeat: true;
        headings Strong: [
            "diweddariad", "sylwadau",
            "latest comment", "current update", "action progress", "narrative update", "lead comment", "officer comment", "status note", "what has happened", "summary of progress", "what happened", "further update",
            "commentary", "comment", "note", "narrative", "further comment", "additional comment",
            "additional information", "supporting commentary", "rag commentary", "rag comment",
            "remark", "explanation", "issue", "key issue", "risk", "barrier", "barrier to progress",
            "issue and risk", "risk and issue", "blocker", "mitigation", "mitigating action",
            "next step", "action taken", "what we have done", "what have we done",
            "what have we done so far", "exception report", "reason for delay", "reason",
            "reason for rag", "recovery plan", "recovery action", "action taken to date",
            "completed action", "key achievement", "achievement", "highlight", "further action",
            "reason for revised date", "reason for slippage", "challenge", "reason for change",
            "board comment", "feedback", "what has been done", "discussion", "decision",
        ];
    },
    /// Facts about an action that the document has no place for, each kept with its heading.
    Note = "note" {
        on Actions: ["actions.updates.text"];
        may_repeat: true;
        headings Strong: [
            "autumn", "spring", "summer", "autumn term", "spring term", "summer term", "autumn 1", "autumn 2", "spring 1", "spring 2", "summer 1", "summer 2",
            "review date", "next review", "next review date", "date of next review",
            "expiry date", "expiry", "expire", "date of expiry", "last updated",
            "date last updated", "last update date", "date updated", "updated on", "update date",
            "date of update", "date of last update", "status date", "date of status", "updated",
            "last review", "last reviewed", "last review date", "date reviewed", "reviewed on",
            "reviewed by", "approved by", "signed off by", "validated by", "overseen by",
            "monitoring", "how monitored", "how will we monitor", "how will it be monitored",
            "how will this be monitored", "monitoring arrangement", "monitoring method",
            "governance and monitoring",
            "monitored by", "verified by", "agreed by", "updated by", "raised by", "requested by",
            "created by", "reported by", "assured by", "checked by", "authorised by",
            "governed by", "date added", "date raised", "date opened", "date created",
            "date identified", "date agreed", "date approved", "date logged", "created",
            "created on", "date reported", "date recorded", "direction of travel", "direction",
            "trend", "confidence", "delivery confidence", "confidence level", "confidence rating",
            "risk rating", "risk score", "risk level", "assurance level", "assurance rating",
            "level of assurance", "level for action", "scope of recommendation", "day overdue",
            "day late", "day remaining", "day to deadline", "overdue", "likelihood",
            "number of extension", "time extended", "impact rating", "impact score",
            "inherent risk", "residual risk", "previous rag", "rag last month", "previous status",
            "last month rag", "previous rag rating", "previous rag status", "last rag",
            "rag last quarter", "previous quarter rag", "last quarter rag", "status last month",
            "meeting date", "date of meeting", "board date", "parent task", "parent", "parent issue",
            "issue type", "issue id", "reporter", "resolution", "plan name", "plan title",
            "blocking", "tag", "label", "checklist item", "completed checklist item", "late",
            "is recurring", "email", "assignee email", "owner email", "lead email",
        ];
    },
    /// The response to a recommendation: whether it is accepted, and why not.
    Response = "response" {
        on Actions: ["recommendations.response", "actions.updates.text"];
        on Recommendations: ["recommendations.response"];
        may_repeat: true;
        headings Strong: [
            "agreed not agreed", "accepted not accepted", "agreed y n", "accepted y n",
            "accept reject", "accepted rejected", "decision on recommendation",
            "recommendation accepted", "recommendation agreed", "accepted", "agreed",
            "agreed yes no", "agreed partly agreed not agreed",
            "accepted partly accepted not accepted", "accepted partially accepted not accepted",
            "agreed partially agreed not agreed", "accepted yes no", "accepted partially accepted rejected",
        ];
    },
    /// The evidence that it happened.
    Evidence = "evidence" {
        on Actions: ["actions.evidence.title"];
        holds: Text;
        never: [Colours];
        may_repeat: true;
        headings Strong: [
            "tystiolaeth",
            "evidence of improvement", "impact and evaluation", "supporting document", "evidence file", "evidence to be provided", "how will it be evidenced", "proof", "document", "evidence of action", "assurance evidence",
            "evidence", "evidence of impact", "evidence of completion", "evidence of progress",
            "monitoring and evaluation", "monitoring evaluation",

            "assurance", "source of evidence", "evidence source", "quality assurance",
            "evidence required", "verification", "evaluation", "evidence link",
            "impact evidence", "evidence base",
            "supporting evidence", "how will we evidence", "evidence to support",
            "link to evidence", "evidence and impact", "impact and evidence",
            "how will we evidence it", "evidence of success", "evidence of outcome",
            "how evidenced", "assurance and evidence", "evidence and assurance",
            "source of assurance",
            "impact evidence of impact", "evidence impact",
        ];
    },
    /// What it costs and who pays.
    Resources = "resources" {
        on Actions: ["actions.resources"];
        may_repeat: true;
        headings Strong: [
            "adnoddau", "cost and funding",
            "resource", "resource implication", "cost", "budget", "funding", "resource required",
            "financial implication", "resource cost", "cost resource", "cost implication",
            "resource needed", "resource and cost", "cost and resource", "finance",
            "funding source", "resourcing", "resource requirement", "budget implication",
            "estimated cost",
        ];
    },
    /// The actions it depends on.
    DependsOn = "depends-on" {
        on Actions: ["actions.depends_on"];
        may_repeat: true;
        headings Strong: [
            "depend on", "dependency", "interdependency", "predecessor", "linked action",
            "link to other action", "link to action", "key dependency", "inter dependency",
            "dependent on", "related action", "wait for", "blocked by",
        ];
    },
    /// The reference of a measure.
    MeasureReference = "measure-reference" {
        on Measures: ["measures.reference"];
        headings Strong: [
            "measure ref", "measure reference", "measure no", "measure number", "kpi ref",
            "kpi no", "kpi number", "kpi id", "indicator no", "indicator number", "indicator ref",
            "indicator reference", "indicator id", "indicator code", "measure id", "pi ref",
            "pi no", "pi code", "kpi code", "kpi reference", "ni",
        ];
    },
    /// The name of a measure.
    Measure = "measure" {
        on Measures: ["measures.name"];
        numbered_by: MeasureReference;
    },
    /// The unit of a measure's values.
    Unit = "unit" {
        on Measures: ["measures.unit"];
        shows: Figures;
        headings Weak: [
            "unit", "unit of measure", "format", "measure unit", "number or percentage",
            "measured in",
        ];
    },
    /// The baseline of a measure.
    Baseline = "baseline" {
        on Measures: ["measures.baseline"];
        shows: Figures;
        headings Strong: [
            "baseline", "starting point", "baseline figure", "baseline position", "baseline data",
            "previous", "previous year", "last year", "baseline value", "start position",
            "start point",
        ];
    },
    /// The target of a measure.
    Target = "target" {
        on Measures: ["measures.targets"];
    },
    /// The latest value of a measure.
    Reading = "reading" {
        on Measures: ["measures.readings"];
        may_repeat: true;
        shows: Figures;
        headings Strong: [
            "actual", "performance", "current performance", "latest performance", "outturn",
            "latest data", "current figure", "latest figure", "latest value", "current value",
            "actual performance", "result", "ytd", "year to date", "latest reading", "reading",
            "latest actual", "actual figure",
        ];
        headings Weak: ["current", "latest", "value", "figure", "now"];
    },
    /// The value of comparators.
    Comparator = "comparator" {
        on Measures: ["measures.comparators"];
        may_repeat: true;
        shows: Figures;
        headings Strong: [
            "comparator", "england", "national", "national average", "statistical neighbour",
            "statistical neighbour average", "stat neighbour", "regional", "region",
            "regional average", "benchmark", "england average", "national benchmark", "neighbour",
            "sn average", "england figure", "comparison", "statistical neighbour figure",
            "national figure", "stat neighbour average", "good or outstanding authority",
            "latest national",
        ];
    },
    /// A column that is not read.
    Ignore = "ignore" {
        on Actions: [];
        on Recommendations: [];
        on Measures: [];
        may_repeat: true;
    },
}
