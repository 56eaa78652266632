package org.apricotdesk.deploy.demo;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apricotdesk.bot.simulator.Department;
import org.apricotdesk.bot.simulator.Group;
import org.apricotdesk.bot.simulator.Member;
import org.apricotdesk.config.sample.SampleHospital;
import org.apricotdesk.config.text.Texts;

/// The sample hospital as its WeCom address book shows it: the same people and departments, and
/// two groups.
public record SampleCorp(List<Department> departments, List<Member> members, List<Group> groups) {
  public static final String WARD = "wrDemoGuyi01";
  public static final String ENGINEERS = "wrDemoEngineers";

  /// The dispatcher of the day shift, who looks after the ward's group too.
  static final String DISPATCHER = "yejiaojiao";

  /// What she says to the robot: 帮助, the word that shows its help.
  static final String GREETING = "@杏台 帮助";

  private static final int ROOT = 1;
  private static final String INFORMATION_CENTRE = "main-xinxi";
  private static final String WARD_DEPARTMENT = "main-guyi";

  static SampleCorp read() {
    return of(SampleHospital.org());
  }

  /// The address book of a register that has more people in it.
  public static SampleCorp of(String register) {
    var org = new JsonObject(register);
    var texts = Texts.of(SampleCorp.class);
    var numbers = new HashMap<String, Integer>();
    var departments = departments(org, numbers);
    var members = members(org, numbers);
    var ward = numbers.getOrDefault(WARD_DEPARTMENT, ROOT);
    var centre = numbers.getOrDefault(INFORMATION_CENTRE, ROOT);
    return new SampleCorp(
        departments,
        members,
        List.of(
            new Group(
                WARD,
                texts.say(Locale.SIMPLIFIED_CHINESE, "group.ward"),
                with(of(members, ward), DISPATCHER),
                ""),
            new Group(
                ENGINEERS,
                texts.say(Locale.SIMPLIFIED_CHINESE, "group.engineers"),
                of(members, centre),
                "")));
  }

  private static List<Department> departments(JsonObject org, Map<String, Integer> numbers) {
    var departments = new ArrayList<Department>();
    var hospital = org.getJsonObject("hospital").getString("name");
    departments.add(new Department(ROOT, hospital, 0));
    for (var campus : objects(org, "campuses")) {
      departments.add(numbered(campus, ROOT, numbers));
    }
    for (var department : objects(org, "departments")) {
      var parent = numbers.getOrDefault(department.getString("campus"), ROOT);
      departments.add(numbered(department, parent, numbers));
    }
    return departments;
  }

  private static Department numbered(JsonObject from, int parent, Map<String, Integer> numbers) {
    var number = ROOT + numbers.size() + 1;
    numbers.put(from.getString("id"), number);
    return new Department(number, from.getString("name"), parent);
  }

  private static List<Member> members(JsonObject org, Map<String, Integer> numbers) {
    return Stream.concat(objects(org, "engineers").stream(), objects(org, "staff").stream())
        .map(person -> member(person, numbers))
        .toList();
  }

  private static Member member(JsonObject person, Map<String, Integer> numbers) {
    var department = person.getString("department", INFORMATION_CENTRE);
    return new Member(
        person.getString("userid"),
        person.getString("name"),
        List.of(numbers.getOrDefault(department, ROOT)),
        person.getString("title", ""));
  }

  private static List<String> of(List<Member> members, int department) {
    return members.stream()
        .filter(member -> member.departments().contains(department))
        .map(Member::userid)
        .toList();
  }

  private static List<String> with(List<String> members, String guest) {
    return Stream.concat(members.stream(), Stream.of(guest)).toList();
  }

  private static List<JsonObject> objects(JsonObject from, String key) {
    return from.getJsonArray(key).stream().map(JsonObject.class::cast).toList();
  }
}
