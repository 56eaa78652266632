/// What engineers' half-years, quarters and months come to; domain §15.2.
///
/// [Assessments] is the way in.
@NullMarked
package org.apricotdesk.desk.assessment;

import org.jspecify.annotations.NullMarked;
