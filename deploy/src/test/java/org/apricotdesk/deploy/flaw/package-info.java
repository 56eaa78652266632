/// What went wrong in other service desks, tried on the whole running product: signing in, who gets
/// in without, and what leaks. Numbers are those of `deploy/docs/flaws.md`.
@NullMarked
package org.apricotdesk.deploy.flaw;

import org.jspecify.annotations.NullMarked;
