/* @scenario {"name": "page_clones"} */
// structuredClone: copies, transfers, and what it refuses.
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

scenario("page_clones", async function (t) {
  const C = structuredClone;
  X(t, "prims", () => [C(1), C("x"), C(null), C(undefined), C(10n), C(true), C(-0), Object.is(C(-0), -0), C(NaN)]);
  X(t, "none", () => C()); X(t, "sym", () => C(Symbol("s"))); X(t, "fn", () => C(() => 1)); X(t, "named fn", () => C(function foo(a) { return a; })); X(t, "class", () => C(class A { x() {} })); X(t, "nested fn", () => C({ a: { b() { return 1; } } })); X(t, "native fn", () => C(Math.max));
  X(t, "obj", () => C({ a: 1, b: { c: [1, , 3] }, d: undefined })); X(t, "sparse", () => { const c = C([1, , 3]); return [1 in c, c.length]; }); X(t, "arr props", () => { const a = [1]; a.x = 2; return [C(a).x, C(a).length]; });
  X(t, "map", () => C(new Map([[{ a: 1 }, new Set([1, "x"])]]))); X(t, "date", () => C(new Date(5))); X(t, "bad date", () => isNaN(C(new Date(NaN)))); X(t, "regexp", () => { const r = /a/gi; r.lastIndex = 3; const c = C(r); return [String(c), c.lastIndex]; });
  X(t, "wrappers", () => [C(new Boolean(true)), C(new Number(3)), C(new String("x")), C(Object(1n))].map((x) => [Object.prototype.toString.call(x), x.valueOf() + ""]));
  X(t, "errors", () => [new Error("m"), new TypeError("t"), new RangeError("r", { cause: { a: 1 } }), Object.assign(new Error("x"), { code: 5, name: "Odd" }), new AggregateError([1], "agg"), new EvalError("e"), new URIError("u"), new SyntaxError("s"), new ReferenceError("q")].map((e) => { const c = C(e); return [c.name, c.message, c.constructor.name, c.code, D(c.cause), typeof c.stack, Object.keys(c), c.errors === undefined]; }));
  class P { constructor() { this.a = 1; } get g() { return 2; } } X(t, "class instance", () => { const c = C(new P()); return [c.constructor === Object, c]; });
  X(t, "cycle", () => { const o = { n: [] }; o.self = o; o.n.push(o); const c = C(o); return [c.self === c, c.n[0] === c, c !== o]; }); X(t, "shared refs", () => { const x = {}; const c = C([x, x]); return c[0] === c[1]; });
  for (const k of ["Int8Array","Uint8Array","Uint8ClampedArray","Int16Array","Uint32Array","Float32Array","Float64Array","BigInt64Array","Float16Array"]) X(t, k, () => { const c = C(new globalThis[k](2)); return [c.constructor.name, c.length]; });
  X(t, "dv", () => { const c = C(new DataView(new Uint8Array([1, 2, 3, 4]).buffer, 1, 2)); return [c.constructor.name, c.byteOffset, c.byteLength, c.buffer.byteLength, c.getUint8(0)]; });
  X(t, "sub view", () => { const c = C(new Uint8Array([1, 2, 3, 4]).subarray(1, 3)); return [c.byteOffset, c.length, c.buffer.byteLength, [...c]]; });
  X(t, "two views", () => { const b = new ArrayBuffer(4); const c = C({ a: new Uint8Array(b), b: new Uint8Array(b, 2) }); return c.a.buffer === c.b.buffer; });
  X(t, "resizable", () => { const b = new ArrayBuffer(2, { maxByteLength: 8 }); const c = C(b); return [c.resizable, c.maxByteLength, c.byteLength]; });
  X(t, "sab", () => C(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer).byteLength);
  X(t, "transfer", () => { const b = new Uint8Array([1, 2, 3]).buffer; const c = C(b, { transfer: [b] }); return [b.byteLength, b.detached, c.byteLength, [...new Uint8Array(c)]]; });
  X(t, "transfer view", () => { const v = new Uint8Array([1, 2, 3, 4]).subarray(1); const c = C(v, { transfer: [v.buffer] }); return [v.length, [...c], c.byteOffset]; });
  X(t, "transfer not in", () => { const b = new ArrayBuffer(2); const c = C({ a: 1 }, { transfer: [b] }); return [c, b.byteLength]; });
  X(t, "transfer view itself", () => { const v = new Uint8Array(2); return C(v, { transfer: [v] }); }); X(t, "transfer twice", () => { const b = new ArrayBuffer(2); return C(b, { transfer: [b, b] }); }); X(t, "transfer junk", () => C(1, { transfer: [1] })); X(t, "transfer {}", () => C(1, { transfer: [{}] })); X(t, "transfer null", () => C(1, { transfer: null })); X(t, "opts null", () => C(1, null)); X(t, "opts 5", () => C(1, 5)); X(t, "transfer detached", () => { const b = new ArrayBuffer(2); C(b, { transfer: [b] }); return C(b, { transfer: [b] }); }); X(t, "clone detached", () => { const b = new ArrayBuffer(2); C(b, { transfer: [b] }); return C(b); }); X(t, "clone view of detached", () => { const v = new Uint8Array(2); C(v.buffer, { transfer: [v.buffer] }); return C(v); });
  X(t, "weakmap", () => C(new WeakMap())); X(t, "weakset", () => C(new WeakSet())); X(t, "weakref", () => C(new WeakRef({}))); X(t, "promise", () => C(Promise.resolve())); X(t, "generator", () => C((function* () {})())); X(t, "arguments", () => C((function () { return arguments; })(1, 2))); X(t, "getter throws", () => C({ get a() { throw new RangeError("mine"); } })); X(t, "getter", () => C({ get a() { return 5; } })); X(t, "symkey", () => C({ [Symbol()]: 1, a: 2 })); X(t, "nonenum", () => C(Object.defineProperty({}, "x", { value: 1 }))); X(t, "proto", () => C(Object.create({ x: 1 }))); X(t, "nullproto", () => Object.getPrototypeOf(C(Object.create(null))) === Object.prototype); X(t, "frozen", () => Object.isFrozen(C(Object.freeze({ a: 1 }))));
  X(t, "event", () => C(new Event("x"))); X(t, "blob", () => { const b = C(new Blob(["ab"], { type: "a/b" })); return [b instanceof Blob, b.size, b.type]; }); X(t, "file", () => { const f = C(new File(["ab"], "n.txt", { lastModified: 5 })); return [f instanceof File, f.name, f.lastModified]; }); X(t, "url", () => C(new URL("http://a"))); X(t, "usp", () => C(new URLSearchParams("a"))); X(t, "window", () => C(window)); X(t, "math", () => C(Math)); X(t, "json", () => C(JSON)); X(t, "intl", () => C(new Intl.NumberFormat("en"))); X(t, "wasm", () => C(new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))) instanceof WebAssembly.Module); X(t, "decoder", () => C(new TextDecoder())); X(t, "abort", () => C(new AbortController()));
  X(t, "err", () => { try { C(() => 1); } catch (e) { return [e.name, e.code, e instanceof DOMException, String(e)]; } }); X(t, "this", () => C.call({}, 1)); X(t, "deep", () => { let o = {}; const r = o; for (let i = 0; i < 1000; i++) o = o.x = {}; let c = C(r), n = 0; while (c.x) { c = c.x; n++; } return n; });
});
