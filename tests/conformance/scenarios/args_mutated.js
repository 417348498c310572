/* @scenario {"name": "args_mutated"} */
// Every method of every namespace, its good arguments changed in one to three places by chance (with a
// seed): values of all kinds, too few, too many, callbacks where none belong.
scenario("args_mutated", async (t) => {
  function rng(seed) { let a = seed >>> 0; return () => { a = (a + 0x6d2b79f5) >>> 0; let x = Math.imul(a ^ (a >>> 15), 1 | a); x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x; return ((x ^ (x >>> 14)) >>> 0) / 4294967296; }; }
  class Inst { constructor() { this.a = 1; } get name() { return "proto"; } }
  class Empty {}
  const POOL = {
    "-0": () => -0, "0.5": () => 0.5, "1e21": () => 1e21, "2**31": () => 2 ** 31, "2**31-1": () => 2 ** 31 - 1, "-2**31": () => -(2 ** 31), "-2**31-1": () => -(2 ** 31) - 1, "NaN": () => NaN, "-Inf": () => -Infinity, "1e6": () => 1e6, "5e-324": () => 5e-324,
    "2**53": () => 2 ** 53, "1n": () => 1n, "big": () => 10n ** 30n, "true": () => true, "false": () => false, "null": () => null, "undef": () => undefined, "''": () => "", "'x'": () => "x", "'tcp'": () => "tcp", "'any'": () => "any", "'ANY'": () => "ANY", "'lone'": () => "\ud800", "'1'": () => "1",
    "'long'": () => "y".repeat(70000), "'nul'": () => "a\0b", "'utf16'": () => "\u4e2d\u{1f600}", "String": () => new String("any"), "Number": () => new Number(7), "Boolean": () => new Boolean(true), "Object(1n)": () => Object(1n), "Object(Symbol)": () => Object(Symbol("o")), "Symbol": () => Symbol("s"), "Symbol.iterator": () => Symbol.iterator,
    "arrow": () => () => 0, "function": () => function f() {}, "class": () => class K {}, "async": () => async () => 0, "generator": () => function* g() {}, "Function.prototype": () => Function.prototype, "bound": () => (() => 0).bind(null), "fn with props": () => Object.assign(() => 0, { name2: 1 }),
    "[]": () => [], "[1]": () => [1], "[hole]": () => [, 1], "['any']": () => ["any"], "Date": () => new Date(0), "RegExp": () => /x/g, "proxy {}": () => new Proxy({}, {}), "proxy fn": () => new Proxy(() => 0, {}), "proxy name": () => new Proxy({ name: "p" }, {}),
    "Inst": () => new Inst(), "Empty": () => new Empty(), "null proto": () => Object.create(null), "null proto name": () => Object.assign(Object.create(null), { name: "q" }), "getter throws": () => ({ get name() { throw new RangeError("mine"); } }), "getter throws 5": () => ({ get name() { throw 5; } }), "getter throws undef": () => ({ get name() { throw undefined; } }), "bad then throws": () => ({ persistent: 3, get name() { throw new Error("late"); } }), "throws then bad": () => ({ get name() { throw new Error("early"); }, persistent: 3 }),
    "inherited": () => Object.create({ name: 5, bogus: 1 }), "{}": () => ({}), "{name}": () => ({ name: "n" }), "{persistent}": () => ({ persistent: true }), "{bufferSize}": () => ({ bufferSize: 9 }), "{bogus}": () => ({ bogus: 1 }), "{bogus undef}": () => ({ bogus: undefined }), "{tlsVersion}": () => ({ tlsVersion: { min: "tls1.2" } }), "{__proto__}": () => JSON.parse('{"__proto__":1}'), "{toString}": () => ({ toString: () => "x" }), "{constructor}": () => ({ constructor: 1 }), "{hasOwnProperty}": () => ({ hasOwnProperty: 1 }), "{'a.b'}": () => ({ "a.b": 1 }), "{quote}": () => ({ "a'b\"": 1 }), "{uni}": () => ({ "\u4e2d\ud800": 1 }), "{index}": () => ({ 2: 1, 1: 1 }), "{valueOf}": () => ({ valueOf: () => 5 }), "{length}": () => ({ length: 0 }),
    "Map": () => new Map([[1, 2]]), "Set": () => new Set(), "WeakMap": () => new WeakMap(), "WeakRef": () => new WeakRef({}), "Promise": () => Promise.resolve(), "Error": () => new Error("x"), "ErrorCause": () => new Error("x", { cause: 1 }), "buf0": () => new ArrayBuffer(0), "buf4": () => new ArrayBuffer(4), "resizable": () => new ArrayBuffer(2, { maxByteLength: 8 }), "detached": () => { const b = new ArrayBuffer(2); b.transfer(); return b; },
    "u8": () => new Uint8Array(3), "u8 empty": () => new Uint8Array(0), "f64": () => new Float64Array(1), "f16": () => typeof Float16Array === "undefined" ? new Float32Array(1) : new Float16Array(1), "dv": () => new DataView(new ArrayBuffer(4), 1), "u8 detached": () => { const u = new Uint8Array(2); u.buffer.transfer(); return u; }, "u8 prop": () => Object.assign(new Uint8Array(1), { name: "n" }), "buf prop": () => Object.assign(new ArrayBuffer(1), { name: 5 }), "oob view": () => { const b = new ArrayBuffer(8, { maxByteLength: 8 }); const u = new Uint8Array(b, 4, 4); b.resize(2); return u; }, "oob dv": () => { const b = new ArrayBuffer(8, { maxByteLength: 8 }); const u = new DataView(b, 4, 4); b.resize(2); return u; }, "tracking": () => { const b = new ArrayBuffer(8, { maxByteLength: 8 }); const u = new Uint8Array(b, 4); b.resize(6); return u; },
    "shared": () => new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer, "u8 shared": () => new Uint8Array(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer, 0, 2), "growable": () => new (new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer.constructor)(2, { maxByteLength: 8 }), "dv shared": () => new DataView(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer, 0, 2),
    "proxy u8": () => new Proxy(new Uint8Array(1), {}), "arguments": () => (function () { return arguments; })(1, 2), "globalThis.Math": () => Math, "JSON": () => JSON, "chrome.sockets.udp": () => chrome.sockets.udp.DnsQueryType, "iterator": () => [].values(), "Intl": () => new Intl.NumberFormat(), "URL": () => new URL("http://a/"), "event": () => new Event("x"), "frozen": () => Object.freeze({}), "revoked": () => { const r = Proxy.revocable({}, {}); r.revoke(); return r.proxy; }, "proxy ownKeys": () => new Proxy({}, { ownKeys() { throw new Error("keys"); } }), "proxy gopd": () => new Proxy({ name: "x" }, { getOwnPropertyDescriptor() { throw new Error("gopd"); } }), "proxy lies": () => new Proxy({}, { ownKeys: () => ["name", "zzz"], getOwnPropertyDescriptor: (o, k) => ({ value: 1, enumerable: k === "name", configurable: true }), get: (o, k) => k === "name" ? "liar" : 5 }), "proxy has": () => new Proxy({ name: "x" }, { has() { throw new Error("has"); } }), "proxy getProto": () => new Proxy({ name: "x" }, { getPrototypeOf() { throw new Error("proto"); } })
  };
  const NAMES = Object.keys(POOL);
  const show = (v) => { try { return JSON.stringify(v, (k, x) => x instanceof ArrayBuffer ? "buf" + x.byteLength : x) } catch (e) { return "!" + e; } };
  const BASE = {
    "sockets.tcp.create": ["{}"], "sockets.tcp.update": [9e8, "{}"], "sockets.tcp.setPaused": [9e8, true], "sockets.tcp.setKeepAlive": [9e8, true, 5], "sockets.tcp.setNoDelay": [9e8, true], "sockets.tcp.connect": [9e8, "127.0.0.1", 9, "any"], "sockets.tcp.disconnect": [9e8], "sockets.tcp.secure": [9e8, "{}"], "sockets.tcp.send": [9e8, "buf4"], "sockets.tcp.close": [9e8], "sockets.tcp.getInfo": [9e8], "sockets.tcp.getSockets": [],
    "sockets.tcpServer.create": ["{}"], "sockets.tcpServer.update": [9e8, "{}"], "sockets.tcpServer.setPaused": [9e8, true], "sockets.tcpServer.listen": [9e8, "127.0.0.1", 0, 5], "sockets.tcpServer.disconnect": [9e8], "sockets.tcpServer.close": [9e8], "sockets.tcpServer.getInfo": [9e8], "sockets.tcpServer.getSockets": [],
    "sockets.udp.create": ["{}"], "sockets.udp.update": [9e8, "{}"], "sockets.udp.setPaused": [9e8, true], "sockets.udp.bind": [9e8, "127.0.0.1", 0], "sockets.udp.send": [9e8, "buf4", "127.0.0.1", 9, "any"], "sockets.udp.close": [9e8], "sockets.udp.getInfo": [9e8], "sockets.udp.getSockets": [], "sockets.udp.joinGroup": [9e8, "239.1.1.1"], "sockets.udp.leaveGroup": [9e8, "239.1.1.1"], "sockets.udp.setMulticastTimeToLive": [9e8, 1], "sockets.udp.setMulticastLoopbackMode": [9e8, true], "sockets.udp.getJoinedGroups": [9e8], "sockets.udp.setBroadcast": [9e8, true],
    "socket.create": ["tcp", "{}"], "socket.destroy": [9e8], "socket.connect": [9e8, "127.0.0.1", 9], "socket.bind": [9e8, "127.0.0.1", 9], "socket.disconnect": [9e8], "socket.read": [9e8, 5], "socket.write": [9e8, "buf4"], "socket.recvFrom": [9e8, 5], "socket.sendTo": [9e8, "buf4", "127.0.0.1", 9], "socket.listen": [9e8, "127.0.0.1", 9, 5], "socket.accept": [9e8], "socket.setKeepAlive": [9e8, true, 5], "socket.setNoDelay": [9e8, true], "socket.getInfo": [9e8], "socket.getNetworkList": [], "socket.joinGroup": [9e8, "239.1.1.1"], "socket.leaveGroup": [9e8, "239.1.1.1"], "socket.setMulticastTimeToLive": [9e8, 1], "socket.setMulticastLoopbackMode": [9e8, true], "socket.getJoinedGroups": [9e8], "socket.secure": [9e8, "{}"], "system.network.getNetworkInterfaces": []
  };
  const OBJ = { "{}": 1, "buf4": 1 };
  const baseArgs = (m) => BASE[m].map((v) => OBJ[v] ? [v, POOL[v]] : [show(v), () => v]);
  const VOID = /socket\.(destroy|disconnect)$/, QUIET = /getSockets|getNetwork|create$/;
  function run(m, args) {  // args: [label, thunk]
    const parts = m.split("."), name = parts.pop(), owner = parts.reduce((o, k) => o[k], chrome);
    return new Promise((done) => {
      let got = null;
      const values = args.map(([l, f]) => f === "cb" ? (...a) => { const e = chrome.runtime.lastError; done("cb " + (QUIET.test(m) ? a.length : show(a)) + " " + (e ? e.message : "")); } : f());
      let r;
      try { r = owner[name](...values); } catch (e) { let s; try { s = String(e); } catch (x) { s = "?"; } done(s.replace(/^TypeError: Error in invocation of [^)]*\): /, "TE: ")); return; }
      if (r && typeof r.then === "function") { r.then((v) => done("ok " + (QUIET.test(m) ? typeof v : show(v))), (e) => done("rej " + e)); return; }
      if (VOID.test(m) || !args.some((a) => a[1] === "cb")) { done("returned " + show(r)); return; }
      setTimeout(() => done("pending"), 4000);
    });
  }
  const CB = ["CB", "cb"];

  const r = rng(2026), pick = (list) => list[Math.floor(r() * list.length)];
  for (const m of Object.keys(BASE)) {
    const lines = [], todo = [];
    for (let i = 0; i < 16; i++) {
      let args = baseArgs(m);
      if (r() < 0.8) args.push(CB);
      for (let c = Math.floor(r() * 3); c >= 0; c--) {
        const at = Math.floor(r() * (args.length + 1)), n = pick(NAMES), k = r();
        if (k < 0.6) args[Math.min(at, Math.max(args.length - 1, 0))] = [n, POOL[n]];
        else if (k < 0.7) args.splice(at, 1);
        else if (k < 0.85) args.splice(at, 0, [n, POOL[n]]);
        else if (k < 0.95) args.splice(at, 0, CB);
        else args = args.slice(0, at);
      }
      const label = args.map((a) => a[0]).join(", ");
      todo.push(run(m, args).then((x) => { lines[i] = label + " => " + x; }));
    }
    await Promise.all(todo);
    t.log(m, lines);
  }
});
