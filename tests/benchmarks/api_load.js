// What the JavaScript API can do, row by row; `CONFIG` is put in front.
const { tcp, tcpServer, udp } = chrome.sockets;
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
let onTcp = null, onUdp = null, onAccept = null;
tcp.onReceive.addListener((info) => { if (onTcp) onTcp(info); });
tcp.onReceiveError.addListener(() => {});
udp.onReceive.addListener((info) => { if (onUdp) onUdp(info); });
tcpServer.onAccept.addListener((info) => { if (onAccept) onAccept(info); });

async function connected(properties, port) {
  const { socketId } = await tcp.create(properties);
  const result = await new Promise((done) => tcp.connect(socketId, "127.0.0.1", port, done));
  if (result !== 0) throw new Error(`connect ${result}`);
  return socketId;
}

const send = (id, data) => new Promise((done) => tcp.send(id, data, done));
const ask = (line) => new Promise((done) => tcp.send(control, new TextEncoder().encode(line + "\n"), done));
let control = 0;

async function receive(bufferSize) {
  let bytes = 0, events = 0, first = 0, last = 0;
  onTcp = (info) => {
    if (!first) { first = performance.now(); return; }
    bytes += info.data.byteLength;
    events++;
    last = performance.now();
  };
  const id = await connected({ bufferSize }, CONFIG.flood);
  await sleep(CONFIG.ms);
  onTcp = null;
  await tcp.close(id);
  const s = (last - first) / 1000;
  return { "MB/s": bytes / s / 1e6, "events/s": events / s };
}

async function sendAll(window) {
  const id = await connected({}, CONFIG.discard), data = new ArrayBuffer(65536);
  const start = performance.now(), end = start + CONFIG.ms;
  let bytes = 0;
  async function lane() {
    while (performance.now() < end) bytes += (await send(id, data)).bytesSent;
  }
  await Promise.all(Array.from({ length: window }, lane));
  const s = (performance.now() - start) / 1000;
  await tcp.close(id);
  return { "MB/s": bytes / s / 1e6, "sends/s": bytes / 65536 / s };
}

async function echo() {
  const id = await connected({}, CONFIG.echo), data = new ArrayBuffer(64);
  let got = 0, count = 0, wake = null;
  onTcp = (info) => {
    got += info.data.byteLength;
    if (got >= 64 && wake) { got -= 64; wake(); }
  };
  const start = performance.now(), end = start + CONFIG.ms;
  while (performance.now() < end) {
    await new Promise((done) => { wake = done; tcp.send(id, data, () => {}); });
    count++;
  }
  const s = (performance.now() - start) / 1000;
  onTcp = null;
  await tcp.close(id);
  return { "round trips/s": count / s };
}

async function datagrams(size, rate) {
  const { socketId } = await udp.create({});
  await new Promise((done) => udp.bind(socketId, "127.0.0.1", 0, done));
  const { localPort } = await udp.getInfo(socketId);
  let count = 0, first = 0, last = 0;
  onUdp = () => { last = performance.now(); first ||= last; count++; };
  await ask(`udp ${localPort} ${size} ${rate} ${CONFIG.datagrams}`);
  for (let quiet = 0, before = -1; quiet < 10; ) {
    await sleep(100);
    quiet = count > 0 && count === before ? quiet + 1 : 0;
    before = count;
  }
  onUdp = null;
  await udp.close(socketId);
  return { "received/s": count / ((last - first) / 1000), lost: CONFIG.datagrams - count };
}

async function connects() {
  const start = performance.now(), end = start + CONFIG.ms;
  let count = 0;
  for (; performance.now() < end; count++) await tcp.close(await connected({}, CONFIG.discard));
  return { "/s": count / ((performance.now() - start) / 1000) };
}

async function accepts() {
  const { socketId } = await tcpServer.create({});
  await new Promise((done) => tcpServer.listen(socketId, "127.0.0.1", 0, 1000, done));
  const { localPort } = await tcpServer.getInfo(socketId);
  let count = 0, first = 0, last = 0;
  onAccept = (info) => {
    last = performance.now();
    if (!first) first = last; else count++;
    tcp.close(info.clientSocketId);
  };
  await ask(`dial ${localPort} ${CONFIG.ms}`);
  await sleep(CONFIG.ms + 500);
  onAccept = null;
  await tcpServer.close(socketId);
  return { "/s": count / ((last - first) / 1000) };
}

const ROWS = {
  "receive, bufferSize 4096": () => receive(4096),
  "receive, bufferSize 1 MiB": () => receive(1 << 20),
  "send 64 KiB": () => sendAll(1),
  "send 64 KiB, 16 at once": () => sendAll(16),
  "echo 64 bytes": echo,
  "datagrams of 64 bytes": () => datagrams(64, CONFIG.rate),
  "connect and close": connects,
  accept: accepts,
};

(async () => {
  control = await connected({}, CONFIG.control);
  for (const name of CONFIG.rows.length ? CONFIG.rows : Object.keys(ROWS)) {
    console.log(JSON.stringify([name, await ROWS[name]()]));
    await sleep(200);
  }
  close();
})();
