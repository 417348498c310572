/* @scenario {"name": "page_errors"} */
// Errors and rejections that nobody catches, as the window is told of them.
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

scenario("page_errors", async function (t) {
  const log = []; let mode = "";
  window.onerror = function (...a) { log.push([mode, "onerror", a.length, a[0], typeof a[1], a[2] > 0, a[3] > 0, D(a[4])]); return mode.includes("handled"); };
  const h = (e) => log.push([mode, "listener", e.message, e.defaultPrevented, D(e.error), e instanceof ErrorEvent]); addEventListener("error", h);
  const rj = (e) => { log.push([mode, e.type, D(e.reason), e.promise instanceof Promise, e.cancelable, e instanceof PromiseRejectionEvent]); if (mode.includes("handled")) e.preventDefault(); };
  window.onunhandledrejection = rj; addEventListener("rejectionhandled", rj);
  const run = async (m, f, ms = 100) => { mode = m; f(); await t.sleep(ms); t.log(m, log.splice(0)); };
  await run("timer throws", () => setTimeout(() => { throw new TypeError("tt"); }, 0));
  await run("timer throws handled", () => setTimeout(() => { throw new Error("th"); }, 0));
  await run("microtask throws", () => queueMicrotask(() => { throw new Error("mt"); }));
  await run("interval", () => { const i = setInterval(() => { clearInterval(i); throw new Error("iv"); }, 1); });
  await run("rejection", () => { Promise.reject(new Error("rr")); });
  await run("rejection handled", () => { Promise.reject(new Error("rh")); });
  await run("rejection value", () => { Promise.reject(5); });
  await run("async fn", () => { (async () => { await null; throw new RangeError("af"); })(); });
  await run("handled later", () => { const p = Promise.reject(1); setTimeout(() => p.catch(() => {}), 5); });
  await run("handled soon", () => { const p = Promise.reject(1); Promise.resolve().then(() => p.catch(() => {})); });
  await run("two", () => { Promise.reject(1); Promise.reject(2); });
  await run("api promise", () => { chrome.sockets.udp.getInfo(9999); }, 300);
  await run("callback throws", () => chrome.sockets.udp.create({}, () => { throw new Error("cb"); }), 300);
  await run("async callback", () => chrome.sockets.udp.create({}, async () => { throw new Error("acb"); }), 300);
  await run("event throws", () => { const f = () => { chrome.sockets.udp.onReceive.removeListener(f); throw new Error("ev"); }; chrome.sockets.udp.onReceive.addListener(f); chrome.sockets.udp.create({}, (c) => chrome.sockets.udp.bind(c.socketId, "127.0.0.1", 0, () => { const u = t.peer("uecho"); chrome.sockets.udp.send(c.socketId, t.bytes("x"), u.host, u.port, () => {}); })); }, 300);
  window.onerror = null; X(t, "onerror null", () => window.onerror); window.onerror = 5; X(t, "onerror 5", () => window.onerror);
  removeEventListener("error", h);
  window.onerror = () => { log.push("first"); throw new Error("in handler"); };
  await run("throws in onerror", () => setTimeout(() => { throw new Error("x"); }, 0)); window.onerror = null;
  addEventListener("error", (e) => { log.push("prevented"); e.preventDefault(); }, { once: true }); await run("prevent", () => setTimeout(() => { throw new Error("x"); }, 0));
});
