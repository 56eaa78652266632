package org.apricotdesk.bot.simulator;

import java.util.List;

/// A member with a phone. What she does without naming a chat, she does in her chat with the
/// app.
public final class SimulatedMember {
  private final Platform platform;
  private final Member member;

  SimulatedMember(Platform platform, Member member) {
    this.platform = platform;
    this.member = member;
  }

  public String userid() {
    return member.userid();
  }

  public String name() {
    return member.name();
  }

  public Talk app() {
    return new Talk(platform, member, platform.state().settings.app().chatWith(member.userid()));
  }

  /// Her own chat with the robot.
  public Talk robot() {
    return new Talk(platform, member, Robot.chatWith(member.userid()));
  }

  public Talk in(SimulatedGroup group) {
    return group.member(member.userid());
  }

  public void says(String text) {
    app().says(text);
  }

  public void sendsPicture(byte[] bytes) {
    app().sendsPicture(bytes);
  }

  public void taps(String label) {
    app().taps(label);
  }

  public String taps(Bubble card, String label) {
    return app().taps(card, label);
  }

  public List<Bubble> chat() {
    return app().chat();
  }

  public Bubble lastHeard() {
    return app().lastHeard();
  }

  public Bubble hears(String words) {
    return app().hears(words);
  }

  public Bubble cardWith(String label) {
    return app().cardWith(label);
  }

  public Bubble seesCard(String label) {
    return app().seesCard(label);
  }
}
