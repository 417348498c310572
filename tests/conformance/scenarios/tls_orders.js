/* @scenario {"name": "tls_orders"} */
// secure with odd versions and in odd states, and everything else on a TLS socket.
scenario("tls_orders", async (t) => {
  const rx = t.events("sockets.tcp.onReceive");
  const errs = t.events("sockets.tcp.onReceiveError");
  const open = async (peer, props) => {
    const p = t.peer(peer);
    const id = await t.create("sockets.tcp", props);
    await t.call("sockets.tcp.setPaused", id, true);
    await t.call("sockets.tcp.connect", id, p.host, p.port);
    return id;
  };
  for (const v of [{ min: "TLS1.2" }, { max: "TLS1.2" }, { min: "", max: "" }, { min: "ssl3" }, { max: "tls1" }, { min: "tls1.2", max: "tls1.1" }, { min: "tls1.3", max: "tls1.3" }, { min: "tls1.3", max: "tls1.2" }, { min: "tls1.4" }, { min: null, max: null }, {}]) {
    const id = await open("tlsca");
    await t.logCall("secure " + JSON.stringify(v), "sockets.tcp.secure", id, { tlsVersion: v });
    await t.call("sockets.tcp.close", id);
  }
  for (const [peer, v] of [["tlsca12", { min: "tls1.3" }], ["tlsca12", { max: "tls1.3" }], ["tlsca13", { max: "tls1.2" }], ["tlsca13", { min: "tls1.1" }]]) {
    const id = await open(peer);
    await t.logCall(peer + " " + JSON.stringify(v), "sockets.tcp.secure", id, { tlsVersion: v });
    await t.logCall("info", "sockets.tcp.getInfo", id);
  }
  const id = await open("tlsca", { name: "n", bufferSize: 3, persistent: true });
  const s = t.call("sockets.tcp.secure", id);
  t.log("during the handshake", [await t.call("sockets.tcp.getInfo", id), await t.call("sockets.tcp.setPaused", id, true)].map((r) => Object.keys(r)));
  t.log("secure", await s);
  await t.logCall("info", "sockets.tcp.getInfo", id);
  await t.logCall("send", "sockets.tcp.send", id, t.bytes("hello"));
  await t.logCall("send empty", "sockets.tcp.send", id, t.bytes(""));
  await t.sleep(100);
  t.log("still paused", rx.length);
  await t.logCall("update", "sockets.tcp.update", id, { bufferSize: 2, name: "again" });
  await t.logCall("unpause", "sockets.tcp.setPaused", id, false);
  await t.until(() => t.received(rx, id).byteLength === 5);
  t.log("chunks", rx.slice());
  await t.logCall("disconnect", "sockets.tcp.disconnect", id);
  await t.sleep(100);
  t.log("errors", errs.slice());
  await t.logCall("info", "sockets.tcp.getInfo", id);
  await t.logCall("send", "sockets.tcp.send", id, t.bytes("x"));
  await t.logCall("setPaused", "sockets.tcp.setPaused", id, false);
  await t.logCall("secure again", "sockets.tcp.secure", id);
  await t.logCall("connect again", "sockets.tcp.connect", id, "127.0.0.1", t.peer("tlsca").port);
  await t.logCall("disconnect again", "sockets.tcp.disconnect", id);
  await t.logCall("close", "sockets.tcp.close", id);
  const c = await open("tlsca");
  const sec = t.callWith({ timeout: 800 }, "sockets.tcp.secure", c);
  const cl = t.call("sockets.tcp.close", c);
  t.log("closed during the handshake", [await cl, await t.call("sockets.tcp.getInfo", c)]);
  await sec;
});
