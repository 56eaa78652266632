package org.apricotdesk.deploy.command;

import org.apricotdesk.bot.understanding.EvaluateMessages;
import org.apricotdesk.knowledge.evaluate.EvaluateAnswers;

/// `evaluate answers|messages …`: measures answers or the understanding of messages. Needs no
// database.
final class EvaluateCommand implements Command {
  @Override
  public String name() {
    return "evaluate";
  }

  @Override
  public Options options() {
    return Options.valued("--articles", "--queries", "--run", "--out");
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    var what = arguments.exactly(1, "answers|messages").words().getFirst();
    var count =
        switch (what) {
          case "answers" -> answers(arguments);
          case "messages" ->
              EvaluateMessages.run(
                  arguments.neededPath("--queries"), arguments.neededPath("--out"));
          default -> throw new MisuseException("cannot evaluate '" + what + "'");
        };
    terminal.say(count + " lines written");
    return CommandLine.DONE;
  }

  private static int answers(Arguments arguments) {
    return EvaluateAnswers.run(
        arguments.neededPath("--articles"),
        arguments.neededPath("--queries"),
        arguments.neededPath("--run"));
  }
}
