package org.apricotdesk.desk.console;

import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.web.Speech;

/// A kind of thing that administrators edit, one form each.
interface Editable {
  /// Its place in the navigation, and in the path: `departments` under `/admin/departments`.
  String section();

  /// What a line of the audit log calls one: `department`.
  String noun();

  /// Whether new ones are made here.
  boolean grows();

  /// An id for a new one, where there is no better one that people would choose.
  default String proposal() {
    return "";
  }

  /// What it is called, if there is one of that id.
  Optional<String> name(String id);

  /// Its fields as they stand; as a new one has them where there is none of that id.
  List<Field> fields(Speech speech, String id);

  /// What is wrong, as keys of texts by field; `id` is a field of new ones.
  Map<String, String> problems(PersonId by, String id, Entered entered);

  void save(SqlConnection tx, String id, Entered entered);

  /// After the change has been stored.
  void saved(RoutingContext context, String id, Entered before, Entered now);
}
