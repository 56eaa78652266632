-- What was called back about since a day is left out of what waits for a call.
CREATE INDEX callback_by_time ON desk.callback (done_at);
