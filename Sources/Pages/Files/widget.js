// The chat widget of Baton: one module, no dependency, no build step. It speaks the frames of docs/wire.md over one
// WebSocket. What the customer writes is kept on this device until Baton has acknowledged that it is on disk.
//
//   <script type="module" src="https://chat.example/widget.js"></script>
//
// mounts it by itself; a <baton-chat> element in the page is used instead where there is one. Attributes: `server`,
// `lang`, `theme` (light or dark), `heading`. Properties: `ticket`, a function that gives a fresh ticket or a token of the
// site, and nothing for visitors.

const TEXTS = {
  en: {
    open: "Open chat", close: "Close chat", heading: "Chat with us", log: "Conversation", menu: "More",
    write: "Write a message", send: "Send", person: "Talk to a person", personAsked: "I would like to talk to a person.",
    bot: "Assistant (automated)", agent: "{name} (our team)", you: "You",
    connecting: "Connecting …", offline: "No connection. What you write is kept and sent later.",
    blocked: "This page may not open the chat.", elsewhere: "The chat was opened elsewhere.", use: "Use it here",
    signIn: "Please sign in again to go on.",
    stored: "Sent", sending: "Sending …", waiting: "Not sent yet", failed: "Not sent", again: "Send again", discard: "Discard",
    queue: "You are in the queue. A person will answer here.", place: "You are number {n} in the queue.",
    wait: "About {n} min.", here: "{name} is here.", robot: "You are talking to an automated assistant.",
    typing: "{name} is writing …", unread: "{n} new messages", unreadOne: "1 new message", earlier: "Show earlier messages",
    download: "Download transcript", end: "End chat", forget: "Forget me on this device",
    forgetSure: "Really forget? The conversation cannot be opened here again.", forgetYes: "Yes, forget", no: "No, keep it",
    ended: "You ended the chat. Write to go on.", rate: "How was it?", score: "{n} of 5", thanks: "Thank you.",
    long: "{n} characters too long", choices: "Answers to choose from",
    fresh: "The earlier conversation could not be opened. This is a new one.",
  },
  de: {
    open: "Chat öffnen", close: "Chat schließen", heading: "Schreiben Sie uns", log: "Unterhaltung", menu: "Mehr",
    write: "Nachricht schreiben", send: "Senden", person: "Mit einem Menschen sprechen",
    personAsked: "Ich möchte mit einem Menschen sprechen.",
    bot: "Assistent (automatisch)", agent: "{name} (unser Team)", you: "Sie",
    connecting: "Verbinde …", offline: "Keine Verbindung. Was Sie schreiben, wird aufgehoben und später gesendet.",
    blocked: "Diese Seite darf den Chat nicht öffnen.", elsewhere: "Der Chat wurde anderswo geöffnet.", use: "Hier weiter",
    signIn: "Bitte melden Sie sich neu an, um fortzufahren.",
    stored: "Gesendet", sending: "Wird gesendet …", waiting: "Noch nicht gesendet", failed: "Nicht gesendet", again: "Noch einmal senden",
    discard: "Verwerfen", queue: "Sie sind in der Warteschlange. Ein Mensch antwortet Ihnen hier.",
    place: "Sie sind Nummer {n} in der Warteschlange.", wait: "Etwa {n} Min.", here: "{name} ist da.",
    robot: "Sie sprechen mit einem automatischen Assistenten.", typing: "{name} schreibt …",
    unread: "{n} neue Nachrichten", unreadOne: "1 neue Nachricht", earlier: "Frühere Nachrichten zeigen",
    download: "Verlauf herunterladen", end: "Chat beenden", forget: "Auf diesem Gerät vergessen",
    forgetSure: "Wirklich vergessen? Die Unterhaltung kann hier nicht mehr geöffnet werden.", forgetYes: "Ja, vergessen",
    no: "Nein, behalten", ended: "Sie haben den Chat beendet. Schreiben Sie, um fortzufahren.", rate: "Wie war es?",
    score: "{n} von 5", thanks: "Danke.", long: "{n} Zeichen zu lang",
    choices: "Antworten zur Auswahl",
    fresh: "Die frühere Unterhaltung konnte nicht geöffnet werden. Dies ist eine neue.",
  },
};

/** How many entries are shown at first; earlier ones come on demand. */
const PAGE = 60;

// --- What is kept on this device ------------------------------------------------------------------------------------

/** Keeps a few values under one name, and in memory where the browser forbids to store. Other tabs see changes. */
class Keeper {
  #memory = new Map();
  constructor(name) {
    this.name = name;
  }
  get(key, otherwise) {
    let kept = this.#memory.get(key);
    try {
      kept = localStorage.getItem(`${this.name}:${key}`) ?? undefined;
    } catch {}
    try {
      return kept === undefined ? otherwise : JSON.parse(kept);
    } catch {
      return otherwise;
    }
  }
  set(key, value) {
    const kept = JSON.stringify(value);
    this.#memory.set(key, kept);
    try {
      localStorage.setItem(`${this.name}:${key}`, kept);
    } catch {}
  }
  clear() {
    this.#memory.clear();
    try {
      for (const key of ["resume", "thread", "outbox", "seen", "last"]) localStorage.removeItem(`${this.name}:${key}`);
    } catch {}
  }
}

/** 128 random bits; `randomUUID` exists only on secure pages. */
const fresh = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");

// --- The connection -------------------------------------------------------------------------------------------------

/**
 * Talks to one thread until it is stopped: connects, says hello, sends the outbox line by line, and comes back by
 * itself. It sends the next line only when the one before is acknowledged, so lines keep their order.
 */
class Connection extends EventTarget {
  state = "idle";
  limits = { text: 4000 };
  #socket;
  #timers = {};
  #tries = 0;
  #received = 0;
  #inFlight;
  #score;
  #shown;

  constructor(url, keeper, ticket) {
    super();
    Object.assign(this, { url, keeper, ticket });
  }

  /** Each tab is a device of its own, since a second connection of one device takes the place of the first. */
  static #device(name) {
    let device = fresh();
    try {
      device = sessionStorage.getItem(`${name}:device`) ?? device;
      sessionStorage.setItem(`${name}:device`, device);
    } catch {}
    return device;
  }

  /** What a tab sent that is no more may have arrived or not: the customer decides. */
  #giveUpStrays() {
    const isStray = (line) => line.by && line.by !== this.device && Date.now() - line.at > 60_000;
    if (!this.outbox.some(isStray)) return;
    this.#outbox(this.outbox.map((line) => (isStray(line) ? { ...line, by: undefined, failed: "lost" } : line)));
  }

  /** Connects unless it is connected already. `shown` is the last entry that the page holds. */
  async start(shown = this.#received) {
    if (this.#socket) return;
    this.#clear("retry");
    this.device ??= Connection.#device(this.keeper.name);
    this.#giveUpStrays();
    this.#received = shown;
    this.#become("connecting");
    let ticket;
    try {
      ticket = await this.#freshTicket();
    } catch (problem) {
      this.#shown = undefined;
      return this.#later(problem === 401 ? 4401 : 1006);
    }
    if (this.#socket || this.state !== "connecting") return;
    const socket = (this.#socket = new WebSocket(this.url, "baton.v1"));
    socket.onopen = () => {
      const hello = { type: "hello", v: 1, device: this.device, after: this.#received };
      const resume = (this.#shown = this.keeper.get("resume"));
      this.#send({ ...hello, ...(ticket ? { ticket } : {}), ...(resume ? { resume } : {}) });
    };
    socket.onmessage = (event) => this.#take(event.data);
    socket.onclose = (event) => this.#socket === socket && this.#closed(event.code);
    this.#after("hello", 10_000, () => this.#drop());
  }

  /** What the site's function gives; a token, which has two dots, is exchanged. Throws the status of a refusal. */
  async #freshTicket() {
    // The page's own script, which comes behind this one, may set it.
    await undefined;
    const given = await this.ticket();
    if (given?.split(".").length !== 3) return given;
    const answer = await this.#ask("ticket", given);
    if (!answer.ok) throw answer.status;
    return (await answer.json()).ticket;
  }

  #ask(what, proof) {
    const headers = { authorization: `Bearer ${proof}` };
    return fetch(`${this.url.replace(/^ws/, "http")}/${what}`, { method: "POST", keepalive: true, headers });
  }

  /** What is kept on this device opens nothing any more, whoever has learnt of it. */
  signOut() {
    const resume = this.keeper.get("resume");
    if (resume) this.#ask("logout", resume).catch(() => {});
  }

  /** Leaves, and stays away until `start`. */
  stop(state = "ended") {
    this.#send({ type: "end" });
    this.#drop(true);
    this.#become(state);
  }

  /** Keeps a line and sends it as soon as there is a way. */
  post(line) {
    this.#outbox([...this.outbox, { cid: fresh(), at: Date.now(), ...line }]);
    this.#flush();
    if (this.state === "ended" || this.state === "idle") this.start();
  }

  get outbox() {
    const kept = this.keeper.get("outbox", []);
    return Array.isArray(kept) ? kept : [];
  }

  retry(cid) {
    this.#outbox(this.outbox.map((line) => (line.cid === cid ? { ...line, cid: fresh(), failed: undefined, by: undefined } : line)));
    this.#flush();
  }

  discard(cid) {
    this.#outbox(this.outbox.filter((line) => line.cid !== cid));
  }

  /** Tells that the customer is writing, at most once in three seconds. */
  typing() {
    if (this.#timers.typing) return;
    this.#after("typing", 3_000, () => this.#clear("typing"));
    this.#send({ type: "typing" });
  }

  /** Sends a rating from 1 to 5, after connecting again where the chat was ended. */
  rate(score) {
    this.#score = this.state === "open" ? undefined : score;
    if (this.#score) this.start();
    else this.#send({ type: "rate", score });
  }

  sync(after, limit) {
    this.#send({ type: "sync", after, limit });
  }

  /** Looks at once whether the network is back, or whether the connection still lives. */
  wake() {
    if (this.#timers.retry) return this.start();
    if (this.state !== "open") return;
    this.#send({ type: "beat", got: this.#received });
    this.#after("silence", 3_000, () => this.#drop());
  }

  #take(data) {
    let frame;
    try {
      frame = JSON.parse(data);
    } catch {
      return;
    }
    this.#clear("silence");
    switch (frame.type) {
      case "welcome":
        this.#welcome(frame);
        break;
      case "entry":
        this.#received = Math.max(this.#received, frame.seq);
        if (!this.#timers.got) this.#after("got", 100, () => this.#send({ type: "got", seq: this.#received }));
        break;
      case "ack":
        this.#stored(frame);
        break;
      case "nack":
        this.#refused(frame);
        break;
      case "bye":
        this.retryAfter = frame.retry_ms;
        break;
    }
    this.dispatchEvent(new CustomEvent("frame", { detail: frame }));
  }

  #stored({ cid, seq }) {
    const line = this.outbox.find((line) => line.cid === cid);
    if (line) this.dispatchEvent(new CustomEvent("stored", { detail: { line, seq } }));
    this.#inFlight = undefined;
    this.discard(cid);
    this.#flush();
  }

  #welcome(frame) {
    this.#clear("hello");
    this.#tries = 0;
    this.limits = { ...this.limits, ...frame.limits };
    if (frame.resume) this.keeper.set("resume", frame.resume);
    // After a sign-in it may be another thread, whose numbers are others.
    if (this.keeper.get("thread", frame.thread) !== frame.thread) {
      this.#received = 0;
      this.dispatchEvent(new CustomEvent("fresh", { detail: false }));
    }
    this.keeper.set("thread", frame.thread);
    this.#become("open");
    const beat = () => {
      this.#send({ type: "beat", got: this.#received });
      this.#after("silence", 10_000, () => this.#drop());
      this.#after("beat", frame.beat_ms * 0.8, beat);
    };
    this.#after("beat", frame.beat_ms * 0.8, beat);
    this.#inFlight = undefined;
    this.#flush();
    if (this.#score) this.rate(this.#score);
  }

  #refused(frame) {
    this.#inFlight = undefined;
    if (!frame.final) return this.#after("resend", (frame.retry_ms || 1_000) * (1 + Math.random()), () => this.#flush());
    this.#outbox(this.outbox.map((line) => (line.cid === frame.cid ? { ...line, failed: frame.code } : line)));
    this.#flush();
  }

  #flush() {
    if (this.state !== "open" || this.#inFlight || this.#timers.resend) return;
    const line = this.outbox.find((line) => !line.failed && (!line.by || line.by === this.device));
    if (!line) return;
    this.#inFlight = line.cid;
    this.#outbox(this.outbox.map((other) => (other.cid === line.cid ? { ...other, by: this.device } : other)));
    this.#send(line.human ? { type: "human", cid: line.cid } : { type: "say", cid: line.cid, text: line.text });
    // A line that gets no answer in ten seconds stands on a connection that is no more.
    this.#after("silence", 10_000, () => this.#drop());
  }

  isInFlight(cid) {
    return this.#inFlight === cid;
  }

  #outbox(lines) {
    this.keeper.set("outbox", lines);
    this.dispatchEvent(new Event("outbox"));
  }

  #send(frame) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
    if (frame.type === "got" || frame.type === "beat") this.#clear("got");
  }

  #drop(quietly = false) {
    const socket = this.#socket;
    if (!socket) return quietly ? this.#forgetTimers() : undefined;
    this.#socket = undefined;
    socket.close();
    this.#forgetTimers();
    if (!quietly) this.#later(1006);
  }

  #closed(code) {
    this.#socket = undefined;
    this.#forgetTimers();
    this.#later(code);
  }

  #later(code) {
    this.#inFlight = undefined;
    if (code === 4403) return this.#become("blocked");
    if (code === 4409) return this.#become("elsewhere");
    if (code === 4401 && !this.#shown && this.#tries > 1) return this.#become("signIn");
    // Another tab may have been given a newer one.
    if (code === 4401 && this.#shown && this.#shown === this.keeper.get("resume")) {
      this.keeper.set("resume", null);
      this.#received = 0;
      this.dispatchEvent(new CustomEvent("fresh", { detail: true }));
    }
    const wait = this.retryAfter ?? Math.random() * Math.min(30_000, 500 * 2 ** this.#tries);
    this.retryAfter = undefined;
    this.#tries += 1;
    this.#become("offline");
    this.#after("retry", Math.max(200, wait), () => this.start());
  }

  #become(state) {
    this.state = state;
    this.dispatchEvent(new Event("state"));
  }

  #after(name, ms, action) {
    this.#clear(name);
    this.#timers[name] = setTimeout(() => {
      delete this.#timers[name];
      action();
    }, ms);
  }

  #clear(name) {
    clearTimeout(this.#timers[name]);
    delete this.#timers[name];
  }

  #forgetTimers() {
    Object.keys(this.#timers).forEach((name) => this.#clear(name));
  }
}

// --- The page -------------------------------------------------------------------------------------------------------

const STYLE = new CSSStyleSheet();
STYLE.replaceSync(`
:host { --accent: var(--baton-accent, #1d4ed8); --on-accent: var(--baton-on-accent, #fff); --back: #fff; --text: #1c1f26;
  --soft: #eef1f6; --line: #8a93a3; --dim: #4b5363; --warn: #8a1c1c; color-scheme: light;
  font: 16px/1.45 system-ui, sans-serif; position: fixed; inset-block-end: 16px; inset-inline-end: 16px; z-index: 2147483000; }
@media (prefers-color-scheme: dark) { :host(:not([theme=light])) { --accent: var(--baton-accent, #8ab4ff);
  --on-accent: var(--baton-on-accent, #0b1220); --back: #14171d; --text: #eceff4; --soft: #252b36; --line: #7d8799;
  --dim: #b6bfce; --warn: #ffb4a8; color-scheme: dark; } }
:host([theme=dark]) { --accent: var(--baton-accent, #8ab4ff); --on-accent: var(--baton-on-accent, #0b1220);
  --back: #14171d; --text: #eceff4; --soft: #252b36; --line: #7d8799; --dim: #b6bfce; --warn: #ffb4a8; color-scheme: dark; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
button { font: inherit; color: inherit; background: none; border: 1px solid transparent; border-radius: 8px; cursor: pointer;
  min-block-size: 44px; min-inline-size: 44px; padding: 4px 12px; }
button[aria-disabled=true] { opacity: .55; cursor: default; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
svg { inline-size: 24px; block-size: 24px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; vertical-align: middle; }
.launcher { background: var(--accent); color: var(--on-accent); border-radius: 28px; inline-size: 56px; block-size: 56px;
  padding: 0; box-shadow: 0 2px 8px #0006; float: inline-end; position: relative; }
.badge { position: absolute; inset-block-start: -4px; inset-inline-end: -4px; background: #b00020; color: #fff; border-radius: 12px;
  font-size: 13px; min-inline-size: 24px; line-height: 24px; padding: 0 6px; }
.panel { background: var(--back); color: var(--text); border: 1px solid var(--line); border-radius: 14px; overflow: hidden;
  inline-size: 384px; block-size: min(640px, calc(100dvh - 104px)); display: flex; flex-direction: column;
  margin-block-end: 12px; box-shadow: 0 6px 28px #0005; }
@media (max-width: 480px) { .panel { position: fixed; inset: 0; inline-size: 100%; block-size: 100dvh; border: 0; border-radius: 0; margin: 0; }
  .panel:not([hidden]) + .launcher { display: none; } }
.head { display: flex; align-items: center; gap: 4px; padding: 6px 6px 6px 16px; border-block-end: 1px solid var(--line); }
.head:dir(rtl) { padding: 6px 16px 6px 6px; }
h2 { font-size: 1rem; margin: 0; flex: 1; min-inline-size: 0; overflow-wrap: anywhere; }
.menu { display: flex; flex-direction: column; border-block-end: 1px solid var(--line); padding: 4px; }
.menu button, .earlier { text-align: start; inline-size: 100%; }
.banner { background: var(--soft); padding: 6px 16px; font-size: .875rem; }
.banner button { text-decoration: underline; min-block-size: 32px; }
.banner:empty { display: none; }
.log { flex: 1; overflow-y: auto; padding: 12px 16px; overscroll-behavior: contain; }
ol { list-style: none; margin: 0; padding: 0; display: flex; flex-direction: column; gap: 10px; }
li { max-inline-size: 88%; align-self: start; overflow-wrap: anywhere; }
li p { margin: 0; white-space: pre-wrap; background: var(--soft); padding: 8px 12px; border-radius: 12px; }
li.agent p { box-shadow: inset 3px 0 var(--accent); }
li.customer { align-self: end; }
li.customer p { background: var(--accent); color: var(--on-accent); }
li.customer a { color: inherit; }
li.system { align-self: center; font-size: .875rem; color: var(--dim); text-align: center; }
li.system p { background: none; padding: 0; }
.meta { font-size: .8125rem; color: var(--dim); }
li.customer .meta { text-align: end; }
.pending:not(:empty) { margin-block-start: 10px; }
.failed .meta { color: var(--warn); display: flex; gap: 6px; align-items: center; justify-content: end; }
li.customer:has(~ li.customer) .stored { display: none; }
.choices, .rating { display: flex; flex-wrap: wrap; gap: 8px; padding: 0 16px 8px; align-items: center; }
.choices button, .rating button, .person, .failed button { border-color: var(--accent); color: var(--accent); border-radius: 22px; }
a { color: var(--accent); }
form { display: flex; flex-wrap: wrap; gap: 8px; padding: 8px 12px 12px; border-block-start: 1px solid var(--line); align-items: end; }
.person { inline-size: 100%; font-size: .9375rem; }
textarea { flex: 1; min-inline-size: 0; font: inherit; color: inherit; background: var(--back); border: 1px solid var(--line);
  border-radius: 10px; padding: 9px 12px; resize: none; min-block-size: 44px; max-block-size: 140px; }
.send { background: var(--accent); color: var(--on-accent); }
.send:dir(rtl) svg { transform: scaleX(-1); }
.count { inline-size: 100%; color: var(--warn); font-size: .875rem; }
.rating span { inline-size: 100%; }
.typing { padding: 0 16px 6px; font-size: .875rem; color: var(--dim); }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (prefers-reduced-motion: no-preference) { .log { scroll-behavior: smooth; } }
@media (forced-colors: active) { .launcher, .send, li p { border: 1px solid; } }
`);

/** An element with properties and children. Everything from outside becomes text, never markup. */
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && typeof value !== "string") element[name] = value;
    else if (value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

function icon(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

/** The text with its web addresses as links. */
function linked(said) {
  return said.split(/(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])/).map((part, index) =>
    index % 2 ? make("a", { href: part, target: "_blank", rel: "noopener noreferrer nofollow" }, part) : part);
}

class BatonChat extends HTMLElement {
  #entries = new Map();
  /** Lines that are acknowledged and whose entry has not come yet, by its number. */
  #stored = new Map();
  #standing = { floor: "bot" };
  #pages;
  #parts = {};
  #isEarlierThere = false;
  #live = 0;
  #typingTimer;

  connectedCallback() {
    if (this.shadowRoot) return;
    const server = new URL(this.getAttribute("server") ?? new URL("chat", import.meta.url), document.baseURI);
    server.protocol = server.protocol.replace("http", "ws");
    this.keeper = new Keeper(`baton:${server.host}${server.pathname}`);
    this.connection = new Connection(server.href, this.keeper, () => this.ticket?.());
    this.#language();
    this.#build();
    this.connection.addEventListener("frame", (event) => this.#take(event.detail));
    this.connection.addEventListener("outbox", () => this.#showOutbox());
    this.connection.addEventListener("state", () => this.#showState());
    this.connection.addEventListener("stored", ({ detail: { line, seq } }) => {
      if (!this.#entries.has(seq)) this.#stored.set(seq, line);
    });
    this.connection.addEventListener("fresh", (event) => this.#restart(event.detail));
    addEventListener("online", this.#wake);
    addEventListener("offline", this.#wake);
    addEventListener("storage", this.#elsewhere);
    document.addEventListener("visibilitychange", this.#wake);
    // A stranger costs nothing until the chat is opened; who has been here before sees what came meanwhile.
    if (this.keeper.get("resume") || this.connection.outbox.length) this.#start();
    this.#showOutbox();
    this.dispatchEvent(new Event("baton-ready", { bubbles: true }));
  }

  disconnectedCallback() {
    removeEventListener("online", this.#wake);
    removeEventListener("offline", this.#wake);
    removeEventListener("storage", this.#elsewhere);
    document.removeEventListener("visibilitychange", this.#wake);
    this.connection.stop("idle");
  }

  open() {
    this.#parts.panel.hidden = false;
    this.#parts.launcher.setAttribute("aria-expanded", "true");
    this.#parts.launcher.setAttribute("aria-label", this.text.close);
    if (this.connection.state === "idle") this.#start();
    this.#seen();
    this.#scroll(true);
    this.#parts.input.focus();
  }

  close() {
    this.#parts.panel.hidden = true;
    this.#parts.launcher.setAttribute("aria-expanded", "false");
    this.#parts.launcher.setAttribute("aria-label", this.text.open);
    this.#parts.launcher.focus();
  }

  /** Forgets the conversation on this device, as after a sign-out. */
  logout() {
    this.connection.signOut();
    this.connection.stop("idle");
    this.keeper.clear();
    this.#restart(false);
  }

  get #isOpen() {
    return !this.#parts.panel.hidden;
  }

  #language() {
    const wanted = this.getAttribute("lang") || document.documentElement.lang || navigator.language || "en";
    const language = wanted.toLowerCase().split("-")[0];
    this.text = TEXTS[language] ?? TEXTS.en;
    this.locale = TEXTS[language] ? wanted : "en";
  }

  #say(key, values = {}) {
    return this.text[key].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  }

  #start() {
    const last = this.keeper.get("last", 0);
    const after = this.keeper.get("resume") ? Math.max(0, last - PAGE) : 0;
    this.#isEarlierThere = after > 0;
    this.connection.start(after);
  }

  #wake = () => {
    if (document.visibilityState === "visible") {
      this.connection.wake();
      this.#seen();
    }
  };

  /** Another tab changed what is kept. */
  #elsewhere = (event) => {
    if (event.key === `${this.keeper.name}:outbox`) this.#showOutbox();
    if (event.key === `${this.keeper.name}:seen`) this.#showUnread();
    if (event.key === `${this.keeper.name}:resume` && event.newValue === null) this.logout();
  };

  // --- What comes from Baton

  #take(frame) {
    switch (frame.type) {
      case "welcome":
        this.#live = frame.last;
        this.#stand({ floor: frame.floor });
        if (this.connection.limits.text) this.#count();
        if (!frame.last) this.#becomeLive();
        break;
      case "entry":
        this.#add(frame);
        break;
      case "status":
        this.#stand(frame);
        break;
      case "typing":
        this.#typing();
        break;
      case "page":
        this.#pages?.(frame);
        break;
    }
  }

  /** From here on a screen reader speaks what comes; the history before stays silent. */
  #becomeLive() {
    this.#parts.log.setAttribute("aria-live", "polite");
  }

  #add(frame) {
    if (this.#entries.has(frame.seq)) return;
    this.#entries.set(frame.seq, frame);
    if (frame.seq > this.keeper.get("last", 0)) this.keeper.set("last", frame.seq);
    if (frame.text) this.#place(this.#entry(frame), frame.seq);
    if (this.#stored.delete(frame.seq)) this.#showOutbox();
    if (frame.from === "agent") this.#parts.typing.hidden = true;
    if (frame.from !== "system") this.#choices(frame);
    if (frame.seq >= this.#live) requestAnimationFrame(() => this.#becomeLive());
    this.#seen();
    this.dispatchEvent(new CustomEvent("baton-entry", { detail: frame, bubbles: true }));
  }

  #place(item, seq) {
    item.dataset.seq = seq;
    const isBelow = this.#isAtEnd;
    const next = [...this.#parts.list.children].find((other) => Number(other.dataset.seq) > seq);
    this.#parts.list.insertBefore(item, next ?? null);
    this.#scroll(isBelow);
  }

  #entry(frame) {
    const name = { customer: this.text.you, bot: this.text.bot, agent: this.#say("agent", frame) }[frame.from];
    const at = new Date(frame.at);
    const clock = isNaN(at) ? "" : at.toLocaleTimeString(this.locale, { hour: "2-digit", minute: "2-digit" });
    return make("li", { class: frame.from },
      name && make("div", { class: "meta" }, name, clock && " · ", clock && make("time", { datetime: frame.at }, clock),
        frame.from === "customer" ? make("span", { class: "stored" }, ` · ${this.text.stored}`) : ""),
      make("p", { dir: "auto" }, ...linked(frame.text)));
  }

  #choices(frame) {
    const choices = frame.choices ?? [];
    this.#parts.choices.replaceChildren(...choices.map((choice) =>
      make("button", { type: "button", onclick: () => this.#choose(choice) }, choice.title)));
    this.#parts.choices.hidden = !choices.length;
    if (choices.length) this.#scroll(true);
  }

  #choose(choice) {
    this.#parts.choices.hidden = true;
    this.connection.post({ text: choice.say ?? choice.title });
    this.#parts.input.focus();
  }

  #stand(standing) {
    const before = this.#standing.floor;
    this.#standing = standing;
    this.#showState();
    if (before === "agent" && standing.floor === "bot") this.#askForRating();
  }

  #typing() {
    this.#scroll(this.#isAtEnd);
    this.#parts.typing.hidden = false;
    this.#parts.typing.textContent = this.#say("typing", { name: this.#standing.agent ?? "…" });
    clearTimeout(this.#typingTimer);
    this.#typingTimer = setTimeout(() => (this.#parts.typing.hidden = true), 4_000);
  }

  // --- What is shown

  #showState() {
    const { state } = this.connection;
    const { floor, position, wait_s: wait, agent } = this.#standing;
    const parts = [];
    if (state === "connecting" && !this.#entries.size) parts.push(this.text.connecting);
    else if (["offline", "blocked", "elsewhere", "signIn", "ended"].includes(state)) parts.push(this.text[state]);
    else if (floor === "queue") {
      parts.push(position ? this.#say("place", { n: position }) : this.text.queue);
      if (wait) parts.push(" ", this.#say("wait", { n: Math.max(1, Math.round(wait / 60)) }));
    } else if (floor === "agent") parts.push(this.#say("here", { name: agent ?? "" }));
    else if (state === "open") parts.push(this.text.robot);
    if (state === "elsewhere" || state === "signIn") {
      parts.push(" ", make("button", { type: "button", onclick: () => this.connection.start() }, this.text.use));
    }
    const said = parts.map((part) => part.textContent ?? part).join("");
    // The same words again would be spoken again.
    if (this.#parts.banner.textContent !== said) this.#parts.banner.replaceChildren(...parts);
    this.#parts.earlier.hidden = !(this.#isEarlierThere && state === "open");
    this.#showOutbox();
  }

  #showOutbox() {
    const lines = this.connection.outbox;
    const stored = [...this.#stored.values()].map((line) => this.#pending(line, ""));
    this.#parts.pending.replaceChildren(...stored, ...lines.map((line) => this.#pending(line, this.#note(line))));
    if (lines.length) this.#scroll(true);
  }

  #note(line) {
    if (line.failed) return this.text.failed;
    return this.connection.isInFlight(line.cid) ? this.text.sending : this.text.waiting;
  }

  #pending(line, note) {
    const actions = line.failed ? [
      make("button", { type: "button", onclick: () => this.connection.retry(line.cid) }, this.text.again),
      make("button", { type: "button", onclick: () => this.connection.discard(line.cid) }, this.text.discard)] : [];
    return make("li", { class: line.failed ? "customer failed" : "customer" },
      make("p", { dir: "auto" }, line.human ? this.text.personAsked : line.text),
      make("div", { class: "meta" }, note, ...actions));
  }

  #seen() {
    if (this.#isOpen && document.visibilityState === "visible") {
      const last = Math.max(0, ...this.#entries.keys());
      if (last > this.keeper.get("seen", 0)) this.keeper.set("seen", last);
    }
    this.#showUnread();
  }

  #showUnread() {
    const seen = this.keeper.get("seen", 0);
    let count = 0;
    for (const entry of this.#entries.values()) {
      if (entry.seq > seen && entry.text && (entry.from === "bot" || entry.from === "agent")) count += 1;
    }
    const { badge, unread } = this.#parts;
    badge.hidden = !count || this.#isOpen;
    badge.textContent = count > 99 ? "99+" : String(count);
    const said = badge.hidden ? "" : count === 1 ? this.text.unreadOne : this.#say("unread", { n: count });
    if (unread.textContent !== said) unread.textContent = said;
    this.dispatchEvent(new CustomEvent("baton-unread", { detail: count, bubbles: true }));
  }

  get #isAtEnd() {
    const { log } = this.#parts;
    return log.scrollHeight - log.scrollTop - log.clientHeight < 80;
  }

  #scroll(isWanted) {
    if (isWanted) requestAnimationFrame(() => (this.#parts.log.scrollTop = this.#parts.log.scrollHeight));
  }

  #restart(isLost) {
    this.#entries.clear();
    this.#stored.clear();
    this.#standing = { floor: "bot" };
    this.#isEarlierThere = false;
    this.keeper.set("seen", 0);
    this.keeper.set("last", 0);
    this.#parts.list.replaceChildren();
    if (isLost) this.#place(make("li", { class: "system" }, make("p", {}, this.text.fresh)), 0);
    this.#choices({});
    this.#showState();
    this.#showUnread();
  }

  // --- What the customer does

  #submit(event) {
    event?.preventDefault();
    const { input } = this.#parts;
    const text = input.value.trim();
    if (!text || this.#tooLong > 0) return input.focus();
    this.connection.post({ text });
    input.value = "";
    this.#grow();
    this.#parts.rating.hidden = true;
    input.focus();
  }

  get #tooLong() {
    return [...this.#parts.input.value.trim()].length - this.connection.limits.text;
  }

  #count() {
    const over = this.#tooLong;
    this.#parts.count.hidden = over <= 0;
    this.#parts.count.textContent = over > 0 ? this.#say("long", { n: over }) : "";
  }

  #grow() {
    const { input } = this.#parts;
    input.rows = Math.min(5, Math.max(1, input.value.split("\n").length));
    this.#count();
  }

  #earlier() {
    const first = Math.min(...this.#entries.keys());
    const after = Math.max(0, first - 1 - PAGE);
    this.#isEarlierThere = after > 0;
    this.#parts.earlier.hidden = !this.#isEarlierThere;
    this.connection.sync(after, first - 1 - after);
  }

  /** Reads the whole thread, page by page, and hands it over as a text file. */
  async #download() {
    for (let after = 0, more = true; more && this.connection.state === "open"; ) {
      const page = await new Promise((resolve) => {
        this.#pages = resolve;
        this.connection.sync(after, 200);
        setTimeout(() => resolve({ to: after, more: false }), 5_000);
      });
      ({ to: after, more } = page);
    }
    this.#pages = undefined;
    const lines = [...this.#entries.values()].sort((a, b) => a.seq - b.seq).filter((entry) => entry.text)
      .map((entry) => `${entry.at}  ${entry.from === "customer" ? this.text.you : entry.name}: ${entry.text}`);
    const link = make("a", { download: "transcript.txt" });
    link.href = URL.createObjectURL(new Blob([lines.join("\n") + "\n"], { type: "text/plain" }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
  }

  #end() {
    this.connection.stop();
    this.#askForRating();
  }

  #askForRating() {
    const ask = make("span", {}, this.text.rate);
    const scores = [1, 2, 3, 4, 5].map((score) => make("button", {
      type: "button", "aria-label": this.#say("score", { n: score }), onclick: () => this.#rate(score),
    }, String(score)));
    this.#parts.rating.replaceChildren(ask, ...scores);
    this.#parts.rating.hidden = false;
    this.#scroll(true);
  }

  #rate(score) {
    this.connection.rate(score);
    this.#parts.rating.replaceChildren(this.text.thanks);
    this.#parts.input.focus();
  }

  #escape() {
    if (this.#parts.menu.hidden) return this.close();
    this.#menu(false);
    this.#parts.more.focus();
  }

  #menu(isOpen) {
    this.#parts.menu.hidden = !isOpen;
    this.#parts.more.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) return;
    this.#parts.menu.replaceChildren(
      this.#item("download", () => this.#download()), this.#item("end", () => this.#end()),
      make("button", { type: "button", onclick: () => this.#askToForget() }, this.text.forget));
    this.#parts.menu.firstChild.focus();
  }

  #item(key, action) {
    const act = () => {
      this.#menu(false);
      this.#parts.more.focus();
      action();
    };
    return make("button", { type: "button", onclick: act }, this.text[key]);
  }

  #askToForget() {
    this.#parts.menu.replaceChildren(
      make("p", { class: "banner" }, this.text.forgetSure),
      this.#item("forgetYes", () => this.logout()), this.#item("no", () => {}));
    this.#parts.menu.querySelector("button:last-child").focus();
  }

  #build() {
    const text = this.text;
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [STYLE];
    const parts = (this.#parts = {
      badge: make("span", { class: "badge", "aria-hidden": "true", hidden: true }),
      unread: make("div", { class: "unseen", role: "status" }),
      more: make("button", { type: "button", "aria-label": text.menu, "aria-expanded": "false",
        onclick: () => this.#menu(this.#parts.menu.hidden) }, icon("M5 12h.01M12 12h.01M19 12h.01")),
      menu: make("div", { class: "menu", hidden: true }),
      banner: make("div", { class: "banner", role: "status" }),
      earlier: make("button", { type: "button", class: "earlier", hidden: true, onclick: () => this.#earlier() }, text.earlier),
      list: make("ol"),
      pending: make("ol", { class: "pending", "aria-live": "off" }),
      typing: make("div", { class: "typing", hidden: true }),
      choices: make("div", { class: "choices", role: "group", "aria-label": text.choices, hidden: true }),
      rating: make("div", { class: "rating", role: "group", "aria-label": text.rate, hidden: true }),
      count: make("div", { class: "count", role: "status", hidden: true }),
      input: make("textarea", { rows: "1", "aria-label": text.write, placeholder: text.write, dir: "auto",
        oninput: () => { this.#grow(); this.connection.typing(); },
        onkeydown: (event) => event.key === "Enter" && !event.shiftKey && !event.isComposing && this.#submit(event) }),
    });
    parts.log = make("div", { class: "log", role: "log", "aria-live": "off", "aria-label": text.log, tabindex: "0" },
      parts.earlier, parts.list, parts.pending);
    const person = make("button", { type: "button", class: "person", onclick: () => {
      this.connection.post({ human: true });
      parts.input.focus();
    } }, text.person);
    parts.panel = make("section", { class: "panel", role: "dialog", "aria-label": this.getAttribute("heading") ?? text.heading,
      lang: this.locale, hidden: true, onkeydown: (event) => event.key === "Escape" && this.#escape() },
      make("div", { class: "head" }, make("h2", {}, this.getAttribute("heading") ?? text.heading), parts.more,
        make("button", { type: "button", "aria-label": text.close, onclick: () => this.close() }, icon("M6 6l12 12M18 6L6 18"))),
      parts.menu, parts.banner, parts.log, parts.typing, parts.choices, parts.rating,
      make("form", { onsubmit: (event) => this.#submit(event) }, person, parts.count, parts.input,
        make("button", { class: "send", "aria-label": text.send }, icon("M4 12h15M13 6l6 6-6 6"))));
    parts.launcher = make("button", { type: "button", class: "launcher", "aria-label": text.open, "aria-expanded": "false",
      onclick: () => (this.#isOpen ? this.close() : this.open()) },
      icon("M4 5h16v11H9l-5 4z"), parts.badge);
    root.append(parts.panel, parts.launcher, parts.unread);
  }
}

customElements.define("baton-chat", BatonChat);
if (!document.querySelector("baton-chat")) document.body.append(document.createElement("baton-chat"));
