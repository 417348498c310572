/* @scenario {"name": "tcp_close_unread"} */
// What the peer sees when a socket is closed with data that nobody read: an end, or a reset.
scenario("tcp_close_unread", async (t) => {
  const acc = t.events("sockets.tcpServer.onAccept"), rx = t.events("sockets.tcp.onReceive"), errs = t.events("sockets.tcp.onReceiveError");
  const cmd = await t.openCommands(), s = await t.listening();
  let n = 0;
  const report = async () => { const all = JSON.parse(await cmd.run("report")); return all[n++]; };
  const dial = async (operations) => {
    const from = acc.length;
    await cmd.run("dial 127.0.0.1 " + s.port + " " + operations);
    await t.until(() => acc.length > from);
    await t.sleep(150);
    return acc[from].clientSocketId;
  };
  const ends = { close: (id) => t.call("sockets.tcp.close", id), disconnect: (id) => t.call("sockets.tcp.disconnect", id) };
  for (const how of Object.keys(ends)) {
    for (const operations of ["", "send 1", "send 4000", "send 60000", "send 65536", "send 65537", "send 5;fin"]) {
      const id = await dial(operations);
      await ends[how](id);
      await t.sleep(100);
      t.log(how + " after " + operations, await report());
    }
  }
  for (const [size, total] of [[4, 10], [0, 5000]]) {
    const id = await dial("send " + total);
    await t.call("sockets.tcp.update", id, { bufferSize: size });
    const from = rx.length;
    rx.onEvent = (e) => { if (e.socketId === id) chrome.sockets.tcp.close(id); };
    await t.call("sockets.tcp.setPaused", id, false);
    await t.until(() => rx.length > from);
    await t.sleep(100);
    t.log("closed in the listener, size " + size, await report());
  }
  rx.onEvent = null;
  const id = await dial("send 3");
  await t.call("sockets.tcp.send", id, t.bytes("answer"));
  await t.call("sockets.tcp.close", id);
  await t.sleep(100);
  t.log("answered without reading", await report());
  const big = await dial("send 4000000");
  await t.call("sockets.tcp.close", big);
  await t.sleep(100);
  t.log("far too much", await report());
});
