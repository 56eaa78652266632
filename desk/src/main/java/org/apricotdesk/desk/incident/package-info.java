/// Major incidents: many reports that are one trouble, from the first suspicion to the review.
///
/// [org.apricotdesk.desk.incident.Incidents] is the way in; whoever answers reports asks
/// [org.apricotdesk.desk.incident.KnownIncidents] first.
@NullMarked
package org.apricotdesk.desk.incident;

import org.jspecify.annotations.NullMarked;
