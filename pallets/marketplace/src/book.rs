//! The book of a class while it is worked with: its market, and those of its pages that were read.
//!
//! A page is read once, however much is done with it, and written once when the book is closed. A
//! book that is dropped without being closed has changed nothing.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{
	directory::{place_of, Key, Summary},
	index::{Portion, Sample},
	pallet::*,
	types::MAX_SAMPLES,
};
use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::traits::{Defensive, DefensiveOption, Get};
use sp_runtime::DispatchError;
use tradewind_primitives::{traits::Reputation, ClassId, Clock, OfferId};

/// A page that was read.
struct Loaded<T: Config> {
	listings: Vec<ListingOf<T>>,
	changed: bool,
}

/// The book of a class.
pub(crate) struct Book<T: Config> {
	/// The class.
	pub class: ClassId,
	/// Its market. The index is at this moment.
	pub market: MarketOf<T>,
	/// What the history of the index is to receive.
	sample: Option<Sample>,
	pages: BTreeMap<u32, Loaded<T>>,
	/// Where offers are listed that were listed elsewhere, or nowhere.
	moved: BTreeMap<OfferId, (T::AccountId, u32)>,
}

impl<T: Config> Book<T> {
	/// Opens the book of a class and lets the time pass for its index.
	pub fn open(class: ClassId) -> Result<Self, Error<T>> {
		let mut market = Markets::<T>::get(class).ok_or(Error::<T>::UnknownClass)?;
		let sample = market.index.touch(T::Clock::now());
		Ok(Self { class, market, sample, pages: BTreeMap::new(), moved: BTreeMap::new() })
	}

	/// How many samples the history of the index receives: one, once an hour.
	pub fn samples(&self) -> u32 {
		u32::from(self.sample.is_some())
	}

	/// The listings of a page.
	pub fn page(&mut self, page: u32) -> &mut Vec<ListingOf<T>> {
		&mut self.loaded(page).listings
	}

	fn loaded(&mut self, page: u32) -> &mut Loaded<T> {
		let class = self.class;
		self.pages.entry(page).or_insert_with(|| Loaded {
			listings: Pages::<T>::get(class, page).into_inner(),
			changed: false,
		})
	}

	/// The listing of an offer on a page.
	pub fn listing(&mut self, page: u32, offer: OfferId) -> Result<&mut ListingOf<T>, Error<T>> {
		self.page(page)
			.iter_mut()
			.find(|listing| listing.offer == offer)
			.defensive_ok_or(Error::<T>::UnknownOffer)
	}

	/// Changes a listing, and notes how well its provider is known. It moves to another page when it
	/// then asks another price.
	pub fn change<R>(
		&mut self,
		page: u32,
		offer: OfferId,
		change: impl FnOnce(&mut ListingOf<T>) -> Result<R, DispatchError>,
	) -> Result<R, DispatchError> {
		let listing = self.listing(page, offer)?;
		let (key, portion) = (Key::of(listing), listing.portion());
		let done = change(listing)?;
		listing.reputation = T::Reputation::reputation(&listing.provider);
		if Key::of(listing) == key {
			let changed = listing.portion();
			self.market.index.replace(portion, changed);
			self.summarise(page);
		} else {
			let listing = listing.clone();
			self.market.index.replace(portion, Portion::default());
			self.take_off(page, offer)?;
			self.insert(listing)?;
		}
		Ok(done)
	}

	/// Lists an offer on the page to which its price belongs.
	pub fn insert(&mut self, listing: ListingOf<T>) -> Result<(), DispatchError> {
		self.market.index.replace(Portion::default(), listing.portion());
		let key = Key::of(&listing);
		let place = match place_of(&self.market.directory, &key) {
			Some(place) => place,
			None => self.add_page(0, key, Vec::new())?,
		};
		let page = self.page_at(place)?;
		// Only the first page can get what comes before it.
		if let Some(summary) = self.market.directory.get_mut(place) {
			summary.from = summary.from.min(key);
		}
		self.moved.insert(listing.offer, (listing.provider.clone(), page));
		self.page(page).push(listing);
		if self.page(page).len() > T::PageSize::get() as usize {
			self.split(place)?;
		}
		self.summarise(page);
		Ok(())
	}

	/// Takes an offer off its page, and out of the index.
	pub fn remove(&mut self, page: u32, offer: OfferId) -> Result<ListingOf<T>, DispatchError> {
		let listing = self.take_off(page, offer)?;
		self.market.index.replace(listing.portion(), Portion::default());
		Ok(listing)
	}

	fn take_off(&mut self, page: u32, offer: OfferId) -> Result<ListingOf<T>, Error<T>> {
		let listings = self.page(page);
		let listing = listings
			.iter()
			.position(|listing| listing.offer == offer)
			.map(|index| listings.swap_remove(index))
			.defensive_ok_or(Error::<T>::UnknownOffer)?;
		self.moved.remove(&offer);
		self.summarise(page);
		self.merge(page)?;
		Ok(listing)
	}

	/// Moves the dearer half of a page that is too full to a new one. Where offers are only ever
	/// added at one end, as when all ask the same, the full page stays full.
	fn split(&mut self, place: usize) -> Result<(), Error<T>> {
		let page = self.page_at(place)?;
		let newest = self.page(page).last().map(Key::of);
		let listings = self.page(page);
		listings.sort_unstable_by_key(Key::of);
		let half = if listings.last().map(Key::of) == newest {
			listings.len().saturating_sub(1)
		} else {
			listings.len() / 2
		};
		let dearer = listings.split_off(half);
		let from = dearer.first().map(Key::of).defensive_ok_or(Error::<T>::UnknownOffer)?;
		self.add_page(place.saturating_add(1), from, dearer)?;
		Ok(())
	}

	/// Joins a page that is nearly empty with a neighbour that has room, so that the directory
	/// never holds many more pages than it needs.
	fn merge(&mut self, page: u32) -> Result<(), Error<T>> {
		let directory = &self.market.directory;
		let place = directory
			.iter()
			.position(|summary| summary.page == page)
			.defensive_ok_or(Error::<T>::UnknownOffer)?;
		let size = T::PageSize::get();
		let count = |place: usize| directory.get(place).map(|summary| u32::from(summary.count));
		let is_roomy = |place: &usize| count(*place).is_some_and(|count| count <= size / 2);
		let left = count(place).unwrap_or_default();
		let before = place.checked_sub(1).filter(is_roomy);
		let after = place.checked_add(1).filter(is_roomy);
		let into = before.or(after).filter(|_| left <= size / 4);
		if into.is_none() && left > 0 {
			return Ok(());
		}
		let from = self.market.directory.get(place).map(|summary| summary.from);
		if let (Some(into), Some(from)) = (into, from) {
			let neighbour = self.page_at(into)?;
			let listings = core::mem::take(self.page(page));
			for listing in &listings {
				self.moved.insert(listing.offer, (listing.provider.clone(), neighbour));
			}
			self.page(neighbour).extend(listings);
			if let Some(summary) = self.market.directory.get_mut(into) {
				summary.from = summary.from.min(from);
			}
			self.summarise(neighbour);
		}
		self.loaded(page).changed = true;
		self.market.directory.remove(place);
		Ok(())
	}

	/// Puts a new page into the directory, and returns its place.
	fn add_page(
		&mut self,
		place: usize,
		from: Key,
		listings: Vec<ListingOf<T>>,
	) -> Result<usize, Error<T>> {
		let page = self.market.next_page;
		self.market.next_page = page.checked_add(1).ok_or(Error::<T>::IdsExhausted)?;
		let summary = Summary::of(page, from, &listings);
		self.market.directory.try_insert(place, summary).map_err(|_| Error::<T>::BookFull)?;
		for listing in &listings {
			self.moved.insert(listing.offer, (listing.provider.clone(), page));
		}
		self.pages.insert(page, Loaded { listings, changed: true });
		Ok(place)
	}

	fn page_at(&self, place: usize) -> Result<u32, Error<T>> {
		let summary = self.market.directory.get(place);
		summary.map(|summary| summary.page).defensive_ok_or(Error::<T>::UnknownOffer)
	}

	/// Notes that a page has changed.
	fn summarise(&mut self, page: u32) {
		self.loaded(page).changed = true;
		let summary = self.market.directory.iter_mut().find(|summary| summary.page == page);
		if let (Some(summary), Some(loaded)) = (summary, self.pages.get(&page)) {
			*summary = Summary::of(page, summary.from, &loaded.listings);
		}
	}

	/// Writes what has changed.
	pub fn close(self) {
		let Self { class, market, sample, pages, moved } = self;
		Markets::<T>::insert(class, market);
		for (page, Loaded { listings, .. }) in pages.into_iter().filter(|(_, page)| page.changed) {
			if listings.is_empty() {
				Pages::<T>::remove(class, page);
			} else if let Ok(listings) = listings.try_into().defensive() {
				Pages::<T>::insert::<_, _, PageOf<T>>(class, page, listings);
			}
		}
		for (offer, (provider, page)) in moved {
			OffersOf::<T>::mutate(provider, |places| {
				if let Some(place) = places.iter_mut().find(|place| place.offer == offer) {
					place.page = Some(page);
				}
			});
		}
		if let Some(sample) = sample {
			Histories::<T>::mutate(class, |samples| {
				if samples.len() >= MAX_SAMPLES as usize {
					samples.remove(0);
				}
				// There is room: if there was none, the oldest is gone.
				let _ = samples.try_push(sample).defensive();
			});
		}
	}
}
