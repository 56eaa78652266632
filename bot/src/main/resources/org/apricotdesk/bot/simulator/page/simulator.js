// The phones, side by side. Each shows one chat as one member sees it and does what she does there.
import { draw, el } from "./cards.js";
import { tour } from "./tour.js";
import { panel } from "./panel.js";
import { samples } from "./samples.js";

const lang = new URLSearchParams(location.search).get("lang") === "en" ? "en" : "zh";
const texts = await get("/texts.json?lang=" + lang);
const t = (key) => texts[key] ?? key;
let corp = await get("/control/state");
const panes = plan();
let shown = "nurse";
let guide;
let ticket = "";

async function get(path) {
  return (await fetch(path)).json();
}

async function post(path, body) {
  const answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  return answer.json();
}

/** Who is on stage: the sample hospital's people, or whoever there is. */
function plan() {
  const ids = corp.members.map((m) => m.userid);
  const person = (id, spare) => (ids.includes(id) ? id : ids[Math.min(spare, ids.length - 1)]);
  const list = [
    { id: "nurse", as: person("sunlili", 0), people: ids },
    { id: "engineer", as: person("shaojiale", 1), people: ids },
    { id: "director", as: person("shenguangyuan", 2), people: ids },
  ];
  const groups = ["ward", "engineers"].map((id, i) => {
    const group = corp.groups[i];
    return group && { id, chat: group.chatid, group, as: ["sunlili", "yejiaojiao"].find((m) => group.members.includes(m)) ?? group.members[0], people: group.members };
  }).filter(Boolean);
  const at = (id) => list.concat(groups).find((p) => p.id === id);
  return ["nurse", "ward", "engineers", "engineer", "director"].map(at).filter(Boolean);
}

function member(userid) {
  return corp.members.find((m) => m.userid.toLowerCase() === userid.toLowerCase()) ?? { userid, name: userid, position: "" };
}

function keyOf(pane) {
  return pane.group ? pane.chat : pane.robot ? "robot:" + pane.as.toLowerCase() : `app:${corp.agentId}:${pane.as.toLowerCase()}`;
}

function build(pane) {
  pane.title = el("h2");
  pane.who = el("select", { "aria-label": t("who"), onchange: () => { pane.as = pane.who.value; pane.messages = undefined; refresh(pane); } },
    ...pane.people.map((id) => el("option", { value: id, selected: id === pane.as }, label(member(id)))));
  pane.tabs = el("div", { class: "tabs", role: "tablist" });
  pane.log = el("div", { class: "log", tabindex: "0", role: "log", "aria-label": t("pane." + pane.id) });
  pane.input = el("input", { type: "text", placeholder: t(pane.group ? "say.group" : "say.own"), "aria-label": t("say"), maxlength: "2000", autocomplete: "off" });
  const form = el("form", { class: "compose", onsubmit: (e) => { e.preventDefault(); say(pane, pane.input.value); } },
    el("button", { type: "button", class: "icon", "aria-label": t("send.picture"), onclick: () => pictures(pane, form) }, "＋"),
    pane.group ? el("button", { type: "button", class: "icon", "aria-label": t("mention"), onclick: () => mention(pane) }, "@") : "",
    pane.input, el("button", { class: "send" }, t("send")));
  pane.node = el("section", { class: "phone", id: "phone-" + pane.id, "aria-label": t("pane." + pane.id) },
    el("header", {}, pane.title, el("div", { class: "who" }, pane.group ? t("as") : "", pane.who)), pane.tabs, pane.log, form);
  document.getElementById("phones").append(pane.node);
}

function label(m) {
  return [m.name, m.position || m.department].filter(Boolean).join(" · ");
}

function title(pane) {
  pane.title.textContent = pane.group ? pane.group.name + (pane.group.members.length > 1 ? `（${pane.group.members.length}）` : "") : pane.robot ? corp.robot + t("robot.mark") : corp.app;
  pane.tabs.hidden = !!pane.group;
  if (pane.group) return;
  pane.tabs.replaceChildren(...[false, true].map((robot) => el("button", {
    type: "button", role: "tab", "aria-selected": String(!!pane.robot === robot),
    onclick: () => { pane.robot = robot; pane.messages = undefined; refresh(pane); } }, t(robot ? "tab.robot" : "tab.app"))));
}

async function refresh(pane) {
  const key = keyOf(pane);
  title(pane);
  const answer = await get(`/control/chats/${encodeURIComponent(key)}?as=${encodeURIComponent(pane.as)}`);
  if (key !== keyOf(pane)) return;
  const before = pane.messages?.length ?? answer.messages.length;
  pane.messages = answer.messages;
  const fresh = answer.messages.slice(before).filter((m) => m.from !== pane.as.toLowerCase()).length;
  pane.unread = visible(pane) ? 0 : (pane.unread ?? 0) + fresh;
  paint(pane);
  switcher();
  if (newestTicket() !== ticket) {
    ticket = newestTicket();
    guide?.refresh();
  }
}

function paint(pane) {
  const atEnd = pane.log.scrollHeight - pane.log.scrollTop - pane.log.clientHeight < 80;
  const nodes = [];
  let last = 0;
  for (const message of pane.messages) {
    const at = Date.parse(message.at);
    if (at - last > 300000) nodes.push(el("div", { class: "time" }, clock(at)));
    last = at;
    nodes.push(row(pane, message));
  }
  if (!nodes.length) nodes.push(el("p", { class: "empty" }, t("empty." + pane.id)));
  pane.log.replaceChildren(...nodes);
  if (atEnd || !pane.painted) pane.log.scrollTop = pane.log.scrollHeight;
  pane.painted = true;
}

function row(pane, message) {
  if (message.recalled) return el("div", { class: "gone" }, t("recalled"));
  const mine = message.from === pane.as.toLowerCase();
  const bot = ["app", "robot", "webhook"].includes(message.from);
  const who = bot ? { name: corp.robot } : member(message.from);
  const face = el("span", { class: "face" + (bot ? " bot" : ""), "aria-hidden": "true" }, bot ? "" : who.name.slice(-2));
  face.style.setProperty("--hue", String([...who.name].reduce((sum, c) => sum + c.codePointAt(0) * 7, 0) % 360));
  const body = draw(message, actions(pane, message), t);
  const wide = body.classList.contains("card") ? " wide" : "";
  return el("div", { class: "row" + (mine ? " mine" : "") + wide }, face,
    el("div", { class: "said" }, pane.group && !mine ? el("div", { class: "name" }, who.name) : "", body, thumbs(pane, message)));
}

function thumbs(pane, message) {
  if (!message.content.feedback) return "";
  const send = { chat: keyOf(pane), as: pane.as, message: message.id };
  return el("div", { class: "thumbs" }, ...[["👍", 1], ["👎", 2]].map(([face, thumb]) => el("button", {
    type: "button", "aria-label": t("thumb." + thumb),
    onclick: async () => { await post("/control/judge", { ...send, thumb }); await refresh(pane); } }, face)));
}

function actions(pane, message) {
  const send = { chat: keyOf(pane), as: pane.as };
  return {
    tap: async (label, selected) => {
      await post("/control/tap", { ...send, message: message.id, label, selected });
      await refresh(pane);
    },
    say: (text) => say(pane, text),
    open: (url) => open(pane, url),
    show,
  };
}

function open(pane, url) {
  window.open(`/open?as=${encodeURIComponent(pane.as)}&url=${encodeURIComponent(url)}`, "_blank", "noopener");
}

function show(src) {
  const viewer = document.getElementById("viewer");
  viewer.querySelector("img").src = src;
  viewer.onclick = () => viewer.close();
  viewer.showModal();
}

async function say(pane, text) {
  if (!text.trim()) return;
  pane.input.value = "";
  await post("/control/say", { chat: keyOf(pane), as: pane.as, text });
}

function mention(pane) {
  if (!pane.input.value.includes("@" + corp.robot)) pane.input.value = `@${corp.robot} ${pane.input.value}`;
  pane.input.focus();
}

async function pictures(pane, form) {
  const old = form.querySelector(".menu");
  if (old) return old.remove();
  const send = async (base64) => {
    menu.remove();
    const at = pane.group ? `@${corp.robot} ${pane.input.value.replace("@" + corp.robot, "").trim()}` : "";
    pane.input.value = "";
    await post("/control/send", { chat: keyOf(pane), as: pane.as, msgtype: "image", name: "photo.png", base64, mention: at });
  };
  const file = el("input", { type: "file", accept: "image/png,image/jpeg", onchange: async () => send(await base64Of(file.files[0])) });
  const menu = el("div", { class: "menu" }, ...samples(t).map((s) =>
    el("button", { type: "button", onclick: () => send(s.data.split(",")[1]) }, el("img", { src: s.data, alt: "" }), s.name)),
  el("label", {}, t("picture.own"), file));
  form.append(menu);
}

function base64Of(file) {
  return new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.split(",")[1]);
    reader.readAsDataURL(file);
  });
}

function clock(instant, seconds = false) {
  return new Intl.DateTimeFormat(lang === "en" ? "en-GB" : "zh-CN", { timeZone: "Asia/Shanghai", month: "numeric", day: "numeric",
    hour: "2-digit", minute: "2-digit", hourCycle: "h23", ...(seconds ? { second: "2-digit" } : {}) }).format(instant);
}

function visible(pane) {
  return !matchMedia("(max-width: 900px)").matches || pane.id === shown;
}

function switcher() {
  document.getElementById("switcher").replaceChildren(...panes.map((pane) => el("button", {
    type: "button", "aria-current": pane.id === shown ? "true" : false, onclick: () => focus(pane.id) },
  t("pane." + pane.id), pane.unread ? el("span", { class: "badge" }, String(pane.unread)) : "")));
}

function focus(id, quiet) {
  const pane = panes.find((p) => p.id === id) ?? panes[0];
  shown = pane.id;
  pane.unread = 0;
  panes.forEach((p) => { p.node.classList.toggle("spot", p === pane); p.node.classList.toggle("shown", p === pane); });
  switcher();
  pane.log.scrollTop = pane.log.scrollHeight;
  if (!quiet) pane.node.scrollIntoView({ inline: "nearest", block: "nearest" });
}

function newestTicket() {
  const all = panes.flatMap((p) => p.messages ?? []).sort((a, b) => a.at.localeCompare(b.at));
  return all.map((m) => m.text.match(/#(\d{1,7})/)?.[1]).filter(Boolean).at(-1) ?? "";
}

async function tick() {
  corp = await get("/control/state");
  document.getElementById("clock").textContent = clock(Date.parse(corp.now), true);
  const robot = document.getElementById("robot");
  robot.textContent = t(corp.faults.unreachable ? "robot.broken" : corp.robotConnected ? "robot.on" : "robot.off");
  robot.className = "pill " + (corp.robotConnected && !corp.faults.unreachable ? "on" : "off");
}

document.documentElement.lang = lang === "en" ? "en" : "zh-CN";
document.title = t("title");
document.querySelectorAll("[data-t]").forEach((node) => { node.textContent = t(node.dataset.t); });
document.querySelectorAll("[data-label]").forEach((node) => node.setAttribute("aria-label", t(node.dataset.label)));
panes.forEach(build);
await Promise.all(panes.map(refresh));
guide = tour({
  t, focus, ticket: newestTicket,
  say: (id, text) => { focus(id); return say(panes.find((p) => p.id === id), text); },
  open: (id) => corp.desk && open(panes.find((p) => p.id === id), corp.desk),
});
panel({ t, post, get, el, tick, clock, corp: () => corp });
await tick();
setInterval(tick, 2000);
for (const id of panes.find((p) => p.id === "engineers")?.people ?? []) {
  await follow(`app:${corp.agentId}:${id.toLowerCase()}`);
}
const events = new EventSource("/control/events");
events.onmessage = (event) => {
  const changed = JSON.parse(event.data).chats;
  panes.filter((pane) => changed.includes(keyOf(pane))).forEach(refresh);
  changed.filter((key) => key.startsWith("app:")).forEach(follow);
};

/** The engineer's phone changes hands to whoever is asked to claim, unless its owner has such a card. */
async function follow(key) {
  const pane = panes.find((p) => p.id === "engineer");
  const asked = (messages) => messages?.at(-1)?.buttons.includes("接单");
  const as = key.split(":")[2];
  if (!pane || panes.some((p) => keyOf(p) === key) || asked(pane.messages)) return;
  const answer = await get(`/control/chats/${encodeURIComponent(key)}?as=${encodeURIComponent(as)}`);
  if (!asked(answer.messages)) return;
  pane.as = member(as).userid;
  pane.who.value = pane.as;
  pane.robot = false;
  await refresh(pane);
}
