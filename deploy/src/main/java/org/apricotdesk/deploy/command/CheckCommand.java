package org.apricotdesk.deploy.command;

import org.apricotdesk.deploy.check.Check;

/// `check`: every problem in one list.
final class CheckCommand implements Command {
  @Override
  public String name() {
    return "check";
  }

  @Override
  public Options options() {
    return Options.CONFIG;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    var settings = terminal.settings(arguments.exactly(0, "nothing more"));
    var problems = Check.problems(settings);
    problems.forEach(terminal::error);
    Check.notes(settings).forEach(note -> terminal.say("note: " + note));
    terminal.say(problems.isEmpty() ? "no problems" : problems.size() + " problems");
    return problems.isEmpty() ? CommandLine.DONE : CommandLine.FAILED;
  }
}
