/// Facts as JSON: how the events and the state of incidents, suggestions and rounds are written
/// down and read again.
///
/// [org.apricotdesk.desk.fact.Facts] is the way in.
@NullMarked
package org.apricotdesk.desk.fact;

import org.jspecify.annotations.NullMarked;
