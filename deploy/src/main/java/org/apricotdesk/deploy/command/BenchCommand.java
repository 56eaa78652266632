package org.apricotdesk.deploy.command;

import java.util.Set;
import org.apricotdesk.deploy.bench.CallbacksBench;

/// `bench NAME`: measures something of deploy/bench on this machine and prints it.
final class BenchCommand implements Command {
  @Override
  public String name() {
    return "bench";
  }

  @Override
  public Options options() {
    return new Options(Set.of(), Set.of());
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    var name = arguments.exactly(1, "NAME").words().getFirst();
    var figures =
        switch (name) {
          case "callbacks" -> CallbacksBench.run(terminal::error);
          default -> throw new MisuseException("there is no benchmark '" + name + "'");
        };
    terminal.say(figures);
    return CommandLine.DONE;
  }
}
