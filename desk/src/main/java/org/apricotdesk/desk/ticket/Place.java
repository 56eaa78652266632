package org.apricotdesk.desk.ticket;

import java.util.Optional;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.DepartmentId;

/// Where the trouble is.
///
/// @param spot what the reporter called it: "三楼护士站", a room, a window
public record Place(CampusId campus, Optional<DepartmentId> department, Optional<String> spot) {}
