/* @scenario {"name": "server_wildcard"} */
// Listening on all addresses, of one family and of both, and who came.
scenario("server_wildcard", async (t) => {
  const acc = t.events("sockets.tcpServer.onAccept");
  for (const at of ["0.0.0.0", "::", "::ffff:127.0.0.1", "0"]) {
    const s = await t.create("sockets.tcpServer");
    const r = await t.logCall("listen on " + at, "sockets.tcpServer.listen", s, at, 0);
    if (r.args[0] !== 0) continue;
    const info = (await t.call("sockets.tcpServer.getInfo", s)).args[0];
    t.log("address", info.localAddress);
    for (const to of ["127.0.0.1", "::1", "127.0.0.2", "::ffff:127.0.0.1", "0.0.0.0", "::"]) {
      const n = acc.length, c = await t.create("sockets.tcp");
      const done = await t.callWith({ timeout: 1500 }, "sockets.tcp.connect", c, to, info.localPort);
      const own = (await t.call("sockets.tcp.getInfo", c)).args[0];
      t.log("connect to " + to, [done, own.localAddress, own.peerAddress]);
      if (done.args && done.args[0] === 0) {
        await t.until(() => acc.length > n);
        t.log("accepted", (await t.call("sockets.tcp.getInfo", acc[n].clientSocketId)).args[0].peerAddress);
        await t.call("sockets.tcp.close", acc[n].clientSocketId);
      }
      await t.call("sockets.tcp.close", c);
    }
    await t.call("sockets.tcpServer.close", s);
  }
});
