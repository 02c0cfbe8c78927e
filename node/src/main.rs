//! The Tradewind node: a validator or a full node of the Tradewind chain.

// The errors of a node are the SDK's, and their size is its choice.
#![allow(clippy::result_large_err)]

mod chain_spec;
mod cli;
mod command;
mod rpc;
mod service;

fn main() -> sc_cli::Result<()> {
	command::run()
}
