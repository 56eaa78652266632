package org.apricotdesk.knowledge.article;

import java.time.Instant;

/// What an article said at one time, and who wrote it.
public record Revision(int number, Instant at, String actor, Content content) {}
