package org.apricotdesk.bot.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names of members and departments put in place of `$userName=lihua$` and its like.
final class Translation {
  private static final Pattern MARK =
      Pattern.compile("\\$(userName|userAlias|userAliasOrName|departmentName)=([^$]+)\\$");

  private final Company company;

  Translation(Company company) {
    this.company = company;
  }

  JsonObject of(JsonObject content) {
    var translated = new JsonObject();
    content.forEach(entry -> translated.put(entry.getKey(), value(entry.getValue())));
    return translated;
  }

  private Object value(Object value) {
    return switch (value) {
      case String text -> MARK.matcher(text).replaceAll(this::name);
      case JsonObject object -> of(object);
      case JsonArray array -> new JsonArray(array.stream().map(this::value).toList());
      default -> value;
    };
  }

  private String name(MatchResult mark) {
    var id = mark.group(2);
    var name =
        mark.group(1).equals("departmentName")
            ? company.department(Integer.parseInt(id)).map(Department::name).orElse(id)
            : company.nameOf(id);
    return Matcher.quoteReplacement(name);
  }
}
