package org.apricotdesk.desk.console;

import java.util.List;
import org.apricotdesk.desk.staff.Department;

/// Posters to print and hang up: whoever scans one reports with the place filled in.
///
/// @param chosen the id of the department; blank before one is chosen
/// @param places as typed, one a line
public record PostersPage(
    List<Department> departments, String chosen, String places, List<Poster> posters) {

  /// @param address where the code leads
  public record Poster(String department, String place, String address, QrCode code) {}
}
