/// Learns how much each signal counts, and measures how good that is on questions held back.
///
/// [org.apricotdesk.knowledge.training.Training] is the way in. Nothing here runs in the service.
@NullMarked
package org.apricotdesk.knowledge.training;

import org.jspecify.annotations.NullMarked;
