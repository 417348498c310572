/* @scenario {"name": "multicast_orders"} */
// Group calls in odd orders and spellings.
scenario("multicast_orders", async (t) => {
  const id = await t.create("sockets.udp");
  for (const g of ["239.1.1.1", "x", "", "::1", "ff02::1", "127.0.0.1"]) {
    await t.logCall("leave unbound " + g, "sockets.udp.leaveGroup", id, g);
    await t.logCall("join unbound " + g, "sockets.udp.joinGroup", id, g);
  }
  await t.logCall("ttl", "sockets.udp.setMulticastTimeToLive", id, 3);
  await t.logCall("bind", "sockets.udp.bind", id, "0.0.0.0", 0);
  for (const g of ["239.1.1.2", "239.1.1.1", "239.1.1.1", "239.001.1.1", "0xef.1.1.3", "239.1.772", " 239.1.1.9", "239.1.1.9 ", "ff02::1", "::ffff:239.1.1.4", "0.0.0.0", "255.255.255.255", "224.0.0.1", "239.255.255.255"]) await t.logCall("join '" + g + "'", "sockets.udp.joinGroup", id, g);
  await t.logCall("groups", "sockets.udp.getJoinedGroups", id);
  await t.logCall("leave", "sockets.udp.leaveGroup", id, "239.1.1.1");
  await t.logCall("leave again", "sockets.udp.leaveGroup", id, "239.1.1.1");
  await t.logCall("join again", "sockets.udp.joinGroup", id, "239.1.1.1");
  await t.logCall("groups", "sockets.udp.getJoinedGroups", id);
  await t.logCall("loopback after join", "sockets.udp.setMulticastLoopbackMode", id, false);
  const six = await t.bound({}, "::");
  for (const g of ["ff02::1:3", "FF02::1:3", "ff02:0:0::1:3", "239.1.1.1", "ff02::1%lo", "[ff02::1]", "::1", "ff0e::1"]) await t.logCall("v6 join '" + g + "'", "sockets.udp.joinGroup", six, g);
  await t.logCall("v6 groups", "sockets.udp.getJoinedGroups", six);
  await t.logCall("v6 leave", "sockets.udp.leaveGroup", six, "FF02::1:3");
  const l = await t.legacy("udp");
  await t.logCall("legacy ttl 256", "socket.setMulticastTimeToLive", l, 256);
  await t.logCall("legacy ttl", "socket.setMulticastTimeToLive", l, 0);
  await t.logCall("legacy loopback", "socket.setMulticastLoopbackMode", l, false);
  await t.logCall("legacy bind", "socket.bind", l, "0.0.0.0", 0);
  await t.logCall("legacy join", "socket.joinGroup", l, "239.1.1.1");
  await t.logCall("legacy join again", "socket.joinGroup", l, "239.1.1.1");
  await t.logCall("legacy groups", "socket.getJoinedGroups", l);
  await t.bare("socket.disconnect", l);
  await t.logCall("legacy groups after disconnect", "socket.getJoinedGroups", l);
  await t.logCall("legacy leave after disconnect", "socket.leaveGroup", l, "239.1.1.1");
  await t.logCall("legacy rebind", "socket.bind", l, "0.0.0.0", 0);
  await t.logCall("legacy groups", "socket.getJoinedGroups", l);
  await t.logCall("legacy join", "socket.joinGroup", l, "239.1.1.1");
});
