package org.apricotdesk.deploy.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The words behind a command: options by name, the rest in order.
record Arguments(Map<String, String> options, List<String> words) {

  /// @throws MisuseException on an unknown option, or one without its value
  static Arguments parse(List<String> typed, Options known) {
    var options = new HashMap<String, String>();
    var words = new ArrayList<String>();
    for (var rest = typed.iterator(); rest.hasNext(); ) {
      var word = rest.next();
      if (known.valued().contains(word)) {
        if (!rest.hasNext()) throw new MisuseException(word + " needs a value");
        options.put(word, rest.next());
      } else if (known.plain().contains(word)) {
        options.put(word, "");
      } else if (word.startsWith("--")) {
        throw new MisuseException("there is no option " + word);
      } else {
        words.add(word);
      }
    }
    return new Arguments(Map.copyOf(options), List.copyOf(words));
  }

  boolean has(String option) {
    return options.containsKey(option);
  }

  Optional<String> find(String option) {
    return Optional.ofNullable(options.get(option));
  }

  String needed(String option) {
    return find(option).orElseThrow(() -> new MisuseException(option + " is missing"));
  }

  Path neededPath(String option) {
    return Path.of(needed(option));
  }

  /// Checks how many words stand there.
  ///
  /// @param what the words that are wanted, such as `FILE`
  Arguments exactly(int count, String what) {
    if (words.size() != count) {
      throw new MisuseException(
          words.size() < count ? what + " is missing" : "too many words: wanted " + what);
    }
    return this;
  }
}
