/* @scenario {"name": "tcp_receive_pipe"} */
// No read gives more than the pipe of 64 KiB holds.
scenario("tcp_receive_pipe", async (t) => {
  const rx = t.events("sockets.tcp.onReceive"), errs = t.events("sockets.tcp.onReceiveError");
  const p = t.peer("flood");
  for (const [size, total] of [[70000, 60000], [70000, 65536], [70000, 65537], [1000000, 100000], [65536, 100000]]) {
    const id = await t.create("sockets.tcp", { bufferSize: size });
    await t.call("sockets.tcp.setPaused", id, true);
    await t.call("sockets.tcp.connect", id, p.host, p.port);
    await t.call("sockets.tcp.send", id, t.bytes(total + "\n"));
    await t.sleep(250);
    const from = rx.length;
    await t.call("sockets.tcp.setPaused", id, false);
    await t.until(() => errs.some((e) => e.socketId === id), 4000);
    const sizes = rx.slice(from).map((e) => e.data.byteLength);
    t.log("size " + size + " of " + total, [sizes.slice(0, 3), sizes.length, sizes.reduce((a, b) => a + b, 0)]);
    await t.call("sockets.tcp.close", id);
  }
});
