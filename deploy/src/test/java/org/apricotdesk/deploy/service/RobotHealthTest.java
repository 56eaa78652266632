package org.apricotdesk.deploy.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apricotdesk.bot.wecom.socket.RobotSocket.State;
import org.junit.jupiter.api.Test;

class RobotHealthTest {
  @Test
  void only_an_evicted_instance_is_in_trouble_and_says_what_to_do() {
    assertThat(Arrays.stream(State.values()).filter(one -> RobotHealth.trouble(one).isPresent()))
        .containsExactly(State.EVICTED);
    assertThat(RobotHealth.trouble(State.EVICTED).orElseThrow()).contains("another program");
  }
}
