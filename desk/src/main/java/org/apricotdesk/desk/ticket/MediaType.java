package org.apricotdesk.desk.ticket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;

/// Kinds of files the desk keeps, known by how they begin. HTML, SVG and programs are not among
/// them: nothing kept here can run in a browser.
public enum MediaType {
  JPEG("image/jpeg", "jpg", "\u00ff\u00d8\u00ff", 0),
  PNG("image/png", "png", "\u0089PNG\r\n\u001a\n", 0),
  GIF("image/gif", "gif", "GIF8", 0),
  WEBP("image/webp", "webp", "WEBP", 8),
  HEIC("image/heic", "heic", "ftyphei", 4),
  AMR("audio/amr", "amr", "#!AMR", 0),
  MP4("video/mp4", "mp4", "ftyp", 4),
  PDF("application/pdf", "pdf", "%PDF-", 0),
  /// Also what Word and Excel write.
  ZIP("application/zip", "zip", "PK\u0003\u0004", 0);

  private final String mime;
  private final String ending;
  private final String mark;
  private final int offset;

  MediaType(String mime, String ending, String mark, int offset) {
    this.mime = mime;
    this.ending = ending;
    this.mark = mark;
    this.offset = offset;
  }

  static Optional<MediaType> of(byte[] bytes) {
    return Arrays.stream(values()).filter(type -> type.fits(bytes)).findFirst();
  }

  private boolean fits(byte[] bytes) {
    var end = offset + mark.length();
    return bytes.length >= end && new String(bytes, offset, mark.length(), ISO_8859_1).equals(mark);
  }

  public String mime() {
    return mime;
  }

  /// The ending of a file's name, without the dot.
  public String ending() {
    return ending;
  }

  public boolean isPicture() {
    return mime.startsWith("image/");
  }
}
