//! A page as a tree, parsed by html5ever, which parses as browsers do.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// An element, or a text with an empty tag.
#[derive(Debug, Clone, Default)]
pub(super) struct Node {
    pub(super) tag: String,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) children: Vec<Node>,
    words: String,
    texts: Vec<(usize, String)>,
}

/// Returns the tree, and what the parser complains about.
pub(super) fn parse(page: &str) -> (Node, Vec<String>) {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(page);
    let errors = dom.errors.borrow().iter().map(ToString::to_string).collect();
    (node(&dom.document), errors)
}

fn node(handle: &Handle) -> Node {
    let mut found = Node::default();
    if let NodeData::Element { name, attrs, .. } = &handle.data {
        found.tag = name.local.to_string();
        let attributes = attrs.borrow();
        let pair = |one: &html5ever::Attribute| (one.name.local.to_string(), one.value.to_string());
        found.attributes = attributes.iter().map(pair).collect();
    }
    for child in handle.children.borrow().iter() {
        match &child.data {
            NodeData::Text { contents } => {
                let words = contents.borrow().to_string();
                found.words.push_str(&words);
                found.texts.push((found.children.len(), words));
            }
            NodeData::Element { .. } => {
                let child = node(child);
                found.words.push_str(&child.words);
                found.children.push(child);
            }
            _ => {}
        }
    }
    found
}

impl Node {
    /// Returns it and everything inside it, in document order.
    pub(super) fn all(&self) -> Vec<&Self> {
        let mut found = vec![self];
        for child in &self.children {
            found.extend(child.all());
        }
        found
    }

    /// Returns the first element with a tag.
    pub(super) fn find(&self, tag: &str) -> &Self {
        self.all().into_iter().find(|one| one.tag == tag).unwrap_or_else(|| panic!("no {tag}"))
    }

    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Returns the text in it.
    pub(super) fn text(&self) -> String {
        self.words.clone()
    }

    /// Calls with each text and the elements around it, outermost first.
    pub(super) fn visit_texts<'n>(
        &'n self,
        path: &mut Vec<&'n Self>,
        call: &mut impl FnMut(&str, &[&Self]),
    ) {
        path.push(self);
        for (_, words) in &self.texts {
            call(words, path);
        }
        for child in &self.children {
            child.visit_texts(path, call);
        }
        path.pop();
    }
}
