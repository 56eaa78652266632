package org.apricotdesk.desk.staff;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/// Who somebody is: the WeCom userid in lower case, or the name under which the desk itself acts.
public record PersonId(@JsonValue String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9_.@:-]{1,64}");

  /// The desk acting by itself: clocks, routing, directory sync.
  public static final PersonId SYSTEM = new PersonId("system");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PersonId {
    value = value.toLowerCase(Locale.ROOT);
    if (!FORM.matcher(value).matches())
      throw new IllegalArgumentException("no userid: '" + value + "'");
  }

  /// The holder of an API token. The colon keeps machines apart from every WeCom userid.
  public static PersonId machine(String token) {
    return new PersonId("api:" + token);
  }

  /// Whether this is a person of the directory rather than the desk or a machine.
  public boolean isPerson() {
    return !equals(SYSTEM) && value.indexOf(':') < 0;
  }

  @Override
  public String toString() {
    return value;
  }
}
