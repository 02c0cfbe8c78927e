//! One file per call and per seam.

mod collect;
mod coverage;
mod genesis;
mod invariants;
mod liveness;
mod maintenance;
mod outage;
mod remove_tier;
mod set_tier;
