/// Typed settings: one YAML file, the environment over it, every mistake reported at once.
///
/// [org.apricotdesk.config.settings.SettingsReader] is the way in.
@NullMarked
package org.apricotdesk.config.settings;

import org.jspecify.annotations.NullMarked;
