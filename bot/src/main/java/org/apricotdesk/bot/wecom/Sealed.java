package org.apricotdesk.bot.wecom;

/// An encrypted message and what is sent along so that it can be trusted.
public record Sealed(String encrypt, String signature, String timestamp, String nonce) {}
