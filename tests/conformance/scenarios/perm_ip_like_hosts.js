/* @scenario {"name": "perm_ip_like_hosts", "manifest": {"sockets": {"udp": {"send": ["*.0.0.1", "*.0.0.1.:120", "*.1.:121", "*.65535", "*.65536", "*.256", "*.16777216", "*.16777215", "*.0x1", "*.01", "*.0.0%2e1", "*.0.0.1]:122"], "bind": ["*.0.0.1", "*.1.:121", "*.65536", "*.16777216", "*.0x1", "*.0.0%2e1"]}, "tcp": {"connect": ["*.0.0.1.:120", "*.65535", "*.256", "*.16777215", "*.01", "*.0.0.1]:122"]}, "tcpServer": {"listen": ["*.0.0.1", "*.65535", "*.16777216", "*.01"]}}, "permissions": [{"socket": ["udp-send-to:*.0.0.1", "udp-send-to:*.0.0.1.:120", "udp-send-to:*.1.:121", "udp-send-to:*.65535", "udp-send-to:*.65536", "udp-send-to:*.256", "udp-send-to:*.16777216", "udp-send-to:*.16777215", "udp-send-to:*.0x1", "udp-send-to:*.01", "udp-send-to:*.0.0%2e1", "udp-send-to:*.0.0.1]:122"]}]}} */
// What counts as an IP literal, which sub-domain patterns do not match.
scenario("perm_ip_like_hosts", async (t) => {
  const HOSTS = ["127.0.0.1.", "1.0.0.1.", "x.0.0.1.", "127.0.0.1", "[::ffff:127.0.0.1]", "::ffff:127.0.0.1", "a:b.0.0.1", "[127.0.0.1]", "127.0.0%2e1", "\uff11.0.0.1", "0x7f.0.0.1", "127.0.0.0x1", "0177.0.0.01", "256.0.0.1", "-1.0.0.1", "+1.0.0.1", "1_0.0.0.1", "08.0.0.1", "09.0.0.1", "0x.0.0.1", "0xg.0.0.1", "1e1.0.0.1", "1.0.0.0.1", "1..0.0.1", ".0.0.1", "1 .0.0.1", " 1.0.0.1", "4294967295.1", "1.65535", "1.16777216", "1.16777215", "4294967296", "x.65535", "1.2.65535", "1.2.65536", "1.2.3.256", "a.256", "[v1.0.0.1", "v1.0.0.1]", "[a.0.0.1", "0.0.0.1", "%31.0.0.1", "1.0.0.1%20", "1.0.0.1\t", "1.0.0.1\u0000", "::1.0.0.1", "1::0.0.1", "g::.0.0.1", "0x100.0.0.1", "0xff.0.0.1", "00000000000000000377.0.0.1", "0400.0.0.1"], PORTS = [0, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 65535, -1, 65536, 65616, -65444, -65443, 2147483647, -2147483648], PATPORTS = [];
  const u = await t.create("sockets.udp"), s = await t.create("sockets.tcpServer"), c = await t.create("sockets.tcp"), l = await t.legacy("udp");
  let a = 8; const r = () => (a = (a * 1103515245 + 12345) % 2147483648) / 2147483648;
  const NO = /does not have permission|Does not have permission/;
  const ask = (m, ...args) => new Promise((done) => { try { m(...args, () => { const e = chrome.runtime.lastError; done(e && NO.test(e.message) ? "-" : "+"); }); } catch (e) { done(String(e)); } });
  const safe = (h) => /invalid/.test(h);
  for (const h of HOSTS) {
    const ports = [...PATPORTS, ...PORTS.filter(() => r() < 0.4)];
    const out = await Promise.all(ports.map(async (p) => {
      let line = await ask(chrome.sockets.udp.send, u, new ArrayBuffer(1), h, p);
      if (p >= 0 && p < 65536) line += await ask(chrome.socket.sendTo, l, new ArrayBuffer(1), h, p); else line += ".";
      return p + line;
    }));
    const more = [];
    for (const p of ports.slice(0, 12)) { more.push(p + await ask(chrome.sockets.udp.bind, await t.create("sockets.udp"), h === "" || /^[\d.x:]+$/i.test(h) ? "b" + h : h, p)); }
    t.log(h, out.join(" ") + " | bind " + more.join(" "));
    if (safe(h)) t.log("listen " + h, (await Promise.all(ports.map(async (p) => p + await ask(chrome.sockets.tcpServer.listen, s, h, p)))).join(" "));
  }
});
