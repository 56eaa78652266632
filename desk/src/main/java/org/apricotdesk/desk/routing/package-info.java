/// Whom to ask to take unclaimed work: the pool of people who could, and the ladder it climbs.
///
/// [Routing] is the way in.
@NullMarked
package org.apricotdesk.desk.routing;

import org.jspecify.annotations.NullMarked;
