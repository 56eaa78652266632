package org.apricotdesk.bot.simulator;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// What goes wrong on purpose, on the way to the platform and from it. All off at the start.
public final class Faults {

  /// How a callback is spoilt before it is sent.
  public enum Corruption {
    NONE,
    SIGNATURE,
    RECEIVER,
    PADDING,
    LENGTH
  }

  private final Runnable revokeTokens;
  private final PlannedFailures planned = new PlannedFailures();
  private final Set<String> trustedIps = ConcurrentHashMap.newKeySet();
  private final Set<Integer> disabledApps = ConcurrentHashMap.newKeySet();
  private final AtomicInteger framesLeft = new AtomicInteger(Integer.MAX_VALUE);
  private volatile Function<Boolean, Future<Void>> door = _ -> Future.succeededFuture();
  private volatile boolean unreachable;
  private volatile Duration latency = Duration.ZERO;
  private volatile int copies = 1;
  private volatile boolean outOfOrder;
  private volatile Corruption corruption = Corruption.NONE;
  private volatile boolean bareXml;
  private volatile boolean unknownElements;

  Faults(Runnable revokeTokens) {
    this.revokeTokens = revokeTokens;
  }

  /// Connections to the platform are refused and long ones break; callbacks still come.
  public void unreachable(boolean now) {
    unreachable = now;
    var moved = door.apply(!now);
    if (!Context.isOnEventLoopThread()) { // a browser's wish comes on one, which must not wait
      moved.await();
    }
  }

  /// The long connection is closed by the platform once so many more frames have come in.
  public void cutSocketAfter(int frames) {
    framesLeft.set(frames);
  }

  public void latency(Duration each) {
    latency = each;
  }

  /// The next calls whose path starts so are answered with that code and do nothing.
  public void fail(String path, int code, int times) {
    planned.plan(path, code, times);
  }

  /// The next calls whose path starts so are carried out, but the connection breaks before
  /// the answer.
  public void dropAfter(String path, int times) {
    planned.plan(path, PlannedFailures.DROP, times);
  }

  public void revokeTokens() {
    revokeTokens.run();
  }

  /// Every callback arrives so often, the same message in a fresh envelope.
  public void copies(int number) {
    copies = number;
  }

  /// Callbacks are held back until two wait, and leave in reverse.
  public void outOfOrder(boolean now) {
    outOfOrder = now;
  }

  public void corrupt(Corruption how) {
    corruption = how;
  }

  /// Elements come without CDATA.
  public void bareXml(boolean now) {
    bareXml = now;
  }

  public void unknownElements(boolean now) {
    unknownElements = now;
  }

  /// Only these may call with a token; nobody listed lets everybody.
  public void trustOnly(String... addresses) {
    trustedIps.clear();
    trustedIps.addAll(List.of(addresses));
  }

  public void disableApp(int agentId, boolean now) {
    disabledApps.remove(agentId);
    if (now) {
      disabledApps.add(agentId);
    }
  }

  /// All is well again.
  public void clear() {
    planned.clear();
    trustedIps.clear();
    disabledApps.clear();
    unreachable(false);
    latency = Duration.ZERO;
    copies = 1;
    outOfOrder = false;
    corruption = Corruption.NONE;
    bareXml = false;
    unknownElements = false;
    framesLeft.set(Integer.MAX_VALUE);
  }

  /// @param opens opens the platform's door, or shuts it
  void through(Function<Boolean, Future<Void>> opens) {
    door = opens;
  }

  boolean cutsSocketNow() {
    return framesLeft.get() != Integer.MAX_VALUE && framesLeft.decrementAndGet() < 0;
  }

  Duration latency() {
    return latency;
  }

  int copies() {
    return copies;
  }

  boolean isOutOfOrder() {
    return outOfOrder;
  }

  Corruption corruption() {
    return corruption;
  }

  boolean isBareXml() {
    return bareXml;
  }

  boolean hasUnknownElements() {
    return unknownElements;
  }

  /// @throws Refusal when a failure was planned for this call
  void strike(String path) {
    var code = planned.takeCode(path);
    if (code != 0) {
      throw new Refusal(code, "injected");
    }
  }

  boolean dropsAnswerOf(String path) {
    return planned.takeDrop(path);
  }

  void checkCaller(String address, App app) {
    Refusal.unless(
        trustedIps.isEmpty() || trustedIps.contains(address), 60020, "not allow to access");
    Refusal.unless(!disabledApps.contains(app.agentId()), 50003, "app disabled");
  }

  /// Applies what a JSON object names and leaves the rest alone.
  void apply(JsonObject wish) {
    unreachable(wish.getBoolean("unreachable", unreachable));
    latency = Duration.ofMillis(wish.getLong("latencyMillis", latency.toMillis()));
    copies = wish.getInteger("copies", copies);
    outOfOrder = wish.getBoolean("outOfOrder", outOfOrder);
    corruption = Corruption.valueOf(wish.getString("corruption", corruption.name()));
    bareXml = wish.getBoolean("bareXml", bareXml);
    unknownElements = wish.getBoolean("unknownElements", unknownElements);
    if (wish.getBoolean("revokeTokens", false)) {
      revokeTokens();
    }
    for (var plan : wish.getJsonArray("plan", new JsonArray())) {
      var one = (JsonObject) plan;
      var code = one.getBoolean("drop", false) ? PlannedFailures.DROP : one.getInteger("code", -1);
      planned.plan(one.getString("path", "/"), code, one.getInteger("times", 1));
    }
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("unreachable", unreachable)
        .put("latencyMillis", latency.toMillis())
        .put("copies", copies)
        .put("outOfOrder", outOfOrder)
        .put("corruption", corruption.name())
        .put("bareXml", bareXml)
        .put("unknownElements", unknownElements);
  }
}
