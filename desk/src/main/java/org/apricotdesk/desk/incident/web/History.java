package org.apricotdesk.desk.incident.web;

import java.util.List;
import org.apricotdesk.desk.incident.IncidentEvent;
import org.apricotdesk.desk.incident.IncidentEvent.What;
import org.apricotdesk.desk.incident.Level;
import org.apricotdesk.desk.incident.web.IncidentPage.Happening;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.web.Speech;

/// An incident's history in words, the newest first.
record History(Speech speech, People people) {
  List<Happening> of(List<IncidentEvent> events) {
    return events.reversed().stream()
        .map(event -> new Happening(event.at(), name(event.by()), text(event.what())))
        .toList();
  }

  private String text(What what) {
    return switch (what) {
      case What.Suspected w -> say(w, w.reporters());
      case What.Grown w -> say(w, w.reporters());
      case What.Dismissed w -> say(w, w.reason());
      case What.Declared w -> say(w, level(w.level()), w.symptom(), w.action());
      case What.Linked w -> say(w, w.reports().size());
      case What.TakenOut _ -> say(what);
      case What.Updated w -> say(w, w.text(), speech.time(w.next()));
      case What.UpdateMissed w -> say(w, speech.time(w.promised()));
      case What.AreaChanged w ->
          say(w, extent(w.from().extent().code()), extent(w.to().extent().code()), w.reason());
      case What.LevelChanged w -> say(w, level(w.from()), level(w.to()), w.reason());
      case What.PartlyRestored w -> say(w, w.departments().size(), w.text());
      case What.Restored w -> say(w, w.text());
      case What.Answered w ->
          speech.say(w.works() ? "event.works" : "event.still", department(w.department()));
      case What.Reviewed w -> say(w, w.review().cause());
      case What.MeasureDone w -> say(w, w.measure() + 1);
      case What.Closed w -> say(w, w.note());
    };
  }

  private String say(What what, Object... facts) {
    return speech.say("event." + what.type(), facts);
  }

  private String level(Level level) {
    return speech.say("level." + level.name());
  }

  private String extent(String code) {
    return speech.say("extent." + code);
  }

  private String department(DepartmentId id) {
    return people.department(id).map(Department::name).orElse(id.value());
  }

  private String name(PersonId id) {
    return id.isPerson()
        ? people.find(id).map(Person::name).orElse(id.value())
        : speech.say("incident.desk");
  }
}
