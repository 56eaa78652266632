package org.apricotdesk.desk.round.web;

import org.apricotdesk.desk.round.Visit;

/// A visit as a row of the plan.
///
/// @param mine whether the reader is to go there
public record Stop(Visit visit, String engineer, String department, String place, boolean mine) {}
