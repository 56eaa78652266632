package org.apricotdesk.bot.simulator;

/// The corp's intelligent robot (智能机器人) in API mode.
public record Robot(
    String id, String name, String secret, String token, String aesKey, Transport transport) {

  /// How the robot's service hears: the console allows one of the two.
  public enum Transport {
    CALLBACK,
    SOCKET
  }

  static String chatWith(String userid) {
    return "robot:" + Member.key(userid);
  }
}
