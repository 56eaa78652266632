package org.apricotdesk.desk.ticket;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A picture or file kept by its content: the SHA-256 of its bytes in hex.
public record AttachmentId(@JsonValue String sha256) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AttachmentId {
    if (!sha256.matches("[0-9a-f]{64}"))
      throw new IllegalArgumentException("no attachment id: '" + sha256 + "'");
  }

  @Override
  public String toString() {
    return sha256;
  }
}
