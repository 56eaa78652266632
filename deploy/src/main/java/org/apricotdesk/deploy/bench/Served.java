package org.apricotdesk.deploy.bench;

/// What the product did in one measurement.
///
/// @param each processor time of one message: the program with its callers, and the database
/// @param done of all messages since it was started
record Served(Figures figures, Processor each, Product.Done done) {}
