/// The service desk: people, tickets, service targets, facts and their pages.
@NullMarked
package org.apricotdesk.desk;

import org.jspecify.annotations.NullMarked;
