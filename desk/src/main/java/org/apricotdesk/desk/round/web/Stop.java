package org.apricotdesk.desk.round.web;

import org.apricotdesk.desk.round.Visit;

/// A visit as a row of the plan.
///
/// @param mine whether the reader is to go there
/// @param opens whether the reader may read what is written there
public record Stop(
    Visit visit, String engineer, String department, String place, boolean mine, boolean opens) {}
