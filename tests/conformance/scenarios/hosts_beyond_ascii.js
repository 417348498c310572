/* @scenario {"name": "hosts_beyond_ascii"} */
// Names in other letters, with other dots and with signs that are dropped or refused; lengths; IPv6
// that ends in odd IPv4.
scenario("hosts_beyond_ascii", async (t) => {
  const hosts = ["b\u00fccher.localhost", "B\u00dcCHER.LOCALHOST", "\u00df.localhost", "\u1e9e.localhost", "\u4f8b\u3048\u3002localhost", "foo\uff0elocalhost", "foo\uff61localhost", "localhost\u3002", "foo\u2024localhost", "127.0\ufe520.1", "\uff4c\uff4f\uff43\uff41\uff4c\uff48\uff4f\uff53\uff54", "\u24db\u24deca\u24dbhost", "local\u00adhost", "local\u2060host", "local\u2063host", "local\ufeffhost", "1\u00ad27.1", "local\u200dhost", "\u0915\u094d\u200d\u0937.localhost", "\u0301a.localhost", "a\u0301.localhost", "\u05d0.localhost", "\u05d01.localhost", "1\u05d0.localhost", "\u05d0a.localhost", "a.\u05d0.localhost", "1a.\u05d0.localhost", "\u0661.localhost", "\u202ea.localhost", "\ud83d\ude00.localhost", "a\u2ff9.localhost", "\ud800.localhost", "\uff1a\uff1a1", "a\u3000b.localhost", "xn--a-.\u00fc.localhost", "xn--bcher-kva.\u00fc.localhost", "xn--\u00fc.localhost", "xn--a.localhost", "xn--.localhost", "-a.localhost", "a-.localhost", "a_b.localhost", "a!b.localhost", "a$b.localhost", "a&b.localhost", "a'b.localhost", "a(b.localhost", "a)b.localhost", "a+b.localhost", "a,b.localhost", "a;b.localhost", "a=b.localhost", "a~b.localhost", "a`b.localhost", "a{b.localhost", "a}b.localhost", "a\"b.localhost", "a^b.localhost", "a|b.localhost", "a<b.localhost", "a>b.localhost", "a%21b.localhost", "a%5fb.localhost", "a%c3%bc.localhost", "a%ff.localhost", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.localhost", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.localhost", "a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.localhost", "a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.localhost", "localhost.127", "a.0x1", "foo.08", "::ffff:0x7f.0.0.01", "::ffff:0177.0.0.1", "::ffff:127.1", "::ffff:127.0.1.", "::1\u0000", "::\uff11", "::ffff:127.0.0.1."];
  const p = t.peer("echo"), u = await t.create("sockets.udp");
  await t.call("sockets.udp.bind", u, "127.0.0.1", 0);
  for (const h of hosts) {
    const id = await t.create("sockets.tcp"), old = await t.legacy("tcp"), s = await t.create("sockets.tcpServer");
    const calls = [await t.call("sockets.tcp.connect", id, h, p.port), await t.call("socket.connect", old, h, p.port), await t.call("sockets.tcpServer.listen", s, h, 0)];
    const infos = [await t.call("sockets.tcp.getInfo", id), await t.call("sockets.tcpServer.getInfo", s)];
    const sent = await t.call("sockets.udp.send", u, t.bytes("x"), h, t.peer("uecho").port, "ipv4");
    t.log(JSON.stringify(h), [...calls.map((r) => r.args[0]), infos[0].args[0].peerAddress, infos[1].args[0].localAddress, sent.args[0].resultCode]);
    for (const [space, one] of [["tcp", id], ["tcpServer", s]]) await t.call("sockets." + space + ".close", one);
    await t.bare("socket.destroy", old);
  }
});
