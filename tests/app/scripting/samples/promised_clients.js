// Clients of line, binary and datagram protocols in the style of promises.
'use strict';
const tcp = chrome.sockets.tcp, udp = chrome.sockets.udp;
const pcall = (f, ...args) => new Promise((resolve, reject) => f(...args, (...results) => {
  const error = chrome.runtime.lastError;
  if (error) reject(new Error(error.message)); else resolve(results[0]);
}));

class Connection extends EventTarget {
  static async open(host, port) {
    const one = new Connection();
    one.id = (await pcall(tcp.create, { bufferSize: 8192 })).socketId;
    one.onReceive = ({ socketId, data }) => { if (socketId === one.id) one.dispatchEvent(new CustomEvent('data', { detail: data })); };
    one.onError = ({ socketId, resultCode }) => { if (socketId === one.id) one.dispatchEvent(new CustomEvent('end', { detail: resultCode })); };
    tcp.onReceive.addListener(one.onReceive);
    tcp.onReceiveError.addListener(one.onError);
    const result = await pcall(tcp.connect, one.id, host, port);
    if (result < 0) throw new Error(`connect ${result}`);
    return one;
  }
  async send(data) {
    const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
    const { resultCode, bytesSent } = await pcall(tcp.send, this.id, bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    if (resultCode < 0 || bytesSent !== bytes.length) throw new Error(`send ${resultCode}`);
  }
  async close() {
    tcp.onReceive.removeListener(this.onReceive);
    tcp.onReceiveError.removeListener(this.onError);
    await tcp.disconnect(this.id);
    await tcp.close(this.id);
  }
}

async function irc(port) {
  const c = await Connection.open('127.0.0.1', port), decoder = new TextDecoder('utf-8');
  let rest = '';
  const done = new Promise((resolve, reject) => {
    c.addEventListener('data', async (e) => {
      const lines = (rest + decoder.decode(e.detail, { stream: true })).split('\r\n');
      rest = lines.pop();
      for (const line of lines) {
        const m = /^(?::(\S+) )?(\S+)((?: (?!:)\S+)*)(?: :(.*))?$/.exec(line);
        if (m[2] === 'PING') await c.send(`PONG :${m[4]}\r\n`);
        else if (m[2] === '001') await c.send('JOIN #chrome\r\n');
        else if (m[2] === 'PRIVMSG') resolve(`<${m[1].split('!')[0]}> ${m[4]}`);
      }
    });
    c.addEventListener('end', (e) => reject(new Error(`lost ${e.detail}`)), { once: true });
  });
  await c.send('NICK guest\r\nUSER guest 0 * :Guest\r\n');
  console.log(await done);
  await c.send('QUIT :bye\r\n');
  await c.close();
}

function mqttPacket(type, ...parts) {
  const bytes = parts.flatMap((p) => (typeof p === 'string' ? [new TextEncoder().encode(p).length >> 8, new TextEncoder().encode(p).length & 255, ...new TextEncoder().encode(p)] : p));
  const size = [];
  let n = bytes.length;
  do { size.push((n & 127) | (n > 127 ? 128 : 0)); n >>= 7; } while (n > 0);
  return Uint8Array.of(type, ...size, ...bytes);
}

async function mqtt(port) {
  const c = await Connection.open('127.0.0.1', port);
  let have = new Uint8Array(0);
  const waiting = [];
  c.addEventListener('data', ({ detail }) => {
    const all = new Uint8Array(have.length + detail.byteLength);
    all.set(have); all.set(new Uint8Array(detail), have.length);
    have = all;
    while (have.length >= 2 && have.length >= 2 + have[1]) { waiting.shift()?.(have.slice(0, 2 + have[1])); have = have.subarray(2 + have[1]); }
  });
  const next = () => new Promise((resolve) => waiting.push(resolve));
  let answer = next();
  await c.send(mqttPacket(0x10, 'MQTT', [4, 2, 0, 60], 'workbench'));
  console.log('connack', (await answer)[3]);
  answer = next();
  await c.send(mqttPacket(0x82, [0, 1], 'a/b', [0]));
  console.log('suback', (await answer)[0] === 0x90);
  answer = next();
  await c.send(mqttPacket(0x30, 'a/b', [...new TextEncoder().encode('grüß')]));
  const got = await answer, topic = (got[2] << 8) | got[3];
  console.log('message', new TextDecoder().decode(got.subarray(4 + topic)));
  await c.send(mqttPacket(0xe0));
  await c.close();
}

async function ntp(port) {
  const { socketId } = await udp.create({});
  const answered = new Promise((resolve) => udp.onReceive.addListener(function once(info) {
    if (info.socketId !== socketId) return;
    udp.onReceive.removeListener(once);
    resolve(info);
  }));
  await pcall(udp.bind, socketId, '0.0.0.0', 0);
  const packet = new DataView(new ArrayBuffer(48));
  packet.setUint8(0, 0x1b);
  const { bytesSent } = await pcall(udp.send, socketId, packet.buffer, '127.0.0.1', port);
  const winner = await Promise.race([answered, new Promise((_, no) => setTimeout(no, 5000, new Error('late')))]);
  const view = new DataView(winner.data), seconds = view.getUint32(40) - 2208988800;
  console.log('time', bytesSent, new Date(seconds * 1000).toISOString());
  await udp.close(socketId);
}

Promise.allSettled([irc(IRC), mqtt(MQTT), ntp(NTP)]).then((all) => {
  for (const one of all) if (one.status === 'rejected') console.error(one.reason);
  console.log('done');
  window.close();
});
