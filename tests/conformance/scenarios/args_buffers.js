/* @scenario {"name": "args_buffers"} */
// What is binary: views of parts, other element types, resizable and detached buffers.
scenario("args_buffers", async (t) => {
  const rx = t.events("sockets.tcp.onReceive");
  const id = await t.connected("echo");
  const b = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]).buffer;
  const list = { "window": () => new Uint8Array(b, 2, 3), "uint16": () => new Uint16Array(b, 2, 2), "float64": () => new Float64Array(b), "bigint64": () => new BigInt64Array(b), "clamped": () => new Uint8ClampedArray(b, 7),
    "data view": () => new DataView(b, 1, 2), "empty view": () => new Uint8Array(b, 8), "resizable": () => new ArrayBuffer(2, { maxByteLength: 8 }), "tracking": () => new Uint8Array(new ArrayBuffer(3, { maxByteLength: 8 })),
    "detached": () => { const x = new ArrayBuffer(4); x.transfer(); return x; }, "detached view": () => { const x = new Uint8Array(4); x.buffer.transfer(); return x; },
    "array": () => [1, 2], "array-like": () => ({ length: 1, 0: 1 }), "string": () => "x", "number": () => 1, "object": () => ({}), "null": () => null, "proxy": () => new Proxy(new ArrayBuffer(1), {}), "subclass": () => new (class X extends Uint8Array {})([9, 9]) };
  for (const [label, make] of Object.entries(list)) {
    const before = rx.length;
    const r = await t.logCall("send " + label, "sockets.tcp.send", id, make());
    if (r.args && r.args[0] && r.args[0].bytesSent > 0) await t.until(() => rx.length > before);
    t.log("echo", rx.slice(before));
    t.log("legacy write " + label, await t.call("socket.write", 99, make()));
    t.log("udp send " + label, await t.call("sockets.udp.send", 99, make(), "127.0.0.1", 9));
  }
  const u = new Uint8Array([1, 2, 3]);
  const sent = t.call("sockets.tcp.send", id, u);
  u.fill(7);
  const before = rx.length;
  t.log("changed after the call", await sent);
  await t.until(() => rx.length > before);
  t.log("echo", rx.slice(before));
});
