package org.apricotdesk.desk.brief;

import java.util.List;
import java.util.function.UnaryOperator;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/// Turns what people write into HTML that is safe to show: no markup of their own, no scripts, and
/// no pictures but the brief's charts.
final class Markdown {
  private static final List<TablesExtension> TABLES =
      List.of((TablesExtension) TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(TABLES).escapeHtml(true).build();
  private static final PolicyFactory SAFE =
      new HtmlPolicyBuilder()
          .allowElements(
              "h1",
              "h2",
              "h3",
              "h4",
              "p",
              "ul",
              "ol",
              "li",
              "em",
              "strong",
              "blockquote",
              "hr",
              "br",
              "code",
              "pre",
              "table",
              "thead",
              "tbody",
              "tr",
              "th",
              "td",
              "a",
              "img")
          .allowAttributes("href")
          .onElements("a")
          .allowAttributes("src", "alt")
          .onElements("img")
          .allowAttributes("align")
          .matching(true, "left", "right", "center")
          .onElements("th", "td")
          .allowUrlProtocols("https", "http", "mailto")
          .requireRelNofollowOnLinks()
          .toFactory();
  private static final String CHART = "chart:";

  private Markdown() {}

  /// @param chart where the picture of that name is
  static String html(String markdown, UnaryOperator<String> chart) {
    var document = PARSER.parse(markdown);
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Image image) {
            var source = image.getDestination();
            var name = source.startsWith(CHART) ? source.substring(CHART.length()) : "";
            if (Charts.NAMES.contains(name)) image.setDestination(chart.apply(name));
            else image.unlink();
          }
        });
    return SAFE.sanitize(RENDERER.render(document));
  }

  /// A text that means only itself.
  static String plain(String text) {
    return text.replaceAll("[\\s]+", " ").replaceAll("([\\\\`*_\\[\\]<>#|!~])", "\\\\$1");
  }
}
