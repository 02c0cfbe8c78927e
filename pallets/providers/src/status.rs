//! The life of a provider, in one `match`.

use tradewind_primitives::ProviderStatus::{self, *};

/// Whether a provider may go from `old` to `new`.
pub fn may_become(old: ProviderStatus, new: ProviderStatus) -> bool {
	match (old, new) {
		(Active, Draining) | (Draining, Active) => true,
		(Active | Draining, Suspended) => true,
		// A provider that had too little collateral to sell at once goes on as a draining one.
		(Suspended, Active | Draining) => true,
		// Nobody is kept against their will.
		(Active | Draining | Suspended, Retired) => true,
		(Retired, _) => false,
		(Active, Active) | (Draining, Draining) | (Suspended, Suspended) => false,
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const ALL: [ProviderStatus; 4] = [Active, Draining, Suspended, Retired];

	#[test]
	fn nothing_comes_back_from_retirement() {
		assert!(ALL.into_iter().all(|new| !may_become(Retired, new)));
	}

	#[test]
	fn everyone_may_retire_once() {
		assert!([Active, Draining, Suspended].into_iter().all(|old| may_become(old, Retired)));
	}

	#[test]
	fn no_status_becomes_itself() {
		assert!(ALL.into_iter().all(|status| !may_become(status, status)));
	}
}
