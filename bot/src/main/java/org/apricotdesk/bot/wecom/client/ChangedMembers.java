package org.apricotdesk.bot.wecom.client;

import org.apricotdesk.bot.wecom.Incoming;
import org.apricotdesk.bot.wecom.Outgoing;
import org.apricotdesk.bot.wecom.Receiver;

/// Forgets a member when the address book says that they changed, so that they are asked for anew;
/// everything else goes on to the next receiver.
public final class ChangedMembers implements Receiver {
  private static final String CHANGE = "change_contact:";

  private final WeComClient client;
  private final Receiver next;

  public ChangedMembers(WeComClient client, Receiver next) {
    this.client = client;
    this.next = next;
  }

  @Override
  public Outgoing receive(Incoming incoming) {
    if (incoming.content() instanceof Incoming.Other(var type) && type.startsWith(CHANGE)) {
      client.forgetMember(type.substring(CHANGE.length()));
      return new Outgoing.Nothing();
    }
    return next.receive(incoming);
  }
}
