#!/usr/bin/env node
// Sells and buys on a Tradewind chain with @polkadot/api alone: no custom types, nothing of ours.

import { createHash, randomBytes, webcrypto } from "node:crypto";
import { readFile } from "node:fs/promises";
import { buffer, text } from "node:stream/consumers";
import { gunzipSync, gzipSync } from "node:zlib";
import { ApiPromise, Keyring, WsProvider } from "@polkadot/api";
import { blake2AsU8a } from "@polkadot/util-crypto";
import { bech32 } from "@scure/base";
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import tar from "tar-stream";

// Node.js 18, which Debian 12 ships, keeps it in the module alone.
globalThis.crypto ??= webcrypto;

const HELP = `\
Registers a provider, then submits a task as Eve and reads its result, with @polkadot/api and no
custom types.

  node polkadot-js.mjs [ws URL] [WASI module] [input file]
  node polkadot-js.mjs --help

It prints what the workload wrote, then one line of JSON: task, provider, exit_code, seconds, amount,
registered. What it does on the way goes to standard error. Exit codes: 0 done, 1 failed, 64 wrong
arguments.`;

const WIND = 10n ** 12n;
/** What the workload may use. */
const NEEDS = { cpuMillis: 500, memoryMib: 256, diskMib: 64, gpus: 0, egressMbps: 0 };
/** The longest it may run, in billed seconds. */
const MAX_SECONDS = 120;
/** How long each kind of waiting may last, in milliseconds. */
const PATIENCE = { connect: 30_000, inclusion: 60_000, task: 180_000, gateway: 30_000 };

/** A failure that is explained by its message alone. */
class Failure extends Error {}

const say = (text) => console.error(text);
const sha256 = (bytes) => `0x${createHash("sha256").update(bytes).digest("hex")}`;
const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** The promise, or a failure when it takes longer. */
function within(milliseconds, what, promise) {
	let timer;
	const late = new Promise((_, refuse) => {
		const seconds = milliseconds / 1000;
		timer = setTimeout(() => refuse(new Failure(`waited ${seconds} s for ${what}`)), milliseconds);
	});
	return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

async function connect(url) {
	if (!/^wss?:\/\//.test(url)) throw new Failure(`\`${url}\` begins with neither ws:// nor wss://`);
	// Without dialling again by itself: a node that is not there is an error at once.
	const provider = new WsProvider(url, false);
	const connected = new Promise((done, refuse) => {
		provider.on("connected", done);
		// Later ones show in the request that they break.
		provider.on("error", () => refuse(new Failure(`no node answers at ${url}`)));
	});
	await provider.connect();
	await within(PATIENCE.connect, `a node at ${url}`, connected);
	const api = ApiPromise.create({ provider, noInitWarn: true, throwOnConnect: true });
	return within(PATIENCE.connect, `the metadata of ${url}`, api);
}

/** Signs and submits a call; its events, once it is in a block. */
function submit(api, signer, call) {
	const name = `${call.method.section}.${call.method.method}`;
	const included = new Promise((done, refuse) => {
		let stop = () => {};
		const settle = (end, value) => {
			stop();
			end(value);
		};
		call.signAndSend(signer, (result) => {
			const { status, dispatchError, events } = result;
			if (dispatchError) {
				settle(refuse, new Failure(`${name} was refused: ${explain(api, dispatchError)}`));
			} else if (status.isInBlock || status.isFinalized) {
				settle(done, events.map(({ event }) => event));
			} else if (result.isError) {
				settle(refuse, new Failure(`${name} did not get into a block: ${status.type}`));
			}
		}).then((unsubscribe) => (stop = unsubscribe), (cause) =>
			refuse(new Failure(`${name} was not accepted: ${cause.message}`)));
	});
	return within(PATIENCE.inclusion, `${name} to get into a block`, included);
}

/** An error of the chain in its own words. */
function explain(api, error) {
	if (!error.isModule) return error.toString();
	const { section, name, docs } = api.registry.findMetaError(error.asModule);
	return `${section}.${name}: ${docs.join(" ").trim()}`;
}

/** The event of that name, which the call must have emitted. */
function found(events, section, method) {
	const event = events.find((event) => event.section === section && event.method === method);
	if (!event) throw new Failure(`there was no event ${section}.${method}`);
	return event.data;
}

/** The 32 bytes of an `age1…` key, as they stand on chain. */
const toRaw = (recipient) => bech32.decodeToBytes(recipient).bytes;
/** The `age1…` key of 32 bytes on chain. */
const toRecipient = (raw) => bech32.encodeFromBytes("age", raw);

/** Registers a provider whose keys nobody had before. */
async function register(api, keyring) {
	const path = `//Ferdie//${randomBytes(4).toString("hex")}`;
	const owner = keyring.addFromUri(path);
	const agent = keyring.addFromUri(`${path}//agent`);
	const identity = await generateX25519Identity();
	const encryptionKey = toRaw(await identityToRecipient(identity));
	const collateral = api.consts.providers.minCollateral.toBigInt();
	const funds = collateral + api.consts.providers.registrationDeposit.toBigInt() + 10n * WIND;
	const gift = api.tx.balances.transferKeepAlive(owner.address, funds);
	await submit(api, keyring.addFromUri("//Ferdie"), gift);
	const profile = { region: "test", endpoint: "http://127.0.0.1:1" };
	const call = api.tx.providers.register(profile, agent.address, encryptionKey, collateral);
	found(await submit(api, owner, call), "providers", "Registered");

	const record = (await api.query.providers.providers(owner.address)).unwrap();
	const standing = (await api.query.providers.standings(owner.address)).unwrap();
	const asGiven = standing.status.isActive
		&& record.agent.eq(agent.address)
		&& record.encryptionKey.eq(encryptionKey)
		&& record.region.toUtf8() === profile.region
		&& standing.collateral.total.toBigInt() === collateral;
	if (!asGiven) throw new Failure(`the chain has ${owner.address} otherwise than registered`);
	return owner.address;
}

/** A billing account of `owner` in the native token, opened if there is none. */
async function account(api, owner) {
	for (const [key, entry] of await api.query.billing.accounts.entries()) {
		const account = entry.unwrap();
		if (account.owner.eq(owner.address) && account.asset.isNative) return key.args[0];
	}
	const events = await submit(api, owner, api.tx.billing.openAccount("Native", 100n * WIND));
	return found(events, "billing", "AccountOpened").tab;
}

/** What `NEEDS` cost per second: each term rounded up, as the chain does. */
function rateOf(prices) {
	const term = (price, quantity, unit) => (price.toBigInt() * BigInt(quantity) + unit - 1n) / unit;
	return term(prices.cpu, NEEDS.cpuMillis, 1000n)
		+ term(prices.memory, NEEDS.memoryMib, 1024n)
		+ term(prices.disk, NEEDS.diskMib, 1024n)
		+ term(prices.gpu, NEEDS.gpus, 1n)
		+ term(prices.egress, NEEDS.egressMbps, 1n);
}

/** An active provider that has room, the cheapest first, and what it asks. */
async function choose(api) {
	const fits = (free) => Object.entries(NEEDS).every(([what, much]) => free[what].toNumber() >= much);
	const pages = await api.query.marketplace.pages.entries(0);
	const listings = pages.flatMap(([, page]) => [...page])
		.filter(({ asset, tier, free }) => asset.isNative && tier.toNumber() === 0 && fits(free))
		.map(({ provider, prices }) => ({ provider, rate: rateOf(prices) }))
		.sort((a, b) => (a.rate < b.rate ? -1 : 1));
	for (const { provider, rate } of listings) {
		const standing = (await api.query.providers.standings(provider)).unwrapOr(null);
		if (!standing?.status.isActive) continue;
		const record = (await api.query.providers.providers(provider)).unwrap();
		return { provider, rate, record };
	}
	throw new Failure("no active provider has room");
}

/** Module and input as they travel: a gzip'd tar of parts in the order of their names. */
async function pack(module, stdin) {
	const archive = tar.pack();
	const manifest = `${JSON.stringify({ version: 1, args: [], env: {} })}\n`;
	for (const [name, content] of [
		["manifest.json", manifest],
		["module.wasm", module],
		["stdin", stdin],
	]) {
		archive.entry({ name, mode: 0o644, mtime: new Date(0) }, content);
	}
	archive.finalize();
	return gzipSync(await buffer(archive));
}

/** The parts of a result by their names. */
async function unpack(packed) {
	const archive = tar.extract();
	archive.end(gunzipSync(packed));
	const parts = {};
	for await (const entry of archive) parts[entry.header.name] = await text(entry);
	return parts;
}

async function seal(plain, recipients) {
	const encrypter = new Encrypter();
	recipients.forEach((recipient) => encrypter.addRecipient(recipient));
	return encrypter.encrypt(plain);
}

async function open(sealed, identity) {
	const decrypter = new Decrypter();
	decrypter.addIdentity(identity);
	return decrypter.decrypt(sealed);
}

/** Reads the state of a task until it has finished; its receipt. */
async function finished(api, task) {
	let last = "";
	const end = Date.now() + PATIENCE.task;
	while (Date.now() < end) {
		const entry = await within(PATIENCE.connect, "the state", api.query.tasks.tasks(task));
		if (entry.isNone) throw new Failure(`task ${task} is not in the state of the best block`);
		const { state } = entry.unwrap();
		if (state.type !== last) say(`task ${task}: ${(last = state.type).toLowerCase()}`);
		if (state.isFinished) return state.asFinished;
		if (state.isFailed || state.isCancelled) {
			throw new Failure(`task ${task} did not finish: ${JSON.stringify(state.toHuman())}`);
		}
		await sleep(1_000);
	}
	throw new Failure(`task ${task} is ${last.toLowerCase()} after ${PATIENCE.task / 1000} s`);
}

/** The sealed result, as the chain knows it. */
async function fetchResult(endpoint, task, report) {
	const url = `${endpoint.replace(/\/+$/, "")}/results/${task}`;
	const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE.gateway) })
		.catch((cause) => {
			throw new Failure(`${url}: ${cause.cause?.message ?? cause.message}`);
		});
	if (!answer.ok) throw new Failure(`${url} answered ${answer.status}`);
	const sealed = new Uint8Array(await answer.arrayBuffer());
	if (BigInt(sealed.length) !== report.resultSize.toBigInt()) {
		throw new Failure(`${url} has ${sealed.length} bytes, not ${report.resultSize}`);
	}
	if (sha256(sealed) !== report.result.toHex()) {
		throw new Failure(`${url} is not the result whose digest is on chain`);
	}
	return sealed;
}

async function work(api, modulePath, inputPath) {
	const keyring = new Keyring({ type: "sr25519", ss58Format: api.registry.chainSS58 });
	const eve = keyring.addFromUri("//Eve");
	const [module, input] = await Promise.all([modulePath, inputPath].map((path) =>
		readFile(path).catch((cause) => {
			throw new Failure(cause.message);
		})));

	const registered = await register(api, keyring);
	say(`registered ${registered}`);
	const tab = await account(api, eve);
	say(`Eve pays from account ${tab}`);

	const { provider, rate, record } = await choose(api);
	const identity = await generateX25519Identity();
	const recipient = await identityToRecipient(identity);
	const bundle = await pack(module, input);
	const data = await seal(bundle, [toRecipient(record.encryptionKey.toU8a()), recipient]);
	const spec = {
		tab,
		class: 0,
		tier: 0,
		needs: NEEDS,
		maxRate: rate,
		maxSeconds: MAX_SECONDS,
		prepaid: true,
		candidates: [provider],
		maxAttempts: 1,
		placeWithin: 60,
		resultKey: toRaw(recipient),
		spot: false,
		filters: {},
	};
	const bytes = api.createType("Bytes", `0x${Buffer.from(data).toString("hex")}`);
	const events = await submit(api, eve, api.tx.tasks.submit(spec, blake2AsU8a(data), bytes));
	const task = found(events, "tasks", "Submitted").task.toNumber();
	say(`task ${task}: ${data.length} sealed bytes for ${provider}`);

	const receipt = await finished(api, task);
	const { report, bill } = receipt;
	if (bill.amount.toBigInt() !== receipt.rate.toBigInt() * bill.seconds.toBigInt()) {
		throw new Failure(`the bill of task ${task} is not its rate times its seconds`);
	}
	const endpoint = record.endpoint.toUtf8();
	const plain = await open(await fetchResult(endpoint, task, report), identity);
	if (sha256(plain) !== report.output.toHex()) {
		throw new Failure(`the result of task ${task} holds another archive than was reported`);
	}
	const { stdout, stderr, "result.json": summary } = await unpack(plain);
	process.stdout.write(stdout.endsWith("\n") || stdout === "" ? stdout : `${stdout}\n`);
	const exited = report.outcome.isExited;
	console.log(JSON.stringify({
		task,
		provider: receipt.provider.toString(),
		exit_code: exited ? report.outcome.asExited.toNumber() : null,
		seconds: bill.seconds.toNumber(),
		amount: bill.amount.toString(),
		registered,
	}));
	if (!exited || !report.outcome.asExited.isZero()) {
		const { detail } = JSON.parse(summary);
		throw new Failure(`the workload ended with ${report.outcome}: ${detail ?? stderr}`);
	}
}

async function main(args) {
	if (args.includes("--help") || args.includes("-h")) {
		console.log(HELP);
		return 0;
	}
	if (args.length !== 3) {
		say(`error: three arguments are needed\n\n${HELP}`);
		return 64;
	}
	const [url, module, input] = args;
	let api;
	try {
		api = await connect(url);
		await work(api, module, input);
		return 0;
	} catch (cause) {
		say(`error: ${cause instanceof Failure ? cause.message : (cause.stack ?? cause)}`);
		return 1;
	} finally {
		// A node that is gone cannot be said goodbye to.
		await api?.disconnect().catch(() => {});
	}
}

// With an exit of its own, since the socket of a node that hangs would keep the process alive.
process.exit(await main(process.argv.slice(2)));
