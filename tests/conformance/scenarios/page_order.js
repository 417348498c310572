/* @scenario {"name": "page_order", "uses": "shown"} */
// Microtasks, timers and promises around calls of the API.

scenario("page_order", async function (t) {
  const log = []; const L = (x) => log.push(x);
  const { socketId } = await new Promise((r) => chrome.sockets.udp.create({}, r));
  await new Promise((r) => {
    chrome.sockets.udp.create({}, (i) => { L("cb"); Promise.resolve().then(() => L("cb micro")); queueMicrotask(() => L("cb qm")); setTimeout(() => { L("cb timer"); r(); }, 0); });
    L("sync"); Promise.resolve().then(() => L("micro after call"));
  });
  t.log("callback", log.splice(0));
  await new Promise((r) => {
    const p = chrome.sockets.udp.create({}); p.then(() => { L("promise"); }); p.then(() => { L("promise2"); }).then(() => L("promise2 then")); p.finally(() => { L("finally"); setTimeout(r, 0); });
  });
  t.log("promise", log.splice(0));
  await new Promise((r) => {
    chrome.sockets.udp.getInfo(9999, () => { L(["le", chrome.runtime.lastError && chrome.runtime.lastError.message]); Promise.resolve().then(() => L(["le micro", chrome.runtime.lastError && chrome.runtime.lastError.message])); setTimeout(() => { L(["le timer", chrome.runtime.lastError === undefined]); r(); }, 0); });
  });
  t.log("lastError", log.splice(0));
  await chrome.sockets.udp.getInfo(9999).catch((e) => { L(["rejected", String(e), e instanceof Error, e.constructor === Error, e.name, Object.keys(e), chrome.runtime.lastError === undefined]); });
  t.log("rejection", log.splice(0));
  const p = chrome.sockets.udp.getInfo(socketId);
  t.log("promise class", [p instanceof Promise, p.constructor === Promise, Object.prototype.toString.call(p)]);
  await p;
  // event listeners vs microtasks
  await new Promise((r) => {
    const l1 = () => { L("l1"); Promise.resolve().then(() => L("l1 micro")); };
    const l2 = () => { L("l2"); Promise.resolve().then(() => L("l2 micro")); setTimeout(() => { chrome.sockets.udp.onReceive.removeListener(l1); chrome.sockets.udp.onReceive.removeListener(l2); r(); }, 0); };
    chrome.sockets.udp.onReceive.addListener(l1); chrome.sockets.udp.onReceive.addListener(l2);
    const u = t.peer("uecho");
    chrome.sockets.udp.bind(socketId, "127.0.0.1", 0, () => chrome.sockets.udp.send(socketId, t.bytes("x"), u.host, u.port, () => {}));
  });
  t.log("events", log.splice(0));
  // await chains
  L((await chrome.sockets.udp.create()).socketId > 0);
  const [a, b] = await Promise.all([chrome.sockets.udp.create({}), chrome.sockets.udp.create({})]);
  L(b.socketId - a.socketId);
  t.log("all", log.splice(0));
  class Sub extends Promise {} ;
  const saved = Promise.prototype.then; let thens = 0;
  Promise.prototype.then = function (...x) { thens++; return saved.apply(this, x); };
  await new Promise((r) => chrome.sockets.udp.getInfo(socketId, r));
  Promise.prototype.then = saved;
  t.log("patched then", thens <= 1);
});
