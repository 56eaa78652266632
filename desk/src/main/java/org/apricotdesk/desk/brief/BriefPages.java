package org.apricotdesk.desk.brief;

import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;

/// Adds the pages of briefs to the table of routes.
public final class BriefPages {
  private final ReaderPages readers;
  private final DeskPages desk;

  public BriefPages(Briefs briefs, Readings readings, People people, Pages pages) {
    var own = pages.of(BriefPages.class);
    readers = new ReaderPages(briefs, readings, own);
    desk = new DeskPages(briefs, readings, people, own);
  }

  public void addTo(RouteTable routes) {
    readers.addTo(routes);
    desk.addTo(routes);
  }
}
