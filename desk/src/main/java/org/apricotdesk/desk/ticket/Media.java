package org.apricotdesk.desk.ticket;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/// Pictures and files people send, kept by the hash of their bytes.
///
/// What something is, is read from its first bytes, never from its name. The bytes lie in the data
/// directory, the rest in the database.
public final class Media {
  /// The platform's own limit for files.
  public static final int LARGEST = 20 * 1024 * 1024;

  private static final long KEEP_FREE = 512L * 1024 * 1024;

  private static final String KEEP =
      """
      INSERT INTO desk.attachment (sha256, type, size, kept_at) VALUES ($1, $2, $3, $4)
      ON CONFLICT (sha256) DO UPDATE SET erased_at = NULL
      """;

  private static final String FIND =
      "SELECT type, size FROM desk.attachment WHERE sha256 = $1 AND erased_at IS NULL";

  private static final String KNOWN =
      """
      SELECT count(*) AS found FROM desk.attachment
       WHERE sha256 = ANY($1) AND erased_at IS NULL
      """;

  private final SqlClient sql;
  private final Path folder;
  private final Clock clock;

  public Media(SqlClient sql, Path folder, Clock clock) {
    this.sql = sql;
    this.folder = folder;
    this.clock = clock;
  }

  /// The same, through the caller's transaction.
  public Media within(SqlClient transaction) {
    return new Media(transaction, folder, clock);
  }

  /// What became of something to keep.
  public sealed interface Result {
    record Kept(AttachmentId id, MediaType type) implements Result {}

    record Refused(Trouble why) implements Result {}
  }

  public enum Trouble {
    EMPTY,
    TOO_LARGE,
    /// Neither picture, voice, video nor a common document.
    UNKNOWN_TYPE,
    DISK_FULL
  }

  /// Keeps something; the same bytes twice are kept once.
  public Result store(byte[] bytes) {
    if (bytes.length == 0) return new Result.Refused(Trouble.EMPTY);
    if (bytes.length > LARGEST) return new Result.Refused(Trouble.TOO_LARGE);
    var type = MediaType.of(bytes);
    if (type.isEmpty()) return new Result.Refused(Trouble.UNKNOWN_TYPE);
    var id = new AttachmentId(HexFormat.of().formatHex(sha256(bytes)));
    try {
      if (!write(id, bytes)) return new Result.Refused(Trouble.DISK_FULL);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot keep attachment " + id, failure);
    }
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    sql.preparedQuery(KEEP)
        .execute(Tuple.of(id.sha256(), type.get().name(), (long) bytes.length, now))
        .await();
    return new Result.Kept(id, type.get());
  }

  private boolean write(AttachmentId id, byte[] bytes) throws IOException {
    var file = file(id);
    if (Files.exists(file)) return true;
    Files.createDirectories(file.getParent());
    if (Files.getFileStore(folder).getUsableSpace() < KEEP_FREE) return false;
    var draft = Files.createTempFile(file.getParent(), "part", null);
    Files.write(draft, bytes);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  /// Something kept, and where its bytes lie.
  public record Item(AttachmentId id, MediaType type, long size, Path file) {}

  public Optional<Item> find(AttachmentId id) {
    return sql.preparedQuery(FIND).execute(Tuple.of(id.sha256())).await().stream()
        .findFirst()
        .map(
            row ->
                new Item(
                    id, MediaType.valueOf(row.getString("type")), row.getLong("size"), file(id)));
  }

  boolean known(Set<AttachmentId> ids) {
    var hashes = ids.stream().map(AttachmentId::sha256).toArray(String[]::new);
    var rows = sql.preparedQuery(KNOWN).execute(Tuple.tuple().addArrayOfString(hashes)).await();
    return rows.iterator().next().getLong("found") == ids.size();
  }

  private Path file(AttachmentId id) {
    return folder.resolve(id.sha256().substring(0, 2)).resolve(id.sha256());
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}
