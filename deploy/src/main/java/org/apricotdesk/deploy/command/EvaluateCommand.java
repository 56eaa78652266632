package org.apricotdesk.deploy.command;

import org.apricotdesk.bot.understanding.EvaluateMessages;
import org.apricotdesk.knowledge.evaluate.EvaluateAnswers;
import org.apricotdesk.knowledge.training.Training;

/// `evaluate answers|messages|training …`: measures answers or the understanding of messages, or
/// learns anew how answers are ranked. Needs no database.
final class EvaluateCommand implements Command {
  @Override
  public String name() {
    return "evaluate";
  }

  @Override
  public Options options() {
    return Options.valued("--articles", "--queries", "--run", "--out", "--sets");
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    var what = arguments.exactly(1, "answers|messages|training").words().getFirst();
    terminal.say(
        switch (what) {
          case "answers" -> written(answers(arguments));
          case "messages" -> messages(arguments);
          case "training" -> training(arguments);
          default -> throw new MisuseException("cannot evaluate '" + what + "'");
        });
    return CommandLine.DONE;
  }

  private static String written(int count) {
    return count + " lines written";
  }

  private static int answers(Arguments arguments) {
    return EvaluateAnswers.run(
        arguments.neededPath("--articles"),
        arguments.neededPath("--queries"),
        arguments.neededPath("--run"));
  }

  private static String messages(Arguments arguments) {
    var taken =
        EvaluateMessages.run(arguments.neededPath("--queries"), arguments.neededPath("--out"));
    return "%s; understood in %s, with the article that answers in %s"
        .formatted(written(taken.messages()), pace(taken.understood()), pace(taken.whole()));
  }

  private static String pace(EvaluateMessages.Pace pace) {
    return "%.1f ms (p50), %.1f ms (p99)".formatted(pace.median(), pace.p99());
  }

  private static String training(Arguments arguments) {
    return Training.run(arguments.neededPath("--sets"), arguments.neededPath("--out"));
  }
}
