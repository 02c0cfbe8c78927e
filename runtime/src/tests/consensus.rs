//! Who may validate, and what happens to a validator that equivocates.

use super::{driver::*, *};
use crate::{
	configs::consensus::{SessionsPerEra, SlashDeferDuration},
	constants::{currency::*, time::EPOCH_DURATION_IN_SLOTS},
	genesis::WELL_KNOWN,
};
use codec::Encode;
use frame_support::{assert_ok, traits::KeyOwnerProofSystem};
use pallet_staking::{Event as StakingEvent, UnappliedSlash};
use pallet_tradewind_providers::{Profile, SuspendReason};
use sp_consensus_babe::digests::{CompatibleDigestItem, PreDigest, SecondaryPlainPreDigest};
use sp_core::{proof_of_possession::ProofOfPossessionGenerator, ConstU32, Pair, H256};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};
use sp_runtime::{
	traits::Header as _, transaction_validity::InvalidTransaction, BoundedVec, Digest, DigestItem,
	DispatchError, Perbill,
};
use sp_staking::EraIndex;
use tradewind_primitives::Seconds;

/// Who has more stake than all validators together.
const FERDIE: Sr25519Keyring = Sr25519Keyring::Ferdie;
/// Its stake.
const HUGE: Balance = 5_000_000 * WIND;
/// What every well-known validator has bonded.
const STAKE: Balance = 100_000 * WIND;
/// The length of a session.
const SESSION: Seconds = EPOCH_DURATION_IN_SLOTS as Seconds * SLOT;

fn era() -> EraIndex {
	pallet_staking::ActiveEra::<Runtime>::get().expect("an era has begun").index
}

/// Makes one block in every session, as many sessions as there are up to an era.
fn go_to_era(chain: &mut Driver, index: EraIndex) {
	for _ in 0..(index - era()) * SessionsPerEra::get() {
		chain.jump(SESSION);
	}
	assert_eq!(era(), index);
}

/// The validators of the open block's session, in the order of their accounts.
fn validators() -> Vec<AccountId> {
	let mut validators = Session::validators();
	validators.sort();
	validators
}

fn well_known() -> Vec<AccountId> {
	let mut all: Vec<_> = (0..WELL_KNOWN.len()).map(provider).collect();
	all.sort();
	all
}

fn suspend(who: AccountId) {
	assert_ok!(Providers::suspend(RuntimeOrigin::root(), who, SuspendReason::ServiceLevel));
}

/// Ferdie bonds, announces keys, and stands for election.
fn stand(chain: &mut Driver) {
	let (mut sr25519, mut ed25519) = (FERDIE.pair(), Ed25519Keyring::Ferdie.pair());
	let keys = opaque::SessionKeys {
		babe: sr25519.public().into(),
		grandpa: ed25519.public().into(),
		authority_discovery: sr25519.public().into(),
	};
	let owner = FERDIE.to_account_id().encode();
	let proof = (
		sr25519.generate_proof_of_possession(&owner),
		ed25519.generate_proof_of_possession(&owner),
		sr25519.generate_proof_of_possession(&owner),
	);
	let payee = pallet_staking::RewardDestination::Staked;
	chain.must(&sr25519, pallet_staking::Call::bond { value: HUGE, payee });
	chain.must(&sr25519, pallet_session::Call::set_keys { keys, proof: proof.encode() });
	chain.must(&sr25519, pallet_staking::Call::validate { prefs: Default::default() });
}

/// Ferdie becomes a provider.
fn register(chain: &mut Driver) {
	fn bounded<const MOST: u32>(text: &[u8]) -> BoundedVec<u8, ConstU32<MOST>> {
		text.to_vec().try_into().expect("it is short")
	}
	let profile = Profile { region: bounded(b"eu"), endpoint: bounded(b"http://ferdie") };
	let call = pallet_tradewind_providers::Call::register {
		profile,
		agent: FERDIE.to_account_id(),
		encryption_key: [9; 32],
		collateral: 1_000 * WIND,
	};
	chain.must(&FERDIE.pair(), call);
}

#[test]
fn only_active_providers_are_elected() {
	Driver::run_through_eras(|chain| {
		let ferdie = FERDIE.to_account_id();
		stand(chain);
		go_to_era(chain, 1);
		assert_eq!(validators(), well_known(), "stake alone got somebody elected");

		chain.jump(SLOT);
		register(chain);
		go_to_era(chain, 2);
		assert!(validators().contains(&ferdie), "an active provider with most stake was left out");
		assert_eq!(validators().len(), WELL_KNOWN.len());

		// It stays until the era ends, and is out with the next election.
		suspend(ferdie.clone());
		chain.jump(SESSION);
		assert!(validators().contains(&ferdie));
		go_to_era(chain, 3);
		assert_eq!(validators(), well_known());

		assert_ok!(Providers::reinstate(RuntimeOrigin::root(), ferdie.clone()));
		go_to_era(chain, 4);
		assert!(validators().contains(&ferdie));

		// A draining provider is not active either.
		chain.jump(SLOT);
		chain.must(&FERDIE.pair(), pallet_tradewind_providers::Call::drain {});
		go_to_era(chain, 5);
		assert_eq!(validators(), well_known());
	});
}

#[test]
fn the_validators_stay_when_nobody_may_be_elected() {
	Driver::run_through_eras(|chain| {
		well_known().into_iter().for_each(suspend);
		// The next era is planned when the last session of this one begins.
		for _ in 1..SessionsPerEra::get() {
			chain.jump(SESSION);
		}
		let failed = RuntimeEvent::Staking(StakingEvent::StakingElectionFailed);
		assert!(System::events().into_iter().any(|record| record.event == failed));
		chain.jump(SESSION);
		assert_eq!((era(), validators()), (0, well_known()));

		// The next session tries again, and who is elected begins with the one after that.
		let only = provider(1);
		assert_ok!(Providers::reinstate(RuntimeOrigin::root(), only.clone()));
		chain.jump(SESSION);
		assert_eq!((era(), validators()), (0, well_known()));
		chain.jump(SESSION);
		assert_eq!((era(), validators()), (1, vec![only]));
	});
}

/// A validator that will misbehave: its place among the validators and among the well-known
/// providers. Not the first, who makes all the blocks of these tests.
fn offender() -> (u32, usize) {
	let validators = Session::validators();
	let (place, who) = validators.iter().enumerate().next_back().expect("there are validators");
	assert_ne!(place, 0);
	let index = (0..WELL_KNOWN.len()).find(|index| provider(*index) == *who);
	(place as u32, index.expect("the validators are well known"))
}

/// The part of the stake that one equivocation of one of four validators costs: (3 / 4)².
fn fraction() -> Perbill {
	Perbill::from_rational(9u32, 16)
}

/// What an equivocation in this era costs a validator. The stake is what the election counted, which
/// is a few planck less than what is bonded.
fn penalty(who: &AccountId) -> Balance {
	fraction() * Staking::eras_stakers(era(), who).own
}

/// Checks that the offence of `kind` and `slot` was recorded in the open block, that the offender
/// is disabled, and that the slash is due. Returns it.
fn check_reported(
	kind: [u8; 16],
	slot: Vec<u8>,
	place: u32,
	offender: &AccountId,
	reporter: &AccountId,
) -> UnappliedSlash<AccountId, Balance> {
	let events: Vec<_> = System::events().into_iter().map(|record| record.event).collect();
	let offence = pallet_offences::Event::Offence { kind, slot: slot.clone() };
	assert!(events.contains(&RuntimeEvent::Offences(offence)));
	let reported = StakingEvent::SlashReported {
		validator: offender.clone(),
		fraction: fraction(),
		slash_era: era(),
	};
	assert!(events.contains(&RuntimeEvent::Staking(reported)));

	let reports = pallet_offences::ConcurrentReportsIndex::<Runtime>::get(kind, slot);
	let [report] = reports[..] else { panic!("not one report: {reports:?}") };
	let details = Offences::reports(report).expect("the report is kept");
	assert_eq!(
		(details.offender.0, &details.reporters[..]),
		(offender.clone(), &[reporter.clone()][..])
	);

	assert_eq!(Session::disabled_validators(), [place]);
	let mut due =
		pallet_staking::UnappliedSlashes::<Runtime>::get(era() + SlashDeferDuration::get() + 1);
	assert_eq!(due.len(), 1);
	due.remove(0)
}

/// Two votes of one GRANDPA voter in one round, signed with its key.
fn double_vote(
	who: Ed25519Keyring,
	round: u64,
	targets: [H256; 2],
) -> sp_consensus_grandpa::EquivocationProof<Hash, BlockNumber> {
	use sp_consensus_grandpa::{localized_payload, Message, Prevote};
	let set = pallet_grandpa::CurrentSetId::<Runtime>::get();
	let [first, second] = targets.map(|target_hash| {
		let vote = Prevote::<Header> { target_hash, target_number: 1 };
		let message = Message::<Header>::Prevote(vote.clone());
		(vote, who.sign(&localized_payload(round, set, &message)).into())
	});
	let votes = finality_grandpa::Equivocation {
		round_number: round,
		identity: who.public().into(),
		first,
		second,
	};
	sp_consensus_grandpa::EquivocationProof::new(set, votes.into())
}

#[test]
fn a_voter_for_two_blocks_is_slashed_after_the_deferral() {
	const ROUND: u64 = 7;
	Driver::run_through_eras(|chain| {
		let (place, index) = offender();
		let (who, voter) = (provider(index), WELL_KNOWN[index].grandpa);
		let key = sp_consensus_grandpa::AuthorityId::from(voter.public());
		let key_owner_proof = Historical::prove((sp_consensus_grandpa::KEY_TYPE, key))
			.expect("the key is a validator's");
		let report = |targets| pallet_grandpa::Call::<Runtime>::report_equivocation {
			equivocation_proof: Box::new(double_vote(voter, ROUND, targets)),
			key_owner_proof: key_owner_proof.clone(),
		};
		let targets = [H256::repeat_byte(1), H256::repeat_byte(2)];
		let reporter = EVE.to_account_id();

		// To vote twice for the same block is not to equivocate.
		let refused = pallet_grandpa::Error::<Runtime>::InvalidEquivocationProof;
		assert_eq!(chain.sign(&EVE.pair(), report([targets[0]; 2])), Err(refused.into()));

		let (before, reporters) = (money(&who), money(&reporter));
		chain.must(&EVE.pair(), report(targets));
		assert_eq!(money(&reporter), reporters, "a true report costs nothing");
		let slot = pallet_grandpa::TimeSlot {
			set_id: pallet_grandpa::CurrentSetId::<Runtime>::get(),
			round: ROUND,
		};
		let slash = check_reported(*b"grandpa:equivoca", slot.encode(), place, &who, &reporter);
		let own = penalty(&who);
		// Half of the tenth that `slash_reward_fraction` gives to reporters.
		let payout = Perbill::from_percent(50) * (Perbill::from_percent(10) * own);
		assert_eq!((slash.own, slash.payout, slash.others), (own, payout, vec![]));

		let known: DispatchError = pallet_grandpa::Error::<Runtime>::DuplicateOffenceReport.into();
		assert_eq!(chain.sign(&EVE.pair(), report(targets)), Err(known));
		let reporters = money(&reporter);

		// Until the deferral is over governance may cancel it; then it is taken.
		go_to_era(chain, SlashDeferDuration::get());
		assert_eq!((Staking::slashable_balance_of(&who), money(&who)), (STAKE, before));
		go_to_era(chain, SlashDeferDuration::get() + 1);
		assert_eq!((Staking::slashable_balance_of(&who), money(&who)), (STAKE - own, before - own));
		assert_eq!(money(&reporter), reporters + payout);
	});
}

#[test]
fn an_author_of_two_blocks_in_a_slot_is_reported_by_the_node_that_sees_it() {
	Driver::run_through_eras(|_| {
		let (place, index) = offender();
		let (who, author) = (provider(index), WELL_KNOWN[index].account);
		let slot = pallet_babe::CurrentSlot::<Runtime>::get();
		let sealed_header = |state: u8| {
			let claim = SecondaryPlainPreDigest { authority_index: place, slot };
			let claim = DigestItem::babe_pre_digest(PreDigest::SecondaryPlain(claim));
			let mut header = Header::new(
				System::block_number(),
				H256::zero(),
				H256::repeat_byte(state),
				System::parent_hash(),
				Digest { logs: vec![claim] },
			);
			let seal = author.sign(header.hash().as_ref());
			header.digest_mut().push(DigestItem::babe_seal(seal.into()));
			header
		};
		let key = sp_consensus_babe::AuthorityId::from(author.public());
		let proof = sp_consensus_babe::EquivocationProof {
			offender: key.clone(),
			slot,
			first_header: sealed_header(1),
			second_header: sealed_header(2),
		};
		let key_owner_proof = Historical::prove((sp_consensus_babe::KEY_TYPE, key))
			.expect("the key is a validator's");
		let call = pallet_babe::Call::report_equivocation_unsigned {
			equivocation_proof: Box::new(proof),
			key_owner_proof,
		};
		let report = UncheckedExtrinsic::new_bare(call.into());
		assert_eq!(Executive::apply_extrinsic(report.clone()), Ok(Ok(())));

		// The reward is the author's of the block that brings the report.
		let reporter = Session::validators().remove(0);
		let slash = check_reported(*b"babe:equivocatio", slot.encode(), place, &who, &reporter);
		assert_eq!(slash.own, penalty(&who));

		assert_eq!(Executive::apply_extrinsic(report), Err(InvalidTransaction::Stale.into()));
	});
}
