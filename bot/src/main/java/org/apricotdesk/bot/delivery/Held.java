package org.apricotdesk.bot.delivery;

/// An address this instance alone serves for now.
///
/// @param room how many more messages the platform takes there right now
record Held(Address address, int room) {}
