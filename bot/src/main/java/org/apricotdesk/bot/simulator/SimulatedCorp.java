package org.apricotdesk.bot.simulator;

import java.util.List;

/// Who and what belongs to the simulated corp at the start.
record SimulatedCorp(
    String id,
    List<App> apps,
    Robot robot,
    List<Department> departments,
    List<Member> members,
    List<Group> groups) {

  SimulatedCorp {
    apps = List.copyOf(apps);
    departments = List.copyOf(departments);
    members = List.copyOf(members);
    groups = List.copyOf(groups);
  }

  SimulatedCorp with(
      List<Department> newDepartments, List<Member> newMembers, List<Group> newGroups) {
    return new SimulatedCorp(id, apps, robot, newDepartments, newMembers, newGroups);
  }

  SimulatedCorp with(List<App> newApps) {
    return new SimulatedCorp(id, newApps, robot, departments, members, groups);
  }

  SimulatedCorp with(Robot newRobot) {
    return new SimulatedCorp(id, apps, newRobot, departments, members, groups);
  }
}
