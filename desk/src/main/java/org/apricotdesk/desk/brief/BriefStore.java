package org.apricotdesk.desk.brief;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;

/// Briefs as PostgreSQL keeps them.
final class BriefStore {
  private static final String COLUMNS =
      """
      id, kind, first_day, last_day, state, revision, title, body, editor, facts, departments,
      groups, note, corrects, submitter, publisher, published_at, issue
      """;
  private static final String INSERT =
      """
      INSERT INTO desk.brief (kind, first_day, last_day, state, revision, title, body, editor,
             facts, departments, groups, note, scheduled, corrects)
      VALUES ($1, $2, $3, 'draft', 1, $4, $5, $6, $7, '{}', '{}', '', $8, $9)
          ON CONFLICT DO NOTHING
      RETURNING id
      """;
  private static final String REVISE =
      """
      UPDATE desk.brief
         SET revision = revision + 1, title = $2, body = $3, editor = $4, facts = $5,
             state = 'draft', submitter = NULL
       WHERE id = $1
      """;
  private static final String REVISION =
      """
      INSERT INTO desk.brief_revision (brief, number, title, body, editor, at)
      SELECT id, revision, title, body, editor, $2 FROM desk.brief WHERE id = $1
      """;
  private static final String MOVE =
      "UPDATE desk.brief SET state = $2, submitter = $3, note = $4 WHERE id = $1";
  private static final String PUBLISH =
      """
      UPDATE desk.brief
         SET state = 'published', publisher = $2, published_at = $3, departments = $4,
             groups = $5, issue = nextval('desk.brief_issue'), note = ''
       WHERE id = $1
      """;
  private static final String FIND = "SELECT " + COLUMNS + " FROM desk.brief WHERE id = $1";
  private static final String ISSUE = "SELECT " + COLUMNS + " FROM desk.brief WHERE issue = $1";
  private static final String PAGE =
      "SELECT "
          + COLUMNS
          + " FROM desk.brief WHERE id < $1 AND state <> 'dropped'"
          + " ORDER BY id DESC LIMIT $2";
  private static final String FOR_READER =
      "SELECT "
          + COLUMNS
          + " FROM desk.brief WHERE issue < $1 AND ($2 OR departments = '{}'"
          + " OR $3 = ANY(departments)) ORDER BY issue DESC LIMIT $4";
  private static final String CORRECTED_BY =
      "SELECT issue FROM desk.brief WHERE corrects = $1 AND issue IS NOT NULL ORDER BY issue";
  private static final String RECENT =
      "SELECT "
          + COLUMNS
          + " FROM desk.brief WHERE state = 'published' AND corrects IS NULL"
          + " AND published_at >= $1 ORDER BY id";
  private static final String LAST_CORRECTION =
      "SELECT "
          + COLUMNS
          + " FROM desk.brief WHERE corrects = $1"
          + " AND ($2 OR state <> 'dropped') ORDER BY id DESC LIMIT 1";

  private BriefStore() {}

  /// Empty if the month has its draft, or the correction is being written.
  static Optional<Long> insert(SqlClient tx, Brief draft, boolean scheduled, Instant at) {
    var values =
        Tuple.tuple()
            .addString(draft.kind().code())
            .addLocalDate(draft.days().first())
            .addLocalDate(draft.days().last())
            .addString(draft.title())
            .addString(draft.body())
            .addString(draft.editor().value())
            .addValue(FactsJson.write(draft.facts()))
            .addBoolean(scheduled)
            .addLong(draft.corrects().orElse(null));
    var id =
        tx.preparedQuery(INSERT).execute(values).await().stream()
            .findFirst()
            .map(row -> row.getLong("id"));
    id.ifPresent(brief -> keepRevision(tx, brief, at));
    return id;
  }

  static void revise(SqlClient tx, Brief now, Instant at) {
    var values =
        Tuple.of(
            now.id(), now.title(), now.body(), now.editor().value(), FactsJson.write(now.facts()));
    tx.preparedQuery(REVISE).execute(values).await();
    keepRevision(tx, now.id(), at);
  }

  private static void keepRevision(SqlClient tx, long id, Instant at) {
    tx.preparedQuery(REVISION).execute(Tuple.of(id, at.atOffset(ZoneOffset.UTC))).await();
  }

  static void move(SqlClient tx, long id, State to, Optional<PersonId> submitter, String note) {
    var values = Tuple.of(id, to.code(), submitter.map(PersonId::value).orElse(null), note);
    tx.preparedQuery(MOVE).execute(values).await();
  }

  static void publish(SqlClient tx, long id, PersonId by, Instant at, Audience audience) {
    var departments = audience.departments().stream().map(DepartmentId::value);
    var values =
        Tuple.of(
            id,
            by.value(),
            at.atOffset(ZoneOffset.UTC),
            departments.toArray(String[]::new),
            audience.groups().toArray(String[]::new));
    tx.preparedQuery(PUBLISH).execute(values).await();
  }

  static Optional<Brief> lock(SqlClient tx, long id) {
    return one(tx, FIND + " FOR UPDATE", id);
  }

  static Optional<Brief> find(SqlClient sql, long id) {
    return one(sql, FIND, id);
  }

  static Optional<Brief> issue(SqlClient sql, int issue) {
    return sql.preparedQuery(ISSUE).execute(Tuple.of(issue)).await().stream()
        .findFirst()
        .map(BriefStore::brief);
  }

  private static Optional<Brief> one(SqlClient sql, String query, long id) {
    return sql.preparedQuery(query).execute(Tuple.of(id)).await().stream()
        .findFirst()
        .map(BriefStore::brief);
  }

  /// What is not dropped, newest first.
  static List<Brief> page(SqlClient sql, long before, int limit) {
    return list(sql, PAGE, Tuple.of(before, limit));
  }

  /// What was published for this person, newest first.
  ///
  /// @param all whether they read what is for others too
  static List<Brief> published(SqlClient sql, Person reader, boolean all, int before, int limit) {
    var department = reader.department().map(DepartmentId::value).orElse("");
    return list(sql, FOR_READER, Tuple.of(before, all, department, limit));
  }

  static List<Integer> correctedBy(SqlClient sql, long id) {
    return sql.preparedQuery(CORRECTED_BY).execute(Tuple.of(id)).await().stream()
        .map(row -> row.getInteger("issue"))
        .toList();
  }

  /// Those published since whose numbers are still looked after.
  static List<Brief> publishedSince(SqlClient sql, Instant since) {
    return list(sql, RECENT, Tuple.of(since.atOffset(ZoneOffset.UTC)));
  }

  /// @param dropped whether one that nobody wanted counts
  static Optional<Brief> lastCorrection(SqlClient sql, long id, boolean dropped) {
    return list(sql, LAST_CORRECTION, Tuple.of(id, dropped)).stream().findFirst();
  }

  static Optional<Buffer> pdf(SqlClient sql, long id) {
    return sql
        .preparedQuery("SELECT pdf FROM desk.brief WHERE id = $1")
        .execute(Tuple.of(id))
        .await()
        .stream()
        .findFirst()
        .flatMap(row -> Optional.ofNullable(row.getBuffer("pdf")));
  }

  static void keepPdf(SqlClient sql, long id, Buffer pdf) {
    sql.preparedQuery("UPDATE desk.brief SET pdf = $2 WHERE id = $1")
        .execute(Tuple.of(id, pdf))
        .await();
  }

  private static List<Brief> list(SqlClient sql, String query, Tuple values) {
    return sql.preparedQuery(query).execute(values).await().stream()
        .map(BriefStore::brief)
        .toList();
  }

  private static Brief brief(Row row) {
    return new Brief(
        row.getLong("id"),
        Kind.of(row.getString("kind")).orElseThrow(),
        new Days(row.getLocalDate("first_day"), row.getLocalDate("last_day")),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInteger("revision"),
        row.getString("title"),
        row.getString("body"),
        new PersonId(row.getString("editor")),
        FactsJson.read(row.getJsonObject("facts")),
        new Audience(
            Arrays.stream(row.getArrayOfStrings("departments")).map(DepartmentId::new).toList(),
            List.of(row.getArrayOfStrings("groups"))),
        row.getString("note"),
        Optional.ofNullable(row.getLong("corrects")),
        Optional.ofNullable(row.getString("submitter")).map(PersonId::new),
        published(row));
  }

  private static Optional<Brief.Published> published(Row row) {
    return Optional.ofNullable(row.getInteger("issue"))
        .map(
            issue ->
                new Brief.Published(
                    issue,
                    new PersonId(row.getString("publisher")),
                    row.getOffsetDateTime("published_at").toInstant()));
  }
}
