package org.apricotdesk.desk.web;

/// The sign-in page.
///
/// @param target where to go afterwards
/// @param offered whether one signs in here; else by a link that the robot sends
/// @param refused whether the last try failed
public record SignInPage(String target, boolean offered, boolean refused) {}
