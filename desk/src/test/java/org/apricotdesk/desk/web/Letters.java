package org.apricotdesk.desk.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.console.Upkeep;

/// A product of which all is well but some letters that did not arrive.
public final class Letters implements Upkeep {
  private final List<Letter> dead = new ArrayList<>();

  public void fail(long id, String trouble) {
    dead.addFirst(
        new Letter(
            id,
            "person:sunlili",
            "solved",
            Optional.of(1001L),
            true,
            5,
            Instant.EPOCH,
            Optional.of(trouble)));
  }

  @Override
  public List<Sign> signs() {
    return List.of(
        new Sign("database", State.GOOD, Reading.of("millis", 1)),
        new Sign("listener", State.WATCH, late("notices")),
        new Sign("listener", State.WATCH, late("newcomers")),
        new Sign("backup", State.BAD, Reading.of("never")));
  }

  private static Reading late(String listener) {
    var behind = Reading.of(Duration.ofMinutes(61));
    return Reading.of("listener", Reading.of("listener." + listener), behind, 2);
  }

  @Override
  public List<Letter> letters(long before, int limit) {
    return dead.stream().filter(letter -> letter.id() < before).limit(limit).toList();
  }

  @Override
  public boolean retry(long id) {
    return dead.removeIf(letter -> letter.id() == id);
  }
}
