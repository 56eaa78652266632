package org.apricotdesk.desk.web;

/// Everything the tab bar of a phone has no room for, and the way out.
///
/// @param name of the signed-in person
public record MorePage(String name, String userid) {}
