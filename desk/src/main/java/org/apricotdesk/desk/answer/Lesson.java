package org.apricotdesk.desk.answer;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apricotdesk.desk.catalogue.Category;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.privacy.Masker;
import org.apricotdesk.desk.ticket.Cause;
import org.apricotdesk.desk.ticket.Stage;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.knowledge.article.Content;

/// What a solved ticket teaches: a draft of an article, without data of patients.
final class Lesson {
  private static final int LONGEST_TITLE = 60;

  private final Masker masker;
  private final Function<CategoryCode, Optional<Category>> categories;
  private final Function<Cause, String> causes;

  /// @param causes what a cause is called
  Lesson(
      Masker masker,
      Function<CategoryCode, Optional<Category>> categories,
      Function<Cause, String> causes) {
    this.masker = masker;
    this.categories = categories;
    this.causes = causes;
  }

  /// Empty unless the ticket was solved.
  Optional<Content> of(Ticket ticket, String writer) {
    return switch (ticket.stage()) {
      case Stage.Resolved(var _, var solution, var cause) ->
          Optional.of(content(ticket, solution, cause, writer));
      case Stage.Closed(var _, var solution, var cause) ->
          Optional.of(content(ticket, solution, cause, writer));
      default -> Optional.empty();
    };
  }

  private Content content(Ticket ticket, String solution, Cause cause, String writer) {
    var report = ticket.report();
    var category = report.category().flatMap(categories);
    return new Content(
        shortened(clean(report.title())),
        clean(report.description()),
        causes.apply(cause),
        steps(clean(solution)),
        "",
        report.category().map(CategoryCode::value).orElse(""),
        category.map(Category::path).orElse(""),
        List.of(),
        List.of(),
        List.of(),
        "",
        writer,
        Optional.empty(),
        Optional.empty());
  }

  /// One line or sentence each.
  private static List<String> steps(String solution) {
    return solution
        .lines()
        .flatMap(line -> List.of(line.split("(?<=[。；;])")).stream())
        .map(String::strip)
        .filter(step -> !step.isEmpty())
        .toList();
  }

  private String clean(String text) {
    return masker.mask(text).text().strip();
  }

  private static String shortened(String title) {
    int length = title.codePointCount(0, title.length());
    return length <= LONGEST_TITLE
        ? title
        : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE));
  }
}
