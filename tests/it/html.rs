//! The HTML page: its structure as an HTML5 parser reads it, its links, tables, pictures and escaping, and
//! how large it grows.

mod document;
mod plans;

use improvement_plan::report::{HtmlError, HtmlOptions, HtmlView};
use improvement_plan::{Action, CoverageReport, NaiveDate, Plan, PlanDoc, Recommendation, Rules};
use improvement_plan::{Source, strategy};
use proptest::prelude::*;

use document::{Node, parse};
use plans::{croydon, hostile, no_actions, one_action, plain, sized, worcestershire};

fn page_of(plan: &Plan, as_of: NaiveDate) -> String {
    CoverageReport::new(plan, as_of, &Rules::standard()).to_html(&HtmlOptions::new()).unwrap()
}

/// Asserts what must hold of every page, and returns what was parsed.
fn assert_sound(page: &str) -> Node {
    let (root, errors) = parse(page);
    assert!(errors.is_empty(), "{errors:?}");
    let all = root.all();
    let elements = |tag: &str| all.iter().filter(|one| one.tag == tag).collect::<Vec<_>>();

    for one in &all {
        for (name, value) in &one.attributes {
            assert!(!name.starts_with("on") && name != "style", "{} has {name}={value}", one.tag);
            assert!(name != "src" && name != "srcset", "{} has {name}={value}", one.tag);
        }
        let banned = ["script", "img", "iframe", "link", "object", "embed", "form", "base"];
        assert!(!banned.contains(&one.tag.as_str()), "{}", one.tag);
    }
    assert_eq!(elements("style").len(), 1);
    assert_eq!(elements("h1").len(), 1);
    assert_eq!(elements("main").len(), 1);
    assert_eq!(root.find("html").attribute("lang"), Some("en-GB"));
    assert!(!root.find("title").text().trim().is_empty());

    let head = root.find("head");
    let order: Vec<_> = head.children.iter().map(|one| one.tag.as_str()).collect();
    let policy = head
        .children
        .iter()
        .position(|one| one.attribute("http-equiv") == Some("Content-Security-Policy"));
    let style = order.iter().position(|tag| *tag == "style");
    assert!(policy < style, "the policy comes before the style it allows: {order:?}");
    let content = head.children[policy.unwrap()].attribute("content").unwrap().to_owned();
    let hash = hmac_sha256::Hash::hash(root.find("style").text().as_bytes());
    let hash = data_encoding::BASE64.encode(&hash);
    assert_eq!(
        content,
        format!(
            "default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'"
        )
    );

    let mut ids: Vec<_> = all.iter().filter_map(|one| one.attribute("id")).collect();
    ids.sort_unstable();
    let number = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), number, "an id is used twice");
    for one in &all {
        for (name, value) in &one.attributes {
            match name.as_str() {
                "href" => {
                    let target =
                        value.strip_prefix('#').unwrap_or_else(|| panic!("it leaves: {value}"));
                    assert!(ids.binary_search(&target).is_ok(), "{value} leads nowhere");
                }
                "aria-labelledby" | "aria-describedby" => {
                    assert!(ids.binary_search(&value.as_str()).is_ok(), "{value} names nothing");
                }
                _ => {}
            }
        }
    }
    let skip = root.find("body").children.first().unwrap();
    assert_eq!((skip.tag.as_str(), skip.attribute("href")), ("a", Some("#main")));

    let mut level = 0;
    for heading in all.iter().filter(|one| matches!(one.tag.as_str(), "h1" | "h2" | "h3" | "h4")) {
        let next = usize::from(heading.tag.as_bytes()[1] - b'0');
        assert!(next <= level + 1, "{} after h{level}: {}", heading.tag, heading.text());
        assert!(!heading.text().trim().is_empty());
        level = next;
    }
    for table in elements("table") {
        assert_table(table);
    }
    for figure in elements("figure") {
        let picture = figure.find("svg");
        assert_eq!(picture.attribute("role"), Some("img"));
        assert_eq!(picture.attribute("width"), Some("288"), "it is never scaled");
        assert!(picture.find("title").text().len() > 15 && !picture.find("desc").text().is_empty());
        assert!(figure.all().iter().any(|one| one.tag == "table"), "a picture without its table");
    }
    assert_eq!(elements("svg").len(), elements("figure").len());
    for details in elements("details") {
        assert!(
            !details.children.iter().any(|one| one.all().iter().any(|one| one.tag == "details"))
        );
    }
    let mut summaries: Vec<_> = elements("summary").iter().map(|one| one.text()).collect();
    summaries.sort_unstable();
    let number = summaries.len();
    summaries.dedup();
    assert_eq!(summaries.len(), number, "two folded lists open with the same words");
    root
}

fn assert_table(table: &Node) {
    let caption = table.find("caption").text();
    assert!(!caption.trim().is_empty());
    let head = table.find("thead");
    let headings = head.all().into_iter().filter(|one| one.tag == "th").collect::<Vec<_>>();
    assert!(headings.iter().all(|one| one.attribute("scope") == Some("col")), "{caption}");
    let rows = table.find("tbody").children.clone();
    assert!(!rows.is_empty(), "{caption}");
    for row in &rows {
        assert_eq!(row.children.len(), headings.len(), "{caption}");
        let first = &row.children[0];
        assert_eq!(
            (first.tag.as_str(), first.attribute("scope")),
            ("th", Some("row")),
            "{caption}"
        );
        assert!(row.children.iter().all(|cell| !cell.text().trim().is_empty()), "{caption}");
    }
}

#[test]
fn the_pages_of_the_shipped_plans_are_sound_and_small() {
    for (plan, as_of) in [croydon(), worcestershire()] {
        let page = page_of(&plan, as_of);
        assert_sound(&page);
        assert!(page.len() <= 300_000, "{} bytes", page.len());
    }
}

#[test]
fn every_page_has_every_section_in_this_order() {
    let headings = [
        "To decide or to ask",
        "Contents",
        "Is every recommendation answered?",
        "Recommendation by recommendation",
        "Where the work sits",
        "What is late",
        "What fell due since the facts were gathered: ask",
        "What is due next",
        "Which dates moved",
        "What has no date",
        "Temporary arrangements, and what follows them",
        "Colours (RAG): declared, and by the dates",
        "Did it make a difference? Caseload, demand and other measures",
        "Who says it is met",
        "Resources",
        "What this plan cannot show yet",
        "What the checks say",
        "About this report",
    ];
    let empty = Plan::build(PlanDoc::new("p", "Plan", "Anyshire")).unwrap();
    for (plan, as_of) in [croydon(), worcestershire(), no_actions(), one_action(), (empty, day())] {
        let root = assert_sound(&page_of(&plan, as_of));
        let found: Vec<_> =
            root.all().iter().filter(|one| one.tag == "h2").map(|one| one.text()).collect();
        assert_eq!(found, headings);
    }
}

fn day() -> NaiveDate {
    "2026-11-02".parse().unwrap()
}

#[test]
fn the_first_screen_of_croydon_says_what_to_decide() {
    let (plan, as_of) = croydon();
    let root = assert_sound(&page_of(&plan, as_of));
    let main = root.find("main");
    let first = &main.children[..4];
    assert_eq!(
        first.iter().map(|one| one.tag.as_str()).collect::<Vec<_>>(),
        ["h1", "p", "dl", "section"]
    );
    assert!(first[1].text().starts_with("Of Ofsted's 21 recommendations to the council, 10 (48%)"));
    let lines: Vec<_> =
        first[3].all().iter().filter(|one| one.tag == "li").map(|one| one.text()).collect();
    assert!(lines.len() <= 7, "{lines:#?}");
    assert_eq!(
        lines,
        [
            "16 recommendations of inspectors have no action: 11 of 21 to the council, 5 of 5 to the \
             safeguarding board. Read the recommendations with no action",
            "7 actions fell due since the facts were gathered: ask how they went. 6 of them have no \
             lead. See what to ask about",
            "8 temporary arrangements have nothing lasting to follow; 7 of these have no known end. See \
             the temporary arrangements",
            "None of the 22 completed actions has evidence. See what this plan cannot show yet",
            "29 actions still to be done have no due date. See what has no date",
        ]
    );
}

#[test]
fn the_page_says_the_sentences_of_the_text() {
    for (plan, as_of) in [croydon(), worcestershire()] {
        let report = CoverageReport::new(&plan, as_of, &Rules::standard());
        let page = flat(&assert_sound(&report.to_html(&HtmlOptions::new()).unwrap()).text());
        for line in report.to_markdown().lines() {
            let is_sentence = line.ends_with('.') && !line.starts_with(['#', '|']);
            let plain = line.replace('\\', "");
            let said = plain.trim_start_matches([' ', '-']).trim();
            // The tables of the page have the cells of these records, not their sentence.
            let is_in_a_table = said.contains("Lead: ")
                || said.contains("No lead.")
                || said.contains("Recommendations and parts:");
            if is_sentence && !is_in_a_table && !said.contains("**") && !said.contains("Total: ") {
                let said = said.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
                let in_cells =
                    said.split(". ").all(|part| page.contains(part.trim_end_matches('.')));
                assert!(page.contains(&said) || in_cells, "{said}");
            }
        }
    }
}

/// The text of a sound page, without its head.
fn main_text(page: &str) -> String {
    flat(&assert_sound(page).find("main").text())
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn hostile_texts_change_no_element_and_no_attribute() {
    let (nasty, tame) = (hostile(), plain());
    // What the rules find depends on the texts.
    let codes = Rules::table().into_iter().map(|entry| entry.code());
    let none = codes.fold(Rules::standard(), |rules, code| rules.without(code.as_str()).unwrap());
    let skeleton = |plan: &Plan| {
        assert_sound(&page_of(plan, day()));
        let report = CoverageReport::new(plan, day(), &none);
        let root = assert_sound(&report.to_html(&HtmlOptions::new()).unwrap());
        let all = root.find("main").all();
        let one = |node: &Node| {
            let attributes = node.attributes.iter().map(|(name, value)| {
                // Where a text is drawn depends on its length, and some ids on the reference of the plan.
                let is_free = matches!(name.as_str(), "id" | "x" | "y" | "cx" | "cy" | "x1" | "x2");
                (name.clone(), if is_free { String::new() } else { value.clone() })
            });
            (node.tag.clone(), attributes.collect::<Vec<_>>())
        };
        all.into_iter().map(one).collect::<Vec<_>>()
    };
    let (one, other) = (skeleton(&nasty), skeleton(&tame));
    for (one, other) in one.iter().zip(&other) {
        assert_eq!(one, other);
    }
    assert_eq!(one.len(), other.len());
}

#[test]
fn hostile_texts_are_whole_and_their_direction_is_isolated() {
    let plan = hostile();
    let root = assert_sound(&page_of(&plan, day()));
    let text = flat(&root.text());
    for whole in plans::HOSTILE {
        let shown: String =
            whole.chars().filter(|one| !"\u{202e}\u{2066}\u{200f}".contains(*one)).collect();
        assert!(text.contains(&flat(&shown)), "{shown}");
    }
    assert_isolated(&root);
}

/// Asserts that the direction of each hostile text changes nothing around it.
fn assert_isolated(root: &Node) {
    let mut found = 0;
    root.visit_texts(&mut Vec::new(), &mut |words, path: &[&Node]| {
        if words.contains(plans::MARK) {
            found += 1;
            let is_isolated = path.iter().any(|one| {
                one.tag == "bdi"
                    || one.attribute("dir") == Some("auto")
                    || (one.tag == "text"
                        && one.attribute("class").is_some_and(|it| it.contains("theirs")))
                    || one.tag == "title"
            });
            let tags: Vec<_> = path.iter().map(|one| &one.tag).collect();
            assert!(is_isolated, "{words:?} in {tags:?}");
        }
    });
    assert!(found > 20, "{found}");
}

#[test]
fn nothing_is_called_punctual_that_cannot_be_late() {
    let doc = PlanDoc::new("p", "Plan", "Anyshire")
        .with_sources([Source::new("Inspection").with_reference("o").with_kind("inspection")])
        .with_recommendations([Recommendation::new("Do it.").with_reference("1").with_source("o")])
        .with_actions([Action::new("Do").with_answers(["1"])]);
    let undated = Plan::build(doc).unwrap();
    let text = main_text(&page_of(&undated, day()));
    assert!(
        text.contains(
            "Nothing can be called late: nothing that is still to be done has a due date."
        )
    );
    assert!(!text.contains("Nothing is late"));
    let (empty, as_of) = no_actions();
    let text = main_text(&page_of(&empty, as_of));
    assert!(text.contains("Nothing can be called late: the plan has no actions."), "{text}");
    assert!(!text.contains("100%"));
}

#[test]
fn one_is_worded_as_one() {
    let (plan, as_of) = one_action();
    let text = main_text(&page_of(&plan, as_of));
    assert!(
        text.contains("1 action was late when the facts were gathered, by 1 day. It has no lead."),
        "{text}"
    );
    for wrong in ["1 actions", "1 recommendations", "1 days", "1 months", "1 measures"] {
        assert!(!text.contains(&format!(" {wrong}")), "{wrong}: {text}");
    }
}

#[test]
fn large_plans_stay_readable() {
    for (actions, recommendations, most) in [(150, 40, 300_000), (600, 60, 1_000_000)] {
        let plan = sized(actions, recommendations);
        let page = page_of(&plan, day());
        assert_sound(&page);
        assert!(page.len() <= most, "{actions} actions: {} bytes", page.len());
        assert!(!page.contains("not on this page"), "{actions} actions");
    }
    let plan = sized(3_000, 3_000);
    let page = page_of(&plan, day());
    let text = flat(&assert_sound(&page).text());
    assert!(page.len() <= 1_000_000, "{} bytes", page.len());
    assert!(text.contains("2,950 more are not on this page: the workbook and JSON have all."));
    assert!(text.contains("Because the plan is large,"));
}

#[test]
fn the_same_plan_gives_the_same_page() {
    let (plan, as_of) = croydon();
    let again = Plan::build(plan.doc().clone()).unwrap();
    assert!(page_of(&plan, as_of) == page_of(&again, as_of));
}

const WORKING: &str = "Working copy, not for publication";

#[test]
fn a_working_copy_says_so_and_a_published_page_withholds() {
    let restricted = Recommendation::new("Secret words.").with_reference("2");
    let mut restricted = restricted;
    restricted.restricted = true;
    let doc = PlanDoc::new("p", "Plan", "Anyshire")
        .with_recommendations([Recommendation::new("Open words.").with_reference("1"), restricted])
        .with_actions([Action::new("Do").with_answers(["1"])]);
    let plan = Plan::build(doc).unwrap();
    let working = page_of(&plan, day());
    assert!(working.contains("Secret words.") && working.contains(WORKING));
    let published = plan.published();
    let report = CoverageReport::new(published.plan(), day(), &Rules::standard())
        .with_withheld(*published.withheld());
    let page = report.to_html(&HtmlOptions::new()).unwrap();
    assert!(!page.contains("Secret words.") && !page.contains(WORKING));
    assert!(
        flat(&assert_sound(&page).text()).contains("1 recommendation"),
        "what is withheld is counted"
    );
    let asked = HtmlOptions::new().with_view(HtmlView::Working).with_heading("Board <report>");
    let page = report.to_html(&asked).unwrap();
    let root = assert_sound(&page);
    assert_eq!(root.find("title").text(), format!("Board <report>: Plan ({WORKING})"));
    assert_eq!(root.find("h1").text(), "Board <report>: Plan");
    assert!(page.contains(WORKING));
}

#[test]
fn three_snapshots_show_a_course_and_two_do_not() {
    let (plan, as_of) = croydon();
    let days =
        ["2017-10-23", "2017-10-31", "2017-11-07"].map(|day| day.parse::<NaiveDate>().unwrap());
    let page = |number: usize| {
        let snapshots = days.iter().rev().take(number).map(|day| plan.snapshot(*day));
        CoverageReport::new(&plan, as_of, &Rules::standard())
            .with_snapshots(snapshots)
            .to_html(&HtmlOptions::new())
            .unwrap()
    };
    assert!(!main_text(&page(2)).contains("How far it has come over time"));
    let text = main_text(&page(3));
    assert!(text.contains("How far it has come over time"));
    assert!(
        text.contains("22 of 61 actions were complete on 23 October 2017; 22 of 61 actions"),
        "{text}"
    );
}

#[test]
fn what_changed_since_an_earlier_plan_comes_after_what_to_decide() {
    let (later, earlier) = (hostile(), plain());
    let before: NaiveDate = "2026-10-05".parse().unwrap();
    let report = CoverageReport::new(&later, day(), &Rules::standard())
        .with_progress(later.progress_since(&earlier, before, day()));
    let root = assert_sound(&report.to_html(&HtmlOptions::new()).unwrap());
    let headings: Vec<_> =
        root.all().iter().filter(|one| one.tag == "h2").map(|one| one.text()).collect();
    assert_eq!(
        headings[..3],
        ["To decide or to ask", "Contents", "What changed since 5 October 2026"]
    );
    assert_isolated(&root);
    let all = root.all();
    let tables = all.iter().filter(|one| one.tag == "table");
    let balances = tables.filter(|one| one.find("caption").text().starts_with("What there was"));
    let [balances] = balances.collect::<Vec<_>>()[..] else { panic!("one table of balances") };
    let rows = balances.find("tbody").all();
    let rows: Vec<_> = rows.iter().filter(|one| one.tag == "tr").collect();
    assert!(rows.len() >= 8, "{}", balances.text());
    for row in rows {
        let numbers = row.children.iter().skip(1).map(|cell| cell.text().parse::<i64>().unwrap());
        let [before, came, went, now] = numbers.collect::<Vec<_>>()[..] else { panic!() };
        assert_eq!(before + came - went, now, "{}", row.text());
    }
}

#[test]
fn faint_colours_are_refused() {
    let (plan, as_of) = one_action();
    let report = CoverageReport::new(&plan, as_of, &Rules::standard());
    let error =
        report.to_html(&HtmlOptions::new().with_bar_colour("#cccccc", "#ffffff")).unwrap_err();
    assert!(
        matches!(error, HtmlError::TooFaint { what: "bars", ground: "light", .. }),
        "{error:?}"
    );
    let error = report.to_html(&HtmlOptions::new().with_link_colour("blue", "#fff")).unwrap_err();
    assert_eq!(error.to_string(), "the colour \"blue\" for links is not written like #12436d");
    let page = report.to_html(&HtmlOptions::new().with_late_colour("#8b0000", "#ff9d9d")).unwrap();
    assert!(assert_sound(&page).find("style").text().contains("--late: #8b0000;"));
}

proptest! {
    #[test]
    fn every_generated_plan_gives_a_sound_page(doc in strategy::plan_doc(), as_of in strategy::as_of()) {
        let plan = Plan::build(doc).unwrap();
        assert_sound(&page_of(&plan, as_of));
    }
}

/// Writes the pages that `tests/browser/run` opens into the folder that `HTML_PAGES` names.
#[test]
#[ignore = "it writes files for a browser"]
fn write_pages_for_a_browser() {
    let folder = std::env::var("HTML_PAGES").expect("HTML_PAGES names a folder");
    let day = day();
    for (name, (plan, as_of)) in [
        ("croydon-2017", croydon()),
        ("worcestershire-2017", worcestershire()),
        ("no-actions", no_actions()),
        ("one-action", one_action()),
        ("six-hundred-actions", (sized(600, 60), day)),
        ("three-thousand-recommendations", (sized(3_000, 3_000), day)),
        ("hostile", (hostile(), day)),
    ] {
        let path = std::path::Path::new(&folder).join(format!("{name}.html"));
        let published = plan.published();
        let report = CoverageReport::new(published.plan(), as_of, &Rules::standard())
            .with_withheld(*published.withheld());
        std::fs::write(path, report.to_html(&HtmlOptions::new()).unwrap()).unwrap();
    }
    let pair = hostile().published_with(&plain());
    let before: NaiveDate = "2026-10-05".parse().unwrap();
    let report = CoverageReport::new(pair.later().plan(), day, &Rules::standard())
        .with_progress(pair.progress(before, day))
        .with_withheld(*pair.later().withheld());
    let path = std::path::Path::new(&folder).join("hostile-changed.html");
    std::fs::write(path, report.to_html(&HtmlOptions::new()).unwrap()).unwrap();
}
