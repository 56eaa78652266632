package org.apricotdesk.bot.delivery;

import java.util.Optional;

/// What comes next at an address.
///
/// @param released whether the address is free again, because nothing does or another instance
///     holds it now
record Next(Optional<Taken> taken, boolean released) {}
