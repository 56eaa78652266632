package org.apricotdesk.desk.web;

import org.apricotdesk.desk.staff.PersonId;

/// A signed-in browser: whose it is, and the word its forms must carry.
record Session(PersonId person, String csrf) {}
