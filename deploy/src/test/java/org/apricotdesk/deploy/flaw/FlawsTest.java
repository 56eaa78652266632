package org.apricotdesk.deploy.flaw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The list of flaws names tests that are there, and every class this product promises to try.
class FlawsTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern LINE = Pattern.compile("(?m)^\\| (\\d+) \\|");
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
  private static final Set<Integer> PROMISED =
      Set.of(
          1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 24, 29, 30, 31, 32,
          33, 34, 35, 36, 39, 42, 45, 52, 53, 54, 57);

  @Test
  void every_class_that_is_promised_stands_in_the_list() throws IOException {
    var listed =
        LINE.matcher(list())
            .results()
            .map(line -> Integer.parseInt(line.group(1)))
            .collect(Collectors.toSet());

    assertThat(listed).containsAll(PROMISED);
  }

  @Test
  void every_test_that_the_list_names_is_there() throws IOException {
    var sources = testSources();
    var missing = new TreeSet<String>();
    for (var named : NAMED.matcher(list()).results().toList()) {
      var file = sources.stream().filter(path -> path.endsWith(named.group(1) + ".java")).findAny();
      var there =
          file.isPresent() && Files.readString(file.get()).contains("void " + named.group(2) + "(");
      if (!there) missing.add(named.group());
    }

    assertThat(missing).isEmpty();
  }

  private static String list() throws IOException {
    return Files.readString(ROOT.resolve("deploy/docs/flaws.md"));
  }

  private static List<Path> testSources() throws IOException {
    try (var files = Files.walk(ROOT)) {
      return files.filter(path -> path.toString().contains("src/test/java")).toList();
    }
  }
}
