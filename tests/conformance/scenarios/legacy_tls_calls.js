/* @scenario {"name": "legacy_tls_calls"} */
// Legacy calls on a TLS socket, connected and disconnected.
scenario("legacy_tls_calls", async (t) => {
  const tls = t.peer("tlsca"), p = t.peer("echo");
  const id = await t.legacy("tcp");
  await t.call("socket.connect", id, tls.host, tls.port);
  await t.logCall("secure", "socket.secure", id, { tlsVersion: {} });
  for (const [m, ...a] of [["listen", "127.0.0.1", 0], ["listen", "x", 0, 0], ["accept"], ["sendTo", t.bytes("x"), p.host, p.port], ["sendTo", t.bytes("x"), "nosuch.invalid", 1], ["recvFrom"], ["joinGroup", "239.1.1.1"], ["leaveGroup", "x"], ["getJoinedGroups"], ["setMulticastTimeToLive", 1], ["setMulticastLoopbackMode", true], ["setKeepAlive", true, 5], ["setNoDelay", true], ["read", 0], ["read", -1], ["secure", null]]) await t.logCall(m + " " + a.length, "socket." + m, id, ...a);
  await t.logCall("write", "socket.write", id, t.bytes("abcdef"));
  await t.sleep(50);
  await t.logCall("read 2", "socket.read", id, 2);
  await t.logCall("read", "socket.read", id);
  const waiting = t.call("socket.read", id);
  await t.logCall("a second read", "socket.read", id);
  t.log("disconnect", await t.bare("socket.disconnect", id));
  t.log("the first read", await waiting);
  for (const [m, ...a] of [["getInfo"], ["listen", "127.0.0.1", 0], ["accept"], ["write", t.bytes("x")], ["write", t.bytes("")], ["read"], ["read", 0], ["secure"], ["setNoDelay", true], ["recvFrom"]]) await t.logCall("disconnected " + m + " " + a.length, "socket." + m, id, ...a);
});
