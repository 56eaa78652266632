package org.apricotdesk.desk.console;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.desk.console.WordingPage.Draft;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Web;
import org.apricotdesk.desk.wording.Phrasebook;
import org.apricotdesk.desk.wording.Wording;
import org.apricotdesk.desk.wording.Wordings;

/// What the bot says, in the hospital's own words: changed with a preview, set back at any time.
final class WordingPages {
  private static final Rule ADMINISTRATORS =
      Rule.anyOf(Role.DEPUTY_DIRECTOR, Role.DIRECTOR, Role.SYSADMIN);
  private static final String PATH = "/admin/wording";
  private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

  private final Wordings wordings;
  private final Phrasebook phrasebook;
  private final Pages pages;

  WordingPages(Wordings wordings, Phrasebook phrasebook, Pages pages) {
    this.wordings = wordings;
    this.phrasebook = phrasebook;
    this.pages = pages;
  }

  void addTo(RouteTable routes) {
    routes
        .get(PATH, ADMINISTRATORS, this::list)
        .get(PATH + "/:name", ADMINISTRATORS, context -> named(context, this::edit))
        .post(PATH + "/:name", ADMINISTRATORS, context -> named(context, this::sent));
  }

  private void list(RoutingContext context) {
    var speech = pages.speech(context);
    var locale = speech.locale();
    var place = ListPlace.of(context);
    var lines =
        phrasebook.names().stream()
            .filter(name -> place.fits(speech.say("wording." + name) + " " + text(name, locale)))
            .map(name -> line(name, locale))
            .toList();
    pages.showIn(context, "wording", "console/wordings", new WordingsPage(lines, place));
  }

  private String text(String name, Locale locale) {
    return wordings.pattern(name, locale).orElse(phrasebook.builtIn(name, locale));
  }

  private WordingsPage.Line line(String name, Locale locale) {
    var look = phrasebook.look(name, locale, text(name, locale));
    return new WordingsPage.Line(name, look, isChanged(name));
  }

  private boolean isChanged(String name) {
    return LANGUAGES.stream().anyMatch(locale -> wordings.pattern(name, locale).isPresent());
  }

  /// What to do with a message of that name.
  private interface Act {
    void on(RoutingContext context, String name);
  }

  private void named(RoutingContext context, Act act) {
    var name = context.pathParam("name");
    if (phrasebook.names().contains(name)) act.on(context, name);
    else context.fail(404);
  }

  private void edit(RoutingContext context, String name) {
    var drafts =
        LANGUAGES.stream()
            .map(
                locale ->
                    draft(
                        name,
                        locale,
                        wordings.pattern(name, locale).orElse(""),
                        version(name, locale)))
            .toList();
    show(context, 200, page(context, name, drafts));
  }

  private WordingPage page(RoutingContext context, String name, List<Draft> drafts) {
    return new WordingPage(name, drafts, ListPlace.of(context), isChanged(name));
  }

  private int version(String name, Locale locale) {
    return wordings.find(name, Wordings.language(locale)).map(Wording::version).orElse(0);
  }

  private Draft draft(String name, Locale locale, String text, int version) {
    var builtIn = phrasebook.builtIn(name, locale);
    var pattern = text.isEmpty() ? builtIn : text;
    var problem = problem(name, locale, pattern, builtIn);
    return new Draft(
        Wordings.language(locale),
        text,
        builtIn,
        version,
        problem.isEmpty() ? Optional.of(phrasebook.look(name, locale, pattern)) : Optional.empty(),
        problem,
        problem.isEmpty() ? missing(pattern, builtIn) : List.of());
  }

  private Optional<String> problem(String name, Locale locale, String pattern, String builtIn) {
    var trouble = Wordings.trouble(pattern, builtIn);
    if (trouble.isPresent()) return trouble.map(Enum::name);
    try {
      phrasebook.look(name, locale, pattern);
      return Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.of(Wordings.Trouble.MALFORMED.name());
    }
  }

  private static List<String> missing(String pattern, String builtIn) {
    var there = Texts.arguments(pattern);
    return Texts.arguments(builtIn).stream()
        .filter(number -> !there.contains(number))
        .map(number -> "{" + number + "}")
        .toList();
  }

  /// The form's buttons: `preview`, `save`, and `reset`.
  private void sent(RoutingContext context, String name) {
    var act = field(context, "act");
    Function<Locale, String> text =
        locale -> act.equals("reset") ? "" : typed(context, name, locale);
    var drafts =
        LANGUAGES.stream()
            .map(locale -> draft(name, locale, text.apply(locale), read(context, locale)))
            .toList();
    var wrong = drafts.stream().anyMatch(draft -> draft.problem().isPresent());
    if (wrong || act.equals("preview")) {
      show(context, wrong ? 400 : 200, page(context, name, drafts));
    } else if (save(context, name, drafts)) {
      pages.done(context, ListPlace.of(context).having(PATH + "/" + name, name));
    } else {
      context.fail(409);
    }
  }

  /// Empty where it is the built-in text.
  private String typed(RoutingContext context, String name, Locale locale) {
    var typed = field(context, Wordings.language(locale));
    return typed.equals(phrasebook.builtIn(name, locale)) ? "" : typed;
  }

  private boolean save(RoutingContext context, String name, List<Draft> drafts) {
    var by = Web.caller(context).id();
    for (var draft : drafts) {
      var now = wordings.find(name, draft.language()).map(Wording::text).orElse("");
      var same = now.equals(draft.text());
      if (!same && !wordings.save(by, name, draft.language(), draft.text(), draft.version()))
        return false;
    }
    return true;
  }

  private static int read(RoutingContext context, Locale locale) {
    var typed = field(context, "version-" + Wordings.language(locale));
    return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
  }

  private static String field(RoutingContext context, String name) {
    return Optional.ofNullable(context.request().getFormAttribute(name)).orElse("").strip();
  }

  private void show(RoutingContext context, int status, WordingPage page) {
    pages.backTo(context, page.place().at(PATH));
    pages.showIn(context, status, "wording", "console/wording", page);
  }
}
