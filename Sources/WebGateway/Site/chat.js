// A plain page over the frames of docs/wire.md: it keeps what was not acknowledged and goes on after a cut.
const kept = (name) => JSON.parse(sessionStorage.getItem(name) ?? "null");
const keep = (name, value) => sessionStorage.setItem(name, JSON.stringify(value));
const element = (id) => document.getElementById(id);
const device = kept("device") ?? crypto.randomUUID();
keep("device", device);

let socket = null;
let unsent = kept("unsent") ?? [];
let last = 0;
let tries = 0;

function say(text) { element("state").textContent = text; }

function show(entry) {
  if (entry.seq <= last) return;
  last = entry.seq;
  if (!entry.text) return;
  const item = document.createElement("li");
  const name = document.createElement("span");
  name.className = "name";
  name.textContent = (entry.from === "customer" ? "You" : entry.name || entry.from) + ": ";
  item.append(name, entry.text);
  for (const choice of entry.choices ?? []) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = choice.title;
    button.addEventListener("click", () => put({ type: "say", text: choice.say }));
    item.append(document.createElement("br"), button);
  }
  element("entries").append(item);
  item.scrollIntoView({ block: "nearest" });
}

function put(frame) {
  frame.cid = crypto.randomUUID();
  unsent.push(frame);
  keep("unsent", unsent);
  send(frame);
}

function send(frame) {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
}

function settle(cid) {
  unsent = unsent.filter((frame) => frame.cid !== cid);
  keep("unsent", unsent);
}

const takes = {
  welcome(frame) {
    tries = 0;
    keep("resume", frame.resume);
    say(frame.disclosure);
    unsent.forEach(send);
    clearInterval(takes.beat.timer);
    takes.beat.timer = setInterval(() => send({ type: "beat", got: last }), frame.beat_ms);
  },
  beat() {},
  entry(frame) { show(frame); send({ type: "got", seq: last }); },
  ack(frame) { settle(frame.cid); },
  nack(frame) {
    const again = unsent.find((one) => one.cid === frame.cid);
    if (frame.final || !again) { settle(frame.cid); say("That was not accepted: " + frame.code); return; }
    setTimeout(send, frame.retry_ms, again);
  },
  status(frame) {
    const place = frame.position ? ", place " + frame.position : "";
    if (frame.floor === "queue") say("You will be helped by a person" + place + ". Case " + frame.case);
    if (frame.floor === "agent") say("You talk to " + frame.agent + ".");
    if (frame.floor === "bot") say("You talk to the bot.");
  },
  bye(frame) { takes.bye.wait = frame.retry_ms; if (frame.code === "auth") sessionStorage.removeItem("resume"); },
};

function connect() {
  socket = new WebSocket(location.origin.replace(/^http/, "ws") + "/chat", "baton.v1");
  socket.addEventListener("open", () => {
    const resume = kept("resume");
    send(resume ? { type: "hello", v: 1, device, resume, after: last } : { type: "hello", v: 1, device });
  });
  socket.addEventListener("message", (event) => {
    const frame = JSON.parse(event.data);
    takes[frame.type]?.(frame);
  });
  socket.addEventListener("close", (event) => {
    if (event.code === 4401) { sessionStorage.removeItem("resume"); last = 0; element("entries").replaceChildren(); }
    if ([4400, 4403, 4409].includes(event.code)) { say("This page is no longer connected."); return; }
    tries += 1;
    const wait = takes.bye.wait ?? Math.random() * Math.min(30000, 500 * 2 ** tries);
    takes.bye.wait = undefined;
    say("Connecting again …");
    setTimeout(connect, wait);
  });
}

element("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = element("text").value.trim();
  if (!text) return;
  element("text").value = "";
  put({ type: "say", text });
});
element("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); element("form").requestSubmit(); }
});
element("human").addEventListener("click", () => put({ type: "human" }));
connect();
