/// What went wrong in other service desks, tried here: each test names the flaw and carries its
/// number in `deploy/docs/flaws.md`.
@NullMarked
package org.apricotdesk.desk.flaw;

import org.jspecify.annotations.NullMarked;
