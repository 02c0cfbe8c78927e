//! The price level of a class, and how it moves.

use crate::{
	chain::{self, runtime_types::pallet_tradewind_marketplace::index},
	connection::State,
	convert::{Factor, Share},
	error::Result,
	ClassId, Timestamp,
};
use serde::Serialize;
use subxt::utils::Static;

/// The price level of a class at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Index {
	/// How it moves.
	pub policy: Policy,
	/// The factor on the unit prices of indexed offers.
	pub level: Factor,
	/// The moment.
	pub at: Timestamp,
	/// What everybody can lease and somebody has leased, in units of the gauge.
	pub used: u64,
	/// What everybody can lease, leased or not.
	pub offered: u64,
}

/// How a level moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Policy {
	/// By which resource use is measured.
	pub gauge: Gauge,
	/// The use at which the level stands still.
	pub target: Share,
	/// How much the level would move in a day if use were a whole away from the target.
	pub slope: Factor,
	/// The lowest level.
	pub floor: Factor,
	/// The highest level.
	pub cap: Factor,
}

/// The resource by which the use of a class is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Gauge {
	/// Processor time, in thousandths of a core.
	Cpu,
	/// Memory, in MiB.
	Memory,
	/// Disk, in MiB.
	Disk,
	/// Graphics processors.
	Gpu,
	/// Outgoing bandwidth, in Mbit/s.
	Egress,
}

/// A point in the history of a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Sample {
	/// When.
	pub at: Timestamp,
	/// Where the level stood.
	pub level: Factor,
	/// What part had been in use until then.
	pub usage: Share,
}

impl Index {
	/// The part that is in use; `None` when nothing is offered.
	pub fn usage(&self) -> Option<Share> {
		(self.offered > 0).then(|| Share::of(self.used, self.offered))
	}
}

impl From<index::Index> for Index {
	fn from(index: index::Index) -> Self {
		let policy = Policy::from(index.policy);
		let gauged = |volume: &index::Volume| match policy.gauge {
			Gauge::Cpu => volume.cpu_millis,
			Gauge::Memory => volume.memory_mib,
			Gauge::Disk => volume.disk_mib,
			Gauge::Gpu => volume.gpus,
			Gauge::Egress => volume.egress_mbps,
		};
		Self {
			policy,
			level: index.level.into(),
			at: index.at.0,
			used: gauged(&index.used),
			offered: gauged(&index.offered),
		}
	}
}

impl From<index::Policy> for Policy {
	fn from(policy: index::Policy) -> Self {
		Self {
			gauge: match policy.gauge {
				index::Gauge::Cpu => Gauge::Cpu,
				index::Gauge::Memory => Gauge::Memory,
				index::Gauge::Disk => Gauge::Disk,
				index::Gauge::Gpu => Gauge::Gpu,
				index::Gauge::Egress => Gauge::Egress,
			},
			target: policy.target.into(),
			slope: policy.slope.into(),
			floor: policy.floor.into(),
			cap: policy.cap.into(),
		}
	}
}

impl From<index::Sample> for Sample {
	fn from(sample: index::Sample) -> Self {
		Self { at: sample.at.0, level: sample.level.into(), usage: sample.usage.into() }
	}
}

impl State {
	/// The index of a class at this block.
	pub async fn index(&self, class: ClassId) -> Result<Option<Index>> {
		let views = chain::view_functions().marketplace();
		Ok(self.view(views.index_of(Static(class))).await?.map(Into::into))
	}

	/// The history of the index of a class, oldest first, up to this block.
	pub async fn index_history(&self, class: ClassId) -> Result<Vec<Sample>> {
		let views = chain::view_functions().marketplace();
		let samples = self.view(views.index_history(Static(class))).await?;
		Ok(samples.into_iter().map(Into::into).collect())
	}
}
