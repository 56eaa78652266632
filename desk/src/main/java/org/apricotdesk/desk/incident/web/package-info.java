/// The pages of incidents: what everybody may read of them, and what leads do about them.
@NullMarked
package org.apricotdesk.desk.incident.web;

import org.jspecify.annotations.NullMarked;
