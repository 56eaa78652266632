package org.apricotdesk.desk.brief;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.People;

/// The group chats that reports came from. The platform does not say what a group is called, so it
/// goes by the departments that write there most.
record GroupChats(SqlClient sql, People people) {
  private static final int NAMES = 2;
  private static final String FROM =
      """
      SELECT chat, department, count(*) AS reports
        FROM desk.ticket
       WHERE chat IS NOT NULL AND department IS NOT NULL AND created_at >= $1
       GROUP BY chat, department
       ORDER BY chat, reports DESC, department
      """;

  /// In the order of their names.
  List<EditorPage.Group> since(Instant begin) {
    var departments = new LinkedHashMap<String, List<String>>();
    for (var row :
        sql.preparedQuery(FROM).execute(Tuple.of(begin.atOffset(ZoneOffset.UTC))).await())
      departments
          .computeIfAbsent(row.getString("chat"), _ -> new ArrayList<>())
          .add(name(row.getString("department")));
    return departments.entrySet().stream()
        .map(
            chat ->
                new EditorPage.Group(chat.getKey(), chat.getValue().stream().limit(NAMES).toList()))
        .sorted(Comparator.comparing(group -> String.join(" ", group.names())))
        .toList();
  }

  private String name(String department) {
    return people.department(new DepartmentId(department)).map(Department::name).orElse(department);
  }
}
