/* @scenario {"name": "perm_text_forms", "manifest": {"sockets": {"tcp": {"connect": ["Echo.Invalid:80", "127.0.0.1:*", ".dot.invalid:82", "ho st:83", "*.Sub.invalid:+81"]}, "tcpServer": {"listen": ["127.0.0.1:0080", ":8081"]}, "udp": {"send": ["*:9", "0.0.0.0"], "bind": "0.0.0.0"}}, "permissions": [{"socket": ["tcp-connect:*.Sub.invalid:81", "udp-send-to::9", "udp-bind:127.0.0.1:*", "tcp-listen:*:8080", "udp-multicast-membership"]}]}} */
// Entries in odd spellings and the requests they grant.
scenario("perm_text_forms", async (t) => {
  const id = await t.create("sockets.tcp");
  for (const [h, p] of [["echo.invalid", 80], ["ECHO.invalid", 80], ["echo.invalid", 81], ["echo.invalid.", 80], ["127.0.0.1", 0], ["127.0.0.01", 1], ["dot.invalid", 82], ["a.dot.invalid", 82], ["a.dot.invalid", 83], ["ho st", 83], ["HO ST", 83], ["a.sub.invalid", 81], ["sub.invalid", 81], [".sub.invalid", 81], ["a..sub.invalid", 81], ["\u00e9.sub.invalid", 81], ["a.sub.invalid", 65617], ["", 80], ["*", 80], [" echo.invalid", 80]]) {
    const r = await t.call("sockets.tcp.connect", id, h, p);
    t.log("connect '" + h + "' " + p, r.lastError === "Does not have permission" ? "denied" : "granted");
  }
  const s = await t.create("sockets.tcpServer");
  for (const [h, p] of [["127.0.0.1", 81], ["127.0.0.1", 0], ["", 8081], ["x", 8081], ["::1", 80], ["127.1", 80], ["x", 8081 - 65536]]) {
    const r = await t.call("sockets.tcpServer.listen", s, h, p);
    t.log("listen '" + h + "' " + p, r.lastError === "Does not have permission" ? "denied" : "granted");
  }
  const u = await t.create("sockets.udp");
  for (const [h, p] of [["127.0.0.1", 9], ["", 9], ["::1", 10], ["::", 10]]) {
    const r = await t.call("sockets.udp.send", u, t.bytes("x"), h, p);
    t.log("send '" + h + "' " + p, r.lastError === "App does not have permission" ? "denied" : "granted");
  }
  for (const g of ["239.1.1.1", "x"]) await t.logCall("join " + g, "sockets.udp.joinGroup", u, g);
  await t.logCall("leave", "sockets.udp.leaveGroup", u, "x");
  await t.logCall("groups", "sockets.udp.getJoinedGroups", u);
  const l = await t.legacy("tcp");
  const lu = await t.legacy("udp");
  for (const [m, i, h, p] of [["connect", l, "a.SUB.invalid", 81], ["connect", l, "sub.invalid", 82], ["connect", l, "x", 81], ["listen", l, "x", 8080], ["listen", l, "x", 8080 + 65536], ["listen", l, "x", 0], ["bind", lu, "127.0.0.2", 0], ["bind", lu, "127.1", 0], ["connect", lu, "x", 9], ["connect", lu, "x", 10], ["bind", lu, "127.0.0.1", 0]]) await t.logCall(m + " '" + h + "' " + p, "socket." + m, i, h, p);
  await t.logCall("legacy join", "socket.joinGroup", lu, "x");
  await t.logCall("legacy sendTo", "socket.sendTo", lu, t.bytes("x"), "127.0.0.1", 10);
});
