/* @scenario {"name": "infos_throughout"} */
// getInfo and getSockets of all namespaces between everything else that is done.
scenario("infos_throughout", async (t) => {
  const p = t.peer("echo"), e = t.peer("uecho"), rx = t.events("sockets.tcp.onReceive"), errs = t.events("sockets.tcp.onReceiveError"), acc = t.events("sockets.tcpServer.onAccept");
  const all = async (label) => {
    for (const space of ["tcp", "tcpServer", "udp"]) t.log(label + ": " + space, (await t.call("sockets." + space + ".getSockets")).args);
  };
  await all("at first");
  const a = await t.create("sockets.tcp", { name: "a", bufferSize: 1, persistent: true });
  const u = await t.create("sockets.udp", { name: "", bufferSize: -1 });
  const s = await t.create("sockets.tcpServer", { name: "s", persistent: false });
  await all("created");
  await t.call("sockets.tcp.connect", a, p.host, p.port);
  await t.call("sockets.udp.bind", u, "0.0.0.0", 0);
  await t.call("sockets.tcpServer.listen", s, "127.0.0.1", 0);
  await all("open");
  await t.call("sockets.tcp.send", a, t.bytes("abc"));
  await t.until(() => rx.length >= 3);
  t.log("one byte each", rx.map((x) => t.str(x.data)));
  await t.call("sockets.tcp.update", a, { bufferSize: 2, name: "b" });
  await t.call("sockets.tcp.setPaused", a, true);
  await t.call("sockets.tcpServer.setPaused", s, true);
  await t.call("sockets.udp.setPaused", u, true);
  await all("paused");
  const port = (await t.call("sockets.tcpServer.getInfo", s)).args[0].localPort;
  const c = await t.create("sockets.tcp");
  await t.call("sockets.tcp.connect", c, "127.0.0.1", port);
  await t.until(() => acc.length > 0);
  await all("accepted while paused");
  await t.call("sockets.tcpServer.disconnect", s);
  await t.call("sockets.tcp.disconnect", a);
  await t.sleep(50);
  await all("disconnected");
  t.log("errors", errs.slice());
  await t.call("sockets.tcp.close", c);
  await t.until(() => errs.length > 1, 300);
  await all("one closed");
  await t.call("sockets.tcp.setPaused", acc[0].clientSocketId, false);
  await t.until(() => errs.some((x) => x.socketId === acc[0].clientSocketId));
  await all("noticed");
  for (const [space, id] of [["tcp", a], ["tcp", acc[0].clientSocketId], ["tcpServer", s], ["udp", u]]) await t.call("sockets." + space + ".close", id);
  await all("at last");
});
