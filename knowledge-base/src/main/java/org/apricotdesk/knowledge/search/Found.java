package org.apricotdesk.knowledge.search;

/// An article that was found. Scores are comparable within one question only.
public record Found(String id, float score) {}
