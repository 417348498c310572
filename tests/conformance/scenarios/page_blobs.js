/* @scenario {"name": "page_blobs"} */
// Blob, File and FileReader: values, slices, readers with their events, errors.
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

scenario("page_blobs", async function (t) {
  const show = async (b) => [b.size, b.type, await b.text()];
  for (const [k, v] of Object.entries({ none: [], str: [["abc"]], mixed: [["a", new Uint8Array([98, 99]), new Blob(["d"]), new Uint16Array([0x6665]), new Uint8Array([103]).buffer, new DataView(new Uint8Array([104, 105]).buffer, 1)]], nums: [[1, 2, null, undefined, {}, [3, 4], true]], surr: [["\ud800x"]], crlf: [["a\r\nb\nc\r"]], native: [["a\r\nb\nc"], { endings: "native" }], transp: [["a\n"], { endings: "transparent" }], type: [[], { type: "Text/PLAIN;Charset=X" }], badtype: [[], { type: "te\u00e4xt" }], ctl: [[], { type: "a\nb" }], nulltype: [[], { type: null }], undeftype: [[], { type: undefined }], numtype: [[], { type: 5 }], set: [new Set(["x", "y"])], gen: [(function* () { yield "q"; yield "r"; })()], typed: [new Uint8Array([1, 23])], optnull: [[], null], undef: [undefined], strobj: [[new String("w")]], emptyarr: [[]], url: [[new URL("http://a/")]] })) await Y(t, "new " + k, async () => show(new Blob(...v)));
  for (const [k, v] of Object.entries({ string: ["abc"], num: [5], nul: [null], obj: [{}], fn: [() => 1], ab: [new ArrayBuffer(2)], end: [[], { endings: "x" }], opt: [[], 5], symbol: [[Symbol()]], blob: [new Blob([])], str: [new String("ab")] })) await Y(t, "bad " + k, async () => show(new Blob(...v)));
  const B = new Blob(["0123456789"], { type: "a/b" });
  for (const a of [[], [2], [2, 5], [-3], [-3, -1], [5, 2], [100], [0, 100], [-100, 3], [NaN], ["2", "4"], [1.9, 3.9], [null, 3], [undefined, 3], [0, undefined], [0, null], [1, 3, "X/Y"], [1, 3, "\u00e4"], [1, 3, null], [1, 3, undefined], [Infinity], [-Infinity, Infinity], [2 ** 40], [{}]]) await Y(t, "slice " + JSON.stringify(a), async () => show(B.slice(...a)));
  await Y(t, "slice big", () => B.slice(1n)); await Y(t, "slice sym", () => B.slice(Symbol()));
  await Y(t, "ab", () => B.slice(0, 2).arrayBuffer()); await Y(t, "bytes", () => B.slice(0, 2).bytes()); await Y(t, "bom", async () => { const s = await new Blob([new Uint8Array([0xef, 0xbb, 0xbf, 97, 255])]).text(); return [s.length, s]; });
  X(t, "ab own", () => typeof B.arrayBuffer().then); X(t, "size brand", () => Blob.prototype.size); X(t, "slice brand", () => Blob.prototype.slice.call({}));
  X(t, "tag", () => [String(B), Object.prototype.toString.call(new File([], "x")), B instanceof Blob, Object.keys(B), JSON.stringify(B)]);
  X(t, "immutable", () => { const u = new Uint8Array([1]); const b = new Blob([u]); u[0] = 9; return b.size; });
  const F = (...a) => { const f = new File(...a); return [f.name, f.size, f.type, typeof f.lastModified, f.webkitRelativePath, f instanceof Blob]; };
  X(t, "file", () => F(["abc"], "n.txt", { type: "T/X", lastModified: 7 })); X(t, "file lm", () => new File([], "n", { lastModified: 7.9 }).lastModified); X(t, "file lm neg", () => new File([], "n", { lastModified: -1 }).lastModified); X(t, "file lm nan", () => new File([], "n", { lastModified: NaN }).lastModified); X(t, "file lm date", () => new File([], "n", { lastModified: new Date(9) }).lastModified); X(t, "file none", () => F()); X(t, "file 1", () => F([])); X(t, "file num", () => F([], 5)); X(t, "file slash", () => F([], "a/b")); X(t, "file date", () => Object.prototype.toString.call(new File([], "x", { lastModified: 3 }).lastModifiedDate)); X(t, "file slice", () => { const s = new File(["abc"], "n").slice(1); return [s instanceof File, s.size]; }); X(t, "file str", () => F("abc", "x"));
  const ev = async (how, blob, opts = {}) => new Promise((res) => {
    const r = new FileReader(), log = [];
    for (const n of ["loadstart", "progress", "load", "loadend", "error", "abort"]) { r["on" + n] = (e) => { log.push([e.type, r.readyState, D(r.result), r.error && r.error.name, e.loaded, e.total, e.lengthComputable, e.target === r, e.currentTarget === r, e.isTrusted, e.bubbles, e.cancelable, e.constructor.name]); if (opts.on && opts.on[n]) opts.on[n](r, log); if (n === "loadend") setTimeout(() => res(log), 5); }; }
    log.push(r.readyState); r[how](blob, ...(opts.args || [])); log.push([r.readyState, r.result]);
    if (opts.after) opts.after(r, log);
  });
  for (const how of ["readAsText", "readAsArrayBuffer", "readAsDataURL", "readAsBinaryString"]) { await Y(t, how, () => ev(how, new Blob(["a\u00e9\u20ac"], { type: "text/plain" }))); await Y(t, how + " empty", () => ev(how, new Blob([]))); await Y(t, how + " notype", () => ev(how, new Blob(["\u00ff\u0000"]))); }
  for (const [l, b] of [["latin1", [0xe9, 0x80]], ["utf-16", [0x61, 0, 0x62, 0]], ["utf-8", [0xff, 0xfe, 0x61, 0]], ["klingon", [0xc3, 0xa9]], ["shift_jis", [0x83, 0x65]], [undefined, [0xef, 0xbb, 0xbf, 0x61]], ["latin1", [0xef, 0xbb, 0xbf, 0x61]], ["", [0xc3, 0xa9]], [null, [0xc3, 0xa9]], ["utf-16be", [0xfe, 0xff, 0, 0x61]], [undefined, [0xfe, 0xff, 0, 0x61]], ["x-user-defined", [0x80, 0xff]]]) await Y(t, "text " + l + " " + b, async () => (await ev("readAsText", new Blob([new Uint8Array(b)]), { args: [l] })).find((x) => x[0] === "load")[2]);
  await Y(t, "text type charset", async () => (await ev("readAsText", new Blob([new Uint8Array([0xe9])], { type: "text/plain;charset=latin1" }))).find((x) => x[0] === "load")[2]);
  await Y(t, "dataurl type", async () => (await ev("readAsDataURL", new Blob(["x"], { type: "a/b; c=d" }))).find((x) => x[0] === "load")[2]);
  await Y(t, "abort at once", () => ev("readAsText", new Blob(["abc"]), { after(r, log) { r.abort(); log.push(["after abort", r.readyState, r.result, r.error && r.error.name + "|" + r.error.message]); } }));
  await Y(t, "abort in loadstart", () => ev("readAsText", new Blob(["abc"]), { on: { loadstart(r) { r.abort(); } } }));
  await Y(t, "abort in load", () => ev("readAsText", new Blob(["abc"]), { on: { load(r, log) { r.abort(); log.push(["aborted", r.result, r.readyState]); } } }));
  X(t, "abort idle", () => { const r = new FileReader(); r.abort(); return [r.readyState, r.result, r.error]; });
  X(t, "busy", () => { const r = new FileReader(); r.readAsText(new Blob(["x"])); r.readAsText(new Blob(["y"])); });
  await Y(t, "again in load", () => { let n = 0; return ev("readAsText", new Blob(["abc"]), { on: { load(r) { if (!n++) r.readAsText(new Blob(["second"])); } } }); });
  for (const a of [[], [null], ["x"], [{}], [new ArrayBuffer(1)]]) X(t, "bad arg " + JSON.stringify(a), () => new FileReader().readAsText(...a)); X(t, "bad bin", () => new FileReader().readAsBinaryString("x")); X(t, "bad ab", () => new FileReader().readAsArrayBuffer(1)); X(t, "bad du", () => new FileReader().readAsDataURL());
  X(t, "handlers", () => { const r = new FileReader(); const a = r.onload; r.onload = 5; const b = r.onload; r.onload = {}; const c = r.onload; const f = () => 1; r.onload = f; return [a, b, c, r.onload === f, Object.keys(r), "onload" in r]; });
  await Y(t, "order", async () => { const log = []; const r = new FileReader(); r.addEventListener("load", () => log.push("listener1")); r.onload = () => log.push("handler"); r.addEventListener("load", () => log.push("listener2")); r.addEventListener("load", () => { log.push("p"); Promise.resolve().then(() => log.push("p micro")); }); r.addEventListener("load", () => log.push("last")); r.readAsText(new Blob(["x"])); log.push("sync"); await new Promise((res) => r.addEventListener("loadend", res)); return log; });
  await Y(t, "two readers", async () => { const log = []; await Promise.all(["a", "b"].map((n) => new Promise((res) => { const r = new FileReader(); for (const k of ["loadstart", "load", "loadend"]) r.addEventListener(k, () => { log.push(n + k); if (k === "loadend") res(); }); r.readAsText(new Blob([n])); }))); return [...log].sort(); });
});
