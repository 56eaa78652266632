package org.apricotdesk.bot.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apricotdesk.config.time.AdjustableClock;

/// How the simulated platform is set up.
public final class SimulatorSettings {
  private static final App DESK =
      new App(
          1000002,
          "杏台",
          "simulated-app-secret",
          "deskAppTok2026",
          "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
          Set.of(Department.ROOT));
  private static final App CONTACTS = App.contactSync("simulated-contacts-secret");
  private static final Robot ROBOT =
      new Robot(
          "aibSimulated01",
          "杏台",
          "simulated-robot-secret",
          "deskBotTok2026",
          "Kq7Zp2Wm9Xc4Vb1Nn8Ls5Dg3Fh6Jk0Rt2Yu4Ew7Qa1U",
          Robot.Transport.CALLBACK);

  private final String host;
  private final int port;
  private final AdjustableClock clock;
  private final SimulatedCorp corp;
  private final Guesses guesses;
  private final Pace pace;

  /// @param patience how long, in real time, a callback may stay unanswered
  /// @param poll how often, in real time, an unfinished stream is asked again
  private record Pace(Duration patience, Duration poll) {}

  private SimulatorSettings(
      String host,
      int port,
      AdjustableClock clock,
      SimulatedCorp corp,
      Guesses guesses,
      Pace pace) {
    this.host = host;
    this.port = port;
    this.clock = clock;
    this.corp = corp;
    this.guesses = guesses;
    this.pace = pace;
  }

  /// One app, one robot heard by callback, an empty corp, a free port on this machine.
  public static SimulatorSettings empty(AdjustableClock clock) {
    var root = new Department(Department.ROOT, "杏林市第一人民医院", 0);
    var corp =
        new SimulatedCorp(
            "ww5d1f0e9a8b7c6d42", List.of(DESK), ROBOT, List.of(root), List.of(), List.of());
    var pace = new Pace(Duration.ofSeconds(5), Duration.ofSeconds(1));
    return new SimulatorSettings("127.0.0.1", 0, clock, corp, Guesses.USUAL, pace);
  }

  /// @param newPort 0 takes any free one
  public SimulatorSettings at(String newHost, int newPort) {
    return new SimulatorSettings(newHost, newPort, clock, corp, guesses, pace);
  }

  public SimulatorSettings with(
      List<Department> departments, List<Member> members, List<Group> groups) {
    return with(corp.with(departments, members, groups));
  }

  public SimulatorSettings with(List<App> apps) {
    return with(corp.with(apps));
  }

  public SimulatorSettings with(Robot robot) {
    return with(corp.with(robot));
  }

  private SimulatorSettings with(SimulatedCorp newCorp) {
    return new SimulatorSettings(host, port, clock, newCorp, guesses, pace);
  }

  public SimulatorSettings with(Guesses newGuesses) {
    return new SimulatorSettings(host, port, clock, corp, newGuesses, pace);
  }

  public SimulatorSettings hearingBy(Robot.Transport transport) {
    var old = corp.robot();
    return with(
        new Robot(old.id(), old.name(), old.secret(), old.token(), old.aesKey(), transport));
  }

  /// @param patience how long, in real time, a callback may stay unanswered
  /// @param poll how often, in real time, an unfinished stream is asked again
  public SimulatorSettings patient(Duration patience, Duration poll) {
    return new SimulatorSettings(host, port, clock, corp, guesses, new Pace(patience, poll));
  }

  public String host() {
    return host;
  }

  public int port() {
    return port;
  }

  public AdjustableClock clock() {
    return clock;
  }

  public Guesses guesses() {
    return guesses;
  }

  public String corpId() {
    return corp.id();
  }

  public List<App> apps() {
    return corp.apps();
  }

  /// Whatever has a secret of its own to call the platform with.
  List<App> callers() {
    return Stream.concat(apps().stream(), Stream.of(CONTACTS)).toList();
  }

  /// The app the product runs as: the first.
  public App app() {
    return apps().getFirst();
  }

  public Robot robot() {
    return corp.robot();
  }

  SimulatedCorp corp() {
    return corp;
  }

  Duration patience() {
    return pace.patience();
  }

  Duration poll() {
    return pace.poll();
  }
}
