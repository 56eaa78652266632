package org.apricotdesk.desk.brief;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The page a brief is printed on: plain XHTML with the rules of print.
///
/// @param body safe HTML
record PrintPage(String title, String line, String foot, String body) {
  private static final Pattern TABLE = Pattern.compile("<table>.*?</table>", Pattern.DOTALL);
  private static final int SHORT = 12;
  private static final String STYLE =
      """
      @font-face { font-family: ZenHei; src: url("FONT"); }
      @page { size: A4; margin: 14mm 16mm 15mm;
              @bottom-left { content: "FOOT"; font: 9pt ZenHei; color: #666666; }
              @bottom-right { content: counter(page) " / " counter(pages); font: 9pt ZenHei; color: #666666; } }
      body { font-family: ZenHei; font-size: 10.5pt; line-height: 1.5; color: #1a1a1a; }
      h1 { font-size: 19pt; line-height: 1.35; margin: 0 0 4pt; }
      .line { color: #666666; border-bottom: 2pt solid #e8833a; padding-bottom: 4pt; margin: 0 0 8pt; }
      h2 { font-size: 13pt; line-height: 1.35; color: #1a60c8; margin: 10pt 0 3pt; page-break-after: avoid; }
      h3 { font-size: 11pt; line-height: 1.35; margin: 6pt 0 2pt; page-break-after: avoid; }
      table { width: 100%; border-collapse: collapse; margin: 5pt 0; font-size: 9.5pt; page-break-inside: avoid; }
      table.long { page-break-inside: auto; -fs-table-paginate: paginate; }
      tr { page-break-inside: avoid; }
      th { background-color: #eef3fb; text-align: left; }
      th, td { border: 0.5pt solid #c8c8c8; padding: 1.5pt 6pt; line-height: 1.3; }
      th[align=right], td[align=right] { text-align: right; }
      img { max-width: 80mm; page-break-inside: avoid; }
      ul, ol { margin: 4pt 0; padding-left: 16pt; }
      li { margin: 1pt 0; }
      li > p { margin: 0; }
      body > :last-child { margin-bottom: 0; }
      """;

  String html() {
    return """
    <html><head><title>%s</title><style>%s</style></head>
    <body><h1>%s</h1><p class="line">%s</p>%s</body></html>
    """
        .formatted(
            escaped(title), style(foot), escaped(title), escaped(line), closed(paginated(body)));
  }

  /// A long table goes on over the page with its head; kept together it would leave half a page
  /// empty before it.
  private static String paginated(String html) {
    return TABLE
        .matcher(html)
        .replaceAll(
            table -> {
              var text = Matcher.quoteReplacement(table.group());
              var rows = table.group().split("<tr>", -1).length - 1;
              return rows > SHORT ? text.replaceFirst("<table>", "<table class=\"long\">") : text;
            });
  }

  private static String style(String foot) {
    return STYLE.replace("FOOT", quoted(foot)).replace("FONT", PdfFont.address());
  }

  /// XHTML wants every element closed.
  private static String closed(String html) {
    return html.replaceAll("<(img|br|hr)([^>]*?)/?>", "<$1$2/>").replace("&nbsp;", "&#160;");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String quoted(String text) {
    return text.replace("\\", "").replace("\"", "").replace("<", "").replace("\n", " ");
  }
}
