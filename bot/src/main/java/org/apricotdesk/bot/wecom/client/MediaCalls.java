package org.apricotdesk.bot.wecom.client;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.multipart.MultipartForm;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.bot.wecom.AesCbc;
import org.apricotdesk.bot.wecom.CipherRefusal;
import org.apricotdesk.bot.wecom.Incoming.Media;
import org.apricotdesk.bot.wecom.client.Outcome.Rejected;

/// Pictures and files: those people sent, and those we send. Source: document/path/90253, 100719.
final class MediaCalls {
  private static final int MOST_PICTURE_BYTES = 5 * 1024 * 1024;
  private static final int LEAST_BYTES = 6;

  private final Downloads downloads;
  private final URI api;
  private final Optional<AppCalls> app;
  private final Optional<String> robotKey;

  MediaCalls(Downloads downloads, URI api, Optional<AppCalls> app, Optional<String> robotKey) {
    this.downloads = downloads;
    this.api = api;
    this.app = app;
    this.robotKey = robotKey;
  }

  byte[] fetch(Media media) {
    return switch (media) {
      case Media.Id(var id) -> fetch(id);
      case Media.Sealed(var url, var key) -> open(url, key.or(() -> robotKey));
    };
  }

  /// @return the media id, good for three days
  String uploadPicture(String name, byte[] bytes) {
    if (bytes.length < LEAST_BYTES || bytes.length > MOST_PICTURE_BYTES) {
      throw refused("media/upload", "a picture of " + bytes.length + " bytes");
    }
    var form =
        MultipartForm.create()
            .setCharset(StandardCharsets.UTF_8)
            .binaryFileUpload("media", name, Buffer.buffer(bytes), "application/octet-stream");
    return app().upload("media/upload", Map.of("type", "image"), form).getString("media_id");
  }

  private byte[] fetch(String id) {
    return app()
        .withToken(
            token ->
                downloads.get(
                    "media/get",
                    "%s/cgi-bin/media/get?access_token=%s&media_id=%s"
                        .formatted(api.toString().replaceAll("/+$", ""), token, encoded(id))));
  }

  private byte[] open(URI url, Optional<String> key) {
    if (!isTrusted(url)) throw refused("robot media", "not an address of the platform");
    var aes = AesCbc.of(key.orElseThrow(() -> refused("robot media", "no key for it")));
    try {
      return aes.decrypt(downloads.get("robot media", url.toString()));
    } catch (CipherRefusal _) {
      throw refused("robot media", "it does not decrypt");
    }
  }

  /// The platform names no hosts for its object storage, so: encrypted, or the stand-in itself.
  private boolean isTrusted(URI url) {
    var standIn = api.getHost().equals(url.getHost()) && api.getPort() == url.getPort();
    return standIn || "https".equals(url.getScheme());
  }

  private AppCalls app() {
    return app.orElseThrow(WeComClient::noApp);
  }

  private static WeComException refused(String call, String why) {
    return new WeComException(call, new Rejected(0, why));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
