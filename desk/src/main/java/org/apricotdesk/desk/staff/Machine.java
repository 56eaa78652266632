package org.apricotdesk.desk.staff;

/// A program that may call the API.
///
/// @param sha256 hash of its token, hexadecimal
public record Machine(String name, Role role, String sha256) {}
