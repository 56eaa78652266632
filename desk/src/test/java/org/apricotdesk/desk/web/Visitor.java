package org.apricotdesk.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Somebody with a browser without script: reads pages, follows redirects, sends their forms.
public final class Visitor {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private static final Pattern HIDDEN =
      Pattern.compile(
          "<input type=\"hidden\" name=\"(csrf|form|seen|q|after)\" value=\"([^\"]+)\"");

  private final String base;
  private final String session;

  public Visitor(String base, String session) {
    this.base = base;
    this.session = session;
  }

  /// The page's HTML.
  public String reads(String path) {
    var response = get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response.body();
  }

  public int status(String path) {
    return get(path).statusCode();
  }

  /// Whatever comes back, errors and redirects too.
  public HttpResponse<String> answer(String path) {
    return get(path);
  }

  /// Sends a form that another site made up; the answer's status.
  public int forges(String action) {
    var form = HttpRequest.BodyPublishers.ofString("text=x");
    var type = "application/x-www-form-urlencoded";
    return exchange(request(action).header("content-type", type).POST(form)).statusCode();
  }

  public java.net.http.HttpHeaders headers(String path) {
    return get(path).headers();
  }

  /// Keeps a line open and listens.
  public Heard hears(String path) {
    try {
      var answer = HTTP.send(request(path).build(), HttpResponse.BodyHandlers.ofInputStream());
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      return new Heard(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /// Sends a form of a page with these fields and reads where it leads.
  ///
  /// @param fields names and values, alternating
  public HttpResponse<String> sends(String page, String action, String... fields) {
    var body = new StringBuilder("sent=1");
    var hidden = HIDDEN.matcher(reads(page));
    while (hidden.find()) add(body, hidden.group(1), hidden.group(2));
    for (var i = 0; i < fields.length; i += 2) add(body, fields[i], fields[i + 1]);
    var answer =
        exchange(
            request(action)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    return answer.statusCode() == 302
        ? get(answer.headers().firstValue("location").orElseThrow())
        : answer;
  }

  /// What a script would put in its place: the same form without its key, so it may be sent again.
  public String previews(String page, String action, String... fields) {
    var body = new StringBuilder("sent=1");
    var hidden = HIDDEN.matcher(reads(page));
    while (hidden.find())
      if (hidden.group(1).equals("csrf")) add(body, hidden.group(1), hidden.group(2));
    for (var i = 0; i < fields.length; i += 2) add(body, fields[i], fields[i + 1]);
    return exchange(
            request(action)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())))
        .body();
  }

  /// Sends a form of a page with a file, whatever it says the file is called.
  ///
  /// @param fields names and values, alternating
  public HttpResponse<String> uploads(
      String page, String action, String fileName, byte[] bytes, String... fields) {
    var body = new ByteArrayOutputStream();
    var hidden = HIDDEN.matcher(reads(page));
    while (hidden.find()) part(body, hidden.group(1), hidden.group(2));
    for (var i = 0; i < fields.length; i += 2) part(body, fields[i], fields[i + 1]);
    body.writeBytes(
        ("--cut\r\ncontent-disposition: form-data; name=\"picture\"; filename=\""
                + fileName
                + "\"\r\ncontent-type: image/png\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(bytes);
    body.writeBytes("\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8));
    return exchange(
        request(action)
            .header("content-type", "multipart/form-data; boundary=cut")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static void part(ByteArrayOutputStream body, String name, String value) {
    var text =
        "--cut\r\ncontent-disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value);
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /// What comes back to a request of this method, with nothing in it.
  public int tries(String method, String path) {
    return exchange(request(path).method(method, HttpRequest.BodyPublishers.noBody())).statusCode();
  }

  private static void add(StringBuilder body, String name, String value) {
    body.append('&')
        .append(name)
        .append('=')
        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  private HttpResponse<String> get(String path) {
    return exchange(request(path));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).header("cookie", "apricot=" + session);
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
