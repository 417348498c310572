/* @scenario {"name": "tls_unread"} */
// What came before the handshake and was not read; peers that left; data in many records.
scenario("tls_unread", async (t) => {
  const rx = t.events("sockets.tcp.onReceive");
  const open = async (peer) => {
    const p = t.peer(peer), id = await t.create("sockets.tcp");
    await t.call("sockets.tcp.setPaused", id, true);
    await t.call("sockets.tcp.connect", id, p.host, p.port);
    return id;
  };
  const id = await open("starttls");
  await t.call("sockets.tcp.send", id, t.bytes("STARTTLS\n"));
  await t.sleep(250);
  await t.logCall("secure with greeting and reply unread", "sockets.tcp.secure", id);
  for (const text of ["one", "two", "three"]) await t.call("sockets.tcp.send", id, t.bytes(text));
  await t.sleep(250);
  await t.call("sockets.tcp.update", id, { bufferSize: 4 });
  await t.call("sockets.tcp.setPaused", id, false);
  await t.until(() => t.received(rx, id).byteLength >= 11);
  t.log("chunks of four, whatever the records", rx.map((e) => t.str(e.data)));
  const old = await t.legacy("tcp"), p = t.peer("starttls");
  await t.call("socket.connect", old, p.host, p.port);
  await t.call("socket.write", old, t.bytes("STARTTLS\n"));
  await t.sleep(250);
  await t.logCall("legacy secure with both unread", "socket.secure", old);
  for (const [peer, options] of [["banner", {}], ["banner", { tlsVersion: { min: "tls1.3", max: "tls1.2" } }], ["flood", {}]]) {
    const left = await open(peer);
    if (peer === "flood") await t.call("sockets.tcp.send", left, t.bytes("9\n"));
    await t.sleep(150);
    await t.logCall("info before", "sockets.tcp.getInfo", left);
    await t.logCall("secure after " + peer, "sockets.tcp.secure", left, options);
    await t.logCall("info", "sockets.tcp.getInfo", left);
  }
});
