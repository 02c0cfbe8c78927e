//! How each pallet is configured, one file per theme.

pub mod consensus;
pub mod fees;
pub mod governance;
pub mod market;
pub mod system;
