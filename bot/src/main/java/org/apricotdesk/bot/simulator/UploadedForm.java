package org.apricotdesk.bot.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/// The body of a request as it arrives: plain, or a form with one file.
final class UploadedForm {
  private final HttpServerRequest request;
  private final Buffer body = Buffer.buffer();
  private final Buffer file = Buffer.buffer();
  private String fileName = "";

  UploadedForm(HttpServerRequest request) {
    this.request = request;
    var type = request.getHeader("Content-Type");
    if (type != null && type.startsWith("multipart/")) {
      request.setExpectMultipart(true);
      request.uploadHandler(
          upload -> {
            fileName = upload.filename();
            upload.handler(file::appendBuffer);
          });
    } else {
      request.handler(body::appendBuffer);
    }
  }

  int size() {
    return body.length() + file.length();
  }

  ApiCall call(boolean refuseEscapes) {
    return new ApiCall(request.params(), body, fileName, file, refuseEscapes);
  }
}
