/* @scenario {"name": "udp_orders"} */
// udp calls in odd orders: before bind, after a failed bind, closing with datagrams waiting,
// buffer sizes with datagrams waiting, addresses in odd spellings.
scenario("udp_orders", async (t) => {
  const rx = t.events("sockets.udp.onReceive");
  const errs = t.events("sockets.udp.onReceiveError");
  const e = t.peer("uecho");
  const id = await t.create("sockets.udp", { name: "u", bufferSize: 10, persistent: true });
  await t.logCall("info", "sockets.udp.getInfo", id);
  await t.logCall("pause", "sockets.udp.setPaused", id, true);
  await t.logCall("send unbound", "sockets.udp.send", id, t.bytes("x"), e.host, e.port);
  await t.logCall("send unbound, empty", "sockets.udp.send", id, t.bytes(""), e.host, e.port);
  await t.logCall("send unbound to nowhere", "sockets.udp.send", id, t.bytes("x"), "name.invalid", e.port);
  await t.logCall("broadcast unbound", "sockets.udp.setBroadcast", id, true);
  await t.logCall("bind fails", "sockets.udp.bind", id, "203.0.113.7", 0);
  await t.logCall("info", "sockets.udp.getInfo", id);
  await t.logCall("send after a failed bind", "sockets.udp.send", id, t.bytes("x"), e.host, e.port);
  await t.logCall("bind", "sockets.udp.bind", id, "127.0.0.1", 0);
  await t.logCall("info", "sockets.udp.getInfo", id);
  for (const s of ["a", "0123456789", "0123456789A", "last"]) await t.call("sockets.udp.send", id, t.bytes(s), e.host, e.port);
  await t.sleep(200);
  t.log("paused before bind", rx.length);
  await t.logCall("unpause", "sockets.udp.setPaused", id, false);
  await t.until(() => errs.length > 0);
  t.log("up to the large one", rx.slice());
  t.log("errors", errs.slice());
  await t.logCall("info", "sockets.udp.getInfo", id);
  await t.logCall("unpause", "sockets.udp.setPaused", id, false);
  await t.until(() => rx.length > 2);
  t.log("the rest", rx.slice(2));
  for (const [host, port] of [["127.1", e.port], ["2130706433", e.port], ["0x7f.1", e.port], ["127.0.0.1 ", e.port], [" 127.0.0.1", e.port], ["127.0.0.1", e.port - 65536], ["127.0.0.1", e.port + 65536], ["", e.port], ["*", e.port], ["LOCALHOST", e.port], ["localhost.", e.port], ["0177.0.0.1", e.port], ["127.0.0.256", e.port], ["::ffff:127.0.0.1", e.port], ["[::1]", e.port]]) {
    const n = rx.length;
    const r = await t.call("sockets.udp.send", id, t.bytes("s"), host, port);
    if (r.args && r.args[0] && r.args[0].resultCode === 0) await t.until(() => rx.length > n, 500);
    t.log("send to '" + host + "'" + (port === e.port ? "" : port < 0 ? " minus" : " plus"), [r, rx.slice(n)]);
  }
  for (const type of ["any", "ipv4", "ipv6", null, undefined]) await t.logCall("localhost " + type, "sockets.udp.send", id, t.bytes("s"), "localhost", e.port, type);
  await t.logCall("ipv6 literal as ipv4", "sockets.udp.send", id, t.bytes("s"), "::1", e.port, "ipv4");
  await t.logCall("ipv4 literal as ipv6", "sockets.udp.send", id, t.bytes("s"), "127.0.0.1", e.port, "ipv6");
  for (const [host, port] of [["127.1", 0], ["0.0.0.0", 0], ["::", 0], ["::1", 0], ["localhost", 0], ["", 0], ["0x7f.1", 0], ["::ffff:127.0.0.1", 0], ["127.0.0.1", -65536], ["[::1]", 0], ["127.0.0.1 ", 0]]) {
    const u = await t.create("sockets.udp");
    await t.logCall("bind '" + host + "' " + port, "sockets.udp.bind", u, host, port);
    await t.logCall("info", "sockets.udp.getInfo", u);
    await t.call("sockets.udp.close", u);
  }
  await t.logCall("close", "sockets.udp.close", id);
  t.log("errors", errs.slice(1));
  for (const [m, ...a] of [["send", t.bytes("x"), e.host, e.port], ["bind", "127.0.0.1", 0], ["getInfo"], ["close"], ["getJoinedGroups"], ["joinGroup", "239.1.1.1"], ["setBroadcast", true]]) await t.logCall(m + " closed", "sockets.udp." + m, id, ...a);
});
