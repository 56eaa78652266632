package org.apricotdesk.bot.dialogue;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apricotdesk.bot.understanding.DepartmentMention;
import org.apricotdesk.bot.understanding.Item;
import org.apricotdesk.bot.understanding.Kind;
import org.apricotdesk.desk.catalogue.Catalogue;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.ticket.Alike;
import org.apricotdesk.desk.ticket.AttachmentId;
import org.apricotdesk.desk.ticket.Channel;
import org.apricotdesk.desk.ticket.Command;
import org.apricotdesk.desk.ticket.Decision.Accepted;
import org.apricotdesk.desk.ticket.NewTicket;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.ticket.TicketDesk;
import org.apricotdesk.desk.ticket.TicketKind;

/// Makes a ticket of what was reported, or adds it to the one that says the same already.
final class Opening {
  private static final int TITLE = 40;
  private static final Pattern MENTION = Pattern.compile("^[@＠]\\S{1,20}\\s+");

  /// How long an open ticket may explain a new one.
  private static final Duration LOOK_BACK = Duration.ofHours(4);

  private final TicketDesk desk;
  private final Catalogue catalogue;
  private final Speech speech;
  private final Whereabouts whereabouts;

  Opening(TicketDesk desk, Catalogue catalogue, Speech speech, Whereabouts whereabouts) {
    this.desk = desk;
    this.catalogue = catalogue;
    this.speech = speech;
    this.whereabouts = whereabouts;
  }

  /// What came of it.
  ///
  /// @param added it went to a ticket that was open already
  /// @param others open tickets about the same trouble at the same place, the newest first
  record Opened(Ticket ticket, boolean added, List<Ticket> others) {
    Opened {
      others = List.copyOf(others);
    }
  }

  Opened open(Heard heard, Draft draft, Item item) {
    var alike = alike(heard, item);
    var same = alike.stream().filter(ticket -> isSame(heard, ticket, item)).findFirst();
    var others = alike.stream().filter(ticket -> !same.equals(Optional.of(ticket))).toList();
    return same.flatMap(ticket -> add(heard, draft, ticket))
        .map(ticket -> new Opened(ticket, true, others))
        .orElseGet(
            () -> new Opened(desk.open(heard.tx(), heard(heard, draft, item)), false, others));
  }

  /// What is open already of this kind, from this person or from the same department.
  private List<Ticket> alike(Heard heard, Item item) {
    var speaker = heard.speaker();
    var since = speech.now().minus(LOOK_BACK);
    var where = item.department().map(DepartmentMention::certain).orElse(speaker.department());
    return item.category()
        .filter(code -> !code.equals(CategoryCode.UNCLEAR))
        .map(code -> new Alike(code, speaker.id(), where, Optional.empty(), since))
        .map(alike -> desk.openLike(heard.tx(), alike))
        .orElse(List.of());
  }

  /// The same person about the same thing, a short while ago.
  private boolean isSame(Heard heard, Ticket ticket, Item item) {
    return ticket.requester().equals(heard.speaker().id())
        && ticket.times().created().isAfter(speech.now().minus(TicketDesk.SAME_TROUBLE))
        && !whereabouts.differ(ticket, item);
  }

  private Optional<Ticket> add(Heard heard, Draft draft, Ticket ticket) {
    var note = new Command.Note(heard.speaker().id(), draft.text(), false, pictures(draft));
    return desk.handle(heard.tx(), ticket.number(), note) instanceof Accepted(var after, _)
        ? Optional.of(after)
        : Optional.empty();
  }

  private NewTicket heard(Heard heard, Draft draft, Item item) {
    return ticket(heard.speaker(), heard.channel(), heard.group(), draft, item);
  }

  /// A ticket of what was said, to be opened by whoever asked for it.
  NewTicket ticket(Person reporter, Channel source, Optional<String> chat, Draft draft, Item item) {
    var category = item.category().orElse(CategoryCode.UNCLEAR);
    return new NewTicket(
        kind(item, category),
        title(draft, item),
        description(draft),
        Optional.of(category),
        item.department().flatMap(DepartmentMention::certain),
        Optional.empty(),
        whereabouts.spot(item),
        Optional.empty(),
        reporter.id(),
        reporter.id(),
        item.priority(),
        Optional.of(item.impact()),
        Optional.of(item.urgency()),
        source,
        chat,
        pictures(draft),
        evidence(item));
  }

  private TicketKind kind(Item item, CategoryCode category) {
    var standard = catalogue.find(category).filter(found -> found.request()).isPresent();
    return standard || item.kind() == Kind.SUGGESTION ? TicketKind.REQUEST : TicketKind.INCIDENT;
  }

  private String title(Draft draft, Item item) {
    var said = item.text().isBlank() ? draft.text() : item.text();
    var words = speech.calm(MENTION.matcher(said).replaceFirst(""));
    var title = words.isBlank() ? speech.say("ticket.untitled") : words;
    return item.kind() == Kind.SUGGESTION
        ? speech.say("suggestion.title", Speech.cut(title, TITLE))
        : Speech.cut(title, TITLE);
  }

  private String description(Draft draft) {
    return draft.isAnswered()
        ? draft.text() + "\n" + speech.say("ticket.tried", draft.articles())
        : draft.text();
  }

  private static List<AttachmentId> pictures(Draft draft) {
    return draft.pictures().stream().map(AttachmentId::new).toList();
  }

  private static JsonObject evidence(Item item) {
    var words = new ArrayList<JsonObject>();
    for (var found : item.evidence()) {
      words.add(new JsonObject().put("aspect", found.aspect().name()).put("words", found.words()));
    }
    return new JsonObject().put("words", words).put("confidence", item.confidence());
  }
}
