//! The published plan: everything except restricted records, what belongs to them, and the free
//! text of updates.

mod hidden;
mod kept_links;
#[expect(clippy::module_inception, reason = "the noun after which the folder is named")]
mod published;
mod strip;
mod waivers;
mod withheld;

pub use published::Published;
pub use withheld::Withheld;
