// Pictures to send, drawn here: what a nurse would photograph.

export function samples(t) {
  return ["printer", "login"].map((name) => ({ name: t("sample." + name), data: drawn(t("sample." + name), t(`sample.${name}.text`)) }));
}

function drawn(title, text) {
  const canvas = document.createElement("canvas");
  canvas.width = 480;
  canvas.height = 320;
  const pen = canvas.getContext("2d");
  const font = '"PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';
  pen.fillStyle = "#2f6f86";
  pen.fillRect(0, 0, 480, 320);
  pen.fillStyle = "#f4f4f4";
  pen.fillRect(50, 70, 380, 180);
  pen.fillStyle = "#3a62a8";
  pen.fillRect(50, 70, 380, 36);
  pen.fillStyle = "#fff";
  pen.font = "18px " + font;
  pen.fillText(title, 64, 94);
  pen.fillStyle = "#c0392b";
  pen.beginPath();
  pen.arc(96, 160, 24, 0, 7);
  pen.fill();
  pen.fillStyle = "#fff";
  pen.font = "bold 28px " + font;
  pen.fillText("×", 87, 170);
  pen.fillStyle = "#222";
  pen.font = "19px " + font;
  text.split("|").forEach((line, i) => pen.fillText(line, 140, 154 + i * 28));
  pen.strokeStyle = "#888";
  pen.strokeRect(200, 212, 80, 28);
  pen.font = "16px " + font;
  pen.fillText("OK", 228, 232);
  return canvas.toDataURL("image/png");
}
