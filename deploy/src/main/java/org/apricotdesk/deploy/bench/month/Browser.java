package org.apricotdesk.deploy.bench.month;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// Somebody's browser, signed in: opens a page and sends a form of it.
///
/// @param site where the product's pages are
record Browser(URI site, String session) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /// What each form carries besides what people fill in.
  private static final List<Pattern> HIDDEN = List.of(hidden("csrf"), hidden("form"));

  private static Pattern hidden(String name) {
    return Pattern.compile("<input type=\"hidden\" name=\"(" + name + ")\" value=\"([^\"]+)\"");
  }

  String reads(String path) {
    var answer = exchange(request(path));
    if (answer.statusCode() != 200) throw refused(path, answer);
    return answer.body();
  }

  /// Sends a form of a page.
  ///
  /// @param fields names and values, alternating
  /// @return where it leads
  /// @throws IllegalStateException if it is refused
  String sends(String page, String action, List<String> fields) {
    var body = new StringBuilder("sent=1");
    var text = reads(page);
    for (var pattern : HIDDEN) {
      var found = pattern.matcher(text);
      if (found.find()) add(body, found.group(1), found.group(2));
    }
    for (var i = 0; i < fields.size(); i += 2) add(body, fields.get(i), fields.get(i + 1));
    var answer =
        exchange(
            request(action)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    if (answer.statusCode() != 302) throw refused(action, answer);
    return answer.headers().firstValue("location").orElseThrow();
  }

  private static void add(StringBuilder body, String name, String value) {
    body.append('&').append(name).append('=');
    body.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  private static IllegalStateException refused(String path, HttpResponse<String> answer) {
    var notice = Pattern.compile("class=\"notice bad\"[^>]*>([^<]*)").matcher(answer.body());
    var why = notice.find() ? notice.group(1) : "";
    return new IllegalStateException(path + " answers " + answer.statusCode() + " " + why);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(site.resolve(path)).header("cookie", "apricot=" + session);
  }

  private static HttpResponse<String> exchange(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
