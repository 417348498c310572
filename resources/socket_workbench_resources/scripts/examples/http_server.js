// HTTP server on chrome.sockets.tcpServer: serves a page, and what it knows about the request.
//
// Open the address that the console shows in a browser; Stop ends it.
const ADDRESS = "127.0.0.1";
const PORT = 0;  // 0: any free port

const { tcp, tcpServer } = chrome.sockets;
const requests = new Map();  // socketId -> what came of its head
let server, visits = 0;

// Most methods take a callback and return nothing; this makes a promise of it.
const call = (method, ...args) => new Promise((done) => method(...args, done));

const PAGES = {
  "/": () => ["text/html; charset=utf-8", `<!doctype html><title>chrome.sockets</title>
<h1>It works</h1><p>Visit number ${++visits}. <a href="/info">What the server sees</a>`],
  "/info": (request) => ["application/json", JSON.stringify(request, null, 2)],
};

tcpServer.onAccept.addListener(({ socketId, clientSocketId }) => {
  if (socketId !== server) return;
  requests.set(clientSocketId, "");
  tcp.setPaused(clientSocketId, false);  // accepted sockets start paused
});

tcp.onReceive.addListener(({ socketId, data }) => {
  if (!requests.has(socketId)) return;
  const head = requests.get(socketId) + new TextDecoder("latin1").decode(data);
  requests.set(socketId, head);
  if (head.includes("\r\n\r\n")) respond(socketId, parse(head));
});

tcp.onReceiveError.addListener(({ socketId }) => close(socketId));

function close(socketId) {
  if (requests.delete(socketId)) tcp.close(socketId);
}

function parse(head) {
  const [first, ...lines] = head.split("\r\n\r\n", 1)[0].split("\r\n");
  const [method, target] = first.split(" ");
  const headers = Object.fromEntries(lines.map((line) => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  }));
  const url = URL.parse(target ?? "/", "http://localhost");
  return { method, path: url?.pathname ?? "/", query: url?.search ?? "", headers };
}

async function respond(socketId, request) {
  const page = PAGES[request.path];
  const [type, content] = page ? page(request) : ["text/plain", "no such page\n"];
  const status = page ? "200 OK" : "404 Not Found";
  console.log(request.method, request.path, status, request.headers);
  const body = new TextEncoder().encode(request.method === "HEAD" ? "" : content);
  const head = new TextEncoder().encode(`HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\n` +
    `Content-Length: ${body.length}\r\nConnection: close\r\n\r\n`);
  const message = new Uint8Array(head.length + body.length);
  message.set(head);
  message.set(body, head.length);
  await call(tcp.send, socketId, message.buffer);
  close(socketId);
}

async function main() {
  server = (await tcpServer.create({ name: "http" })).socketId;
  const resultCode = await call(tcpServer.listen, server, ADDRESS, PORT);
  if (resultCode < 0) {
    console.error("could not listen", resultCode);
    tcpServer.close(server);
    return;
  }
  const { localAddress, localPort } = await call(tcpServer.getInfo, server);
  console.log(`http://${localAddress}:${localPort}/`);
}

main();
