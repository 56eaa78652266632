package org.apricotdesk.desk.catalogue;

import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.staff.TeamId;
import org.apricotdesk.desk.target.Priority;

/// One kind of work, level 3 of the catalogue.
///
/// @param path the names from level 1 down, joined by `/`
/// @param defaultPriority the priority when one whole department is affected in the usual way
/// @param aroundTheClock whether it is served day and night
/// @param request a service request with a fulfilment target, not a fault
/// @param successor for a retired code, what replaced it
public record Category(
    CategoryCode code,
    String name,
    String path,
    List<String> keywords,
    TeamId team,
    String squad,
    String speciality,
    Priority defaultPriority,
    String assetType,
    boolean aroundTheClock,
    boolean request,
    boolean retired,
    Optional<CategoryCode> successor) {
  public Category {
    keywords = List.copyOf(keywords);
  }
}
