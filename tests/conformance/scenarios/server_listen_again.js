/* @scenario {"name": "server_listen_again"} */
// A further listen without disconnect, good or bad: which port it tells of, which is occupied,
// where connections are accepted, what the next listen does.
scenario("server_listen_again", async (t) => {
  const acc = t.events("sockets.tcpServer.onAccept"), errs = t.events("sockets.tcpServer.onAcceptError");
  const info = async (id) => (await t.call("sockets.tcpServer.getInfo", id)).args[0];
  const listen = async (id, ...args) => {
    const before = (await info(id)).localPort;
    await t.logCall("listen at " + args[0] + (args.length > 2 ? ", backlog " + args[2] : "") + (args[1] ? ", port in use" : ""), "sockets.tcpServer.listen", id, ...args);
    await t.sleep(40);
    const i = await info(id);
    t.log("info", [i.name, i.paused, i.localAddress, before === undefined ? "first" : i.localPort === before ? "same port" : "another port"]);
    t.log("accept errors", errs.splice(0));
    return (await info(id)).localPort;
  };
  const dial = async (label, port) => {
    const c = await t.create("sockets.tcp");
    const r = await t.call("sockets.tcp.connect", c, "127.0.0.1", port);
    await t.sleep(60);
    t.log("connect to " + label, [r.args[0], acc.splice(0).map((e) => t.id("sockets.tcpServer", e.socketId)), errs.splice(0)]);
    await t.call("sockets.tcp.close", c);
  };
  const pause = (id, v) => t.logCall("setPaused " + v, "sockets.tcpServer.setPaused", id, v);
  const s = await t.create("sockets.tcpServer", { name: "accepting" });
  const p = [await listen(s, "127.0.0.1", 0)];
  p.push(await listen(s, "127.0.0.1", 0));
  await dial("the second", p[1]);
  await dial("the first", p[0]);
  await dial("the first", p[0]);
  await pause(s, false);
  p.push(await listen(s, "127.0.0.1", 0));
  await dial("the first", p[0]);
  await dial("the second", p[1]);
  await dial("the third", p[2]);
  await listen(s, "localhost", 0);
  await dial("the first", p[0]);
  await t.logCall("disconnect", "sockets.tcpServer.disconnect", s);
  for (const k of [0, 1, 2]) await dial("number " + k, p[k]);
  await pause(s, false);
  const u = await t.create("sockets.tcpServer", { name: "idle" });
  await pause(u, true);
  const q = [await listen(u, "127.0.0.1", 0)];
  await pause(u, false);
  q.push(await listen(u, "127.0.0.1", 0));
  for (const k of [0, 1, 0]) await dial("number " + k, q[k]);
  for (const bad of [["127.0.0.1", 0, 0], ["192.0.2.77", 0], ["127.0.0.1", "used"], ["127.0.0.1.0", 0]]) {
    for (const paused of [false, true]) {
      const id = await t.create("sockets.tcpServer", { name: "bad " + (paused ? "paused" : "accepting") });
      if (paused) await pause(id, true);
      const port = await listen(id, "127.0.0.1", 0);
      await listen(id, ...bad.map((x) => (x === "used" ? port : x)));
      await dial("the first", port);
      await pause(id, false);
      const next = await listen(id, "127.0.0.1", 0);
      await dial("the next", next);
      await dial("the first", port);
      await t.logCall("disconnect", "sockets.tcpServer.disconnect", id);
      await pause(id, false);
      await dial("the last", await listen(id, "127.0.0.1", 0));
      await t.logCall("close", "sockets.tcpServer.close", id);
    }
  }
});
