//! What a user may do about a refusal. What an error means is said by the runtime's own
//! documentation; here stands the next step, where there is an obvious one.

const POOR: &str = "the signer's own balance is too low for the amount, its deposit and the fee";
const NO_ACCOUNT: &str = "see `tradewind account list`, or open one with `tradewind account open`";
const NO_STREAM: &str = "see `tradewind stream list`; a stream that closed is in `tradewind bill`";
const NO_CHANNEL: &str = "see `tradewind voucher list`";
const OTHER_ASSET: &str = "choose an account in the asset of the offers with --account";
const NO_PROVIDER: &str = "see `tradewind provider list`";
const UNBONDING: &str = "see when each part is ready with `tradewind provider show`";
const ATTRIBUTES: &str = "see `tradewind provider attribute list`";
const INDEXED: &str = "--floor and --cap are above 0, in order, and at most 1000";
const DRAIN: &str =
	"drain first with `tradewind provider drain` and wait until the last lease closes";

/// Pallet, error, next step.
const STEPS: [(&str, &str, &str); 83] = [
	(
		"Billing",
		"InsufficientFunds",
		"top the account up with `tradewind account top-up`, or ask for less: what is prepaid is \
		 reserved at once, and the rest needs a while of runway",
	),
	("Billing", "UnknownAccount", NO_ACCOUNT),
	("Billing", "UnknownStream", NO_STREAM),
	("Billing", "NotOwner", "sign with the key that opened the account, or with a delegate's"),
	("Billing", "BelowMinimum", "pay in more"),
	("Billing", "StreamsOpen", "wait for what draws on it, or end it: `tradewind stream list`"),
	("Billing", "ChannelsOpen", "close its channels first: `tradewind voucher list`"),
	("Billing", "PayoutsOwed", "deliver them first with `tradewind account claim`"),
	("Billing", "BadPayees", "write each payee as ADDRESS=PERCENT; together they are 100%"),
	("Billing", "AssetMismatch", OTHER_ASSET),
	("Billing", "CapTooSmall", "ask for a larger --cap or more --max-seconds, or prepay it"),
	("Billing", "AccountFrozen", "top the account up with `tradewind account top-up`"),
	("Billing", "NotAllowed", "ask the owner of the account for the role `manage`"),
	("Billing", "DailyCapReached", "wait for the next day of UTC, or ask the owner for more"),
	("Billing", "TooManyDelegates", "remove one with `tradewind account delegate remove`"),
	("Billing", "UnknownDelegate", "see `tradewind account delegate list`"),
	("Billing", "Managed", "change what it pays for instead, for instance `tradewind task cancel`"),
	("Billing", "NotFlowing", "see how it stands with `tradewind stream show`"),
	("Billing", "NotPaused", "see how it stands with `tradewind stream show`"),
	("Billing", "PausedByOther", "only the side that paused it can resume it"),
	("Billing", "NotPayee", "sign with the key of a payee"),
	("Billing", "UnknownChannel", NO_CHANNEL),
	("Billing", "AlreadyClosing", "see when it closes with `tradewind voucher list`"),
	("Billing", "NothingToRedeem", "each voucher has to promise more than the one before"),
	("Billing", "VoucherExpired", "ask for one that is valid longer"),
	("Billing", "BadSignature", "check it with `tradewind voucher check`"),
	("Billing", "AboveDeposit", "have the channel topped up: `tradewind voucher top-up`"),
	("Marketplace", "UnknownTab", NO_ACCOUNT),
	("Marketplace", "AssetMismatch", OTHER_ASSET),
	("Marketplace", "UnknownClass", "see `tradewind offer classes`"),
	("Marketplace", "UnknownTier", "see `tradewind sla tiers`"),
	("Marketplace", "UnknownOffer", "see `tradewind offer list`"),
	("Marketplace", "NotOwner", "sign with the key of the provider that made the offer"),
	("Marketplace", "UnknownProvider", NO_PROVIDER),
	("Marketplace", "ProviderGone", NO_PROVIDER),
	("Marketplace", "NotActive", "resume first with `tradewind provider resume`"),
	("Marketplace", "BelowLeased", "offer at least what is leased, or wait until leases close"),
	("Marketplace", "TooManyOffers", "withdraw one with `tradewind offer withdraw`"),
	("Marketplace", "LeasesRunning", DRAIN),
	("Marketplace", "BadPricing", INDEXED),
	("Marketplace", "BadRegion", "write a region in visible ASCII, such as eu-north"),
	("Marketplace", "BadTerm", "--max-term is above 0 and not below --min-term"),
	("Marketplace", "NoRuntime", "say what can be run with --runtime"),
	("Marketplace", "Overpriced", "lower the prices, the capacity or --cap"),
	("Marketplace", "NotPaused", "see how it stands with `tradewind offer show`"),
	("Marketplace", "AlreadyPaused", "see how it stands with `tradewind offer show`"),
	("Sla", "UnknownTier", "see `tradewind sla tiers`"),
	("Sla", "ShortNotice", "announce it at least a day ahead"),
	("Sla", "AllowanceUsed", "see what is left with `tradewind sla provider`"),
	("Sla", "AlreadyAnnounced", "call it off first: `tradewind provider maintenance cancel`"),
	("Sla", "NotAnnounced", "see `tradewind sla provider`"),
	("Providers", "AlreadyRegistered", "change it with `tradewind provider update`"),
	("Providers", "NotFound", NO_PROVIDER),
	("Providers", "WrongStatus", "see where it stands with `tradewind provider show`"),
	("Providers", "KeyInUse", "use another key; each belongs to one provider only"),
	("Providers", "BelowMinimum", "give more collateral; `tradewind provider lock` adds to it"),
	(
		"Providers",
		"InsufficientCollateral",
		"part of it is set aside for leases or unbonding; see `tradewind provider show`",
	),
	("Providers", "TooManyUnbondings", UNBONDING),
	("Providers", "NothingReady", UNBONDING),
	("Providers", "StillLocked", DRAIN),
	(
		"Providers",
		"NotAgent",
		"sign with the agent key, or set another with `tradewind provider set-agent`",
	),
	("Providers", "Unchanged", ATTRIBUTES),
	("Providers", "UnknownAttribute", ATTRIBUTES),
	("Providers", "OtherValue", ATTRIBUTES),
	("Providers", "TooManyAttributes", "remove one with `tradewind provider attribute remove`"),
	("Providers", "NotAuditor", "auditors are appointed by governance"),
	("Tasks", "NoPlace", "wait for room with --place-within, or ask for less"),
	(
		"Tasks",
		"NotFound",
		"see `tradewind task list`; the record of a task goes some time after its end",
	),
	("Tasks", "NotOwner", "sign with the key that submitted it"),
	("Tasks", "NotEnded", "wait for it, or cancel it with `tradewind task cancel`"),
	("Tasks", "NotYetDue", "its owner may drop it now, everybody else later"),
	("Tasks", "NotSealed", "seal it with `tradewind run`, or with the `age` tool"),
	("Tasks", "HashMismatch", "the payload was changed on the way; submit it again"),
	("Tasks", "WaitTooLong", "--place-within is at most a day"),
	("Tasks", "AttemptsOutOfRange", "--max-attempts is 1 to 8"),
	("Balances", "InsufficientBalance", POOR),
	("Balances", "ExistentialDeposit", POOR),
	("Balances", "Expendability", POOR),
	("Token", "FundsUnavailable", POOR),
	("Token", "NotExpendable", POOR),
	("Token", "BelowMinimum", POOR),
	("Token", "UnknownAsset", "see which assets the chain has"),
	("Dispatch", "BadOrigin", "this is not for the signer to do"),
];

/// The next step after a pallet's refusal.
pub(crate) fn for_pallet(pallet: &str, error: &str) -> Option<&'static str> {
	let found = STEPS.iter().find(|(of, name, _)| (*of, *name) == (pallet, error));
	found.map(|(_, _, step)| *step)
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

	#[test]
	fn there_is_every_error_that_has_a_next_step() {
		let metadata = Metadata::decode(&mut &include_bytes!("../metadata.scale")[..]).unwrap();
		for (pallet, error, _) in STEPS {
			if ["Token", "Dispatch"].contains(&pallet) {
				continue;
			}
			let of = metadata.pallet_by_name(pallet).unwrap_or_else(|| panic!("no {pallet}"));
			let known = (0..=u8::MAX).filter_map(|index| of.error_variant_by_index(index));
			let known: Vec<_> = known.map(|variant| variant.name.as_str()).collect();
			assert!(known.contains(&error), "{pallet} has no {error}, only {known:?}");
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
