//! Owners: the post, team or body that does an action.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use crate::text::written;
use crate::vocabulary::open_words;

open_words! {
    /// What an owner does for an action.
    OwnerRole {
        /// Leads it.
        Lead = "lead",
        /// Supports it.
        Support = "support",
        /// Takes part from another body.
        Partner = "partner",
    }
}

/// An owner of an action. In a document it is either a text (`"Chair / DCS"`, not split) or an
/// object with a post, a body and a role.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Owner {
    /// A text, as written.
    Text(String),
    /// A post, its body and its role.
    Post(Post),
}

/// A post, the body it belongs to, and what it does for the action.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "an owner: a text, or an object with post, body and role")]
#[non_exhaustive]
pub struct Post {
    /// The post, such as `HR Business Partner`. Never a person's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<String>,
    /// The body, such as `NHS ICB`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// What it does for the action.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<OwnerRole>,
}

impl Owner {
    /// Creates an owner from a post.
    #[must_use]
    pub fn post(post: impl Into<String>) -> Self {
        Self::Post(Post { post: Some(post.into()), ..Post::default() })
    }

    /// Creates an owner from a body, if no post is known.
    #[must_use]
    pub fn body(body: impl Into<String>) -> Self {
        Self::Post(Post { body: Some(body.into()), ..Post::default() })
    }

    /// Sets the body. A text becomes the post.
    #[must_use]
    pub fn with_body(self, body: impl Into<String>) -> Self {
        let mut post = self.into_post();
        post.body = Some(body.into());
        Self::Post(post)
    }

    /// Sets the role. A text becomes the post.
    #[must_use]
    pub fn with_role(self, role: impl Into<OwnerRole>) -> Self {
        let mut post = self.into_post();
        post.role = Some(role.into());
        Self::Post(post)
    }

    /// Returns the text to print: the text, the post or the body, whichever is the first that is
    /// not blank.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => written(Some(text)),
            Self::Post(owner) => {
                written(owner.post.as_ref()).or_else(|| written(owner.body.as_ref()))
            }
        }
    }

    /// Returns the text, or the post and the body, unless blank.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let (first, second) = match self {
            Self::Text(text) => (Some(text), None),
            Self::Post(owner) => (owner.post.as_ref(), owner.body.as_ref()),
        };
        [first, second].into_iter().filter_map(written)
    }

    /// Returns the body, if one is given and not blank.
    #[must_use]
    pub fn body_name(&self) -> Option<&str> {
        match self {
            Self::Text(_) => None,
            Self::Post(owner) => written(owner.body.as_ref()),
        }
    }

    /// Returns whether the owner is marked as the lead.
    #[must_use]
    pub fn is_marked_lead(&self) -> bool {
        matches!(self, Self::Post(owner) if owner.role == Some(OwnerRole::Lead))
    }

    fn into_post(self) -> Post {
        match self {
            Self::Text(text) => Post { post: Some(text), ..Post::default() },
            Self::Post(post) => post,
        }
    }
}

impl From<&str> for Owner {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Owner {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl Serialize for Owner {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Post(post) => post.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Owner {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OwnerVisitor)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Owner {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Owner".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "An owner of an action: a text such as `Chair / DCS`, which is not split, or \
                            an object with a post, a body and a role.",
            "anyOf": [{ "type": "string" }, generator.subschema_for::<Post>()],
        })
    }
}

/// Reads either form and keeps the path of an error, which an untagged enum would lose.
struct OwnerVisitor;

impl<'de> Visitor<'de> for OwnerVisitor {
    type Value = Owner;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an owner: a text, or an object with post, body and role")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Owner, E> {
        Ok(Owner::Text(text.to_owned()))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Owner, E> {
        Ok(Owner::Text(text))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Owner, A::Error> {
        Post::deserialize(MapAccessDeserializer::new(map)).map(Owner::Post)
    }
}
