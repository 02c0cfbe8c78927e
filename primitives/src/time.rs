//! Time as the chain knows it: whole seconds since the Unix epoch.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// A length of time in whole seconds.
pub type Seconds = u64;

/// A moment: whole seconds since the Unix epoch.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct Timestamp(pub u64);

impl Timestamp {
	/// Seconds from `earlier` to `self`; 0 when `earlier` lies ahead, because a clock that stands
	/// still or was read out of order must never bill.
	pub fn since(self, earlier: Timestamp) -> Seconds {
		self.0.saturating_sub(earlier.0)
	}

	/// The moment `seconds` later. Saturates at the end of time, which no block reaches.
	pub fn plus(self, seconds: Seconds) -> Timestamp {
		Timestamp(self.0.saturating_add(seconds))
	}
}

/// Where a pallet reads the time from.
pub trait Clock {
	/// The time of the block being executed.
	fn now() -> Timestamp;

	/// Sets the clock, for benchmarks that need time to pass.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_now(now: Timestamp);
}
