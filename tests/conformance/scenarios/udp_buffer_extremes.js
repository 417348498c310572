/* @scenario {"name": "udp_buffer_extremes"} */
// Datagrams into buffers of one byte and of more than there can be, and changes of the size.
scenario("udp_buffer_extremes", async (t) => {
  const e = t.peer("uecho");
  for (const size of [1, 2, 65506, 65507, 65508, 65536, 65537, 1048576, 2147483647, 0, -1, -2147483648]) {
    const rx = t.events("sockets.udp.onReceive"), errs = t.events("sockets.udp.onReceiveError");
    const id = await t.create("sockets.udp", { bufferSize: size });
    await t.call("sockets.udp.bind", id, "127.0.0.1", 0);
    for (const n of [0, 1, 2, 4096, 4097, 65507]) {
      const before = rx.length + errs.length;
      await t.call("sockets.udp.send", id, t.pattern(n), e.host, e.port);
      if (n > 0) await t.until(() => rx.length + errs.length > before, 600);
      await t.call("sockets.udp.setPaused", id, false);
    }
    t.log("bufferSize " + size, [rx.map((x) => x.data.byteLength), errs.map((x) => x.resultCode)]);
    await t.logCall("info", "sockets.udp.getInfo", id);
    await t.call("sockets.udp.close", id);
    rx.stop();
    errs.stop();
  }
});
