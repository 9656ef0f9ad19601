//! What a sheet holds, and what a column of it means.

use crate::model::closed_words;

closed_words! {
    /// What a sheet holds.
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

closed_words! {
    /// What a column of a table means. A column map names these words: `{ "What?": "action" }`.
    ColumnMeaning {
        /// A number that belongs to the first column of words on its right.
        Number = "number",
        /// What people quote a recommendation by.
        RecommendationReference = "recommendation-reference",
        /// What a recommendation says, with or without its number before it.
        Recommendation = "recommendation",
        /// The recommendations an action answers, by reference.
        Answers = "answers",
        /// The sources whose whole response an action serves, one a line, by reference or title.
        Enables = "enables",
        /// The report or review a recommendation comes from.
        Source = "source",
        /// The day of that report.
        SourceDate = "source-date",
        /// Whom a recommendation is addressed to.
        AddressedTo = "addressed-to",
        /// How pressing or how strong a recommendation is.
        Priority = "priority",
        /// The paragraphs of the report.
        Paragraphs = "paragraphs",
        /// The workstream, theme or priority an action sits in.
        Workstream = "workstream",
        /// What people quote an action by.
        ActionReference = "action-reference",
        /// What will be done.
        Action = "action",
        /// Its steps, one a line.
        Milestones = "milestones",
        /// Who leads it, and who else does it.
        Owners = "owners",
        /// Who else does it.
        OtherOwners = "other-owners",
        /// The day it starts.
        Start = "start",
        /// The day it is due.
        Due = "due",
        /// A later due day that was agreed.
        RevisedDue = "revised-due",
        /// The day it was completed.
        Completed = "completed",
        /// How far it has got: a delivery status, a colour, or words.
        Status = "status",
        /// Its colour.
        Rag = "rag",
        /// What success looks like.
        Success = "success",
        /// Words on how it goes.
        Update = "update",
        /// What shows that it happened.
        Evidence = "evidence",
        /// What it costs and who pays.
        Resources = "resources",
        /// The actions it waits for.
        DependsOn = "depends-on",
        /// What people quote a measure by.
        MeasureReference = "measure-reference",
        /// The name of a measure.
        Measure = "measure",
        /// The unit of its figures.
        Unit = "unit",
        /// Where a measure stood before.
        Baseline = "baseline",
        /// Where it should stand.
        Target = "target",
        /// Where it stands.
        Reading = "reading",
        /// What others have.
        Comparator = "comparator",
        /// Not to be read.
        Ignore = "ignore",
    }
}
