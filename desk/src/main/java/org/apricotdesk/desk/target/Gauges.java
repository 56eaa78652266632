package org.apricotdesk.desk.target;

import java.time.Duration;

/// How the two promises differ.
final class Gauges {
  private Gauges() {}

  /// Until a person takes it. A pause changes nothing.
  record Response() implements Meter.Gauge {
    @Override
    public Hours hours(Terms terms) {
      return terms.answering();
    }

    @Override
    public Duration target(Terms terms) {
      return terms.goal().response();
    }

    @Override
    public boolean counts(Terms terms, Phase phase) {
      return !phase.isEnd() && phase != Phase.MERGED;
    }
  }

  /// Until it works again.
  record Resolution() implements Meter.Gauge {
    @Override
    public Hours hours(Terms terms) {
      return terms.restoring();
    }

    @Override
    public Duration target(Terms terms) {
      return terms.goal().restore();
    }

    @Override
    public boolean counts(Terms terms, Phase phase) {
      return terms.counts(phase);
    }
  }
}
