/* @scenario {"name": "hosts_escaped"} */
// Hosts with percent escapes: digits, dots, letters, bytes beyond ASCII, what is no escape.
scenario("hosts_escaped", async (t) => {
  const p = t.peer("echo"), e = t.peer("uecho");
  const hosts = ["%31%32%37.0.0.1", "127%2e0.0.1", "127%2E0.0.1", "%3127.0.0.1", "%6cocalhost", "%6Cocalhost", "%4cOCALHOST.", "local%68ost%2e", "%2525", "%25", "%", "127.0.0.1%", "127.0.0.1%2", "127.0.0.1%20", "127.0.0.1%zz", "%zz127.0.0.1", "%20127.0.0.1",
    "%EF%BC%91%EF%BC%92%EF%BC%97.0.0.1", "127%E3%80%820.0.1", "%2531%32%37.0.0.1", "127.0.0.1%00", "127.0.0.1%3a80", "127.0.0.1%2f", "%3a%3a1", "::%31", "%5b%3a%3a1%5d", "0%78 7f.1", "0%787f.1", "%2e", "localhost%2e", "%2elocalhost", "%66%66.invalid", "%80.invalid", "%c3%a4.invalid", "127.0.0%09.1", "127.%30.%30.1%2e"];
  const u = await t.create("sockets.udp");
  await t.call("sockets.udp.bind", u, "127.0.0.1", 0);
  for (const h of hosts) {
    const id = await t.create("sockets.tcp");
    t.log("connect " + JSON.stringify(h), await t.callWith({ timeout: 2500 }, "sockets.tcp.connect", id, h, p.port));
    const info = (await t.call("sockets.tcp.getInfo", id)).args[0];
    t.log("connected", info.connected);
    await t.call("sockets.tcp.close", id);
    await t.logCall("send", "sockets.udp.send", u, t.bytes("x"), h, e.port);
    const l = await t.legacy("tcp");
    await t.logCall("legacy", "socket.connect", l, h, p.port);
    await t.bare("socket.destroy", l);
  }
  const s = await t.create("sockets.tcpServer");
  await t.logCall("listen", "sockets.tcpServer.listen", s, "127%2e0.0.1", 0);
  await t.logCall("bind", "sockets.udp.bind", await t.create("sockets.udp"), "127%2e0.0.1", 0);
  await t.logCall("join", "sockets.udp.joinGroup", u, "239%2e1.1.1");
});
