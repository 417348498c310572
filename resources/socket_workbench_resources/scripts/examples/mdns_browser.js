// mDNS browser: asks the network which services there are, and who offers them (RFC 6762).
//
// Answers come to the port that asked, so nothing needs to be joined.
const GROUP = "224.0.0.251";
const PORT = 5353;
const QUESTION = "_services._dns-sd._udp.local";
const PATIENCE_MS = 3000;

const { udp } = chrome.sockets;
const PTR = 12, IN = 1;
const asked = new Set(), found = new Map();  // type -> names
let socket;

// Most methods take a callback and return nothing; this makes a promise of it.
const call = (method, ...args) => new Promise((done) => method(...args, done));

function query(name) {
  const labels = name.split(".").map((label) => new TextEncoder().encode(label));
  const bytes = [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0];
  for (const label of labels) bytes.push(label.length, ...label);
  bytes.push(0, 0, PTR, 0, IN);
  return new Uint8Array(bytes).buffer;
}

// A name begins at `at`; the pointers in it lead to earlier ones.
function readName(view, at) {
  const labels = [];
  let end, jumps = 0;
  for (;;) {
    const length = view.getUint8(at);
    if (length >= 0xc0) {
      end ??= at + 2;
      if (++jumps > 20) throw new RangeError("a name that goes round in circles");
      at = view.getUint16(at) & 0x3fff;
    } else if (length === 0) {
      return { name: labels.join("."), end: end ?? at + 1 };
    } else {
      const label = new Uint8Array(view.buffer, view.byteOffset + at + 1, length);
      labels.push(new TextDecoder().decode(label));
      at += 1 + length;
    }
  }
}

function* pointers(data) {
  const view = new DataView(data);
  let at = 12;
  for (let left = view.getUint16(4); left > 0; left--) at = readName(view, at).end + 4;
  const records = view.getUint16(6) + view.getUint16(8) + view.getUint16(10);
  for (let number = 0; number < records; number++) {
    const { name, end } = readName(view, at);
    if (view.getUint16(end) === PTR) yield [name, readName(view, end + 10).name];
    at = end + 10 + view.getUint16(end + 8);
  }
}

async function ask(name) {
  if (asked.has(name)) return;
  asked.add(name);
  const { resultCode } = await call(udp.send, socket, query(name), GROUP, PORT);
  if (resultCode < 0) console.error(`could not ask for ${name}`, resultCode);
}

udp.onReceive.addListener(({ socketId, data, remoteAddress }) => {
  if (socketId !== socket) return;
  try {
    for (const [name, target] of pointers(data)) take(name, target, remoteAddress);
  } catch (error) {
    console.warn(`${remoteAddress} sent what is no DNS message`, data);
  }
});

function take(type, target, from) {
  if (type === QUESTION) {
    ask(target);
    return;
  }
  const names = found.get(type) ?? new Set();
  if (names.has(target)) return;
  found.set(type, names.add(target));
  console.log(`${type} -> ${target}`, `from ${from}`);
}

async function main() {
  socket = (await udp.create({ name: "mdns" })).socketId;
  await call(udp.bind, socket, "0.0.0.0", 0);
  await ask(QUESTION);
  setTimeout(() => {
    if (found.size === 0) console.log("nobody answered");
    udp.close(socket);
  }, PATIENCE_MS);
}

main();
