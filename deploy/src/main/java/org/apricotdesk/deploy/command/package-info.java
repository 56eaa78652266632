/// What can be called from a terminal, a class for each command.
///
/// [org.apricotdesk.deploy.command.CommandLine] reads the words and picks the command. Help stands
/// in `help.txt` and `help-<command>.txt` beside it.
@NullMarked
package org.apricotdesk.deploy.command;

import org.jspecify.annotations.NullMarked;
