package org.apricotdesk.bot.understanding;

/// The trained models: which kind of work, and what a message wants.
record Models(LinearModel category, LinearModel kind) {
  private static final class Shipped {
    static final Models MODELS =
        new Models(LinearModel.load("category.model"), LinearModel.load("kind.model"));
  }

  static Models load() {
    return Shipped.MODELS;
  }
}
