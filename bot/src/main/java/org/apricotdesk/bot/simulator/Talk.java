package org.apricotdesk.bot.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// One member in one chat: what she does there and what she sees. What she does waits until the
/// service has answered the callback; over the robot's long connection it is only handed over.
public final class Talk {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Buffer SOUND = Buffer.buffer("#!AMR\n simulated speech");

  private final Platform platform;
  private final Member member;
  private final String chat;

  Talk(Platform platform, Member member, String chat) {
    this.platform = platform;
    this.member = member;
    this.chat = chat;
  }

  public void says(String text) {
    send("text", new JsonObject().put("content", text));
  }

  /// Says something as an answer to a message; only the robot hears what it was.
  public void saysQuoting(Bubble quoted, String text) {
    var quote = new JsonObject().put("msgtype", "text").put("text", words(quoted.text()));
    platform
        .says(
            member,
            chat,
            new JsonObject().put("msgtype", "text").put("text", words(text)).put("quote", quote))
        .await();
  }

  /// @param bytes of a PNG or a JPG
  public void sendsPicture(byte[] bytes) {
    send("image", new JsonObject().put("media_id", store("image", "p.png", bytes)));
  }

  /// Words and pictures in one message, which only the robot knows.
  public void saysWithPicture(String text, byte[] bytes) {
    var picture = new JsonObject().put("media_id", store("image", "p.png", bytes));
    var items =
        new JsonArray()
            .add(new JsonObject().put("msgtype", "text").put("text", words(text)))
            .add(new JsonObject().put("msgtype", "image").put("image", picture));
    send("mixed", new JsonObject().put("msg_item", items));
  }

  /// The robot gets what was spoken as words, an app gets the sound.
  public void speaks(String words) {
    var sound = store("voice", "speech.amr", SOUND.getBytes());
    send("voice", new JsonObject().put("media_id", sound).put("content", words));
  }

  public void sendsFile(String name, byte[] bytes) {
    send("file", new JsonObject().put("media_id", store("file", name, bytes)));
  }

  public void sendsLocation(String label, double latitude, double longitude) {
    send(
        "location",
        new JsonObject()
            .put("label", label)
            .put("latitude", String.valueOf(latitude))
            .put("longitude", String.valueOf(longitude)));
  }

  /// Opens the chat.
  public void enters() {
    platform.enters(member, chat).await();
  }

  public void opensMenu(String key) {
    platform.opensMenu(member, chat, key).await();
  }

  /// Taps that label on the newest card that has it.
  public void taps(String label) {
    taps(cardWith(label), label);
  }

  /// @return the address the tap opens; empty when the service was called back
  public String taps(Bubble card, String label) {
    return taps(card, label, Map.of());
  }

  /// @param selected ids of the chosen options by question
  public String taps(Bubble card, String label, Map<String, List<String>> selected) {
    return platform.taps(member, chat, card.id(), label, selected).await();
  }

  /// Says by the thumbs below an answer of the robot whether it helped.
  public void judges(Bubble answer, boolean good) {
    platform.judges(member, chat, answer.id(), good ? 1 : 2, List.of()).await();
  }

  /// Takes the thumb back.
  public void judgesNoMore(Bubble answer) {
    platform.judges(member, chat, answer.id(), 3, List.of()).await();
  }

  /// Everything in the chat as this member sees it, oldest first.
  public List<Bubble> chat() {
    var state = platform.state();
    return state.alone(
        () -> state.chats.of(chat).stream().map(m -> Bubble.of(m, member.userid())).toList());
  }

  /// The newest thing another said here; nobody having said anything is a failure.
  public Bubble lastHeard() {
    return newest(_ -> true).orElseThrow(() -> new IllegalStateException("silence in " + chat));
  }

  public Bubble cardWith(String label) {
    return newest(b -> b.isCard() && b.buttons().contains(label))
        .orElseThrow(() -> new IllegalStateException("no card with " + label + "\n" + this));
  }

  /// Waits until another has said something with these words, and returns it.
  ///
  /// @throws IllegalStateException with the whole chat if it does not come
  public Bubble hears(String words) {
    return awaits(b -> b.text().contains(words), words);
  }

  /// Waits for a card on which that can be tapped.
  public Bubble seesCard(String label) {
    return awaits(b -> b.isCard() && b.buttons().contains(label), "card with " + label);
  }

  @Override
  public String toString() {
    var lines = chat().stream().map(b -> b.from() + ": " + b.text() + " " + b.buttons()).toList();
    return member.name() + " in " + chat + "\n" + String.join("\n", lines);
  }

  private Bubble awaits(Predicate<Bubble> wanted, String what) {
    var changes = new Semaphore(0);
    var stop = platform.state().chats.watch(_ -> changes.release());
    try {
      var end = System.nanoTime() + PATIENCE.toNanos();
      while (true) {
        var found = newest(wanted);
        if (found.isPresent()) {
          return found.get();
        }
        if (!changes.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          throw new IllegalStateException("never heard: " + what + "\n" + this);
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } finally {
      stop.run();
    }
  }

  private Optional<Bubble> newest(Predicate<Bubble> wanted) {
    return chat().reversed().stream()
        .filter(b -> !b.from().equals(member.key()) && !b.recalled())
        .filter(wanted)
        .findFirst();
  }

  private void send(String type, JsonObject part) {
    platform.says(member, chat, new JsonObject().put("msgtype", type).put(type, part)).await();
  }

  private String store(String type, String name, byte[] bytes) {
    var state = platform.state();
    return state.alone(() -> state.media.store(type, name, Buffer.buffer(bytes)));
  }

  private static JsonObject words(String text) {
    return new JsonObject().put("content", text);
  }
}
