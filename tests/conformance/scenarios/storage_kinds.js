/* @scenario {"name": "storage_kinds", "manifest": {"permissions": ["storage"]}, "uses": "shown"} */
// chrome.storage.local: what becomes of values of every kind, and sizes.

scenario("storage_kinds", async function (t) {
  const S = chrome.storage.local, V = { d: new Date(0), r: /x/, fn: () => 1, u: undefined, nan: NaN, inf: Infinity, m: new Map([[1, 2]]), st: new Set([1]), ab: new ArrayBuffer(2), u8: new Uint8Array([1, 2]), e: new Error("x"), sym: Symbol("x"), z0: -0, cls: new (class Q { constructor() { this.p = 1; } })(), arr: [undefined, () => 1, NaN, , 4], arrsym: [Symbol()], nest: { u: undefined, f() {}, n: null }, tj: { toJSON() { return "TJ"; } }, bigi: 10n, bo: Object(true), st2: new String("x"), num: 1e21, f: 1.5, neg: -3, big: 2 ** 40, surr: "\ud800", nul: "a\0b", proto: Object.create({ x: 1 }), symk: { [Symbol()]: 1, a: 1 }, nonenum: Object.defineProperty({}, "x", { value: 1 }), frozen: Object.freeze({ a: 1 }), win: {}, prom: Promise.resolve(1), arrp: Object.assign([1], { x: 2 }), args: (function () { return arguments; })(1, 2), date2: { d: new Date(0) }, proxy: new Proxy({ q: 1 }, {}), nestnan: { x: NaN }, deep: (() => { let o = {}; const r = o; for (let i = 0; i < 150; i++) o = o.x = {}; return r; })(), shared: (() => { const x = { a: 1 }; return [x, x]; })(), url: new URL("http://a"), blob: new Blob(["x"]), dot: { "a.b": 1 } };
  for (const [k, v] of Object.entries(V)) {
    const r = await new Promise((res) => { try { S.set({ [k]: v }, () => res(chrome.runtime.lastError ? chrome.runtime.lastError.message : "ok")); } catch (e) { res(D(e)); } });
    const g = await S.get(null);
    t.log(k, [r, JSON.stringify(g).slice(0, 300)]);
    await S.clear();
  }
  await S.set({ a: 1, b: "x", c: "\u00e4", d: "<&>", e: [1, 2], f: { a: 1 } });
  for (const k of ["a", "b", "c", "d", "e", "f"]) t.log("size " + k, await S.getBytesInUse(k));
  const log = []; S.onChanged.addListener((c) => log.push(c)); const ga = []; chrome.storage.onChanged.addListener((c, a) => ga.push([a, Object.keys(c)]));
  await S.set({ a: 1 }); await S.set({ a: 2, b: "x", n: 5 }); await S.set({ f: { a: 1 } }); await S.remove(["a", "zz"]); await S.clear(); await t.sleep(50);
  t.log("changes", log); t.log("global", ga);
  t.log("key order", Object.keys((await S.set({ z: 1, a: 2, 10: 3, 9: 4 }), await S.get(null))));
  t.log("get defaults", await S.get({ z: 5, q: { r: [1] }, fn: () => 1, und: undefined, d: new Date(0), nul: null }));
  t.log("getKeys", await S.getKeys());
  await Y(t, "get sym", () => S.get(Symbol())); await Y(t, "get arr undef", () => S.get([undefined])); await Y(t, "get arr mixed", () => S.get(["a", 1])); await Y(t, "set date", () => S.set(new Date())); await Y(t, "set fn", () => S.set(() => 1)); await Y(t, "set map", () => S.set(new Map([["a", 1]]))); await Y(t, "cb only", () => typeof S.clear(() => {})); await Y(t, "two cbs", () => S.get("a", () => {}, () => {})); await Y(t, "set getter", () => S.set({ get x() { return 3; } }));
  for (const m of ["get", "set", "remove", "clear", "getBytesInUse", "setAccessLevel", "getKeys"]) X(t, "fn " + m, () => [S[m].name, S[m].length]);
});
