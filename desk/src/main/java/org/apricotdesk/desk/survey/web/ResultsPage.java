package org.apricotdesk.desk.survey.web;

import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.survey.SurveyResults;

/// What a quarter says.
///
/// @param names of the departments, by place in the list
public record ResultsPage(
    List<String> quarters, Optional<SurveyResults> results, List<String> names) {}
