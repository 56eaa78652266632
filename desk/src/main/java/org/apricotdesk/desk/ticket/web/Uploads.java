package org.apricotdesk.desk.ticket.web;

import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.ticket.AttachmentId;
import org.apricotdesk.desk.ticket.Media;

/// The files sent with a form, kept; or the first trouble with one of them.
record Uploads(List<AttachmentId> kept, Optional<Media.Trouble> trouble) {
  private static final int MOST = 9;

  static Uploads of(RoutingContext context, Media media) {
    var kept = new ArrayList<AttachmentId>();
    for (var upload :
        context.fileUploads().stream().filter(u -> u.size() > 0).limit(MOST).toList()) {
      switch (media.store(bytes(upload))) {
        case Media.Result.Kept(var id, var _) -> kept.add(id);
        case Media.Result.Refused(var why) -> {
          return new Uploads(kept, Optional.of(why));
        }
      }
    }
    return new Uploads(kept, Optional.empty());
  }

  private static byte[] bytes(FileUpload upload) {
    try {
      return Files.readAllBytes(Path.of(upload.uploadedFileName()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read an upload", e);
    }
  }
}
