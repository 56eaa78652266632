package org.apricotdesk.desk.console;

import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.web.Speech;

/// What the audit log and reports of imports name, as people say it.
record Nouns(Speech speech) {
  /// `person sunlili`, `calendar 2026` or `export tickets` with its nouns in the reader's words.
  String thing(String thing) {
    var words = thing.split(" ", 2);
    if (words.length == 1) return noun(thing);
    var moved = words[0].equals("export") || words[0].equals("import");
    return noun(words[0]) + " " + (moved ? noun(words[1]) : words[1]);
  }

  private String noun(String word) {
    var key = "audit.object." + word;
    return speech.has(key) ? speech.say(key) : word;
  }

  /// Whoever did something: a person, a program, or the desk itself.
  String actor(People people, String actor) {
    return actor.equals(PersonId.SYSTEM.value())
        ? speech.say("audit.system")
        : people.find(new PersonId(actor)).map(Person::name).orElse(actor);
  }
}
