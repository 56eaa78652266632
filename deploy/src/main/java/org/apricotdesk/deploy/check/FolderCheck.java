package org.apricotdesk.deploy.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Whether the data folder can be written and has room.
record FolderCheck(Path folder) {
  private static final long LEAST_FREE = 1L << 30;

  List<String> problems() {
    var existing = existing();
    if (!Files.isDirectory(existing)) {
      return List.of("data-dir: " + existing + " is not a folder");
    }
    if (!Files.isWritable(existing)) {
      return List.of("data-dir: " + existing + " cannot be written by this user");
    }
    return room(existing);
  }

  private static List<String> room(Path place) {
    try {
      var free = Files.getFileStore(place).getUsableSpace();
      return free >= LEAST_FREE
          ? List.of()
          : List.of("data-dir: only " + (free >> 20) + " MB are free on the disk of " + place);
    } catch (IOException e) {
      return List.of("data-dir: cannot look at the disk of " + place + ": " + e.getMessage());
    }
  }

  /// The folder, or the nearest above it that is there and in which it would be made.
  private Path existing() {
    var place = folder.toAbsolutePath().normalize();
    while (!Files.exists(place) && place.getParent() != null) place = place.getParent();
    return place;
  }
}
