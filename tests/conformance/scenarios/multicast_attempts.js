/* @scenario {"name": "multicast_attempts"} */
// TTL and loopback go with the first attempt to bind; the kernel's limit of groups; their order.
scenario("multicast_attempts", async (t) => {
  const rx = t.events("sockets.udp.onReceive");
  const call = (method, ...args) => t.call("sockets.udp." + method, ...args);
  for (const first of [null, ["no literal", 0], ["203.0.113.7", 0], ["127.0.0.1", t.peer("uecho").port]]) for (const at of ["0.0.0.0", "::"]) for (const loopback of [true, false]) {
    const id = await t.create("sockets.udp");
    await call("setMulticastTimeToLive", id, 0);
    await call("setMulticastLoopbackMode", id, loopback);
    if (first) await t.logCall("bind " + first[0], "sockets.udp.bind", id, ...first);
    await t.logCall("bind " + at, "sockets.udp.bind", id, at, 0);
    const group = at === "::" ? "ff02::5:5" : "239.255.5.5", before = rx.length;
    await call("joinGroup", id, group);
    await t.logCall("send", "sockets.udp.send", id, t.bytes("m"), group, await t.localPort("sockets.udp", id));
    await t.until(() => rx.length > before, 250);
    t.log("loopback " + loopback + ", hears itself", rx.length - before);
    await call("close", id);
  }
  const id = await t.bound({}, "0.0.0.0");
  const join = async (n) => (await call("joinGroup", id, "239.255.6." + n)).args[0];
  const leave = async (n) => (await call("leaveGroup", id, "239.255.6." + n)).args[0];
  const codes = [];
  for (let n = 1; n < 23; n++) codes.push(await join(n));
  t.log("22 groups", codes);
  t.log("left", [await leave(3), await leave(3), await leave(20), await leave(21), await leave(1)]);
  t.log("joined", [await join(21), await join(3), await join(21), await join(1), await join(20)]);
  await t.logCall("one more", "sockets.udp.joinGroup", id, "239.255.6.22");
  await t.logCall("groups", "sockets.udp.getJoinedGroups", id);
});
