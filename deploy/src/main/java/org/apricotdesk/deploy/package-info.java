/// The program: builds every part by constructor and hands them to each other.
///
/// [org.apricotdesk.deploy.Main] is where it starts.
@NullMarked
package org.apricotdesk.deploy;

import org.jspecify.annotations.NullMarked;
