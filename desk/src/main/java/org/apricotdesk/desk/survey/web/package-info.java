/// The pages of satisfaction: call-backs, the quarterly form, and what it says.
@NullMarked
package org.apricotdesk.desk.survey.web;

import org.jspecify.annotations.NullMarked;
