package org.apricotdesk.bot.wecom;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A card as people see it, the same for the application and for the robot; each has its own limits
/// (protocol §2.7, §5.5), and what is too long is cut, never refused.
public sealed interface Card {
  /// Unique for each card shown; comes back with every tap.
  String taskId();

  Head head();

  /// Title, a line below it, a paragraph, and up to six rows of name and value.
  ///
  /// @param link opens when the card's body is tapped
  record Head(String title, String line, String text, List<Row> rows, Optional<URI> link) {
    public Head {
      rows = List.copyOf(rows);
    }

    private Head leading(UnaryOperator<URI> elsewhere) {
      return new Head(title, line, text, rows, link.map(elsewhere));
    }
  }

  record Row(String name, String value) {}

  /// @param style 1 to 4, as the platform draws them
  record Button(String text, int style, String key) {}

  record Option(String id, String text) {}

  /// A card with up to six buttons.
  record Buttons(String taskId, Head head, List<Button> buttons) implements Card {
    public Buttons {
      buttons = List.copyOf(buttons);
      if (buttons.isEmpty() || buttons.size() > 6) {
        throw new IllegalArgumentException("1 to 6 buttons, not " + buttons.size());
      }
    }
  }

  /// A card that was acted on: its buttons have become one grey word.
  record Done(String taskId, Head head, String label) implements Card {}

  /// A card that only tells; tapping it opens `head.link`, which it must have.
  record Notice(String taskId, Head head) implements Card {
    public Notice {
      if (head.link().isEmpty()) {
        throw new IllegalArgumentException("a notice needs a link");
      }
    }
  }

  /// A card to tick things on.
  record Ballot(
      String taskId,
      Head head,
      String question,
      boolean several,
      List<Option> options,
      Button submit)
      implements Card {
    public Ballot {
      options = List.copyOf(options);
      if (options.isEmpty() || options.size() > 20) {
        throw new IllegalArgumentException("1 to 20 options, not " + options.size());
      }
    }
  }

  /// The same card, opening what that makes of its link.
  default Card leading(UnaryOperator<URI> elsewhere) {
    var head = head().leading(elsewhere);
    return switch (this) {
      case Buttons(var task, var _, var buttons) -> new Buttons(task, head, buttons);
      case Done(var task, var _, var label) -> new Done(task, head, label);
      case Notice(var task, var _) -> new Notice(task, head);
      case Ballot(var task, var _, var question, var several, var options, var submit) ->
          new Ballot(task, head, question, several, options, submit);
    };
  }

  /// The `template_card` of the application.
  default JsonObject forApp() {
    return CardJson.APP.draw(this);
  }

  /// The `template_card` of the intelligent robot.
  default JsonObject forRobot() {
    return CardJson.ROBOT.draw(this);
  }
}
