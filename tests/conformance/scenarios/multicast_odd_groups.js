/* @scenario {"name": "multicast_odd_groups"} */
// Groups in odd spellings, of both families, joined and left.
scenario("multicast_odd_groups", async (t) => {
  const groups = ["239.1.1.1", "239.1.257", "0xef010102", "4009820419", "239.1.1.4.", " 239.1.1.5", "239.1.1.6 ", "239.1.1.7:80", "[239.1.1.8]", "\uff12\uff13\uff19.1.1.9", "239.1.1.10\u0000", "224.0.0.0", "239.255.255.255", "240.0.0.1", "255.255.255.255", "0.0.0.0",
    "127.0.0.1", "223.255.255.255", "::ffff:239.1.1.11", "", "*", "\ud800", "localhost", "ff02::1%lo", "[ff02::1]", "FF02::2", "ff02:0:0:0:0:0:0:3", "::1", "fe80::1"];
  for (const at of ["0.0.0.0", "127.0.0.1", "::"]) {
    const id = await t.create("sockets.udp");
    await t.call("sockets.udp.bind", id, at, 0);
    for (const g of groups) await t.logCall(at + " joins " + JSON.stringify(g), "sockets.udp.joinGroup", id, g);
    await t.logCall("groups", "sockets.udp.getJoinedGroups", id);
    for (const g of groups) await t.logCall(at + " leaves " + JSON.stringify(g), "sockets.udp.leaveGroup", id, g);
    await t.logCall("groups", "sockets.udp.getJoinedGroups", id);
    await t.call("sockets.udp.close", id);
  }
});
