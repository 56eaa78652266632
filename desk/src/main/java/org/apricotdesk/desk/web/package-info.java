/// The pages' common ground: the table of routes with who may call them, sign-in, the page shell.
///
/// [org.apricotdesk.desk.web.RouteTable] is the way in: a page or API route exists only as a line
/// of that table, and a line cannot be written without a rule.
@NullMarked
package org.apricotdesk.desk.web;

import org.jspecify.annotations.NullMarked;
