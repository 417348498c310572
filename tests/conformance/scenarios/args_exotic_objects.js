/* @scenario {"name": "args_exotic_objects"} */
// Dictionaries that are no plain objects: instances, proxies, arrays, throwing getters,
// symbol keys, nested TLS options.
scenario("args_exotic_objects", async (t) => {
  const id = await t.create("sockets.tcp");
  class C { constructor() { this.name = "c"; } }
  const nul = Object.create(null);
  nul.name = "nul";
  const sym = { name: "sym", [Symbol("x")]: 1 };
  const hidden = Object.defineProperty({ name: "hid" }, "bogus", { value: 1, enumerable: false });
  const list = { "instance": new C(), "null prototype": nul, "symbol key": sym, "hidden": hidden, "proxy": new Proxy({ name: "prox" }, {}),
    "array": [], "array with name": Object.assign([], { name: "arr" }), "function": Object.assign(() => 0, {}), "date": new Date(0), "regexp": /x/, "map": new Map([["name", "m"]]),
    "Error": new Error("x"), "String object": new String("ab"), "empty String object": new String(""), "Number object": new Number(1), "buffer": new ArrayBuffer(2), "view": new Uint8Array(1), "empty view": new Uint8Array(0), "promise": Promise.resolve(),
    "index key": { 1: 1 }, "empty key": { "": 1 }, "bad name and bad size": { bufferSize: "x", name: 1 }, "unknown then bad": { zzz: 1, name: 1 }, "bad then unknown": { name: 1, zzz: 1 },
    "frozen": Object.freeze({ name: "fr" }), "global": { name: "g", persistent: false, bufferSize: 7 }, "persistent string": { persistent: "no" }, "name array": { name: [] }, "name null": { name: null },
    "size buffer": { bufferSize: new ArrayBuffer(1) }, "size function": { bufferSize: () => 0 }, "size symbol": { bufferSize: Symbol("q") }, "size 1n": { bufferSize: 1n }, "size date": { bufferSize: new Date(0) }, "name true": { name: true } };
  for (const [label, v] of Object.entries(list)) {
    await t.logCall("update " + label, "sockets.tcp.update", id, v);
    t.log("now", (await t.call("sockets.tcp.getInfo", id)).args);
  }
  const thrower = { get name() { throw new RangeError("mine"); } };
  await t.logCall("getter throws", "sockets.tcp.update", id, thrower);
  await t.logCall("getter throws in create", "sockets.tcp.create", thrower);
  await t.logCall("proxy ownKeys throws", "sockets.tcp.update", id, new Proxy({}, { ownKeys() { throw new Error("keys"); } }));
  await t.logCall("proxy get throws", "sockets.tcp.update", id, new Proxy({ name: "x" }, { get() { throw new Error("get"); } }));
  const order = [];
  await t.logCall("getters", "sockets.tcp.update", id, { get persistent() { order.push("persistent"); return false; }, get name() { order.push("name"); return "g"; }, get bufferSize() { order.push("bufferSize"); return 3; } });
  t.log("read", order);
  for (const [label, v] of Object.entries({ "{}": {}, "null": null, "undefined": undefined, "tlsVersion null": { tlsVersion: null }, "tlsVersion {}": { tlsVersion: {} }, "min 1": { tlsVersion: { min: 1 } }, "min null": { tlsVersion: { min: null } },
    "min array": { tlsVersion: { min: [] } }, "max object": { tlsVersion: { max: {} } }, "bogus": { tlsVersion: { bogus: 1 } }, "array": { tlsVersion: [] }, "string": { tlsVersion: "tls1.2" }, "number": { tlsVersion: 1.5 }, "other": { tls: {} }, "function": { tlsVersion: () => 0 },
    "buffer": { tlsVersion: new ArrayBuffer(1) }, "min getter throws": { tlsVersion: { get min() { throw new Error("m"); } } } })) {
    await t.logCall("secure " + label, "sockets.tcp.secure", id, v);
    await t.logCall("legacy secure " + label, "socket.secure", 99, v);
  }
});
