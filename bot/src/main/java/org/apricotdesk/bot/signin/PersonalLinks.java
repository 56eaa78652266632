package org.apricotdesk.bot.signin;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.regex.Pattern;
import org.apricotdesk.bot.wecom.Card;
import org.apricotdesk.bot.wecom.Outgoing;
import org.apricotdesk.bot.wecom.Receiver;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.web.SignInLinks;

/// Ways in for a hospital that has the robot and no application: there WeCom tells no page who
/// opens it. So where the robot speaks to one person alone, each address of a page becomes a link
/// of their own, made when it is said; what is said in a group keeps the plain address, which opens
/// nothing by itself.
public final class PersonalLinks {
  private final SignInLinks links;
  private final String pages;
  private final Pattern address;

  /// @param pages the address of the desk's pages, without a slash at its end
  public PersonalLinks(SignInLinks links, String pages) {
    this.links = links;
    this.pages = pages;
    this.address = Pattern.compile(Pattern.quote(pages) + "(/(?:[\\w/?=&%#.-]*[\\w/])?)");
  }

  /// The same message with their own links.
  public JsonObject in(JsonObject message, String person) {
    return new JsonObject(in(message.encode(), person));
  }

  /// Passes on what is said to the robot, and puts links into its answers.
  public Receiver before(Receiver receiver) {
    return incoming -> {
      var answer = receiver.receive(incoming);
      return incoming.chat().isPresent() ? answer : in(answer, incoming.person());
    };
  }

  private Outgoing in(Outgoing answer, String person) {
    return switch (answer) {
      case Outgoing.Nothing nothing -> nothing;
      case Outgoing.Text(var text) -> new Outgoing.Text(in(text, person));
      case Outgoing.Shown(var card) -> new Outgoing.Shown(in(card, person));
      case Outgoing.TextAndCard(var text, var card, var judged) ->
          new Outgoing.TextAndCard(in(text, person), in(card, person), judged);
      case Outgoing.Changed(var card, var onlyFor) ->
          new Outgoing.Changed(in(card, person), onlyFor);
    };
  }

  private Card in(Card card, String person) {
    return card.leading(link -> URI.create(in(link.toString(), person)));
  }

  private String in(String text, String person) {
    var whose = new PersonId(person);
    return address.matcher(text).replaceAll(found -> pages + links.create(whose, found.group(1)));
  }
}
