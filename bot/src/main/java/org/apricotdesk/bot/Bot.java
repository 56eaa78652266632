package org.apricotdesk.bot;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.bot.contacts.Contacts;
import org.apricotdesk.bot.delivery.Address;
import org.apricotdesk.bot.delivery.Deliveries;
import org.apricotdesk.bot.delivery.Sender;
import org.apricotdesk.bot.delivery.ShownCards;
import org.apricotdesk.bot.delivery.WeComWire;
import org.apricotdesk.bot.dialogue.Advice;
import org.apricotdesk.bot.dialogue.Cards;
import org.apricotdesk.bot.dialogue.ClaimHints;
import org.apricotdesk.bot.dialogue.Dialogue;
import org.apricotdesk.bot.dialogue.Speech;
import org.apricotdesk.bot.inbox.Inbox;
import org.apricotdesk.bot.inbox.Originals;
import org.apricotdesk.bot.inbox.WeComPictures;
import org.apricotdesk.bot.notice.BriefNews;
import org.apricotdesk.bot.notice.DeskNews;
import org.apricotdesk.bot.notice.IncidentNews;
import org.apricotdesk.bot.notice.MaintenanceNews;
import org.apricotdesk.bot.notice.Notices;
import org.apricotdesk.bot.notice.ReporterNews;
import org.apricotdesk.bot.notice.RoundNews;
import org.apricotdesk.bot.notice.Sayings;
import org.apricotdesk.bot.notice.Subjects;
import org.apricotdesk.bot.notice.SuggestionNews;
import org.apricotdesk.bot.notice.SurveyNews;
import org.apricotdesk.bot.notice.Words;
import org.apricotdesk.bot.signin.PersonalLinks;
import org.apricotdesk.bot.wecom.Callbacks;
import org.apricotdesk.bot.wecom.Cipher;
import org.apricotdesk.bot.wecom.Flavour;
import org.apricotdesk.bot.wecom.Persistent;
import org.apricotdesk.bot.wecom.Receiver;
import org.apricotdesk.bot.wecom.client.ChangedMembers;
import org.apricotdesk.bot.wecom.client.LateReplies;
import org.apricotdesk.bot.wecom.client.WeComClient;
import org.apricotdesk.bot.wecom.socket.RobotSocket;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.event.Listener;
import org.apricotdesk.config.settings.Settings;
import org.apricotdesk.config.settings.Settings.RobotMode;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.brief.Briefs;
import org.apricotdesk.desk.console.Rehearsal;
import org.apricotdesk.desk.incident.IncidentEvent;
import org.apricotdesk.desk.maintenance.MaintenanceEvent;
import org.apricotdesk.desk.privacy.SealedOriginals;
import org.apricotdesk.desk.privacy.Sealer;
import org.apricotdesk.desk.round.RoundEvent;
import org.apricotdesk.desk.suggestion.SuggestionEvent;
import org.apricotdesk.desk.survey.SurveyEvent;
import org.apricotdesk.desk.ticket.TicketEvent;
import org.apricotdesk.desk.ticket.web.ReportReader;
import org.apricotdesk.desk.web.SignInLinks;
import org.apricotdesk.desk.wording.Phrasebook;

/// The bot, ready to listen and to speak: callbacks, the robot's connection, notices, sending.
public final class Bot implements AutoCloseable {
  private static final Duration POLL = Duration.ofSeconds(1);

  /// How long sealed originals are kept; domain §19.3.
  private static final Duration KEPT = Duration.ofDays(7);

  private final Database database;
  private final Settings settings;
  private final Clock clock;
  private final Dialogue dialogue;
  private final Inbox inbox;
  private final Optional<Contacts> contacts;
  private final WeComClient client;
  private final Optional<PersonalLinks> links;
  private final Late late;
  private final Deliveries deliveries;
  private final Words words;
  private final Phrasebook phrasebook;
  private final Line robot = new Line();
  private final List<AutoCloseable> running = new ArrayList<>();

  private Bot(
      Vertx vertx, Database database, Desk desk, Advice advice, Settings settings, Clock clock) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
    this.client = WeComClient.open(vertx, database, settings.wecom(), clock);
    this.deliveries = new Deliveries(database, clock);
    var shown = new ShownCards(clock);
    var app = settings.wecom().app().isPresent();
    this.links =
        Optional.of(new PersonalLinks(new SignInLinks(database, clock), pages())).filter(_ -> !app);
    var wire = new WeComWire(client, robot, shown, database.pool(), links);
    var sender = Sender.start(database, clock, wire, POLL);
    this.late = new Late(database, deliveries, clock);
    var organisation = settings.organisation();
    this.words = new Words(organisation.locale(), desk.wordings());
    var zone = organisation.timeZone();
    var speech = new Speech(desk.people(), clock, zone, organisation.locale(), desk.wordings());
    var cards = new Cards(desk.tickets(), desk.incidents(), speech, pages());
    this.phrasebook =
        new Sayings(
            (locale, rewording) -> new Speech(desk.people(), clock, zone, locale, rewording),
            draft -> new Cards(desk.tickets(), desk.incidents(), draft, pages()),
            desk.people());
    this.dialogue = new Dialogue(desk, advice, speech, clock, organisation.timeZone(), pages());
    this.inbox =
        Inbox.open(
            database,
            desk,
            dialogue,
            cards,
            new WeComPictures(client, desk.media()),
            originals(),
            organisation.locale(),
            clock);
    var notices = notices(desk, advice, speech, cards, deliveries, shown);
    running.add(client);
    running.add(sender);
    running.add(inbox);
    this.contacts =
        app ? Optional.of(Contacts.open(database, desk, client, clock)) : Optional.empty();
    contacts.ifPresent(running::add);
    listen(desk, "notices", TicketEvent.STREAM, notices);
    listen(desk, "bulletins", IncidentEvent.STREAM, bulletins(desk, speech, shown, cards));
    listen(desk, "maintenance", MaintenanceEvent.STREAM, maintenance(desk, speech));
    listen(desk, "briefs", Briefs.STREAM, briefNews(desk));
    listen(desk, "suggestions", SuggestionEvent.STREAM, progress(desk));
    listen(desk, "surveys", SurveyEvent.STREAM, survey(speech));
    listen(desk, "rounds", RoundEvent.STREAM, rounds(desk, speech));
    if (settings.wecom().robot().mode() instanceof RobotMode.Socket) {
      var hearing = new RobotSocket.Hearing(receiver(), late, clock);
      var socket = RobotSocket.open(vertx, database, settings.wecom().robot(), hearing);
      robot.is(socket);
      running.add(socket);
    }
  }

  private void listen(Desk desk, String name, String stream, Listener listener) {
    running.add(desk.events().listen(database, name, stream, listener));
  }

  /// Opens the bot on migrated schemas `desk` and `bot`; it starts sending at once.
  public static Bot open(
      Vertx vertx, Database database, Desk desk, Advice advice, Settings settings, Clock clock) {
    return new Bot(vertx, database, desk, advice, settings, clock);
  }

  /// Puts the addresses WeCom calls under the router, as far as they are set up.
  public void mount(Router router) {
    var wecom = settings.wecom();
    wecom
        .app()
        .ifPresent(
            app -> {
              var corp = wecom.corpId().orElseThrow();
              var cipher = new Cipher(app.token().reveal(), app.aesKey().reveal(), corp);
              var known = new ChangedMembers(contacts.orElseThrow()::changed, receiver());
              new Callbacks(cipher, new Flavour.App(corp), new Persistent(known), late)
                  .mount(router, "/wecom/app");
            });
    if (wecom.robot().mode() instanceof RobotMode.Callback(var token, var aesKey)) {
      var cipher = new Cipher(token.reveal(), aesKey.reveal(), "");
      var flavour =
          new Flavour.Robot(wecom.robot().name(), clock, settings.organisation().locale());
      var replies = new LateReplies(client, inbox::answerTo);
      new Callbacks(cipher, flavour, new Persistent(receiver()), replies)
          .mount(router, "/wecom/robot");
    }
  }

  /// Takes messages that were verified and read, after a look at who their writer is.
  public Receiver receiver() {
    return contacts
        .map(known -> known.before(inbox))
        .or(() -> links.map(ways -> ways.before(inbox)))
        .orElse(inbox);
  }

  /// What was to be told, for whoever looks after what could not be sent.
  public Deliveries deliveries() {
    return deliveries;
  }

  /// How the robot's long connection stands on this instance; empty if it is not set up.
  public Optional<RobotSocket.State> robotConnection() {
    return robot.state();
  }

  public Future<Backlog> backlog() {
    return Backlog.read(database.pool(), clock.instant());
  }

  /// The platform's calls, for sign-in and for checking the settings.
  public WeComClient wecom() {
    return client;
  }

  /// Understands what somebody typed into the form on a page as it would understand a message.
  public ReportReader reportReader() {
    return dialogue.pages();
  }

  /// The messages whose wording may be changed.
  public Phrasebook phrasebook() {
    return phrasebook;
  }

  /// Says what would become of a sentence, without anything happening.
  public Rehearsal rehearsal() {
    return dialogue.whatIf();
  }

  private Notices notices(
      Desk desk,
      Advice advice,
      Speech speech,
      Cards cards,
      Deliveries deliveries,
      ShownCards shown) {
    var groups = settings.wecom().robot().mode() instanceof RobotMode.Socket;
    var known = desk.incidents().known();
    var reporter =
        new ReporterNews(speech, words, new Subjects(clock), desk.calendars()::of, groups, known);
    var news =
        new DeskNews(
            desk.people(),
            desk.spares(),
            speech,
            words,
            engineers(),
            new ClaimHints(advice, desk.tickets())::on);
    return new Notices(desk.tickets(), deliveries, shown, cards, reporter, news);
  }

  private RoundNews rounds(Desk desk, Speech speech) {
    return new RoundNews(desk.people(), deliveries, speech, words, pages());
  }

  private SurveyNews survey(Speech speech) {
    return new SurveyNews(deliveries, speech, words, pages());
  }

  private SuggestionNews progress(Desk desk) {
    return new SuggestionNews(desk.suggestions(), deliveries, words, pages());
  }

  private IncidentNews bulletins(Desk desk, Speech speech, ShownCards shown, Cards cards) {
    var telling = new IncidentNews.Telling(deliveries, shown, cards);
    return new IncidentNews(desk.incidents(), desk.people(), telling, speech, words, pages());
  }

  private MaintenanceNews maintenance(Desk desk, Speech speech) {
    return new MaintenanceNews(
        desk.maintenance(),
        desk.incidents().known(),
        desk.people(),
        deliveries,
        speech,
        words,
        pages());
  }

  private BriefNews briefNews(Desk desk) {
    var organisation = settings.organisation();
    return new BriefNews(
        desk.briefs(), desk.people(), deliveries, words, pages(), organisation.timeZone());
  }

  /// With a privacy key originals are kept sealed for a few days, without one not at all.
  private Originals originals() {
    return settings
        .privacy()
        .key()
        .<Originals>map(key -> new SealedOriginals(new Sealer(key), KEPT, clock)::keep)
        .orElse((_, _, _) -> {});
  }

  /// The engineers' group: by the robot where it can show cards there, else by the webhook.
  private Optional<Address> engineers() {
    var wecom = settings.wecom();
    if (wecom.robot().mode() instanceof RobotMode.Socket(_, _, _, var chat) && chat.isPresent()) {
      return chat.map(Address.Chat::new);
    }
    return wecom.webhook().engineerKey().map(_ -> new Address.Webhook());
  }

  private String pages() {
    return settings.http().publicUrl().toString().replaceFirst("/+$", "");
  }

  @Override
  public void close() {
    for (var part : running.reversed()) {
      try {
        part.close();
      } catch (Exception failure) {
        throw new IllegalStateException("cannot stop " + part, failure);
      }
    }
  }
}
