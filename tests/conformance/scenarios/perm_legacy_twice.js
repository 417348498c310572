/* @scenario {"name": "perm_legacy_twice", "manifest": {"permissions": [{"socket": ["tcp-connect:127.0.0.1:*"]}, {"socket": ["udp-bind", "tcp-listen"]}]}} */
// Of two lists of the socket permission, which one holds.
scenario("perm_legacy_twice", async (t) => {
  const p = t.peer("echo");
  const id = await t.legacy("tcp");
  await t.logCall("connect", "socket.connect", id, p.host, p.port);
  await t.logCall("listen", "socket.listen", await t.legacy("tcp"), "127.0.0.1", 0);
  await t.logCall("bind", "socket.bind", await t.legacy("udp"), "127.0.0.1", 0);
});
