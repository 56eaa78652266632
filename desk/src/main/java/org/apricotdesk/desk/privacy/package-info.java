/// Patient data in what people write: found, masked before anything is kept, the original sealed.
///
/// [org.apricotdesk.desk.privacy.Masker] finds and masks; [org.apricotdesk.desk.privacy.Sealer] and
/// [org.apricotdesk.desk.privacy.SealedOriginals] keep an original for a few days.
@NullMarked
package org.apricotdesk.desk.privacy;

import org.jspecify.annotations.NullMarked;
