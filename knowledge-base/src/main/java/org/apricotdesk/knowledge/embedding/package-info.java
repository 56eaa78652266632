/// Turns text into vectors whose closeness is closeness of meaning, inside this process.
///
/// [org.apricotdesk.knowledge.embedding.EmbeddingModel] is the way in.
@NullMarked
package org.apricotdesk.knowledge.embedding;

import org.jspecify.annotations.NullMarked;
