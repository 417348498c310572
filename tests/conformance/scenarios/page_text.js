/* @scenario {"name": "page_text", "uses": "shown"} */
// TextEncoder and TextDecoder: labels, errors, streams, legacy encodings.

scenario("page_text", async function (t) {
  const U = (...x) => new Uint8Array(x);
  const names = ["utf-8","UTF8"," utf8\n","unicode-1-1-utf-8","x-unicode20utf8","latin1","ascii","us-ascii","iso-8859-1","l1","windows-1252","cp1252","iso-8859-15","latin9","utf-16","utf-16le","utf-16be","unicode","ucs-2","csunicode","utf-32","utf-7","replacement","iso-2022-kr","hz-gb-2312","x-user-defined","macintosh","ibm866","koi8-r","koi8-u","gbk","gb2312","gb18030","big5","big5-hkscs","euc-jp","shift_jis","sjis","iso-2022-jp","euc-kr","windows-949","windows-1250","windows-1251","windows-874","iso-8859-8-i","iso-8859-8","logical","x-mac-cyrillic","","klingon","utf‐8",null,undefined,0,"utf-8\u00a0","\u0000utf8"];
  for (const n of names) X(t, "label " + String(n), () => { const d = new TextDecoder(n); return [d.encoding, d.fatal, d.ignoreBOM]; });
 
  X(t, "opts null", () => new TextDecoder("utf-8", null).fatal); X(t, "opts 1", () => new TextDecoder("utf-8", 1)); X(t, "opts truthy", () => [new TextDecoder("utf-8", { fatal: 1, ignoreBOM: "x" })].map((d) => [d.fatal, d.ignoreBOM]));
  X(t, "symbol label", () => new TextDecoder(Symbol()));
  const all = new Uint8Array(256).map((_, i) => i);
  for (const n of ["latin1","iso-8859-15","ibm866","koi8-r","macintosh","windows-1250","windows-1251","windows-1253","windows-1255","windows-1257","windows-874","x-user-defined","iso-8859-8","iso-8859-3","iso-8859-16","koi8-u","x-mac-cyrillic"]) X(t, "all " + n, () => new TextDecoder(n).decode(all));
  const bad = { trunc: U(0xe2, 0x82), lone: U(0x80, 0x61), over: U(0xc0, 0xaf), surr: U(0xed, 0xa0, 0x80), big: U(0xf4, 0x90, 0x80, 0x80), mix: U(0x61, 0xf0, 0x9f, 0x98, 0x62), fe: U(0xfe, 0xff), e0: U(0xe0, 0x80, 0x80), f0: U(0xf0, 0x80, 0x80, 0x80), ok: U(0xf0, 0x9f, 0x98, 0x80), nul: U(0, 97, 0), bom: U(0xef, 0xbb, 0xbf, 0x61, 0xef, 0xbb, 0xbf), bomonly: U(0xef, 0xbb, 0xbf), halfbom: U(0xef, 0xbb) };
  for (const [k, v] of Object.entries(bad)) {
    X(t, "utf8 " + k, () => new TextDecoder().decode(v)); X(t, "fatal " + k, () => new TextDecoder("utf-8", { fatal: true }).decode(v)); X(t, "keepbom " + k, () => new TextDecoder("utf-8", { ignoreBOM: true }).decode(v));
    X(t, "utf16 " + k, () => new TextDecoder("utf-16").decode(v)); X(t, "utf16be " + k, () => new TextDecoder("utf-16be").decode(v)); X(t, "utf16 fatal " + k, () => new TextDecoder("utf-16le", { fatal: true }).decode(v));
    for (const n of ["gbk","big5","euc-jp","shift_jis","iso-2022-jp","euc-kr","gb18030"]) { X(t, n + " " + k, () => new TextDecoder(n).decode(v)); X(t, n + " fatal " + k, () => new TextDecoder(n, { fatal: true }).decode(v)); }
  }
  for (const [n, b] of [["gbk", [0xc4,0xe3,0xba,0xc3]], ["gb18030", [0x81,0x30,0x81,0x30,0xa2,0xe3,0x84,0x31,0xa4,0x37]], ["big5", [0xa7,0x41,0xa6,0x6e]], ["euc-jp", [0xa4,0xb3,0x8e,0xb1,0x8f,0xa2,0xaf]], ["shift_jis", [0x82,0xb1,0xb1,0x83,0x65]], ["iso-2022-jp", [0x1b,0x24,0x42,0x24,0x33,0x1b,0x28,0x42,0x61]], ["euc-kr", [0xbe,0xc8,0xb3,0xe7]], ["utf-16le", [0x3d,0xd8,0x00,0xde,0x3d,0xd8,0x61,0]], ["utf-16be", [0xfe,0xff,0xd8,0x3d,0xde,0]]]) {
    X(t, "legacy " + n, () => new TextDecoder(n).decode(U(...b)));
    X(t, "legacy stream " + n, () => { const d = new TextDecoder(n); return b.map((x) => d.decode(U(x), { stream: true })).concat(d.decode()); });
  }
  X(t, "stream utf8", () => { const d = new TextDecoder(); return [d.decode(U(0xef), { stream: true }), d.decode(U(0xbb), { stream: true }), d.decode(U(0xbf, 0x61, 0xf0, 0x9f), { stream: true }), d.decode(U(0x98, 0x80, 0xe2), { stream: true }), d.decode(), d.decode(U(0xef, 0xbb, 0xbf, 0x62))]; });
  X(t, "stream fatal", () => { const d = new TextDecoder("utf-8", { fatal: true }); const r = [d.decode(U(0xe2), { stream: true })]; try { d.decode(); } catch (e) { r.push(D(e)); } r.push(d.decode(U(0x61))); return r; });
  X(t, "stream then bad", () => { const d = new TextDecoder(); return [d.decode(U(0xe2, 0x82), { stream: true }), d.decode(U(0x41), { stream: true }), d.decode(U(0xac))]; });
  for (const [n, v] of Object.entries({ none: [], undef: [undefined], nul: [null], num: [1], str: ["x"], obj: [{}], arr: [[1]], ab: [U(97).buffer], dv: [new DataView(U(97, 98).buffer, 1)], u16: [new Uint16Array([0x6261])], sub: [U(1, 97, 98, 2).subarray(1, 3)], opts1: [U(97), 1], optsnull: [U(97), null], shared: [new Uint8Array(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer, 0, 2)], f64: [new Float64Array([0])], big: [new BigUint64Array([97n])] })) X(t, "decode " + n, () => new TextDecoder().decode(...v));
  X(t, "this", () => TextDecoder.prototype.decode.call({}, U(1))); X(t, "get", () => TextDecoder.prototype.encoding);
  const E = new TextEncoder();
  for (const [n, v] of Object.entries({ none: [], undef: [undefined], nul: [null], num: [12], obj: [{}], surr: ["\ud83d"], surr2: ["a\udc00b"], ok: ["😀é€"], empty: [""], arr: [[1, 2]] })) X(t, "encode " + n, () => E.encode(...v));
  X(t, "sym", () => E.encode(Symbol())); X(t, "enc ctor arg", () => new TextEncoder("utf-16").encoding); X(t, "enc bytes own", () => { const b = E.encode("ab"); return [b.byteOffset, b.buffer.byteLength, b.constructor === Uint8Array]; });
  for (const [n, s, len] of [["fits", "abc", 5], ["cut", "abcdef", 3], ["cut2", "a€b", 3], ["cut4", "😀", 3], ["ok4", "😀x", 4], ["lone", "\ud800a", 4], ["zero", "a", 0]]) X(t, "into " + n, () => { const b = new Uint8Array(len); return [E.encodeInto(s, b), b]; });
  X(t, "into none", () => E.encodeInto()); X(t, "into 1", () => E.encodeInto("a")); X(t, "into dv", () => E.encodeInto("a", new DataView(new ArrayBuffer(1)))); X(t, "into u16", () => E.encodeInto("a", new Uint16Array(1)));
  X(t, "keys", () => { const r = []; for (const k in E) r.push(k); return r; }); X(t, "keys d", () => { const r = []; for (const k in new TextDecoder()) r.push(k); return r; });
  X(t, "roundtrip", () => new TextDecoder().decode(E.encode("\u0000\u007f\u0080\u07ff\u0800\uffff\u{10000}\u{10ffff}\ufeff")) .length);
});
