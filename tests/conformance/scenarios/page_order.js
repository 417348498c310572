/* @scenario {"name": "page_order"} */
// Microtasks, timers and promises around calls of the API.
function D(v, depth) {
  depth = depth || 0;
  if (v === null || v === undefined) return String(v);
  if (typeof v === "function") return "function " + v.name + "/" + v.length;
  if (typeof v === "symbol" ) return String(v);
  if (typeof v === "bigint") return v + "n";
  if (typeof v !== "object") return v;
  if (typeof DOMException !== "undefined" && v instanceof DOMException) return "DOMException " + v.name + "|" + v.message + "|" + v.code;
  if (v instanceof Error) return v.name + ": " + v.message;
  if (v instanceof ArrayBuffer) return "AB " + Array.from(new Uint8Array(v)).join();
  if (ArrayBuffer.isView(v)) return v.constructor.name + " " + Array.from(new Uint8Array(v.buffer, v.byteOffset, v.byteLength)).slice(0,300).join();
  if (depth > 3) return "...";
  if (v instanceof Map) return ["Map", ...[...v].map(([a,b]) => [D(a,depth+1), D(b,depth+1)])];
  if (v instanceof Set) return ["Set", ...[...v].map((a) => D(a,depth+1))];
  if (v instanceof Date) return "Date " + +v;
  if (v instanceof RegExp) return "RegExp " + v + v.lastIndex;
  if (Array.isArray(v)) return v.map((x) => D(x, depth + 1));
  if (typeof v.then === "function") return "promise";
  const o = { $: Object.prototype.toString.call(v) };
  for (const k of Object.keys(v)) o[k] = D(v[k], depth + 1);
  return o;
}
function X(t, label, f) {
  let r;
  try { r = D(f()); } catch (e) { r = { threw: D(e) }; }
  t.log(label, r);
}
async function Y(t, label, f) {
  let r;
  try { r = D(await f()); } catch (e) { r = { threw: D(e) }; }
  t.log(label, r);
}
function all(t, text) {
  // text: functions keyed
  for (const [k, f] of Object.entries(text)) X(t, k, f);
}

scenario("page_order", async function (t) {
  const log = []; const L = (x) => log.push(x);
  const { socketId } = await new Promise((r) => chrome.sockets.udp.create({}, r));
  await new Promise((r) => {
    chrome.sockets.udp.create({}, (i) => { L("cb"); Promise.resolve().then(() => L("cb micro")); queueMicrotask(() => L("cb qm")); setTimeout(() => { L("cb timer"); r(); }, 0); });
    L("sync"); Promise.resolve().then(() => L("micro after call"));
  });
  t.log("callback", log.splice(0));
  await new Promise((r) => {
    const p = chrome.sockets.udp.create({}); p.then(() => { L("promise"); }); p.then(() => { L("promise2"); }).then(() => L("promise2 then")); p.finally(() => { L("finally"); setTimeout(r, 0); });
  });
  t.log("promise", log.splice(0));
  await new Promise((r) => {
    chrome.sockets.udp.getInfo(9999, () => { L(["le", chrome.runtime.lastError && chrome.runtime.lastError.message]); Promise.resolve().then(() => L(["le micro", chrome.runtime.lastError && chrome.runtime.lastError.message])); setTimeout(() => { L(["le timer", chrome.runtime.lastError === undefined]); r(); }, 0); });
  });
  t.log("lastError", log.splice(0));
  await chrome.sockets.udp.getInfo(9999).catch((e) => { L(["rejected", String(e), e instanceof Error, e.constructor === Error, e.name, Object.keys(e), chrome.runtime.lastError === undefined]); });
  t.log("rejection", log.splice(0));
  const p = chrome.sockets.udp.getInfo(socketId);
  t.log("promise class", [p instanceof Promise, p.constructor === Promise, Object.prototype.toString.call(p)]);
  await p;
  // event listeners vs microtasks
  await new Promise((r) => {
    const l1 = () => { L("l1"); Promise.resolve().then(() => L("l1 micro")); };
    const l2 = () => { L("l2"); Promise.resolve().then(() => L("l2 micro")); setTimeout(() => { chrome.sockets.udp.onReceive.removeListener(l1); chrome.sockets.udp.onReceive.removeListener(l2); r(); }, 0); };
    chrome.sockets.udp.onReceive.addListener(l1); chrome.sockets.udp.onReceive.addListener(l2);
    const u = t.peer("uecho");
    chrome.sockets.udp.bind(socketId, "127.0.0.1", 0, () => chrome.sockets.udp.send(socketId, t.bytes("x"), u.host, u.port, () => {}));
  });
  t.log("events", log.splice(0));
  // await chains
  L((await chrome.sockets.udp.create()).socketId > 0);
  const [a, b] = await Promise.all([chrome.sockets.udp.create({}), chrome.sockets.udp.create({})]);
  L(b.socketId - a.socketId);
  t.log("all", log.splice(0));
  class Sub extends Promise {} ;
  const saved = Promise.prototype.then; let thens = 0;
  Promise.prototype.then = function (...x) { thens++; return saved.apply(this, x); };
  await new Promise((r) => chrome.sockets.udp.getInfo(socketId, r));
  Promise.prototype.then = saved;
  t.log("patched then", thens <= 1);
});
