package org.apricotdesk.desk.api;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Optional;

/// What the API says to one call.
public record Answer(int status, JsonObject body) {
  private static final String PROBLEM = "urn:apricotdesk:problem:";

  public static Answer ok(JsonObject body) {
    return new Answer(200, body);
  }

  public static Answer created(JsonObject body) {
    return new Answer(201, body);
  }

  public static Answer notFound() {
    return problem(404, "not-found", "There is no such thing, or it is not yours to see.");
  }

  /// Something in the request that the contract allows but that does not exist or fit.
  public static Answer invalid(String detail) {
    return problem(400, "invalid-request", detail);
  }

  /// A problem after RFC 9457.
  ///
  /// @param type stable; programs may rely on it
  public static Answer problem(int status, String type, String detail) {
    var title = type.replace('-', ' ');
    return new Answer(
        status,
        new JsonObject()
            .put("type", PROBLEM + type)
            .put("title", title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1))
            .put("status", status)
            .put("detail", detail));
  }

  /// The same with one more member.
  public Answer with(String member, Object value) {
    return new Answer(status, body.copy().put(member, value));
  }

  /// The same with one more member, if there is a value for it.
  public Answer with(String member, Optional<?> value) {
    return value.map(there -> with(member, (Object) there)).orElse(this);
  }

  boolean isOk() {
    return status < 400;
  }

  String mediaType() {
    return isOk() ? "application/json" : "application/problem+json";
  }
}
