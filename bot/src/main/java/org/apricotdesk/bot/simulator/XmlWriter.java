package org.apricotdesk.bot.simulator;

import java.util.function.Consumer;

/// Writes the XML of a callback, with CDATA as the platform usually does or without as it
/// sometimes
/// does.
final class XmlWriter {
  private final StringBuilder xml = new StringBuilder();
  private final boolean bare;

  private XmlWriter(boolean bare) {
    this.bare = bare;
  }

  static String write(boolean bare, Consumer<XmlWriter> content) {
    var writer = new XmlWriter(bare);
    return writer.inside("xml", content).xml.toString();
  }

  XmlWriter text(String name, String value) {
    return element(
        name,
        bare ? escaped(value) : "<![CDATA[" + value.replace("]]>", "]]]]><![CDATA[>") + "]]>");
  }

  XmlWriter number(String name, long value) {
    return element(name, String.valueOf(value));
  }

  XmlWriter inside(String name, Consumer<XmlWriter> content) {
    xml.append('<').append(name).append('>');
    content.accept(this);
    xml.append("</").append(name).append('>');
    return this;
  }

  private XmlWriter element(String name, String value) {
    return inside(name, _ -> xml.append(value));
  }

  private static String escaped(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
