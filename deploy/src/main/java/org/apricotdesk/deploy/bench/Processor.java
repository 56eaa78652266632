package org.apricotdesk.deploy.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;

/// How much processor time this program and the database have used so far. Unlike figures by the
/// clock it hardly depends on what else the machine does.
record Processor(Duration program, Duration database) {
  static Processor used(ProcessHandle database) {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    var sessions = Stream.concat(Stream.of(database), database.descendants());
    return new Processor(
        Duration.ofNanos(system.getProcessCpuTime()),
        sessions
            .flatMap(one -> one.info().totalCpuDuration().stream())
            .reduce(Duration.ZERO, Duration::plus));
  }

  Processor since(Processor before) {
    return new Processor(program.minus(before.program), database.minus(before.database));
  }

  Processor dividedBy(long parts) {
    return new Processor(program.dividedBy(parts), database.dividedBy(parts));
  }
}
