/// The pages of suggestions: the public list, and what reviewers and owners do.
@NullMarked
package org.apricotdesk.desk.suggestion.web;

import org.jspecify.annotations.NullMarked;
