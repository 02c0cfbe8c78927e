//! What is bought and sold: a vector of capacities, and the price of a unit of each.

use crate::{Balance, Rate};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// A capacity vector: what an offer holds, what a workload needs.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct Resources {
	/// Processor time, in thousandths of a core.
	pub cpu_millis: u32,
	/// Memory, in MiB.
	pub memory_mib: u32,
	/// Scratch disk, in MiB.
	pub disk_mib: u32,
	/// Graphics processors, whole.
	pub gpus: u32,
	/// Outgoing bandwidth, in Mbit/s.
	pub egress_mbps: u32,
}

impl Resources {
	/// Whether all of `self` fits into `room`.
	pub fn fits(&self, room: &Resources) -> bool {
		room.checked_sub(self).is_some()
	}

	/// Whether nothing at all is asked for.
	pub fn is_zero(&self) -> bool {
		*self == Self::default()
	}

	/// The sum, or `None` when a component overflows.
	pub fn checked_add(&self, other: &Resources) -> Option<Resources> {
		self.zip(other, u32::checked_add)
	}

	/// The difference, or `None` when `other` is larger in a component.
	pub fn checked_sub(&self, other: &Resources) -> Option<Resources> {
		self.zip(other, u32::checked_sub)
	}

	/// The smaller of both, component by component.
	pub fn least(&self, other: &Resources) -> Resources {
		// Nothing is larger than the largest number.
		self.zip(other, |one, other| Some(one.min(other))).unwrap_or_default()
	}

	fn zip(&self, other: &Self, op: impl Fn(u32, u32) -> Option<u32>) -> Option<Self> {
		Some(Self {
			cpu_millis: op(self.cpu_millis, other.cpu_millis)?,
			memory_mib: op(self.memory_mib, other.memory_mib)?,
			disk_mib: op(self.disk_mib, other.disk_mib)?,
			gpus: op(self.gpus, other.gpus)?,
			egress_mbps: op(self.egress_mbps, other.egress_mbps)?,
		})
	}
}

/// Kinds of program that machines can run, as a set of bits. Bits that have no name here may be
/// used by agents that know better.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct Runtimes(pub u8);

impl Runtimes {
	/// WebAssembly modules.
	pub const WASM: Self = Self(1);
	/// Container images.
	pub const CONTAINER: Self = Self(2);

	/// Whether all of `wanted` are among them.
	pub fn include(self, wanted: Self) -> bool {
		self.0 & wanted.0 == wanted.0
	}
}

/// The price of a unit of each resource for one second, in planck of the offer's asset.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct UnitPrices {
	/// Per core and second.
	#[codec(compact)]
	pub cpu: Balance,
	/// Per GiB of memory and second.
	#[codec(compact)]
	pub memory: Balance,
	/// Per GiB of disk and second.
	#[codec(compact)]
	pub disk: Balance,
	/// Per graphics processor and second.
	#[codec(compact)]
	pub gpu: Balance,
	/// Per Mbit/s and second.
	#[codec(compact)]
	pub egress: Balance,
}

impl UnitPrices {
	/// What `needs` cost per second. Each term is rounded up, so that nothing that has a price is
	/// free. `None` on overflow.
	pub fn rate(&self, needs: &Resources) -> Option<Rate> {
		let terms = [
			(self.cpu, needs.cpu_millis, 1000),
			(self.memory, needs.memory_mib, 1024),
			(self.disk, needs.disk_mib, 1024),
			(self.gpu, needs.gpus, 1),
			(self.egress, needs.egress_mbps, 1),
		];
		terms
			.into_iter()
			.try_fold(0, |sum: Balance, (price, quantity, unit)| {
				let term = price.checked_mul(Balance::from(quantity))?.div_ceil(unit);
				sum.checked_add(term)
			})
			.map(Rate)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const NEEDS: Resources =
		Resources { cpu_millis: 1500, memory_mib: 512, disk_mib: 1, gpus: 0, egress_mbps: 2 };

	#[test]
	fn a_rate_is_the_sum_of_its_terms_rounded_up() {
		let prices = UnitPrices { cpu: 1000, memory: 100, disk: 10, gpu: 7, egress: 3 };
		assert_eq!(prices.rate(&NEEDS), Some(Rate(1500 + 50 + 1 + 6)));
	}

	#[test]
	fn a_rate_that_overflows_is_refused() {
		let prices = UnitPrices { cpu: u128::MAX, ..Default::default() };
		assert_eq!(prices.rate(&NEEDS), None);
		assert_eq!(prices.rate(&Resources::default()), Some(Rate(0)));
	}

	#[test]
	fn runtimes_include_what_they_have_all_of() {
		let both = Runtimes(Runtimes::WASM.0 | Runtimes::CONTAINER.0);
		assert!(both.include(Runtimes::WASM) && both.include(both));
		assert!(!Runtimes::WASM.include(both));
		assert!(Runtimes::default().include(Runtimes::default()));
		assert!(!Runtimes::default().include(Runtimes::WASM));
	}

	#[test]
	fn fitting_means_every_component_fits() {
		let room = Resources { cpu_millis: 2000, ..NEEDS };
		assert!(NEEDS.fits(&room));
		assert!(!room.fits(&NEEDS));
		assert_eq!(room.checked_sub(&NEEDS).map(|left| left.cpu_millis), Some(500));
		assert!(Resources { gpus: u32::MAX, ..NEEDS }
			.checked_add(&Resources { gpus: 1, ..NEEDS })
			.is_none());
	}
}
