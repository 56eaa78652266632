package org.apricotdesk.deploy.bench.month;

import java.time.Duration;
import org.apricotdesk.deploy.demo.SampleCorp;

/// Everything somebody in the month needs to act: the world, time, chance, a phone.
record People(World world, Timetable timetable, Chance chance, Tally tally) {
  Phone app(String userid) {
    var chat = world.platform().member(userid).app();
    return new Phone(chat, chat, tally);
  }

  Browser browser(String userid) {
    return world.browser(userid);
  }

  Phone ward(String userid) {
    var group = world.platform().group(SampleCorp.WARD);
    return new Phone(group.member(userid), world.platform().member(userid).app(), tally);
  }

  /// Plans something for so much later.
  void after(Duration time, Runnable act) {
    timetable.at(world.now().plus(time), act);
  }
}
