package org.apricotdesk.desk.answer;

import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.knowledge.Knowledge;

/// Adds the knowledge base's pages to the table of routes.
public final class KnowledgePages {
  private final ReaderPages reader;
  private final EditorPages editor;
  private final CarePages care;
  private final LessonPages lessons;

  public KnowledgePages(Desk desk, Knowledge knowledge, Pages pages, java.time.Clock clock) {
    var own = pages.of(KnowledgePages.class);
    this.reader = new ReaderPages(knowledge, own);
    this.editor = new EditorPages(desk, knowledge, own);
    this.care = new CarePages(knowledge, own, clock);
    this.lessons = new LessonPages(desk, knowledge, own);
  }

  public void addTo(RouteTable routes) {
    reader.addTo(routes);
    editor.addTo(routes);
    care.addTo(routes);
    lessons.addTo(routes);
  }
}
