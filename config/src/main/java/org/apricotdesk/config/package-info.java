/// What every module stands on: settings, the database, recorded events, and the texts people read.
@NullMarked
package org.apricotdesk.config;

import org.jspecify.annotations.NullMarked;
