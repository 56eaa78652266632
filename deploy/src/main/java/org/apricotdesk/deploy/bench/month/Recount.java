package org.apricotdesk.deploy.bench.month;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/// The department's figures, counted from the lives of the tickets as the definitions say them
/// (domain §16), without any of the product's code.
///
/// @param from seconds since 1970
/// @param to not included
record Recount(Collection<Life> lives, long from, long to) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  Map<String, Optional<BigDecimal>> figures() {
    var figures = new LinkedHashMap<String, Optional<BigDecimal>>();
    var answers = these(life -> life.asked && within(life.answerSettled()) && answerCounts(life));
    figures.put("response_timely_rate", rate(answers, life -> !life.answer.late()));
    var waits = seconds(life -> life.asked && within(life.created) && waits(life), this::wait);
    figures.put("response_p50", percentile(waits, 50));
    figures.put("response_p90", percentile(waits, 90));
    figures.put("response_p95", percentile(waits, 95));
    figures.put("resolution_timely_rate", timely(life -> !life.request));
    figures.put("request_timely_rate", timely(life -> life.request));
    var repairs = seconds(life -> repaired(life) && severe(life), life -> life.repair.used());
    figures.put("mttr", mean(repairs));
    figures.put("mttr_median", median(repairs));
    figures.put("fcr", rate(these(this::repaired), Recount::atOnce));
    var first = these(life -> !life.isMerged() && within(life.firstResolved));
    figures.put("reopen_rate", rate(first, life -> life.reopened));
    figures.put("csat_ticket", rate(these(life -> within(life.rated)), life -> life.score >= 4));
    figures.put("ticket_count", count(life -> isOurs(life) && within(life.created)));
    figures.put("cancelled_count", reported("cancelled"));
    figures.put("redirected_count", reported("redirected"));
    figures.put("overdue_backlog", count(life -> life.isOpen() && life.repair.late()));
    return figures;
  }

  /// What was called off, passed on or merged is told apart.
  private static boolean isOurs(Life life) {
    return life.isOpen() || life.isSolved();
  }

  private Optional<BigDecimal> reported(String state) {
    return count(life -> life.state.equals(state) && within(life.created));
  }

  private boolean within(long moment) {
    return moment >= from && moment < to;
  }

  private List<Life> these(Predicate<Life> wanted) {
    return lives.stream().filter(life -> !life.isTest()).filter(wanted).toList();
  }

  /// Called off in time it says nothing.
  private static boolean answerCounts(Life life) {
    return !life.state.equals("cancelled") || life.answer.late() || life.answered >= 0;
  }

  private static boolean waits(Life life) {
    return life.answered >= 0 || life.isOpen();
  }

  private long wait(Life life) {
    return life.answer.used();
  }

  private Optional<BigDecimal> timely(Predicate<Life> kind) {
    var settled = these(kind.and(Recount::isOurs).and(life -> within(life.repairSettled())));
    return rate(settled, life -> !life.repair.late());
  }

  private boolean repaired(Life life) {
    return life.isSolved() && !life.noReply && !life.request && within(life.resolved);
  }

  private static boolean severe(Life life) {
    return life.priority.equals("P1") || life.priority.equals("P2");
  }

  private static boolean atOnce(Life life) {
    return life.hands <= 1 && !life.waited && !life.reopened;
  }

  private Optional<BigDecimal> count(Predicate<Life> wanted) {
    return Optional.of(BigDecimal.valueOf(these(wanted).size()));
  }

  private static Optional<BigDecimal> rate(List<Life> all, Predicate<Life> good) {
    if (all.isEmpty()) return Optional.empty();
    var hits = BigDecimal.valueOf(all.stream().filter(good).count());
    var size = BigDecimal.valueOf(all.size());
    return Optional.of(hits.multiply(HUNDRED).divide(size, 2, RoundingMode.HALF_UP));
  }

  private List<Long> seconds(Predicate<Life> wanted, ToLongFunction<Life> time) {
    return these(wanted).stream().map(time::applyAsLong).sorted().toList();
  }

  private static Optional<BigDecimal> percentile(List<Long> sorted, int percent) {
    if (sorted.isEmpty()) return Optional.empty();
    var index = (int) Math.ceil(sorted.size() * percent / 100.0) - 1;
    return Optional.of(BigDecimal.valueOf(sorted.get(index) / 60));
  }

  private static Optional<BigDecimal> mean(List<Long> seconds) {
    if (seconds.isEmpty()) return Optional.empty();
    var sum = BigDecimal.valueOf(seconds.stream().mapToLong(one -> one).sum());
    return Optional.of(minutes(sum, 60L * seconds.size()));
  }

  /// Of whole minutes, as the definition says.
  private static Optional<BigDecimal> median(List<Long> sorted) {
    if (sorted.isEmpty()) return Optional.empty();
    var upper = sorted.get(sorted.size() / 2) / 60;
    var lower = sorted.get((sorted.size() - 1) / 2) / 60;
    return Optional.of(minutes(BigDecimal.valueOf(lower + upper), 2));
  }

  private static BigDecimal minutes(BigDecimal sum, long each) {
    return sum.divide(BigDecimal.valueOf(each), 0, RoundingMode.HALF_UP);
  }
}
