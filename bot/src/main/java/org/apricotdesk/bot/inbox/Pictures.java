package org.apricotdesk.bot.inbox;

import java.util.Optional;
import org.apricotdesk.bot.wecom.Incoming;
import org.apricotdesk.bot.wecom.Incoming.Media;

/// Fetches pictures from WeCom and keeps them at the desk.
public interface Pictures {
  /// @return its hash; empty if it could not be fetched, or is no picture the desk takes
  Optional<String> keep(Incoming.Via via, Media media);
}
