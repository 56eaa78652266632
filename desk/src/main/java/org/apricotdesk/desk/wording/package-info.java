/// The wording of messages and cards, as far as the hospital has changed it.
///
/// [org.apricotdesk.desk.wording.Wordings] keeps what is said instead of the built-in texts; a
/// [org.apricotdesk.desk.wording.Phrasebook] knows which texts may be changed and how they look.
@NullMarked
package org.apricotdesk.desk.wording;

import org.jspecify.annotations.NullMarked;
