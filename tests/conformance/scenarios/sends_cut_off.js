/* @scenario {"name": "sends_cut_off"} */
// What becomes of sends behind one that fails, and after one that a disconnect cut off.
scenario("sends_cut_off", async (t) => {
  const st = t.peer("stall"), p = t.peer("echo"), cmd = t.peer("cmd");
  for (const S of ["socket.", "sockets.tcp."]) {
    const send = S + (S === "socket." ? "write" : "send");
    const quick = (name, ...a) => t.callWith({ timeout: 300 }, name, ...a);
    const make = async () => {
      const id = S === "socket." ? await t.legacy("tcp") : await t.create("sockets.tcp");
      if (S !== "socket.") await t.call(S + "setPaused", id, true);
      return id;
    };
    const cut = await make();
    await t.call(S + "connect", cut, st.host, st.port);
    const first = quick(send, cut, new ArrayBuffer(12000000)), second = quick(send, cut, t.bytes("behind"));
    await t.sleep(100);
    t.log(S + "disconnect", await t.bare(S + "disconnect", cut));
    t.log(S + "cut off", [await first, await second]);
    t.log(S + "disconnected", await quick(send, cut, t.bytes("x")));
    await t.logCall(S + "reconnect", S + "connect", cut, p.host, p.port);
    t.log(S + "reconnected", [await quick(send, cut, t.bytes("x")), await quick(send, cut, t.bytes(""))]);

    for (const how of ["rst", "close"]) {
      const id = await make();
      await t.call(S + "connect", id, cmd.host, cmd.port);
      const order = [];
      const one = (n, data) => t.callWith({ timeout: 2500, onCallback: () => order.push(n) }, send, id, data);
      await t.call(send, id, t.bytes("sleep 400\n" + how + "\n"));
      const all = [one(1, new ArrayBuffer(12000000)), one(2, t.bytes("behind")), one(3, t.bytes(""))];
      t.log(S + how, await Promise.all(all));
      t.log(S + how + " order", order);
      await t.logCall(S + how + " then", send, id, t.bytes("x"));
      await t.logCall(S + how + " reconnect", S + "connect", id, p.host, p.port);
      await t.logCall(S + how + " reconnected", send, id, t.bytes("x"));
    }

    for (const size of [1000, 200000]) {
      const id = await make();
      await t.call(S + "connect", id, cmd.host, cmd.port);
      await t.call(send, id, t.bytes("close\n"));
      await t.sleep(80);
      await t.logCall(S + "to nobody " + size, send, id, new ArrayBuffer(size));
      await t.sleep(30);
      await t.logCall(S + "to nobody " + size + " again", send, id, t.bytes("x"));
    }
  }
});
