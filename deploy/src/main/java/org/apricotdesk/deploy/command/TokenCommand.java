package org.apricotdesk.deploy.command;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apricotdesk.deploy.service.Storage;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.staff.Role;

/// `token NAME --role ROLE`: makes an API token and prints it this once.
final class TokenCommand implements Command {
  @Override
  public String name() {
    return "token";
  }

  @Override
  public Options options() {
    return Options.valued("--config", "--role");
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    var name = arguments.exactly(1, "NAME").words().getFirst();
    var role = role(arguments.needed("--role"));
    var settings = terminal.settings(arguments);
    var vertx = Vertx.vertx();
    try (var storage = Storage.open(settings).migrated();
        var desk = Desk.open(storage.connect(vertx), Clock.systemUTC(), settings)) {
      terminal.say(desk.tokens().create(name, role));
      return CommandLine.DONE;
    } finally {
      vertx.close().await();
    }
  }

  private static Role role(String code) {
    try {
      return Role.of(code);
    } catch (IllegalArgumentException _) {
      var known = Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining(", "));
      throw new MisuseException("there is no role '" + code + "'; there are " + known);
    }
  }
}
