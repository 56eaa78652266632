package org.apricotdesk.desk.api;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.validation.ValidatedRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apricotdesk.desk.staff.Person;

/// One call to the API, already held against the contract.
public final class Call {
  private static final int LONGEST_KEY = 255;
  private static final int USUAL = 50;
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  private final Person caller;
  private final RoutingContext context;

  Call(Person caller, RoutingContext context) {
    this.caller = caller;
    this.context = context;
  }

  public Person caller() {
    return caller;
  }

  public String path(String name) {
    return context.pathParam(name);
  }

  /// The text with what the path gives in place of `{name}`.
  String filledIn(String template) {
    return PLACE
        .matcher(template)
        .replaceAll(place -> Matcher.quoteReplacement(path(place.group(1))));
  }

  /// A query parameter; an empty one counts as absent.
  public Optional<String> query(String name) {
    return context.queryParam(name).stream().findFirst().filter(value -> !value.isBlank());
  }

  /// @throws InvalidCall if it is too long to be one
  Optional<String> idempotencyKey() {
    var key = Optional.ofNullable(context.request().getHeader("Idempotency-Key"));
    if (key.filter(given -> given.isBlank() || given.length() > LONGEST_KEY).isPresent())
      throw new InvalidCall("Idempotency-Key must have 1 to " + LONGEST_KEY + " characters");
    return key;
  }

  /// What makes two requests the same.
  String fingerprint() {
    return context.request().method() + " " + context.request().path() + "\n" + body().encode();
  }

  /// A day that somebody wrote, such as 2026-03-16.
  ///
  /// @param name where, for whoever reads the refusal
  /// @throws InvalidCall if it is none
  public static LocalDate day(String name, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException _) {
      throw new InvalidCall(name + ": a date such as 2026-03-16");
    }
  }

  /// How many items a list may have.
  public int limit() {
    return query("limit").map(Integer::parseInt).orElse(USUAL);
  }

  /// The place where the page before ended.
  ///
  /// @throws InvalidCall if it is no cursor of ours
  public Optional<String> cursor() {
    return query("cursor").map(Cursor::read);
  }

  /// The body; empty if there is none.
  public JsonObject body() {
    ValidatedRequest request = context.get(RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST);
    var body = request.getBody();
    return body == null || body.isNull() ? new JsonObject() : body.getJsonObject();
  }
}
