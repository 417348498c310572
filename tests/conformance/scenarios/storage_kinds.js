/* @scenario {"name": "storage_kinds", "manifest": {"permissions": ["storage"]}} */
// chrome.storage.local: what becomes of values of every kind, and sizes.
function D(v, depth) {
  depth = depth || 0;
  if (v === null || v === undefined) return String(v);
  if (typeof v === "function") return "function " + v.name + "/" + v.length;
  if (typeof v === "symbol" ) return String(v);
  if (typeof v === "bigint") return v + "n";
  if (typeof v !== "object") return v;
  if (typeof DOMException !== "undefined" && v instanceof DOMException) return "DOMException " + v.name + "|" + v.message + "|" + v.code;
  if (v instanceof Error) return v.name + ": " + v.message;
  if (v instanceof ArrayBuffer) return "AB " + Array.from(new Uint8Array(v)).join();
  if (ArrayBuffer.isView(v)) return v.constructor.name + " " + Array.from(new Uint8Array(v.buffer, v.byteOffset, v.byteLength)).slice(0,300).join();
  if (depth > 3) return "...";
  if (v instanceof Map) return ["Map", ...[...v].map(([a,b]) => [D(a,depth+1), D(b,depth+1)])];
  if (v instanceof Set) return ["Set", ...[...v].map((a) => D(a,depth+1))];
  if (v instanceof Date) return "Date " + +v;
  if (v instanceof RegExp) return "RegExp " + v + v.lastIndex;
  if (Array.isArray(v)) return v.map((x) => D(x, depth + 1));
  if (typeof v.then === "function") return "promise";
  const o = { $: Object.prototype.toString.call(v) };
  for (const k of Object.keys(v)) o[k] = D(v[k], depth + 1);
  return o;
}
function X(t, label, f) {
  let r;
  try { r = D(f()); } catch (e) { r = { threw: D(e) }; }
  t.log(label, r);
}
async function Y(t, label, f) {
  let r;
  try { r = D(await f()); } catch (e) { r = { threw: D(e) }; }
  t.log(label, r);
}
function all(t, text) {
  // text: functions keyed
  for (const [k, f] of Object.entries(text)) X(t, k, f);
}

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
