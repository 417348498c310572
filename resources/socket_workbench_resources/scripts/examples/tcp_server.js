// TCP server: greets every client and answers its lines in capitals.
//
// Connect to it with a TCP client panel; it listens until you press Stop, or a client says "quit".
const ADDRESS = "127.0.0.1";
const PORT = 0;  // 0: any free port, shown in the console

const { tcp, tcpServer } = chrome.sockets;
const clients = new Map();  // socketId -> what came of a line that is not whole yet
let server;

// Most methods take a callback and return nothing; this makes a promise of it.
const call = (method, ...args) => new Promise((done) => method(...args, done));

function say(socketId, line) {
  return call(tcp.send, socketId, new TextEncoder().encode(`${line}\r\n`).buffer);
}

tcpServer.onAccept.addListener(async ({ socketId, clientSocketId }) => {
  if (socketId !== server) return;
  clients.set(clientSocketId, "");
  const { peerAddress, peerPort } = await call(tcp.getInfo, clientSocketId);
  console.log(`client ${clientSocketId} from ${peerAddress}:${peerPort}`);
  await say(clientSocketId, `hello, you are client ${clientSocketId}`);
  tcp.setPaused(clientSocketId, false);  // accepted sockets start paused
});

tcpServer.onAcceptError.addListener(({ resultCode }) => console.error("accept failed", resultCode));

tcp.onReceive.addListener(({ socketId, data }) => {
  if (!clients.has(socketId)) return;
  const lines = (clients.get(socketId) + new TextDecoder().decode(data)).split(/\r?\n/);
  clients.set(socketId, lines.pop());
  for (const line of lines) answer(socketId, line);
});

tcp.onReceiveError.addListener(({ socketId, resultCode }) => {
  console.log(`client ${socketId} left`, resultCode);
  clients.delete(socketId);
  tcp.close(socketId);
});

async function answer(socketId, line) {
  if (line !== "quit") {
    await say(socketId, line.toUpperCase());
    return;
  }
  await say(socketId, "bye");
  for (const id of clients.keys()) tcp.close(id);
  tcpServer.close(server);
}

async function main() {
  server = (await tcpServer.create({ name: "greeter" })).socketId;
  const resultCode = await call(tcpServer.listen, server, ADDRESS, PORT);
  if (resultCode < 0) {
    console.error("could not listen", resultCode);
    tcpServer.close(server);
    return;
  }
  const { localAddress, localPort } = await call(tcpServer.getInfo, server);
  console.log(`listening on ${localAddress}:${localPort}`);
}

main();
