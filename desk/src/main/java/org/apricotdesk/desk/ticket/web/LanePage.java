package org.apricotdesk.desk.ticket.web;

/// One lane of the queue, on a page of its own.
///
/// @param queue the queue with nothing but this lane
/// @param later whether it begins behind the lane's first page
public record LanePage(QueuePage queue, boolean later) {
  public QueuePage.Lane lane() {
    return queue.lanes().getFirst();
  }
}
