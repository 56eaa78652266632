package org.apricotdesk.bot.wecom;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// How an address speaks: XML with the self-built app, JSON with the intelligent robot.
public sealed interface Flavour {
  /// The cipher text within a body; empty if it is no envelope.
  Optional<String> encrypted(String body);

  /// @throws RuntimeException if the plain text is no message
  Incoming read(String plain);

  /// The plain reply; empty when there is nothing to say.
  Optional<String> reply(Incoming to, Outgoing reply, long seconds);

  /// What to say while the answer is not ready; empty where nothing can be said meanwhile.
  default Optional<Begun> meanwhile(Incoming to) {
    return Optional.empty();
  }

  /// What to say when it asks.
  default Optional<String> more(Incoming.Refresh refresh, Optional<Outgoing> answer) {
    return Optional.empty();
  }

  String envelope(Sealed reply);

  String contentType();

  /// An answer that is begun with a word.
  ///
  /// @param running whether the platform will still ask for the rest
  record Begun(String plain, BooleanSupplier running) {
    boolean runs() {
      return running.getAsBoolean();
    }
  }

  /// Source: document/path/90930.
  record App(String corpId) implements Flavour {
    @Override
    public Optional<String> encrypted(String body) {
      return XmlEnvelope.encrypted(body);
    }

    @Override
    public Incoming read(String plain) {
      return AppMessages.read(plain);
    }

    @Override
    public Optional<String> reply(Incoming to, Outgoing reply, long seconds) {
      return PassiveReplies.forApp(to, reply, corpId, seconds);
    }

    @Override
    public String envelope(Sealed reply) {
      return PassiveReplies.appEnvelope(reply);
    }

    @Override
    public String contentType() {
      return "application/xml; charset=utf-8";
    }
  }

  /// Source: document/path/101033.
  ///
  /// @param name the robot's name, as people mention it
  record Robot(String name, Clock clock, Locale locale) implements Flavour {
    @Override
    public Optional<String> encrypted(String body) {
      try {
        var json = new JsonObject(body);
        var encrypted = json.getString("encrypt", json.getString("Encrypt"));
        return Optional.ofNullable(encrypted);
      } catch (DecodeException | ClassCastException _) {
        return Optional.empty();
      }
    }

    @Override
    public Incoming read(String plain) {
      return new RobotMessages(name, clock)
          .read(new JsonObject(plain), Incoming.Via.ROBOT_CALLBACK);
    }

    @Override
    public Optional<String> reply(Incoming to, Outgoing reply, long seconds) {
      return PassiveReplies.forRobot(to, reply).map(JsonObject::encode);
    }

    @Override
    public Optional<Begun> meanwhile(Incoming to) {
      var streams = streams();
      var now = clock.instant();
      return streams.begin(to).map(stream -> new Begun(stream.encode(), () -> streams.runs(now)));
    }

    @Override
    public Optional<String> more(Incoming.Refresh refresh, Optional<Outgoing> answer) {
      return Optional.of(streams().goOn(refresh, answer).encode());
    }

    private Streams streams() {
      return new Streams(clock, locale);
    }

    @Override
    public String envelope(Sealed reply) {
      return new JsonObject()
          .put("encrypt", reply.encrypt())
          .put("msgsignature", reply.signature())
          .put("timestamp", Long.parseLong(reply.timestamp()))
          .put("nonce", reply.nonce())
          .encode();
    }

    @Override
    public String contentType() {
      return "application/json; charset=utf-8";
    }
  }
}
