/* @scenario {"name": "tls_handshake"} */
// Calls while the handshake waits for a peer that says nothing.
scenario("tls_handshake", async (t) => {
  const errs = t.events("sockets.tcp.onReceiveError");
  const p = t.peer("discard");
  for (const [method, ...rest] of [["getInfo"], ["setPaused", true], ["setPaused", false], ["update", { name: "m" }], ["setNoDelay", true], ["setKeepAlive", true, 4], ["connect", "127.0.0.1", p.port], ["send", t.bytes("x")], ["secure"], ["disconnect"], ["close"]]) {
    const id = await t.create("sockets.tcp", { name: "n" });
    await t.call("sockets.tcp.setPaused", id, true);
    await t.call("sockets.tcp.connect", id, p.host, p.port);
    const secure = t.callWith({ timeout: 200 }, "sockets.tcp.secure", id);
    await t.sleep(100);
    await t.logCall(method, "sockets.tcp." + method, id, ...rest);
    t.log("secure", await secure);
    await t.logCall("info", "sockets.tcp.getInfo", id);
    t.log("errors", errs.splice(0));
    await t.call("sockets.tcp.close", id);
    errs.length = 0;
  }
  for (const [method, ...rest] of [["getInfo"], ["read"], ["write", t.bytes("x")], ["setNoDelay", true], ["setKeepAlive", true], ["connect", "127.0.0.1", p.port], ["listen", "127.0.0.1", 0], ["accept"], ["secure"]]) {
    const id = await t.legacy("tcp");
    await t.call("socket.connect", id, p.host, p.port);
    const secure = t.callWith({ timeout: 200 }, "socket.secure", id);
    await t.sleep(100);
    await t.logCall("legacy " + method, "socket." + method, id, ...rest);
    t.log("secure", await secure);
    await t.logCall("info", "socket.getInfo", id);
    await t.bare("socket.destroy", id);
  }
});
