package org.apricotdesk.bot.simulator;

import static org.apricotdesk.bot.simulator.Refusal.known;
import static org.apricotdesk.bot.simulator.Refusal.unless;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Media in pieces over the long connection; pieces may come twice and in any order.
final class RobotUploads {
  private static final Duration LIFE = Duration.ofMinutes(30);
  private static final int CHUNK_BYTES = 512 * 1024;

  private record Upload(
      String type,
      String name,
      int size,
      int chunks,
      String md5,
      Instant begun,
      Map<Integer, byte[]> pieces) {}

  private final State state;
  private final Rate rate;
  private final Map<String, Upload> uploads = new HashMap<>();

  RobotUploads(State state) {
    this.state = state;
    this.rate = new Rate(state.clock, 30, 1000);
  }

  JsonObject begin(JsonObject body) {
    unless(rate.allows(""), 846607, "too many uploads");
    var chunks = body.getInteger("total_chunks", 0);
    unless(chunks >= 1 && chunks <= 100, 40058, "total_chunks outside 1..100");
    var id = Random.word(24);
    uploads.put(
        id,
        new Upload(
            body.getString("type", ""),
            body.getString("filename", ""),
            body.getInteger("total_size", 0),
            chunks,
            body.getString("md5", ""),
            state.clock.instant(),
            new TreeMap<>()));
    return new JsonObject().put("upload_id", id);
  }

  void chunk(JsonObject body) {
    var upload = upload(body);
    var bytes = Base64.getDecoder().decode(body.getString("base64_data", ""));
    unless(bytes.length <= CHUNK_BYTES, 45001, "chunk over 512 KB");
    upload.pieces().put(body.getInteger("chunk_index", 0), bytes);
  }

  JsonObject finish(JsonObject body) {
    var upload = upload(body);
    unless(upload.pieces().size() == upload.chunks(), 40058, "chunks missing");
    var bytes = Buffer.buffer();
    upload.pieces().values().forEach(bytes::appendBytes);
    unless(bytes.length() == upload.size(), 40058, "total_size differs");
    unless(WebhookApi.md5(bytes.getBytes()).equalsIgnoreCase(upload.md5()), 40035, "md5 differs");
    state.media.check(upload.type(), bytes);
    uploads.remove(body.getString("upload_id"));
    return new JsonObject()
        .put("type", upload.type())
        .put("media_id", state.media.store(upload.type(), upload.name(), bytes))
        .put("created_at", state.clock.instant().getEpochSecond());
  }

  private Upload upload(JsonObject body) {
    var upload = known(uploads.get(body.getString("upload_id", "")), 40058, "unknown upload_id");
    unless(upload.begun().plus(LIFE).isAfter(state.clock.instant()), 40058, "upload expired");
    return upload;
  }
}
