package org.apricotdesk.bot.wecom.client;

import java.util.function.Consumer;
import org.apricotdesk.bot.wecom.Incoming;
import org.apricotdesk.bot.wecom.Outgoing;
import org.apricotdesk.bot.wecom.Receiver;

/// Tells whoever wants to know that the address book says a member changed; everything else goes on
/// to the next receiver.
public final class ChangedMembers implements Receiver {
  private static final String CHANGE = "change_contact:";

  private final Consumer<String> changed;
  private final Receiver next;

  public ChangedMembers(Consumer<String> changed, Receiver next) {
    this.changed = changed;
    this.next = next;
  }

  @Override
  public Outgoing receive(Incoming incoming) {
    if (incoming.content() instanceof Incoming.Other(var type) && type.startsWith(CHANGE)) {
      changed.accept(type.substring(CHANGE.length()));
      return new Outgoing.Nothing();
    }
    return next.receive(incoming);
  }
}
