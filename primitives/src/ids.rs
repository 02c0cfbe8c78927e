//! Identifiers. Each is its own type so that a lease can never be passed where a task is meant;
//! on the wire each is a plain integer.

use codec::{CompactAs, Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

macro_rules! id {
	($(#[$doc:meta])* $name:ident($inner:ty)) => {
		$(#[$doc])*
		#[derive(
			Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode,
			DecodeWithMemTracking, CompactAs, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
		)]
		pub struct $name(pub $inner);

		impl $name {
			/// The id after this one, or `None` when the numbers are used up.
			pub fn next(self) -> Option<Self> {
				self.0.checked_add(1).map(Self)
			}
		}

		impl From<$inner> for $name {
			fn from(inner: $inner) -> Self {
				Self(inner)
			}
		}
	};
}

id!(
	/// A class of comparable hardware, registered by governance.
	ClassId(u16)
);
id!(
	/// A provider's offer of capacity in one class.
	OfferId(u64)
);
id!(
	/// Resources reserved at one provider at a locked rate. A lease has the number of the stream
	/// that pays for it.
	LeaseId(u64)
);
id!(
	/// A request for which providers bid.
	AuctionId(u64)
);
id!(
	/// A prepaid billing account (a "tab").
	TabId(u64)
);
id!(
	/// A rate that flows from a billing account to its payees. The streams of an account are
	/// numbered from 0 on; in decimal, the last nine digits of the id are that number, and what
	/// stands before them is the account. So the account is known without looking anything up,
	/// and accounts do not share a counter.
	StreamId(u64)
);
id!(
	/// A channel of vouchers from a billing account to one payee.
	ChannelId(u64)
);
id!(
	/// A workload.
	TaskId(u64)
);
id!(
	/// A service level: what is promised and what a breach costs.
	TierId(u8)
);

/// How many streams an account can ever have.
pub const STREAMS_OF_TAB: u64 = 1_000_000_000;

impl StreamId {
	/// The stream of an account with this number; `None` when there is no such id.
	pub fn of(tab: TabId, number: u32) -> Option<Self> {
		if u64::from(number) >= STREAMS_OF_TAB {
			return None;
		}
		tab.0.checked_mul(STREAMS_OF_TAB)?.checked_add(number.into()).map(Self)
	}

	/// The account that pays.
	pub fn tab(self) -> TabId {
		TabId(self.0 / STREAMS_OF_TAB)
	}
}

impl From<StreamId> for LeaseId {
	fn from(stream: StreamId) -> Self {
		Self(stream.0)
	}
}

impl From<LeaseId> for StreamId {
	fn from(lease: LeaseId) -> Self {
		Self(lease.0)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_stream_tells_its_account() {
		let highest = TabId(u64::MAX / STREAMS_OF_TAB - 1);
		for (tab, number) in [(TabId(0), 0), (TabId(12), 3), (highest, 999_999_999)] {
			let stream = StreamId::of(tab, number).expect("there is such an id");
			assert_eq!((stream.tab(), stream.0 % STREAMS_OF_TAB), (tab, number.into()));
		}
		assert_eq!(StreamId::of(TabId(12), 3), Some(StreamId(12_000_000_003)));
		assert_eq!(StreamId::of(TabId(0), 1_000_000_000), None);
		assert_eq!(StreamId::of(TabId(u64::MAX), 0), None);
	}
}
