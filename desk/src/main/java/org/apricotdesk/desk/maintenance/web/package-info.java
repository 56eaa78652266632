/// The pages of planned downtime.
@NullMarked
package org.apricotdesk.desk.maintenance.web;

import org.jspecify.annotations.NullMarked;
