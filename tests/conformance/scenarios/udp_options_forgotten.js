/* @scenario {"name": "udp_options_forgotten"} */
// Multicast options go with the first attempt to bind or connect; connected sockets join nothing; read and recvFrom wait apart.
scenario("udp_options_forgotten", async (t) => {
  const used = t.peer("uecho");
  const before = {
    "nothing": async () => {},
    "bind to a port in use": (S, id) => t.logCall("bind", S + "bind", id, used.host, used.port),
    "bind to a name": (S, id) => t.logCall("bind", S + "bind", id, "localhost", 0),
    "connect to a name": (S, id) => t.logCall("connect", S + "connect", id, "nosuch.invalid", 9),
    "connect in vain": (S, id) => t.logCall("connect", S + "connect", id, "203.0.113.7", 9),
    "bind and disconnect": async (S, id) => { await t.call(S + "bind", id, "0.0.0.0", 0); t.log("disconnect", await t.bare(S + "disconnect", id)); },
  };
  for (const how of Object.keys(before)) for (const S of ["socket.", "sockets.udp."]) {
    if (S !== "socket." && /connect/.test(how)) continue;
    const id = S === "socket." ? await t.legacy("udp") : await t.create("sockets.udp");
    const rx = t.events("sockets.udp.onReceive");
    await t.logCall(S + how, S + "setMulticastLoopbackMode", id, false);
    await before[how](S, id);
    await t.logCall("ttl", S + "setMulticastTimeToLive", id, 1);
    await t.logCall("bind", S + "bind", id, "0.0.0.0", 0);
    const port = (await t.call(S + "getInfo", id)).args[0].localPort;
    await t.logCall("join", S + "joinGroup", id, "239.255.78.1");
    const got = S === "socket." ? t.callWith({ timeout: 400 }, "socket.recvFrom", id) : null;
    await t.logCall("send", S === "socket." ? "socket.sendTo" : S + "send", id, t.bytes("looped"), "239.255.78.1", port);
    if (S === "socket.") t.log("got", (await got).args ? "looped" : "nothing");
    else { await t.until(() => rx.length, 400); t.log("got", rx.length ? "looped" : "nothing"); }
    rx.stop();
    await t.bare(S + (S === "socket." ? "destroy" : "close"), id);
  }
  const bound = await t.legacy("udp"), connected = await t.legacy("udp");
  await t.logCall("bind", "socket.bind", bound, "127.0.0.1", 0);
  await t.logCall("connect", "socket.connect", connected, used.host, used.port);
  for (const group of ["239.1.1.1", "ff02::1:1", "127.0.0.1", "x"]) await t.logCall("connected joins " + group, "socket.joinGroup", connected, group);
  await t.logCall("groups", "socket.getJoinedGroups", connected);
  const a = t.callWith({ timeout: 1500 }, "socket.recvFrom", bound), b = t.callWith({ timeout: 700 }, "socket.read", connected);
  for (const size of [5, 0, -1]) for (const m of ["read", "recvFrom"]) {
    await t.logCall("bound " + m + " " + size, "socket." + m, bound, size);
    await t.logCall("connected " + m + " " + size, "socket." + m, connected, size);
  }
  await t.bare("socket.destroy", bound);
  await t.bare("socket.destroy", connected);
  t.log("recvFrom", await a);
  t.log("read", await b);
});
