package org.apricotdesk.desk.brief;

/// An SVG picture being drawn; what is written into it is escaped.
final class Svg {
  static final String AXIS = "#8a8a8a";
  static final String GRID = "#e3e3e3";

  private static final String FONTS =
      PdfFont.FAMILY + ", 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

  private final StringBuilder out = new StringBuilder();

  /// @param title read out to those who cannot see it
  Svg(int width, int height, String title) {
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
    put("viewBox", "0 0 " + width + " " + height).put("width", width).put("height", height);
    put("font-family", FONTS).put("font-size", 15);
    out.append("><title>").append(escaped(title)).append("</title>");
    bar(0, 0, width, height, "#ffffff").text(10, 20, "start", title);
  }

  Svg line(double x1, double y1, double x2, double y2, String colour, boolean dashed) {
    out.append("<line");
    put("x1", x1).put("y1", y1).put("x2", x2).put("y2", y2).put("stroke", colour);
    if (dashed) put("stroke-dasharray", "5 4");
    return end();
  }

  Svg bar(double x, double y, double width, double height, String colour) {
    out.append("<rect");
    return put("x", x)
        .put("y", y)
        .put("width", width)
        .put("height", height)
        .put("fill", colour)
        .end();
  }

  Svg dot(double x, double y, String colour) {
    out.append("<circle");
    return put("cx", x).put("cy", y).put("r", 3.5).put("fill", colour).end();
  }

  /// @param points pairs of coordinates
  Svg curve(String points, String colour) {
    out.append("<polyline");
    return put("points", points)
        .put("fill", "none")
        .put("stroke", colour)
        .put("stroke-width", 2)
        .end();
  }

  /// @param anchor `start`, `middle` or `end` of the text stands at x
  Svg text(double x, double y, String anchor, String text) {
    out.append("<text");
    put("x", x).put("y", y).put("text-anchor", anchor).put("fill", "#444444");
    out.append('>').append(escaped(text)).append("</text>");
    return this;
  }

  String done() {
    return out + "</svg>";
  }

  private Svg put(String name, Object value) {
    out.append(' ').append(name).append("=\"").append(value).append('"');
    return this;
  }

  private Svg put(String name, double value) {
    return put(name, (Object) (Math.round(value * 10) / 10.0));
  }

  private Svg end() {
    out.append("/>");
    return this;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
