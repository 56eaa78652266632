/// On-site rounds: engineers who spend time with the wards, what they find there, and what becomes
/// of it; domain §12.
///
/// [org.apricotdesk.desk.round.Rounds] is the way in.
@NullMarked
package org.apricotdesk.desk.round;

import org.jspecify.annotations.NullMarked;
