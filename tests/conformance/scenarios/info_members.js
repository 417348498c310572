/* @scenario {"name": "info_members"} */
// Members of what comes are in one order, whatever the texts in it.
scenario("info_members", async (t) => {
  const keys = (v) => Array.isArray(v) ? v.map(keys) : v && typeof v === "object" ? Object.keys(v).join() : v;
  for (const name of ["plain", "n\u00e4me", "\u65e5\u672c", "\u{1f600}", "\ud800", "a\u0000b", "\u2028", "\"\\"]) {
    for (const space of ["sockets.udp", "sockets.tcp", "sockets.tcpServer"]) {
      const id = await t.create(space, { name, persistent: true });
      if (space === "sockets.udp") await t.call(space + ".bind", id, "127.0.0.1", 0);
      if (space === "sockets.tcp") await t.call(space + ".connect", id, t.peer("echo").host, t.peer("echo").port);
      if (space === "sockets.tcpServer") await t.call(space + ".listen", id, "127.0.0.1", 0);
      const info = (await t.call(space + ".getInfo", id)).args[0], all = (await t.call(space + ".getSockets")).args[0];
      t.log(space + " " + JSON.stringify(name), [keys(info), keys(all), info.name]);
      await t.call(space + ".close", id);
    }
  }
  const rx = t.events("sockets.udp.onReceive"), id = await t.bound({ name: "\u00fc" });
  await t.call("sockets.udp.send", id, t.bytes("x"), "127.0.0.1", await t.localPort("sockets.udp", id));
  await t.until(() => rx.length > 0);
  t.log("event", keys(rx[0]));
});
