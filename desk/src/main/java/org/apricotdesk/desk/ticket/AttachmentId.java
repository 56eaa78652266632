package org.apricotdesk.desk.ticket;

/// A picture or file kept by its content: the SHA-256 of its bytes in hex.
public record AttachmentId(String sha256) {
  public AttachmentId {
    if (!sha256.matches("[0-9a-f]{64}"))
      throw new IllegalArgumentException("no attachment id: '" + sha256 + "'");
  }

  @Override
  public String toString() {
    return sha256;
  }
}
