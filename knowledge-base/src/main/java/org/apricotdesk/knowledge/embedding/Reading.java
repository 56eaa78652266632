package org.apricotdesk.knowledge.embedding;

/// A text as the model reads it.
///
/// @param whole what all of it means
/// @param words what each of its words means where it stands; a Chinese character is one
@SuppressWarnings("ArrayRecordComponent") // numbers to compute with; nobody compares them
public record Reading(float[] whole, float[][] words) {}
