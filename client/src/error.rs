//! What can go wrong between a program and the chain, in words that help.

use crate::{chain::runtime_types::sp_runtime::DispatchError as Stored, hints};
use scale_info::{form::PortableForm, TypeDef, Variant};
use subxt::{
	error::{
		BackendError, BlocksError, DispatchError, ExtrinsicError, OnlineClientAtBlockError,
		RpcError, StorageError, TransactionEventsError, TransactionProgressError,
		ViewFunctionError,
	},
	rpcs, Metadata,
};

/// The result of asking the chain something.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What went wrong.
#[derive(Debug, thiserror::Error)]
pub enum Error {
	/// No connection, or it was lost, or the node does not answer.
	#[error("the node at {url} cannot be reached: {reason}")]
	Unreachable {
		/// Where the node should be.
		url: String,
		/// What the connection says.
		reason: String,
	},
	/// The node answers, but not with what was asked for.
	#[error("the node refused to answer: {0}")]
	Node(String),
	/// The chain runs a runtime that this program was not built for.
	#[error("the chain's runtime and this program do not fit together: {0}")]
	Incompatible(String),
	/// The pool did not take the transaction; nothing happened on chain.
	#[error("{call} was not accepted: {reason}")]
	NotAccepted {
		/// The call, as `Pallet::call`.
		call: String,
		/// What the node says.
		reason: String,
	},
	/// The call is in a block and failed there; nothing but the fee was taken.
	#[error("the chain refused {call}: {refusal}")]
	Refused {
		/// The call, as `Pallet::call`.
		call: String,
		/// Why.
		refusal: Refusal,
	},
	/// There is no such thing on chain.
	#[error("there is no {0}")]
	NotFound(String),
	/// The node does not keep the state of so old a block.
	#[error("the node does not remember what was before block {block}")]
	Forgotten {
		/// The first block that can be read.
		block: u64,
	},
	/// A provider's gateway failed to deliver.
	#[error("the gateway {url} did not deliver: {reason}")]
	Gateway {
		/// What was fetched.
		url: String,
		/// What went wrong.
		reason: String,
	},
	/// What was delivered is not what the chain says it is.
	#[error("{0}")]
	Forged(String),
	/// What was to be sent does not fit the chain's bounds.
	#[error("{0}")]
	Unfit(String),
}

/// Why the chain refused a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
	/// The pallet, for instance `Tasks`; the kind of a general error, for instance `Token`.
	pub pallet: String,
	/// The error, for instance `NotSealed`.
	pub name: String,
	/// What the runtime's documentation says about it.
	pub meaning: String,
}

impl std::fmt::Display for Refusal {
	fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
		write!(f, "{}::{}", self.pallet, self.name)?;
		if !self.meaning.is_empty() {
			write!(f, " ({})", self.meaning)?;
		}
		Ok(())
	}
}

impl Error {
	/// What the user may do about it, where that is known.
	pub fn hint(&self) -> Option<&'static str> {
		match self {
			Self::Unreachable { .. } => Some("is the node running, and is --url right?"),
			Self::Incompatible(_) => Some("use the release of this program that the chain runs"),
			Self::NotAccepted { reason, .. } => hints::for_pool(reason),
			Self::Refused { refusal, .. } => hints::for_pallet(&refusal.pallet, &refusal.name),
			Self::Gateway { .. } => {
				Some("the result stays with the provider; fetch it again later")
			},
			Self::Forgotten { .. } => Some(
				"ask for a later period, or ask a node that runs with `--state-pruning archive`",
			),
			Self::Node(_) | Self::NotFound(_) | Self::Forged(_) | Self::Unfit(_) => None,
		}
	}

	/// Whether the same request may well succeed a little later, without anything being changed.
	pub fn is_transient(&self) -> bool {
		match self {
			Self::Unreachable { .. } | Self::Gateway { .. } => true,
			Self::NotAccepted { reason, .. } => hints::is_race(reason),
			_ => false,
		}
	}

	/// The pallet and the error by which the chain refused, if that is what happened.
	pub fn refusal(&self) -> Option<&Refusal> {
		match self {
			Self::Refused { refusal, .. } => Some(refusal),
			_ => None,
		}
	}

	/// Sorts what subxt reports while reading.
	pub(crate) fn read(url: &str, error: impl Into<subxt::Error>) -> Self {
		let error = error.into();
		match backend(&error) {
			Some(BackendError::Rpc(RpcError::ClientError(rpc))) => return Self::rpc(url, rpc),
			Some(BackendError::Rpc(RpcError::SubscriptionDropped)) => {
				let reason = "the connection was lost".to_owned();
				return Self::Unreachable { url: url.to_owned(), reason };
			},
			_ => {},
		}
		match &error {
			subxt::Error::StorageError(
				StorageError::IncompatibleCodegen
				| StorageError::PalletNameNotFound(_)
				| StorageError::StorageEntryNotFound { .. },
			)
			| subxt::Error::StorageValueError(_)
			| subxt::Error::StorageKeyError(_)
			| subxt::Error::ConstantError(_)
			| subxt::Error::ViewFunctionError(_) => Self::Incompatible(error.to_string()),
			_ => Self::Node(error.to_string()),
		}
	}

	/// Sorts what the JSON-RPC client reports.
	pub(crate) fn rpc(url: &str, error: &rpcs::Error) -> Self {
		match error {
			rpcs::Error::User(user) => Self::Node(user_text(user)),
			rpcs::Error::Client(_) | rpcs::Error::DisconnectedWillReconnect(_) => {
				Self::Unreachable { url: url.to_owned(), reason: root_cause(error) }
			},
			other => Self::Node(other.to_string()),
		}
	}

	/// Sorts what subxt reports while a call is put together and handed to the pool.
	pub(crate) fn submission(url: &str, call: &str, error: ExtrinsicError) -> Self {
		let call = call.to_owned();
		match &error {
			ExtrinsicError::ErrorSubmittingTransaction(BackendError::Rpc(
				RpcError::ClientError(rpcs::Error::User(user)),
			)) => Self::NotAccepted { call, reason: user_text(user) },
			ExtrinsicError::IncompatibleCodegen
			| ExtrinsicError::PalletNameNotFound(_)
			| ExtrinsicError::CallNameNotFound { .. }
			| ExtrinsicError::UnsupportedVersion => Self::Incompatible(error.to_string()),
			_ => Self::read(url, error),
		}
	}

	/// Sorts what subxt reports about a call that is in a block.
	pub(crate) fn execution(
		url: &str,
		call: &str,
		metadata: &Metadata,
		error: TransactionEventsError,
	) -> Self {
		match error {
			TransactionEventsError::ExtrinsicFailed(dispatch) => {
				let refusal = Refusal::of(metadata, &dispatch);
				Self::Refused { call: call.to_owned(), refusal }
			},
			other => Self::read(url, other),
		}
	}
}

impl Refusal {
	/// A refusal that the chain wrote down earlier.
	pub(crate) fn stored(metadata: &Metadata, error: &Stored) -> Self {
		match error {
			Stored::Module(module) => Self::of_module(metadata, module.index, &module.error),
			Stored::Token(token) => Self::general("Token", format!("{token:?}"), ""),
			Stored::Arithmetic(arithmetic) => {
				Self::general("Arithmetic", format!("{arithmetic:?}"), "")
			},
			other => Self::general("Dispatch", format!("{other:?}"), ""),
		}
	}

	/// A refusal of just now.
	fn of(metadata: &Metadata, error: &DispatchError) -> Self {
		match error {
			DispatchError::Module(module) => {
				let [pallet, error @ ..] = module.bytes();
				Self::of_module(metadata, pallet, &error)
			},
			DispatchError::Token(token) => {
				Self::general("Token", format!("{token:?}"), &token.to_string())
			},
			DispatchError::Arithmetic(arithmetic) => {
				Self::general("Arithmetic", format!("{arithmetic:?}"), &arithmetic.to_string())
			},
			other => Self::general("Dispatch", format!("{other:?}"), &other.to_string()),
		}
	}

	fn general(pallet: &str, name: String, meaning: &str) -> Self {
		let meaning = meaning.trim_end_matches('.').to_owned();
		Self { pallet: pallet.to_owned(), name, meaning }
	}

	/// A pallet's error: the number of the pallet, then that of the error, then what the error
	/// holds.
	fn of_module(metadata: &Metadata, pallet: u8, error: &[u8]) -> Self {
		let number = error.first().copied().unwrap_or_default();
		let found = metadata.pallet_by_error_index(pallet);
		let variant = found.as_ref().and_then(|found| found.error_variant_by_index(number));
		let (Some(found), Some(variant)) = (&found, variant) else {
			return Self::general("Unknown", format!("{pallet}.{number}"), "");
		};
		let mut meaning = sentence(&variant.docs);
		if let Some(particular) = particular(metadata, variant, error.get(1..).unwrap_or_default())
		{
			meaning = format!("{meaning}: {particular}");
		}
		Self { pallet: found.name().to_owned(), name: variant.name.clone(), meaning }
	}
}

/// What the one thing says that an error holds.
fn particular(metadata: &Metadata, error: &Variant<PortableForm>, bytes: &[u8]) -> Option<String> {
	let [field] = &error.fields[..] else { return None };
	let TypeDef::Variant(choices) = &metadata.types().resolve(field.ty.id)?.type_def else {
		return None;
	};
	let choice = choices.variants.iter().find(|choice| Some(&choice.index) == bytes.first())?;
	Some(words(&choice.name))
}

/// A name such as `NoRoom` in words.
fn words(name: &str) -> String {
	let mut words = String::new();
	for letter in name.chars() {
		if letter.is_uppercase() && !words.is_empty() {
			words.push(' ');
		}
		words.extend(letter.to_lowercase());
	}
	words
}

/// The documentation of an error on one line, without its full stop.
fn sentence(docs: &[String]) -> String {
	let text = docs.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
	text.trim().trim_end_matches('.').to_owned()
}

fn user_text(user: &rpcs::UserError) -> String {
	// The pool puts the reason into `data` and only its kind into `message`.
	match user.data.as_deref().map(|data| data.get().trim_matches('"')) {
		Some(data) if !data.is_empty() && data != "null" => format!("{}: {data}", user.message),
		_ => user.message.clone(),
	}
}

/// The failure of the connection at the bottom of an error, if there is one. The library nests it
/// in many variants without naming it their source.
fn backend(error: &subxt::Error) -> Option<&BackendError> {
	match error {
		subxt::Error::BackendError(error) => Some(error),
		subxt::Error::OnlineClientAtBlockError(error) => at_block(error),
		subxt::Error::BlocksError(error) => match error {
			BlocksError::CannotGetCurrentBlock(error) => at_block(error),
			BlocksError::CannotGetBlockHeaderStream(error)
			| BlocksError::CannotGetBlockHeader(error) => Some(error),
			_ => None,
		},
		subxt::Error::StorageError(
			StorageError::CannotFetchValue(error)
			| StorageError::CannotIterateValues(error)
			| StorageError::StreamFailure(error),
		)
		| subxt::Error::ExtrinsicError(
			ExtrinsicError::ErrorSubmittingTransaction(error)
			| ExtrinsicError::TransactionStatusStreamError(error)
			| ExtrinsicError::CannotGetBlockBody(error),
		) => Some(error),
		subxt::Error::TransactionProgressError(
			TransactionProgressError::CannotGetNextProgressUpdate(error),
		) => Some(error),
		subxt::Error::TransactionEventsError(error) => match error {
			TransactionEventsError::CannotFetchBlockBody { error, .. } => Some(error),
			TransactionEventsError::CannotInstantiateClientAtBlock(error) => at_block(error),
			_ => None,
		},
		subxt::Error::ViewFunctionError(ViewFunctionError::CannotCallApi(error)) => Some(error),
		_ => None,
	}
}

fn at_block(error: &OnlineClientAtBlockError) -> Option<&BackendError> {
	match error {
		OnlineClientAtBlockError::CannotGetCurrentBlock { reason }
		| OnlineClientAtBlockError::CannotGetBlockHash { reason, .. }
		| OnlineClientAtBlockError::CannotGetBlockHeader { reason, .. }
		| OnlineClientAtBlockError::CannotGetSpecVersion { reason, .. } => Some(reason),
		_ => None,
	}
}

/// The innermost cause, which for connections is the one that says something. Where the library
/// nests causes in its text, what stands before them is cut off.
fn root_cause(error: &(dyn std::error::Error + 'static)) -> String {
	let mut current = error;
	while let Some(cause) = current.source() {
		current = cause;
	}
	let text = current.to_string();
	text.rsplit_once("client error: ").map_or(text.clone(), |(_, cause)| cause.to_owned())
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Decode;

	fn metadata() -> Metadata {
		Metadata::decode(&mut &include_bytes!("../metadata.scale")[..]).unwrap()
	}

	#[test]
	fn a_refusal_names_pallet_error_and_meaning() {
		let refusal = Refusal {
			pallet: "Tasks".into(),
			name: "NotSealed".into(),
			meaning: sentence(&["The payload is no".into(), " age file.".into()]),
		};
		let error = Error::Refused { call: "Tasks::submit".into(), refusal };
		assert_eq!(
			error.to_string(),
			"the chain refused Tasks::submit: Tasks::NotSealed (The payload is no age file)"
		);
		assert!(error.hint().is_some());
	}

	#[test]
	fn general_dispatch_errors_are_refusals_too() {
		let refusal = Refusal::of(&metadata(), &DispatchError::BadOrigin);
		assert_eq!(refusal.to_string(), "Dispatch::BadOrigin (Bad origin)");
	}

	#[test]
	fn an_error_within_an_error_is_told_too() {
		let metadata = metadata();
		let market = metadata.pallet_by_name("Marketplace").unwrap();
		let errors = market.error_variants().unwrap();
		let unsuitable = errors.iter().find(|error| error.name == "Unsuitable").unwrap();
		let why = metadata.types().resolve(unsuitable.fields[0].ty.id).unwrap();
		let TypeDef::Variant(choices) = &why.type_def else { panic!("{why:?}") };
		let down = choices.variants.iter().find(|choice| choice.name == "Down").unwrap();
		let error = [unsuitable.index, down.index, 0, 0];
		let refusal = Refusal::of_module(&metadata, market.error_index(), &error);
		assert_eq!((refusal.pallet.as_str(), refusal.name.as_str()), ("Marketplace", "Unsuitable"));
		assert!(refusal.meaning.ends_with(": down"), "{refusal}");
		assert_eq!(words("NoSpotLeft"), "no spot left");
		let unknown = Refusal::of_module(&metadata, u8::MAX, &[7]);
		assert_eq!(unknown.to_string(), "Unknown::255.7");
	}

	#[test]
	fn what_the_pool_says_is_repeated() {
		let user = rpcs::UserError {
			code: 1010,
			message: "Invalid Transaction".into(),
			data: Some(rpcs::client::RawValue::from_string("\"Inability to pay\"".into()).unwrap()),
		};
		assert_eq!(user_text(&user), "Invalid Transaction: Inability to pay");
	}
}
