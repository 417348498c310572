/* @scenario {"name": "event_receivers"} */
// Methods of events and namespaces called on other things, listeners of every kind, what dispatch gives.
scenario("event_receivers", async (t) => {
  const attempt = (label, f) => { let r; try { r = f(); } catch (e) { r = "threw " + e; } t.log(label, r); };
  const d = (o, k) => { const x = Object.getOwnPropertyDescriptor(o, k); return x === undefined ? "none" : ["value" in x ? typeof x.value : "acc " + typeof x.get + " " + typeof x.set, x.writable, x.enumerable, x.configurable].join(" "); };
  const OBJECTS = ["", "sockets", "sockets.tcp", "sockets.tcpServer", "sockets.udp", "socket", "system", "system.network", "sockets.tcp.DnsQueryType", "sockets.udp.DnsQueryType", "socket.SocketType", "sockets.tcp.onReceive", "sockets.tcpServer.onAccept", "runtime.onSuspend"];
  const at = (p) => p === "" ? chrome : p.split(".").reduce((o, k) => o && o[k], chrome);

  const out = [];
  const f = chrome.sockets.tcp.getSockets;
  for (const [l, self] of [["undefined", undefined], ["null", null], ["5", 5], ["{}", {}], ["udp", chrome.sockets.udp], ["proxy", new Proxy({}, { get() { out.push("trap"); } })]]) attempt("getSockets on " + l, () => f.call(self, () => 0));
  attempt("getSockets in Reflect.apply", () => Reflect.apply(f, undefined, { length: 1, 0: () => 0 }));
  attempt("bind", () => f.bind(null, () => 0)());
  attempt("spread holes", () => chrome.sockets.tcp.getInfo(...[, ], () => 0));
  const ev = chrome.sockets.udp.onReceive;
  for (const k of ["addListener", "removeListener", "hasListener", "hasListeners", "dispatch"]) for (const [l, self] of [["undefined", undefined], ["null", null], ["5", 5], ["{}", {}], ["create", Object.create(ev)], ["other event", chrome.sockets.tcp.onReceive], ["window", globalThis], ["proxy", new Proxy(ev, {})], ["runtime event", chrome.runtime.onSuspend]]) attempt(k + " on " + l, () => { const r = ev[k].call(self, () => 0); return typeof r; });
  for (const e of [ev, chrome.sockets.tcp.onReceive, chrome.runtime.onSuspend]) t.log("has", e.hasListeners());
  const POOL = [undefined, null, 0, 1.5, NaN, true, "s", "", 1n, Symbol("x"), {}, [], [1, 2], /x/, new Date(0), new Error("e"), class {}, async () => 0, function* () {}, new Proxy(() => 0, {}), new Proxy({}, {}), (() => 0).bind(), { toString: () => "T" }, { toString() { throw new Error("ts"); } }, Object.create(null), new String("so"), Math.max, chrome.sockets.tcp.create, chrome];
  POOL.forEach((v, i) => { for (const k of ["addListener", "hasListener", "removeListener"]) attempt(k + " " + i, () => { const r = chrome.sockets.tcpServer.onAccept[k](v); return r === undefined ? "undefined" : r; }); });
  t.log("now", chrome.sockets.tcpServer.onAccept.hasListeners());
  POOL.forEach((v, i) => { attempt("addListener(f, " + i + ")", () => { const r = chrome.sockets.tcpServer.onAcceptError.addListener(() => 0, v); return r === undefined ? "undefined" : r; }); });
  t.log("now", chrome.sockets.tcpServer.onAcceptError.hasListeners());
  POOL.forEach((v, i) => { attempt("dispatch " + i, () => { const r = chrome.sockets.tcp.onReceiveError.dispatch(v); return r === undefined ? "undefined" : r; }); });
  attempt("addListener(f, f)", () => chrome.sockets.tcp.onReceiveError.addListener(() => 0, () => 0));
  attempt("addListener(f, undefined, 1)", () => chrome.sockets.tcp.onReceiveError.addListener(() => 0, undefined, 1));
  attempt("hasListener(undefined, f)", () => chrome.sockets.tcp.onReceiveError.hasListener(undefined, () => 0));
  const seen = [];
  chrome.sockets.tcp.onReceive.addListener(function () { "use strict"; seen.push([this === undefined, arguments.length, new.target === undefined]); return 5; });
  chrome.sockets.tcp.onReceive.addListener(function (...a) { seen.push([this === globalThis, a]); return { x: 1 }; });
  chrome.sockets.tcp.onReceive.addListener((...a) => { seen.push("throws"); throw new Error("l"); });
  chrome.sockets.tcp.onReceive.addListener(async (...a) => { seen.push("async"); return 1; });
  attempt("dispatch", () => { const r = chrome.sockets.tcp.onReceive.dispatch(1, 2, 3); return [Object.keys(r), r.results.length, r.results.map((x) => typeof x)]; });
  await t.sleep(20);
  t.log("seen", seen);
  t.log("trapped", out);
});
