//! What the calls do with classes and their indices.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{
	book::Book,
	index::{Index, Policy},
	pallet::*,
	types::{Class, ClassName, Market},
};
use frame_support::{ensure, traits::Get};
use sp_runtime::{DispatchError, DispatchResult};
use tradewind_primitives::{ClassId, Clock, Subject};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register_class(name: ClassName) -> DispatchResult {
		let class = Self::add_class(name.clone())?;
		Self::record(None, Subject::Class(class), "class.registered", &(class, &name));
		Self::deposit_event(Event::ClassRegistered { class, name });
		Ok(())
	}

	pub(crate) fn add_class(name: ClassName) -> Result<ClassId, DispatchError> {
		ensure!(!name.is_empty(), Error::<T>::NoName);
		let class = NextClassId::<T>::get();
		NextClassId::<T>::put(class.next().ok_or(Error::<T>::IdsExhausted)?);
		Classes::<T>::insert(class, Class { name });
		let index = Index::new(T::DefaultIndex::get(), T::Clock::now());
		Markets::<T>::insert(class, Market { index, directory: Default::default(), next_page: 0 });
		Ok(class)
	}

	pub(crate) fn do_set_index(class: ClassId, new: Policy) -> DispatchResult {
		ensure!(new.is_sound(), Error::<T>::BadPolicy);
		let mut book = Book::<T>::open(class)?;
		let old = book.market.index.policy;
		book.market.index.reset(new);
		book.close();
		Self::record(None, Subject::Class(class), "class.index_set", &(class, old, new));
		Self::deposit_event(Event::IndexSet { class, old, new });
		Ok(())
	}
}
