/* @scenario {"name": "legacy_bounds"} */
// Legacy ports and buffer sizes at their bounds and beyond.
scenario("legacy_bounds", async (t) => {
  const e = t.peer("uecho");
  const u = await t.legacy("udp");
  await t.call("socket.bind", u, "127.0.0.1", 0);
  for (const port of [-1, 65536, 2147483647, -2147483648, 65535.0, 1.5]) {
    const x = await t.legacy("udp");
    if (port !== 65535) await t.logCall("bind " + port, "socket.bind", x, "127.0.0.1", port);
    await t.logCall("sendTo " + port, "socket.sendTo", u, t.bytes("x"), "127.0.0.1", port);
    if (port !== 65535) await t.logCall("connect " + port, "socket.connect", x, "127.0.0.1", port);
    const y = await t.legacy("tcp");
    await t.logCall("tcp bind " + port, "socket.bind", y, "127.0.0.1", port);
    await t.logCall("tcp connect " + port, "socket.connect", y, "nosuchhost.invalid", port);
    for (const id of [x, y]) await t.bare("socket.destroy", id);
  }
  for (const size of [2147483647, -2147483648, 65536, 65537, 4096, 3, 2]) {
    await t.call("socket.sendTo", u, t.bytes("xyz"), e.host, e.port);
    t.log("recvFrom " + size, await t.callWith({ timeout: 400 }, "socket.recvFrom", u, size));
    if (size < 0) t.log("then", await t.callWith({ timeout: 400 }, "socket.recvFrom", u));
  }
  const l = await t.legacy("tcp");
  for (const backlog of [-2147483648, -1, 1, 2147483647]) {
    const s = await t.legacy("tcp");
    await t.logCall("listen " + backlog, "socket.listen", s, "127.0.0.1", 0, backlog);
    await t.bare("socket.destroy", s);
  }
  for (const delay of [0, 1, 32767, 32768, -1, 2147483647, null]) await t.logCall("keep-alive " + delay, "socket.setKeepAlive", l, true, delay);
});
