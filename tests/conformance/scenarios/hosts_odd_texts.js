/* @scenario {"name": "hosts_odd_texts"} */
// Hosts as nobody should write them: other digits and dots, surrogates, control characters,
// escapes, long labels, spellings of the unspecified address.
scenario("hosts_odd_texts", async (t) => {
  const p = t.peer("echo"), e = t.peer("uecho");
  const hosts = ["0.0.0.0", "0", "127.0.0.1.", "127.1.", "127..1", "127.0.0.1.0", "1.2.3.4.5", "0x7F000001", "017700000001", "00000177.0.0.1", "127.0.0.01", "127.0.0x.1", "0x.1", "08.1",
    "4294967296", "127.16777217", "127.0.65537", "\uff11\uff12\uff17.0.0.1", "127\u30020\u30020\u30021", "%31%32%37.0.0.1", "127.0.0.1%00", "127.0.0.1\u0000", "127.0.0.1\t", "\n127.0.0.1", "127.0.0.1\u00ad",
    "\ud800", "\ud800.invalid", "b\u00fccher.invalid", "\u{1f600}.invalid", "xn--.invalid", "a".repeat(64) + ".invalid", "a.".repeat(130) + "invalid", "-a.invalid", "a_.invalid", ".", ".localhost", "LocalHost", "a.b.localhost", "localhost..",
    "::ffff:127.0.0.1", "::FFFF:7F00:1", "::127.0.0.1", "::ffff:127.1", "0:0:0:0:0:ffff:7f00:1", "::1%lo", "::1%1", "1::2::3", ":::1", "::g", "fe80::", "127.0.0.1/8", "user@127.0.0.1", "127.0.0.1#", "127.0.0.1?", "<127.0.0.1>", "+127.0.0.1", "-1", "1e3", "NaN"];
  const u = await t.create("sockets.udp");
  await t.call("sockets.udp.bind", u, "127.0.0.1", 0);
  for (const h of hosts) {
    const id = await t.create("sockets.tcp");
    t.log("connect " + JSON.stringify(h), await t.callWith({ timeout: 2500 }, "sockets.tcp.connect", id, h, p.port));
    const info = (await t.call("sockets.tcp.getInfo", id)).args[0];
    t.log("peer", [info.connected, info.peerAddress]);
    await t.call("sockets.tcp.close", id);
    await t.logCall("send", "sockets.udp.send", u, t.bytes("x"), h, e.port);
  }
});
