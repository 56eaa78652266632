/// The fictional hospital that the demo and the tests run with.
///
/// [org.apricotdesk.config.sample.SampleHospital] is the way in.
@NullMarked
package org.apricotdesk.config.sample;

import org.jspecify.annotations.NullMarked;
