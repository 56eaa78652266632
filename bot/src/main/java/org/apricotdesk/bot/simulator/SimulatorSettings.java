package org.apricotdesk.bot.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apricotdesk.config.time.AdjustableClock;

/// Who and what the simulated corp consists of at the start.
///
/// @param port 0 takes any free one
/// @param patience how long, in real time, a callback may stay unanswered
/// @param poll how often, in real time, an unfinished stream is asked again
public record SimulatorSettings(
    String host,
    int port,
    AdjustableClock clock,
    String corpId,
    List<App> apps,
    Robot robot,
    List<Department> departments,
    List<Member> members,
    List<Group> groups,
    Guesses guesses,
    Duration patience,
    Duration poll) {

  private static final App DESK =
      new App(
          1000002,
          "杏台",
          "simulated-app-secret",
          "deskAppTok2026",
          "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
          Set.of(Department.ROOT));
  private static final Robot ROBOT =
      new Robot(
          "aibSimulated01",
          "杏台",
          "simulated-robot-secret",
          "deskBotTok2026",
          "Kq7Zp2Wm9Xc4Vb1Nn8Ls5Dg3Fh6Jk0Rt2Yu4Ew7Qa1U",
          Robot.Transport.CALLBACK);

  public SimulatorSettings {
    apps = List.copyOf(apps);
    departments = List.copyOf(departments);
    members = List.copyOf(members);
    groups = List.copyOf(groups);
  }

  /// One app, one robot heard by callback, an empty corp, a free port on this machine.
  public static SimulatorSettings empty(AdjustableClock clock) {
    return new SimulatorSettings(
        "127.0.0.1",
        0,
        clock,
        "ww5d1f0e9a8b7c6d42",
        List.of(DESK),
        ROBOT,
        List.of(new Department(Department.ROOT, "杏林市第一人民医院", 0)),
        List.of(),
        List.of(),
        Guesses.USUAL,
        Duration.ofSeconds(5),
        Duration.ofSeconds(1));
  }

  public SimulatorSettings at(String newHost, int newPort) {
    return new SimulatorSettings(
        newHost,
        newPort,
        clock,
        corpId,
        apps,
        robot,
        departments,
        members,
        groups,
        guesses,
        patience,
        poll);
  }

  public SimulatorSettings with(
      List<Department> newDepartments, List<Member> newMembers, List<Group> newGroups) {
    return new SimulatorSettings(
        host,
        port,
        clock,
        corpId,
        apps,
        robot,
        newDepartments,
        newMembers,
        newGroups,
        guesses,
        patience,
        poll);
  }

  public SimulatorSettings with(List<App> newApps) {
    return new SimulatorSettings(
        host,
        port,
        clock,
        corpId,
        newApps,
        robot,
        departments,
        members,
        groups,
        guesses,
        patience,
        poll);
  }

  public SimulatorSettings with(Robot newRobot) {
    return new SimulatorSettings(
        host,
        port,
        clock,
        corpId,
        apps,
        newRobot,
        departments,
        members,
        groups,
        guesses,
        patience,
        poll);
  }

  public SimulatorSettings with(Guesses newGuesses) {
    return new SimulatorSettings(
        host,
        port,
        clock,
        corpId,
        apps,
        robot,
        departments,
        members,
        groups,
        newGuesses,
        patience,
        poll);
  }

  public SimulatorSettings hearingBy(Robot.Transport transport) {
    return with(
        new Robot(
            robot.id(), robot.name(), robot.secret(), robot.token(), robot.aesKey(), transport));
  }

  public SimulatorSettings patient(Duration newPatience, Duration newPoll) {
    return new SimulatorSettings(
        host,
        port,
        clock,
        corpId,
        apps,
        robot,
        departments,
        members,
        groups,
        guesses,
        newPatience,
        newPoll);
  }

  /// The app the product runs as: the first.
  public App app() {
    return apps.getFirst();
  }
}
