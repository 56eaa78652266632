package org.apricotdesk.desk.brief;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;

/// Prints a brief on A4. It takes a second of computing, so one is printed at a time.
final class Pdf {
  private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

  private final Locale locale;

  Pdf(Locale locale) {
    this.locale = locale;
  }

  /// @param line below the title, such as the issue and its day
  /// @param foot on every page
  byte[] print(Brief brief, String line, String foot) {
    var charts = new Charts(brief.facts(), locale);
    var body = Markdown.html(brief.body(), name -> name);
    for (var name : Charts.NAMES)
      body =
          body.replace(
              "src=\"" + name + "\"", "src=\"" + inline(charts.draw(name).orElse("")) + "\"");
    var page = new PrintPage(brief.title(), line, foot, body).html();
    ONE_AT_A_TIME.lock();
    try {
      return render(page);
    } finally {
      ONE_AT_A_TIME.unlock();
    }
  }

  private static String inline(String svg) {
    return "data:image/svg+xml;base64,"
        + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] render(String html) {
    var out = new ByteArrayOutputStream();
    var builder =
        new PdfRendererBuilder()
            .useSVGDrawer(new BatikSVGDrawer())
            .withHtmlContent(html, null)
            .toStream(out);
    try {
      builder.run();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot print a brief", failure);
    }
    return out.toByteArray();
  }
}
