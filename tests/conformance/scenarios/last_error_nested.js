/* @scenario {"name": "last_error_nested"} */
// runtime.lastError with calls, errors, microtasks and rejections inside, and what the object is.
scenario("last_error_nested", async (t) => {
  const attempt = (label, f) => { let r; try { r = f(); } catch (e) { r = "threw " + e; } t.log(label, r); };
  const d = (o, k) => { const x = Object.getOwnPropertyDescriptor(o, k); return x === undefined ? "none" : ["value" in x ? typeof x.value : "acc " + typeof x.get + " " + typeof x.set, x.writable, x.enumerable, x.configurable].join(" "); };
  const OBJECTS = ["", "sockets", "sockets.tcp", "sockets.tcpServer", "sockets.udp", "socket", "system", "system.network", "sockets.tcp.DnsQueryType", "sockets.udp.DnsQueryType", "socket.SocketType", "sockets.tcp.onReceive", "sockets.tcpServer.onAccept", "runtime.onSuspend"];
  const at = (p) => p === "" ? chrome : p.split(".").reduce((o, k) => o && o[k], chrome);

  const le = () => { const e = chrome.runtime.lastError; return e ? e.message : e === undefined ? "undefined" : String(e); };
  const L = [];
  const fail = (f) => new Promise((done) => chrome.sockets.tcp.getInfo(999, () => { f(); done(); }));
  const legacyFail = (f) => new Promise((done) => chrome.socket.getInfo(999, () => { f(); done(); }));
  await fail(() => { t.log("keys inside", Object.keys(chrome.runtime).includes("lastError")); attempt("delete inside", () => { "use strict"; return [delete chrome.runtime.lastError, le()]; }); });
  t.log("outside", le());
  await fail(() => { const e = chrome.runtime.lastError; t.log("error object", [Object.getOwnPropertyNames(e), d(e, "message"), Object.isFrozen(e), Object.isExtensible(e), Object.getPrototypeOf(e) === Object.prototype, e.constructor === Object, String(e), e.stack === undefined]); e.extra = 1; delete e.message; L.push(chrome.runtime.lastError.extra, chrome.runtime.lastError.message === undefined); });
  t.log("changed", L.splice(0));
  await fail(() => { L.push(le()); try { chrome.sockets.tcp.getInfo("x", () => 0); } catch (e) { L.push(String(e).length > 0, le()); } });
  await fail(() => { chrome.sockets.tcp.getInfo(998).catch((e) => L.push(["inner rejection", e.message, le()])); L.push(le()); });
  await t.call("sockets.tcp.getSockets");
  t.log("calls inside", L.splice(0));
  await new Promise((done) => fail(() => { queueMicrotask(() => { L.push(["micro 1", le()]); queueMicrotask(() => { L.push(["micro 2", le()]); Promise.resolve().then(() => L.push(["micro 3", le()])).then(done); }); }); throw new Error("mine"); }).catch(() => 0));
  t.log("microtasks after a throw", L.splice(0));
  await Promise.all([fail(() => L.push(["a", le()])), t.call("sockets.tcp.getSockets").then(() => L.push(["ok", le()])), legacyFail(() => L.push(["legacy", le()])), fail(() => L.push(["b", le()]))]);
  t.log("several", L.splice(0));
  const p = chrome.sockets.tcp.getInfo(999);
  t.log("promise", [p instanceof Promise, p.constructor === Promise, Object.getOwnPropertyNames(p), Object.prototype.toString.call(p)]);
  await p.then(() => L.push("?"), (e) => { L.push([e.message, e.name, String(e), le(), Object.getOwnPropertyNames(e).sort(), typeof e.stack]); });
  t.log("rejection", L.splice(0));
  t.log("resolved values", [await chrome.sockets.tcp.update((await chrome.sockets.tcp.create()).socketId, {}), await chrome.sockets.tcp.close(1).catch((e) => e.message), Object.keys(await chrome.sockets.tcp.create({}))]);
  await new Promise((done) => chrome.sockets.tcp.getInfo(999, { toString: 1 } && (() => { L.push(le()); fail(() => { L.push(["nested", le()]); done(); }); L.push(le()); })));
  t.log("nested", L.splice(0));
  await fail(() => { const e = new Error("x"); chrome.runtime.lastError = { message: "own" }; L.push(le()); });
  L.push(le());
  await fail(() => L.push(le()));
  await t.call("sockets.tcp.getSockets");
  L.push(le(), d(chrome.runtime, "lastError"));
  t.log("set inside", L.splice(0));
});
