package org.apricotdesk.desk.api;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.Location;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Parameter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.audit.Audit;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;

/// The REST API: checks the token, holds the request against the contract, asks the feature.
public final class Api {
  private static final long LARGEST_BODY = 256 * 1024;
  private static final String CALLER = "apricot.api.caller";

  private final Vertx vertx;
  private final Database database;
  private final People people;
  private final Audit audit;
  private final List<ApiPart> parts;
  private final OnlyOnce onlyOnce;
  private final JsonObject contract;

  public Api(
      Vertx vertx,
      Database database,
      People people,
      Audit audit,
      OnlyOnce onlyOnce,
      List<ApiPart> parts) {
    this.vertx = vertx;
    this.database = database;
    this.people = people;
    this.audit = audit;
    this.parts = List.copyOf(parts);
    this.onlyOnce = onlyOnce;
    this.contract = Contract.of(parts);
  }

  /// Puts the API under the router. Handlers wait, so the router must run on virtual threads.
  public void mount(Router root) {
    var api = RouterBuilder.create(vertx, checked(), RequestExtractor.withBodyHandler());
    api.rootHandler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
    wire(api);
    root.route("/api/v1/*").handler(Api::onlyData);
    root.get("/api/v1/openapi.json").handler(context -> context.json(contract));
    root.route("/api/v1/*").handler(this::identify).failureHandler(ApiFailures::answer);
    root.route("/api/v1/*").subRouter(api.createRouter());
    root.route("/api/v1/*").handler(context -> context.fail(404));
  }

  /// No browser shall take an answer for a page.
  private static void onlyData(RoutingContext context) {
    context.response().putHeader("X-Content-Type-Options", "nosniff");
    context.next();
  }

  private OpenAPIContract checked() {
    return OpenAPIContract.from(vertx, Contract.forRouter(contract)).await();
  }

  /// Every operation of the contract has a handler with a rule, and no handler is without one.
  private void wire(RouterBuilder api) {
    var declared = new Operations();
    parts.forEach(part -> part.addTo(declared));
    var operations = declared.all();
    var wanted = api.getRoutes().stream().map(Api::id).collect(Collectors.toSet());
    if (!wanted.equals(operations.keySet()))
      throw new IllegalStateException(
          "the contract has " + wanted + ", the handlers are " + operations.keySet());
    for (var route : api.getRoutes()) {
      var known =
          route.getOperation().getParameters().stream()
              .filter(parameter -> parameter.getIn() == Location.QUERY)
              .map(Parameter::getName)
              .collect(Collectors.toSet());
      var operation = Objects.requireNonNull(operations.get(id(route)));
      route.setDoSecurity(false).addHandler(context -> run(context, operation, known));
    }
  }

  private static String id(OpenAPIRoute route) {
    return route.getOperation().getOperationId();
  }

  private void identify(RoutingContext context) {
    var header = context.request().getHeader("Authorization");
    var token = header != null && header.startsWith("Bearer ") ? header.substring(7).strip() : "";
    var caller = people.holding(token).filter(Person::active);
    if (caller.isEmpty()) {
      context.response().putHeader("WWW-Authenticate", "Bearer");
      context.fail(401);
    } else {
      context.put(CALLER, caller.get()).next();
    }
  }

  private void run(RoutingContext context, Operations.Operation operation, Set<String> knownQuery) {
    Person caller = context.get(CALLER);
    if (!operation.rule().allows(caller)) {
      context.fail(403);
      return;
    }
    for (var name : context.queryParams().names())
      if (!knownQuery.contains(name)) throw new InvalidCall("unknown query parameter " + name);
    var call = new Call(caller, context);
    send(
        context,
        switch (operation) {
          case Operations.Operation.Read read -> read(call, read);
          case Operations.Operation.Write(var _, var handler) ->
              database.inTransaction(
                  tx ->
                      onlyOnce.answer(
                          tx,
                          caller.id(),
                          call.idempotencyKey(),
                          call.fingerprint(),
                          () -> handler.apply(tx, call)));
        });
  }

  private Answer read(Call call, Operations.Operation.Read read) {
    var answer = read.handler().apply(call);
    if (answer.isOk()) {
      var object = call.filledIn(read.subject());
      var action = object.equals(read.subject()) ? "list" : "read";
      audit.record(database.pool(), call.caller().id(), action, object, new JsonObject());
    }
    return answer;
  }

  static void send(RoutingContext context, Answer answer) {
    context
        .response()
        .setStatusCode(answer.status())
        .putHeader("Content-Type", answer.mediaType())
        .putHeader("Cache-Control", "no-store")
        .end(answer.body().encode());
  }
}
