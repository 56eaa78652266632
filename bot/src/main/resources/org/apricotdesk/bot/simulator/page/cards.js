// Draws messages as WeCom shows them. Everything is built as nodes, so no text can become markup.

export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== undefined && child !== ""));
  return node;
}

/** @param actions {tap(label, selected), open(url), show(src)} */
export function draw(message, actions, t) {
  const content = message.content;
  switch (message.type) {
    case "text": return bubble(linked(content.content ?? "", actions), content, message);
    case "markdown": case "markdown_v2": return rich(content.content ?? "", actions);
    case "stream": return rich((content.content ?? "") + (content.finish ? "" : " …"), actions);
    case "image": return picture(content, actions, t);
    case "voice": return bubble(["▶ " + (content.content || t("voice"))]);
    case "mixed": return mixed(content, actions, t);
    case "location": return bubble(["◎ " + content.label]);
    case "file": case "video": return bubble(["▤ " + t("file")]);
    case "textcard": return notice(content, actions, t);
    case "news": return el("div", {}, ...content.articles.map((a) => notice(a, actions, t)));
    case "template_card": return card(content, actions, t);
    default: return bubble([message.text]);
  }
}

function bubble(nodes) {
  return el("div", { class: "bubble" }, ...nodes);
}

function picture(content, actions, t) {
  const src = "/control/media/" + encodeURIComponent(content.media_id);
  return el("button", { type: "button", class: "picture", onclick: () => actions.show(src) },
    el("img", { src, alt: t("picture"), loading: "lazy" }));
}

function mixed(content, actions, t) {
  return el("div", {}, ...content.msg_item.map((item) =>
    item.msgtype === "text" ? bubble([item.text.content]) : picture(item[item.msgtype], actions, t)));
}

function link(href, label, actions) {
  return el("a", { href, onclick: (event) => { event.preventDefault(); actions.open(href); } }, label);
}

function linked(text, actions) {
  const nodes = [];
  let last = 0;
  for (const match of text.matchAll(/<a href=["']([^"']+)["']>([^<]*)<\/a>|(https?:\/\/[^\s<>"'，。]+)/g)) {
    nodes.push(text.slice(last, match.index), link(match[1] ?? match[3], match[2] ?? match[3], actions));
    last = match.index + match[0].length;
  }
  nodes.push(text.slice(last));
  return nodes;
}

function rich(text, actions) {
  const box = el("div", { class: "bubble rich" });
  let list;
  for (const line of text.split("\n")) {
    const item = line.match(/^\s*(?:([-*])|\d+\.)\s+(.*)$/);
    if (item) {
      const tag = item[1] ? "ul" : "ol";
      if (!list || list.localName !== tag) box.append(list = el(tag));
      list.append(el("li", {}, ...spans(item[2], actions)));
      continue;
    }
    list = undefined;
    const heading = line.match(/^#{1,6}\s+(.*)$/);
    const quoted = line.match(/^>\s?(.*)$/);
    if (heading) box.append(el("h3", {}, ...spans(heading[1], actions)));
    else if (quoted) box.append(el("blockquote", {}, ...spans(quoted[1], actions)));
    else if (line.trim()) box.append(el("p", {}, ...spans(line, actions)));
  }
  return box;
}

function spans(text, actions) {
  const nodes = [];
  let last = 0;
  const pattern = /\*\*([^*]+)\*\*|`([^`]+)`|\[([^\]]+)\]\((https?:[^)\s]+)\)|<font color="(info|comment|warning)">([^<]*)<\/font>|<@([^>]+)>/g;
  for (const m of text.matchAll(pattern)) {
    nodes.push(...linked(text.slice(last, m.index), actions));
    if (m[1]) nodes.push(el("b", {}, m[1]));
    else if (m[2]) nodes.push(el("code", {}, m[2]));
    else if (m[3]) nodes.push(link(m[4], m[3], actions));
    else if (m[5]) nodes.push(el("span", { class: m[5] }, m[6]));
    else nodes.push(el("b", {}, "@" + m[7]));
    last = m.index + m[0].length;
  }
  nodes.push(...linked(text.slice(last), actions));
  return nodes;
}

function notice(item, actions, t) {
  return el("article", { class: "card" },
    el("div", { class: "body" }, el("h3", {}, item.title), el("div", { class: "desc" }, plain(item.description ?? ""))),
    item.url ? jump(item.btntxt || t("details"), () => actions.open(item.url)) : "");
}

function plain(markup) {
  return markup.replace(/<br\s*\/?>/g, "\n").replace(/<[^>]+>/g, "");
}

function card(c, actions, t) {
  const box = el("article", { class: "card" }, head(c, actions, t));
  const chosen = questions(c, box);
  const row = el("div", { class: "buttons" });
  const tap = (label) => { box.classList.add("busy"); actions.tap(label, chosen()); };
  if (c.replace_text) row.append(el("div", { class: "replaced" }, c.replace_text));
  else {
    for (const b of c.button_list ?? []) {
      row.append(el("button", { type: "button", class: "style" + (b.style ?? 1),
        onclick: () => (b.type === 1 ? actions.open(b.url) : tap(b.text)) }, b.text));
    }
    if (c.submit_button) row.append(el("button", { type: "button", class: "style1", onclick: () => tap(c.submit_button.text) }, c.submit_button.text));
  }
  if (row.children.length) box.append(row);
  for (const j of c.jump_list ?? []) box.append(jump(j.title, () => (j.type === 3 ? actions.say(j.question) : actions.open(j.url))));
  if (c.card_action?.url) box.append(jump(t("details"), () => actions.open(c.card_action.url)));
  for (const m of c.action_menu?.action_list ?? []) box.append(jump("⋯ " + m.text, () => tap(m.text)));
  return box;
}

function head(c, actions, t) {
  const body = el("div", { class: "body" });
  if (c.source?.desc) body.append(el("div", { class: "source" }, c.source.desc));
  if (c.main_title?.title) body.append(el("h3", {}, c.main_title.title));
  if (c.main_title?.desc) body.append(el("div", { class: "desc" }, c.main_title.desc));
  if (c.emphasis_content?.title) body.append(el("div", { class: "big" }, c.emphasis_content.title), el("div", { class: "desc" }, c.emphasis_content.desc ?? ""));
  if (c.quote_area?.quote_text) body.append(el("div", { class: "quoted" }, c.quote_area.title ? el("b", {}, c.quote_area.title + " ") : "", c.quote_area.quote_text));
  if (c.sub_title_text) body.append(el("p", { class: "sub" }, c.sub_title_text));
  const rows = c.horizontal_content_list ?? [];
  if (rows.length) {
    body.append(el("dl", {}, ...rows.flatMap((r) => [el("dt", {}, r.keyname),
      el("dd", {}, r.type === 1 ? link(r.url, r.value ?? t("details"), actions) : r.value ?? r.userid ?? "")])));
  }
  for (const v of c.vertical_content_list ?? []) body.append(el("p", { class: "sub" }, el("b", {}, v.title), " " + (v.desc ?? "")));
  return body;
}

/** Adds the card's questions; the function returned tells what is chosen. */
function questions(c, box) {
  const readers = [];
  const name = "q" + Math.random().toString(36).slice(2);
  if (c.checkbox) {
    const inputs = (c.checkbox.option_list ?? []).map((o) => el("input", {
      type: c.checkbox.mode === 1 ? "checkbox" : "radio", name, value: o.id,
      checked: !!o.is_checked, disabled: !!c.checkbox.disable || !!c.replace_text }));
    inputs.forEach((input, i) => box.append(el("label", { class: "option" }, input, c.checkbox.option_list[i].text)));
    readers.push(() => [c.checkbox.question_key, inputs.filter((i) => i.checked).map((i) => i.value)]);
  }
  for (const s of [c.button_selection, ...(c.select_list ?? [])].filter(Boolean)) {
    const select = el("select", { disabled: !!s.disable }, ...s.option_list.map((o) =>
      el("option", { value: o.id, selected: o.id === s.selected_id }, o.text)));
    box.append(el("label", { class: "select" }, s.title ?? "", select));
    readers.push(() => [s.question_key, [select.value]]);
  }
  return () => Object.fromEntries(readers.map((read) => read()));
}

function jump(label, onclick) {
  return el("button", { type: "button", class: "jump", onclick }, label);
}
