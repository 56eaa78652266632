/// The pages of rounds: the plan and the notebook.
@NullMarked
package org.apricotdesk.desk.round.web;

import org.jspecify.annotations.NullMarked;
