package org.apricotdesk.desk.api;

import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorException;
import org.apricotdesk.desk.ticket.NoSuchTicket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers calls that went wrong. What went wrong inside is logged, not told.
final class ApiFailures {
  private static final Logger LOG = LoggerFactory.getLogger(ApiFailures.class);

  private ApiFailures() {}

  static void answer(RoutingContext context) {
    if (context.response().ended()) return;
    Api.send(context, answer(context, context.failure()));
  }

  private static Answer answer(
      RoutingContext context, @org.jspecify.annotations.Nullable Throwable failure) {
    return switch (failure) {
      case null -> byStatus(context.statusCode());
      case HttpException wrapped when wrapped.getCause() instanceof ValidatorException invalid ->
          answer(context, invalid);
      case SchemaValidationException invalid -> Answer.invalid(reason(invalid));
      case ValidatorException invalid -> Answer.invalid(said(invalid));
      case InvalidCall invalid -> Answer.invalid(said(invalid));
      case NoSuchTicket _ -> Answer.notFound();
      case Throwable unknown when context.statusCode() < 500 && context.statusCode() >= 400 -> {
        LOG.debug("call refused with {}", context.statusCode(), unknown);
        yield byStatus(context.statusCode());
      }
      case Throwable unknown -> {
        LOG.error("{} {} failed", context.request().method(), context.normalizedPath(), unknown);
        yield byStatus(500);
      }
    };
  }

  private static String said(Throwable failure) {
    return String.valueOf(failure.getMessage());
  }

  /// Where in the body, and what is wrong there; never the value itself.
  private static String reason(SchemaValidationException invalid) {
    var unit = invalid.getOutputUnit();
    var errors = unit == null ? null : unit.getErrors();
    if (errors == null || errors.isEmpty()) return said(invalid);
    var last = errors.getLast();
    return last.getInstanceLocation() + ": " + last.getError();
  }

  private static Answer byStatus(int status) {
    return switch (status) {
      case 400 -> Answer.invalid("The request is malformed.");
      case 401 -> Answer.problem(401, "no-token", "Send a valid token: Authorization: Bearer …");
      case 403 -> Answer.problem(403, "forbidden", "The role of this token does not allow it.");
      case 404 -> Answer.notFound();
      case 405 -> Answer.problem(405, "method-not-allowed", "Not with this method.");
      case 413 -> Answer.problem(413, "too-large", "The body is larger than 256 KiB.");
      case 415 -> Answer.problem(415, "unsupported-media-type", "Send application/json.");
      default -> Answer.problem(500, "failure", "The desk failed; its log says why.");
    };
  }
}
