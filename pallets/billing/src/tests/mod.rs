//! One file per call or seam.

mod accounts;
mod claim;
mod corruption;
mod invariants;
mod readme;
mod reference;
mod settle;
mod streams;
