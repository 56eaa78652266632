package org.apricotdesk.desk.web;

/// A line of the navigation: on a phone the tab bar, on a desktop the side bar.
///
/// @param section the key of its text and icon, such as `queue`
/// @param group the heading it stands under on a desktop
/// @param onPhone whether the tab bar has room for it
public record NavigationEntry(String section, String path, String group, boolean onPhone) {}
