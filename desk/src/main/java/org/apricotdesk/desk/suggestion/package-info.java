/// Suggestions: what staff wish for, from the first word to the measured gain; domain §10.
///
/// [org.apricotdesk.desk.suggestion.Suggestions] is the way in.
@NullMarked
package org.apricotdesk.desk.suggestion;

import org.jspecify.annotations.NullMarked;
