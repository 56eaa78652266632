/// Who works at the hospital, as the platform's address book says: newcomers are known by name at
/// their first word, leavers lose everything within the hour.
///
/// [org.apricotdesk.bot.contacts.Contacts] is the way in.
@NullMarked
package org.apricotdesk.bot.contacts;

import org.jspecify.annotations.NullMarked;
