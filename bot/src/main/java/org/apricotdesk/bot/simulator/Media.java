package org.apricotdesk.bot.simulator;

import static org.apricotdesk.bot.simulator.Refusal.known;
import static org.apricotdesk.bot.simulator.Refusal.unless;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apricotdesk.config.time.AdjustableClock;

/// Temporary media, kept for three days. Source: document/path/90253.
final class Media {
  private static final Duration LIFE = Duration.ofDays(3);
  private static final int MEGABYTE = 1024 * 1024;

  /// @param name as it was uploaded
  record Item(String type, String name, Buffer bytes, Instant stored) {
    String contentType() {
      return switch (type) {
        case "image" -> isPng(bytes) ? "image/png" : "image/jpeg";
        case "voice" -> "audio/amr";
        case "video" -> "video/mp4";
        default -> "application/octet-stream";
      };
    }
  }

  private final AdjustableClock clock;
  private final Map<String, Item> items = new HashMap<>();

  Media(AdjustableClock clock) {
    this.clock = clock;
  }

  JsonObject upload(ApiCall call) {
    var type = call.param("type");
    check(type, call.file());
    var id = store(type, call.fileName(), call.file());
    return new JsonObject()
        .put("type", type)
        .put("media_id", id)
        .put("created_at", String.valueOf(clock.instant().getEpochSecond()));
  }

  String store(String type, String name, Buffer bytes) {
    var id = "media-" + Random.word(48);
    items.put(id, new Item(type, name, bytes, clock.instant()));
    return id;
  }

  Item get(String id) {
    unless(!id.isEmpty(), 41006, "media_id missing");
    var item = known(items.get(id), 40007, "media_id unknown");
    unless(item.stored().plus(LIFE).isAfter(clock.instant()), 40007, "media_id expired");
    return item;
  }

  void check(String type, Buffer bytes) {
    var most =
        switch (type) {
          case "image", "video" -> 10;
          case "voice" -> 2;
          case "file" -> 20;
          default -> throw new Refusal(40004, "media type invalid: " + type);
        };
    unless(bytes.length() > 5, 44001, "empty media data");
    unless(bytes.length() <= most * MEGABYTE, 45001, "media too large");
    unless(!type.equals("image") || isPng(bytes) || isJpeg(bytes), 40123, "neither JPG nor PNG");
    unless(!type.equals("voice") || isAmr(bytes), 301016, "voice must be AMR");
  }

  static boolean isPng(Buffer bytes) {
    return bytes.length() > 8 && bytes.getInt(0) == 0x89504E47;
  }

  static boolean isJpeg(Buffer bytes) {
    return bytes.length() > 3 && bytes.getUnsignedShort(0) == 0xFFD8;
  }

  private static boolean isAmr(Buffer bytes) {
    return bytes.length() > 6 && bytes.getString(0, 5).equals("#!AMR");
  }
}
