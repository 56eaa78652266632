package org.apricotdesk.bot.wecom.socket;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Frames of ours that the platform has not acknowledged yet, by their request number. There is one
/// at a time for each number, since all frames of an answer share it.
final class Acknowledgements {
  private final Map<String, Promise<JsonObject>> awaited = new ConcurrentHashMap<>();

  Future<JsonObject> expect(String request) {
    var promise = Promise.<JsonObject>promise();
    if (awaited.putIfAbsent(request, promise) != null) {
      throw new IllegalStateException("two frames at once for " + request);
    }
    return promise.future().eventually(() -> forget(request));
  }

  void arrived(JsonObject frame) {
    var request = frame.getJsonObject("headers", new JsonObject()).getString("req_id", "");
    var promise = awaited.get(request);
    if (promise != null) promise.tryComplete(frame);
  }

  Future<Void> forget(String request) {
    awaited.remove(request);
    return Future.succeededFuture();
  }

  /// The connection is gone, so nothing more will be acknowledged.
  void give(Throwable up) {
    awaited.values().forEach(promise -> promise.tryFail(up));
  }
}
