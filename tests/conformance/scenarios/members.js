/* @scenario {"name": "members"} */
// Members of the namespaces and of events: their order, descriptors, prototypes.
scenario("members", async (t) => {
  const attempt = (label, f) => { let r; try { r = f(); } catch (e) { r = "threw " + e; } t.log(label, r); };
  const d = (o, k) => { const x = Object.getOwnPropertyDescriptor(o, k); return x === undefined ? "none" : ["value" in x ? typeof x.value : "acc " + typeof x.get + " " + typeof x.set, x.writable, x.enumerable, x.configurable].join(" "); };
  const OBJECTS = ["", "sockets", "sockets.tcp", "sockets.tcpServer", "sockets.udp", "socket", "system", "system.network", "sockets.tcp.DnsQueryType", "sockets.udp.DnsQueryType", "socket.SocketType", "sockets.tcp.onReceive", "sockets.tcpServer.onAccept", "runtime.onSuspend"];
  const at = (p) => p === "" ? chrome : p.split(".").reduce((o, k) => o && o[k], chrome);

  for (const p of OBJECTS.slice(1)) {
    const o = at(p);
    t.log(p + " names", Object.getOwnPropertyNames(o));
    t.log(p + " keys", Object.keys(o));
    const inn = []; for (const k in o) inn.push(k);
    t.log(p + " for in", inn);
    t.log(p + " symbols", Object.getOwnPropertySymbols(o).map(String));
    t.log(p + " what", [typeof o, Object.prototype.toString.call(o), String(o), Object.isExtensible(o), Object.isFrozen(o), Object.isSealed(o), Object.getPrototypeOf(o) === Object.prototype, o instanceof Object, o.constructor && o.constructor.name]);
    for (const k of Object.getOwnPropertyNames(o)) t.log(p + "." + k + " descriptor", d(o, k));
    attempt(p + " json", () => JSON.stringify(o));
  }
  t.log("chrome has", ["sockets", "socket", "system", "runtime", "app"].map((k) => [k, k in chrome, d(chrome, k)]));
  t.log("globalThis.chrome", d(globalThis, "chrome"));
  for (const p of ["sockets.tcp.create", "sockets.tcp.connect", "sockets.udp.send", "socket.destroy", "system.network.getNetworkInterfaces", "runtime.getURL", "runtime.getManifest", "sockets.tcp.onReceive.addListener", "sockets.tcp.onReceive.hasListeners"]) {
    const f = at(p);
    t.log(p, [typeof f, f.name, f.length, Object.prototype.toString.call(f), Object.getOwnPropertyNames(f).sort(), d(f, "name"), d(f, "length"), f instanceof Function, Object.isExtensible(f), Object.getPrototypeOf(f) === Function.prototype]);
      attempt(p + " new", () => { const x = new f(); return typeof x; });
  }
  const ev = chrome.sockets.tcp.onReceive;
  attempt("proto chain of an event", () => { const out = []; for (let o = ev; o; o = Object.getPrototypeOf(o)) out.push([o.constructor ? o.constructor.name : null, o === Object.prototype, Object.getOwnPropertyNames(o).sort().slice(0, 12)]); return out; });
  attempt("constructor of event", () => { const C = ev.constructor; return [typeof C, C.name, C.length, ev instanceof C]; });
  attempt("new event constructor", () => typeof new ev.constructor());
  attempt("call event constructor", () => typeof ev.constructor());
  attempt("same proto", () => [Object.getPrototypeOf(ev) === Object.getPrototypeOf(chrome.sockets.udp.onReceive), Object.getPrototypeOf(ev) === Object.getPrototypeOf(chrome.runtime.onSuspend), ev.addListener === chrome.sockets.udp.onReceive.addListener]);
  attempt("cross call", () => ev.addListener.call(chrome.sockets.udp.onReceive, () => 0));
  t.log("cross", [ev.hasListeners(), chrome.sockets.udp.onReceive.hasListeners()]);
  attempt("dispatch member", () => [typeof ev.dispatch, d(ev, "dispatch"), typeof ev.dispatchToListener, typeof ev.destroy_]);
  t.log("stringify namespaces", [JSON.stringify(chrome.sockets.tcp.DnsQueryType), JSON.stringify(chrome.sockets)]);
  const s = Symbol("q"); chrome.sockets.tcp[s] = 1; t.log("symbol on namespace", chrome.sockets.tcp[s]);
});
