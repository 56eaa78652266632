package org.apricotdesk.bot.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Sentences with "not", "if", "yesterday", "fixed" and other traps, and what must be understood.
final class Tricky {
  private static final Pattern CHOICE = Pattern.compile("\\{([^}]*)}");

  private Tricky() {}

  /// @param judged only judged, never looked at while tuning
  record Case(String trick, List<String> expected, String sentence, boolean judged) {}

  static List<Case> cases() {
    return lines().flatMap(Tricky::cases).toList();
  }

  /// The share understood, by kind of trick and in `all`.
  static Map<String, Double> shares(Understanding understanding, boolean judged) {
    Map<String, int[]> counts = new TreeMap<>();
    cases().stream()
        .filter(one -> one.judged == judged)
        .forEach(
            one -> {
              var right = failure(understanding, one).isEmpty() ? 1 : 0;
              for (var name : List.of(one.trick, "all")) {
                var count = counts.computeIfAbsent(name, _ -> new int[2]);
                count[0] += right;
                count[1]++;
              }
            });
    var shares = new TreeMap<String, Double>();
    counts.forEach((name, count) -> shares.put(name, count[0] / (double) count[1]));
    return shares;
  }

  /// What of a case was not understood; empty if all was.
  static List<String> failure(Understanding understanding, Case one) {
    var understood = understanding.understand(Sentence.of(one.sentence));
    return one.expected.stream().filter(wanted -> !holds(understood, wanted)).toList();
  }

  private static boolean holds(Understood understood, String wanted) {
    var item = understood.main();
    var value = wanted.substring(wanted.indexOf(':') + 1);
    return switch (wanted.charAt(0)) {
      case '+' -> understood.says(Signal.valueOf(wanted.substring(1)));
      case '-' -> !understood.says(Signal.valueOf(wanted.substring(1)));
      case 'k' -> item.kind().code().equals(value);
      case 'i' -> understood.items().size() == Integer.parseInt(value);
      case 'c' -> item.category().filter(code -> code.value().startsWith(value)).isPresent();
      case 'd' -> item.department().map(DepartmentMention::text).orElse("-").equals(value);
      default -> throw new IllegalArgumentException("no expectation: " + wanted);
    };
  }

  private static Stream<Case> cases(String line) {
    var parts = line.split(" \\| ", 3);
    var expected = Arrays.asList(parts[1].split(" ", -1));
    var sentences = spelledOut(parts[2]);
    var cases = new ArrayList<Case>();
    for (var i = 0; i < sentences.size(); i++) {
      cases.add(new Case(parts[0], expected, sentences.get(i), i % 2 == 1));
    }
    return cases.stream();
  }

  private static List<String> spelledOut(String template) {
    var choice = CHOICE.matcher(template);
    if (!choice.find()) {
      return List.of(template);
    }
    return Arrays.stream(choice.group(1).split("/", -1))
        .map(
            word -> template.substring(0, choice.start()) + word + template.substring(choice.end()))
        .flatMap(one -> spelledOut(one).stream())
        .toList();
  }

  private static Stream<String> lines() {
    try (var in = Tricky.class.getResourceAsStream("tricky.txt")) {
      if (in == null) {
        throw new IllegalStateException("no test resource tricky.txt");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"));
    } catch (IOException failure) {
      throw new UncheckedIOException("reading tricky.txt", failure);
    }
  }

  public static void main(String[] arguments) {
    var understanding = new Understanding(SampleDesk.categories(), SampleDesk.register());
    cases().stream()
        .filter(one -> !one.judged)
        .forEach(
            one -> {
              var failure = failure(understanding, one);
              if (!failure.isEmpty()) {
                System.out.println(one.trick + " " + failure + " " + one.sentence);
              }
            });
    System.out.println("tuning  " + shares(understanding, false));
    System.out.println("judging " + shares(understanding, true));
  }
}
