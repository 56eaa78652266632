package org.apricotdesk.desk.survey.web;

import java.util.Optional;
import org.apricotdesk.desk.survey.Surveys;

/// The quarterly form; empty for those who are not asked or have answered.
public record SurveyPage(Optional<Surveys.Running> running, boolean thanks) {}
