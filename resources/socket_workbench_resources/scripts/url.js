// URL, parsed by ada in the process around V8, and URLSearchParams from a bundled package.
(function (host) {
  "use strict";

  const PARTS = ["protocol", "username", "password", "host", "hostname", "port", "pathname", "search", "hash"];
  const OWN_ORIGIN = /^chrome-extension:\/\/[^/]*/;
  const { apply } = Reflect;

  function texts(url, base, what) {
    const given = base === undefined ? [url] : [url, base];
    return given.map((one) => host.converting(what, () => `${one}`).toWellFormed());
  }

  function parsed(...given) { return host.ask(["url", ...given]).value; }

  function changed(href, name, value) {
    // Chromium: a question mark alone is no query.
    const text = name === "search" && value === "?" ? "" : value;
    return host.ask(["setUrl", href, name, text]).value;
  }

  function originOf(parts) {
    if (parts.protocol === "file:") return "file://";
    return parts.protocol === "chrome-extension:" ? OWN_ORIGIN.exec(parts.href)[0] : parts.origin;
  }

  class URL {
    #parts;
    #params = null;
    #isWriting = false;  // `#params` has changed and says so

    constructor(url, base) {
      const what = "construct 'URL'";
      if (arguments.length === 0) throw host.tooFew(what, 1, 0);
      const given = texts(url, base, what);
      this.#parts = parsed(...given);
      if (this.#parts !== null) return;
      const isBase = given.length > 1 && parsed(given[1]) === null;
      throw new TypeError(`Failed to construct 'URL': Invalid ${isBase ? "base " : ""}URL`);
    }

    static canParse(url, base) { return parsed(...texts(url, base, "execute 'canParse' on 'URL'")) !== null; }
    static parse(url, base) { return URL.canParse(url, base) ? new URL(url, base) : null; }

    get origin() { return originOf(this.#parts); }
    get searchParams() { return this.#params ??= this.#makeParams(); }
    get href() { return this.#parts.href; }
    set href(value) {
      const parts = parsed(...texts(value, undefined, "set the 'href' property on 'URL'"));
      if (parts === null) throw new TypeError("Failed to set the 'href' property on 'URL': Invalid URL");
      this.#take(parts);
    }
    toJSON() { return this.href; }
    toString() { return this.href; }

    static isOwn(value) { return #parts in value; }
    static part(url, name) { return url.#parts[name]; }
    static setPart(url, name, value) {
      const [text] = texts(value, undefined, `set the '${name}' property on 'URL'`);
      url.#take(changed(url.href, name, text));
    }

    #take(parts) {
      this.#parts = parts;
      if (this.#params === null) return;
      this.#isWriting = true;
      for (const key of [...this.#params.keys()]) this.#params.delete(key);
      for (const [key, value] of new URLSearchParams(parts.search)) this.#params.append(key, value);
      this.#isWriting = false;
    }

    // The parameters write what changes in them into the URL.
    #makeParams() {
      const params = new URLSearchParams(this.search);
      for (const name of ["append", "delete", "set", "sort"]) {
        const plain = params[name];
        Object.defineProperty(params, name, { configurable: true, writable: true, value: (...args) => {
          apply(plain, params, args);
          if (!this.#isWriting) this.#parts = changed(this.href, "search", params.toString());
        } });
      }
      return params;
    }
  }

  const { isOwn, part, setPart } = URL;
  for (const name of ["isOwn", "part", "setPart"]) delete URL[name];
  for (const name of PARTS) {
    Object.defineProperty(URL.prototype, name, {
      configurable: true,
      get() { return part(this, name); },
      set(value) { setPart(this, name, value); },
    });
  }
  Object.defineProperty(URL, "length", { value: 1, configurable: true });
  host.publish(URL, (value) => typeof value === "object" && value !== null && isOwn(value), { canParse: 1, parse: 1 });
  host.define(globalThis, { webkitURL: URL }, false);

  host.lazy(globalThis, "URLSearchParams", () => {
    delete globalThis.URLSearchParams;
    host.vendor("params");
    const { URLSearchParams } = globalThis;
    host.define(globalThis, { URLSearchParams }, false);
    return URLSearchParams;
  });
})(__workbench);
