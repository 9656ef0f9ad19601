//! What may be published of a plan: everything but what is restricted, what belongs to it, and the
//! free text of updates.

mod hidden;
mod kept_links;
#[expect(clippy::module_inception, reason = "the noun after which the folder is named")]
mod published;
mod strip;
mod waivers;
mod withheld;

pub use published::Published;
pub use withheld::Withheld;
