package org.apricotdesk.deploy.command;

import java.nio.file.Path;
import org.apricotdesk.deploy.bench.AnswersBench;
import org.apricotdesk.deploy.bench.CallbacksBench;
import org.apricotdesk.deploy.bench.PagesBench;
import org.apricotdesk.deploy.bench.month.Month;

/// `bench NAME`: measures something of deploy/bench on this machine and prints it.
final class BenchCommand implements Command {
  private static final long LARGEST = 2_000_000;

  @Override
  public String name() {
    return "bench";
  }

  @Override
  public Options options() {
    return Options.valued(
        "--articles", "--queries", "--size", "--keep", "--tickets", "--plans", "--only");
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    var name = arguments.exactly(1, "NAME").words().getFirst();
    if (name.equals("month")) return month(arguments, terminal);
    var figures =
        switch (name) {
          case "pages" ->
              PagesBench.run(
                  terminal::error,
                  new PagesBench.Order(
                      tickets(arguments),
                      arguments.find("--plans").map(Path::of),
                      arguments.find("--keep").map(Path::of),
                      arguments.find("--only").orElse("")));
          case "answers" -> AnswersBench.run(answers(arguments), terminal::error);
          case "callbacks" -> CallbacksBench.run(terminal::error);
          default -> throw new MisuseException("there is no benchmark '" + name + "'");
        };
    terminal.say(figures);
    return CommandLine.DONE;
  }

  private static AnswersBench.Task answers(Arguments arguments) {
    return new AnswersBench.Task(
        arguments.neededPath("--articles"),
        arguments.neededPath("--queries"),
        arguments.find("--size").map(typed -> Math.toIntExact(number("--size", typed))),
        arguments.find("--keep").map(Path::of));
  }

  private static long tickets(Arguments arguments) {
    return arguments.find("--tickets").map(typed -> number("--tickets", typed)).orElse(LARGEST);
  }

  private static long number(String option, String typed) {
    if (!typed.matches("[1-9]\\d{3,8}")) throw new MisuseException(option + " needs a number");
    return Long.parseLong(typed);
  }

  private static int month(Arguments arguments, Terminal terminal) {
    var outcome = Month.run(terminal::error, arguments.find("--keep").map(Path::of));
    terminal.say(outcome.text());
    return outcome.kept() ? CommandLine.DONE : CommandLine.FAILED;
  }
}
