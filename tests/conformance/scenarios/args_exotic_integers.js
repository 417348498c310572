/* @scenario {"name": "args_exotic_integers"} */
// What counts as an integer, a boolean, a string: wrappers, -0, big integers, objects with
// valueOf, and what becomes of an argument too many.
scenario("args_exotic_integers", async (t) => {
  const id = await t.create("sockets.tcp");
  const values = { "-0": -0, "1.0": 1.0, "1e3": 1e3, "2^31-1": 2147483647, "2^31": 2147483648, "-2^31": -2147483648, "-2^31-1": -2147483649,
    "NaN": NaN, "Infinity": Infinity, "0.5": 0.5, "1n": 1n, "Number object": new Number(1), "valueOf": { valueOf: () => 1 }, "true": true, "empty string": "",
    "string 1": "1", "array": [1], "empty array": [], "function": () => 1, "symbol": Symbol("s"), "date": new Date(0), "null": null, "undefined": undefined };
  for (const [label, v] of Object.entries(values)) {
    await t.logCall("getInfo " + label, "sockets.tcp.getInfo", v);
    await t.logCall("bufferSize " + label, "sockets.tcp.update", id, { bufferSize: v });
    t.log("now", (await t.call("sockets.tcp.getInfo", id)).args);
  }
  for (const [label, v] of Object.entries({ "Boolean object": new Boolean(true), "1": 1, "0": 0, "null": null, "undefined": undefined, "string": "true", "object": {}, "1n": 1n })) {
    await t.logCall("setPaused " + label, "sockets.tcp.setPaused", id, v);
    await t.logCall("persistent " + label, "sockets.tcp.update", id, { persistent: v });
    await t.logCall("setNoDelay " + label, "sockets.tcp.setNoDelay", id, v);
  }
  for (const [label, v] of Object.entries({ "String object": new String("a"), "1": 1, "1n": 1n, "array": ["a"], "toString": { toString: () => "a" }, "symbol": Symbol.iterator, "function": function f() {},
    "lone surrogate": "\ud800x", "nul": "a\u0000b", "umlaut": "\u00e4\u{1f600}", "empty": "", "space": " " })) {
    await t.logCall("name " + label, "sockets.tcp.update", id, { name: v });
    t.log("now", (await t.call("sockets.tcp.getInfo", id)).args);
  }
  await t.logCall("too many", "sockets.tcp.getInfo", id, 1);
  await t.logCall("too many, undefined", "sockets.tcp.getInfo", id, undefined);
  await t.logCall("too many, null", "sockets.tcp.getInfo", id, null);
  await t.logCall("setPaused extra", "sockets.tcp.setPaused", id, true, true);
});
