/// Satisfaction: who has to be called back after a low mark, and what the departments say every
/// quarter; domain §17.
///
/// [org.apricotdesk.desk.survey.Callbacks] and [org.apricotdesk.desk.survey.Surveys] are the ways
/// in.
@NullMarked
package org.apricotdesk.desk.survey;

import org.jspecify.annotations.NullMarked;
