/* @scenario {"name": "buffers_shared"} */
// Memory that is shared or belongs to WebAssembly, given as data.
scenario("buffers_shared", async (t) => {
  t.log("types", [typeof SharedArrayBuffer, typeof Atomics, typeof WebAssembly]);
  const rx = t.events("sockets.tcp.onReceive");
  const id = await t.connected("echo");
  const plain = new WebAssembly.Memory({ initial: 1 });
  new Uint8Array(plain.buffer).set([1, 2, 3]);
  const r = await t.logCall("a window of WebAssembly memory", "sockets.tcp.send", id, new Uint8Array(plain.buffer, 0, 3));
  if (r.args) await t.until(() => t.received(rx, id).byteLength === 3);
  t.log("echo", t.hex(t.received(rx, id)));
  await t.logCall("all of it", "sockets.tcp.send", id, plain.buffer);
  const shared = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer;
  await t.logCall("shared", "sockets.tcp.send", id, shared);
  await t.logCall("a view of it", "sockets.tcp.send", id, new Uint8Array(shared, 0, 2));
  await t.logCall("a data view of it", "sockets.tcp.send", id, new DataView(shared, 0, 2));
  await t.logCall("as properties", "sockets.tcp.update", id, shared);
  await t.logCall("as id", "sockets.tcp.getInfo", shared);
});
