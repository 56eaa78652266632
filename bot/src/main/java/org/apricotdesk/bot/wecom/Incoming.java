package org.apricotdesk.bot.wecom;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
  public record Text(String text, Optional<String> quote) implements Content {}

  /// One picture.
  public record Image(Media media) implements Content {}

  /// Speech: its words from the robot, its sound from the application.
  public record Voice(Optional<String> transcript, Optional<Media> media) implements Content {}

  /// Words and pictures in one message.
  public record Mixed(String text, List<Media> images) implements Content {
    public Mixed {
      images = List.copyOf(images);
    }
  }

  /// A file or a film; the desk takes neither from a chat.
  public record File(Media media) implements Content {}

  /// A place on the map, with what it is called there.
  public record Location(String label, double latitude, double longitude) implements Content {}

  /// A button of a card was tapped.
  ///
  /// @param selected for each question of the card the ids chosen
  /// @param responseCode fresh right to change the card once, cards of the application only
  public record Click(
      String taskId, String key, Map<String, List<String>> selected, Optional<String> responseCode)
      implements Content {
    public Click {
      selected = Map.copyOf(selected);
    }
  }

  /// An entry of the application's menu was tapped.
  public record Menu(String key) implements Content {}

  /// Somebody opened the chat.
  public record Enter() implements Content {}

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
