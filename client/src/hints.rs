//! What a user may do about a refusal. What an error means is said by the runtime's own
//! documentation; here stands the next step, where there is an obvious one.

mod steps;

use steps::STEPS;

/// The next step after a pallet's refusal.
pub(crate) fn for_pallet(pallet: &str, error: &str) -> Option<&'static str> {
	let (_, steps) = STEPS.iter().find(|(of, _)| *of == pallet)?;
	steps.iter().find(|(name, _)| *name == error).map(|(_, step)| *step)
}

/// The next step after the pool's refusal.
pub(crate) fn for_pool(reason: &str) -> Option<&'static str> {
	let reason = reason.to_ascii_lowercase();
	if reason.contains("inability to pay") {
		return Some("the signer has no money for the fee");
	}
	if reason.contains("exhausts the resources") || reason.contains("too large") {
		return Some(
			"the transaction is too large for a block; put the payload elsewhere with \
			 --payload-out and --payload-uri",
		);
	}
	if reason.contains("ancient birth block") || reason.contains("outdated") {
		return Some("it took too long; do it again");
	}
	None
}

/// Whether the pool refused because another transaction of the same key came in between.
pub(crate) fn is_race(reason: &str) -> bool {
	let reason = reason.to_ascii_lowercase();
	["outdated", "priority is too low", "usurped", "stale"]
		.into_iter()
		.any(|word| reason.contains(word))
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Decode;
	use subxt::Metadata;

	/// The pallets whose errors all have a next step.
	const OWN: [&str; 5] = ["Billing", "Marketplace", "Providers", "Sla", "Tasks"];

	/// The names of the errors of a pallet.
	fn errors(metadata: &Metadata, pallet: &str) -> Vec<String> {
		let of = metadata.pallet_by_name(pallet).unwrap_or_else(|| panic!("no {pallet}"));
		of.error_variants().unwrap().iter().map(|variant| variant.name.clone()).collect()
	}

	#[test]
	fn there_is_every_error_that_has_a_next_step() {
		let metadata = Metadata::decode(&mut &include_bytes!("../metadata.scale")[..]).unwrap();
		for (pallet, steps) in STEPS {
			if ["Token", "Dispatch"].contains(&pallet) {
				continue;
			}
			let known = errors(&metadata, pallet);
			for (error, _) in steps {
				let is_known = known.iter().any(|name| name == error);
				assert!(is_known, "{pallet} has no {error}, only {known:?}");
			}
		}
	}

	#[test]
	fn every_error_of_the_market_has_a_next_step() {
		let metadata = Metadata::decode(&mut &include_bytes!("../metadata.scale")[..]).unwrap();
		for pallet in OWN {
			for error in errors(&metadata, pallet) {
				let step = for_pallet(pallet, &error);
				assert!(step.is_some(), "nothing is said about {pallet}::{error}");
			}
		}
	}

	#[test]
	fn a_race_is_told_from_a_lack_of_money() {
		assert!(is_race("Invalid Transaction: Transaction is outdated"));
		assert!(is_race("Priority is too low: (1 vs 1)"));
		assert!(!is_race("Inability to pay some fees"));
		assert!(for_pool("Invalid Transaction: Inability to pay some fees").is_some());
	}

	#[test]
	fn unknown_refusals_get_no_advice() {
		assert!(for_pallet("Tasks", "NotSealed").is_some());
		assert_eq!(for_pallet("Staking", "NotStash"), None);
	}
}
