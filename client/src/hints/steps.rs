//! The next step after each refusal.

const POOR: &str = "the signer's own balance is too low for the amount, its deposit and the fee";
const NO_ACCOUNT: &str = "see `tradewind account list`, or open one with `tradewind account open`";
const NO_STREAM: &str = "see `tradewind stream list`; a stream that closed is in `tradewind bill`";
const SEE_STREAM: &str = "see how it stands with `tradewind stream show`";
const NO_CHANNEL: &str = "see `tradewind voucher list`";
const OTHER_ASSET: &str = "choose an account in the asset of the offers with --account";
const NO_PROVIDER: &str = "see `tradewind provider list`";
const SEE_PROVIDER: &str = "see where it stands with `tradewind provider show`";
const UNBONDING: &str = "see when each part is ready with `tradewind provider show`";
const ATTRIBUTES: &str = "see `tradewind provider attribute list`";
const INDEXED: &str = "--floor and --cap are above 0, in order, and at most 1000";
const DRAIN: &str =
	"drain first with `tradewind provider drain` and wait until the last lease closes";
const SEE_OFFER: &str = "see how it stands with `tradewind offer show`";
const SEE_LEASE: &str = "see how it stands with `tradewind lease show`";
const SEE_AUCTION: &str = "see what is asked for and what was bid with `tradewind auction show`";
const SEE_TASK: &str = "see how it stands with `tradewind task show`";
const GOVERNANCE: &str = "only governance can do that, with other values";
const NO_NUMBERS: &str = "the chain has no numbers left for that; tell its developers";
const SOMETHING: &str = "say a number above 0";

/// Errors of one pallet, each with the next step.
type Steps = &'static [(&'static str, &'static str)];

/// Pallet, its errors, next steps.
pub const STEPS: [(&str, Steps); 8] = [
	("Billing", BILLING),
	("Marketplace", MARKETPLACE),
	("Sla", SLA),
	("Providers", PROVIDERS),
	("Tasks", TASKS),
	("Balances", BALANCES),
	("Token", TOKEN),
	("Dispatch", DISPATCH),
];

const BILLING: Steps = &[
	(
		"InsufficientFunds",
		"top the account up with `tradewind account top-up`, or ask for less: what is prepaid is \
		 reserved at once, and the rest needs a while of runway",
	),
	("UnknownAccount", NO_ACCOUNT),
	("UnknownStream", NO_STREAM),
	("UnknownAsset", "say `native`, or the number of an asset that the chain has"),
	("NotOwner", "sign with the key that opened the account, or with a delegate's"),
	("BelowMinimum", "pay in more"),
	("NothingAsked", SOMETHING),
	("StreamsOpen", "wait for what draws on it, or end it: `tradewind stream list`"),
	("ChannelsOpen", "close its channels first: `tradewind voucher list`"),
	("PayoutsOwed", "deliver them first with `tradewind account claim`"),
	("BadPayees", "write each payee as ADDRESS=PERCENT; together they are 100%"),
	("AlreadyStarted", SEE_STREAM),
	("NotStarted", "wait until it has begun; see `tradewind stream show`"),
	("AssetMismatch", OTHER_ASSET),
	("NothingOwed", "there is nothing to be done: every payout was delivered"),
	("CapTooSmall", "ask for a larger --cap or for more seconds, or prepay it"),
	("AccountFrozen", "top the account up with `tradewind account top-up`"),
	("NotAllowed", "ask the owner of the account for the role `manage`"),
	("DailyCapReached", "wait for the next day of UTC, or ask the owner for more"),
	("TooManyDelegates", "remove one with `tradewind account delegate remove`"),
	("UnknownDelegate", "see `tradewind account delegate list`"),
	("NoRunway", GOVERNANCE),
	("ZeroRate", "say a rate above 0"),
	("EndsInThePast", "say a moment to come with --ends"),
	(
		"Managed",
		"change what it pays for instead, for instance with `tradewind task cancel` or `tradewind \
		 lease close`",
	),
	("NotFlowing", SEE_STREAM),
	("NotPaused", SEE_STREAM),
	("PausedByOther", "only the side that paused it can resume it"),
	("NotPayee", "sign with the key of a payee"),
	("UnknownChannel", NO_CHANNEL),
	("AlreadyClosing", "see when it closes with `tradewind voucher list`"),
	("NothingToRedeem", "each voucher has to promise more than the one before"),
	("VoucherExpired", "ask for one that is valid longer"),
	("BadSignature", "check it with `tradewind voucher check`"),
	("AboveDeposit", "have the channel topped up: `tradewind voucher top-up`"),
	("StreamsUsedUp", "open another account with `tradewind account open`"),
	("NotManaged", NO_STREAM),
];

const MARKETPLACE: Steps = &[
	("UnknownClass", "see `tradewind offer classes`"),
	("UnknownTier", "see `tradewind sla tiers`"),
	("UnknownTab", NO_ACCOUNT),
	("UnknownOffer", "see `tradewind offer list`"),
	("UnknownLease", "see `tradewind lease list`; one that has ended is in `tradewind bill`"),
	("UnknownProvider", NO_PROVIDER),
	("ProviderGone", NO_PROVIDER),
	("NotActive", "the provider resumes with `tradewind provider resume`"),
	(
		"NotOwner",
		"sign with the key of the provider that made the offer, of who opened the auction, or of \
		 who manages the account that pays for the lease",
	),
	("NoName", "say a name"),
	("NoPrice", "say a price above 0"),
	("NoCapacity", "say what it holds; see --cpu, --memory, --disk, --gpus"),
	("SharesDoNotAddUp", "write each payee as ADDRESS=PERCENT; together they are 100%"),
	("BookFull", "the class holds no more offers; offer in another one"),
	("TooManyOffers", "withdraw one with `tradewind offer withdraw`"),
	("Withdrawn", "make another offer with `tradewind offer create`"),
	("BelowLeased", "offer at least what is leased, or wait until leases close"),
	("NothingAsked", "say what is needed; see --cpu, --memory, --disk, --gpus"),
	("NoTimeAsked", "say for how long with --seconds"),
	("AssetMismatch", OTHER_ASSET),
	("NoCandidateLeft", "name a provider with --provider that is not ruled out"),
	("AlreadyStarted", SEE_LEASE),
	("LeasesRunning", DRAIN),
	("IdsExhausted", NO_NUMBERS),
	("BadPolicy", GOVERNANCE),
	("BadDiscount", "a discount is below 100%, and a notice at most an hour"),
	("BadPricing", INDEXED),
	("BadName", "write a region or a model in visible ASCII, such as eu-north"),
	(
		"BadTerm",
		"--max-term is above 0 and below neither --min-term nor the reserved one; a lease is within \
		 them, as `tradewind offer show` says; bids are taken for a minute to a week",
	),
	("NoRuntime", "say what can be run with --runtime"),
	("Overpriced", "lower the prices, the capacity or --cap"),
	("AlreadyPaused", SEE_OFFER),
	("NotPaused", SEE_OFFER),
	("NoOffer", "see why not with `tradewind quote`, or let providers bid: `tradewind auction open`"),
	("BadCount", "--count is 1 to 16"),
	("TooManyRegions", "spread over fewer regions: lower --count, or avoid fewer by name"),
	("Held", "end the task that holds it with `tradewind task cancel`"),
	("NotParty", "sign for its account or for its provider; see `tradewind lease show`"),
	("NotProvider", "sign with the key of the provider or of its agent"),
	("TooEarly", "see when it can be used, and until when its provider has time, with `lease show`"),
	(
		"BadReason",
		"an owner says cancelled, unfit or start-missed; a provider says provider-failed, \
		 provider-left or misuse",
	),
	("BeingReclaimed", "lease something else; this one ends when its notice is over"),
	("NoRoom", "ask for less, or see what is free with `tradewind offer show`"),
	("TooDear", "ask for the price again, and allow more with --max-rate or --max-cost; a bid has to be within what \
		 `tradewind auction show` says"),
	("TermIsPromised", "a reserved lease can only grow; close it with `tradewind lease close`"),
	("Paused", "wait until the offer is resumed, or lease elsewhere: `tradewind quote`"),
	("OtherKind", "see on what terms it is leased now with `tradewind offer show`"),
	("NotAllowed", "ask the provider to be put on the list of the offer"),
	("NotOffered", "ask its owner for `tradewind lease offer`"),
	("UnknownAuction", "see `tradewind auction list`; how one ended is in `tradewind auction wait`"),
	("TooLate", "see whether it has ended: `tradewind auction wait` or `tradewind lease show`"),
	("OtherClass", SEE_AUCTION),
	("Unsuitable", SEE_AUCTION),
	("NotBetter", "bid less; what there is to beat is in `tradewind auction show`"),
	("BidsStand", "wait for its end: `tradewind auction wait`"),
];

const SLA: Steps = &[
	("UnknownTier", "see `tradewind sla tiers`"),
	("Unnamed", GOVERNANCE),
	("NoTimeToStart", GOVERNANCE),
	("Undercollateralised", GOVERNANCE),
	("NotEnrolled", NO_PROVIDER),
	("NothingOwed", "see what was credited with `tradewind bill --lease`"),
	("AlreadyBeat", "one sign of life in a second is enough; the agent gives them by itself"),
	("ShortNotice", "announce it at least a day ahead"),
	("NoTimeAnnounced", "say for how long with --for"),
	("AllowanceUsed", "see what is left with `tradewind sla provider`"),
	("AlreadyAnnounced", "call it off first: `tradewind provider maintenance cancel`"),
	("NotAnnounced", "see `tradewind sla provider`"),
	("TooLate", "see `tradewind sla provider`"),
];

const PROVIDERS: Steps = &[
	("AlreadyRegistered", "change it with `tradewind provider update`"),
	("NotFound", NO_PROVIDER),
	("WrongStatus", SEE_PROVIDER),
	("KeyInUse", "use another key; each belongs to one provider only"),
	("ZeroKey", "give a key that seals something; `tradewind key new` makes one"),
	("BadRegion", "write a region in visible ASCII, such as eu-north"),
	("BadEndpoint", "write the address of your gateway, such as https://cloud.example"),
	("BelowMinimum", "give more collateral; `tradewind provider lock` adds to it"),
	("ZeroAmount", SOMETHING),
	(
		"InsufficientCollateral",
		"part of it is set aside for leases or unbonding; see `tradewind provider show`",
	),
	("MoreThanLocked", SEE_PROVIDER),
	("TooManyUnbondings", UNBONDING),
	("TooManyAssets", "withdraw the collateral of another asset first"),
	("NothingReady", UNBONDING),
	("StillLocked", DRAIN),
	("NotAgent", "sign with the agent key, or set another with `tradewind provider set-agent`"),
	("BadName", "write the name in lower-case letters, digits, dots and hyphens"),
	("BadValue", "write the value in visible ASCII"),
	("Unchanged", ATTRIBUTES),
	("TooManyAttributes", "remove one with `tradewind provider attribute remove`"),
	("UnknownAttribute", ATTRIBUTES),
	("OtherValue", ATTRIBUTES),
	("AlreadyAuditor", "auditors are appointed by governance"),
	("NotAuditor", "auditors are appointed by governance"),
	("OwnAttribute", "have another auditor vouch for it"),
	("BadLifetime", "say a shorter time with --for"),
	("TooManyAttestations", ATTRIBUTES),
	("NotAttested", ATTRIBUTES),
];

const TASKS: Steps = &[
	("NotFound", "see `tradewind task list`; the record of a task goes some time after its end"),
	("NotOwner", "sign with the key that submitted it"),
	("NotAssigned", SEE_TASK),
	("AlreadyAssigned", SEE_TASK),
	("AlreadyStarted", SEE_TASK),
	("NotStarted", SEE_TASK),
	("AlreadyEnded", "fetch its result with `tradewind task result`"),
	("NotEnded", "wait for it, or cancel it with `tradewind task cancel`"),
	("NotYetDue", "its owner may drop it now, everybody else later"),
	("SealedToNobody", "submit it with `tradewind run`, which finds providers"),
	("NotSealed", "seal it with `tradewind run`, or with the `age` tool"),
	("HashMismatch", "the payload was changed on the way; submit it again"),
	("NotLast", "submit it by itself, or as the last call of a batch"),
	("NoPayload", "give it a payload, with an address if it lies elsewhere"),
	("ZeroKey", "give a key that the result can be sealed to"),
	("AttemptsOutOfRange", "--max-attempts is 1 to 8"),
	("WaitTooLong", "--place-within is at most a day"),
	("NoPlace", "wait for room with --place-within, or ask for less"),
	("DepositOverflow", "name fewer candidates and filters"),
	("NoMoreIds", NO_NUMBERS),
];

const BALANCES: Steps =
	&[("InsufficientBalance", POOR), ("ExistentialDeposit", POOR), ("Expendability", POOR)];

const TOKEN: Steps = &[
	("FundsUnavailable", POOR),
	("NotExpendable", POOR),
	("BelowMinimum", POOR),
	("UnknownAsset", "see which assets the chain has"),
];

const DISPATCH: Steps = &[("BadOrigin", "this is not for the signer to do")];
