/// Puts the product together: database, desk, bot, pages.
///
/// [org.apricotdesk.deploy.service.Service] is the whole; commands that need only the data open a
/// [org.apricotdesk.deploy.service.Storage].
@NullMarked
package org.apricotdesk.deploy.service;

import org.jspecify.annotations.NullMarked;
