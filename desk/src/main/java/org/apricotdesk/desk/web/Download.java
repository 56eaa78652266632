package org.apricotdesk.desk.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.BufferedOutputStream;
import java.io.OutputStream;

/// A file that is written while the reader already receives it, however long it is. Closing ends
/// the answer; a slow reader makes the writer wait.
public final class Download extends OutputStream {
  private static final int PIECE = 64 * 1024;

  private final HttpServerResponse response;

  private Download(HttpServerResponse response) {
    this.response = response;
  }

  /// @param name of the file; letters, digits, dots and dashes
  public static OutputStream open(RoutingContext context, String mediaType, String name) {
    var response =
        context
            .response()
            .setChunked(true)
            .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
            .putHeader("content-disposition", "attachment; filename=\"" + name + "\"")
            .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return new BufferedOutputStream(new Download(response), PIECE);
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) {
    response.write(Buffer.buffer(count).appendBytes(bytes, from, count)).await();
  }

  @Override
  public void close() {
    response.end().await();
  }
}
