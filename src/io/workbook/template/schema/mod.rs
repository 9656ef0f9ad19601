//! The one table of sheets and columns that the workbook is written by and read by.

mod actions;
mod cover;
mod evidence;
mod measures;
mod milestones;
mod others;
mod recommendations;
mod records;
mod sources;

pub(super) use actions::ACTIONS;
pub(super) use cover::{LEGEND, PLAN, ROLES};
pub(super) use evidence::EVIDENCE;
pub(super) use measures::{COMPARATORS, MEASURES, READINGS, TARGETS};
pub(super) use milestones::{DATE_CHANGES, MILESTONES};
pub(super) use others::{RESOURCES, UPDATES, WAIVERS, WORKSTREAMS};
pub(super) use recommendations::{ASSESSMENTS, RECOMMENDATIONS};
pub(super) use sources::SOURCES;
