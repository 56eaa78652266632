package org.apricotdesk.deploy.bench.month;

/// One promise of the product, and whether it was kept over the month.
///
/// @param detail what was counted or, if it was broken, what came of it
record Promise(String name, boolean kept, String detail) {
  String line() {
    return "| %s | %s | %s |".formatted(kept ? "kept" : "**BROKEN**", name, detail);
  }
}
