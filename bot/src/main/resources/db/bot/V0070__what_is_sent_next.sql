-- The sender reads what comes next in its order, without going through every address where something waits.
CREATE INDEX delivery_soonest ON bot.delivery (rank, id) INCLUDE (address, due_at) WHERE state = 'due';
