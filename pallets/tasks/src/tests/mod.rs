//! One file per call, one for what falls due, one for want of money, one for the invariants.

mod agenda;
mod cancel;
mod decline;
mod drop_task;
mod invariants;
mod out_of_funds;
mod report;
mod start;
mod submit;
