package org.apricotdesk.desk.web;

/// A page that says what went wrong; its words are the text `error.<status>`.
public record ErrorPage(int status) {}
