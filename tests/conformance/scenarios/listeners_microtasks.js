/* @scenario {"name": "listeners_microtasks"} */
// Several listeners of one event, and the microtasks that each of them leaves.
scenario("listeners_microtasks", async (t) => {
  const ev = chrome.sockets.udp.onReceive, peer = t.peer("uecho"), order = [];
  const say = (what) => { order.push(what); };
  const id = await t.bound();
  const round = async (label, count, listeners) => {
    for (const f of listeners) ev.addListener(f);
    await t.call("sockets.udp.send", id, t.bytes("x"), peer.host, peer.port);
    await t.until(() => order.length >= count);
    t.log(label, order.splice(0));
    for (const f of listeners) ev.removeListener(f);
  };
  const promising = () => { say("promising"); Promise.resolve().then(() => say("its reaction")); };
  const queueing = () => { say("queueing"); queueMicrotask(() => { say("its microtask"); queueMicrotask(() => say("and another")); }); };
  const waiting = async () => { say("waiting"); await null; say("waited"); };
  await round("three listeners", 7, [promising, queueing, waiting]);
  await round("another order", 7, [waiting, queueing, promising]);
  const changing = () => { say("changing"); Promise.resolve().then(() => say("changed")); ev.removeListener(waiting); };
  await round("one is removed", 6, [changing, promising, waiting]);
  const throwing = () => { say("throwing"); Promise.resolve().then(() => say("thrown")); throw new Error("on purpose"); };
  await round("one throws", 4, [throwing, promising]);
});
