// Multicast: joins a group, says hello to it, and shows what everybody says there.
//
// Run it in two panels, or on two machines with TTL 1, and they hear each other.
const GROUP = "239.255.77.77";
const PORT = 47777;
const TTL = 0;  // 0: this machine alone, 1: this network

const { udp } = chrome.sockets;
const me = `visitor ${Math.floor(Math.random() * 9000) + 1000}`;
let socket;

// Most methods take a callback and return nothing; this makes a promise of it.
const call = (method, ...args) => new Promise((done) => method(...args, done));

udp.onReceive.addListener(({ socketId, data, remoteAddress }) => {
  if (socketId === socket) console.log(`${remoteAddress}:`, new TextDecoder().decode(data));
});

udp.onReceiveError.addListener(({ resultCode }) => console.error("receiving failed", resultCode));

function check(what, resultCode) {
  if (resultCode < 0) throw new Error(`${what} failed: ${resultCode}`);
}

async function main() {
  socket = (await udp.create({ name: me })).socketId;
  try {
    check("setMulticastTimeToLive", await call(udp.setMulticastTimeToLive, socket, TTL));
    check("setMulticastLoopbackMode", await call(udp.setMulticastLoopbackMode, socket, true));
    check("bind", await call(udp.bind, socket, "0.0.0.0", PORT));
    check("joinGroup", await call(udp.joinGroup, socket, GROUP));
    console.log("joined", await call(udp.getJoinedGroups, socket), `as ${me}`);
    const hello = new TextEncoder().encode(`hello from ${me}`).buffer;
    check("send", (await call(udp.send, socket, hello, GROUP, PORT)).resultCode);
  } catch (error) {
    console.error(error.message);
    udp.close(socket);
  }
}

main();
