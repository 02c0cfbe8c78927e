//! One file per call, seam or subject.

mod accounts;
mod adjust;
mod bounds;
mod budget_and_alert;
mod channels;
mod claim;
mod corruption;
mod delegates;
mod fees;
mod footprint;
mod forfeit;
mod freeze;
mod grace;
mod invariants;
mod managed;
mod policy;
mod public_streams;
mod rates;
mod readme;
mod reference;
mod resume;
mod settle;
mod settle_many;
mod streams;
mod sweep;
