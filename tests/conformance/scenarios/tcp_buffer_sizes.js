/* @scenario {"name": "tcp_buffer_sizes"} */
// bufferSize 0, negative, 1 and huge, changed while data is waiting and between chunks.
scenario("tcp_buffer_sizes", async (t) => {
  const rx = t.events("sockets.tcp.onReceive");
  const flood = async (props, n, ms) => {
    const id = await t.create("sockets.tcp", props);
    const p = t.peer("flood");
    await t.call("sockets.tcp.setPaused", id, true);
    await t.call("sockets.tcp.connect", id, p.host, p.port);
    await t.call("sockets.tcp.send", id, t.bytes(n + "\n"));
    await t.sleep(ms || 200);
    return id;
  };
  for (const size of [0, -1, -2147483648, 1, 3, 1048576]) {
    const id = await flood({ bufferSize: size }, 7);
    const from = rx.length;
    await t.call("sockets.tcp.setPaused", id, false);
    await t.until(() => t.received(rx, id).byteLength === 7);
    t.log("chunks with " + size, rx.slice(from).map((e) => e.data.byteLength));
    await t.logCall("info with " + size, "sockets.tcp.getInfo", id);
    await t.call("sockets.tcp.close", id);
  }
  const id = await flood({ bufferSize: 4 }, 30);
  let from = rx.length;
  rx.onEvent = (e) => {
    if (rx.length === from + 2) chrome.sockets.tcp.update(id, { bufferSize: 10 });
    if (rx.length === from + 4) chrome.sockets.tcp.setPaused(id, true);
  };
  await t.call("sockets.tcp.setPaused", id, false);
  await t.sleep(300);
  const sizes = rx.slice(from).map((e) => e.data.byteLength);
  t.log("changed in the listener", [sizes[0], sizes[1], sizes.length >= 4]);
  rx.onEvent = null;
  await t.logCall("reset to default", "sockets.tcp.update", id, { bufferSize: 0 });
  await t.logCall("info", "sockets.tcp.getInfo", id);
  await t.call("sockets.tcp.setPaused", id, false);
  await t.until(() => t.received(rx, id).byteLength === 30);
  t.log("all came", t.received(rx, id));
  const q = await t.connected("echo", { bufferSize: 2 });
  await t.call("sockets.tcp.update", q, { bufferSize: 100 });
  from = rx.length;
  await t.call("sockets.tcp.send", q, t.bytes("abcdef"));
  await t.sleep(200);
  t.log("the read in flight keeps its size", rx.slice(from));
});
