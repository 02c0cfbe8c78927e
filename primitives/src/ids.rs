//! Identifiers. Each is its own type so that a lease can never be passed where a task is meant;
//! on the wire each is a plain integer.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

macro_rules! id {
	($(#[$doc:meta])* $name:ident($inner:ty)) => {
		$(#[$doc])*
		#[derive(
			Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode,
			DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
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
	/// Resources reserved at one provider at a locked rate.
	LeaseId(u64)
);
id!(
	/// A prepaid billing account (a "tab").
	TabId(u64)
);
id!(
	/// A rate that flows from a billing account to its payees.
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
