package org.apricotdesk.bot.wecom;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// One message or event of the platform, verified and decrypted.
///
/// @param id the platform's id, the same each time it is delivered again
/// @param person userid of whoever wrote or tapped
/// @param chat id of the group, case-sensitive; empty in somebody's own chat
/// @param sentAt by the platform's clock
/// @param responseUrl where one late answer may be posted, within the hour
public record Incoming(
    String id,
    Via via,
    String person,
    Optional<String> chat,
    Instant sentAt,
    Content content,
    Optional<URI> responseUrl) {
  private static final int LONGEST_ID = 1400; // a key of a button has up to 1024 bytes
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\t\n\r]]");
  private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}");
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  /// What the platform never sends is no message, however well it is sealed.
  public Incoming {
    if (!isName(id) || !chat.map(Incoming::isName).orElse(true)) {
      throw new IllegalArgumentException("an id that is none");
    }
    if (!PERSON.matcher(person).matches()) {
      throw new IllegalArgumentException("a person who is nobody");
    }
    if (sentAt.isBefore(EARLIEST) || sentAt.isAfter(LATEST)) {
      throw new IllegalArgumentException("a time that cannot be");
    }
  }

  private static boolean isName(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST_ID
        && text.chars().noneMatch(Character::isISOControl);
  }

  /// The same, of something else.
  Incoming with(Content other) {
    return new Incoming(id, via, person, chat, sentAt, other, responseUrl);
  }

  /// Words without the control characters that no keyboard writes and no database keeps.
  private static String words(String text) {
    return CONTROL.matcher(text).replaceAll("");
  }

  /// Which way it came.
  public enum Via {
    APP,
    ROBOT_CALLBACK,
    ROBOT_SOCKET;

    public boolean isRobot() {
      return this != APP;
    }
  }

  /// What it says.
  public sealed interface Content {}

  /// Words; the mention of the robot is stripped.
  ///
  /// @param quote the text of the message it quotes
  public record Text(String text, Optional<String> quote) implements Content {
    public Text {
      text = words(text);
      quote = quote.map(Incoming::words);
    }
  }

  /// One picture.
  public record Image(Media media) implements Content {}

  /// Speech: its words from the robot, its sound from the application.
  public record Voice(Optional<String> transcript, Optional<Media> media) implements Content {
    public Voice {
      transcript = transcript.map(Incoming::words);
    }
  }

  /// Words and pictures in one message.
  public record Mixed(String text, List<Media> images) implements Content {
    public Mixed {
      text = words(text);
      images = List.copyOf(images);
    }
  }

  /// A file or a film; the desk takes neither from a chat.
  public record File(Media media) implements Content {}

  /// A place on the map, with what it is called there.
  public record Location(String label, double latitude, double longitude) implements Content {
    public Location {
      label = words(label);
    }
  }

  /// A button of a card was tapped.
  ///
  /// @param selected for each question of the card the ids chosen
  /// @param responseCode fresh right to change the card once, cards of the application only
  public record Click(
      String taskId, String key, Map<String, List<String>> selected, Optional<String> responseCode)
      implements Content {
    public Click {
      if (!isName(taskId) || !isName(key)) {
        throw new IllegalArgumentException("a tap on nothing");
      }
      selected = Map.copyOf(selected);
    }
  }

  /// What somebody thinks of an answer of the robot: the thumbs below it.
  ///
  /// @param answer the id it was given with
  public record Feedback(String answer, boolean good) implements Content {
    public Feedback {
      if (!isName(answer)) {
        throw new IllegalArgumentException("a judgement of nothing");
      }
    }
  }

  /// An entry of the application's menu was tapped.
  public record Menu(String key) implements Content {
    public Menu {
      key = words(key);
    }
  }

  /// Somebody opened the chat.
  public record Enter() implements Content {}

  /// The platform asks how an answer goes on that was begun with a word.
  ///
  /// @param stream its id as we gave it
  /// @param message the id of the message that is being answered
  public record Refresh(String stream, Instant since, String message) implements Content {
    /// Whether a stream of ours is called so: no card is.
    static boolean isStream(String name) {
      return name.matches("\\d{1,18} .+");
    }

    /// @throws RuntimeException if it is no id of ours
    static Refresh of(String stream) {
      var parts = stream.split(" ", 2);
      return new Refresh(stream, Instant.ofEpochSecond(Long.parseLong(parts[0])), parts[1]);
    }
  }

  /// Something the desk has no use for; acknowledged, not answered.
  public record Other(String type) implements Content {}

  /// Where the bytes of a picture, sound or file can be fetched.
  public sealed interface Media {
    /// Fetched by `media/get`, for three days.
    record Id(String mediaId) implements Media {}

    /// Fetched by plain GET within five minutes, then decrypted.
    ///
    /// @param aesKey base64 key of its own (long connection), or empty for the robot's own key
    record Sealed(URI url, Optional<String> aesKey) implements Media {}
  }
}
