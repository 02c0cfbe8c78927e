//! One file per call, one for what falls due, one for want of money, one for leases that are taken
//! back, one for providers that leave, one for what is given back, one for the pages of attempts,
//! one for the invariants.

mod agenda;
mod cancel;
mod decline;
mod drop_task;
mod invariants;
mod out_of_funds;
mod provider_left;
mod reclaimed;
mod refund;
mod report;
mod slots;
mod start;
mod submit;
