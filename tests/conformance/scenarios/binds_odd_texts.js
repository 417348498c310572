/* @scenario {"name": "binds_odd_texts"} */
// Addresses to listen on and to bind to, and groups, in odd spellings.
scenario("binds_odd_texts", async (t) => {
  const hosts = ["0", "0.0.0.0.", "127.0.0.1.", "127.1.", "127..1", "0x7F000001", "017700000001", "08.1", "4294967296", "127.16777217", "\uff11\uff12\uff17.0.0.1", "127.0.0.1\u0000", "127.0.0.1\t", "\ud800", "%31.0.0.1",
    "::FFFF:7F00:1", "::127.0.0.1", "0:0:0:0:0:0:0:1", "::1%lo", "1::2::3", "127.0.0.1:80", "localhost", "LOCALHOST.", "224.0.0.1", "255.255.255.255", "ff02::1"];
  for (const h of hosts) {
    for (const [space, method] of [["sockets.tcpServer", "listen"], ["sockets.udp", "bind"]]) {
      const id = await t.create(space);
      await t.logCall(method + " " + JSON.stringify(h), space + "." + method, id, h, 0);
      t.log("address", (await t.call(space + ".getInfo", id)).args[0].localAddress);
      await t.call(space + ".close", id);
    }
  }
});
