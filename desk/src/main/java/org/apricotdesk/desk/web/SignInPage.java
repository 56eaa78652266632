package org.apricotdesk.desk.web;

/// The sign-in page.
///
/// @param target where to go afterwards
/// @param refused whether the last try failed
public record SignInPage(String target, boolean refused) {}
