/// The way in over HTTP: one server, health, metrics.
@NullMarked
package org.apricotdesk.deploy.http;

import org.jspecify.annotations.NullMarked;
