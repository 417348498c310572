// TCP echo client: connects, sends a line, shows what comes back.
//
// While PORT is 0 it makes its own echo server on this machine to talk to.  Set HOST and PORT
// to talk to another one.
const HOST = "127.0.0.1";
const PORT = 0;

const { tcp, tcpServer } = chrome.sockets;
const text = (buffer) => new TextDecoder().decode(buffer);
const bytes = (string) => new TextEncoder().encode(string).buffer;

// Most methods take a callback and return nothing; this makes a promise of it.
const call = (method, ...args) => new Promise((done) => method(...args, done));

tcp.onReceive.addListener(({ socketId, data }) => {
  if (socketId !== client) return;
  console.log("received", text(data).trim(), data);
  tcp.close(client);
  if (server !== undefined) tcpServer.close(server);
});

tcp.onReceiveError.addListener(({ socketId, resultCode }) => {
  if (socketId === client) console.log("the server is gone", resultCode);
  tcp.close(socketId);
});

let client, server;

async function main() {
  const port = PORT || await startEchoServer();
  client = (await tcp.create({ name: "echo client" })).socketId;
  const resultCode = await call(tcp.connect, client, HOST, port);
  if (resultCode < 0) {
    console.error("could not connect", resultCode);
    return;
  }
  console.log("connected", await call(tcp.getInfo, client));
  await call(tcp.send, client, bytes("Hello, socket!\n"));
}

// The other end, for want of a server: it sends back whatever comes.
async function startEchoServer() {
  server = (await tcpServer.create({ name: "echo server" })).socketId;
  await call(tcpServer.listen, server, "127.0.0.1", 0);
  tcpServer.onAccept.addListener(({ clientSocketId }) => {
    tcp.onReceive.addListener(({ socketId, data }) => {
      if (socketId === clientSocketId) tcp.send(socketId, data, () => {});
    });
    tcp.setPaused(clientSocketId, false);  // accepted sockets start paused
  });
  return (await call(tcpServer.getInfo, server)).localPort;
}

main();
