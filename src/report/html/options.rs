//! What a caller can choose about the page.

use super::colour::Pair;
use super::error::HtmlError;
use super::style::Palette;

/// For whom a page is made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum HtmlView {
    /// To publish, from the plan that [`Plan::published`](crate::Plan::published) returns.
    #[default]
    Published,
    /// To work with. The page says `Working copy, not for publication` at its top and in its title.
    Working,
}

/// What can be chosen about the page of a [`CoverageReport`](crate::CoverageReport).
///
/// The order, the words and the patterns of the page cannot be changed: a page that could be rebuilt from
/// outside could not promise that every text is escaped and every figure explained.
///
/// ```
/// use improvement_plan::report::{HtmlOptions, HtmlView};
///
/// let options = HtmlOptions::new()
///     .with_heading("Progress report")
///     .with_view(HtmlView::Working)
///     .with_bar_colour("#00625a", "#7fd4c9");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HtmlOptions {
    heading: Option<String>,
    view: HtmlView,
    bars: Option<[String; 2]>,
    late: Option<[String; 2]>,
    links: Option<[String; 2]>,
}

impl HtmlOptions {
    /// Creates the default options: a page to publish, headed `Coverage report`.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the words before the title of the plan, instead of `Coverage report`.
    #[must_use]
    pub fn with_heading(mut self, heading: impl Into<String>) -> Self {
        self.heading = Some(heading.into());
        self
    }

    /// Sets for whom the page is made.
    #[must_use]
    pub fn with_view(mut self, view: HtmlView) -> Self {
        self.view = view;
        self
    }

    /// Sets the colour of bars and marks on a light and on a dark ground, each like `#12436d`. Each needs a
    /// contrast of at least 3 to its ground.
    #[must_use]
    pub fn with_bar_colour(mut self, light: impl Into<String>, dark: impl Into<String>) -> Self {
        self.bars = Some([light.into(), dark.into()]);
        self
    }

    /// Sets the colour of what is late on a light and on a dark ground. Each needs a contrast of at least
    /// 4.5 to its ground, because words have it too.
    #[must_use]
    pub fn with_late_colour(mut self, light: impl Into<String>, dark: impl Into<String>) -> Self {
        self.late = Some([light.into(), dark.into()]);
        self
    }

    /// Sets the colour of links on a light and on a dark ground. Each needs a contrast of at least 4.5 to
    /// its ground.
    #[must_use]
    pub fn with_link_colour(mut self, light: impl Into<String>, dark: impl Into<String>) -> Self {
        self.links = Some([light.into(), dark.into()]);
        self
    }

    pub(super) fn heading(&self) -> Option<&str> {
        self.heading.as_deref().map(str::trim).filter(|heading| !heading.is_empty())
    }

    pub(super) fn view(&self) -> HtmlView {
        self.view
    }

    /// Returns the colours of the page.
    pub(super) fn palette(&self) -> Result<Palette, HtmlError> {
        const SHAPES: f64 = 3.0;
        const TEXT: f64 = 4.5;
        let pair = |what, given: &Option<[String; 2]>, usual, least| match given {
            Some([light, dark]) => Pair::checked(what, light, dark, least),
            None => Ok(usual),
        };
        let usual = Palette::default();
        Ok(Palette {
            bars: pair("bars", &self.bars, usual.bars, SHAPES)?,
            late: pair("late items", &self.late, usual.late, TEXT)?,
            links: pair("links", &self.links, usual.links, TEXT)?,
        })
    }
}
