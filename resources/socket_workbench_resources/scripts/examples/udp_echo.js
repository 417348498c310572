// UDP echo: one socket sends datagrams back to whoever sent them, another one tries it.
//
// With PEER set, only the second one is made and talks to that host.
const PEER = "";
const PORT = 7;
const COUNT = 3;

const { udp } = chrome.sockets;
let echo, client;
let left = COUNT;

// Most methods take a callback and return nothing; this makes a promise of it.
const call = (method, ...args) => new Promise((done) => method(...args, done));

udp.onReceive.addListener(({ socketId, data, remoteAddress, remotePort }) => {
  if (socketId === echo) {
    udp.send(echo, data, remoteAddress, remotePort, () => {});
  } else if (socketId === client) {
    console.log("back from", `${remoteAddress}:${remotePort}`, data);
    if (--left === 0) finish();
  }
});

udp.onReceiveError.addListener(({ socketId, resultCode }) => {
  console.error(`socket ${socketId} failed`, resultCode);
});

function finish() {
  for (const id of [echo, client]) if (id !== undefined) udp.close(id);
}

async function bound(name, address) {
  const { socketId } = await udp.create({ name });
  const resultCode = await call(udp.bind, socketId, address, 0);
  if (resultCode < 0) throw new Error(`bind failed: ${resultCode}`);
  return socketId;
}

async function main() {
  let address = PEER, port = PORT;
  if (!PEER) {
    echo = await bound("echo", "127.0.0.1");
    ({ localAddress: address, localPort: port } = await call(udp.getInfo, echo));
  }
  client = await bound("client", PEER ? "0.0.0.0" : "127.0.0.1");
  for (let number = 1; number <= COUNT; number++) {
    const data = new Uint8Array([number, 0, 255]).buffer;
    console.log(`datagram ${number}`, await call(udp.send, client, data, address, port));
  }
}

main();
